"""Choosing the two of a week: what is offered, and the minutes that the week takes with them."""

from __future__ import annotations

from lundi.habits.history import History
from lundi.ideas.idea import Idea, in_order
from lundi.numbers import ACTIONS_A_WEEK, MINUTES_A_WEEK
from lundi.record import record, replaced
from lundi.time.weeks import Week

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from lundi.habits.habit import Habit


@record
class Minutes:
    """What a week takes, as far as its habits and actions say it (H10)."""

    habits: int = 0
    counted: int = 0  # how many habits say it
    actions: int = 0
    budget: int = MINUTES_A_WEEK

    @property
    def total(self) -> int:
        return self.habits + self.actions


@record
class Choosing:
    """What may be chosen for a week, and what is."""

    ideas: tuple[Idea, ...]  # in the order they came
    taken: frozenset[str] = frozenset()  # ids of those that are chosen and not done yet
    minutes: Minutes = Minutes()
    planned: bool = False

    @property
    def chosen(self) -> tuple[Idea, ...]:
        """And not done yet."""
        return tuple(idea for idea in self.ideas if idea.id in self.taken)

    @property
    def waiting(self) -> tuple[Idea, ...]:
        """What isn't chosen."""
        return tuple(idea for idea in self.ideas if idea.id not in self.taken)

    @property
    def is_full(self) -> bool:
        return len(self.chosen) >= ACTIONS_A_WEEK

    def offered(self, without: Collection[str] = ()) -> list[Idea]:
        """What is drawn from, but for some ids. What was chosen keeps the place that it had."""
        by_id = {idea.id: idea for idea in self.ideas if idea.id not in without}
        before = (_before(idea) if idea.id in self.taken else idea for idea in by_id.values())
        return [by_id[idea.id] for idea in in_order(before)]


def minutes_of(history: History, week: Week, budget: int) -> Minutes:
    """What a week takes: its habits as often as they are asked for, those of its plan once it is committed; the actions
    chosen for it once."""
    plan = history.plans.get(week)
    planned = {line.item_id for line in plan.lines} if plan else {habit.id for habit in history.habits}
    asked = [habit for habit in history.habits if habit.is_current and habit.id in planned]
    habits = [minutes for habit in asked if (minutes := asked_of(history, habit, week))]
    actions = [action.minutes or 0 for action in history.actions.values() if action.week == week]
    return Minutes(sum(habits), len(habits), sum(actions), budget)


def asked_of(history: History, habit: Habit, week: Week) -> int:
    """The minutes of a habit in a week, as often as it is asked for; 0 where it doesn't say them, or has no line."""
    target = None if history.is_off(week) else history.target(habit, week)
    return (habit.minutes or 0) * (target or 0)


def _before(idea: Idea) -> Idea:
    """An idea as it was before it was chosen this time."""
    times_chosen = max(0, idea.times_chosen - 1)
    return replaced(idea, times_chosen=times_chosen)
