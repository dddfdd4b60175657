"""Sequences of questions that are kept while they are gone through: the first run, and the ritual of a week."""

from __future__ import annotations

from lundi.time.weeks import Week
from lundi.week.page import FIRST_RUN, RITUAL, Left
from storage.file.session import Session

STEP = "step"  # of what is kept: the question to go on with
FIRST_RUN_FORM = "first-run"
RITUAL_FORMS = "ritual-"  # and the week


def ritual_form(week: Week) -> str:
    """The form in which what is typed for a week's ritual is kept."""
    return f"{RITUAL_FORMS}{week}"


def read_left(session: Session, week: Week) -> Left | None:
    """What was left half-way and can be gone on with: the first run, else the ritual of a week, from its second step
    on or with something typed into its first."""
    with session.reading() as connection:
        rows = connection.execute(
            "SELECT form, field, text FROM unfinished WHERE form IN (?, ?)", (FIRST_RUN_FORM, ritual_form(week))
        ).fetchall()
    for form, kind in ((FIRST_RUN_FORM, FIRST_RUN), (ritual_form(week), RITUAL)):
        kept = {row["field"]: row["text"] for row in rows if row["form"] == form}
        step = int(kept[STEP]) if kept.get(STEP, "").isdecimal() else int(kind == RITUAL)
        typed = [text for field, text in kept.items() if field.partition(".")[0].isdecimal() and text]
        if (kind == FIRST_RUN and kept) or step > 1 or typed:
            return Left(kind, step)
    return None
