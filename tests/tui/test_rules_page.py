"""`R`: the rules of the game with the numbers in force, and where they are changed (H19)."""

from __future__ import annotations

import json
import re

import pytest

from storage.habits.seasons import read_season
from storage.settings import change_settings, read_settings
from storage.strategy.intents import read_strategy
from storage.week.tracking import read_standing
from tests.tui.conftest import at
from tui.rules import RulesScreen
from tui.settings import SettingsDialog


async def fill(it, **texts: str) -> None:
    for field, text in texts.items():
        it.app.screen.query_one(f"#{field}").value = text
    await it.pilot.pause()


def flowing(it) -> str:
    """The screen as one line; a no-break space is none of its blanks."""
    return re.sub(r"[ \n]+", " ", it.text)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ("Rules of the game", "From 85% of its plan on", "5 habits at most", "13 weeks", "week 1 of season 5")),
        ("fr", ("Règles du jeu", "À partir de 85\u00a0% de son plan", "5 habitudes au plus", "13 semaines")),
    ],
)
@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=str)
async def test_h19_the_whole_page_fits(open_app, year, lang, words, size):
    async with open_app(year, lang=lang, size=size) as it:
        await it.press("R")
        for sentence in words:
            assert sentence in flowing(it)
        assert {"en": "one of them.", "fr": "n’en est qu’une."}[lang] in flowing(it)
        await it.press("escape")
        assert words[0] not in it.text


@pytest.mark.parametrize("size", [(60, 20), (40, 12)], ids=str)
async def test_h19_in_little_room_it_scrolls(open_app, year, size):
    async with open_app(year, size=size) as it:
        await it.press("R")
        assert "What counts" in it.text
        assert "esc close" in it.text
        await it.press(*["pagedown"] * 8)
        assert "Strength" in it.text
        assert "What counts" not in it.text


@pytest.mark.parametrize("place", "12346")
async def test_h19_from_every_place(open_app, year, place):
    async with open_app(year) as it:
        await it.press(place, "R")
        assert isinstance(it.app.screen, RulesScreen)
        await it.press("q")
        assert not isinstance(it.app.screen, RulesScreen)


@pytest.mark.parametrize("key", ["enter", "e"])
async def test_h19_it_is_editable_and_read_anew(open_app, year, key):
    async with open_app(year) as it:
        await it.press("R", key)
        assert isinstance(it.app.screen, SettingsDialog)
        assert "language" not in it.text
        await fill(it, held_from="80", habits_at_most="4", season_weeks="12", ritual_day="2", season_start="2026-11-02")
        await it.press("ctrl+s")
        assert isinstance(it.app.screen, RulesScreen)
        text = flowing(it)
        assert "From 80% of its plan on." in text
        assert "this one 85%" in text
        assert "4 habits at most" in text
        assert "Made on Tuesday" in text
        assert "12 weeks. This is week 3 of season 1, begun on 2 November." in text
        await it.press("escape", "u")
        assert read_settings(year)["held_from"] == "85"


async def test_h19_nonsense_is_refused_and_stays_to_be_mended(open_app, year):
    async with open_app(year) as it:
        before = read_settings(year)
        await it.press("R", "e")
        await fill(it, held_from="80", season_start="next month")
        await it.press("ctrl+s")
        assert "'next month' is no day with its year." in flowing(it)
        assert "next month" in it.typed
        assert read_settings(year) == before
        await it.press("escape", "escape")
        assert not isinstance(it.app.screen, RulesScreen)


async def test_h19_in_a_hurry(open_app, year):
    async with open_app(year) as it:
        before = read_settings(year)
        await it.hurry("R", "e", "escape", "escape", "R", "R", "R", "enter", "enter", "escape", "escape")
        assert len(it.app.screen_stack) == 1
        assert read_settings(year) == before


async def test_h19_85_to_80_leaves_past_weeks_alone_and_counts_for_later_ones(open_app, hand, lundi):
    """Four of five calls are 80%: not held while 85 was the rule, held once it is 80."""
    hand.habit("Calls", "5", on="2026-11-09")
    hand.commit(on="2026-11-09")
    hand.tick("Calls", "2026-11-10", count=4)
    hand.commit(on="2026-11-16")
    hand.tick("Calls", "2026-11-17", count=4)

    clock = ["2026-11-18T09:10"]

    def weeks() -> dict[str, object]:
        hand.store.checkpoint()
        said = lundi("stats", "--json", LUNDI_NOW=clock[0]).stdout
        return {one["week"]: one["held"] for one in json.loads(said)["weeks"]}

    assert weeks() == {"2026-W46": False, "2026-W47": None}
    async with open_app(hand.store) as it:
        await it.press("R", "e")
        await fill(it, held_from="80")
        await it.press("ctrl+s", "escape")
    assert weeks() == {"2026-W46": False, "2026-W47": None}
    hand.commit(on="2026-11-23")
    hand.tick("Calls", "2026-11-24", count=4)
    clock[0] = "2026-11-30T09:10"
    assert weeks() == {"2026-W46": False, "2026-W47": False, "2026-W48": True, "2026-W49": None}
    async with open_app(hand.store, size=(120, 36), now="2026-11-30T09:10") as it:
        await it.press("left", "t", "R")
        assert "From 80% of its plan on." in flowing(it)
        await it.press("escape", *["left"] * 3)
        assert "held at 80%" in it.text
        await it.press(*["left"] * 7)
        assert "held at 85%" in it.text


async def test_h19_another_season_leaves_past_verdicts_alone(open_app, year):
    day = at("2026-11-18").day
    page, standing = read_strategy(year, day), read_standing(year, day)
    assert not page.is_check_week
    async with open_app(year) as it:
        await it.press("R", "e")
        await fill(it, season_weeks="1")
        await it.press("ctrl+s", "escape")
    after = read_strategy(year, day)
    assert after.is_check_week
    assert (after.entries, after.waiting, after.changes) == (page.entries, page.waiting, page.changes)
    assert read_standing(year, day) == standing


def test_h19_a_season_begins_where_it_is_set(year, now):
    change_settings(year, {"season_start": "16/11/2026", "season_weeks": "8"}, now)
    season = read_season(year, now.week)
    assert (season.number, season.week_number, season.weeks) == (1, 1, 8)
    assert read_season(year, now.week + -1) is None
    change_settings(year, {"season_start": ""}, now)
    assert read_season(year, now.week).number > 1
