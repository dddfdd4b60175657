"""The numbers that the rules of the game speak of."""

from __future__ import annotations

from datetime import date

from lundi.rules import Rules
from lundi.time.seasons import season_of
from lundi.time.weeks import Week
from storage.file.session import Session
from storage.habits.seasons import season_start, season_weeks


def read_rules(session: Session, today: date) -> Rules:
    """The rules in force, as of a day."""
    week = Week.of(today)
    with session.reading() as connection:
        plan = connection.execute("SELECT held_from FROM plan WHERE week = ?", (str(week),)).fetchone()
        start, weeks = season_start(session), season_weeks(session)
        return Rules(
            held_from=session.held_from,
            held_from_this_week=plan["held_from"] if plan else session.held_from,
            ritual_day=session.ritual_day,
            habits_at_most=session.habits_at_most,
            season_weeks=weeks,
            seasons_begin=start,
            season=season_of(week, start, weeks),
        )
