"""The committed plan of a week, and where its squares go."""

from __future__ import annotations

from datetime import date

from lundi.habits.habit import WEEKDAYS, Goal
from lundi.numbers import RITUAL_DAY
from lundi.record import record
from lundi.time.weeks import DAYS

HABIT, ACTION = "habit", "action"


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
