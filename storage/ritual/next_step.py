"""What the one thing to do now is decided from, in one consistent look at the file."""

from __future__ import annotations

from datetime import date

from lundi.ritual.next_step import NextStep, next_step
from lundi.time.weeks import Week
from storage.campaign.focus import read_running_end
from storage.campaign.rows import read_running
from storage.file.session import Session
from storage.week.page import read_week


def read_next_step(session: Session, today: date) -> NextStep:
    """Where to begin, as of a day (F02)."""
    with session.reading():
        end = read_running_end(session)
        ended = read_running(session) if end is not None and end < today else None
        return next_step(
            read_week(session, Week.of(today), today),
            ended_campaign=ended.name if ended else "",
            is_ritual_day=today.isoweekday() == session.ritual_day,
        )
