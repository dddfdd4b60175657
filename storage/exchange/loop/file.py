"""Reading a backup of Loop Habit Tracker. Nothing is ever written to it, nor beside it."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from lundi.habits.habit import LONGEST_NAME
from lundi.words.amounts import ONE
from lundi.words.errors import LundiError, NotUnderstood, Unavailable, Unreadable
from lundi.words.language import gettext as _
from lundi.words.text import clean, clean_lines
from storage.exchange.loop.backup import Backup, Entry, LoopHabit
from storage.file.failures import primary_code, unreadable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    Value = str | bytes | int | float | None

OLDEST, NEWEST = 12, 25  # schema versions: of the oldest backups in the wild, and of the app of today
_FIRST_WITH_VALUES = 16  # before, a repetition meant 'done'
_DONE, _SKIPPED = 2, 3
_UNKNOWN, _AUTO = -1, 1  # the second is what Loop computes from the frequency: nobody did anything
_NUMERIC, _AT_MOST = 1, 1
_WHOLE = range(-(2**31), 2**31)  # Loop's whole numbers have 32 bits
_MIDNIGHT = 24 * 60 * 60 * 1000  # timestamps are midnights in UTC of local days, in milliseconds
_EPOCH = date(1970, 1, 1).toordinal()
_DAYS = range(date(1900, 1, 1).toordinal(), date(2999, 12, 31).toordinal() + 1)

# Columns, and what stands for one that a version doesn't have yet. Without the others it is no backup.
_HABIT_COLUMNS = ("id", "name", "archived", "freq_num", "freq_den", "position")
_LATER_HABIT_COLUMNS = {"type": "0", "target_type": "0", "target_value": "0", "unit": "''", "uuid": "''"}
_COLUMNS = ("rowid", "habit", "timestamp")
_LATER_COLUMNS = {"value": str(_DONE), "notes": "''"}

_OUT_OF_REACH = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_AUTH}
_NOT_LOOPS = {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}  # no SQLite file; or its tables are other ones


def read_backup(path: str) -> Backup:
    """Read a backup of any version from 12 to 25.

    NotUnderstood when there is no such file; Unreadable when it is no backup of Loop's, is damaged, or is of
    another version; Unavailable when the system doesn't let it be read.
    """
    if not os.path.exists(path):
        raise NotUnderstood(_("There is no file {path}.").format(path=clean(path)))
    if os.path.isdir(path):
        raise Unreadable(_("{path} is a folder. Give the backup file in it.").format(path=clean(path)))
    if not os.path.isfile(path):  # a pipe would be waited for
        raise _not_a_backup(path)
    # Immutable: SQLite makes no lock, no journal and no shared memory beside the file.
    address = f"{Path(path).absolute().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            connection.row_factory = sqlite3.Row
            connection.text_factory = _decoded
            _check(connection, path)
            return _read(connection, path)
    except sqlite3.Error as error:
        raise _refusal(error, path) from error


def _check(connection: sqlite3.Connection, path: str) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    has_values = "value" in _columns(connection, "Repetitions")
    if not _is_loops(connection) or (version >= _FIRST_WITH_VALUES and not has_values):
        raise _not_a_backup(path)
    if version > NEWEST:
        raise Unreadable(
            _(
                "This Loop backup is of version {version}; lundi reads versions {oldest} to {newest}."
                " Update lundi. Nothing was written: {path}"
            ).format(version=version, oldest=OLDEST, newest=NEWEST, path=clean(path))
        )
    if version < OLDEST:
        raise Unreadable(
            _(
                "This Loop backup is of version {version}; lundi reads versions {oldest} to {newest}."
                " Make another one with a newer Loop. Nothing was written: {path}"
            ).format(version=version, oldest=OLDEST, newest=NEWEST, path=clean(path))
        )
    # Before anything is taken: a damaged page may well be read without an error.
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise unreadable(clean(path))


def _is_loops(connection: sqlite3.Connection) -> bool:
    return _columns(connection, "Habits").issuperset(_HABIT_COLUMNS) and _columns(connection, "Repetitions").issuperset(
        {"habit", "timestamp"}
    )


def _columns(connection: sqlite3.Connection, table: str) -> set[str]:
    """The names in lower case, as versions differ; none where there is no such table."""
    rows = connection.execute(
        "SELECT part.name FROM sqlite_master AS whole JOIN pragma_table_info(whole.name) AS part"
        " WHERE whole.type = 'table' AND whole.name = ? COLLATE NOCASE",
        (table,),
    )
    return {row["name"].lower() for row in rows}


def _selected(connection: sqlite3.Connection, table: str, columns: tuple[str, ...], later: Mapping[str, str]) -> str:
    present = _columns(connection, table)
    chosen = [name if name in present else f"{instead} AS {name}" for name, instead in later.items()]
    return f"SELECT {', '.join([*columns, *chosen])} FROM {table}"


def _read(connection: sqlite3.Connection, path: str) -> Backup:
    habits = connection.execute(
        _selected(connection, "Habits", _HABIT_COLUMNS, _LATER_HABIT_COLUMNS)
        + " WHERE typeof(id) = 'integer' ORDER BY typeof(position) <> 'integer', position, id"
    ).fetchall()
    numeric = {row["id"]: row["type"] == _NUMERIC for row in habits}
    by_day: dict[Value, dict[date, Entry | None]] = {row["id"]: {} for row in habits}
    refused = []
    # As Loop did when it made days unique: the first row of a day stays, whatever later ones say.
    repetitions = _selected(connection, "Repetitions", _COLUMNS, _LATER_COLUMNS) + " ORDER BY rowid"
    rows = connection.execute(repetitions).fetchall()
    for row_id, habit_id, stamp, value, notes in rows:
        entries, day = by_day.get(habit_id), _day(stamp)
        if entries is None or day is None or day in entries or not _is_readable(value, numeric[habit_id]):
            refused.append(int(row_id))
        else:
            entries[day] = _entry(int(row_id), day, value, clean_lines(_text(notes)), numeric[habit_id])
    return Backup(
        file=clean(os.path.basename(path)),
        habits=tuple(_habit(row, by_day[row["id"]]) for row in habits),
        rows=len(rows),
        refused=tuple(refused),
    )


def _habit(row: sqlite3.Row, by_day: Mapping[date, Entry | None]) -> LoopHabit:
    times, days = row["freq_num"], row["freq_den"]
    has_rhythm = type(times) is int and type(days) is int and times > 0 and days > 0
    return LoopHabit(
        id=int(row["id"]),
        name=clean(_text(row["name"]))[:LONGEST_NAME],
        uuid=clean(_text(row["uuid"])).lower(),
        is_archived=row["archived"] == 1,
        is_numeric=row["type"] == _NUMERIC,
        is_at_most=row["target_type"] == _AT_MOST,
        times=times if has_rhythm else 0,
        days=days if has_rhythm else 0,
        target=_thousandths(row["target_value"]),
        unit=clean(_text(row["unit"])),
        entries=tuple(entry for _when, entry in sorted(by_day.items()) if entry),
    )


def _entry(row_id: int, day: date, value: int, note: str, is_numeric: bool) -> Entry | None:
    """What a row says; None when it says nothing. A plain 'no' says that the habit was there that day."""
    if not note and (value < 0 or (value == _AUTO and not is_numeric)):
        return None
    is_skip = value == _SKIPPED
    done = max(0, value) if is_numeric else ONE * (value == _DONE)
    return Entry(row_id, day, 0 if is_skip else done, is_skip, note)


def _is_readable(value: Value, is_numeric: bool) -> bool:
    if type(value) is not int or value not in _WHOLE:
        return False
    return is_numeric or _UNKNOWN <= value <= _SKIPPED


def _day(stamp: Value) -> date | None:
    if type(stamp) is not int:
        return None
    ordinal = _EPOCH + stamp // _MIDNIGHT
    return date.fromordinal(ordinal) if ordinal in _DAYS else None


def _thousandths(value: Value) -> int:
    return round(value * ONE) if isinstance(value, int | float) and abs(value) < _WHOLE.stop else 0


def _text(value: Value) -> str:
    return "" if value is None else _decoded(value) if isinstance(value, bytes) else str(value)


def _decoded(text: bytes) -> str:
    return text.decode("utf-8", "replace")


def _refusal(error: sqlite3.Error, path: str) -> LundiError:
    primary = primary_code(error)
    if primary in _OUT_OF_REACH:
        return Unavailable(
            _("Cannot read {path}. Nothing was written; check the rights on it.").format(path=clean(path))
        )
    return _not_a_backup(path) if primary in _NOT_LOOPS else unreadable(clean(path))


def _not_a_backup(path: str) -> Unreadable:
    return Unreadable(
        _(
            "This is not a backup of Loop Habit Tracker: {path}."
            " Make one in Loop's settings (Export full backup). Nothing was written."
        ).format(path=clean(path))
    )
