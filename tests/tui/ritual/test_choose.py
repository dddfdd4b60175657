"""The choice of the two, and the commit: steps 4 and 5 of the ritual."""

from __future__ import annotations

import re
from datetime import date

import pytest

from lundi.ideas.idea import FOR_BOTH, FOR_CLIENT, TOO_BIG, Idea
from lundi.record import replaced
from lundi.ritual.steps import CHOOSE
from lundi.strategy.page import LINE, MISSION
from lundi.time.days import Moment
from storage.ideas.intents import choose_idea, edit_idea, let_go_idea, read_chosen, read_ideas
from storage.settings import change_settings
from storage.strategy.intents import change_course
from storage.strategy.intents import choose as choose_line
from storage.strategy.shelf import shelve
from tests.tui.conftest import at
from tui.kit.screens.giving_up import GivingUp
from tui.ritual.end import RitualEnd
from tui.ritual.screen import RitualScreen

SIZES = [(80, 24), (120, 36)]
NOW = Moment(date(2026, 11, 18), "2026-11-18T09:10:00")
ENGLISH = "Two means two. Finish one first."
FRENCH = "Deux, c’est deux. Finissez-en une d’abord."


def capture(store, *titles: str, on: str = "2026-11-10") -> None:
    for second, title in enumerate(titles):
        store.capture(title, Moment(date.fromisoformat(on), f"{on}T09:00:{second:02}"))


def say(store, title: str, *, minutes: int | None = None, for_whom: str = "", enough: str = "") -> None:
    """Say something of an idea."""
    idea = next(idea for idea in read_ideas(store, NOW.week) if idea.title == title)
    edit_idea(store, idea, Idea(idea.id, title, idea.added_on, for_whom, minutes, idea.times_chosen, "", enough), NOW)


def choose(store, title: str, now: Moment = NOW) -> None:
    choose_idea(store, next(idea for idea in read_ideas(store, now.week) if idea.title == title), now)


def chosen(it) -> list[str]:
    return sorted(idea.title for idea in read_chosen(it.store, NOW.week))


def waiting(it) -> list[str]:
    return [idea.title for idea in read_ideas(it.store, NOW.week)]


def listed(it) -> list[str]:
    """The ideas in sight, with their signs."""
    found = (re.search(r"([■□])  (.+?)(?:  |$)", line) for line in it.lines)
    return [f"{idea[1]} {idea[2]}" for idea in found if idea]


def is_open(it) -> bool:
    return isinstance(it.app.screen, RitualScreen) and it.app.screen.number == CHOOSE


async def open_choice(it, *keys: str) -> None:
    """The fourth step of the ritual by the express way, whether the week is committed or not; then more keys."""
    await it.press("r", "ctrl+e", *keys)


async def commit(it) -> None:
    """From the choice: the plan is seen, then committed, and what is asked at the end is left for the Week."""
    await it.press("enter", "enter")
    if isinstance(it.app.screen, RitualEnd):
        await it.press("escape")
    assert len(it.app.screen_stack) == 1


@pytest.fixture
def twelve(hand):
    """A habit and twelve ideas, 'Idea 01' the oldest."""
    hand.habit("Calls", minutes=10)
    for number in range(1, 13):
        capture(hand.store, f"Idea {number:02}", on=f"2026-10-{number:02}")
    return hand.store


# Five at a time


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("lang", "title", "range_shown"),
    [("en", "Choose two", "ideas 6 to 10 of 12"), ("fr", "Choisir deux", "idées 6 à 10 sur 12")],
)
async def test_f17_five_ideas_at_a_time(open_app, twelve, size, lang, title, range_shown):
    async with open_app(twelve, size=size, lang=lang) as it:
        await open_choice(it)
        assert title in it.text
        assert listed(it) == [f"□ Idea {number:02}" for number in range(1, 6)]
        await it.press("right")
        assert any(title in line and range_shown in line for line in it.lines)
        assert listed(it) == [f"□ Idea {number:02}" for number in range(6, 11)]
        await it.press("right")
        assert listed(it) == ["□ Idea 11", "□ Idea 12"]
        await it.press("right", "left", "left")
        assert listed(it) == [f"□ Idea {number:02}" for number in range(6, 11)]


@pytest.mark.parametrize("size", SIZES)
async def test_f17_with_eighty_ideas_the_week_has_none(open_app, hand, size):
    hand.habit("Calls")
    capture(hand.store, *(f"Thought {number}" for number in range(80)))
    async with open_app(hand.store, size=size) as it:
        assert "Thought" not in it.text
        await open_choice(it, "space", "down", "space", "down", "space")
        assert ENGLISH in it.text
        await commit(it)
        assert it.text.count("Thought") == 2
        await it.press("down", "space", "r", "right", "space", "escape")  # one is done: another is drawn
        assert it.text.count("□  Thought") == 2
        assert it.text.count("✓  Thought") == 1


async def test_what_is_chosen_stays_in_sight_on_every_page(open_app, twelve):
    async with open_app(twelve) as it:
        await open_choice(it, "down", "space")
        assert listed(it)[1] == "■ Idea 02"
        await it.press("right", "down", "down", "space")
        assert listed(it) == ["■ Idea 02", "□ Idea 06", "□ Idea 07", "■ Idea 08", "□ Idea 09", "□ Idea 10"]
        await it.press("right")
        assert listed(it) == ["■ Idea 02", "■ Idea 08", "□ Idea 11", "□ Idea 12"]
        await it.press("escape", "r")
        assert listed(it)[:3] == ["■ Idea 02", "■ Idea 08", "□ Idea 01"]


async def test_c05_what_is_good_for_a_client_first_then_the_oldest(open_app, hand):
    hand.habit("Calls")
    capture(hand.store, "Mine", "Theirs", "Older")
    capture(hand.store, "Both", on="2026-10-01")
    say(hand.store, "Theirs", for_whom=FOR_CLIENT, minutes=30)
    say(hand.store, "Both", for_whom=FOR_BOTH)
    async with open_app(hand.store) as it:
        await open_choice(it)
        assert [line[2:] for line in listed(it)] == ["Both", "Theirs", "Mine", "Older"]
        assert it.line("Theirs").split()[-3:] == ["client", "30", "min"]


async def test_without_an_idea_it_says_so_and_the_habits_are_committed(open_app, hand):
    hand.habit("Calls")
    async with open_app(hand.store) as it:
        await open_choice(it)
        assert "No idea waits. a writes one" in it.text
        await it.press("space", "s", "e", "d", "right", "down")
        assert is_open(it)
        await commit(it)
        assert it.rows("SELECT kind FROM plan_line") == [("habit",)]


# Two means two


@pytest.mark.parametrize(("lang", "sentence"), [("en", ENGLISH), ("fr", FRENCH)])
@pytest.mark.parametrize("size", [*SIZES, (60, 24), (40, 12)])
async def test_f19_third_action_is_refused(open_app, twelve, lang, sentence, size):
    async with open_app(twelve, lang=lang, size=size) as it:
        await open_choice(it, "space", "down", "space", "down")
        batches = it.rows("SELECT * FROM batch")
        await it.press("space")
        words = [line.strip() for line in it.lines]
        assert sentence in " ".join(filter(None, words))
        assert chosen(it) == ["Idea 01", "Idea 02"]
        assert it.rows("SELECT * FROM batch") == batches
        await it.press("up", "space", "down", "space")  # given back, so that another may be chosen
        assert chosen(it) == ["Idea 01", "Idea 03"]


async def test_f19_what_another_program_chose_meanwhile_counts(open_app, twelve):
    async with open_app(twelve) as it:
        await open_choice(it)
        choose(twelve, "Idea 11")
        choose(twelve, "Idea 12")
        await it.press("space")
        assert ENGLISH in it.text
        assert chosen(it) == ["Idea 11", "Idea 12"]
        assert "■ Idea 11" in listed(it)


async def test_keys_in_a_burst(open_app, twelve):
    async with open_app(twelve) as it:
        await it.hurry("r", "ctrl+e", "space", "down", "space", "down", "space", "enter", "enter", "escape", "space")
        await it.press("x")
        assert len(it.app.screen_stack) == 1
        assert chosen(it) == ["Idea 01", "Idea 02"]
        assert len(it.rows("SELECT * FROM plan_line")) == 3
        assert it.ticks == 1  # the last one, on the Week


async def test_a_word_typed_in_a_burst_is_a_word(open_app, twelve):
    async with open_app(twelve) as it:
        await it.hurry("r", "ctrl+e", "a", *"desq", "enter", "space")
        await it.press("x")
        assert "desq" in waiting(it) + chosen(it)
        assert is_open(it)


async def test_a_click_chooses(open_app, twelve):
    async with open_app(twelve) as it:
        await open_choice(it)
        y = next(number for number, line in enumerate(it.lines) if "Idea 03" in line)
        await it.pilot.click(offset=(12, y))
        await it.press("x")
        assert chosen(it) == ["Idea 03"]


# Leaving and committing


async def test_escape_keeps_the_choices_and_commits_nothing(open_app, twelve):
    async with open_app(twelve) as it:
        await open_choice(it, "space", "escape")
        assert not is_open(it)
        assert chosen(it) == ["Idea 01"]
        assert it.rows("SELECT * FROM plan") == []
        assert "The ritual waits, at step 4. r goes on." in it.text
        await it.press("u")
        assert it.notice == "Undone: chosen: Idea 01"
        assert chosen(it) == []


async def test_enter_commits_and_then_added_things_are_outside_the_plan(open_app, twelve):
    async with open_app(twelve) as it:
        await open_choice(it, "space")
        await commit(it)
        assert it.score == "0%"
        assert "□  Idea 01" in it.text
        assert len(it.rows("SELECT * FROM plan_line")) == 2
        await open_choice(it)
        assert "The plan stays; what is added is outside it." in it.text
        await it.press("down", "space")
        await commit(it)
        assert chosen(it) == ["Idea 01", "Idea 02"]
        assert len(it.rows("SELECT * FROM plan_line")) == 2
        await it.press("down", "down", "space")
        assert it.score == "0%"
        await it.press("up", "space")
        assert it.score == "50%"


async def test_nothing_to_commit_to_is_said_where_one_is(open_app, store):
    async with open_app(store) as it:
        await open_choice(it, "enter", "enter")
        assert "Nothing to commit to yet." in it.text
        assert isinstance(it.app.screen, RitualScreen)
        assert it.rows("SELECT * FROM plan") == []


async def test_committed_elsewhere_meanwhile(open_app, twelve):
    async with open_app(twelve) as it:
        await open_choice(it)
        twelve.commit_chosen(NOW)
        await it.press("enter", "enter")
        assert len(it.app.screen_stack) == 1
        assert len(it.rows("SELECT * FROM plan")) == 1


async def test_u_takes_a_choice_back_here(open_app, twelve):
    async with open_app(twelve) as it:
        await open_choice(it, "space", "down", "space", "u")
        assert "Undone: chosen: Idea 02" in it.text
        assert listed(it)[:2] == ["■ Idea 01", "□ Idea 02"]


# What was left undone


async def test_what_was_left_undone_stands_first_and_is_not_chosen(open_app, twelve):
    capture(twelve, "Left", on="2026-11-09")
    choose(twelve, "Left", at("2026-11-09"))
    async with open_app(twelve) as it:
        await open_choice(it)
        assert listed(it)[:2] == ["□ Left", "□ Idea 01"]
        assert "carried over" in it.line("Left")
        await it.press("space")
        await commit(it)
        assert it.rows("SELECT title, week FROM action WHERE state = 'chosen'") == [("Left", "2026-W47")]


@pytest.fixture
def twice(hand):
    """'Write the page' was chosen for two weeks and left undone; there is a mission."""
    hand.habit("Calls")
    change_course(hand.store, MISSION, "Nobody waits", at("2026-11-02"))
    capture(hand.store, "Write the page", on="2026-11-01")
    capture(hand.store, "Something else")
    choose(hand.store, "Write the page", at("2026-11-02"))
    choose(hand.store, "Write the page", at("2026-11-09"))
    return hand.store


@pytest.mark.parametrize(
    ("lang", "asked"),
    [("en", "Left undone 2 times: Write the page"), ("fr", "Laissée de côté 2 fois\u00a0: Write the page")],
)
async def test_h09_carried_twice_it_is_not_chosen_without_a_decision(open_app, twice, lang, asked):
    async with open_app(twice, lang=lang) as it:
        await open_choice(it, "space")
        assert asked in it.text
        assert chosen(it) == []
        await it.press("escape")
        assert is_open(it)
        assert chosen(it) == []
        await it.press("space", "enter")  # do it
        assert chosen(it) == ["Write the page"]
        await it.press("space", "space", "enter")  # given back, it is asked about once more
        assert chosen(it) == ["Write the page"]


async def test_h09_it_is_made_smaller(open_app, twice):
    async with open_app(twice) as it:
        await open_choice(it, "space", "down", "enter")
        assert "Make it smaller" in it.text
        assert it.typed == ["Write the page"]
        it.app.screen.query_one("#title").value = ""
        await it.press("ctrl+s")
        assert "An idea needs a few words." in it.text
        assert chosen(it) == []
        await it.type("Write its title")
        await it.press("ctrl+s")
        assert is_open(it)
        assert chosen(it) == ["Write its title"]
        assert it.rows("SELECT minutes, times_chosen FROM action WHERE state = 'chosen'") == [(2, 1)]


async def test_h09_it_is_let_go_once_the_mission_is_read(open_app, twice):
    async with open_app(twice) as it:
        await open_choice(it, "space", "down", "down", "enter")
        assert isinstance(it.app.screen, GivingUp)
        assert "Nobody waits" in it.text
        await it.press("escape")
        assert waiting(it) == ["Write the page", "Something else"]
        await it.press("d")
        assert "Nobody waits" in it.text
        await it.press("enter")
        assert waiting(it) == ["Something else"]
        assert "Let go of: Write the page" in it.text


async def test_h09_made_smaller_when_another_program_let_it_go(open_app, twice):
    async with open_app(twice) as it:
        await open_choice(it, "space", "down", "enter")
        let_go_idea(twice, read_ideas(twice, NOW.week)[0], NOW)
        await it.press("ctrl+s")
        assert "is not there any more" in it.text
        assert chosen(it) == []


# Too big


@pytest.mark.parametrize(("lang", "asked"), [("en", "What is the first piece?"), ("fr", "Quel est le premier morceau")])
async def test_f10_too_big_asks_for_the_first_piece(open_app, hand, lang, asked):
    hand.habit("Calls")
    capture(hand.store, "Redo the website")
    say(hand.store, "Redo the website", minutes=TOO_BIG)
    async with open_app(hand.store, lang=lang) as it:
        await open_choice(it)
        assert ">\u00a090\u00a0min" in it.line("Redo the website")
        await it.press("space")
        assert asked in it.text
        await it.press("ctrl+s")
        assert it.is_asking
        assert chosen(it) == []
        await it.type("The first page")
        await it.press("enter", "right", "enter")
        assert chosen(it) == ["The first page"]
        assert waiting(it) == ["Redo the website"]  # the rest stays
        assert "› ■  The first page" in it.text
        assert it.rows("SELECT minutes FROM action WHERE state = 'chosen'") == [(2,)]


async def test_f10_s_splits_and_chooses_nothing(open_app, twelve):
    async with open_app(twelve) as it:
        await open_choice(it, "s")
        await it.type("A first piece")
        await it.press("ctrl+s")
        assert chosen(it) == []
        assert "A first piece" in waiting(it)
        assert "› □  A first piece" in it.text  # on whatever page it is


# Words about ideas


@pytest.mark.parametrize("size", [*SIZES, (60, 20)])
@pytest.mark.parametrize("title", ["Invite Kader", "Invite Kader and everybody he knows to the one evening in spring"])
async def test_f29_an_action_off_the_line_is_marked_when_it_is_chosen(open_app, hand, size, title):
    hand.habit("Calls")
    capture(hand.store, title, "Call Yann")
    choose_line(hand.store, LINE, "Calm cash flow", NOW)
    shelve(hand.store, LINE, "Workshops", None, "", NOW)
    idea = next(idea for idea in read_ideas(hand.store, NOW.week) if idea.title == title)
    edit_idea(hand.store, idea, replaced(idea, line="Workshops"), NOW)
    async with open_app(hand.store, size=size) as it:
        await it.press("r", "ctrl+e", "space", "down", "space")
        assert "■" in it.line("Invite Kader")
        assert "Workshops" in it.line("Invite Kader")
        assert "Workshops" not in it.line("Call Yann")


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "Enough when: two calls"), ("fr", "C’est suffisant quand\u00a0: two calls")]
)
async def test_f11_ticking_an_action_says_when_it_is_enough(open_app, twelve, lang, said):
    async with open_app(twelve, lang=lang) as it:
        await open_choice(it, "e")
        it.app.screen.query_one("#enough").value = "two calls"
        await it.press("ctrl+s", "space", "down", "space")
        await commit(it)
        await it.press("down", "space")
        assert it.notice == said
        await it.press("space")
        assert it.notice == ""  # unticking it says nothing
        await it.press("down", "space")
        assert it.notice == ""  # the other one has no sentence


async def test_f11_the_sentence_is_changed_and_carried_on(open_app, hand):
    hand.habit("Calls", on="2026-11-09")
    capture(hand.store, "Write to Ronan", on="2026-11-09")
    say(hand.store, "Write to Ronan", enough="one page")
    choose(hand.store, "Write to Ronan", at("2026-11-09"))
    async with open_app(hand.store) as it:
        await open_choice(it, "space", "e")
        assert it.app.screen.query_one("#enough").value == "one page"
        it.app.screen.query_one("#enough").value = "half a page"
        await it.press("ctrl+s")
        assert chosen(it) == ["Write to Ronan"]
        assert it.rows("SELECT title, enough FROM action") == [("Write to Ronan", "half a page")]
        await it.press("u")
        assert it.rows("SELECT enough FROM action") == [("one page",)]


async def test_d_lets_go_at_once_and_is_undone(open_app, twelve):
    async with open_app(twelve) as it:
        await open_choice(it, "d")
        assert "Let go of: Idea 01" in it.text
        assert listed(it)[0] == "□ Idea 02"
        await it.press("u")
        assert listed(it)[0] == "□ Idea 01"


# The week in minutes


async def test_h10_habits_and_the_two_on_one_bar(open_app, twelve):
    say(twelve, "Idea 01", minutes=30)
    async with open_app(twelve) as it:
        await open_choice(it)
        assert it.line("The week, in minutes").endswith("50\u00a0min of 4\u00a0h")
        assert "1 habit: 50\u00a0min" in it.text
        await it.press("space")
        assert it.line("The week, in minutes").endswith("1\u00a0h\u00a020 of 4\u00a0h")
        assert "the two: 30\u00a0min" in it.text
        change_settings(twelve, {"minutes_budget": "60"}, NOW)
        await it.press("down", "space")
        assert it.line("The week, in minutes").endswith("1\u00a0h\u00a020 of 1\u00a0h")


@pytest.mark.parametrize("size", [*SIZES, (60, 24), (40, 12), (200, 12), (45, 50)])
@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_any_size_shows_the_idea_under_the_cursor(open_app, annee, size, lang):
    async with open_app(annee, size=size, lang=lang) as it:
        await open_choice(it)
        for _key in range(7):
            assert "›" in "".join(line for line in it.lines if "■" in line or "□" in line)
            assert "!" not in it.text
            await it.press("down")
        await it.press("right", "space", "left")
        assert is_open(it)
