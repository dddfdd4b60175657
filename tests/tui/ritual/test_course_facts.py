"""The course in three lines, before anything is asked about it."""

from __future__ import annotations

from datetime import date

import pytest

from lundi.campaign.campaign import Campaign, Plan
from lundi.campaign.measures import Measure
from lundi.record import replaced
from lundi.ritual.course import CoursePage
from lundi.words.money import shown
from tests.tui.facts import held
from tui.ritual.course_facts import CourseFacts

MONDAY = date(2026, 11, 16)
SIZES = [(76, (80, 24)), (78, (120, 36)), (36, (40, 12))]
CAMPAIGN = Campaign(
    "c",
    Plan("Cash in peace", starts_on=date(2026, 9, 28), ends_on=date(2026, 12, 11), spent=48_000),
    date(2026, 9, 20),
    measures=(
        Measure("a", "people sent", 0, 10_000, ((MONDAY, 7_000),)),
        Measure("b", "clients", 2_000, 6_000, ((MONDAY, 3_000),)),
    ),
    started_on=date(2026, 9, 28),
)
COURSE = CoursePage(
    MONDAY, "Forty craftsmen sleep at night.", "One offer, told well", "Cash", CAMPAIGN, (), is_check_week=False
)


def facts(**changed: object) -> CourseFacts:
    widget = CourseFacts()
    widget.course = replaced(COURSE, **changed)
    return widget


@pytest.mark.parametrize(("width", "size"), SIZES)
async def test_vision_theme_and_campaign_stand_in_that_order(store, width, size):
    async with held(store, facts(), width, size) as it:
        for words in ("Vision Forty craftsmen", "2026 One offer, told well", "Campaign Cash in peace D-25", "7/10"):
            assert words in it.text
        assert it.text.index("Vision") < it.text.index("2026") < it.text.index("Campaign")


@pytest.mark.parametrize(("width", "size"), SIZES[:2])
async def test_measures_are_short_bars_with_the_time_through_them(store, width, size):
    async with held(store, facts(), width, size) as it:
        people, clients, time = it.line("People sent"), it.line("Clients"), it.line("Time gone")
        assert people.endswith(" 7/10")
        assert clients.endswith(" 3/6 (from 2)")
        assert people.index("┼") == clients.index("┼") == time.index("┴")
        assert max(map(len, it.lines)) <= 78


async def test_money_is_never_shown(store):
    async with held(store, facts()) as it:
        assert shown(48_000) not in it.text
        assert "€" not in it.text


async def test_a_campaign_whose_end_has_gone_by_is_to_close(store):
    async with held(store, facts(today=date(2026, 12, 12))) as it:
        assert it.line("Cash in peace").endswith(" to close")


async def test_a_campaign_on_its_last_day_has_no_day_left(store):
    async with held(store, facts(today=date(2026, 12, 11))) as it:
        assert it.line("Cash in peace").endswith(" D-0")


async def test_what_was_not_written_says_which_keys_write_it(store):
    async with held(store, facts(vision="", theme="", campaign=None, line="")) as it:
        assert it.text == (
            "Nothing is written here yet. After the ritual: 2, e for the vision and the themes; 3, a for a campaign."
        )
    async with held(store, facts(vision="", campaign=None)) as it:
        assert it.line("Vision").endswith("Not written yet. After the ritual: 2, e.")
        assert it.line("Campaign").endswith("None under way. After the ritual: 3, a.")
    async with held(store, facts(theme="")) as it:
        assert it.line("2026").endswith("No theme yet. After the ritual: 2, e.")


async def test_a_vision_of_one_long_sentence_is_cut(store):
    async with held(store, facts(vision="forty of them sleep and " * 20)) as it:
        assert it.lines[1].endswith("…")
        assert it.lines[2].startswith("2026")


async def test_it_speaks_french(store):
    async with held(store, facts(), lang="fr") as it:
        assert "Vision Forty" in it.text
        assert it.line("Campagne").endswith(" J-25")
        assert "Temps passé" in it.text
    async with held(store, facts(vision="", theme="", campaign=None), lang="fr") as it:
        assert it.text.startswith("Rien n’est encore écrit ici. Après le rituel")


async def test_names_are_never_markup(store):
    plan = Plan("[b]Cash[/b] " * 20, starts_on=date(2026, 9, 28), ends_on=date(2026, 12, 11))
    campaign = Campaign("c", plan, date(2026, 9, 20), started_on=date(2026, 9, 28))
    for width, size in SIZES:
        async with held(store, facts(campaign=campaign, theme="`x` [i]"), width, size) as it:
            assert "[b]Cash[/b]" in it.text
            assert "`x` [i]" in it.text
            assert it.line("D-25")
