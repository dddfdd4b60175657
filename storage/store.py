"""The door to the file for everything that changes it."""

from __future__ import annotations

from storage.connection import MEMORY, connect, connect_existing
from storage.habits import HabitIntents
from storage.ticks import TickIntents
from storage.weeks import WeekIntents

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType


class Store(TickIntents, HabitIntents, WeekIntents):
    """An open file and the intents on it. A context manager; not for sharing between threads."""

    @classmethod
    def open(cls, path: str = MEMORY) -> Store:
        """Open a file, creating it where there is none. Unreadable or Unavailable when that can't be done."""
        return cls(connect(path), path)

    @classmethod
    def open_existing(cls, path: str) -> Store | None:
        """Open a file for a look at it; None where there is none yet, and none is created."""
        connection = connect_existing(path)
        return cls(connection, path) if connection else None

    @property
    def data_version(self) -> int:
        """A number that moves when another process has changed the file."""
        (version,) = self.connection.execute("PRAGMA data_version").fetchone()
        return int(version)

    def close(self) -> None:
        self.connection.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
