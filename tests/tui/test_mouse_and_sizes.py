"""The mouse where a click is usual elsewhere, and every size down to the smallest."""

from __future__ import annotations

import pytest

from tui.kit.screens.lists import ListScreen
from tui.kit.screens.pages import TooSmallScreen


def place(it, word: str, line_with: str | None = None) -> tuple[int, int]:
    """Column and line at which a word begins, on the line that holds another one."""
    for y, line in enumerate(it.lines):
        if word in line and (line_with is None or line_with in line):
            return line.index(word), y
    raise AssertionError(f"{word!r} is nowhere:\n{it.text}")


async def click(it, column: int, line: int) -> None:
    await it.pilot.click(offset=(column, line))
    await it.pilot.pause()


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_a_click_on_a_day_ticks_it(open_app, small, size):
    async with open_app(small, size=size) as it:
        column, _line = place(it, "Tue")
        _column, line = place(it, "Article")
        await click(it, column, line)
        assert it.rows("SELECT day, name FROM tick JOIN habit ON habit.id = habit_id") == [("2026-11-17", "Article")]
        assert "Article" in it.chosen
        assert it.cursor_day == "Tue"
        await click(it, place(it, "Fri")[0], line)
        assert it.ticks == 1
        assert it.notice == "Tomorrow is not done yet."


async def test_a_click_on_a_name_only_moves_the_cursor(open_app, small):
    async with open_app(small) as it:
        await click(it, *place(it, "Article"))
        assert "Article" in it.chosen
        assert it.ticks == 0


async def test_a_click_on_an_action_ticks_it(open_app, hand):
    hand.habit("Calls")
    hand.commit("Write to Ronan", "A card")
    async with open_app(hand.store) as it:
        await click(it, *place(it, "A card"))
        assert it.rows("SELECT title FROM action WHERE done_on IS NOT NULL") == [("A card",)]


async def test_a_click_on_a_place_goes_there_and_on_a_key_of_the_footer_presses_it(open_app, year):
    async with open_app(year) as it:
        await click(it, *place(it, "Tracking"))
        assert "all habits" in it.text
        await click(it, *place(it, "Week", "lundi"))
        assert "Week 47" in it.text
        await click(it, *place(it, "idea", "undo"))
        assert it.is_asking
        await it.press("escape")
        await click(it, *place(it, "keys", "undo"))
        assert "add a habit" in it.text


async def test_clicks_in_tracking(open_app, year):
    async with open_app(year) as it:
        await it.press("4")
        await click(it, *place(it, "Half an hour"))
        assert "Half an hour" in it.line("The year")
        await click(it, *place(it, "Half an hour", "0/1"))
        assert "all habits" in it.line("The year")
        column, line = place(it, "■", "Tue")
        await click(it, column, line)
        await click(it, column, line)
        assert "Tuesday" in it.text


async def test_a_click_on_an_entry_of_a_list_acts(open_app, small, hand):
    hand.tick("Calls", "2026-11-17")
    async with open_app(small) as it:
        await it.press("U")
        await click(it, *place(it, "Calls, Tue 17 Nov"))
        assert not isinstance(it.app.screen, ListScreen)
        assert it.ticks == 0


# Sizes


@pytest.mark.parametrize("size", [(39, 12), (40, 11), (20, 5), (1, 1)])
async def test_below_the_smallest_size_one_line_says_so(open_app, small, size):
    async with open_app(small, size=size, lang="fr") as it:
        assert isinstance(it.app.screen, TooSmallScreen)
        await it.press("space")
        assert it.ticks == 0
        await it.pilot.resize_terminal(40, 12)
        await it.pilot.pause()
        assert not isinstance(it.app.screen, TooSmallScreen)
        assert "Calls" in it.text
        await it.press("space")
        assert it.ticks == 1


async def test_what_was_typed_is_there_again_after_a_too_small_window(open_app, small):
    async with open_app(small) as it:
        await it.press("i")
        await it.type("An idea not to lose")
        await it.pilot.resize_terminal(30, 8)
        await it.pilot.pause()
        assert "Make it a little larger" in it.text.replace("\n", " ")
        await it.pilot.resize_terminal(80, 24)
        await it.pilot.pause()
        assert it.typed == ["An idea not to lose"]
        await it.press("enter")
        assert it.rows("SELECT title FROM action WHERE state = 'idea'") == [("An idea not to lose",)]


@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_at_forty_by_twelve_everything_can_be_reached(open_app, year, lang):
    async with open_app(year, size=(40, 12), lang=lang) as it:
        await it.press(*["down"] * 6, "space")
        assert it.rows("SELECT count(*) FROM batch WHERE intent LIKE 'action-%'") == [(1,)]
        await it.press("e")
        await it.press(*["up"] * 6)
        await it.press("e")
        for _field in range(9):
            assert it.app.screen.focused is not None
            region = it.app.screen.focused.region
            assert 0 <= region.y < 12, "the field with the focus is in sight"
            await it.press("down")
        await it.press("escape", "4")
        assert all(len(line) <= 40 for line in it.lines)
