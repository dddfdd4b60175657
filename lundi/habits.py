"""A habit and the goals that it has had, each from a Monday on."""

from __future__ import annotations

from datetime import date

from lundi.record import record
from lundi.weeks import Week

QUOTA, WEEKDAYS, EVERY = "quota", "weekdays", "every"


@record
class Goal:
    """How often, from a week on: a weekly quota, fixed weekdays, or every N weeks (H13).

    A changed goal is another goal; the weeks before it keep theirs (H43).
    """

    from_week: Week
    kind: str  # QUOTA, WEEKDAYS or EVERY
    target: int = 1  # ticks in a week; for WEEKDAYS the number of days
    days: tuple[int, ...] = ()  # WEEKDAYS only: 1 for Monday to 7 for Sunday
    every: int = 1  # EVERY only: weeks from one due week to the next
    due_from: Week | None = None  # EVERY only: a due week, from which the others are counted

    def is_due(self, week: Week) -> bool:
        return self.kind != EVERY or week.since(self.due_from or self.from_week) % self.every == 0


@record
class Habit:
    """What somebody does again and again. Days are local dates; nothing here is ever deleted."""

    id: str
    name: str
    position: int
    added_on: date
    goals: tuple[Goal, ...]  # oldest first, at least one
    archived_on: date | None = None
    minimum: str = ""  # the smallest version that still counts
    after: str = ""
    place: str = ""
    minutes: int | None = None
    first_tick_on: date | None = None

    def goal_in(self, week: Week) -> Goal:
        """The goal that held in a week; before the first one, the first."""
        held = self.goals[0]
        for goal in self.goals:
            if goal.from_week > week:
                break
            held = goal
        return held

    @property
    def first_day(self) -> date:
        """The earlier of the day it was added and the day of its first tick."""
        return min(self.added_on, self.first_tick_on or self.added_on)

    @property
    def first_week(self) -> Week:
        return Week.of(self.first_day)

    @property
    def is_archived(self) -> bool:
        return self.archived_on is not None

    def exists_in(self, week: Week) -> bool:
        """Whether the week lies between its first week and the week it was archived, both included."""
        if week < self.first_week:
            return False
        return self.archived_on is None or week <= Week.of(self.archived_on)
