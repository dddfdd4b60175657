"""A glance at the habits' names, for a shell that completes them: quick, and silent whatever the file is."""

from __future__ import annotations

import sqlite3

from lundi.record import record
from lundi.words.text import clean
from storage.file.address import address

_PATIENCE = 0.2  # seconds: somebody is waiting for a key


@record
class HabitName:
    """What a habit is called, and where it stands."""

    name: str
    settled: bool
    archived: bool


def habit_names(path: str) -> list[HabitName]:
    """Every habit's name: current ones in their order, then settled ones, then archived ones.

    Empty where there is no file, and where it is busy, damaged, not ours or still to be upgraded: nothing is created,
    changed or said.
    """
    # Not for reading alone, which would leave the files of the write-ahead log behind.
    try:
        connection = sqlite3.connect(address(path, "rw"), uri=True, timeout=_PATIENCE)
    except sqlite3.Error:
        return []
    try:
        connection.execute("PRAGMA query_only = ON")
        rows = connection.execute(
            "SELECT name, settled_on IS NOT NULL, archived_on IS NOT NULL FROM habit ORDER BY 3, 2, position, added_on"
        ).fetchall()
    except sqlite3.Error:
        return []
    finally:
        connection.close()
    return [HabitName(clean(str(name)), bool(settled), bool(archived)) for name, settled, archived in rows]
