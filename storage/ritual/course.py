"""What the ritual's look at the course reads, in one consistent look at the file."""

from __future__ import annotations

from datetime import date

from lundi.ritual.course import CoursePage, first_sentence, to_confirm
from lundi.strategy.page import LINE, theme
from lundi.time.weeks import Week
from storage.campaign.rows import read_running
from storage.file.session import Session
from storage.habits.seasons import read_season
from storage.strategy.intents import read_strategy


def read_course(session: Session, week: Week, today: date) -> CoursePage:
    """The course as of a day, for the ritual of a week: changes that began to hold in that week or the one before it
    are asked about, once."""
    since = (week + -1).monday
    with session.reading() as connection:
        page = read_strategy(session, today)
        season = read_season(session, week)
        rows = connection.execute(
            "SELECT kind, from_day, made_on FROM course WHERE confirmed_on IS NOT NULL AND from_day >= ?",
            (since.isoformat(),),
        )
        asked = {(row["kind"], row["from_day"], row["made_on"]) for row in rows}
        campaign = read_running(session)
    return CoursePage(
        today=today,
        vision=first_sentence(page.picture),
        theme=page.text(theme(today.year)),
        line=page.text(LINE),
        campaign=campaign,
        changes=tuple(
            change
            for change in to_confirm(page, since)
            if (change.kind, change.from_day.isoformat(), change.made_on.isoformat()) not in asked
        ),
        is_check_week=season is not None and season.is_last_week,
    )
