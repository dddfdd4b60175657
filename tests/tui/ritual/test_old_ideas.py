"""Old ideas, offered for letting go five at a time (F17)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from storage.ideas.intents import let_go_idea, read_ideas, read_old_ideas
from tests.tui.conftest import at
from tui.ritual.asked.old_ideas import OldIdeas

TODAY = date(2026, 11, 18)


@pytest.fixture
def parked(small):
    """Seven ideas of spring, a day apart, and a young one."""
    for number in range(7):
        small.capture(f"idea {number} [x]", at((date(2026, 4, 6) + timedelta(number)).isoformat()))
    small.capture("young", at("2026-11-01"))
    return small


async def offer(it) -> list[int]:
    """Open it; the list counts how often it said that it was done with."""
    answered: list[int] = []
    while len(it.app.screen_stack) > 1:  # what a start asks by itself
        await it.press("escape")
    it.app.main.open(OldIdeas(it.app.main, lambda: answered.append(1)))
    await it.pilot.pause()
    return answered


def listed(it) -> list[str]:
    return [line.split()[1] for line in it.lines if "[x]   " in line]


def is_open(it) -> bool:
    return isinstance(it.app.screen, OldIdeas)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
@pytest.mark.parametrize(("lang", "title", "keys"), [
    ("en", "more than half a year old", "enter keep them   d let one go   D let all go   esc later"),
    ("fr", "plus de six mois", "entrée les garder   d en lâcher une   D tout lâcher   échap plus tard"),
])  # fmt: skip
async def test_f17_five_at_a_time(open_app, parked, size, lang, title, keys):
    async with open_app(parked, size=size, lang=lang) as it:
        answered = await offer(it)
        assert title in it.text
        assert keys in it.text
        assert listed(it) == list("01234")
        await it.press("escape")
        assert (is_open(it), answered) == (False, [1])
        assert len(read_old_ideas(parked, TODAY)) == 7


async def test_f17_all_five_go_and_the_next_ones_follow(open_app, parked):
    async with open_app(parked) as it:
        answered = await offer(it)
        await it.press("D")
        assert listed(it) == list("56")
        await it.press("D")
        assert (is_open(it), answered) == (False, [1])  # nothing is left to ask
        assert [idea.title for idea in read_ideas(parked, at("2026-11-18").week)] == ["young"]
        await it.press("u", "u")
        assert len(read_old_ideas(parked, TODAY)) == 7


async def test_f17_one_goes_and_the_list_fills_up(open_app, parked):
    async with open_app(parked) as it:
        await offer(it)
        await it.press("down", "d")
        assert listed(it) == list("02345")
        await it.press("d")
        assert listed(it) == list("03456")


async def test_f17_enter_keeps_them_until_the_next_quarter(open_app, parked):
    async with open_app(parked) as it:
        answered = await offer(it)
        await it.hurry("enter", "enter", "escape")
        assert answered == [1]
        assert read_old_ideas(parked, TODAY) == []
        assert len(read_old_ideas(parked, TODAY + timedelta(weeks=13))) == 7
        assert len(read_ideas(parked, at("2026-11-18").week)) == 8


async def test_f17_what_another_program_took_is_said(open_app, parked):
    async with open_app(parked) as it:
        answered = await offer(it)
        let_go_idea(parked, read_old_ideas(parked, TODAY)[0], at("2026-11-18"))
        await it.press("D")
        assert is_open(it)
        assert "idea 0 [x] is not there any more" in it.text.replace("\n", " ")
        assert listed(it) == list("12345")  # and the list is as the file is now
        await it.press("D", "D")
        assert (is_open(it), answered) == (False, [1])


@pytest.mark.parametrize("size", [(40, 12), (60, 16)])
async def test_f17_on_a_small_screen(open_app, parked, size):
    async with open_app(parked, size=size, lang="fr") as it:
        answered = await offer(it)
        await it.press("down", "up", "D", "D")
        assert answered == [1]
