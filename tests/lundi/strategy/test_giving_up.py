"""D06: the mission is there at the moments of giving up, and only there."""

import pytest

from lundi.habits.history import OFF
from lundi.week.page import past_of, week_page

MISSION = "We treat your house as ours"


def page(world, history, week=None, today=None):
    today = today or world.day(0, 3)
    week = week or world.this
    return week_page(history, week, today, past_of(history, week, today, MISSION), {})


def scored(world, calls, done, held_from=85):
    """A history whose last week has so many of five calls."""
    ticks = [(calls, -1, day) for day in range(1, done + 1)] + [(calls, -2, 1, 5000)]
    return ticks, {-1: world.plan([calls], on=world.day(-1), held_from=held_from)}


@pytest.mark.parametrize(("done", "hard"), [(2, True), (3, False), (5, False)])
def test_d06_after_a_week_under_half(world, done, hard):
    calls = world.quota("calls", 5, since=-2)
    ticks, plans = scored(world, calls, done)
    found = page(world, world.history([calls], ticks, plans=plans))
    assert (found.is_hard, found.mission) == (hard, MISSION)


def test_d06_exactly_half_is_not_under_half(world):
    calls = world.quota("calls", 4, since=-2)
    ticks, plans = scored(world, calls, 2)
    assert not page(world, world.history([calls], ticks, plans=plans)).is_hard


def in_weeks(world, *done, marks=None):
    """A history of weeks before this one, each with so many of five calls done, the latest last."""
    calls = world.quota("calls", 5, since=-60)
    offsets = range(-len(done), 0)
    ticks = [(calls, offset, 1, count * 1000) for offset, count in zip(offsets, done, strict=True) if count]
    plans = {offset: world.plan([calls], on=world.day(offset)) for offset in offsets}
    return world.history([calls], ticks, plans=plans, marks=marks)


def test_d06_after_two_weeks_running_that_were_not_held(world):
    assert page(world, in_weeks(world, 4, 4)).is_hard
    assert not page(world, in_weeks(world, 4, 5)).is_hard
    assert not page(world, in_weeks(world, 5, 4)).is_hard
    assert not page(world, in_weeks(world, 4)).is_hard


def test_d06_weeks_off_and_without_a_plan_lie_between_the_two(world):
    assert page(world, in_weeks(world, 4, 0, 4, marks={-2: OFF})).is_hard
    assert not page(world, in_weeks(world, 5, 0, 4, marks={-2: OFF})).is_hard
    history = in_weeks(world, 4, 0, 4)
    del history.plans[world.this + -2]
    assert page(world, history).is_hard


def test_d06_never_in_a_week_off_another_week_or_one_that_is_held(world):
    calls = world.quota("calls", 5, since=-2)
    ticks, plans = scored(world, calls, 1)
    assert not page(world, world.history([calls], ticks, plans=plans, marks={0: OFF})).is_hard
    assert not page(world, world.history([calls], ticks, plans=plans), week=world.this + -1).is_hard
    assert not page(world, world.history([calls], ticks, plans=plans), week=world.this + 1).is_hard
    plans = {**plans, 0: world.plan([calls])}
    assert page(world, world.history([calls], [*ticks, (calls, 0, 1, 4000)], plans=plans)).is_hard
    assert not page(world, world.history([calls], [*ticks, (calls, 0, 1, 5000)], plans=plans)).is_hard
