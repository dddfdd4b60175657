"""The plan of a week before it is committed to, and after: habits × days, the two, the minutes."""

from __future__ import annotations

from datetime import date

from lundi.habits.coming import coming_squares
from lundi.habits.habit import Habit
from lundi.habits.history import OFF, STORM, Action, History
from lundi.habits.plans import ACTION, HABIT, may_move, squares_of_digits
from lundi.record import record
from lundi.ritual.choosing import Minutes, minutes_of
from lundi.time.weeks import Week
from lundi.week.page import actions_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


@record
class PlanRow:
    """A habit with its squares, or one of the two actions."""

    item_id: str
    name: str
    kind: str  # HABIT or ACTION
    squares: tuple[int, ...] = ()  # weekdays, 1 to 7, one entry a square, sorted
    minutes: int | None = None  # that one tick takes, or the action
    target: int | None = None  # ticks asked for in the week; None for an action, or where nothing is asked for
    movable: bool = False  # a number a week; fixed weekdays stay where they are

    @property
    def is_habit(self) -> bool:
        return self.kind == HABIT

    @property
    def time(self) -> int:
        """The minutes that it takes in the week; 0 where it doesn't say (H10)."""
        return (self.minutes or 0) * ((self.target or 0) if self.is_habit else 1)


@record
class PlanPage:
    """Everything that planning a week shows: habits first, then the actions."""

    week: Week
    rows: tuple[PlanRow, ...] = ()
    minutes: Minutes = Minutes()
    days_off: frozenset[int] = frozenset()  # weekdays, 1 to 7
    mark: str | None = None  # OFF or STORM
    planned: bool = False
    today: int = 0  # the weekday, 1 to 7; 0 in a week that isn't today's

    @property
    def habits(self) -> tuple[PlanRow, ...]:
        return tuple(row for row in self.rows if row.is_habit)

    @property
    def actions(self) -> tuple[PlanRow, ...]:
        return tuple(row for row in self.rows if not row.is_habit)

    @property
    def is_storm(self) -> bool:
        return self.mark == STORM

    @property
    def is_off(self) -> bool:
        return self.mark == OFF

    def held_of(self, squares: tuple[int, ...]) -> tuple[int, ...]:
        """Those of a habit's squares that hold: the first one in a storm week (F33), none in a week off."""
        if self.is_off:
            return ()
        return squares[:1] if self.is_storm else squares


def plan_page(history: History, week: Week, today: date, budget: int, drafted: Mapping[str, str]) -> PlanPage:
    """Put the page together. The history must hold the week before, whose squares come again; what was drafted, by
    habit id, holds where it fits and the week isn't committed."""
    today_here = today.isoweekday() if Week.of(today) == week else 0
    plan = history.plans.get(week)
    if plan is not None:
        squares = {line.item_id: line.squares for line in plan.lines if line.kind == HABIT}
    else:
        squares = {
            habit.id: coming_squares(
                history, habit, week, today_here or 1, squares_of_digits(drafted.get(habit.id, ""))
            )
            for habit in history.habits
            if habit.is_current and habit.goal_in(week).is_due(week)
        }
    habits = (habit for habit in history.habits if habit.id in squares)
    return PlanPage(
        week=week,
        rows=(
            *(_habit_row(history, habit, week, squares[habit.id]) for habit in habits),
            *map(_action_row, actions_of(history, week, is_current=bool(today_here))),
        ),
        minutes=minutes_of(history, week, budget),
        days_off=frozenset(day.isoweekday() for day in week.days if day in history.days_off),
        mark=history.week_marks.get(week),
        planned=plan is not None,
        today=today_here,
    )


def _habit_row(history: History, habit: Habit, week: Week, squares: tuple[int, ...]) -> PlanRow:
    movable = may_move(habit.goal_in(week))
    if not movable:
        squares = tuple(day.isoweekday() for day in history.fixed_days(habit, week))
    target = None if history.is_off(week) else history.target(habit, week)
    return PlanRow(habit.id, habit.name, HABIT, tuple(sorted(squares)), habit.minutes, target, movable)


def _action_row(action: Action) -> PlanRow:
    return PlanRow(action.id, action.title, ACTION, minutes=action.minutes)
