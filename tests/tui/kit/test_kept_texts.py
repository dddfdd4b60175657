"""Every dialog with a field: what is typed is kept a moment later, is there again in another program; Esc drops it."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from storage.file.undo import last_changes
from tui.kit.fields.field import ManyLines
from tui.kit.screens.dialog import Dialog

WAYS = {  # to a dialog, from the main screen
    "a note": "1 up up up up n",
    "an excuse": "1 up up up up s",
    "a habit's card": "1 up up up up e",
    "an idea": "i",
    "an idea's card": "6 enter",
    "the pieces of an idea": "6 s",
    "the mission": "2 e enter",
    "the vision": "2 e down enter",
    "another text of the page": "2 e down down enter",
    "the line": "2 e down down down down down down enter",
    "the channel": "2 e down down down down down down down enter",
    "a year's theme": "2 e down down down down down down down down down enter",
    "how far the page looks": "2 e pagedown pagedown up enter",
    "something to be right": "2 e pagedown pagedown enter a",
    "something for the shelf": "2 g a",
    "a campaign's card": "3 e",
    "a new campaign": "3 a enter",
    "where measures stand": "3 m",
    "what is measured": "3 M",
    "a later end": "3 L",
    "what bothered a client": "3 g a",
    "something tried once": "3 o a",
    "the end review": "3 b",
    "a word for the list": "3 v ctrl+n",
    "the settings": "comma",
}
MARK = "kept "


def first_text(it):
    """The first field of the dialog that takes text."""
    return next(entry for entry in it.app.screen.entries if isinstance(entry, Input | ManyLines))


def kept(it) -> list[str]:
    return [str(text) for (text,) in it.rows("SELECT text FROM unfinished")]


async def is_kept(it) -> None:
    """Wait until the file has it: no key is pressed meanwhile."""
    for _turn in range(200):
        if any(MARK in text for text in kept(it)):
            return
        await it.pilot.pause(0.02)
    raise AssertionError(kept(it))


@pytest.mark.parametrize("way", WAYS)
async def test_what_is_typed_outlives_the_program(open_app, year, way):
    async with open_app(year) as it:
        await it.press(*WAYS[way].split())
        assert isinstance(it.app.screen, Dialog), type(it.app.screen)
        it.app.screen.set_focus(first_text(it))
        before = first_text(it).value
        changes = len(last_changes(year, 1000))
        await it.type(MARK)
        await is_kept(it)
        typed = first_text(it).value
        it.app.screen.unfinished.done_with()  # killed: nothing more is kept
    async with open_app(year) as it:
        await it.press(*WAYS[way].split())
        assert first_text(it).value == typed
        assert len(last_changes(year, 1000)) == changes  # nothing of it is done
        await it.press("escape")
        if way != "the end review":  # which is for later
            assert not any(MARK in text for text in kept(it))
            await it.press(*["escape"] * 3, *WAYS[way].split())
            assert first_text(it).value == before


async def test_saving_forgets_it_in_the_same_transaction(open_app, year):
    """A program that is killed right after the change offers nothing that is done already."""
    seen = []
    async with open_app(year) as it:
        await it.press(*WAYS["a note"].split())
        await it.type(MARK)
        await is_kept(it)
        year.connection.set_trace_callback(seen.append)
        await it.press("enter")
        year.connection.set_trace_callback(None)
        assert not any(MARK in text for text in kept(it))
    begun = next(number for number, sql in enumerate(seen) if sql.startswith("BEGIN IMMEDIATE"))
    ended = next(number for number, sql in enumerate(seen) if number > begun and sql == "COMMIT")
    inside = seen[begun:ended]
    assert any("INTO note" in sql or "UPDATE note" in sql for sql in inside)
    assert any(sql.startswith("DELETE FROM unfinished") for sql in inside)


async def test_what_was_left_is_said_until_something_else_is_typed(open_app, year):
    async with open_app(year) as it:
        await it.press(*WAYS["a note"].split())
        assert "As you left it" not in it.text
        await it.type(MARK)
        await is_kept(it)
        it.app.screen.unfinished.done_with()
    async with open_app(year) as it:
        await it.press(*WAYS["a note"].split())
        assert "As you left it; it isn't saved yet." in it.text
        await it.press("x")
        assert "As you left it" not in it.text
