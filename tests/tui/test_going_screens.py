"""A screen that is going takes nothing else with it, and the mouse over what has gone is over nothing."""

from __future__ import annotations

import asyncio

import pytest
from textual import events
from textual.widgets import OptionList, TextArea

from tests.wild.happening import key
from tui.kit.screens.lists import ListScreen
from tui.kit.screens.pages import PageScreen, TooSmallScreen


def mouse(it, kind: type[events.MouseEvent], x: int, y: int) -> None:
    it.app._driver.process_message(kind(None, x, y, 0, 0, 1, False, False, False, screen_x=x, screen_y=y))


def click(it, x: int, y: int) -> None:
    mouse(it, events.MouseDown, x, y)
    mouse(it, events.MouseUp, x, y)


async def rest(it) -> None:
    for _turn in range(5):
        await it.pilot.pause()


@pytest.mark.parametrize("times", [2, 3])
async def test_a_double_click_beside_the_palette(open_app, year, times):
    async with open_app(year) as it:
        it.app.post_message(key("ctrl+p"))
        for _time in range(times):
            click(it, 2, 1)
            await asyncio.sleep(0)
        await rest(it)
        await it.press("escape")
        assert len(it.app.screen_stack) == 1
        await it.press("4")
        assert it.app.is_running


async def test_a_screen_that_is_asked_twice_to_go_goes_alone(open_app, year):
    async with open_app(year) as it:
        await it.press("U")
        changes = it.app.screen
        changes.dismiss()
        changes.dismiss()
        await rest(it)
        assert len(it.app.screen_stack) == 1


async def test_a_screen_with_another_over_it_stays_until_that_has_gone(open_app, year):
    async with open_app(year) as it:
        await it.press("U")
        changes = it.app.screen
        await it.press("question_mark")
        over = PageScreen([])
        it.app.main.open(over)
        changes.dismiss()
        await rest(it)
        assert it.app.screen is over


@pytest.mark.parametrize("place", ["2", "3", "4", "6"])
async def test_a_click_on_a_place_and_its_key_right_behind_it(open_app, year, place):
    """The click comes on the screen's way, the key on the app's: the second finds the place whole."""
    async with open_app(year, size=(120, 36)) as it:
        header = {column: name for column, name, _key, _word in it.app.main.header._columns()}
        names = {"2": "strategy", "3": "campaign", "4": "tracking"}
        x = next((column for column, name in header.items() if name == names.get(place)), 5)
        region = it.app.main.header.region
        click(it, region.x + x, region.y + 1)
        it.app.post_message(key(place))
        it.app.post_message(key("1"))
        it.app.post_message(key(place))
        await rest(it)
        assert it.app.is_running
        assert it.app.main.places.current == names.get(place, "ideas")


async def test_what_is_asked_of_a_place_is_asked_of_the_one_that_is_shown(open_app, year):
    """Enter right behind a place's key is for that place: no day's page opens over the ideas."""
    async with open_app(year) as it:
        await it.hurry("4", "enter")
        await it.press("escape", "escape")
        await it.hurry("6", "enter")
        assert not isinstance(it.app.screen, PageScreen)


async def test_the_mouse_over_a_field_of_several_lines_that_comes_and_goes(open_app, year):
    async with open_app(year) as it:
        for _time in range(3):
            it.app.post_message(key("3"))
            it.app.post_message(key("v"))
            for y in range(2, 20, 3):
                mouse(it, events.MouseMove, 20, y)
                await asyncio.sleep(0)
            it.app.post_message(key("escape"))
            for y in range(2, 20, 3):
                mouse(it, events.MouseMove, 20, y)
                await asyncio.sleep(0)
            await rest(it)
        assert it.app.is_running
        assert not it.app.screen.query(TextArea)


async def test_dragging_over_what_is_taken_away(open_app, year):
    async with open_app(year) as it:
        for step in ("r", "escape", "2", "1"):
            mouse(it, events.MouseDown, 20, 6)
            it.app.post_message(key(step))
            for x in range(10, 60, 10):
                mouse(it, events.MouseMove, x, 8)
                await asyncio.sleep(0)
            mouse(it, events.MouseUp, 60, 8)
            mouse(it, events.MouseDown, 30, 8)
        await rest(it)
        assert it.app.is_running


async def test_a_click_on_an_entry_that_is_no_more(open_app, year):
    async with open_app(year) as it:
        await it.press("U")
        options = it.app.screen.query_one(OptionList)
        stale = events.Click(options, 3, 9, 0, 0, 1, False, False, False, style=options.rich_style.update_link(None))
        stale.style = stale.style + stale.style.from_meta({"option": 400})
        options.post_message(stale)
        await rest(it)
        assert it.app.is_running
        assert isinstance(it.app.screen, ListScreen)


@pytest.mark.parametrize("name", ["pageup", "pagedown"])
async def test_a_page_is_turned_in_a_list_that_is_not_laid_out(open_app, year, name):
    async with open_app(year) as it:
        await it.press("U")
        options = it.app.screen.query_one(OptionList)
        options._index_to_line.clear()
        await options.run_action("page_up" if name == "pageup" else "page_down")
        assert it.app.is_running


async def test_there_is_room_again_before_the_sentence_was_there(open_app, year):
    async with open_app(year) as it:
        it.app.main.open(TooSmallScreen())  # as if there had been none
        await rest(it)
        assert len(it.app.screen_stack) == 1


async def test_there_is_room_again_under_something_else(open_app, year):
    async with open_app(year) as it:
        await it.pilot.resize_terminal(20, 5)
        over = PageScreen([])
        it.app.main.open(over)
        await it.pilot.resize_terminal(80, 24)
        await rest(it)
        await it.press("escape")
        await rest(it)
        assert len(it.app.screen_stack) == 1


async def test_a_key_that_comes_when_the_screen_is_taken_away(open_app, year):
    async with open_app(year) as it:
        await it.app.main.notice.remove()  # as at the end, one part after the other
        await it.press("down")
        assert it.app.is_running
