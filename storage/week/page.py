"""What the Week reads, in one consistent look at the file."""

from __future__ import annotations

from datetime import date

from lundi.habits.history import History
from lundi.time.weeks import Week
from lundi.week.page import Past, WeekPage, past_of, week_page
from storage.file.session import Session
from storage.habits.history import ask, read_actions, read_done, read_history, read_notes
from storage.habits.mission import read_mission
from storage.habits.sequences import read_left


class WeekReader:
    """Reads the Week for the dashboard; after a tick only what a tick changes."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def read(self, week: Week, today: date) -> WeekPage:
        """A week, as of a day, with what it shows of the weeks before it."""
        with self._session.reading() as connection:
            mission, left = read_mission(self._session), read_left(self._session, week)
            self._past = ask(connection, week, lambda history: past_of(history, week, today, mission, left))
            self._history = read_history(connection, week, week)
            self._notes = read_notes(connection, week.monday, week.sunday)
            self._held_from = self._session.held_from
        self._week, self._today = week, today
        return self._page()

    def reread(self) -> WeekPage:
        """The same week, after nothing but ticks (their notes apart) and actions of it have changed."""
        with self._session.reading() as connection:
            done, actions = read_done(connection, self._week, self._week), read_actions(connection, self._week)
        self._history = self._history.after(done, actions)
        return self._page()

    def _page(self) -> WeekPage:
        return week_page(self._history, self._week, self._today, self._past, self._notes, self._held_from)


def read_week(session: Session, week: Week, today: date) -> WeekPage:
    """The Week once, for a week and as of a day."""
    return WeekReader(session).read(week, today)


def empty_week(week: Week, today: date) -> WeekPage:
    """The Week of a file that isn't there yet."""
    return week_page(History(week), week, today, Past({}, ()), {})
