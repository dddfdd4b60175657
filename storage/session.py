"""What every intent stands on: a connection, its file, and one transaction a change."""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from datetime import date, time

from lundi import rules
from lundi.days import Moment, parse_day_end
from storage import failures
from storage.journal import batch, transaction

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from storage.journal import Detail


class Session:
    """An open file. Not for sharing between threads."""

    def __init__(self, connection: sqlite3.Connection, path: str) -> None:
        self.connection = connection
        self.path = path

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The write lock, for an intent that looks before it says what it changes: all or nothing."""
        with transaction(self.connection, self.path):
            yield self.connection

    @contextmanager
    def intent(self, name: str, now: Moment, detail: Detail) -> Iterator[None]:
        """One change of the user's: one transaction, one batch of the journal, one undo."""
        with self.writing() as connection, batch(connection, name, now, detail):
            yield

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Several reads that see the same state of the file; inside a transaction, that of the transaction.

        Unreadable when the file is damaged, or holds a day or a number that is none.
        """
        outermost = not self.connection.in_transaction
        with failures.told(self.path):
            if outermost:
                self.connection.execute("BEGIN")
            try:
                yield self.connection
            except (ValueError, TypeError) as error:  # a cell that is no date, or not even text
                raise failures.damaged(self.path) from error
            finally:
                if outermost and self.connection.in_transaction:
                    self.connection.execute("COMMIT")

    def setting(self, key: str, default: str) -> str:
        with self.reading() as connection:
            row = connection.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
        return row["value"] if row else default

    @property
    def day_end(self) -> time:
        """The hour of the night at which a day ends."""
        with self.reading():
            return parse_day_end(self.setting("day_ends_at", rules.DAY_ENDS_AT))

    @property
    def held_from(self) -> int:
        """Per cent from which a week committed now is held."""
        with self.reading():
            return int(self.setting("held_from", str(rules.HELD_FROM)))

    @property
    def habits_at_most(self) -> int:
        with self.reading():
            return int(self.setting("habits_at_most", str(rules.HABITS_AT_MOST)))

    def last_day(self) -> date | None:
        """The day of the latest change: a clock that says an earlier one has gone back."""
        with self.reading() as connection:
            row = connection.execute("SELECT day FROM batch ORDER BY id DESC LIMIT 1").fetchone()
            return date.fromisoformat(row["day"]) if row else None


def new_id() -> str:
    """An id that no other machine makes: 128 random bits, as a uuid has them (whose module takes 2 ms to import)."""
    return os.urandom(16).hex()
