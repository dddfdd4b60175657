"""What happens: bursts of events, made from a seed."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from textual import events
from textual.geometry import Size
from textual.keys import _character_to_key, key_to_character

from tests.wild.files import HOSTILE
from tui.commands import COMMANDS

BURST = 40  # kinds of event in one, most of them of one event
QUIT = "q"
OF_PLACES = sorted({key for command in COMMANDS for key in command.keys.split(",")} - {QUIT, "ctrl+q"})
MOVING = (
    *("enter", "enter", "enter", "escape", "tab", "tab", "shift+tab", "up", "down", "left", "right", "space"),
    "backspace",
)
EDITING = (
    *("home", "end", "delete", "pageup", "pagedown", "insert", "ctrl+home", "ctrl+end", "shift+right", "shift+home"),
    *(f"ctrl+{letter}" for letter in "acdeijklnpsuvwx"),
    *("ctrl+left", "ctrl+at", "ctrl+backspace", "ctrl+underscore", "alt+x", "super+c", "alt+enter", "shift+enter"),
    *(f"f{number}" for number in (1, 2, 3, 4, 6, 9, 12)),
)
SIZES = [(80, 24), (120, 36), (40, 12), (59, 15), (60, 20), (119, 33), (39, 40), (80, 11), (20, 5), (250, 70)]
TINY = [(1, 1), (2, 200), (300, 3)]
TEXTS = [
    *HOSTILE,
    *("Appels", "5", "0", "-1", "1e999", "9" * 20, "3h", "13", "mon thu", "lun jeu", "31/02", "2026-11-30", "hier"),
    *("2026-W54", "fr", "en", "y", "85 %", "1 000,50 €", "." * 200, " "),
]


def key(name: str) -> events.Key:
    """A key by Textual's name, as a terminal's driver sends it."""
    return events.Key(name, key_to_character(name))


def typed(text: str) -> list[events.Event]:
    """The keys of a text."""
    return [events.Key(_character_to_key(character), character) for character in text]


def burst(chance: random.Random, size: Size, *, over_a_place: bool) -> list[events.Event]:
    """Some events at a screen of a size: over a place more is typed, in it more of what changes the file."""
    weights = (12, 43, 10, 20, 11, 2, 2) if over_a_place else (25, 30, 10, 5, 26, 2, 2)
    kinds: tuple[Callable[[], list[events.Event]], ...] = (
        lambda: [key(chance.choice(OF_PLACES))],
        lambda: [key(chance.choice(MOVING))],
        lambda: [key(chance.choice(EDITING))],
        lambda: typed(chance.choice(TEXTS)[:60]),
        lambda: list(_mouse(chance, size)),
        lambda: [events.Paste(chance.choice(TEXTS) * chance.choice([1, 1, 5]))],
        lambda: [key(chance.choice("123467"))],
    )
    made = [event for kind in chance.choices(kinds, weights, k=BURST) for event in kind()]
    return [*made, key(QUIT)] if chance.random() < 0.05 else made


def _mouse(chance: random.Random, size: Size) -> Iterator[events.MouseEvent]:
    """A click, two in one breath, a drag, a turn of the wheel, or the pointer passing by."""
    x, y, x2, y2 = (chance.randrange(max(1, length)) for length in (size.width, size.height) * 2)

    def at(kind: type[events.MouseEvent], column: int = x, line: int = y, button: int = 1) -> events.MouseEvent:
        return kind(None, column, line, 0, 0, button, False, False, False, screen_x=column, screen_y=line)

    gesture = chance.choice(["click", "click", "click", "move", "up", "down", "drag", "double", "right"])
    if gesture == "drag":
        yield from (at(events.MouseDown), at(events.MouseMove, x2, y2), at(events.MouseUp, x2, y2))
    elif gesture == "move":
        yield at(events.MouseMove, button=0)
    elif gesture in ("up", "down"):
        wheel = events.MouseScrollUp if gesture == "up" else events.MouseScrollDown
        yield from (at(wheel, button=0) for _turn in range(3))
    else:
        button = 3 if gesture == "right" else 1
        for _click in range(3 if gesture == "double" else 1):
            yield at(events.MouseDown, button=button)
            yield at(events.MouseUp, button=button)
