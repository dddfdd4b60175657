"""Ideas and actions as rows: what the week, the ideas and the strategy write."""

from __future__ import annotations

from lundi.numbers import ACTIONS_A_WEEK
from lundi.time.days import Moment
from lundi.time.weeks import Week
from lundi.words.errors import Refused
from lundi.words.language import gettext as _
from storage.file.session import Session, new_id

IDEA, CHOSEN = "idea", "chosen"


def insert_action(session: Session, title: str, state: str, week: Week | None, now: Moment) -> str:
    """Add an idea, or an action of a week, inside a change; returns its id."""
    action_id = new_id()
    session.connection.execute(
        "INSERT INTO action (id, title, state, added_on, at, week, times_chosen) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (action_id, title, state, now.day.isoformat(), now.stamp, str(week) if week else None, state == CHOSEN),
    )
    return action_id


def choose_action(session: Session, action_id: str, week: Week) -> None:
    """Choose what waits for a week, inside a change. Refused when two of it are open already (F19)."""
    if is_full(session, week):
        raise Refused(_("Two means two. Finish one first."))
    session.connection.execute(
        "UPDATE action SET state = 'chosen', week = ?, times_chosen = max(times_chosen, state = 'chosen') + 1"
        " WHERE id = ?",
        (str(week), action_id),
    )


def is_full(session: Session, week: Week) -> bool:
    """Whether as many actions of a week are open as there may be."""
    (open_ones,) = session.connection.execute(
        "SELECT count(*) FROM action WHERE state = 'chosen' AND week = ? AND done_on IS NULL", (str(week),)
    ).fetchone()
    return int(open_ones) >= ACTIONS_A_WEEK
