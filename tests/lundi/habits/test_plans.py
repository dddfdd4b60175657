"""Where the squares of a coming week are put."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lundi.habits.coming import place_squares
from lundi.habits.habit import EVERY, QUOTA, WEEKDAYS, Goal
from lundi.habits.plans import Plan, PlanLine, are_weekdays, digits_of_squares, may_move, moved, squares_of_digits
from lundi.time.weeks import Week

WEEK = Week.parse("2026-W47")
weekdays, targets = st.integers(1, 7), st.integers(1, 99)
plans = st.lists(weekdays, max_size=12).map(lambda days: tuple(sorted(days)))


def test_fixed_weekdays_stay_whatever_the_day():
    goal = Goal(WEEK, WEEKDAYS, 2, (1, 4))
    assert place_squares(goal, (), 1) == place_squares(goal, (2, 3), 5) == (1, 4)


def test_a_quota_keeps_the_squares_of_last_week():
    assert place_squares(Goal(WEEK, QUOTA, 5), (2, 2, 3, 4, 4), 1) == (2, 2, 3, 4, 4)


@pytest.mark.parametrize(("before", "from_weekday"), [((2, 2, 3), 1), ((2, 2, 3, 4, 4, 5), 1), ((1, 2, 3, 4, 5), 3)])
def test_they_are_spread_anew_where_the_target_or_the_day_is_another(before, from_weekday):
    squares = place_squares(Goal(WEEK, QUOTA, 5), before, from_weekday)
    assert len(squares) == 5
    assert squares != before
    assert min(squares) >= from_weekday


def test_five_calls_fall_on_the_five_working_days():
    assert place_squares(Goal(WEEK, QUOTA, 5), (), 1) == (1, 2, 3, 4, 5)
    assert place_squares(Goal(WEEK, QUOTA, 2), (), 6) == (6, 7)


@given(targets, st.lists(weekdays, max_size=9), weekdays)
def test_every_square_of_a_quota_is_placed_on_a_day_still_to_come(target, before, from_weekday):
    squares = place_squares(Goal(WEEK, QUOTA, target), tuple(sorted(before)), from_weekday)
    assert len(squares) == target
    assert list(squares) == sorted(squares)
    assert from_weekday <= min(squares)
    assert max(squares) <= 7


@given(st.integers(2, 52), st.lists(weekdays, max_size=1), weekdays)
def test_once_every_few_weeks_is_one_square_on_a_day_still_to_come(weeks, before, from_weekday):
    (square,) = place_squares(Goal(WEEK, EVERY, 1, every=weeks), tuple(before), from_weekday)
    assert from_weekday <= square <= 7


def test_a_plan_knows_the_squares_of_its_habits():
    plan = Plan(WEEK.monday, 85, (PlanLine("calls", "habit", (2, 4)), PlanLine("write", "action")))
    assert plan.squares_of("calls") == (2, 4)
    assert plan.squares_of("write") == plan.squares_of("other") == ()


@given(plans, weekdays, st.integers(-9, 9))
def test_h10_moving_a_square_loses_none_and_stays_in_the_week(squares, day, step):
    after = moved(squares, day, step)
    assert len(after) == len(squares)
    assert list(after) == sorted(after)
    assert are_weekdays(after)


@given(plans.filter(bool), st.data(), st.integers(-9, 9))
def test_h10_one_square_alone_moves(squares, data, step):
    day = data.draw(st.sampled_from(squares))
    there = min(7, max(1, day + step))
    others = list(squares)
    others.remove(day)
    assert sorted([*others, there]) == list(moved(squares, day, step))


@given(plans, weekdays, st.integers(-9, 9))
def test_h10_a_square_moved_back_stands_where_it_was(squares, day, step):
    there = min(7, max(1, day + step))
    assert day not in squares or moved(moved(squares, day, step), there, day - there) == squares


def test_a_day_without_a_square_has_none_to_move():
    assert moved((1, 3), 2, 1) == (1, 3)
    assert moved((), 1, 1) == ()


def test_several_squares_may_stand_on_one_day():
    assert moved((1, 2, 3), 1, 1) == (2, 2, 3)
    assert moved((2, 2, 3), 2, -1) == (1, 2, 3)


@given(plans)
def test_squares_are_read_as_they_were_kept(squares):
    assert squares_of_digits(digits_of_squares(squares)) == squares


@pytest.mark.parametrize("text", ["x", "1,3", "1 3", "²", "١", "-1", "1.5"])
def test_a_text_that_is_no_squares_has_none(text):
    assert squares_of_digits(text) == ()


@given(st.text(max_size=9))
def test_any_text_may_be_read(text):
    assert all(0 <= square <= 9 for square in squares_of_digits(text))


@pytest.mark.parametrize("squares", [(0,), (8,), (1, 9), (-1,)])
def test_there_are_seven_days(squares):
    assert not are_weekdays(squares)


def test_fixed_weekdays_may_not_move():
    assert not may_move(Goal(WEEK, WEEKDAYS, 2, (1, 4)))
    assert may_move(Goal(WEEK, QUOTA, 2))
    assert may_move(Goal(WEEK, EVERY, 1, every=4))
