"""Quarters of a year, and the one that a stretch of days belongs to."""

from __future__ import annotations

from datetime import date, timedelta

from lundi.record import record

QUARTERS = 4
_MONTHS = 3


@record
class Quarter:
    """The first to the fourth of a year."""

    year: int
    number: int  # 1 to 4

    @classmethod
    def of(cls, day: date) -> Quarter:
        return cls(day.year, (day.month - 1) // _MONTHS + 1)

    @property
    def first_day(self) -> date:
        return date(self.year, (self.number - 1) * _MONTHS + 1, 1)

    @property
    def next(self) -> Quarter:
        return Quarter(self.year + self.number // QUARTERS, self.number % QUARTERS + 1)

    @property
    def last_day(self) -> date:
        return self.next.first_day - timedelta(1)


def quarter_of(start: date, end: date) -> Quarter:
    """The quarter that holds most of the days from one to another, both included (F20); of several the first.

    The end is not before the start.
    """
    best, most = Quarter.of(start), 0
    quarter = best
    while quarter.first_day <= end:
        days = (min(end, quarter.last_day) - max(start, quarter.first_day)).days + 1
        if days > most:
            best, most = quarter, days
        quarter = quarter.next
    return best
