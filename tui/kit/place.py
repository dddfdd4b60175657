"""What the places that are visited later than the Week have in common."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import date
from typing import Protocol

from textual.screen import Screen

from lundi.time.days import Moment
from storage.store import Store
from tui.commands import ALWAYS
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

    def demand(self, change: Change, said: str = "") -> None:
        """The same, where a refusal is said; what the file can't take waits in memory."""

    def told(self) -> AbstractContextManager[None]:
        """What the file refuses inside is said."""

    def say(self, sentence: str, *, refused: bool = False) -> None:
        """Say a sentence until the next key."""

    def open(self, screen: Screen[None]) -> None:
        """Put a screen over the place, now: the next key may be waiting already."""


class Place(Scroll, can_focus=True):
    """What stands under the header, one at a time."""

    def watch_has_focus(self, _has_focus: bool) -> None:
        """It looks the same with the focus: nothing needs to be styled anew, as Textual would do with all its parts."""


class PlaceView(Place):
    """A place that reads what it shows from the file."""

    def __init__(self, desk: Desk, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes="place")
        self.desk = desk

    def show_file(self) -> None:
        """Show the file as it is now; to be overridden."""
        raise NotImplementedError

    def point_at(self, text: str) -> None:
        """Show where a text stands that was found; to be overridden where there is a cursor."""

    def action_scroll(self, lines: int) -> None:
        self.scroll_relative(y=lines, animate=False, immediate=True)

    def action_scroll_page(self, pages: int) -> None:
        self.scroll_relative(y=pages * max(1, self.size.height - 1), animate=False, immediate=True)

    @property
    def conditions(self) -> frozenset[str]:
        """The conditions of the table of commands that hold here; to be added to."""
        return frozenset({ALWAYS})
