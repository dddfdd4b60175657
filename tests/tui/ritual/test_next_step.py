"""`.`: one thing to do now over whatever place is open, ticked right there or gone to (F02)."""

from __future__ import annotations

import pytest

from lundi.campaign.campaign import Plan
from storage.campaign import intents as campaigns
from storage.campaign.rows import read_campaigns
from storage.habits.first_run import finish as finish_first_run
from tests.tui.conftest import at
from tui.ritual.next_step import NextStepScreen

SIZES = [(80, 24), (120, 36), (60, 20), (40, 12)]
DONE = "All done. Close me."


def is_open(it) -> bool:
    return isinstance(it.app.screen, NextStepScreen)


@pytest.fixture
def walk(hand):
    """One habit for each day, with a smallest version, in a committed week that began today."""
    hand.habit("Walk", "wed", on="2026-11-18", minimum="to the door", after="lunch")
    hand.commit(on="2026-11-18")
    return hand.store


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("key", ["full_stop", "semicolon"])
async def test_f02_one_thing_and_why(open_app, year, size, key):
    async with open_app(year, size=size) as it:
        before = it.ticks
        await it.press(key)
        assert is_open(it)
        beneath = "\n".join(it.lines[-10:])
        assert "One service done today" in beneath
        assert "Planned for today, and missed" in beneath
        assert "space tick" in beneath
        await it.press(key)
        assert not is_open(it)
        assert it.ticks == before


@pytest.mark.parametrize("place", "12346")
async def test_f02_from_every_place_space_ticks_it(open_app, year, place):
    async with open_app(year) as it:
        before = it.ticks
        await it.press(place, "full_stop", "space")
        assert not is_open(it)
        assert it.notice == "One service done today 3/5"
        assert it.ticks == before + 1
        (row,) = it.rows("SELECT day, smallest FROM tick ORDER BY rowid DESC LIMIT 1")
        assert row == ("2026-11-18", 0)
        await it.press("u")
        assert it.ticks == before


@pytest.mark.parametrize("place", "12346")
async def test_f02_from_every_place_enter_goes_there(open_app, year, place):
    async with open_app(year) as it:
        await it.press("left", place, "full_stop", "enter")
        assert it.cursor_day == "Wed"
        assert "One service done today" in it.chosen
        await it.press("space")
        assert it.count("One service done today") == "3/5"


async def test_f02_from_another_week_enter_comes_back_to_today(open_app, year):
    async with open_app(year) as it:
        await it.press(*["left"] * 9, "full_stop", "enter")
        assert "Week 47" in it.text
        assert it.cursor_day == "Wed"


async def test_f02_the_smallest_version(open_app, walk):
    async with open_app(walk) as it:
        await it.press("full_stop")
        assert "minimum to the door" in it.text
        await it.press("m")
        assert it.notice == "Walk 1/1"
        assert it.rows("SELECT smallest FROM tick") == [(1,)]


async def test_f02_an_action_is_done_there_or_gone_to(open_app, hand):
    hand.habit("Walk", "fri")
    hand.commit("Write to Ronan")
    async with open_app(hand.store) as it:
        await it.press("full_stop")
        assert "One of your two this week." in it.text
        assert "smallest" not in it.lines[-2]
        await it.press("m")
        assert is_open(it)  # it has no smallest version
        await it.press("enter")
        assert "Write to Ronan" in it.chosen
        await it.press("full_stop", "space")
        assert it.notice == "Done: Write to Ronan"
        await it.press("full_stop")
        assert DONE in it.text


async def test_f02_all_done_and_q_closes(open_app, walk):
    async with open_app(walk) as it:
        await it.press("full_stop", "space", "full_stop")
        assert is_open(it)
        assert DONE in it.text
        assert "The whole plan of this week is done." in it.text
        ticks = it.ticks
        await it.press("space", "m")
        assert is_open(it)
        assert it.ticks == ticks
        await it.press("enter")
        assert not is_open(it)
        await it.press("full_stop")
        await it.leave_by("q")
        assert it.app._exit


async def test_f02_elsewhere_q_closes_what_is_read(open_app, walk):
    async with open_app(walk) as it:
        await it.press("full_stop", "q")
        assert not is_open(it)
        assert not it.app._exit


async def test_c16_the_week_says_so_when_everything_so_far_is_done(open_app, hand):
    hand.habit("Walk", "wed fri", on="2026-11-18")
    hand.commit(on="2026-11-18")
    async with open_app(hand.store) as it:
        assert DONE not in it.text
        await it.press("space")
        assert DONE in it.text  # Friday is for Friday
    async with open_app(hand.store, now="2026-11-20T09:10") as it:
        assert DONE not in it.text


@pytest.mark.parametrize(
    ("lang", "week_off", "day_off"),
    [
        ("en", "A week off. Nothing is expected.", "A day off. Nothing is expected."),
        ("fr", "Une semaine de congé. Rien n’est attendu.", "Un jour de congé. Rien n’est attendu."),
    ],
)
async def test_f02_off_days_and_weeks_ask_for_nothing(open_app, walk, lang, week_off, day_off):
    async with open_app(walk, lang=lang) as it:
        await it.press("o", "full_stop")
        assert day_off in it.text
        await it.press("escape", "O", "full_stop")
        assert week_off in it.text
        assert DONE not in it.text


async def test_f02_without_a_plan_enter_opens_the_commit(open_app, hand):
    hand.habit("Walk", "wed")
    async with open_app(hand.store) as it:
        await it.press("4", "full_stop")
        assert "Plan the week." in it.text
        beneath = len(it.app.screen_stack)
        await it.press("enter")
        assert not is_open(it)
        assert len(it.app.screen_stack) == beneath  # another one has come in its place


@pytest.mark.parametrize("place", ["1", "4"])
async def test_f02_an_empty_file_leads_to_the_first_habit(open_app, store, place):
    async with open_app(store) as it:
        await it.press(place, "full_stop")
        assert "Choose one habit." in it.text
        await it.press("enter")
        assert it.is_asking
        await it.type("Walk")
        assert it.typed[0] == "Walk"


async def test_f02_a_campaign_that_is_over_leads_to_its_review(open_app, hand):
    hand.habit("Calls")
    store = hand.store
    plan = Plan("Bring one", "three", "an hour", "all", channel="e-mail", ends_on=at("2026-11-17").day)
    campaigns.draft_campaign(store, plan, at("2026-11-02"))
    (draft,) = read_campaigns(store)
    campaigns.start_campaign(store, draft, at("2026-11-02"))
    async with open_app(store) as it:
        await it.press("escape", "full_stop")
        assert "End review: Bring one" in it.text
        assert "Its end has gone by. What did it teach?" in it.text
        await it.press("enter")
        assert "goal reached" in it.text


async def test_f02_in_a_hurry_one_tick_and_no_letter_lost(open_app, walk):
    async with open_app(walk) as it:
        await it.hurry("full_stop", "space", "space", "full_stop", "enter", "escape")
        assert it.ticks == 2  # the second is the Week's own, on the cell under the cursor
        assert not is_open(it)
        await it.hurry("u", "u", "full_stop", "enter", "space")
        assert it.ticks == 1


async def test_f02_a_habit_that_has_gone_is_said(open_app, walk):
    async with open_app(walk) as it:
        await it.press("full_stop")
        walk.archive_habit(walk.find_habit("Walk"), at("2026-11-17"))
        before = it.ticks
        await it.press("space")
        assert not is_open(it)
        assert "Walk" in it.notice
        assert it.ticks in (before, before + 1)


async def test_f02_a_long_name_is_cut_and_not_read_as_markup(open_app, hand):
    hand.habit("[b]long[/b] " + "word " * 150, "wed", on="2026-11-18")
    hand.commit(on="2026-11-18")
    async with open_app(hand.store, size=(40, 12)) as it:
        await it.press("full_stop")
        assert "[b]long[/b]" in it.text
        assert "…" in it.text
        assert "esc close" in " ".join(it.text.split())


@pytest.mark.parametrize(
    ("lang", "size", "words"),
    [
        ("en", (80, 24), ". where to begin"),
        ("en", (120, 36), ". where to begin"),
        ("fr", (120, 36), ". par où commencer"),
    ],
)
async def test_f02_the_footer_of_the_week_has_it(open_app, walk, lang, size, words):
    async with open_app(walk, lang=lang, size=size) as it:
        assert words in it.footer


async def test_f02_asking_reads_only(open_app, store):
    finish_first_run(store, at("2026-11-18"))
    async with open_app(store) as it:
        await it.press("full_stop", "escape")
        assert it.rows("SELECT * FROM batch") == []
