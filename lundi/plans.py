"""The committed plan of a week, and where its squares go."""

from __future__ import annotations

from datetime import date

from lundi.habits import EVERY, WEEKDAYS, Goal
from lundi.record import record
from lundi.rules import RITUAL_DAY
from lundi.weeks import DAYS

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
