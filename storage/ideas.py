"""Ideas and the two that are chosen of them. Each method is one change."""

from __future__ import annotations

import sqlite3
from datetime import date

from lundi import changes
from lundi.days import Moment
from lundi.errors import NotUnderstood, Refused
from lundi.ideas import Idea, in_order
from lundi.language import gettext as _
from lundi.rules import ACTIONS_A_WEEK
from lundi.text import clean
from lundi.weeks import Week
from storage.actions import IDEA, insert_action
from storage.session import Session, is_gone

_WAITING = (
    "SELECT action.*, choice.name AS line FROM action LEFT JOIN choice ON choice.id = line_id"
    " WHERE done_on IS NULL AND (state = 'idea' OR (state = 'chosen' AND week < ?))"
)


def read_ideas(session: Session, week: Week) -> list[Idea]:
    """Everything that waits to be chosen in a week, what was carried over included, in the order it is offered."""
    with session.reading() as connection:
        return in_order(_idea(row) for row in connection.execute(_WAITING, (str(week),)))


def read_chosen(session: Session, week: Week) -> list[Idea]:
    """What is chosen for a week and not done yet."""
    with session.reading() as connection:
        rows = connection.execute(
            "SELECT action.*, choice.name AS line FROM action LEFT JOIN choice ON choice.id = line_id"
            " WHERE state = 'chosen' AND week = ? AND done_on IS NULL ORDER BY at, action.id",
            (str(week),),
        )
        return [_idea(row) for row in rows]


def choose_idea(session: Session, idea: Idea, now: Moment) -> None:
    """Choose one for this week. Refused when two are open already (F19), or it is too big (F10)."""
    with session.intent(changes.CHOSEN, now, {"title": idea.title}):
        present = _present(session, idea)
        if present.is_too_big:
            raise Refused(_("More than 90 minutes: what is the first piece? `s` splits it."))
        if len(read_chosen(session, now.week)) >= ACTIONS_A_WEEK:
            raise Refused(_("Two means two. Finish one first."))
        session.connection.execute(
            "UPDATE action SET state = 'chosen', week = ?, times_chosen = times_chosen + 1 WHERE id = ?",
            (str(now.week), idea.id),
        )


def unchoose_idea(session: Session, idea: Idea, now: Moment) -> None:
    """Put a chosen one back; as long as it isn't done."""
    with session.intent(changes.UNCHOSEN, now, {"title": idea.title}):
        session.connection.execute(
            "UPDATE action SET state = 'idea', week = NULL, times_chosen = max(0, times_chosen - 1)"
            " WHERE id = ? AND done_on IS NULL",
            (idea.id,),
        )


def edit_idea(session: Session, idea: Idea, changed: Idea, now: Moment) -> None:
    """Give an idea other words, another size, tag or line (by its name). NotUnderstood without a word."""
    title = clean(changed.title)
    if not title:
        raise NotUnderstood(_("An idea needs a few words."))
    with session.intent(changes.IDEA_CHANGED, now, {"title": title}):
        _present(session, idea)
        session.connection.execute(
            "UPDATE action SET title = ?, for_whom = ?, minutes = ?, enough = ?, times_chosen = ?, line_id ="
            " (SELECT id FROM choice WHERE kind = 'line' AND name = ? AND archived_on IS NULL) WHERE id = ?",
            (
                title,
                changed.for_whom,
                changed.minutes,
                clean(changed.enough),
                changed.times_chosen,
                changed.line,
                idea.id,
            ),
        )


def split_idea(session: Session, idea: Idea, pieces: list[str], now: Moment) -> list[str]:
    """Take pieces out of an idea that is too big; they are ideas of their own, and the rest stays (F10). Returns their
    ids. NotUnderstood without a piece."""
    titles = [title for title in map(clean, pieces) if title]
    if not titles:
        raise NotUnderstood(_("What is the first piece? A few words are enough."))
    with session.intent(changes.IDEA_SPLIT, now, {"title": idea.title}):
        _present(session, idea)
        ids = []
        for title in titles:
            piece = insert_action(session, title, IDEA, None, now)
            session.connection.execute(
                "UPDATE action SET parent_id = ?, for_whom = ?, minutes = NULL WHERE id = ?",
                (idea.id, idea.for_whom, piece),
            )
            ids.append(piece)
        return ids


def let_go_idea(session: Session, idea: Idea, now: Moment) -> None:
    """Let an idea go; nothing is deleted."""
    with session.intent(changes.IDEA_LET_GO, now, {"title": idea.title}):
        session.connection.execute("UPDATE action SET state = 'dropped', week = NULL WHERE id = ?", (idea.id,))


def make_smaller(session: Session, idea: Idea, title: str, minutes: int | None, now: Moment) -> None:
    """Decide about what was carried twice: something smaller takes its place, and starts anew (H09)."""
    edit_idea(
        session, idea, Idea(idea.id, title, idea.added_on, idea.for_whom, minutes, 0, idea.line, idea.enough), now
    )


def same_ideas(session: Session, titles: list[str]) -> list[str]:
    """Which of some titles wait already: said, and not refused."""
    with session.reading() as connection:
        waiting = {row["title"] for row in connection.execute("SELECT title FROM action WHERE state = 'idea'")}
    return [title for title in titles if title in waiting]


def _present(session: Session, idea: Idea) -> Idea:
    row = session.connection.execute(
        "SELECT action.*, choice.name AS line FROM action LEFT JOIN choice ON choice.id = line_id WHERE action.id = ?",
        (idea.id,),
    ).fetchone()
    if row is None:
        raise is_gone(idea.title)
    return _idea(row)


def _idea(row: sqlite3.Row) -> Idea:
    return Idea(
        row["id"],
        row["title"],
        date.fromisoformat(row["added_on"]),
        row["for_whom"],
        row["minutes"],
        row["times_chosen"],
        row["line"] or "",
        row["enough"],
    )
