"""A stretch of days with a name: planned, begun, over, looked back on."""

from __future__ import annotations

from datetime import date

from lundi.record import record

DRAFT, RUNNING, TO_CLOSE, CLOSED = "draft", "running", "to-close", "closed"


@record
class Stretch:
    """What a campaign is to everybody who only wants to know when. Days are local dates."""

    name: str
    starts_on: date | None = None
    ends_on: date | None = None
    started_on: date | None = None  # the day somebody started it
    closed_on: date | None = None
    goes_on: bool = False  # closed, and kept up as a programme (F28)

    def state(self, today: date) -> str:
        """DRAFT, RUNNING, TO_CLOSE from the day after its end on, or CLOSED."""
        if self.closed_on is not None:
            return CLOSED
        if self.started_on is None:
            return DRAFT
        return TO_CLOSE if self.days_left(today) < 0 else RUNNING

    def days_left(self, today: date) -> int:
        """Days until the end: 0 on the last day, negative after it. Only for one that has an end."""
        assert self.ends_on is not None
        return (self.ends_on - today).days

    @property
    def span(self) -> tuple[date, date] | None:
        """The first and the last day, as far as they are known; of a closed one until it was closed."""
        start, end = self.starts_on, self.ends_on
        if start is None or end is None:
            return None
        return start, max(start, min(end, self.closed_on)) if self.closed_on else end
