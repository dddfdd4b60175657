"""Days that went by without a word: offered for filling in at the next start (H36)."""

from __future__ import annotations

from datetime import date, timedelta

from lundi.habits.habit import Habit
from lundi.habits.history import History
from lundi.record import record
from lundi.time.weeks import DAYS, Week
from lundi.week.page import Cell
from lundi.week.year import expected

_SILENT_DAYS = 2  # so many expected days without any entry
WEEKS_BACK = 3  # after that it is a fresh start, and not a gap to fill


@record
class CatchUp:
    """The last seven days, today the last of them, a row a habit that was there."""

    days: tuple[date, ...]
    rows: tuple[tuple[Habit, tuple[Cell, ...]], ...]


def is_catch_up_due(history: History, today: date) -> bool:
    """Whether the last two days on which something was expected went by without any entry (H36).

    An entry is a tick of that day or an excuse for it. Today is not over and doesn't count. The history must reach
    three weeks back.
    """
    habits = [habit for habit in history.habits if habit.is_current]
    silent = 0
    for back in range(1, WEEKS_BACK * DAYS + 1):
        day = today - timedelta(back)
        if any(history.done_on(habit, day) or (habit.id, day) in history.excuses for habit in history.habits):
            return False
        week = Week.of(day)
        if any(expected(history, habit, week)[day.weekday()] for habit in habits):
            silent += 1
            if silent == _SILENT_DAYS:
                return True
    return False


def catch_up(history: History, today: date, notes: dict[tuple[str, date], str]) -> CatchUp:
    """The strip of the last seven days. The notes are by habit id and day."""
    days = tuple(today - timedelta(back) for back in reversed(range(DAYS)))
    habits = [habit for habit in history.habits if any(habit.existed_on(day) for day in days) and habit.is_current]
    return CatchUp(days, tuple((habit, _cells(history, habit, days, notes)) for habit in habits))


def _cells(
    history: History, habit: Habit, days: tuple[date, ...], notes: dict[tuple[str, date], str]
) -> tuple[Cell, ...]:
    cells = []
    for day in days:
        week, entry = Week.of(day), history.done_on(habit, day)
        hollow = expected(history, habit, week)[day.weekday()] - (entry.ticks if entry else 0)
        cells.append(
            Cell(
                day,
                entry,
                max(0, hollow),
                notes.get((habit.id, day), ""),
                history.excuses.get((habit.id, day)),
                day in history.days_off or history.is_off(week),
            )
        )
    return tuple(cells)
