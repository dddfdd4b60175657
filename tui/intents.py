"""What views ask for: a change of the file, in one message."""

from __future__ import annotations

from collections.abc import Callable

from textual.message import Message

from lundi.days import Moment
from storage.store import Store

Change = Callable[[Store, Moment], object]
Perform = Callable[[Change], str | None]  # carries a change out; a refusal comes back as its sentence


class ChangeWanted(Message):
    """The user did something that changes the file."""

    def __init__(self, change: Change, said: str = "", *, only_ticks: bool = False) -> None:
        """The sentence is said once it is done, where the screen doesn't show it by itself. Only ticks: nothing but
        the ticks and actions of the week that is shown can look different afterwards."""
        super().__init__()
        self.change = change
        self.said = said
        self.only_ticks = only_ticks
