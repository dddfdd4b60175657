"""How far the Monday ritual of a week has come. Local: what it decides is written where it belongs."""

from __future__ import annotations

from lundi.record import record
from lundi.ritual.steps import CHOOSE, EMPTY_HEAD, LOOK_BACK
from lundi.time.days import Moment
from lundi.time.weeks import Week
from storage.file.session import Session
from storage.file.unfinished import forget_unfinished, keep_unfinished, read_unfinished
from storage.habits import first_run
from storage.habits.sequences import RITUAL_FORMS, ritual_form

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

ASKED, EXPRESS, SECONDS, IDEAS = "asked", "express", "seconds", "ideas"  # fields of what is kept beside the step
_TYPED_IDEAS = f"{EMPTY_HEAD}.{IDEAS}"  # typed into the emptied head, and not answered yet


@record
class Progress:
    """What a ritual goes on with, beside its step."""

    express: bool = False
    seconds: int = 0  # that it took so far
    ideas: int = 0  # that were written down in it


def is_due(session: Session, now: Moment) -> bool:
    """Whether the ritual opens by itself: the first time in a week without a plan that isn't off."""
    with session.reading() as connection:
        if first_run.is_due(session) or ASKED in read_unfinished(session, ritual_form(now.week)):
            return False
        return not connection.execute(
            "SELECT 1 FROM plan WHERE week = ?1 UNION ALL SELECT 1 FROM week_mark WHERE week = ?1 AND kind = 'off'",
            (str(now.week),),
        ).fetchone()


def read_first_step(session: Session, week: Week) -> int:
    """The step with which the ritual of a week begins: the look back, and once the week is committed the choice."""
    with session.reading() as connection:
        is_committed = connection.execute("SELECT 1 FROM plan WHERE week = ?", (str(week),)).fetchone()
    return CHOOSE if is_committed else LOOK_BACK


def progress_in(kept: Mapping[str, str]) -> Progress:
    """What of it is kept for a week's ritual."""
    return Progress(kept.get(EXPRESS) == "1", _number(kept.get(SECONDS, "")), _number(kept.get(IDEAS, "")))


def fields_of(progress: Progress) -> dict[str, str]:
    """As what it is kept, beside the step: a ritual whose step is kept was asked for."""
    express, seconds, ideas = int(progress.express), progress.seconds, progress.ideas
    return {ASKED: "1", EXPRESS: str(express), SECONDS: str(seconds), IDEAS: str(ideas)}


def begin(session: Session, now: Moment) -> None:
    """The ritual of this week was asked for; those of other weeks are done with, but ideas typed there come along."""
    form = ritual_form(now.week)
    with session.writing(now) as connection:
        others = f"{RITUAL_FORMS}%", form
        connection.execute(
            "UPDATE OR IGNORE unfinished SET form = ?2 WHERE form LIKE ?1 AND form <> ?2 AND field = ?3",
            (*others, _TYPED_IDEAS),
        )
        connection.execute("DELETE FROM unfinished WHERE form LIKE ? AND form <> ?", others)
        keep_unfinished(session, form, {ASKED: "1"}, now)


def finish(session: Session, now: Moment) -> None:
    """The plan is committed: what was typed is where it belongs, but for ideas over which somebody went back. The
    ritual isn't asked for again this week."""
    form = ritual_form(now.week)
    with session.writing(now):
        forget_unfinished(session, form, now, read_unfinished(session, form).keys() - {_TYPED_IDEAS})
        keep_unfinished(session, form, {ASKED: "1"}, now)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0
