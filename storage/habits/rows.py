"""Habits and goals, from the rows that they lie in. ValueError or TypeError where a cell holds no such value."""

from __future__ import annotations

from datetime import date

from lundi.habits.habit import Goal, Habit
from lundi.time.weeks import Week
from storage.file.values import day_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from lundi.habits.habit import Pause


def goal_of(row: sqlite3.Row) -> Goal:
    """A row of habit_goal."""
    return Goal(
        from_week=Week.parse(row["from_week"]),
        kind=row["kind"],
        target=row["target"],
        days=tuple(map(int, row["days"])),
        every=row["every"],
        due_from=Week.parse(row["due_from"]) if row["due_from"] else None,
    )


def habit_of(row: sqlite3.Row, goals: Sequence[Goal], pauses: Sequence[Pause]) -> Habit:
    """A row of habit with the day of its first tick, its goals and its pauses."""
    return Habit(
        id=row["id"],
        name=row["name"],
        position=row["position"],
        added_on=date.fromisoformat(row["added_on"]),
        goals=tuple(goals),
        archived_on=day_of(row["archived_on"]),
        minimum=row["minimum"],
        after=row["after"],
        place=row["place"],
        minutes=row["minutes"],
        first_tick_on=day_of(row["first_tick_on"]),
        usual_time=row["usual_time"],
        settled_on=day_of(row["settled_on"]),
        review_on=day_of(row["review_on"]),
        pauses=tuple(pauses),
        letter=row["letter"],
        going_on=day_of(row["going_on"]),
    )
