"""The door to the file for everything that changes it."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress

from storage.file.address import MEMORY
from storage.file.connection import connect, connect_existing
from storage.file.copies import write_copy
from storage.file.new_places import new_place
from storage.habits.ticks import TickIntents
from storage.week.intents import WeekIntents

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType


class Store(TickIntents, WeekIntents):
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

    def wait_at_most(self, seconds: float) -> None:
        """How long a write waits for a lock that another program holds."""
        self.connection.execute(f"PRAGMA busy_timeout = {int(seconds * 1000)}")

    def copy_to(self, path: str) -> None:
        """Copy the file as it is now to another place, also when it can't be written any more, or has gone.

        Refused where there is something already; Unavailable where that can't be written, or in no folder that is
        there.
        """
        write_copy(self.connection, new_place(path))

    def checkpoint(self) -> None:
        """Bring every change into the one file, so that a copy of it by any program is whole."""
        if not os.path.exists(log := self.path + "-wal") or not os.path.getsize(log):
            return
        (patience,) = self.connection.execute("PRAGMA busy_timeout").fetchone()
        self.connection.execute("PRAGMA busy_timeout = 0")
        with suppress(sqlite3.DatabaseError):  # somebody reads or writes: next time; a damaged page: whoever reads it
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.connection.execute(f"PRAGMA busy_timeout = {patience}")

    def close(self) -> None:
        self.connection.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
