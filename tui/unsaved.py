"""Changes that the file couldn't take: kept in memory, in their order, until it can."""

from __future__ import annotations

from lundi.time.days import Moment
from lundi.words.errors import LundiError, Unavailable, Unreadable
from storage.store import Store
from tui.kit.intents import Change


class Unsaved:
    """What waits to be written, each with the moment at which it was made."""

    def __init__(self) -> None:
        self._waiting: list[tuple[Change, Moment]] = []

    def __len__(self) -> int:
        return len(self._waiting)

    def keep(self, change: Change, now: Moment) -> None:
        self._waiting.append((change, now))

    def drop_last(self) -> None:
        self._waiting.pop()

    def write(self, store: Store) -> list[str]:
        """Write what waits, oldest first, and return what was refused on the way: somebody else may have changed
        what it was about. Unavailable, or Unreadable, when the file takes nothing; what isn't written waits on."""
        refused = []
        while self._waiting:
            change, now = self._waiting[0]
            try:
                change(store, now)
            except (Unavailable, Unreadable):
                raise
            except LundiError as error:
                refused.append(error.sentence)
            del self._waiting[0]
        return refused
