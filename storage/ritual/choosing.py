"""What the choice of the two shows, in one consistent look at the file."""

from __future__ import annotations

from lundi.ritual.choosing import Choosing, minutes_of
from lundi.time.weeks import Week
from storage.file.session import Session
from storage.habits.history import read_history
from storage.ideas.intents import read_chosen, read_open


def read_choosing(session: Session, week: Week) -> Choosing:
    """What is chosen for a week, what waits, and what the week takes."""
    with session.reading() as connection:
        history = read_history(connection, week, week)
        return Choosing(
            tuple(read_open(session, week)),
            frozenset(idea.id for idea in read_chosen(session, week)),
            minutes_of(history, week, session.minutes_budget),
            planned=week in history.plans,
        )
