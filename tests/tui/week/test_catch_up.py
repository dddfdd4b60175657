"""The strip after days without a word (H36)."""

from __future__ import annotations

import pytest

from lundi.time.weeks import Week
from lundi.week.catch_up import is_catch_up_due
from storage.habits.history import read_history
from tui.week.catch_up import CatchUpScreen


def is_open(it) -> bool:
    return isinstance(it.app.screen, CatchUpScreen)


async def test_h36_after_three_empty_days_the_strip_appears_once(open_app, small, hand):
    hand.tick("Calls", "2026-11-15")  # on the Sunday before the commit
    async with open_app(small, strip=True, now="2026-11-19T09:00") as it:
        assert is_open(it)
        assert "A few days without a word. What was done?" in it.text
        heading = it.line("Sun  Mon  Tue")
        assert heading.split() == ["Fri", "Sat", "Sun", "Mon", "Tue", "Wed", "Thu"]
        await it.press("escape")
        assert not is_open(it)
    async with open_app(small, strip=True, now="2026-11-19T18:00") as it:
        assert not is_open(it)
    async with open_app(small, strip=True, now="2026-11-20T09:00") as it:
        assert is_open(it)


async def test_days_are_filled_in_without_leaving_it(open_app, small):
    async with open_app(small, strip=True, now="2026-11-19T09:00") as it:
        assert is_open(it)
        await it.press("space")  # the cursor stands on the first gap
        assert it.rows("SELECT day, entered_on FROM tick") == [("2026-11-16", "2026-11-19")]
        await it.press("down", "m", "up", "right", "s")
        assert it.rows("SELECT name, smallest FROM tick JOIN habit ON habit.id = habit_id ORDER BY tick.rowid") == [
            ("Calls", 0),
            ("Article", 1),
        ]
        assert it.rows("SELECT day FROM excuse") == [("2026-11-17",)]
        await it.press("s", "backspace")
        assert it.rows("SELECT day FROM excuse") == []
        assert "No tick to take back: Calls, Tue 17 Nov." in it.text
        await it.press("enter")
        assert not is_open(it)
        assert it.cell("Calls", "Mon") == "▣"
        await it.press("u", "u", "u", "u")
        assert it.ticks == 0


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 36)])
async def test_it_fits(open_app, small, size):
    async with open_app(small, strip=True, now="2026-11-19T09:00", size=size, lang="fr") as it:
        assert is_open(it)
        assert "Calls" in it.text
        await it.press("space", "right", "right")
        assert it.ticks == 1


def _is_due(store, today) -> bool:
    week = Week.of(today)
    with store.reading() as connection:
        return is_catch_up_due(read_history(connection, week + -3, week), today)


def test_only_expected_days_count(hand, now):
    hand.habit("Article", "mon thu", on="2026-11-02")
    hand.tick("Article", "2026-11-12")
    today = now.day.replace(day=18)
    assert not _is_due(hand.store, today)  # Monday only went by
    assert _is_due(hand.store, today.replace(day=20))  # and Thursday


def test_an_excuse_and_a_day_off_are_no_silence(hand, now):
    hand.habit("Every day", "every day", on="2026-11-02")
    hand.tick("Every day", "2026-11-15")
    assert _is_due(hand.store, now.day)
    hand.store.excuse(hand.store.find_habit("every"), now.day.replace(day=17), "ill", now)
    assert not _is_due(hand.store, now.day)


def test_an_empty_file_and_unplanned_quotas_expect_nothing(store, hand, now):
    assert not _is_due(store, now.day)
    hand.habit("Calls", "5", on="2026-11-02")
    assert not _is_due(store, now.day)


async def test_a_strip_that_another_program_empties_closes(open_app, small, lundi):
    async with open_app(small, strip=True, now="2026-11-19T09:00") as it:
        assert is_open(it)
        await it.press("down")
        lundi("habit", "archive", "article", LUNDI_NOW="2026-11-19T09:00")
        await it.press("up", "space", "down", "space")
        assert it.ticks == 2
        lundi("habit", "archive", "calls", LUNDI_NOW="2026-11-19T09:00")
        await it.press("backspace")
        assert not is_open(it)


def test_habits_that_were_put_away_are_no_silence(hand, now):
    hand.habit("Every day", "every day", on="2026-11-02")
    hand.store.archive_habit(hand.store.find_habit("every"), now)
    assert not _is_due(hand.store, now.day)


def _day_numbers(it) -> list[str]:
    """What stands under the names of the days."""
    heading = it.lines.index(it.line("Sun  Mon  Tue"))
    return it.lines[heading + 1].split()


async def test_days_have_their_numbers_under_their_names(open_app, hand):
    hand.habit("Calls", "every day", on="2026-10-05")
    async with open_app(hand.store, strip=True, now="2026-11-04T09:00") as it:
        assert _day_numbers(it) == ["29", "30", "31", "1", "2", "3", "4"]
        names = it.line("Sun  Mon  Tue")
        numbers = it.lines[it.lines.index(names) + 1].ljust(len(names))
        assert numbers[names.index("Thu") : names.index("Thu") + 3].split() == ["29"]
        assert numbers[names.index("Sun") : names.index("Sun") + 3].split() == ["1"]


async def test_the_one_day_of_a_narrow_strip_has_its_number_beside(open_app, small):
    async with open_app(small, strip=True, now="2026-11-19T09:00", size=(40, 12)) as it:
        assert it.line("Mon 16").endswith("Mon 16")
        await it.press("right")
        assert it.line("Tue 17")


async def test_u_takes_back_what_was_done_in_the_strip_and_nothing_from_before(open_app, small, hand):
    hand.tick("Calls", "2026-11-14", on="2026-11-14")
    async with open_app(small, strip=True, now="2026-11-19T09:00") as it:
        assert "u undo" in it.text
        await it.press("u")
        assert "Nothing was changed here yet." in it.text
        assert it.ticks == 1
        await it.press("space", "down", "s")
        assert it.ticks == 2
        await it.press("u")
        assert "Undone: Article excused, Mon 16 Nov" in it.text
        assert it.rows("SELECT * FROM excuse") == []
        await it.press("u")
        assert "Undone: Calls, Mon 16 Nov: 1 tick" in it.text
        assert "□" in it.line("› Article") + it.line("  Calls  ")
        await it.press("u")
        assert "Nothing was changed here yet." in it.text
        assert it.ticks == 1
        assert is_open(it)


async def test_u_after_a_refusal_takes_back_the_change_before_it(open_app, small):
    async with open_app(small, strip=True, now="2026-11-19T09:00") as it:
        await it.press("space", "right", "backspace")
        assert "No tick to take back" in it.text
        await it.press("u")
        assert it.ticks == 0


async def test_u_leaves_what_another_program_did_alone(open_app, small, lundi):
    async with open_app(small, strip=True, now="2026-11-19T09:00") as it:
        await it.press("space")
        assert lundi("idea", "Something", LUNDI_NOW="2026-11-19T09:00").returncode == 0
        await it.press("u")
        assert "Something else was changed in the meantime." in it.text
        assert it.ticks == 1
        assert it.rows("SELECT title FROM action") == [("Something",)]
        assert lundi("undo", LUNDI_NOW="2026-11-19T09:00").returncode == 0
        await it.press("u")
        assert it.ticks == 0
