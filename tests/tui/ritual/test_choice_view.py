"""Choosing the two: the view by itself, on any screen that has a desk."""

from __future__ import annotations

from datetime import date

import pytest
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from lundi.time.days import Moment
from storage.ideas.intents import read_chosen
from tui.kit.screens.dialog import Foot
from tui.ritual.choice.view import ChoosingView

NOW = Moment(date(2026, 11, 18), "2026-11-18T09:10:00")


class Page(Screen[None]):
    """The view in something that scrolls, under seven lines of something else."""

    def __init__(self, desk) -> None:
        super().__init__()
        self.view = ChoosingView(desk, id="choosing")
        self.heard = 0

    def compose(self) -> ComposeResult:
        yield Static("\n" * 6)
        with Foot(id="question"):
            yield self.view

    def on_choosing_view_changed(self) -> None:
        self.heard += 1


@pytest.fixture
def twelve(hand):
    """A habit and twelve ideas, 'Idea 01' the oldest."""
    hand.habit("Calls", minutes=10)
    for number in range(1, 13):
        day = f"2026-10-{number:02}"
        hand.store.capture(f"Idea {number:02}", Moment(date.fromisoformat(day), f"{day}T09:00:00"))
    return hand.store


async def opened(it) -> Page:
    page = Page(it.app.screen_stack[0])
    await it.app.push_screen(page)
    await it.press()
    return page


def chosen(it) -> list[str]:
    return sorted(idea.title for idea in read_chosen(it.store, NOW.week))


async def test_it_has_its_keys_and_says_when_it_shows_something_else(open_app, twelve):
    async with open_app(twelve) as it:
        page = await opened(it)
        assert it.app.focused is page.view
        before = page.heard
        await it.press("down", "space")
        assert page.heard > before
        assert [idea.title for idea in page.view.choosing.chosen] == ["Idea 02"]
        before = page.heard
        await it.press("right")
        assert page.heard > before
        assert page.view.range_shown == "ideas 6 to 10 of 12"
        assert [key for key, _word in page.view.key_words] == ["space", "→", "s", "e", "a", "d", "u"]
        await it.press("u")
        assert chosen(it) == []


async def test_what_is_opened_over_it_is_seen_in_it(open_app, twelve):
    async with open_app(twelve) as it:
        page = await opened(it)
        await it.press("a")
        await it.type("A new one")
        await it.press("enter")
        assert it.app.screen is page
        assert "› □  A new one" in it.text
        await it.press("space")
        assert chosen(it) == ["A new one"]


async def test_it_says_whether_there_is_an_idea_further_on(open_app, twelve):
    async with open_app(twelve) as it:
        page = await opened(it)
        assert not page.view.move(-1)
        assert [page.view.move(1) for _idea in range(5)] == [True, True, True, True, False]


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (40, 12), (200, 12)])
async def test_the_idea_under_the_cursor_is_in_sight(open_app, twelve, size):
    async with open_app(twelve, size=size) as it:
        await opened(it)
        await it.press("space", "down", "space", "right", "right")
        for _key in range(5):
            assert any("›" in line and ("■" in line or "□" in line) for line in it.lines), it.text
            await it.press("up")


async def test_and_stays_there_when_the_terminal_gets_smaller(open_app, twelve):
    async with open_app(twelve) as it:
        await opened(it)
        await it.press("space", "down", "space", "right", *["down"] * 6)
        await it.pilot.resize_terminal(40, 12)
        await it.press()
        assert any("›" in line and ("■" in line or "□" in line) for line in it.lines), it.text
