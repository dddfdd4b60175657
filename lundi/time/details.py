"""The detail of a change, as the journal keeps it."""

from __future__ import annotations

from datetime import date

from lundi.time.formats import day_short, week_short
from lundi.time.weeks import Week

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Detail = dict[str, str | int]
    Sentences = dict[str, Callable[[Detail], str]]  # by intent: what was changed, in a few words


def day_in(detail: Detail) -> str:
    """Its day: 'Wed 18 Nov'."""
    return day_short(date.fromisoformat(str(detail["day"])))


def week_in(detail: Detail) -> str:
    """Its week: 'W47'."""
    return week_short(Week.parse(str(detail["week"])))
