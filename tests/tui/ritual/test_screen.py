"""The Monday ritual: from last week's score to a committed plan, and nothing that was typed is ever lost."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta

import pytest

from lundi.habits.misses import TIME, Miss
from lundi.ritual.steps import CHOOSE, COMMIT, COURSE, EMPTY_HEAD, LOOK_BACK
from lundi.strategy.page import CHANNEL
from lundi.time.weeks import Week
from lundi.words import language
from storage.campaign.intents import start_campaign
from storage.doctor import examine
from storage.file.undo import last_changes, undo
from storage.habits.reviews import read_check, read_review, write_miss
from storage.ritual.look_back import read_look_back
from storage.settings import change_settings
from storage.store import Store
from storage.strategy.intents import Reason, choose, read_strategy
from tests.drafts import draft
from tests.tui.conftest import at
from tui.first_run.screen import FirstRunScreen
from tui.kit.drawing.question_parts import Said
from tui.kit.screens.lists import ListScreen
from tui.main import MainScreen
from tui.ritual.end import RitualEnd
from tui.ritual.fresh_start import FreshStartScreen
from tui.ritual.look_back_facts import LookBackFacts
from tui.ritual.misses.rows import MissList
from tui.ritual.planning.grid import PlanGrid
from tui.ritual.screen import RitualScreen
from tui.week.catch_up import CatchUpScreen

SIZES = [(80, 24), (120, 36)]
MONDAY = "2026-11-16T08:00"
LAST_WEEK = Week.parse("2026-W46")
THIS_WEEK = Week.parse("2026-W47")
AFTER_THE_SAMPLE = "2026-11-23T08:00"


@pytest.fixture
def held(hand):
    """Last week: three of five calls, and both articles; it was committed. This one wasn't yet."""
    hand.habit("Calls", minimum="one message", on="2026-11-09")
    hand.habit("Article", "mon thu", on="2026-11-09")
    hand.commit("Write to Ronan", on="2026-11-09")
    for day in ("2026-11-09", "2026-11-10", "2026-11-11"):
        hand.tick("Calls", day)
    hand.tick("Article", "2026-11-09")
    return hand.store


def step(it) -> int:
    """The number of the step that is open, with nothing over it."""
    assert isinstance(it.app.screen, RitualScreen), it.text
    return it.app.screen.number


async def go_to(it, number: int) -> None:
    """By Enter, from a step where nothing is typed; what is asked on the way stays as it is."""
    for _key in range(60):
        screen = it.app.screen
        if isinstance(screen, RitualScreen) and screen.number == number:
            return
        await it.press("enter")
    raise AssertionError(it.text)


async def fill_in(it, **texts: str) -> None:
    for name, text in texts.items():
        it.app.screen.set_focus(it.app.screen.query_one(f"#{name}"))
        await it.type(text)


async def pass_on(it) -> None:
    """Enter until another step is open: from field to field, then on."""
    before = step(it)
    for _key in range(20):
        await it.press("enter")
        if not isinstance(it.app.screen, RitualScreen) or it.app.screen.number != before:
            return
    raise AssertionError(it.text)


def is_ended(it) -> bool:
    return isinstance(it.app.screen, RitualEnd)


def texts(it) -> dict[str, str]:
    return dict(it.app.screen.texts)


def kept(it, week: Week = THIS_WEEK) -> dict[str, str]:
    return dict(it.rows("SELECT field, text FROM unfinished WHERE form = ?", f"ritual-{week}"))


def plans(it) -> list[tuple[object, ...]]:
    return it.rows("SELECT week, committed_on FROM plan ORDER BY week")


# Enter only


@pytest.mark.parametrize("lang", language.LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
async def test_enter_alone_reaches_the_commit(open_app, held, lang, size):
    async with open_app(held, ritual=True, lang=lang, size=size, now=MONDAY) as it:
        for number in range(LOOK_BACK, COMMIT + 1):
            assert step(it) == number
            assert it.footer.startswith(("enter", "entrée") if number != CHOOSE else ("space", "espace")), it.text
            assert all(len(it.cells_of(line)) <= size[0] for line in it.lines)
            await it.press("enter")
        assert is_ended(it)
        assert plans(it)[-1] == (str(THIS_WEEK), "2026-11-16")
        assert "1 minute." in it.text
        await it.leave_by("enter")
    async with open_app(held, ritual=True, lang=lang, size=size, now=MONDAY) as it:
        assert isinstance(it.app.screen, MainScreen)


async def test_c16_the_time_is_shown_kept_and_a_long_pause_is_none(open_app, held):
    async with open_app(held, ritual=True, now=MONDAY) as it:
        for minutes in (1, 90, 1, 2, 1):  # the hour and a half counts two minutes: nobody was at it
            it.clock.wall += timedelta(minutes=minutes)
            await it.press("enter")
        assert "It took 7 minutes. Close lundi?" in it.text
        assert it.rows("SELECT seconds FROM plan WHERE week = '2026-W47'") == [(420,)]
        await it.press("escape")
        assert isinstance(it.app.screen, MainScreen)
        assert it.cell("Article", "Mon") == "□"


async def test_the_time_goes_on_after_it_was_left(open_app, held):
    async with open_app(held, ritual=True, now=MONDAY) as it:
        it.clock.wall += timedelta(seconds=90)
        await it.press("enter", "escape")
    async with open_app(held, ritual=True, now="2026-11-16T11:00", size=(120, 36)) as it:
        await it.press("r")
        assert "1 min" in it.text
        await it.press("enter", "enter", "enter", "enter")
        assert it.rows("SELECT seconds FROM plan WHERE week = '2026-W47'") == [(90,)]


@pytest.mark.parametrize("file", ["year", "annee"])
async def test_enter_alone_through_the_sample_year(open_app, request, file):
    store = request.getfixturevalue(file)
    async with open_app(store, ritual=True, lang="en" if file == "year" else "fr", now=AFTER_THE_SAMPLE) as it:
        await go_to(it, COMMIT - 1)
        keys, asked = 0, set()
        while not is_ended(it) and keys < 20:
            await it.press("enter")
            asked |= {id(it.app.screen)} if isinstance(it.app.screen, ListScreen | RitualScreen) else set()
            keys += 1
        assert is_ended(it), it.text
        assert plans(it)[-1] == ("2026-W48", "2026-11-23")
        assert it.rows("SELECT count(*) FROM thought WHERE week = '2026-W48'") == [(0,)]
        await it.press("escape")
        assert isinstance(it.app.screen, MainScreen)
        # Again: nothing that was put off on the way is asked once more
        await it.press("r")
        assert step(it) == CHOOSE
        await it.press("enter")
        assert step(it) == COMMIT
        await it.press("enter")
        assert isinstance(it.app.screen, MainScreen)


async def test_all_enters_in_one_breath(open_app, year):
    async with open_app(year, ritual=True, now=AFTER_THE_SAMPLE) as it:
        await it.hurry(*["enter"] * 5)  # whether they are quicker than the questions about habits or not
        for _question in range(9):
            if not is_ended(it):
                await it.press("enter")
        assert is_ended(it), it.text
        assert len(it.rows("SELECT 1 FROM plan WHERE week = '2026-W48'")) == 1
    assert examine(year).is_sound


async def test_typed_answers_in_one_breath(open_app, held):
    async with open_app(held, ritual=True, now=MONDAY) as it:
        await it.hurry(*"seven", "enter", *"voice", "enter", "enter", *"2", "enter", "enter", *"480", "enter")
        assert step(it) == LOOK_BACK  # the misses are there still
        await it.hurry("m", "enter", "enter", *"one", "enter", *"two", "enter", "enter", "space", "enter")
        await it.hurry("tab", *"less", "enter")
        assert is_ended(it), it.text
        review = read_review(held, LAST_WEEK)
        assert (review.proud, review.worked, review.contacts, review.sales) == ("seven", "voice", 2, 48000)
        assert review.better == "less"
        assert [reason for (reason,) in it.rows("SELECT reason FROM miss")] == ["wish"]
        assert it.rows("SELECT title FROM action WHERE state = 'chosen' AND week = '2026-W47'") == [("Write to Ronan",)]
        # What was typed a moment before the commit isn't typed any more
        assert kept(it) == {"asked": "1"}
        await it.press("escape", "r")
        assert step(it) == CHOOSE


# Left and found again


async def test_whatever_is_typed_is_there_again(open_app, held):
    async with open_app(held, ritual=True, now=MONDAY) as it:
        await fill_in(it, proud="seven [people]", contacts="1.5")
        await it.press("escape")
        assert isinstance(it.app.screen, MainScreen)
        await it.press("r")
        assert (step(it), texts(it)["proud"], texts(it)["contacts"]) == (LOOK_BACK, "seven [people]", "1.5")
    async with open_app(held, ritual=True, now=MONDAY) as it:
        assert isinstance(it.app.screen, MainScreen)  # it was put off
        await it.press("r")
        assert (texts(it)["proud"], texts(it)["contacts"]) == ("seven [people]", "1.5")
        await it.press("exclamation_mark")  # goes on where it was left, and takes the place of nothing
        assert texts(it)["proud"] == "seven [people]!"
        it.app.screen.query_one("#contacts").value = "2"
        await pass_on(it)
        await it.press("enter")
        assert step(it) == EMPTY_HEAD
        await it.type("L’été\nhalf an id")
        await it.press("escape", "r")
        assert (step(it), texts(it)) == (EMPTY_HEAD, {"ideas": "L’été\nhalf an id"})
        await it.type("ea")
        await it.press("pageup", "pageup")
        assert (step(it), texts(it)["proud"]) == (LOOK_BACK, "seven [people]!")
        await pass_on(it)
        await it.press("enter")
        assert texts(it) == {"ideas": "L’été\nhalf an idea"}
        await it.press("enter", "enter")
        assert step(it) == CHOOSE
        await it.press("escape", "r")
        assert step(it) == CHOOSE
        await it.press("enter")
        grid = it.app.screen.query_one(PlanGrid)
        before = grid.squares
        await it.press("space", "right", "right", "space", "tab")
        await it.type("less is")
        moved = grid.squares
        assert moved != before
        await it.press("escape", "r")
        assert (step(it), texts(it)["better"]) == (COMMIT, "less is")
        assert it.app.screen.query_one(PlanGrid).squares == moved
        await it.press("pageup", "enter")
        assert (texts(it)["better"], it.app.screen.query_one(PlanGrid).squares) == ("less is", moved)
    async with open_app(held, ritual=True, now=MONDAY) as it:
        await it.press("r")
        assert (step(it), texts(it)["better"]) == (COMMIT, "less is")
        await pass_on(it)
        assert is_ended(it)
        (days,) = moved.values()
        digits = "".join(map(str, days))
        calls = held.find_habit("Calls").id
        assert it.rows("SELECT squares FROM plan_line WHERE week = '2026-W47' AND item_id = ?", calls) == [(digits,)]
        assert read_review(held, LAST_WEEK).better == "less is"
        assert kept(it) == {"asked": "1"}


@pytest.mark.parametrize("way", [["pageup", "enter"], ["escape", "r"], []])
async def test_a_square_and_the_next_key_in_one_breath(open_app, held, way):
    async with open_app(held, ritual=True, now=MONDAY) as it:
        await go_to(it, COMMIT)
        before = it.app.screen.query_one(PlanGrid).squares
        await it.hurry("space", "right", "right", "space", *way[:1])
        await it.press(*way[1:])
        assert it.app.screen.query_one(PlanGrid).squares != before
        await it.press("enter")
        assert is_ended(it)
        calls = held.find_habit("Calls").id
        ((squares,),) = it.rows("SELECT squares FROM plan_line WHERE week = '2026-W47' AND item_id = ?", calls)
        assert squares != "".join(map(str, before[calls]))


async def test_two_dashboards_the_second_finds_what_the_first_answered(open_app, held, database):
    async with open_app(held, ritual=True, now=MONDAY) as it:
        await fill_in(it, proud="seven")
        await pass_on(it)
        assert step(it) == COURSE
        with Store.open(str(database)) as other:
            screen = RitualScreen(_Desk(it, other))
            assert screen.number == COURSE
            assert screen.ask(LOOK_BACK).fields[0].value == "seven"
        await it.press("enter", "enter", "enter", "enter")
        assert is_ended(it)


class _Desk:
    """Another dashboard's, as far as opening asks for it."""

    def __init__(self, it, store) -> None:
        self.store, self.now, self.today = store, it.app.main.now, it.app.main.today


async def test_a_week_that_another_program_commits_meanwhile_is_committed_once(open_app, held, database):
    async with open_app(held, ritual=True, now=MONDAY) as it:
        await go_to(it, COMMIT)
        with Store.open(str(database)) as other:
            other.commit_chosen(at("2026-11-16"))
        await it.press("enter")
        assert len(it.rows("SELECT 1 FROM plan WHERE week = '2026-W47'")) == 1
        assert not isinstance(it.app.screen, RitualScreen)


async def test_two_rituals_in_one_week_edit_the_same_plan(open_app, held):
    held.capture("Later", at("2026-11-16"))
    async with open_app(held, ritual=True, now=MONDAY) as it:
        await go_to(it, COMMIT)
        await it.press("enter", "escape", "space")
        before, lines = plans(it), it.rows("SELECT week, item_id, squares FROM plan_line ORDER BY week, item_id")
        score = it.score
        await it.press("r")
        assert step(it) == CHOOSE
        await it.press("space", "enter")
        assert step(it) == COMMIT
        assert "I commit" not in it.footer
        await it.press("enter")
        assert isinstance(it.app.screen, MainScreen)
        assert plans(it) == before
        assert it.rows("SELECT week, item_id, squares FROM plan_line ORDER BY week, item_id") == lines
        assert it.rows("SELECT count(*) FROM action WHERE state = 'chosen' AND week = '2026-W47'") == [(1,)]
        assert it.score == score
        # A square that is moved now moves in the plan, and no line more counts
        await it.press("r", "enter", "space", "right", "space", "enter")
        after = it.rows("SELECT week, item_id, squares FROM plan_line ORDER BY week, item_id")
        assert after != lines
        assert [line[:2] for line in after] == [line[:2] for line in lines]
        assert it.score == score


# When it opens


@pytest.mark.parametrize(("lang", "mark"), [("en", "Monday ritual, Tuesday"), ("fr", "Rituel du lundi, mardi")])
async def test_on_another_day_it_is_the_same_and_says_so(open_app, held, lang, mark, run):
    async with open_app(held, ritual=True, lang=lang, now="2026-11-17T08:00") as it:
        assert mark in it.text
        await go_to(it, COMMIT)
        await it.press("enter")
        assert is_ended(it)
    held.close()
    assert '"mondays_held":"1/2"' in run("stats", "--json").stdout.replace('": ', '":')


async def test_a_ritual_day_that_was_set_is_no_other_day(open_app, held):
    change_settings(held, {"ritual_day": "2"}, at("2026-11-16"))
    async with open_app(held, ritual=True, now="2026-11-17T08:00") as it:
        assert "Monday ritual" in it.text
        assert "Monday ritual," not in it.text


async def test_it_opens_by_itself_once(open_app, held):
    async with open_app(held, ritual=True, now=MONDAY) as it:
        assert step(it) == LOOK_BACK
        await it.press("escape")
    for now in (MONDAY, "2026-11-18T08:00", "2026-11-22T23:00"):
        async with open_app(held, ritual=True, now=now) as it:
            assert isinstance(it.app.screen, MainScreen)
    async with open_app(held, ritual=True, now="2026-11-23T08:00") as it:  # another week
        assert step(it) == LOOK_BACK


async def test_not_in_a_week_off_nor_in_one_that_is_committed(open_app, held):
    held.mark_week(THIS_WEEK, "off", at("2026-11-16"))
    async with open_app(held, ritual=True, now=MONDAY) as it:
        assert isinstance(it.app.screen, MainScreen)
    held.mark_week(THIS_WEEK, None, at("2026-11-16"))
    held.commit_chosen(at("2026-11-16"))
    async with open_app(held, ritual=True, now=MONDAY) as it:
        assert isinstance(it.app.screen, MainScreen)


async def test_what_opens_first_one_thing_only(open_app, hand, store):
    """The first run, the end review, the fresh start, the ritual, the catch-up."""
    opened = {}

    async def look(name: str, now: str, **options: bool) -> None:
        async with open_app(store, ritual=True, strip=True, now=now, **options) as it:
            assert len(it.app.screen_stack) == 2, it.text
            opened[name] = it.app.screen

    await look("new file", MONDAY, first_run=True)
    hand.habit("Article", "mon wed thu", on="2026-10-05")
    hand.commit(on="2026-10-05")
    await look("away for weeks", MONDAY)
    campaign = draft(store, now=at("2026-10-05"), ends_on=date(2026, 11, 6))
    start_campaign(store, campaign, at("2026-10-05"))
    await look("campaign over, and away", MONDAY)
    store.connection.execute("DELETE FROM focus")
    store.connection.execute("DELETE FROM campaign")
    hand.commit(on="2026-11-09")
    await look("two days without a word", "2026-11-19T08:00")
    hand.commit(on="2026-11-16")
    await look("committed", "2026-11-20T08:00")
    assert isinstance(opened["new file"], FirstRunScreen)
    assert isinstance(opened["away for weeks"], FreshStartScreen)
    kinds = FirstRunScreen | FreshStartScreen | RitualScreen | CatchUpScreen
    assert not isinstance(opened["campaign over, and away"], kinds)
    assert isinstance(opened["two days without a word"], RitualScreen)
    assert isinstance(opened["committed"], CatchUpScreen)


async def test_the_new_week_opens_it_over_a_dashboard_that_was_left_open(open_app, small):
    async with open_app(small, ritual=True, now="2026-11-22T23:50") as it:
        assert isinstance(it.app.screen, MainScreen)
        it.clock.set("2026-11-23T08:00")
        await it.look_around()
        await it.press()
        assert step(it) == LOOK_BACK
        await it.press("escape")
        await it.look_around()
        assert isinstance(it.app.screen, MainScreen)


# Step 1


@pytest.mark.parametrize("size", SIZES)
async def test_f16_done_then_proud_then_missed(open_app, held, size):
    async with open_app(held, ritual=True, size=size, now=MONDAY) as it:
        screen = it.app.screen
        done, proud, missed = (
            screen.query_one(what).virtual_region.y
            if what != "#proud"
            else screen.query_one("#row-proud").virtual_region.y
            for what in (LookBackFacts, "#proud", MissList)
        )
        assert done < proud < missed
        assert screen.focused.id == "proud"
        assert it.text.index("Done") < it.text.index("You are proud of")


async def test_what_was_missed_is_filled_in_afterwards_and_the_score_follows(open_app, held):
    async with open_app(held, ritual=True, size=(120, 36), now=MONDAY) as it:

        def shown() -> tuple[str, bool]:
            return it.app.screen.query_one(LookBackFacts).look_back.score.points, "43%" in it.text

        async def to_misses() -> None:
            it.app.screen.set_focus(it.app.screen.query_one(MissList))
            await it.press()

        assert shown()[0] == 36  # calls 3/5, article 1/2, Ronan 0
        await to_misses()
        await it.press("down", "d")  # the article of Thursday
        assert it.rows("SELECT day FROM tick WHERE day = '2026-11-12'") == [("2026-11-12",)]
        assert shown()[0] == 53
        assert "53%" in it.text
        assert [one.habit.name for one in it.app.screen.query_one(MissList).missed] == ["Calls"]
        await it.press("t")
        assert it.rows("SELECT reason FROM miss") == [("time",)]
        await it.press("t")
        assert it.rows("SELECT reason FROM miss") == []
        await it.press("o", "d")
        assert shown()[0] == 66
        assert not it.app.screen.query_one(MissList).display
        await it.press("enter")
        await it.press("escape")
        # Each of it is one undo
        await it.press(*["u"] * len(last_changes(held, 5)))
        assert read_look_back(held, LAST_WEEK, date(2026, 11, 16)).score.points < 66
    assert examine(held).is_sound


async def test_an_excuse_takes_the_day_away_and_one_undo_brings_it_back(open_app, held):
    async with open_app(held, ritual=True, now=MONDAY) as it:
        it.app.screen.set_focus(it.app.screen.query_one(MissList))
        await it.press("down", "s")
        assert it.app.screen.query_one(LookBackFacts).look_back.score.points == 53
        await it.press("escape", "u")
        assert read_look_back(held, LAST_WEEK, date(2026, 11, 16)).score.points == 36


@pytest.mark.parametrize("lang", language.LANGUAGES)
async def test_h12_numbers_once_a_week(open_app, held, lang):
    wrong = {"contacts": ["abc", "-1", "1,5", "9" * 5000, "²", "1e3"], "sales": ["abc", "-1", "1,2,3", "9" * 15]}
    money = "1 234,50 €" if lang == "fr" else "€1,234.50"
    async with open_app(held, ritual=True, lang=lang, now=MONDAY) as it:
        await fill_in(it, proud="seven")
        for name, words in wrong.items():
            for text in words:
                it.app.screen.query_one(f"#{name}").value = text
                typed = it.app.screen.query_one(f"#{name}").value
                it.app.screen.set_focus(it.app.screen.entries[-1])
                await it.press()
                assert not it.app.screen.query_one(Said).display or it.app.screen.query_one(Said).sentence == ""
                await it.press("enter")
                assert step(it) == LOOK_BACK, (name, text)
                assert it.app.screen.query_one(Said).size.height, it.text  # what is wrong with it
                assert (texts(it)["proud"], texts(it)[name]) == ("seven", typed)
                assert it.rows("SELECT count(*) FROM review") == [(0,)]
            it.app.screen.query_one(f"#{name}").value = {"contacts": " 2 ", "sales": money}[name]
        it.app.screen.set_focus(it.app.screen.entries[-1])
        await it.press("enter")
        assert step(it) == COURSE
        review = read_review(held, LAST_WEEK)
        assert (review.contacts, review.meetings, review.sales) == (2, None, 123450)
        await it.press("pageup")
        assert texts(it)["contacts"] == "2"
        assert texts(it)["sales"].replace("\u00a0", " ") == money


async def test_h42_what_worked_is_found_again(open_app, held):
    async with open_app(held, ritual=True, now=MONDAY) as it:
        await fill_in(it, worked="the voice instead of texts", did_not="a queue at the bakery")
        await pass_on(it)
        await it.press("escape", "slash")
        await it.type("bakery")
        while "a queue at the bakery" not in it.text:
            await it.pilot.pause(0.05)
        await it.press("enter")
        assert "Week 46" in it.text


@pytest.mark.parametrize(("mark", "english"), [("off", "A week off counts nowhere."), (None, "A week without a plan")])
async def test_a_week_off_and_one_without_a_plan_are_one_sentence(open_app, hand, mark, english):
    hand.habit("Calls", on="2026-11-02")
    hand.commit(on="2026-11-02")
    hand.store.mark_week(LAST_WEEK, mark, at("2026-11-09"))
    async with open_app(hand.store, ritual=True, now=MONDAY) as it:
        assert english in it.text
        assert "%" not in it.line(english)
        await it.hurry(*["enter"] * 5)
        assert is_ended(it)


async def test_the_first_week_has_nothing_to_look_back_on(open_app, hand):
    hand.habit("Calls", on="2026-11-16")
    async with open_app(hand.store, ritual=True, now=MONDAY) as it:
        assert "This is the first week" in it.text
        assert it.typed == []
        await it.press("x", "tab", "down")
        await it.hurry(*["enter"] * 5)
        assert is_ended(it)


async def test_without_a_habit_there_is_nothing_to_commit_to_and_that_is_said(open_app, store):
    async with open_app(store, ritual=True, now=MONDAY) as it:
        await it.press(*["enter"] * 4)
        await it.type("less")
        await it.press("enter")
        assert step(it) == COMMIT
        assert "Nothing to commit to yet." in " ".join(it.text.split())
        await it.press("escape")
        assert isinstance(it.app.screen, MainScreen)


# Step 2


async def test_confidence_is_asked_with_a_running_campaign_only(open_app, held):
    async with open_app(held, ritual=True, size=(120, 36), now=MONDAY) as it:
        await it.press("enter")
        assert step(it) == COURSE
        assert it.app.screen.entries == []
        await it.press("escape")
        start_campaign(held, draft(held, now=at("2026-11-16"), ends_on=date(2026, 12, 11)), at("2026-11-16"))
        await it.press("r")
        assert step(it) == COURSE
        await it.press("enter")
        assert read_review(held, LAST_WEEK).confidence is None  # Enter alone says nothing
        await it.press("pageup", "right", "right", "right", "right", "enter")
        assert read_review(held, LAST_WEEK).confidence == 4
        assert "confidence 4 of 5" in it.text
        await it.press("pageup", "left", "escape")
    async with open_app(held, ritual=True, now=MONDAY) as it:
        await it.press("r")
        assert texts(it)["confidence"] == "3"


async def test_f08_the_thirteenth_week_asks_whether_the_course_stays(open_app, held):
    held.connection.execute("INSERT INTO setting VALUES ('season_start', '2026-08-24')")
    async with open_app(held, ritual=True, now=MONDAY) as it:
        await it.press("enter")
        assert texts(it) == {"verdict": "keep", "why": ""}
        await it.press("right", "right")
        assert texts(it)["verdict"] == "change"
        await pass_on_refused(it)
        assert step(it) == COURSE
        assert "Another course needs its reason" in " ".join(it.text.split())
        assert texts(it) == {"verdict": "change", "why": ""}
        assert read_check(held, THIS_WEEK) is None
        await it.type("they moved")
        await it.press("escape", "r")
        assert texts(it) == {"verdict": "change", "why": "they moved"}
        await pass_on(it)
        check = read_check(held, THIS_WEEK)
        assert (check.verdict, check.why) == ("change", "they moved")
        await it.press("pageup")
        assert texts(it) == {"verdict": "change", "why": "they moved"}
    async with open_app(held, ritual=True, now="2026-11-23T08:00") as it:
        await it.press("enter", "enter")
        assert step(it) in {COURSE, EMPTY_HEAD}
        assert read_check(held, THIS_WEEK + 1) is None


async def pass_on_refused(it) -> None:
    await it.press("enter", "enter")


@pytest.mark.parametrize("stays", [True, False])
async def test_f01_a_change_of_course_that_waited(open_app, held, stays):
    choose(held, CHANNEL, "email", at("2026-11-02"))
    choose(held, CHANNEL, "telephone", at("2026-11-11"), Reason("they answer there"))
    async with open_app(held, ritual=True, size=(120, 36), now=MONDAY) as it:
        await it.press("enter")
        said = " ".join(it.text.split())
        assert "they answer there" in said
        assert "email" in said
        await it.press(*([] if stays else ["right"]), "enter")
        assert step(it) == EMPTY_HEAD
        page = read_strategy(held, date(2026, 11, 16))
        assert page.text(CHANNEL) == ("telephone" if stays else "email")
        await it.press("pageup")
        assert it.app.screen.entries == []  # it isn't asked about twice


# Steps 3 and 4


@pytest.mark.parametrize("lang", language.LANGUAGES)
async def test_f18_twenty_lines_are_twenty_ideas(open_app, held, lang):
    titles = [f"idée {number}\u00a0: l’été, 工作 [b] {{x}}" for number in range(20)]
    held.capture("Already there", at("2026-11-16"))
    async with open_app(held, ritual=True, lang=lang, now=MONDAY) as it:
        await go_to(it, EMPTY_HEAD)
        await it.type("\r\n".join(titles))
        await it.press("enter")
        assert step(it) == EMPTY_HEAD
        await it.type("already there")
        said = "There already: already there" if lang == "en" else "Déjà là\u00a0: already there"
        assert said in it.text
        await it.press("enter", "enter")
        assert step(it) == CHOOSE
        titles_now = [title for (title,) in it.rows("SELECT title FROM action WHERE state = 'idea'")]
        assert sorted(titles_now) == sorted([*titles, "Already there", "already there"])
        assert last_changes(held, 1)[0].intent == "ideas"
        await it.press("escape", "u")
        assert it.rows("SELECT title FROM action WHERE state = 'idea'") == [("Already there",)]


async def test_line_by_line_and_an_empty_one_goes_on(open_app, held):
    async with open_app(held, ritual=True, now=MONDAY) as it:
        await go_to(it, EMPTY_HEAD)
        await it.hurry(*"one", "enter", *"two", "enter", "space", "enter")
        assert step(it) == CHOOSE
        assert {"one", "two"} < {title for (title,) in it.rows("SELECT title FROM action")}


async def test_f17_eighty_ideas_and_none_is_on_the_week(open_app, held):
    async with open_app(held, ritual=True, now=MONDAY, size=(120, 36)) as it:
        await go_to(it, EMPTY_HEAD)
        await it.type("\n".join(f"Idea number {number}" for number in range(80)))
        await it.press("enter", "enter")
        assert it.text.count("Idea number") <= 5
        await it.press("down", "space", "down", "space", "enter", "enter", "escape")
        assert isinstance(it.app.screen, MainScreen)
        assert it.text.count("Idea number") == 2
        assert it.rows("SELECT count(*) FROM plan_line WHERE week = '2026-W47' AND kind = 'action'") == [(2,)]


@pytest.mark.parametrize(("lang", "sentence"), [("en", "Two means two."), ("fr", "Deux, c’est deux.")])
async def test_f19_the_third_is_refused(open_app, held, lang, sentence):
    held.capture("A\nB\nC", at("2026-11-16"))
    async with open_app(held, ritual=True, lang=lang, now=MONDAY) as it:
        await go_to(it, CHOOSE)
        await it.press("space", "down", "space", "down", "space")
        assert sentence in it.text
        assert it.rows("SELECT count(*) FROM action WHERE state = 'chosen' AND week = '2026-W47'") == [(2,)]
        await it.press("escape", "r")
        assert step(it) == CHOOSE
        assert it.rows("SELECT count(*) FROM action WHERE state = 'chosen' AND week = '2026-W47'") == [(2,)]


# Express


@pytest.mark.parametrize("size", SIZES)
async def test_f35_express_reaches_the_commit_in_three_screens(open_app, year, size):
    async with open_app(year, ritual=True, size=size, now=AFTER_THE_SAMPLE) as it:
        assert step(it) == LOOK_BACK
        assert "ctrl+e express" in it.footer
        await it.press("ctrl+e")
        assert step(it) == CHOOSE
        await it.press("escape", "r", "enter")
        assert step(it) == COMMIT
        await it.press("pageup", "pageup")
        assert step(it) == LOOK_BACK
        await it.press("enter", "enter", "enter")
        assert is_ended(it)


async def test_what_was_typed_before_express_is_written(open_app, held):
    async with open_app(held, ritual=True, now=MONDAY) as it:
        await fill_in(it, proud="seven", contacts="abc")
        await it.press("ctrl+e")
        assert step(it) == LOOK_BACK  # what is wrong with it is said here
        it.app.screen.query_one("#contacts").value = "2"
        await it.press("ctrl+e")
        assert step(it) == CHOOSE
        assert read_review(held, LAST_WEEK).proud == "seven"
        await it.press("enter", "enter")
        assert is_ended(it)
        assert kept(it) == {"asked": "1"}


async def test_ideas_that_were_typed_before_express_are_not_lost(open_app, held):
    async with open_app(held, ritual=True, now=MONDAY) as it:
        await go_to(it, EMPTY_HEAD)
        await it.type("half an idea")
        await it.press("pageup", "ctrl+e")
        assert step(it) == CHOOSE
        await it.press("enter", "enter", "escape", "r", "pageup")
        assert (step(it), texts(it)) == (EMPTY_HEAD, {"ideas": "half an idea"})


async def test_ideas_of_a_ritual_that_was_never_ended_come_along(open_app, held):
    async with open_app(held, ritual=True, now=MONDAY) as it:
        await go_to(it, EMPTY_HEAD)
        await it.type("half an idea")
        await it.press("escape")
    async with open_app(held, ritual=True, now="2026-11-23T08:00") as it:
        assert step(it) == LOOK_BACK
        await go_to(it, EMPTY_HEAD)
        assert texts(it) == {"ideas": "half an idea"}


# What is asked on the way


async def test_d05_the_answer_is_there_at_the_next_look_back(open_app, held):
    async with open_app(held, ritual=True, now=MONDAY) as it:
        await go_to(it, COMMIT)
        await fill_in(it, better="one call only")
        await it.press("enter")
        assert is_ended(it)
    async with open_app(held, ritual=True, now="2026-11-23T08:00") as it:
        assert "one call only" in it.line("1% better")


async def test_h45_a_reason_given_three_times_asks_for_another_habit(open_app, hand):
    hand.habit("Calls", minimum="one message", on="2026-10-26")
    for monday in ("2026-10-26", "2026-11-02", "2026-11-09"):
        hand.commit(on=monday)
        hand.tick("Calls", monday, count=4)
    calls = hand.store.find_habit("Calls")
    for back in (2, 3):
        write_miss(hand.store, Miss(THIS_WEEK + -back, calls.id, TIME), calls.name, at("2026-11-16"))
    async with open_app(hand.store, ritual=True, now=MONDAY) as it:
        it.app.screen.set_focus(it.app.screen.query_one(MissList))
        await it.press("t", "enter", "enter", "enter", "enter")
        assert not isinstance(it.app.screen, RitualScreen)
        assert "3 times 'no time': the habit changes, not you." in " ".join(it.text.split())
        await it.press("escape")
        assert step(it) == COMMIT
        await it.press("escape", "r")
        assert step(it) == COMMIT  # asked once in this ritual


async def test_h15_three_low_weeks_and_f21_a_review_day(open_app, hand):
    hand.habit("Calls", on="2026-08-03")
    for monday, count in (("2026-10-26", 2), ("2026-11-02", 1), ("2026-11-09", 2)):
        hand.commit(on=monday)
        hand.tick("Calls", monday, count=count)
    async with open_app(hand.store, ritual=True, now=MONDAY) as it:
        assert "Make this week lighter?" in it.text  # before anything else
        await it.press("enter")
        assert step(it) == LOOK_BACK
        await it.press("escape", "r")
        assert step(it) == LOOK_BACK
        await it.press("enter", "enter", "enter", "enter")
        assert "Calls: keep it?" in it.text
        await it.press("enter")
        before = hand.store.find_habit("Calls").review_day
        assert before > date(2026, 11, 16)
        while not is_ended(it):
            await it.press("enter")


# Whatever happens


async def test_a_busy_file_refuses_an_answer_and_keeps_the_texts(open_app, held, database):
    async with open_app(held, ritual=True, now=MONDAY) as it:
        other = sqlite3.connect(database)
        for number, name in ((LOOK_BACK, "proud"), (EMPTY_HEAD, "ideas"), (COMMIT, "better")):
            await go_to(it, number)
            await fill_in(it, **{name: "half a word"})
            other.execute("BEGIN IMMEDIATE")
            it.app.screen.set_focus(it.app.screen.entries[-1])
            await it.press(*["enter"] * (2 if number == EMPTY_HEAD else 1))
            assert step(it) == number
            assert "The file is busy with another program" in it.text
            assert texts(it)[name].strip() == "half a word"
            await it.press("pageup")
            assert step(it) == number
            other.rollback()
            await it.press("enter")
        other.close()
        assert is_ended(it)
        assert read_review(held, LAST_WEEK).better == "half a word"


async def test_small_screens_and_other_sizes_while_typing(open_app, year):
    async with open_app(year, ritual=True, size=(40, 12), now=AFTER_THE_SAMPLE) as it:
        await fill_in(it, proud="seven")
        for number, size in enumerate([(39, 11), (120, 36), (40, 12), (80, 24), (59, 15), (20, 5), (40, 12)]):
            await it.pilot.resize_terminal(*size)
            await it.pilot.pause()
            (screen,) = (one for one in it.app.screen_stack if isinstance(one, RitualScreen))
            assert screen.texts["proud"] == "seven", number
        await pass_on(it)
        for number in (COURSE, EMPTY_HEAD, CHOOSE, COMMIT):
            await go_to(it, number)
            for size in [(20, 5), (40, 12)]:
                await it.pilot.resize_terminal(*size)
                await it.press("down", "up", "tab", "shift+tab")
            assert it.app.is_running
            await go_to(it, number)
        await it.press("enter")
        assert is_ended(it)


@pytest.mark.parametrize("text", ["[b]x[/b]", "' OR 1=1 --", "日本語" * 40, "x" * 5000, "\x1b[31mred", "{count}"])
async def test_strange_texts(open_app, held, text):
    async with open_app(held, ritual=True, now=MONDAY) as it:
        await fill_in(it, proud=text, worked=text, did_not=text)
        await pass_on(it)
        await it.press("enter")
        await it.type(text)
        await it.press("enter", "enter", "enter")
        await fill_in(it, better=text)
        await it.press("enter")
        assert is_ended(it), it.text
    assert examine(held).is_sound


async def test_letters_are_text_and_no_commands(open_app, held):
    async with open_app(held, ritual=True, now=MONDAY) as it:
        await it.press("q", "u", "4", "question_mark", "r")
        assert it.typed[0] == "qu4?r"


async def test_a_ritual_left_open_into_the_next_week_commits_to_neither(open_app, hand):
    """It was begun for one week: Enter on Monday says so, and both weeks stay as they are."""
    hand.habit("Calls")
    async with open_app(hand.store, now="2026-11-22T23:50") as it:
        await it.press("r", "ctrl+e", "enter")
        it.clock.set("2026-11-23T08:00")
        await it.press("enter")
        assert "A new week has begun." in it.text
        assert it.store.connection.execute("SELECT count(*) FROM plan").fetchone()[0] == 0


async def test_f35_express_shows_the_score_alone(open_app, year):
    async with open_app(year, now="2026-11-23T08:00") as it:
        await it.press("r", "ctrl+e", "pageup")
        assert "47%" in it.text
        assert "You are proud of" not in it.text


async def test_a_turn_writes_the_step_and_what_stands_beside_it_once(open_app, held):
    async with open_app(held, ritual=True, now=MONDAY) as it:
        written: list[str] = []
        held.connection.set_trace_callback(lambda sql: written.append(sql) if "INTO unfinished" in sql else None)
        for turns, key in enumerate(("enter", "enter", "pageup", "enter"), 1):
            it.clock.wall += timedelta(minutes=1)
            await it.press(key)
            assert sum("'step'" in sql for sql in written) == sum("'seconds'" in sql for sql in written) == turns
            assert kept(it) == {
                "asked": "1",
                "step": str(step(it)),
                "express": "0",
                "seconds": str(60 * turns),
                "ideas": "0",
            }
        await it.type("one\ntwo")
        written.clear()
        await it.press("enter", "enter")
        assert step(it) == CHOOSE
        assert sum("'step'" in sql for sql in written) == 1
        assert kept(it)["ideas"] == "2"
        held.connection.set_trace_callback(None)


async def test_ideas_that_the_file_refused_are_counted_once(open_app, held, database):
    async with open_app(held, ritual=True, now=MONDAY) as it:
        await go_to(it, EMPTY_HEAD)
        await it.type("one\ntwo\n")
        other = sqlite3.connect(database)
        other.execute("BEGIN IMMEDIATE")
        await it.press("enter")
        assert step(it) == EMPTY_HEAD
        other.rollback()
        other.close()
        await it.press("enter")
        assert step(it) == CHOOSE
        assert kept(it)["ideas"] == "2"


async def test_an_open_ritual_shows_what_the_shell_does(open_app, held, lundi):
    """Beside what is typed, which stays: last week's ticks, an idea, a day off of another program."""
    async with open_app(held, ritual=True, now=MONDAY) as it:
        await it.type("seven people")
        before = it.line("Done")
        lundi("tick", "calls", "--date", "2026-11-12", "--note", "late", LUNDI_NOW=MONDAY)
        await it.look_around()
        await it.pilot.pause()
        assert it.line("Done") != before
        assert texts(it)["proud"] == "seven people"
        await go_to(it, CHOOSE)
        assert "From the shell" not in it.text
        lundi("idea", "From the shell", LUNDI_NOW=MONDAY)
        await it.look_around()
        await it.pilot.pause()
        assert "From the shell" in it.text
        await go_to(it, COMMIT)
        assert "Calls" in it.text
        lundi("habit", "archive", "calls", LUNDI_NOW=MONDAY)
        await it.look_around()
        await it.pilot.pause()
        assert "Calls" not in it.text


async def test_once_nothing_is_missing_any_more_the_first_field_has_the_focus(open_app, held):
    async with open_app(held, ritual=True, now=MONDAY) as it:
        it.app.screen.set_focus(it.app.screen.query_one(MissList))
        while it.app.screen.query_one(MissList).missed:
            await it.press("d")
        await it.press(*"abc", "backspace")
        assert texts(it)["proud"] == "ab"
        await it.press("enter")
        assert step(it) == LOOK_BACK
        assert it.app.focused.id == "worked"


async def test_d26_what_was_done_after_all_has_no_reason_any_more(open_app, held):
    async with open_app(held, ritual=True, now=MONDAY) as it:
        it.app.screen.set_focus(it.app.screen.query_one(MissList))
        await it.press("t")
        assert it.rows("SELECT reason FROM miss") == [(TIME,)]
        assert "Obstacles" in it.text
        await it.press("d")
        assert it.rows("SELECT reason FROM miss") == []
        assert "Obstacles" not in it.text
        it.app.screen.set_focus(it.app.screen.query_one("#proud"))
    undo(held, at("2026-11-16"))
    assert held.connection.execute("SELECT reason FROM miss").fetchall()[0][0] == TIME


async def test_an_idea_of_the_shell_leaves_the_cursor_where_it_is(open_app, held, lundi):
    for number in range(12):
        held.capture(f"Idea {number}", at("2026-11-10"))
    async with open_app(held, ritual=True, now=MONDAY) as it:
        await go_to(it, CHOOSE)
        await it.press("down", "down")
        before = it.line("›")
        lundi("idea", "From the shell", LUNDI_NOW=MONDAY)
        await it.look_around()
        await it.pilot.pause()
        assert it.line("›") == before
        assert "From the shell" not in it.text
