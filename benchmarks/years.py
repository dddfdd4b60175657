"""Twenty habits over twenty years, written by the program's own intents, journal and all."""

from __future__ import annotations

from datetime import datetime, timedelta

from benchmarks.homes import NOW
from lundi.habits.habit import QUOTA, Goal
from lundi.time.days import Moment, moment
from lundi.time.weeks import Week
from storage.file.journal import transaction
from storage.habits.intents import Card
from storage.store import Store

_HABITS = 20
_YEARS = 20
_WEEKS_A_YEAR = 52
_WORKING_DAYS = 5


def write_years(path: str) -> None:
    """Fill a new file: every habit ticked on every working day, every week committed, in one transaction."""
    now = datetime.fromisoformat(NOW)
    with Store.open(path) as store, transaction(store.connection, path):
        # More than H29 allows: somebody who has changed the setting.
        store.connection.execute("INSERT INTO setting VALUES ('habits_at_most', ?)", (str(_HABITS),))
        start = now - timedelta(weeks=_YEARS * _WEEKS_A_YEAR, days=now.weekday())
        _add_habits(store, moment(start, store.day_end))
        days = (start + timedelta(days=day) for day in range((now - start).days + 1))
        for day in days:
            _live(store, moment(day, store.day_end))


def _add_habits(store: Store, at: Moment) -> None:
    goal = Goal(from_week=at.week, kind=QUOTA, target=_WORKING_DAYS)
    for number in range(1, _HABITS + 1):
        store.add_habit(Card(f"Habit number {number:02}", minimum="one", after="coffee"), goal, at)


def _live(store: Store, at: Moment) -> None:
    """One day: the commit on a Monday, a tick a habit on working days."""
    if at.day == Week.of(at.day).monday:
        store.commit_week(["Write to somebody", "Call somebody"], at)
    if at.day.isoweekday() <= _WORKING_DAYS:
        for habit in store.habits():
            store.tick(habit, at.day, at)
