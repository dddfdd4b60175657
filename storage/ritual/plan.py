"""What planning a week shows, in one consistent look at the file."""

from __future__ import annotations

from datetime import date

from lundi.ritual.plan import PlanPage, plan_page
from lundi.time.weeks import Week
from storage.file.session import Session
from storage.habits.history import read_history

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


def read_plan_page(session: Session, week: Week, today: date, drafted: Mapping[str, str]) -> PlanPage:
    """The plan of a week as it would be committed as of a day, or as it was; drafted are squares that were moved and
    aren't committed yet, '1355' by habit id."""
    with session.reading() as connection:
        history = read_history(connection, week + -1, week)
        return plan_page(history, week, today, session.minutes_budget, drafted)
