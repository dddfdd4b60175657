"""What is written when one looks back on a week, and what it taught."""

from __future__ import annotations

from datetime import date

from lundi.record import record
from lundi.time.weeks import Week

LEAST_CONFIDENT, MOST_CONFIDENT = 1, 5
MOST_PEOPLE = 1_000_000  # contacts or meetings of a week
MOST_SALES = 1_000_000_000  # cents


@record
class Review:
    """A week as it was looked back on. Everything may be left empty."""

    week: Week
    proud: str = ""  # asked before anything that was missed (F16)
    worked: str = ""  # both go into the lessons (H42)
    did_not: str = ""
    better: str = ""  # what will be 1 % better (D05), shown at the next look back
    contacts: int | None = None  # three numbers, once a week (H12)
    meetings: int | None = None
    sales: int | None = None  # cents
    confidence: int | None = None  # 1 to 5, in the campaign

    @property
    def has_lessons(self) -> bool:
        return bool(self.worked or self.did_not)


@record
class Lesson:
    """Something that was learned, wherever it was written down."""

    day: date
    text: str
    source: str  # the name of the campaign, the try, or '' for a week's look back


KEEP, ADJUST, CHANGE = "keep", "adjust", "change"
VERDICTS = (KEEP, ADJUST, CHANGE)


@record
class QuarterlyCheck:
    """What was decided about the course in the thirteenth week of a season (F08)."""

    week: Week
    verdict: str  # KEEP, ADJUST or CHANGE
    why: str = ""
