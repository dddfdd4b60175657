"""What views ask for: a change of the file, in one message."""

from __future__ import annotations

from collections.abc import Callable

from textual.message import Message

from lundi.days import Moment
from storage.store import Store

Change = Callable[[Store, Moment], object]


class ChangeWanted(Message):
    """The user did something that changes the file."""

    def __init__(self, change: Change, said: str = "", *, past_stays: bool = False) -> None:
        """The sentence is said once it is done, where the screen doesn't show it by itself. The past stays where
        nothing but the week that is shown can look different afterwards."""
        super().__init__()
        self.change = change
        self.said = said
        self.past_stays = past_stays
