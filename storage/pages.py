"""What each screen reads, in one consistent look at the file."""

from __future__ import annotations

from datetime import date

from lundi.history import History
from lundi.week_page import WeekPage, week_page
from lundi.weeks import Week
from storage.history import ask, read_notes
from storage.session import Session


def read_week(session: Session, week: Week, today: date) -> WeekPage:
    """The Week, for a week and as of a day."""
    with session.reading() as connection:
        notes = read_notes(connection, week.monday, week.sunday)
        held_from = session.held_from
        return ask(connection, week, lambda history: week_page(history, week, today, notes, held_from))


def empty_week(week: Week, today: date) -> WeekPage:
    """The Week of a file that isn't there yet."""
    return week_page(History(week + -1), week, today, {})
