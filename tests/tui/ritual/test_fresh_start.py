"""The fresh start after weeks away: the mission, one habit, and nothing of what was left behind."""

from __future__ import annotations

import re

import pytest

from lundi.time.weeks import Week
from storage.habits.history import read_history
from storage.ritual.fresh_start import is_due
from storage.strategy.intents import change_course
from tests.tui.conftest import at
from tui.ritual.fresh_start import FreshStartScreen

MISSION = "We treat your {house} as [ours]"  # braces and brackets are text
NOW = "2026-11-18T09:10"


@pytest.fixture
def left(hand):
    """Three habits and two actions in a week of October, a mission, and then nothing."""
    hand.habit("Calls", minimum="one {message}", on="2026-10-05")
    hand.habit("Article", "mon thu", on="2026-10-05")
    hand.habit("Thanks", "1", on="2026-10-05")
    hand.commit("Write to Ronan", on="2026-10-05")
    hand.tick("Calls", "2026-10-06")
    change_course(hand.store, "mission", MISSION, at("2026-10-05"))
    return hand.store


async def come_back(it) -> None:
    """To the fresh start, opened by the program or by hand."""
    if not is_there(it):
        it.app.main.open(FreshStartScreen(it.app.main))
        await it.pilot.pause()


def is_there(it) -> bool:
    return isinstance(it.app.screen, FreshStartScreen)


def plan(it) -> list[str]:
    week = Week.parse("2026-W47")
    history = read_history(it.store.connection, week, week)
    names = {habit.id: habit.name for habit in history.habits}
    return [names.get(line.item_id, line.item_id) for line in history.plans[week].lines] if history.plans else []


@pytest.mark.parametrize(("lang", "question"), [
    ("en", "Good to see you again. One habit for this week?"),
    ("fr", "Content de vous revoir. Une habitude pour cette semaine\u00a0?"),
])  # fmt: skip
@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_c_a_fresh_start_says_nothing_of_the_gap(open_app, left, size, lang, question):
    async with open_app(left, size=size, lang=lang) as it:
        await come_back(it)
        assert question in it.text
        assert it.text.index(MISSION) < it.text.index(question)
        assert "one {message}" in it.line("› Calls")
        assert not re.search(r"\d|%|€", it.text)  # no score, no number of weeks, no money


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_enter_begins_again_with_one_habit(open_app, left, size):
    async with open_app(left, size=size) as it:
        await come_back(it)
        await it.press("down", "down", "down", "up", "enter")
        assert "This week: Article." in it.text
        assert plan(it) == ["Article"]
        assert not is_due(it.store, at("2026-11-18").day)
        await it.press("enter")
        assert not is_there(it)
        assert it.rows("SELECT state, times_chosen FROM action") == [("idea", 0)]
        await it.press("u")
        assert it.notice == "Undone: a fresh start: Article"
        assert plan(it) == []
        assert it.rows("SELECT state, times_chosen FROM action") == [("chosen", 1)]


async def test_its_smallest_version_at_once(open_app, left):
    async with open_app(left, lang="fr") as it:
        await come_back(it)
        await it.press("space")  # nothing is chosen yet
        assert it.ticks == 1
        await it.press("enter")
        assert "Sa version minimum peut se faire tout de suite\u00a0: one {message}." in it.text
        await it.press("space")
        assert not is_there(it)
        assert it.rows("SELECT day, smallest FROM tick ORDER BY day DESC")[0] == ("2026-11-18", 1)
        await it.press("u")
        assert it.ticks == 1
        assert plan(it) == ["Calls"]


async def test_a_habit_without_a_smallest_version(open_app, left):
    async with open_app(left) as it:
        await come_back(it)
        await it.press("down", "enter")
        assert "It may be done now." in it.text
        await it.press("space")
        assert it.rows("SELECT smallest FROM tick WHERE day = '2026-11-18'") == [(0,)]


async def test_esc_leaves_the_week_and_asks_again_next_week(open_app, left):
    async with open_app(left) as it:
        await come_back(it)
        await it.press("escape")
        assert not is_there(it)
        assert plan(it) == []
        assert not is_due(it.store, at("2026-11-22").day)
        assert is_due(it.store, at("2026-11-23").day)


async def test_another_habit(open_app, left):
    async with open_app(left) as it:
        await come_back(it)
        await it.press("a")
        assert it.is_asking
        await it.type("Calls")
        await it.press("enter")
        await it.type("3")
        await it.press("ctrl+s")
        assert "There is a habit called 'Calls' already." in it.text
        assert it.typed[:2] == ["Calls", "3"]
        await it.press("escape")  # the question is there still
        assert is_there(it)
        assert plan(it) == []
        await it.press("a")
        await it.type("Thank a client")
        await it.press("enter")
        await it.type("3")
        await it.press("ctrl+s")
        assert "This week: Thank a client." in it.text
        assert plan(it) == ["Thank a client"]
        await it.press("escape", "u")
        assert it.rows("SELECT name FROM habit WHERE name = 'Thank a client'") == []
        assert plan(it) == []


async def test_without_any_habit_a_new_one_is_begun(open_app, left):
    for habit in left.habits():
        left.archive_habit(habit, at("2026-10-06"))
    async with open_app(left) as it:
        await come_back(it)
        assert "A small one is enough" in it.text
        await it.press("enter")
        assert it.is_asking
        await it.type("Calls")
        await it.press("enter")
        await it.type("3")
        await it.press("ctrl+s", "enter")
        assert not is_there(it)
        assert plan(it) == ["Calls"]


async def test_with_all_places_taken_there_is_no_other_one(open_app, left, hand):
    hand.room_for(3)
    async with open_app(left) as it:
        await come_back(it)
        await it.press("a")
        assert not it.is_asking
        assert "All places are taken." in it.text


async def test_a_week_that_was_committed_meanwhile_is_refused(open_app, left):
    async with open_app(left) as it:
        await come_back(it)
        left.commit_chosen(at("2026-11-18"))
        await it.press("enter")
        assert is_there(it)
        assert "This week is committed." in it.text
        assert len(plan(it)) == 3


async def test_keys_in_a_hurry(open_app, left):
    async with open_app(left) as it:
        await come_back(it)
        await it.hurry("down", "down", "enter", "space")
        assert not is_there(it)
        assert plan(it) == ["Thanks"]
        assert len(it.rows("SELECT 1 FROM tick WHERE day = '2026-11-18'")) == 1


async def test_a_long_mission_and_a_small_screen(open_app, left):
    change_course(left, "mission", "word " * 60 + "end", at("2026-10-06"))
    async with open_app(left, size=(40, 12)) as it:
        await come_back(it)
        assert "› Calls" in it.text
        await it.press("down", "down")
        assert "› Thanks" in it.text
        await it.press("enter")
        assert "This week: Thanks." in it.text
