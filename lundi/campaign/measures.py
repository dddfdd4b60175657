"""What a campaign measures: from a start to a target, week by week."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from lundi.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from lundi.time.weeks import Week


@record
class Measure:
    """One figure of a campaign. Amounts are in thousandths."""

    id: str
    name: str
    start: int
    target: int
    values: tuple[tuple[date, int], ...] = ()  # oldest first: what it was from a day on

    @property
    def now(self) -> int:
        """The last value, or the start."""
        return self.values[-1][1] if self.values else self.start

    def on(self, day: date) -> int:
        """What it was at the end of a day."""
        value = self.start
        for from_day, later in self.values:
            if from_day > day:
                break
            value = later
        return value

    @property
    def share(self) -> Fraction:
        """How far it has come from its start to its target, from 0 to 1."""
        return self._share(self.now)

    def by_week(self, weeks: Iterable[Week], today: date) -> tuple[Fraction | None, ...]:
        """The share at the end of each week, or so far; None for weeks to come."""
        return tuple(self._share(self.on(min(week.sunday, today))) if week.monday <= today else None for week in weeks)

    def _share(self, value: int) -> Fraction:
        if self.target == self.start:
            return Fraction(int(value == self.target))
        return min(Fraction(1), max(Fraction(0), Fraction(value - self.start, self.target - self.start)))
