"""ISO weeks, Monday first, written '2026-W47'."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from lundi.record import record

DAYS = 7


@record
class Week:
    """One ISO week; weeks compare, add and subtract as whole numbers do."""

    number: int  # weeks since Monday, 1 January of year 1

    @classmethod
    def of(cls, day: date) -> Week:
        """The week that holds a day."""
        return cls((day.toordinal() - 1) // DAYS)

    @classmethod
    def parse(cls, text: str) -> Week:
        """Read '2026-W47'; ValueError when it is no such week (2026 has 53, 2027 has 52)."""
        year, _, week = text.partition("-W")
        digits = year + week
        if len(year) != 4 or len(week) != 2 or not (digits.isascii() and digits.isdecimal()):
            raise ValueError(text)
        return cls.of(date.fromisocalendar(int(year), int(week), 1))

    def __str__(self) -> str:
        year, week, _ = self.monday.isocalendar()
        return f"{year:04}-W{week:02}"

    def __add__(self, weeks: int) -> Week:
        return Week(self.number + weeks)

    def since(self, other: Week) -> int:
        """How many weeks lie between another week and this one (negative when it is later)."""
        return self.number - other.number

    @property
    def iso_number(self) -> int:
        """The number people say: 47."""
        return self.monday.isocalendar().week

    @property
    def monday(self) -> date:
        return date.fromordinal(self.number * DAYS + 1)

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(DAYS - 1)

    @property
    def days(self) -> tuple[date, ...]:
        """Its seven days, Monday first."""
        return _days_from(self.number * DAYS + 1)


@lru_cache(maxsize=512)
def _days_from(ordinal: int) -> tuple[date, ...]:
    return tuple(date.fromordinal(ordinal + offset) for offset in range(DAYS))


def weeks_between(first: Week, last: Week) -> list[Week]:
    """Every week from the first to the last, both included."""
    return [Week(number) for number in range(first.number, last.number + 1)]
