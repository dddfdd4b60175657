"""When seasons begin and how long they are: from the first commit, or as it was set."""

from __future__ import annotations

from datetime import date

from lundi.numbers import SEASON_WEEKS
from lundi.time.seasons import Season, season_of
from lundi.time.weeks import Week
from storage.file.session import Session


def read_season(session: Session, week: Week) -> Season | None:
    """The season that a week lies in; None before the first one."""
    with session.reading():
        return season_of(week, season_start(session), season_weeks(session))


def is_check_week(session: Session, week: Week) -> bool:
    """Whether the ritual of a week has the quarterly check: in the last week of a season (F08)."""
    season = read_season(session, week)
    return season is not None and season.is_last_week


def season_weeks(session: Session) -> int:
    """How many weeks a season takes."""
    with session.reading():
        return int(session.setting("season_weeks", str(SEASON_WEEKS)))


def season_start(session: Session) -> Week | None:
    """The first week of the seasons: that of the day set, or of the first commit; None before it."""
    with session.reading() as connection:
        if day := session.setting("season_start", ""):
            return Week.of(date.fromisoformat(day))
        first = connection.execute("SELECT min(week) AS week FROM plan").fetchone()
        return Week.parse(first["week"]) if first["week"] else None
