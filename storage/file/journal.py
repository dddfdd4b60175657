"""One intent of the user is one transaction is one batch of changes, and one undo.

Triggers write every row before and after (storage.schema.following), as long as a batch is open.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager

from lundi.time.days import Moment
from storage.file import failures

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Detail = Mapping[str, str | int]


@contextmanager
def transaction(connection: sqlite3.Connection, path: str) -> Iterator[None]:
    """Take the write lock now, and write all or nothing. Inside another transaction it is a part of that one."""
    if connection.in_transaction:
        yield
        return
    with failures.told(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:  # a full disk has rolled back already
                connection.execute("ROLLBACK")
            raise


@contextmanager
def batch(
    connection: sqlite3.Connection, name: str, now: Moment, detail: Detail, undoes: int | None = None
) -> Iterator[None]:
    """Everything written inside, in one transaction, belongs together. The detail lets an undo say what it was.

    Inside another batch it is a part of that one, and its own name and detail are dropped. Where nothing is other than
    before, there is no batch, and a redo stays possible; an undo is always one.
    """
    if connection.execute("SELECT 1 FROM open_batch").fetchone():
        yield
        return
    names = ", ".join("?, ?" for _entry in detail)  # json_object, so that a tick need not import json
    batch_id = connection.execute(
        f"INSERT INTO batch (at, day, intent, detail, undoes) VALUES (?, ?, ?, json_object({names}), ?)",
        (now.stamp, now.day.isoformat(), name, *(part for entry in detail.items() for part in entry), undoes),
    ).lastrowid
    connection.execute("INSERT INTO open_batch VALUES (?)", (batch_id,))
    yield
    connection.execute("DELETE FROM open_batch")
    if undoes is None:
        connection.execute("DELETE FROM change WHERE batch_id = ? AND before = after", (batch_id,))
        connection.execute(
            "DELETE FROM batch WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM change WHERE batch_id = ?1)", (batch_id,)
        )
