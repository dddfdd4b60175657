"""The first run: whether its questions are to be asked, and that they are done with."""

from __future__ import annotations

from lundi.time.days import Moment
from storage.file.session import Session
from storage.file.unfinished import forget_unfinished
from storage.habits.sequences import FIRST_RUN_FORM

_FINISHED = "first_run_finished_on"


def is_due(session: Session) -> bool:
    """Whether the questions are to be asked: they were begun and not finished, or nothing was ever written here."""
    with session.reading() as connection:
        (due,) = connection.execute(
            "SELECT EXISTS (SELECT 1 FROM unfinished WHERE form = ?) OR NOT ("
            " EXISTS (SELECT 1 FROM meta WHERE key = ?) OR EXISTS (SELECT 1 FROM batch)"
            " OR EXISTS (SELECT 1 FROM habit) OR EXISTS (SELECT 1 FROM action)"
            " OR EXISTS (SELECT 1 FROM course) OR EXISTS (SELECT 1 FROM campaign))",
            (FIRST_RUN_FORM, _FINISHED),
        ).fetchone()
    return bool(due)


def finish(session: Session, now: Moment) -> None:
    """The questions are done with, and never come again by themselves. There is nothing to undo in that."""
    with session.writing(now) as connection:
        forget_unfinished(session, FIRST_RUN_FORM, now)
        connection.execute(
            "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (_FINISHED, now.day.isoformat()),
        )
