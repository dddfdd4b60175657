"""What the ritual asks about habits: Enter is harmless, nothing is changed silently, every change is one undo."""

from __future__ import annotations

import pytest

from lundi.habits.misses import AFTER_SOMETHING, OTHER_HOUR, SMALLER, TIME, WISH
from lundi.ritual.habit_questions import GOING, REPEATED, REVIEW, SETTLE, THOUGHT, HabitQuestion
from lundi.ritual.look_back import LIGHTEN, LIGHTER
from storage.file.unfinished import read_unfinished
from storage.strategy.intents import change_course
from tests.tui.conftest import at
from tui.ritual.asked.habits import ask, lighten

MISSION = "We treat your {house} as [ours]"  # braces and brackets are text
SIZES = [(80, 24), (120, 36)]
ALL = (SMALLER, OTHER_HOUR, AFTER_SOMETHING)
REASONS = {"en": "3 times 'no time': the habit changes, not you.", "fr": "3 fois «\u00a0"}


class Asked:
    """A question over the dashboard, and how often it said that it was answered."""

    def __init__(self, it) -> None:
        self.it, self.answered = it, 0
        self.habit = it.store.find_habit("Calls")

    async def ask(self, kind: str, **about: object) -> None:
        await self._open(ask(self.it.app.main, HabitQuestion(kind, self.habit, **about), self._count))

    async def lighten(self, load: str) -> None:
        await self._open(lighten(self.it.app.main, load, self._count))

    async def _open(self, screen) -> None:
        while len(self.it.app.screen_stack) > 1:  # what a start asks by itself
            await self.it.press("escape")
        self.screen = screen
        self.it.app.main.open(screen)
        await self.it.pilot.pause()

    def _count(self) -> None:
        assert self.screen not in self.it.app.screen_stack  # the next question may be opened now
        self.answered += 1

    @property
    def row(self) -> tuple[object, ...]:
        return self.it.rows("SELECT * FROM habit WHERE id = ?", self.habit.id)[0]

    @property
    def present(self):
        return next(habit for habit in self.it.store.habits() if habit.id == self.habit.id)

    @property
    def is_open(self) -> bool:
        return self.it.app.screen is self.screen


@pytest.fixture
def due(hand):
    """Calls, whose review day is past, and Article."""
    hand.habit("Calls", minimum="one message", after="the coffee", on="2026-08-03")
    hand.habit("Article", "mon thu", on="2026-10-05")
    hand.commit(on="2026-11-16")
    return hand.store


QUESTIONS = [
    (REVIEW, {}, "Calls: keep it?", "Calls\u00a0: on la garde\u00a0?"),
    (REPEATED, {"reason": TIME, "asks_for": ALL, "count": 3}, REASONS["en"], REASONS["fr"]),
    (SETTLE, {}, "Calls: settled by now?", "Calls\u00a0: installée, maintenant\u00a0?"),
    (GOING, {"count": 4}, "Calls: under way now?", "Calls\u00a0: en cours, maintenant\u00a0?"),
    (THOUGHT, {}, "Calls: do you still think of it?", "Calls\u00a0: y pensez-vous encore\u00a0?"),
]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize(("kind", "about", "english", "french"), QUESTIONS)
async def test_each_is_asked_and_esc_leaves_it(open_app, due, size, lang, kind, about, english, french):
    async with open_app(due, size=size, lang=lang) as it:
        asked = Asked(it)
        await asked.ask(kind, **about)
        assert (english if lang == "en" else french) in it.text
        before = asked.row
        await it.press("escape")
        assert (asked.is_open, asked.answered, asked.row) == (False, 1, before)


@pytest.mark.parametrize(("kind", "about", "_english", "_french"), QUESTIONS[1:])
async def test_enter_changes_nothing(open_app, due, kind, about, _english, _french):
    async with open_app(due) as it:
        asked = Asked(it)
        before = asked.row
        await asked.ask(kind, **about)
        await it.hurry("enter", "enter", "enter")
        assert (asked.is_open, asked.answered, asked.row) == (False, 1, before)
        assert it.rows("SELECT * FROM thought") == []


@pytest.mark.parametrize("size", [(40, 12), (60, 16)])
@pytest.mark.parametrize(("kind", "about", "_english", "_french"), QUESTIONS)
async def test_a_small_screen(open_app, due, size, kind, about, _english, _french):
    async with open_app(due, size=size, lang="fr") as it:
        asked = Asked(it)
        await asked.ask(kind, **about)
        await it.press("down", "up", "escape")
        assert asked.answered == 1


async def test_f21_kept_13_weeks(open_app, due):
    async with open_app(due) as it:
        asked = Asked(it)
        await asked.ask(REVIEW)
        assert "After the coffee, 5 a week: Calls; at least one message." in it.text
        await it.press("enter")
        assert (asked.answered, asked.present.review_day.isoformat()) == (1, "2027-02-17")
        assert it.notice == "Kept for 13 weeks: Calls"
        await it.press("u")
        assert asked.present.review_day.isoformat() == "2026-11-02"


async def test_f21_changed_and_the_review_moves_as_one_change(open_app, due):
    async with open_app(due) as it:
        asked = Asked(it)
        await asked.ask(REVIEW)
        await it.press("down", "enter")
        assert it.typed[:2] == ["Calls", "5"]
        assert asked.answered == 0
        await it.press("tab", "backspace", "x", "x", "ctrl+s")  # a wrong rhythm is said, and stays
        assert it.typed[1] == "xx"
        assert asked.answered == 0
        await it.press("backspace", "backspace", "3", "ctrl+s")
        assert (asked.is_open, asked.answered) == (False, 1)
        assert asked.present.review_day.isoformat() == "2027-02-17"
        assert asked.present.goals[-1].target == 3
        await it.press("u")
        assert asked.present.review_day.isoformat() == "2026-11-02"
        assert asked.present.goals[-1].target == 5


async def test_f21_a_review_that_the_card_names_is_kept(open_app, due):
    async with open_app(due) as it:
        asked = Asked(it)
        await asked.ask(REVIEW)
        await it.press("down", "enter", "shift+tab", "ctrl+u")
        await it.type("4")
        await it.press("ctrl+s")
        assert (asked.answered, asked.present.review_day.isoformat()) == (1, "2026-12-16")


async def test_f21_a_card_that_is_left_leaves_the_question(open_app, due):
    async with open_app(due) as it:
        asked = Asked(it)
        before = asked.row
        await asked.ask(REVIEW)
        await it.press("down", "enter", "escape")
        assert (asked.is_open, asked.answered, asked.row) == (True, 0, before)
        await it.press("escape")
        assert asked.answered == 1


async def test_f21_keys_in_a_hurry_change_once(open_app, due):
    async with open_app(due) as it:
        asked = Asked(it)
        await asked.ask(REVIEW)
        await it.press("down", "enter", "tab", "backspace", "3")
        await it.hurry("ctrl+s", "enter", "enter")
        await it.press("escape")
        assert (asked.is_open, asked.answered, asked.present.goals[-1].target) == (False, 1, 3)
        assert len(it.rows("SELECT 1 FROM batch WHERE intent = 'habit-edited'")) == 1
        assert it.rows("SELECT 1 FROM batch WHERE intent = 'habit-kept'") == []


async def test_f21_settled(open_app, due):
    async with open_app(due) as it:
        asked = Asked(it)
        await asked.ask(REVIEW)
        await it.press("down", "down", "enter")
        assert asked.present.is_settled
        assert (asked.answered, it.notice) == (1, "Settled: Calls")
        await it.press("u")
        assert asked.present.is_current


async def test_f21_stopped_without_a_mission(open_app, due):
    async with open_app(due) as it:
        asked = Asked(it)
        await asked.ask(REVIEW)
        await it.hurry("down", "down", "down", "enter", "enter")
        assert asked.present.is_archived
        assert asked.answered == 1
        await it.press("escape", "u")  # the second Enter was for what came after it
        assert asked.present.is_current


@pytest.mark.parametrize("size", SIZES)
async def test_d06_stopping_reads_the_mission_first(open_app, due, size):
    change_course(due, "mission", MISSION, at("2026-11-16"))
    async with open_app(due, size=size) as it:
        asked = Asked(it)
        await asked.ask(REVIEW)
        assert MISSION not in it.text
        await it.press("down", "down", "down", "enter")
        assert MISSION in it.text
        await it.press("escape")  # kept: the question is there again
        assert (asked.is_open, asked.answered, asked.present.is_current) == (True, 0, True)
        await it.press("enter", "enter")
        assert (asked.is_open, asked.answered, asked.present.is_archived) == (False, 1, True)


async def test_f21_a_refusal_is_said_and_the_question_stays(open_app, due):
    async with open_app(due) as it:
        asked = Asked(it)
        await asked.ask(REVIEW)
        due.archive_habit(asked.habit, at("2026-11-18"))
        await it.press("enter")
        assert (asked.is_open, asked.answered) == (True, 0)
        assert "Calls" in it.text
        await it.press("down", "down", "down", "enter")
        assert "Calls is archived already." in it.text
        await it.press("escape")
        assert asked.answered == 1


async def test_h45_its_smallest_version_becomes_the_habit(open_app, due):
    async with open_app(due) as it:
        asked = Asked(it)
        await asked.ask(REPEATED, reason=TIME, asks_for=(SMALLER, OTHER_HOUR), count=3)
        assert "its smallest version becomes the habit" in it.text
        await it.press("down", "enter")
        assert it.typed[:2] == ["One message", "5"]
        assert asked.present.name == "Calls"  # nothing before it is saved
        await it.press("ctrl+s")
        assert (asked.present.name, asked.present.minimum, asked.answered) == ("One message", "", 1)
        assert asked.present.goal_in(at("2026-11-18").week).target == 5  # never longer
        await it.press("u")
        assert (asked.present.name, asked.present.minimum) == ("Calls", "one message")


@pytest.mark.parametrize(("asks_for", "field"), [(OTHER_HOUR, "usual_time"), (AFTER_SOMETHING, "after")])
async def test_h45_the_card_opens_where_it_is_changed(open_app, due, asks_for, field):
    async with open_app(due) as it:
        asked = Asked(it)
        await asked.ask(REPEATED, reason=WISH, asks_for=(asks_for,), count=3)
        await it.hurry("down", "enter")
        assert it.app.focused is not None
        assert it.app.focused.id == field
        await it.type(" at ten")
        await it.press("ctrl+s")
        assert (asked.answered, getattr(asked.present, field).split()[-2:]) == (1, ["at", "ten"])
        assert asked.present.name == "Calls"


async def test_h45_without_a_smallest_version_the_card_asks_for_one(open_app, due):
    async with open_app(due) as it:
        asked = Asked(it)
        asked.habit = due.find_habit("Article")
        await asked.ask(REPEATED, reason=TIME, asks_for=(SMALLER,), count=3)
        assert "what would be enough?" in it.text
        await it.press("down", "enter")
        assert it.app.focused is not None
        assert it.app.focused.id == "minimum"
        assert it.typed[0] == "Article"


async def test_h39_settled_when_it_goes_by_itself(open_app, due):
    async with open_app(due) as it:
        asked = Asked(it)
        await asked.ask(SETTLE)
        assert asked.present.is_current  # proposed, never silent
        await it.press("down", "enter")
        assert (asked.present.is_settled, asked.answered, due.free_places()) == (True, 1, 4)


async def test_h03_under_way_when_it_is_said(open_app, due):
    async with open_app(due) as it:
        asked = Asked(it)
        await asked.ask(GOING, count=4)
        assert "4 weeks met since it began" in it.text
        assert it.rows("SELECT going_on FROM habit WHERE id = ?", asked.habit.id) == [(None,)]
        await it.press("down", "enter")
        assert it.rows("SELECT going_on FROM habit WHERE id = ?", asked.habit.id) == [("2026-11-18",)]
        assert (asked.answered, it.notice) == (1, "Under way: Calls")
        await it.press("u")
        assert it.rows("SELECT going_on FROM habit WHERE id = ?", asked.habit.id) == [(None,)]


async def test_h03_still_trying_is_kept_and_not_asked_again_for_a_while(open_app, due):
    async with open_app(due) as it:
        asked = Asked(it)
        await asked.ask(GOING, count=4)
        await it.press("enter")
        assert read_unfinished(due, "still-trying") == {asked.habit.id: "2026-W47"}


@pytest.mark.parametrize("keys", [("4",), ("apostrophe",), ("right",) * 4 + ("enter",), ("left",) * 2 + ("enter",)])
async def test_h39_how_much_it_is_thought_of(open_app, due, keys):
    async with open_app(due) as it:
        asked = Asked(it)
        await asked.ask(THOUGHT)
        await it.press(*keys)
        assert it.rows("SELECT habit_id, week, answer FROM thought") == [(asked.habit.id, "2026-W47", 4)]
        assert asked.answered == 1
        await it.press("u")
        assert it.rows("SELECT * FROM thought") == []


@pytest.mark.parametrize(
    ("key", "answer"), [("1", 1), ("ampersand", 1), ("é", 2), ("quotation_mark", 3), ("left_parenthesis", 5)]
)
async def test_h39_one_key_answers_once(open_app, due, key, answer):
    async with open_app(due, lang="fr") as it:
        asked = Asked(it)
        await asked.ask(THOUGHT)
        await it.hurry(key, "escape")
        assert it.rows("SELECT answer FROM thought") == [(answer,)]
        assert asked.answered == 1


@pytest.mark.parametrize("size", SIZES)
async def test_h15_a_lighter_week_is_offered_and_nothing_is_done_by_itself(open_app, due, size):
    async with open_app(due, size=size) as it:
        asked = Asked(it)
        await asked.lighten(LIGHTEN)
        assert "Make this week lighter?" in it.text
        assert "%" not in it.app.screen._title
        await it.press("enter")
        assert asked.answered == 1
        assert it.rows("SELECT * FROM week_mark") == []


async def test_h15_the_smallest_versions_count_this_week(open_app, due):
    async with open_app(due) as it:
        asked = Asked(it)
        await asked.lighten(LIGHTEN)
        await it.press("down", "down", "enter")
        assert it.rows("SELECT week, kind FROM week_mark") == [("2026-W47", "storm")]
        assert asked.answered == 1
        await it.press("u")
        assert it.rows("SELECT * FROM week_mark") == []


@pytest.mark.parametrize(("key", "column"), [("enter", "archived_on"), ("S", "settled_on")])
async def test_h15_fewer_habits(open_app, due, key, column):
    async with open_app(due) as it:
        asked = Asked(it)
        await asked.lighten(LIGHTEN)
        await it.press("down", "enter")
        assert "Which habit rests?" in it.text
        await it.press("down", key)
        assert it.rows(f"SELECT name FROM habit WHERE {column} IS NOT NULL") == [("Article",)]
        assert (asked.is_open, asked.answered) == (False, 1)
        await it.press("u")
        assert len([habit for habit in due.habits() if habit.is_current]) == 2


async def test_h15_a_habit_that_rests_reads_the_mission_first(open_app, due):
    change_course(due, "mission", MISSION, at("2026-11-16"))
    async with open_app(due, lang="fr") as it:
        asked = Asked(it)
        await asked.lighten(LIGHTEN)
        await it.hurry("down", "enter", "enter")
        assert MISSION in it.text
        await it.press("escape")
        assert (asked.is_open, asked.answered, asked.present.is_current) == (True, 0, True)
        await it.press("enter", "enter", "enter")
        assert (asked.answered, asked.present.is_archived) == (1, True)


async def test_h15_changing_ones_mind_comes_back_to_the_question(open_app, due):
    async with open_app(due) as it:
        asked = Asked(it)
        await asked.lighten(LIGHTEN)
        await it.press("down", "enter", "escape")
        assert (asked.is_open, asked.answered) == (True, 0)


@pytest.mark.parametrize(("downs", "marks"), [(0, []), (1, [("storm",)]), (2, [("off",)])])
async def test_f24_a_lighter_week_is_proposed(open_app, due, downs, marks):
    async with open_app(due, lang="fr") as it:
        asked = Asked(it)
        await asked.lighten(LIGHTER)
        assert "Une semaine plus légère\u00a0?" in it.text
        await it.hurry(*["down"] * downs, "enter", "enter")
        assert it.rows("SELECT kind FROM week_mark") == marks
        assert asked.answered == 1
