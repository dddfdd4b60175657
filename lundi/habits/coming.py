"""The plan to come: which habits have a line in it, and where their squares go."""

from __future__ import annotations

from lundi.habits.habit import EVERY, WEEKDAYS, Goal, Habit
from lundi.habits.history import History
from lundi.habits.plans import are_weekdays, may_move
from lundi.time.weeks import DAYS, Week

_WORKING_DAYS = 5


def habits_due(history: History, week: Week) -> list[Habit]:
    """The habits that have a line in the plan of a week, in their order."""
    return [habit for habit in history.habits if habit.is_current and history.target(habit, week) is not None]


def coming_squares(
    history: History, habit: Habit, week: Week, from_weekday: int, drafted: tuple[int, ...]
) -> tuple[int, ...]:
    """A habit's squares in the plan to come: those that were drafted where they fit its goal, else last week's or
    new ones. None that may move stands on a day off."""
    goal, drafted = habit.goal_in(week), tuple(sorted(drafted))
    if may_move(goal) and len(drafted) == goal.target and are_weekdays(drafted):
        squares = drafted
    else:
        last = history.plans.get(week + -1)
        squares = place_squares(goal, last.squares_of(habit.id) if last else (), from_weekday)
    return _beside_days_off(history, week, squares) if may_move(goal) else squares


def _beside_days_off(history: History, week: Week, squares: tuple[int, ...]) -> tuple[int, ...]:
    """Squares of a day off on the next day that is none, or the last one before it, working days among themselves where
    one is left; where every day is off, as they are."""
    free = [day.isoweekday() for day in week.days if day not in history.days_off]
    if not free or len(free) == DAYS:
        return squares
    working = [day for day in free if day <= _WORKING_DAYS]

    def moved(square: int) -> int:
        days = working if working and square <= _WORKING_DAYS else free
        return square if square in free else next((day for day in days if day > square), days[-1])

    return tuple(sorted(map(moved, squares)))


def place_squares(goal: Goal, before: tuple[int, ...], from_weekday: int) -> tuple[int, ...]:
    """Weekdays (1 to 7) on which a habit's squares of the coming plan are put.

    Fixed weekdays stay where they are. A quota keeps the last plan's squares where their number still fits;
    otherwise they are spread over the working days that are left from a weekday on (the weekend when none is).
    """
    if goal.kind == WEEKDAYS:
        return goal.days
    if goal.kind != EVERY and len(before) == goal.target and min(before, default=0) >= from_weekday:
        return before
    last = _WORKING_DAYS if from_weekday <= _WORKING_DAYS else DAYS
    days_left = last - from_weekday + 1
    return tuple(sorted(from_weekday + square * days_left // goal.target for square in range(goal.target)))
