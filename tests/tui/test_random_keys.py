"""Twelve thousand keys that nobody chose, in every screen: the dashboard goes on, and the file stays sound."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import cycle, islice

import pytest
from textual import events
from textual.keys import _character_to_key, key_to_character

from storage.doctor import examine
from storage.file.undo import last_changes, undo
from tui.commands import COMMANDS

SEEDS, BURSTS, BURST = 12, 20, 50  # 12,000 keys and more
FILES = ["year", "small", "store"]  # the last one is empty, and begins with the first run
SIZES = [(80, 24), (120, 36), (40, 12), (59, 15), (60, 20), (119, 33), (39, 40), (80, 11), (20, 5), (250, 70)]
WAYS = {  # to every screen, from the main one
    "the Week": "1",
    "Tracking": "4",
    "a day of Tracking": "4 enter",
    "the keys of Tracking": "4 question_mark",
    "the settings": "comma",
    "find": "slash",
    "the changes": "U",
    "put away": "1 A",
    "the commands": "ctrl+p",
    "the keys": "1 question_mark",
    "a day": "1 enter",
    "a card": "1 up up up up e",
    "a new habit": "1 a",
    "an idea": "i",
    "a note": "1 up up up up n",
    "an excuse": "1 up up up up s",
    "the ritual": "1 r",
    "the ritual, a step back": "1 r pageup",
    "the ritual, three steps back": "1 r pageup pageup pageup",
    "the choice": "1 r ctrl+e",
    "the commit": "1 r ctrl+e enter",
    "Strategy": "2",
    "what stands on the page": "2 e",
    "a text of the page": "2 e enter",
    "lines and channels": "2 g",
    "changes of course": "2 c",
    "what stood there before": "2 v",
    "Campaign": "3",
    "a campaign's card": "3 e",
    "a new campaign": "3 a enter",
    "the client's view": "3 v",
    "the end review": "3 b",
    "the past campaigns": "3 c",
    "where measures stand": "3 m",
    "where to begin": "full_stop",
    "the rules": "R",
    "the rules' settings": "R e",
    "Ideas": "6",
}
NOW = datetime(2026, 11, 18, 9, 10)
QUIT = ["q", "ctrl+q"]
OF_PLACES = sorted({key for command in COMMANDS for key in command.keys.split(",")} - set(QUIT))
CHANGING = "space space m backspace n s o O w d S K J r u ctrl+y left right up down h j k l t"
MOVING = "enter enter escape tab shift+tab up down left right space backspace"
EDITING = (
    "home end delete pageup pagedown ctrl+s ctrl+u ctrl+w ctrl+k ctrl+a ctrl+e ctrl+c ctrl+x ctrl+v ctrl+left"
    " ctrl+d ctrl+l ctrl+at shift+right shift+home ctrl+home insert f2 f9 f12 alt+x super+c ctrl+shift+z"
)
AZERTY = "&é\"'(-è_çà)=^$ù*,;:!<>?./§µ%£¨€{[#"
WORDS = (
    *("Appels", "calls", "5", "1/4", "mon thu", "lun jeu", "2026-W48", "1w", "3h", "13", "85 %", "fr", "fait", "0"),
    *("🙂", "L’été", "工作", "[b]x[/b]", "{text}", "100000", "-1", "31/02/2026", " "),
)
PASTES = ("une idée\r\nune autre\n\nune troisième", "\x1b[31mrouge\x1b[0m", "é" * 500, "\u202eà l’envers\u200b", "")


def key(name: str) -> events.Key:
    return events.Key(name, key_to_character(name))


def typed(text: str) -> Iterator[events.Key]:
    """The keys of a text, named as the terminal's driver names them."""
    for character in text:
        yield events.Key(_character_to_key(character), character)


def burst(chance: random.Random, *, writing: bool) -> list[events.Event]:
    """So many events: in a dialog more of text, in a place more of what changes the file."""
    weights = (1, 1, 5, 2, 3, 4, 0.3) if writing else (8, 3, 4, 1, 1, 1, 0.1)
    kinds = (
        lambda: [key(chance.choice(CHANGING.split()))],
        lambda: [key(chance.choice(OF_PLACES))],
        lambda: [key(chance.choice(MOVING.split()))],
        lambda: [key(chance.choice(EDITING.split()))],
        lambda: typed(chance.choice(AZERTY)),
        lambda: typed(chance.choice(WORDS)),
        lambda: [events.Paste(chance.choice(PASTES))],
    )
    made: list[events.Event] = []
    while len(made) < BURST:
        made += chance.choices(kinds, weights)[0]()
    return made


def named(event: events.Event) -> str:
    return event.key if isinstance(event, events.Key) else repr(event)[:40]


async def post(it, *happening: events.Event) -> None:
    """As they come from a driver; the loop turns a few times, and nothing is waited for."""
    for event in happening:
        it.app.post_message(event)
    for _turn in range(30):
        await asyncio.sleep(0)


async def drawn(it) -> None:
    """Every widget has had its turn, and there is something to see, unless the keys have ended it."""
    for turn in range(1, 500):
        await it.pilot.pause(0)
        if it.app._exit or (turn > 2 and it.text.strip()):
            return
    raise AssertionError("the screen stays empty")


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(SEEDS))
async def test_random_keys(open_app, request, dump, now, seed):
    """Whatever is pressed, the dashboard runs on and shows something; all of it can be undone to the first state.

    What is printed, and shown for a failure, is what was pressed; quitting opens the dashboard again.
    """
    chance = random.Random(seed)
    store = request.getfixturevalue(FILES[seed % len(FILES)])
    for table in ("change", "batch"):  # so that an undo ends where this begins
        store.connection.execute(f"DELETE FROM {table}")
    before = dump(store.connection)
    ways = islice(cycle(WAYS), seed // len(FILES) * BURSTS // 2, None)  # to every screen with every file
    number, wall, seen = 0, NOW, set()
    while number < BURSTS:
        lang = chance.choice(["fr", "en"])
        print(f"seed {seed}, in {lang}, {wall}")
        async with open_app(store, lang=lang, now=wall, strip=True, first_run=True) as it:
            seen.add(type(it.app.screen).__name__)
            opened = True  # the first keys are for what opens by itself
            while number < BURSTS and not it.app._exit:
                if number % 3 == 0:
                    size = chance.choice(SIZES)
                    print("size", *size)
                    await it.pilot.resize_terminal(*size)
                way = ""
                if number % 2 == 0 and not opened:
                    way = next(ways)
                    for name in ["escape", "escape", "escape", *WAYS[way].split()]:
                        await post(it, key(name))
                    if chance.random() < 0.7:  # else what is pressed comes while the screen opens
                        await drawn(it)
                seen.add(type(it.app.screen).__name__)
                opened = False
                pressed = burst(chance, writing=len(it.app.screen_stack) > 1)
                if chance.random() < 0.1:
                    pressed.append(key(chance.choice(QUIT)))
                print(f"{number} {way}:", *map(named, pressed))
                await post(it, *pressed)
                await drawn(it)
                number += 1
                it.clock.wall += timedelta(hours=2)
            assert not it.app.return_code
            wall = it.clock.wall + timedelta(days=2)
    assert examine(store).findings == ()
    if changes := len(last_changes(store, 1_000_000)):
        undo(store, now, changes)
    after = dump(store.connection)
    assert {table: rows for table, rows in after.items() if table != "meta"} == {
        table: rows for table, rows in before.items() if table != "meta"
    }
    assert len(seen) > 3, seen


# What they have found, key by key


@pytest.mark.parametrize("name", ["pagedown", "pageup", "enter", "escape"])
@pytest.mark.parametrize("text", ["", "a"])
async def test_a_key_held_down_in_the_palette(open_app, year, name, text):
    """Before its list is there, while it changes, and after the palette has gone."""
    async with open_app(year) as it:
        await post(it, key("ctrl+p"), *typed(text))
        for _turn in range(60):
            it.app.post_message(key(name))
            await asyncio.sleep(0)
        await drawn(it)
        assert it.app.is_running
        await it.press("escape", "escape", "escape")
        assert len(it.app.screen_stack) == 1


async def test_no_strip_for_habits_that_were_put_away(open_app, small, now):
    for habit in small.habits():
        small.archive_habit(habit, now)
    async with open_app(small, strip=True, now="2026-11-19T09:10") as it:
        assert "without a word" not in it.text
        await it.press("space")
        assert it.app.is_running


async def test_a_strip_whose_rows_go_meanwhile(open_app, small, now):
    async with open_app(small, strip=True) as it:
        await it.press("down")
        article = small.find_habit("article")
        small.archive_habit(article, now)
        await it.press("space", "space")
        small.archive_habit(small.find_habit("calls"), now)
        await it.press("m", "space")
        assert it.app.is_running
        assert "without a word" not in it.text


@pytest.mark.parametrize("keys", ["4 d", "4 S", "4 d K 1 K", "4 S K"])
async def test_what_comes_with_the_key_of_another_place_is_not_for_the_first_one(open_app, year, keys):
    async with open_app(year) as it:
        for name in keys.split():
            it.app.post_message(key(name))
        await drawn(it)
        assert it.app.is_running
        assert all(habit.is_current for habit in year.habits())
