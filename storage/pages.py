"""What each screen reads, in one consistent look at the file."""

from __future__ import annotations

from datetime import date

from lundi.history import History
from lundi.week_page import Past, WeekPage, past_of, week_page
from lundi.weeks import Week
from storage.history import ask, read_history, read_notes
from storage.session import Session


def read_past(session: Session, week: Week, today: date) -> Past:
    """What a week shows of the weeks before it."""
    with session.reading() as connection:
        return ask(connection, week, lambda history: past_of(history, week, today))


def read_week(session: Session, week: Week, today: date, past: Past | None = None) -> WeekPage:
    """The Week, for a week and as of a day; with its past where that is known already."""
    with session.reading() as connection:
        past = past or read_past(session, week, today)
        notes = read_notes(connection, week.monday, week.sunday)
        history = read_history(connection, week, week)
        return week_page(history, week, today, past, notes, session.held_from)


def empty_week(week: Week, today: date) -> WeekPage:
    """The Week of a file that isn't there yet."""
    return week_page(History(week), week, today, Past({}, ()), {})
