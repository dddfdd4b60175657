"""What looking back on a week shows, in one consistent look at the file."""

from __future__ import annotations

from datetime import date

from lundi.numbers import STRENGTH_WEEKS
from lundi.ritual.look_back import LookBack, look_back
from lundi.time.weeks import Week
from storage.file.session import Session
from storage.habits.history import ask, first_week
from storage.habits.reviews import has_review, read_misses, read_review


def read_look_back(session: Session, week: Week, today: date) -> LookBack:
    """A week as it is looked back on, as of a day."""
    with session.reading() as connection:
        first = first_week(connection, Week.of(today))
        reviews = {one: read_review(session, one) for one in (week + -1, week) if has_review(session, one)}
        misses = read_misses(session, week + (1 - STRENGTH_WEEKS), week)
        held_from, budget = session.held_from, session.minutes_budget
        return ask(
            connection,
            week,
            lambda history: look_back(history, week, today, first, reviews, misses, held_from, budget),
        )
