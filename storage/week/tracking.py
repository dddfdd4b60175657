"""What Tracking reads: a year of days, and how the habits stand."""

from __future__ import annotations

import sqlite3
from datetime import date

from lundi.habits.history import History
from lundi.record import record
from lundi.time.weeks import Week
from lundi.week.year import WEEKS_SHOWN, Standing, YearPage, standing, year_page
from storage.file.session import Session
from storage.habits.history import ask, first_week, read_history


@record
class DayTick:
    """One tick in the list of a day."""

    habit: str
    amount: int  # thousandths
    smallest: bool
    entered_on: date
    at: str


@record
class DayPage:
    """What happened on one day."""

    day: date
    ticks: tuple[DayTick, ...]
    notes: tuple[tuple[str, str], ...]  # habit, text
    excuses: tuple[tuple[str, str], ...]  # habit, reason
    off: str | None  # the reason of a day off (may be ''); None when it is none


def read_year(session: Session, habit_id: str | None, last: Week, today: date) -> YearPage:
    """The 53 weeks up to one, of one habit or (None) of all, archived ones too."""
    with session.reading() as connection:
        history = read_history(connection, last + -WEEKS_SHOWN, last)
        return _year(history, habit_id, last, today, first_week(connection, Week.of(today)), session.held_from)


def read_standing(session: Session, today: date) -> Standing:
    """Strength, streak and alert of every habit, archived ones last."""
    with session.reading() as connection:
        return _standing(connection, today, first_week(connection, Week.of(today)))


def read_tracking(session: Session, habit_id: str | None, last: Week, today: date) -> tuple[YearPage, Standing]:
    """Both, reading the weeks that they share once."""
    with session.reading() as connection:
        current, first = Week.of(today), first_week(connection, Week.of(today))
        history = read_history(connection, last + -WEEKS_SHOWN, last)
        year = _year(history, habit_id, last, today, first, session.held_from)
        return year, _standing(connection, today, first, history if last == current else None)


def _year(history: History, habit_id: str | None, last: Week, today: date, first: Week, held_from: int) -> YearPage:
    habits = [habit for habit in history.habits if habit_id in (None, habit.id)]
    return year_page(history, habits, last, today, first, held_from)


def _standing(connection: sqlite3.Connection, today: date, first: Week, history: History | None = None) -> Standing:
    return ask(
        connection, Week.of(today), lambda history: standing(history, history.habits, today, first), begun=history
    )


def read_day(session: Session, day: date) -> DayPage:
    """Ticks, notes and excuses of one day, in the habits' order."""
    with session.reading() as connection:
        key = (day.isoformat(),)
        ticks = connection.execute(
            "SELECT habit.name, amount, smallest, entered_on, at FROM tick JOIN habit ON habit.id = habit_id"
            " WHERE day = ? ORDER BY habit.position, at, tick.rowid",
            key,
        ).fetchall()
        notes = connection.execute(
            "SELECT habit.name, text FROM note JOIN habit ON habit.id = habit_id WHERE day = ? ORDER BY position",
            key,
        ).fetchall()
        excuses = connection.execute(
            "SELECT habit.name, reason FROM excuse JOIN habit ON habit.id = habit_id WHERE day = ? ORDER BY position",
            key,
        ).fetchall()
        off = connection.execute("SELECT reason FROM day_off WHERE day = ?", key).fetchone()
        return DayPage(
            day,
            tuple(DayTick(row[0], row[1], bool(row[2]), date.fromisoformat(row[3]), row[4]) for row in ticks),
            tuple((row[0], row[1]) for row in notes),
            tuple((row[0], row[1]) for row in excuses),
            off["reason"] if off else None,
        )
