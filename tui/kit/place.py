"""What all places have in common, and what they may ask of the screen they stand on."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import date
from typing import Protocol

from textual.screen import Screen

from lundi.time.days import Moment
from storage.search import Found
from storage.store import Store
from tui.kit.commands import ALWAYS
from tui.kit.drawing.sized import Scroll
from tui.kit.intents import Change


class Desk(Protocol):
    """What a place may ask of the screen it stands on."""

    store: Store
    today: date

    @property
    def now(self) -> Moment: ...

    def show(self) -> None:
        """Show the place anew."""

    def perform(self, change: Change, said: str = "") -> str | None:
        """Carry a change out and show the file anew; a refusal comes back as its sentence."""

    def demand(self, change: Change, said: str = "", *, only_ticks: bool = False) -> None:
        """The same, where a refusal is said; what the file can't take waits in memory. Only ticks: nothing but the
        ticks and actions of the week that is shown can look different afterwards."""

    def follow(self) -> None:
        """The place shows something else: so does the footer."""

    def told(self) -> AbstractContextManager[None]:
        """What the file refuses inside is said."""

    def say(self, sentence: str, *, refused: bool = False) -> None:
        """Say a sentence until the next key."""

    def open(self, screen: Screen[None]) -> None:
        """Put a screen over the place, now: the next key may be waiting already."""

    def turn_to_place(self, place: str) -> PlaceView:
        """Show a place that was visited before, as the first one was, now; returns it."""

    def go_to(self, place: str) -> None:
        """Show any place, in a moment."""


class PlaceView(Scroll, can_focus=True):
    """What stands under the header, one at a time: it reads what it shows from the file."""

    def __init__(self, desk: Desk, *, id: str) -> None:  # noqa: A002 - Textual's name
        """The id is the name of the place. Unreadable where it reads the file at once, and can't."""
        super().__init__(id=id, classes="place")
        self.desk = desk

    def watch_has_focus(self, _has_focus: bool) -> None:
        """It looks the same with the focus: nothing needs to be styled anew, as Textual would do with all its parts."""

    def show_file(self, *, only_ticks: bool = False) -> None:
        """Show the file as it is now; to be overridden. Only ticks: nothing else was changed since it was shown."""
        raise NotImplementedError

    def turn_to(self, before: date, today: date) -> None:
        """Another day has begun, and the file is shown in a moment; to be overridden where something follows it."""

    def show_found(self, found: Found) -> None:
        """Show where a text stands that was found; to be overridden where there is a cursor."""

    def action_scroll(self, lines: int) -> None:
        self.scroll_relative(y=lines, animate=False, immediate=True)

    def action_scroll_page(self, pages: int) -> None:
        self.scroll_relative(y=pages * max(1, self.size.height - 1), animate=False, immediate=True)

    @property
    def conditions(self) -> frozenset[str]:
        """The conditions of the table of commands that hold here; to be added to."""
        return frozenset({ALWAYS})
