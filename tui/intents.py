"""What views ask for: a change of the file, in one message."""

from __future__ import annotations

from collections.abc import Callable

from textual.message import Message

from lundi.days import Moment
from storage.store import Store

Change = Callable[[Store, Moment], object]


class ChangeWanted(Message):
    """The user did something that changes the file."""

    def __init__(self, change: Change, said: str = "") -> None:
        """The sentence is said once it is done, where the screen doesn't show it by itself."""
        super().__init__()
        self.change = change
        self.said = said
