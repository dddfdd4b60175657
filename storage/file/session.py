"""What every intent stands on: a connection, its file, and one transaction a change."""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from datetime import date, time

from lundi import numbers
from lundi.time.days import Moment, parse_day_end
from lundi.words.errors import Refused, Unavailable
from lundi.words.language import gettext as _
from storage.file import copies, failures
from storage.file.journal import batch, transaction

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from storage.file.journal import Detail


class Session:
    """An open file. Not for sharing between threads."""

    def __init__(self, connection: sqlite3.Connection, path: str) -> None:
        self.connection = connection
        self.path = path
        self.copy_failure: Unavailable | None = None  # the daily copy couldn't be made; changes are kept all the same
        self._file = _identity(path)
        self._copied_on: date | None = None
        self._finished_form = ""

    @contextmanager
    def writing(self, now: Moment) -> Iterator[sqlite3.Connection]:
        """The write lock, for an intent that looks before it says what it changes: all or nothing.

        The first write of a day leaves a copy of the file behind. Unavailable when the file at the path is no longer
        the one that was opened: what is written now would be lost with it.
        """
        outermost = not self.connection.in_transaction
        self.check_place()
        with transaction(self.connection, self.path):
            yield self.connection
            if outermost and self._finished_form:
                self.connection.execute("DELETE FROM unfinished WHERE form = ?", (self._finished_form,))
        if outermost and self._copied_on != now.day:
            self._copied_on = now.day
            if not copies.has_copy_of(self.path, now.day):
                self.keep_daily(now.day)

    @contextmanager
    def finishing(self, form: str) -> Iterator[None]:
        """What is written inside ends a form: what was typed into it and kept goes in the same transaction."""
        self._finished_form = form
        try:
            yield
        finally:
            self._finished_form = ""

    @contextmanager
    def intent(self, name: str, now: Moment, detail: Detail) -> Iterator[None]:
        """One change of the user's: one transaction, one batch of the journal, one undo.

        Refused when what it is about is gone: another program may have taken it back since it was read.
        """
        try:
            with self.writing(now) as connection, batch(connection, name, now, detail):
                yield
        except sqlite3.IntegrityError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY or "name" not in detail:
                raise
            raise is_gone(str(detail["name"])) from error

    def check_place(self) -> None:
        """Unavailable when the file was deleted, moved or replaced since it was opened."""
        present = _identity(self.path)
        if present != self._file:
            raise failures.gone(self.path) if present is None else failures.replaced(self.path)

    def keep_daily(self, day: date) -> None:
        """Copy the file as it is now, as that day's copy. Where that fails, `copy_failure` says why."""
        self.copy_failure = None
        if self._file is None:
            return
        try:
            copies.keep_daily(self.path, day)
        except Unavailable as error:
            self.copy_failure = error

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
            return parse_day_end(self.setting("day_ends_at", numbers.DAY_ENDS_AT))

    @property
    def held_from(self) -> int:
        """Per cent from which a week committed now is held."""
        with self.reading():
            return int(self.setting("held_from", str(numbers.HELD_FROM)))

    @property
    def habits_at_most(self) -> int:
        with self.reading():
            return int(self.setting("habits_at_most", str(numbers.HABITS_AT_MOST)))

    @property
    def minutes_budget(self) -> int:
        """What a week of marketing may take (H10)."""
        with self.reading():
            return int(self.setting("minutes_budget", str(numbers.MINUTES_A_WEEK)))

    @property
    def ritual_day(self) -> int:
        """The weekday of the commit, 1 for Monday to 7."""
        with self.reading():
            return int(self.setting("ritual_day", str(numbers.RITUAL_DAY)))

    def last_day(self) -> date | None:
        """The day of the latest change: a clock that says an earlier one has gone back."""
        with self.reading() as connection:
            row = connection.execute("SELECT day FROM batch ORDER BY id DESC LIMIT 1").fetchone()
            return date.fromisoformat(row["day"]) if row else None


def _identity(path: str) -> tuple[int, int] | None:
    """What tells the file at a path from another one put there; None without a file."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def is_gone(name: str) -> Refused:
    """What is said of something that was there when it was read."""
    return Refused(
        _("{name} is not there any more; another program took it back. Nothing was changed.").format(name=name)
    )


def new_id() -> str:
    """An id that no other machine makes: 128 random bits, as a uuid has them (whose module takes 2 ms to import)."""
    return os.urandom(16).hex()
