"""The strip of days that went by without a word: whether it is due, and what it shows."""

from __future__ import annotations

import sqlite3
from datetime import date

from lundi.habits.history import History
from lundi.time.days import Moment
from lundi.time.weeks import Week
from lundi.week.catch_up import WEEKS_BACK, CatchUp, catch_up, is_catch_up_due
from storage.file.session import Session
from storage.habits.history import read_history, read_notes

_SHOWN = "catch_up_shown_on"


def read_catch_up(session: Session, today: date) -> CatchUp:
    """The last seven days, for filling in."""
    with session.reading() as connection:
        history = _last_weeks(connection, today)
        return catch_up(history, today, read_notes(connection, history.since.monday, today))


def is_due(session: Session, today: date) -> bool:
    """Whether the strip is due and wasn't shown today (H36)."""
    with session.reading() as connection:
        shown = connection.execute("SELECT value FROM meta WHERE key = ?", (_SHOWN,)).fetchone()
        if shown is not None and shown["value"] == today.isoformat():
            return False
        return is_catch_up_due(_last_weeks(connection, today), today)


def note_shown(session: Session, now: Moment) -> None:
    """Remember that the strip was shown today. That is no change of the user's: there is nothing to undo."""
    with session.writing(now) as connection:
        connection.execute(
            "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (_SHOWN, now.day.isoformat()),
        )


def _last_weeks(connection: sqlite3.Connection, today: date) -> History:
    week = Week.of(today)
    return read_history(connection, week + -WEEKS_BACK, week)
