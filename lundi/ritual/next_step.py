"""'Where do I begin?': exactly one thing to do now, and why (F02)."""

from __future__ import annotations

from math import inf

from lundi.habits.card import where_and_after
from lundi.record import record
from lundi.week.page import Row, WeekPage
from lundi.words.amounts import ONE, ratio
from lundi.words.language import gettext as _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from lundi.habits.habit import Habit
    from lundi.habits.history import Action

REVIEW, ADD, PLAN, TICK, NOTHING = "review", "add", "plan", "tick", "nothing"


@record
class NextStep:
    """One thing to do now, or that there is none."""

    kind: str
    what: str
    why: str = ""
    about: tuple[str, ...] = ()  # after what, where and at least what; or when the action is enough
    minutes: int | None = None
    habit: Habit | None = None  # what a tick is for: one of these two
    action: Action | None = None
    ticked: str = ""  # where the habit stands once it is ticked: 'Calls 3/5'


def next_step(page: WeekPage, *, ended_campaign: str = "", is_ritual_day: bool = False) -> NextStep:
    """What to do now, in the week of its day. The campaign is the name of one whose end has gone by.

    Of several things the one that is most due, and of equals the shortest: the end review, a first habit, the plan, a
    square of today, what must not be missed twice, one of the two actions, what is behind. Weeks off and days off ask
    for nothing.
    """
    if page.is_off:
        return NextStep(NOTHING, _("A week off. Nothing is expected."))
    if page.today in page.days_off:
        return NextStep(NOTHING, _("A day off. Nothing is expected."))
    if ended_campaign:
        what = _("End review: {name}").format(name=ended_campaign)
        return NextStep(REVIEW, what, _("Its end has gone by. What did it teach?"))
    if not page.planned:
        return _before_the_plan(page, is_ritual_day=is_ritual_day)
    if (row := _shortest(row for row in page.rows if row.is_due(page.today))) is not None:
        return _tick(row, page, _why_today(row))
    behind = [row for row in page.rows if row.is_behind(page.today)]
    if (row := _shortest(row for row in behind if row.before)) is not None:
        return _tick(row, page, _("Missed the last time: never twice."))
    if action := min(page.open_actions, key=lambda action: _length(action.minutes), default=None):
        about = (_("Enough when: {sentence}").format(sentence=action.enough),) if action.enough else ()
        why = _("One of your two this week.")
        return NextStep(TICK, action.title, why, about, action.minutes, action=action)
    if (row := _shortest(behind)) is not None:
        return _tick(row, page, _("{ratio} so far this week.").format(ratio=_ratio(row)))
    is_whole = 0 < page.lines == page.lines_done
    why = _("The whole plan of this week is done.") if is_whole else _("Nothing more is planned for today.")
    return NextStep(NOTHING, _("All done. Close me."), why)


def _before_the_plan(page: WeekPage, *, is_ritual_day: bool) -> NextStep:
    if not any(row.habit.is_current for row in page.rows) and not page.actions:
        return NextStep(ADD, _("Choose one habit."), _("It carries everything else; two minutes are enough."))
    why = _("It is the day for it.") if is_ritual_day else _("It has none yet; three minutes are enough.")
    return NextStep(PLAN, _("Plan the week."), why)


def _tick(row: Row, page: WeekPage, why: str) -> NextStep:
    habit = row.habit
    if page.is_storm:
        why = _("A storm week: one tick is the whole.")
    return NextStep(
        TICK,
        habit.name,
        why,
        tuple(filter(None, (where_and_after(habit), " ".join((_("minimum"), habit.minimum)) if habit.minimum else ""))),
        habit.minutes,
        habit,
        ticked=f"{habit.name} {ratio(row.done + ONE, row.target or 0)}",
    )


def _why_today(row: Row) -> str:
    if row.before:
        return _("Planned for today, and missed the last time: never twice.")
    return _("Planned for today: {ratio} this week.").format(ratio=_ratio(row))


def _shortest(rows: Iterable[Row]) -> Row | None:
    return min(rows, key=lambda row: _length(row.habit.minutes), default=None)


def _length(minutes: int | None) -> float:
    """How long something takes, to sort by: what nobody has said comes last."""
    return inf if minutes is None else minutes


def _ratio(row: Row) -> str:
    return ratio(row.done, row.target or 0)
