"""Small worlds, built by hand, for the tests of the method."""

from __future__ import annotations

from datetime import date

import pytest

from lundi.habits.habit import EVERY, QUOTA, WEEKDAYS, Goal, Habit
from lundi.habits.history import Action, DayDone, History
from lundi.habits.plans import ACTION, HABIT, Plan, PlanLine
from lundi.time.weeks import Week
from lundi.words import language
from lundi.words.amounts import ONE

THIS = Week.parse("2026-W47")


class World:
    """Habits, plans and histories around week 2026-W47. A day is (weeks from it, weekday 1 to 7)."""

    this = THIS

    @staticmethod
    def day(offset: int, weekday: int = 1) -> date:
        return (THIS + offset).days[weekday - 1]

    @staticmethod
    def habit(name: str, *goals: Goal, since: int = -30, archived: date | None = None, **card) -> Habit:
        return Habit(name, name, 1, (THIS + since).monday, goals, archived, **card)

    @classmethod
    def quota(cls, name: str = "calls", target: int = 5, since: int = -30, **card) -> Habit:
        return cls.habit(name, Goal(THIS + since, QUOTA, target), since=since, **card)

    @classmethod
    def weekdays(cls, name: str = "article", days: tuple[int, ...] = (1,), since: int = -30, **card) -> Habit:
        return cls.habit(name, Goal(THIS + since, WEEKDAYS, len(days), days), since=since, **card)

    @classmethod
    def every(cls, name: str = "talk", weeks: int = 4, since: int = -30, due: int | None = None, **card) -> Habit:
        due_from = None if due is None else THIS + due
        return cls.habit(name, Goal(THIS + since, EVERY, 1, every=weeks, due_from=due_from), since=since, **card)

    @staticmethod
    def plan(habits=(), actions=(), on: date | None = None, held_from: int = 85, squares=None) -> Plan:
        lines = [PlanLine(habit.id, HABIT, (squares or {}).get(habit.id, ())) for habit in habits]
        lines += [PlanLine(action.id, ACTION) for action in actions]
        return Plan(on or THIS.monday, held_from, tuple(lines))

    @classmethod
    def history(cls, habits, ticks=(), *, plans=None, actions=(), days_off=(), excuses=(), marks=None) -> History:
        """Sixty weeks. A tick is (habit, offset, weekday), or that and thousandths."""
        done: dict[tuple[str, date], DayDone] = {}
        for habit, offset, weekday, *rest in ticks:
            key = (habit.id, cls.day(offset, weekday))
            before = done.get(key, DayDone(0, 0))
            done[key] = DayDone(before.amount + (rest[0] if rest else ONE), before.ticks + 1)
        return History(
            THIS + -60,
            habits,
            done,
            {THIS + offset: plan for offset, plan in (plans or {}).items()},
            {action.id: action for action in actions},
            {cls.day(*day): "" for day in days_off},
            {(habit.id, cls.day(offset, weekday)): "" for habit, offset, weekday in excuses},
            {THIS + offset: mark for offset, mark in (marks or {}).items()},
        )

    @staticmethod
    def action(name: str, done_on: date | None = None) -> Action:
        return Action(name, name, done_on)


@pytest.fixture(scope="session")
def world() -> type[World]:
    return World


@pytest.fixture
def in_french():
    language.use("fr")


@pytest.fixture(params=["en", "fr"])
def either_language(request) -> str:
    language.use(request.param)
    return request.param
