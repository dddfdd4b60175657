"""Screens that are being opened: ended before they are there, and keys that come before them."""

from __future__ import annotations

import asyncio

import pytest

from tui.kit.screens.lists import Act, Entry, ListScreen
from tui.main import MainScreen
from tui.ritual.screen import RitualScreen


@pytest.mark.parametrize("turns", range(5))
async def test_told_to_end_while_a_screen_is_being_made(open_app, year, turns):
    async with open_app(year) as it:
        it.app.push_screen(RitualScreen(it.app.main))
        for _turn in range(turns):
            await asyncio.sleep(0)
        it.app.exit(return_code=143)
    assert it.app.return_code == 143


async def test_a_key_before_its_screen_is_there_waits_for_it(open_app, year):
    async with open_app(year) as it:
        chosen: list[str] = []
        act = Act("enter", "choose", chosen.append)
        it.app.push_screen(ListScreen("A few", lambda: [Entry("one", "The first")], [act], empty="None"))
        await it.app.run_action("screen.act(0)")
        await it.pilot.pause()
        assert chosen == ["one"]
        assert isinstance(it.app.screen, MainScreen)


async def test_what_a_screen_says_of_itself_while_it_opens_is_shown(open_app, year):
    async with open_app(year, size=(120, 36)) as it:
        screen = RitualScreen(it.app.main)
        it.app.push_screen(screen)
        screen.call_after_refresh(screen.refuse, "Said at once.")
        await it.pilot.pause()
        await it.pilot.pause()
        assert "Said at once." in it.text
