"""An idea that is being typed: whatever ends the program, it is there again; Esc drops it."""

from __future__ import annotations

import os
import signal
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from storage.doctor import examine
from storage.file.undo import last_changes
from storage.file.unfinished import keep_unfinished, read_unfinished
from storage.store import Store
from tests.tui.conftest import at
from tests.tui.terminal import LUNDI, Terminal, opener, rows
from tui.kit.screens.dialog import Dialog

Open = Callable[..., Terminal]
FORM = "idea"
TITLE = "Une idée, jusqu’à lundi"


def ideas(it) -> list[str]:
    return [str(title) for (title,) in it.rows("SELECT title FROM action ORDER BY at")]


async def is_kept(it, text: str) -> None:
    """Wait until the file has it: no key is pressed meanwhile."""
    for _turn in range(200):
        if read_unfinished(it.store, FORM) == {"text": text}:
            return
        await it.pilot.pause(0.02)
    raise AssertionError(read_unfinished(it.store, FORM))


# While the program runs


async def test_it_is_kept_a_moment_after_a_key(open_app, small):
    async with open_app(small) as it:
        await it.press("i", *"half")
        await is_kept(it, "half")
        await it.press(*" an")
        await is_kept(it, "half an")
        assert last_changes(small, 1)[0].intent != "ideas"
        assert ideas(it) == []


async def test_saving_forgets_it_with_the_same_change(open_app, small):
    async with open_app(small) as it:
        await it.press("i")
        await it.type("half an idea")
        await is_kept(it, "half an idea")
        await it.press("enter")
        assert ideas(it) == ["half an idea"]
        assert read_unfinished(small, FORM) == {}
        await it.press("i")
        assert it.typed == [""]
        await it.press("escape", "u")
        assert ideas(it) == []
        assert read_unfinished(small, FORM) == {}


async def test_esc_drops_it(open_app, small):
    async with open_app(small) as it:
        await it.press("i")
        await it.type("half an idea")
        await is_kept(it, "half an idea")
        await it.press("escape", "i")
        assert it.typed == [""]
        assert read_unfinished(small, FORM) == {}


async def test_esc_before_it_was_kept_drops_it_too(open_app, small):
    async with open_app(small) as it:
        await it.hurry("i", *"half", "escape")
    assert read_unfinished(small, FORM) == {}


async def test_keys_of_the_same_breath_after_the_end_are_not_kept(open_app, small):
    async with open_app(small) as it:
        await it.hurry("i", *"half", "enter", "x", "x", "x")
        await it.pilot.pause(0.4)
        assert [title[:4] for title in ideas(it)] == ["half"]
    assert read_unfinished(small, FORM) == {}


@pytest.mark.parametrize("place", ["1", "2", "3"])
async def test_it_is_there_again_and_goes_on_at_its_end(open_app, small, place):
    keep_unfinished(small, FORM, {"text": "half [an"}, at("2026-11-17"))
    async with open_app(small) as it:
        await it.press(place)
        await it.hurry("i", *" idea", "enter")
        assert ideas(it) == ["half [an idea"]
        assert read_unfinished(small, FORM) == {}


async def test_the_choice_of_ideas_has_the_same(open_app, hand):
    hand.habit("Calls")
    hand.store.capture("Later", at("2026-11-16"))
    keep_unfinished(hand.store, FORM, {"text": "half"}, at("2026-11-17"))
    async with open_app(hand.store) as it:
        await it.press("r", "ctrl+e", "i")
        assert isinstance(it.app.screen, Dialog)
        assert it.typed == ["half"]


async def test_several_pasted_lines_are_kept_as_they_stand(open_app, small):
    async with open_app(small) as it:
        await it.press("i")
        await it.type("One\nTwo")
        it.app.exit()
    async with open_app(small) as it:
        await it.press("i", "enter")
        assert sorted(ideas(it)) == ["One", "Two"]


@pytest.mark.parametrize("way", ["ctrl+q", "exit"])
async def test_quitting_keeps_it(open_app, small, way):
    async with open_app(small) as it:
        await it.press("i")
        await it.type("half an id")
        if way == "exit":
            it.app.exit()
        else:
            await it.leave_by(way)
    assert read_unfinished(small, FORM) == {"text": "half an id"}


async def test_quitting_in_the_same_breath_keeps_it(open_app, small):
    async with open_app(small) as it:
        await it.press("i")
        await it.leave_by(*"half", "ctrl+q")
    assert read_unfinished(small, FORM) == {"text": "half"}


@pytest.mark.parametrize(("lang", "sentence"), [("en", "The file is busy"), ("fr", "Le fichier est occupé")])
async def test_a_busy_file_says_so_and_has_it_a_moment_later(open_app, small, database, lang, sentence):
    async with open_app(small, lang=lang) as it:
        await it.press("i")
        other = sqlite3.connect(database)
        other.execute("BEGIN IMMEDIATE")
        await it.type("half")
        for _turn in range(200):
            if sentence in it.text:
                break
            await it.pilot.pause(0.02)
        assert sentence in it.text
        assert it.typed == ["half"]
        await it.press("enter")
        assert it.typed == ["half"]
        other.rollback()
        other.close()
        await it.type(" an idea")
        await is_kept(it, "half an idea")
        await it.press("enter")
        assert ideas(it) == ["half an idea"]


async def test_what_was_refused_stays_kept(open_app, small):
    async with open_app(small) as it:
        await it.press("i")
        await it.press("space", "space", "enter")
        assert "An idea needs a few words." in it.text
        await is_kept(it, "  ")


async def test_nothing_is_written_where_nothing_is_typed(open_app, small):
    async with open_app(small) as it:
        await it.press("i", "left", "escape", "i")
        before = it.store.connection.total_changes
        await it.pilot.pause(0.4)
        await it.press("escape")
        assert it.store.connection.total_changes == before


# Real processes


@pytest.fixture
def terminal(sample: Path, environment: dict[str, str]) -> Iterator[Open]:
    """Open a terminal with the dashboard on the sample year."""
    yield from opener(environment, *LUNDI)


def kept(database: Path) -> list[tuple[object, ...]]:
    return rows(database, f"SELECT text FROM unfinished WHERE form = '{FORM}'")


def capturing(here: Terminal) -> None:
    here.wait_for("Semaine 47")
    here.settle()
    if "Quelques jours sans un mot" in here.prose:
        here.send("\x1b")
        here.settle()
    here.send("i")
    here.wait_for(TITLE)


@pytest.mark.slow
def test_kill_9_in_the_middle_of_a_word(terminal, database):
    here = terminal()
    capturing(here)
    here.send("une carte pour le boul")
    here.wait_for(lambda _screen: kept(database) == [("une carte pour le boul",)])
    os.kill(here.process.pid, signal.SIGKILL)
    here.wait_for_the_end()
    with Store.open(str(database)) as store:
        assert examine(store).is_sound

    here = terminal()
    capturing(here)
    here.wait_for("une carte pour le boul")
    here.settle()
    here.send("anger\r")
    here.wait_for("Gardée jusqu’à lundi")
    os.kill(here.process.pid, signal.SIGKILL)
    here.wait_for_the_end()
    assert rows(database, "SELECT count(*) FROM action WHERE title = 'une carte pour le boulanger'") == [(1,)]
    assert kept(database) == []


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGHUP])
def test_told_to_end_in_the_middle_of_a_word(terminal, database, end):
    here = terminal()
    capturing(here)
    here.send("une carte pour le boul")
    here.wait_for("une carte pour le boul")
    here.process.send_signal(end)
    here.wait_for_the_end()
    assert kept(database) == [("une carte pour le boul",)]


def test_the_window_is_closed_in_the_middle_of_a_word(terminal, database):
    here = terminal()
    capturing(here)
    here.send("une carte pour le boul")
    here.wait_for("une carte pour le boul")
    here.hang_up()
    here.process.wait(15)
    assert kept(database) == [("une carte pour le boul",)]


@pytest.mark.slow
def test_esc_drops_it_for_good(terminal, database):
    here = terminal()
    capturing(here)
    here.send("une carte")
    here.wait_for(lambda _screen: kept(database) == [("une carte",)])
    here.send("\x1b")
    here.wait_for(lambda _screen: kept(database) == [])
    os.kill(here.process.pid, signal.SIGKILL)
    here.wait_for_the_end()
    here = terminal()
    capturing(here)
    here.settle()
    assert "une carte" not in here.text
