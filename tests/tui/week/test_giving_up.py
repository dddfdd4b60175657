"""D06: the mission at the moments of giving up, and nowhere else on the Week."""

import pytest

from storage.strategy.intents import change_course
from tests.tui.conftest import at

MISSION = "We treat your {house} as [ours]"  # braces and brackets are text


@pytest.fixture
def sworn(small):
    """The small file, with a mission."""
    change_course(small, "mission", MISSION, at("2026-11-16"))
    return small


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 36)])
async def test_d06_archiving_reads_the_mission_first(open_app, sworn, size):
    async with open_app(sworn, size=size) as it:
        assert MISSION not in it.text
        await it.press("d")
        assert "Archive Calls?" in it.text
        assert MISSION in it.text
        assert "€" not in it.text  # D07
        await it.press("escape")
        assert MISSION not in it.text
        assert it.rows("SELECT name FROM habit WHERE archived_on IS NOT NULL") == []
        await it.press("d", "enter")
        assert it.rows("SELECT name FROM habit WHERE archived_on IS NOT NULL") == [("Calls",)]
        assert it.notice == "Archived: Calls"
        await it.press("u")
        assert it.rows("SELECT name FROM habit WHERE archived_on IS NOT NULL") == []


async def test_d06_in_french(open_app, sworn):
    async with open_app(sworn, lang="fr") as it:
        await it.press("d")
        assert "Archiver Calls\u00a0?" in it.text
        assert "entrée archiver   échap garder" in it.text


async def test_d06_keys_in_a_hurry_archive_one_habit(open_app, sworn):
    async with open_app(sworn) as it:
        await it.hurry("d", "enter", "enter")
        await it.press("escape")
        assert it.rows("SELECT name FROM habit WHERE archived_on IS NOT NULL") == [("Calls",)]


async def test_d06_without_a_mission_there_is_nothing_to_read(open_app, small):
    async with open_app(small) as it:
        await it.press("d")
        assert it.notice == "Archived: Calls"


async def test_d06_a_normal_tick_and_a_good_week_never_show_it(open_app, sworn):
    async with open_app(sworn) as it:
        await it.press("space", "m", "backspace", "n", "escape", "left", "right")
        assert MISSION not in it.text


@pytest.mark.parametrize("size", [(40, 20), (80, 24), (120, 36)])
async def test_d06_two_weeks_not_held_show_it_until_this_one_is(open_app, hand, size):
    hand.habit("Calls", "5", on="2026-11-02")
    for monday in ("2026-11-02", "2026-11-09", "2026-11-16"):
        hand.commit(on=monday)
        hand.tick("Calls", monday, count=4)
    change_course(hand.store, "mission", MISSION, at("2026-11-02"))
    async with open_app(hand.store, size=size) as it:
        assert MISSION in it.text
        await it.press("space")
        assert MISSION not in it.text
        await it.press("backspace")
        assert MISSION in it.text
        await it.press("up", *["left"] * 3)  # the week before
        assert MISSION not in it.text


async def test_d06_after_a_week_under_half(open_app, hand):
    hand.habit("Calls", "5", on="2026-11-09")
    hand.commit(on="2026-11-09")
    hand.tick("Calls", "2026-11-10", count=2)
    change_course(hand.store, "mission", MISSION, at("2026-11-09"))
    async with open_app(hand.store) as it:
        assert MISSION in it.text
    hand.tick("Calls", "2026-11-11", count=1)
    async with open_app(hand.store) as it:
        assert MISSION not in it.text


async def test_d06_a_long_mission_has_its_lines(open_app, hand):
    hand.habit("Calls", "5", on="2026-11-09")
    hand.commit(on="2026-11-09")
    change_course(hand.store, "mission", "word " * 40 + "end", at("2026-11-02"))
    async with open_app(hand.store) as it:
        assert sum("▎" in line for line in it.lines) == 3
        change_course(hand.store, "mission", "short", at("2026-11-18"))
        it.app.main.reload()
        await it.pilot.pause()
        assert sum("▎" in line for line in it.lines) == 1
