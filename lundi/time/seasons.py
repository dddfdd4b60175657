"""Seasons: so many weeks each, one after the other (H19); the last week of one is for the quarterly check (F08)."""

from __future__ import annotations

from lundi.record import record
from lundi.time.weeks import Week


@record
class Season:
    """One season, and how far a week is in it."""

    number: int  # 1 for the first
    first_week: Week
    weeks: int  # how long it is
    week_number: int  # of the week that was asked for, from 1 on

    @property
    def is_last_week(self) -> bool:
        """Whether it is the week of the quarterly check."""
        return self.week_number == self.weeks


def season_of(week: Week, start: Week | None, weeks: int) -> Season | None:
    """The season that a week lies in, of seasons of so many weeks from a start on; None without one, or before it."""
    if start is None or week < start:
        return None
    number, gone_by = divmod(week.since(start), weeks)
    return Season(number + 1, start + number * weeks, weeks, gone_by + 1)
