"""Why something was missed, and what that asks for: the habit changes, never the person."""

from __future__ import annotations

from fractions import Fraction

import pytest

from lundi.habits.history import Met
from lundi.habits.misses import (
    AFTER_SOMETHING,
    AIM,
    KNOW,
    OTHER,
    OTHER_HOUR,
    REASONS,
    SMALLER,
    TIME,
    WISH,
    Miss,
    asked_for,
    asks_for_a_lighter_week,
    asks_to_lighten,
    counted,
    goes_by_itself,
    repeated,
)
from lundi.time.weeks import Week

WEEK = Week.parse("2026-W46")


def misses(reasons: dict[int, str], habit: str = "calls") -> list[Miss]:
    return [Miss(WEEK + offset, habit, reason) for offset, reason in reasons.items()]


def test_d26_three_weeks_with_time_are_three():
    assert counted(misses({-5: TIME, -3: TIME, 0: TIME})) == {TIME: 3}


def test_d26_the_most_frequent_first_then_by_its_name():
    found = counted(misses({-6: WISH, -5: TIME, -3: TIME, -2: KNOW, 0: TIME}))
    assert list(found.items()) == [(TIME, 3), (KNOW, 1), (WISH, 1)]
    assert counted([]) == {}


def test_h45_a_reason_given_three_times_is_said_with_how_often():
    assert repeated(misses({-9: TIME, -4: TIME, 0: TIME}), "calls", WEEK) == (TIME, 3)
    assert repeated(misses({-9: TIME, 0: TIME}), "calls", WEEK) is None
    assert repeated(misses({-9: TIME, -4: WISH, 0: TIME}), "calls", WEEK) is None


def test_h45_only_of_the_habit_itself():
    others = misses({-9: TIME, -4: TIME, 0: TIME}, "article")
    assert repeated([*others, *misses({0: TIME})], "calls", WEEK) is None
    assert repeated([*others, *misses({0: TIME})], "article", WEEK) == (TIME, 3)


def test_h45_it_is_asked_when_it_was_given_once_more_and_not_every_week_after():
    given = misses({-9: TIME, -4: TIME, -1: TIME})
    assert repeated(given, "calls", WEEK + -1) == (TIME, 3)
    assert repeated(given, "calls", WEEK) is None
    assert repeated([*given, *misses({0: WISH})], "calls", WEEK) is None
    assert repeated([*given, *misses({0: TIME})], "calls", WEEK) == (TIME, 4)


@pytest.mark.parametrize("reason", [KNOW, WISH, TIME, AIM, OTHER])
def test_h45_every_reason_asks_for_a_change_of_the_habit(reason):
    assert set(asked_for(reason)) <= {SMALLER, OTHER_HOUR, AFTER_SOMETHING}
    assert SMALLER in asked_for(reason)


def test_h45_no_time_asks_for_something_smaller_or_another_hour():
    assert asked_for(TIME) == (SMALLER, OTHER_HOUR)
    assert set(REASONS) == {KNOW, WISH, TIME, AIM, OTHER}


def per_cent(*points: int) -> list[Fraction]:
    return [Fraction(one, 100) for one in points]


def test_h15_three_weeks_running_under_60():
    assert asks_to_lighten(per_cent(55, 40, 58))
    assert not asks_to_lighten(per_cent(55, 40, 61))
    assert not asks_to_lighten(per_cent(55, 40, 60))
    assert asks_to_lighten(per_cent(100, 55, 40, 58))
    assert not asks_to_lighten(per_cent(55, 40))


def test_h15_almost_60_is_not_60():
    assert asks_to_lighten([Fraction(1, 2), Fraction(1, 2), Fraction(5999, 10000)])


def test_f24_four_weeks_running():
    assert asks_for_a_lighter_week([False, True, True, True, True])
    assert not asks_for_a_lighter_week([True, True, True])
    assert not asks_for_a_lighter_week([True, True, True, True, False])


def strength(met: int, of: int = 20) -> list[Met]:
    return [Met(WEEK + -number, number < met) for number in range(of)]


def test_h39_hardly_thought_of_twice_running_and_strong():
    assert goes_by_itself([2, 1], strength(17))
    assert not goes_by_itself([2, 1], strength(12))
    assert goes_by_itself([2, 1], strength(16))
    assert not goes_by_itself([2, 1], strength(15))


def test_h39_it_takes_two_answers_and_the_last_two_count():
    assert not goes_by_itself([1], strength(20))
    assert not goes_by_itself([2, 3], strength(20))
    assert not goes_by_itself([1, 1, 3], strength(20))
    assert goes_by_itself([5, 2, 2], strength(20))
    assert not goes_by_itself([2, 1], [])
