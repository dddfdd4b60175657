"""The committed plan of a week, and where its squares go."""

from __future__ import annotations

from datetime import date

from lundi.habits.habit import EVERY, WEEKDAYS, Goal, Habit
from lundi.numbers import RITUAL_DAY
from lundi.record import record
from lundi.time.weeks import DAYS, Week

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lundi.habits.history import History

HABIT, ACTION = "habit", "action"
_WORKING_DAYS = 5


@record
class PlanLine:
    """One line that counts: a habit, or one of the two actions. Frozen at the commit."""

    item_id: str
    kind: str  # HABIT or ACTION
    squares: tuple[int, ...] = ()  # a habit's planned weekdays, 1 to 7, one entry a square


@record
class Plan:
    """What somebody committed to for a week."""

    committed_on: date
    held_from: int  # per cent; the threshold of that week, kept when the setting changes later
    lines: tuple[PlanLine, ...] = ()
    ritual_day: int = RITUAL_DAY  # 1 to 7, kept when the setting changes later

    def squares_of(self, habit_id: str) -> tuple[int, ...]:
        for line in self.lines:
            if line.item_id == habit_id:
                return line.squares
        return ()


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


def habits_due(history: History, week: Week) -> list[Habit]:
    """The habits that have a line in the plan of a week, in their order."""
    return [habit for habit in history.habits if habit.is_current and history.target(habit, week) is not None]


def coming_squares(
    history: History, habit: Habit, week: Week, from_weekday: int, drafted: tuple[int, ...]
) -> tuple[int, ...]:
    """A habit's squares in the plan to come: those that were drafted where they fit its goal, else last week's or
    new ones."""
    goal, drafted = habit.goal_in(week), tuple(sorted(drafted))
    if may_move(goal) and len(drafted) == goal.target and are_weekdays(drafted):
        return drafted
    last = history.plans.get(week + -1)
    return place_squares(goal, last.squares_of(habit.id) if last else (), from_weekday)


def moved(squares: tuple[int, ...], day: int, step: int) -> tuple[int, ...]:
    """Squares with one of a weekday's put some days later, or earlier with a negative step; never out of the week.
    The same ones where none stands on that day."""
    if day not in squares:
        return squares
    place = squares.index(day)
    there = min(DAYS, max(1, day + step))
    return tuple(sorted((*squares[:place], *squares[place + 1 :], there)))


def may_move(goal: Goal) -> bool:
    """Whether squares may stand on other days: fixed weekdays stay."""
    return goal.kind != WEEKDAYS


def are_weekdays(squares: tuple[int, ...]) -> bool:
    """Whether every square stands on a day of the week."""
    return all(1 <= square <= DAYS for square in squares)


def digits_of_squares(squares: tuple[int, ...]) -> str:
    """Squares as they are kept: '1355'."""
    return "".join(map(str, squares))


def squares_of_digits(digits: str) -> tuple[int, ...]:
    """The squares of such a text; none in any other."""
    return tuple(map(int, digits)) if digits.isascii() and digits.isdecimal() else ()
