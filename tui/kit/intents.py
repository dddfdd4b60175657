"""What views ask for: a change of the file. They call for it, and post no message: keys may come quicker than messages
bubble up, and a change must not be overtaken by the key after it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from lundi.time.days import Moment
from storage.store import Store

Change = Callable[[Store, Moment], object]


class Perform(Protocol):
    """Carries a change out and says, once it is done, the sentence; a refusal comes back as its own."""

    def __call__(self, change: Change, said: str = "") -> str | None: ...


class Demand(Protocol):
    """Carries a change out, and says what comes of it."""

    def __call__(self, change: Change, said: str = "", *, only_ticks: bool = False) -> None:
        """The sentence is said once it is done, where the screen doesn't show it by itself. Only ticks: nothing but
        the ticks and actions of the week that is shown can look different afterwards."""


@runtime_checkable
class Typing(Protocol):
    """A screen that keeps what is typed into it, however the program ends."""

    def take_texts(self) -> None:
        """What stands in the fields this moment is what will be kept."""


@runtime_checkable
class Rereading(Protocol):
    """A screen over a place that shows something of the file."""

    def reread(self) -> None:
        """Show the file as it is now: another program wrote to it. What the file refuses is said, or told by the next
        key; what is typed stays."""
