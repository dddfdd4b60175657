"""Makes backups as each version of Loop Habit Tracker did: the tables and columns that an importer reads."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import NamedTuple

VERSIONS = range(12, 26)
UNKNOWN, NO, AUTO, DONE, SKIPPED = -1, 0, 1, 2, 3
YES_NO, NUMERIC = 0, 1
AT_LEAST, AT_MOST = 0, 1


class Rep(NamedTuple):
    """One row of Repetitions: a day written '2026-11-16', a value, a note."""

    day: str
    value: object = DONE
    notes: object = ""


class LoopHabit(NamedTuple):
    """One row of Habits with its repetitions."""

    name: object
    reps: Sequence[Rep] = ()
    times: object = 1
    days: object = 1
    archived: int = 0
    kind: int = YES_NO
    target_type: int = AT_LEAST
    target: float = 0.0
    unit: str = ""
    uuid: str | None = None
    text: str = ""  # the question; before version 23 it was in the description
    position: int | None = None


def stamp(day: str) -> int:
    """Midnight UTC of a day, in milliseconds."""
    return (date.fromisoformat(day) - date(1970, 1, 1)).days * 86_400_000


def make_backup(
    path: Path, habits: Sequence[LoopHabit], version: int = 25, raw: Sequence[tuple[object, ...]] = ()
) -> Path:
    """Write a backup. Raw rows (habit, timestamp, value) are added to Repetitions as they are, last."""
    with closing(sqlite3.connect(path)) as connection:
        _create(connection, version)
        for number, habit in enumerate(habits, 1):
            _insert(connection, "Habits", _habit(number, habit, version))
            for rep in habit.reps:
                _insert(connection, "Repetitions", _rep(number, stamp(rep.day), rep.value, rep.notes, version))
        for habit_id, timestamp, value in raw:
            _insert(connection, "Repetitions", _rep(habit_id, timestamp, value, "", version))
        connection.execute(f"PRAGMA user_version = {version}")
        connection.commit()
    return path


def _create(connection: sqlite3.Connection, version: int) -> None:
    key = "Id" if version < 22 else "id"  # column case varies between the generations
    habit = [
        f"{key} INTEGER PRIMARY KEY AUTOINCREMENT", "archived INTEGER", "color INTEGER", "description TEXT",
        "freq_den INTEGER", "freq_num INTEGER", "highlight INTEGER", "name TEXT", "position INTEGER",
        "reminder_hour INTEGER", "reminder_min INTEGER", "reminder_days INTEGER NOT NULL DEFAULT 127",
    ]  # fmt: skip
    if version >= 18:
        habit.append("type INTEGER NOT NULL DEFAULT 0")
    if version >= 20:
        habit += ["target_type INTEGER NOT NULL DEFAULT 0", "target_value REAL NOT NULL DEFAULT 0"]
        habit.append("unit TEXT NOT NULL DEFAULT ''")
    if version >= 23:
        habit.append("question TEXT")
    if version >= 24:
        habit.append("uuid TEXT")
    must = " NOT NULL" if version >= 22 else ""
    rep = [f"{key} INTEGER PRIMARY KEY AUTOINCREMENT", f"habit INTEGER{must}", f"timestamp INTEGER{must}"]
    if version >= 16:
        rep.append("value INTEGER")
    if version >= 25:
        rep.append("notes TEXT")
    connection.execute("CREATE TABLE android_metadata (locale TEXT)")
    connection.execute(f"CREATE TABLE Habits ({', '.join(habit)})")
    connection.execute(f"CREATE TABLE Repetitions ({', '.join(rep)})")
    if version >= 19:
        connection.execute("CREATE TABLE Events (id INTEGER PRIMARY KEY, timestamp INTEGER, message TEXT)")


def _habit(number: int, habit: LoopHabit, version: int) -> dict[str, object]:
    row: dict[str, object] = {
        "name": habit.name,
        "freq_num": habit.times,
        "freq_den": habit.days,
        "archived": habit.archived,
        "position": number if habit.position is None else habit.position,
        "description": habit.text if version < 23 else "",
        "color": -16742021 if version < 14 else 7,
        "highlight": 0,
    }
    if version >= 18:
        row["type"] = habit.kind
    if version >= 20:
        row |= {"target_type": habit.target_type, "target_value": habit.target, "unit": habit.unit}
    if version >= 23:
        row["question"] = habit.text
    if version >= 24:
        row["uuid"] = f"{number:032x}" if habit.uuid is None else habit.uuid
    return row


def _rep(habit_id: object, timestamp: object, value: object, notes: object, version: int) -> dict[str, object]:
    row = {"habit": habit_id, "timestamp": timestamp}
    if version >= 16:
        row["value"] = value
    if version >= 25:
        row["notes"] = notes
    return row


def _insert(connection: sqlite3.Connection, table: str, row: dict[str, object]) -> None:
    marks = ", ".join("?" for _column in row)
    connection.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", tuple(row.values()))
