"""Taking changes back, and taking that back. Nothing ever leaves the journal: an undo is a batch too."""

from __future__ import annotations

import json
import sqlite3
from datetime import date

from lundi.changes import Change
from lundi.time.days import Moment
from lundi.words.errors import Refused
from lundi.words.language import gettext as _
from storage.file.journal import batch
from storage.file.session import Session

UNDO, REDO = "undo", "redo"

# A batch is undone when another one undoes it and isn't itself undone.
_UNDONE = """
    EXISTS (SELECT 1 FROM batch AS u WHERE u.undoes = batch.id
            AND NOT EXISTS (SELECT 1 FROM batch AS r WHERE r.undoes = u.id))
"""
_LAST_DONE = f"""
    SELECT id, day, intent, detail FROM batch
    WHERE undoes IS NULL AND NOT {_UNDONE} AND EXISTS (SELECT 1 FROM change WHERE batch_id = batch.id)
    ORDER BY id DESC LIMIT ?
"""
_LAST_UNDONE = f"""
    SELECT batch.id, done.day, done.intent, done.detail
    FROM batch JOIN batch AS done ON done.id = batch.undoes
    WHERE batch.intent = '{UNDO}' AND NOT {_UNDONE}
      AND batch.id > coalesce((SELECT max(id) FROM batch WHERE undoes IS NULL), 0)
    ORDER BY batch.id DESC LIMIT ?
"""


def undo(session: Session, now: Moment, count: int = 1, *, latest: int | None = None) -> list[Change]:
    """Take the last changes back, whoever made them, and say which, the latest first.

    With the number of the latest change that somebody has seen, Refused when there is a later one. Refused when
    nothing is left to undo, or when the rows were changed since by something outside the journal.
    """
    found: list[sqlite3.Row] = []
    try:
        with session.writing(now):
            found = session.connection.execute(_LAST_DONE, (count,)).fetchall()
            if not found:
                raise Refused(_("Nothing to undo."))
            if latest is not None and found[0]["id"] != latest:
                raise Refused(
                    _("Something else was changed in the meantime. Nothing was undone; `U` lists the changes.")
                )
            for row in found:
                _revert(session.connection, row["id"], UNDO, now, _change(row))
    except sqlite3.IntegrityError as error:  # rows that the journal doesn't know point at what would go
        raise _stands_on(_change(found[-1])) from error
    return [_change(row) for row in found]


def redo(session: Session, now: Moment) -> Change:
    """Take the last undo back, and say what is there again. Refused when something was changed since."""
    return redo_several(session, now, 1)[0]


def redo_several(session: Session, now: Moment, count: int) -> list[Change]:
    """Take the last undos back, at most so many, and say what is there again, in the order it is done.

    Refused when nothing was undone, or something was changed since.
    """
    found: list[sqlite3.Row] = []
    try:
        with session.writing(now):
            found = session.connection.execute(_LAST_UNDONE, (count,)).fetchall()
            if not found:
                raise Refused(_("Nothing to redo."))
            for row in found:
                _revert(session.connection, row["id"], REDO, now, _change(row))
    except sqlite3.IntegrityError as error:  # what one pointed at has gone, behind the journal's back
        raise _stands_on(_change(found[-1])) from error
    return [_change(row) for row in found]


def last_changes(session: Session, count: int) -> list[Change]:
    """The last changes that an undo would take back, the latest first."""
    with session.reading() as connection:
        return [_change(row) for row in connection.execute(_LAST_DONE, (count,))]


def _revert(connection: sqlite3.Connection, batch_id: int, name: str, now: Moment, change: Change) -> None:
    """Give every row that a batch touched the content back that it had before."""
    connection.execute("PRAGMA defer_foreign_keys = ON")
    with batch(connection, name, now, {}, undoes=batch_id):
        rows = connection.execute(
            "SELECT table_name, key, before, after FROM change WHERE batch_id = ? ORDER BY id DESC",
            (batch_id,),
        ).fetchall()
        for row in rows:
            table, key = row["table_name"], json.loads(row["key"])
            before, after = (json.loads(row[side]) if row[side] else None for side in ("before", "after"))
            present = _present(connection, table, key)
            if not _same(present, after):
                raise _stands_on(change)
            _write(connection, table, key, before, exists=present is not None)


def _stands_on(change: Change) -> Refused:
    return Refused(_("A later change stands on this one: {change}. Nothing was undone.").format(change=change.sentence))


def _same(present: dict[str, object] | None, expected: dict[str, object] | None) -> bool:
    """Whether a row is as the journal left it; columns that a later version added don't matter."""
    if present is None or expected is None:
        return present is expected
    return all(present.get(name) == value for name, value in expected.items())


def _where(key: dict[str, str]) -> str:
    return " AND ".join(f'"{name}" = ?' for name in key)


def _present(connection: sqlite3.Connection, table: str, key: dict[str, str]) -> dict[str, object] | None:
    row = connection.execute(f'SELECT * FROM "{table}" WHERE {_where(key)}', tuple(key.values())).fetchone()
    return dict(row) if row else None


def _write(
    connection: sqlite3.Connection,
    table: str,
    key: dict[str, str],
    content: dict[str, object] | None,
    *,
    exists: bool,
) -> None:
    if content is None:
        connection.execute(f'DELETE FROM "{table}" WHERE {_where(key)}', tuple(key.values()))
    elif exists:
        columns = ", ".join(f'"{name}" = ?' for name in content)
        connection.execute(f'UPDATE "{table}" SET {columns} WHERE {_where(key)}', (*content.values(), *key.values()))
    else:
        columns, marks = ", ".join(f'"{name}"' for name in content), ", ".join("?" for _name in content)
        connection.execute(f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', tuple(content.values()))


def _change(row: sqlite3.Row) -> Change:
    return Change(row["intent"], date.fromisoformat(row["day"]), json.loads(row["detail"]), row["id"])
