"""'Where do I begin?': exactly one thing to do now, and why (F02)."""

from __future__ import annotations

from lundi.amounts import ratio
from lundi.language import gettext as _
from lundi.record import record
from lundi.week_page import Row, WeekPage

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date


@record
class NextStep:
    """One thing to do now."""

    what: str
    why: str
    place: str = "week"  # where it is done
    habit_id: str | None = None
    action_id: str | None = None


def next_step(page: WeekPage, *, ended_campaign: str = "", is_ritual_day: bool = False) -> NextStep | None:
    """What to do now, in the week as of its day; None when all is done. The campaign is the name of one whose end has
    gone by. Of several things the one that is the most due, and of equals the smallest."""
    if ended_campaign:
        return NextStep(
            _("Close '{name}'.").format(name=ended_campaign), _("Its end has gone by; what did it teach?"), "campaign"
        )
    if not page.rows and not page.actions:
        return NextStep(_("Choose one habit."), _("A habit carries everything else; two minutes are enough."))
    if not page.planned and not page.is_off:
        why = _("It is the day for it.") if is_ritual_day else _("This week has no plan yet; three minutes are enough.")
        return NextStep(_("Plan the week."), why)
    if (row := _due_today(page)) is not None:
        return NextStep(
            _smallest(row), _("Planned for today: {ratio} this week.").format(ratio=_ratio(row)), habit_id=row.habit.id
        )
    if (row := next((row for row in page.alerts if row.target is not None and not row.met), None)) is not None:
        return NextStep(_smallest(row), _("Never twice: it was missed the week before."), habit_id=row.habit.id)
    if action := min(
        (action for action in page.actions if action.done_on is None), key=lambda one: one.minutes or 0, default=None
    ):
        return NextStep(action.title, _("One of your two this week."), action_id=action.id)
    if (row := _behind(page, page.today)) is not None:
        return NextStep(_smallest(row), _("{ratio} so far this week.").format(ratio=_ratio(row)), habit_id=row.habit.id)
    return None


def _due_today(page: WeekPage) -> Row | None:
    """A habit with a square of today that is still hollow; of several the shortest."""
    today = (page.today - page.week.monday).days
    due = [row for row in page.rows if 0 <= today < len(row.cells) and row.cells[today].planned and not row.met]
    return min(due, key=lambda row: row.habit.minutes or 0, default=None)


def _behind(page: WeekPage, today: date) -> Row | None:
    """A quota that isn't met, where no day of its own is still to come."""
    behind = [
        row
        for row in page.rows
        if row.in_plan
        and row.target is not None
        and not row.met
        and not any(cell.planned for cell in row.cells if cell.day > today)
    ]
    return min(behind, key=lambda row: row.habit.minutes or 0, default=None)


def _smallest(row: Row) -> str:
    """'Calls; at least one voice message'."""
    if not row.habit.minimum:
        return row.habit.name
    return _("{name}; at least {minimum}").format(name=row.habit.name, minimum=row.habit.minimum)


def _ratio(row: Row) -> str:
    return ratio(row.done, row.target or 0)
