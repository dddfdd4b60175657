"""Ideas and actions as rows: what both the week and the strategy write."""

from __future__ import annotations

from lundi.days import Moment
from lundi.weeks import Week
from storage.session import Session, new_id

IDEA, CHOSEN = "idea", "chosen"


def insert_action(session: Session, title: str, state: str, week: Week | None, now: Moment) -> str:
    """Add an idea, or an action of a week, inside a change; returns its id."""
    action_id = new_id()
    session.connection.execute(
        "INSERT INTO action (id, title, state, added_on, at, week) VALUES (?, ?, ?, ?, ?, ?)",
        (action_id, title, state, now.day.isoformat(), now.stamp, str(week) if week else None),
    )
    return action_id
