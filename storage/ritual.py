"""How far the Monday ritual of a week has come. Local: what it decides is written where it belongs."""

from __future__ import annotations

from lundi.days import Moment
from lundi.record import record
from lundi.ritual import CHOOSE, EMPTY_HEAD, LAST, LOOK_BACK
from lundi.weeks import Week
from storage.first_run import is_due as is_first_run_due
from storage.session import Session
from storage.unfinished import forget_unfinished, keep_unfinished, read_unfinished

ASKED, STEP, EXPRESS, SECONDS, IDEAS = "asked", "step", "express", "seconds", "ideas"  # fields of what is kept
_FORM = "ritual-"
_TYPED_IDEAS = f"{EMPTY_HEAD}.{IDEAS}"  # typed into the emptied head, and not answered yet


@record
class Progress:
    """Where a ritual goes on."""

    step: int = LOOK_BACK
    express: bool = False
    seconds: int = 0  # that it took so far
    ideas: int = 0  # that were written down in it


def form_of(week: Week) -> str:
    """The form in which what is typed for a week's ritual is kept."""
    return f"{_FORM}{week}"


def is_due(session: Session, now: Moment) -> bool:
    """Whether the ritual opens by itself: the first time in a week without a plan that isn't off."""
    with session.reading() as connection:
        if is_first_run_due(session) or ASKED in read_unfinished(session, form_of(now.week)):
            return False
        return not connection.execute(
            "SELECT 1 FROM plan WHERE week = ?1 UNION ALL SELECT 1 FROM week_mark WHERE week = ?1 AND kind = 'off'",
            (str(now.week),),
        ).fetchone()


def read_progress(session: Session, week: Week) -> Progress:
    """Where the ritual of a week goes on: where it was left, and once the week is committed at the choice."""
    kept = read_unfinished(session, form_of(week))
    return Progress(
        min(LAST, _number(kept.get(STEP, ""))) or (CHOOSE if _is_committed(session, week) else LOOK_BACK),
        kept.get(EXPRESS) == "1",
        _number(kept.get(SECONDS, "")),
        _number(kept.get(IDEAS, "")),
    )


def keep_progress(session: Session, progress: Progress, now: Moment) -> None:
    """Keep where the ritual of this week is; those of other weeks are done with, but ideas typed there come along."""
    fields = {
        ASKED: "1",
        STEP: str(progress.step),
        EXPRESS: str(int(progress.express)),
        SECONDS: str(progress.seconds),
        IDEAS: str(progress.ideas),
    }
    form = form_of(now.week)
    with session.writing(now) as connection:
        others = f"{_FORM}%", form
        connection.execute(
            "UPDATE OR IGNORE unfinished SET form = ?2 WHERE form LIKE ?1 AND form <> ?2 AND field = ?3",
            (*others, _TYPED_IDEAS),
        )
        connection.execute("DELETE FROM unfinished WHERE form LIKE ? AND form <> ?", others)
        keep_unfinished(session, form, fields, now)


def finish(session: Session, now: Moment) -> None:
    """The plan is committed: what was typed is where it belongs, but for ideas over which somebody went back. The
    ritual isn't asked for again this week."""
    form = form_of(now.week)
    with session.writing(now):
        forget_unfinished(session, form, now, read_unfinished(session, form).keys() - {_TYPED_IDEAS})
        keep_unfinished(session, form, {ASKED: "1"}, now)


def _is_committed(session: Session, week: Week) -> bool:
    with session.reading() as connection:
        return connection.execute("SELECT 1 FROM plan WHERE week = ?", (str(week),)).fetchone() is not None


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0
