"""Mistakes that other habit trackers have made, each one tried on the screen; the rest are in tests/cli."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from storage.file import copies
from storage.file.restore import restore

WIDE = ("電話をかける", "Écrire ☕ l’article", "Прогулка", "👩‍💻 codes")


async def test_notes_lost_when_a_tick_is_edited(open_app, small, hand):
    hand.tick("Calls", "2026-11-18", note="two of them answered")
    async with open_app(small) as it:
        await it.press("space", "m", "backspace", "space", "backspace", "backspace", "backspace", "u")
        assert it.rows("SELECT text FROM note") == [("two of them answered",)]


async def test_a_save_only_on_a_clean_exit(open_app, small, database):
    async with open_app(small) as it:
        await it.press("space")
        with closing(sqlite3.connect(database)) as other:  # as the next program will, were this one killed now
            assert other.execute("SELECT day FROM tick").fetchall() == [("2026-11-18",)]


async def test_a_program_open_over_midnight_ticking_the_wrong_day(open_app, small):
    """Left open on Wednesday: until three the tick is Wednesday's, in the morning it is Thursday's."""
    async with open_app(small, now="2026-11-18T23:59") as it:
        it.clock.set("2026-11-19T02:59")
        await it.press("space")
        it.clock.set("2026-11-19T09:00")
        await it.look_around()
        await it.press("space")
        assert it.rows("SELECT day FROM tick ORDER BY rowid") == [("2026-11-18",), ("2026-11-19",)]


@pytest.mark.parametrize("clock", ["2028-02-29T09:10", "2026-12-31T09:10", "2026-08-31T09:10", "1999-12-31T09:10"])
async def test_29_february_crashing_and_the_31st_left_out(open_app, hand, clock):
    day = clock[:10]
    hand.habit("Calls", on=day)
    async with open_app(hand.store, now=clock) as it:
        await it.press("space", "4", "left", "right", "1")
        assert f" {int(day[-2:])}" in it.lines[0]
        assert it.rows("SELECT day FROM tick") == [(day,)]


async def test_a_weekly_goal_complete_but_not_shown_so(open_app, small):
    async with open_app(small) as it:
        await it.press(*["space"] * 4)
        assert it.count("Calls") == "4/5"
        await it.press("space")
        assert it.count("Calls") == "✓ 5/5"
        await it.press("backspace")
        assert it.count("Calls") == "4/5"


async def test_wide_characters_breaking_alignment(open_app, hand):
    for name in WIDE:
        hand.habit(name, "3")
        hand.tick(name, "2026-11-18")
    hand.commit()
    async with open_app(hand.store, size=(120, 36)) as it:
        for name in WIDE:
            assert it.cell(name, "Wed")[0] == "■", name
            assert it.count(name) == "1/3", name


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6, 99, 1000])
async def test_an_intensity_ladder_off_by_one_that_crashes_the_main_screen(open_app, year, hand, count):
    """From nothing to far more than was asked for, on a day that expects something and on one that doesn't."""
    for day in ("2026-11-15", "2026-11-17"):
        hand.store = year
        hand.tick("Calls", day, on="2026-11-18", count=count)
    async with open_app(year) as it:
        await it.press("4", "left", "tab", "1")
        assert "Week 47" in it.text


async def test_a_restored_copy_appears_by_itself(open_app, small, hand, database):
    """From the shell, beside the open dashboard: no restart, and the next tick goes into what was restored."""
    hand.tick("Calls", "2026-11-16")
    copy = copies.keep_aside(str(database), "monday")
    async with open_app(small) as it:
        await it.press("space", "space")
        assert it.count("Calls") == "3/5"
        restore(str(database), copy)
        await it.look_around()
        assert it.count("Calls") == "1/5"
        await it.press("space")
        assert it.count("Calls") == "2/5"
        assert it.notice == ""
    with closing(sqlite3.connect(database)) as other:
        assert other.execute("SELECT count(*) FROM tick").fetchone() == (2,)
