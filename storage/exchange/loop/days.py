"""Writing what a backup of Loop's says of a habit's days, where nothing is written yet."""

from __future__ import annotations

import sqlite3

from storage.exchange.loop.backup import Entry
from storage.file.session import new_id

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def write_days(connection: sqlite3.Connection, habit_id: str, entries: Sequence[Entry]) -> tuple[int, int]:
    """Add ticks, excuses and notes that are missing; return how many entries were new, how many doubles.

    A day that has a tick keeps it, and gets no excuse. A note is put after what the day's note says already.
    """
    key = (habit_id,)
    ticked = {row["day"] for row in connection.execute("SELECT day FROM tick WHERE habit_id = ?", key)}
    excused = {row["day"] for row in connection.execute("SELECT day FROM excuse WHERE habit_id = ?", key)}
    notes = {
        row["day"]: row["text"] for row in connection.execute("SELECT day, text FROM note WHERE habit_id = ?", key)
    }
    ticks: list[tuple[str, str, str, int, str, str]] = []
    excuses: list[tuple[str, str]] = []
    texts: list[tuple[str, str, str]] = []
    added = doubles = 0
    for entry in entries:
        day = entry.day.isoformat()
        before = len(ticks) + len(excuses) + len(texts)
        if entry.amount and day not in ticked:
            # Entered on its own day, at noon: Loop doesn't say when, and it was no back-filling.
            ticks.append((new_id(), habit_id, day, entry.amount, day, f"{day}T12:00:00"))
        elif entry.is_skip and day not in ticked and day not in excused:
            excuses.append((habit_id, day))
        if entry.note and entry.note not in (present := notes.get(day, "")):
            texts.append((habit_id, day, f"{present}\n{entry.note}" if present else entry.note))
        if len(ticks) + len(excuses) + len(texts) > before:
            added += 1
        elif entry.amount or entry.is_skip or entry.note:
            doubles += 1
    connection.executemany(
        "INSERT INTO tick (id, habit_id, day, amount, entered_on, at) VALUES (?, ?, ?, ?, ?, ?)", ticks
    )
    connection.executemany("INSERT INTO excuse (habit_id, day) VALUES (?, ?)", excuses)
    connection.executemany(
        "INSERT INTO note (habit_id, day, text) VALUES (?, ?, ?)"
        " ON CONFLICT (habit_id, day) DO UPDATE SET text = excluded.text",
        texts,
    )
    return added, doubles
