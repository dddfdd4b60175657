"""What a campaign measures: how far it has come."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lundi.campaign.measures import Measure
from lundi.time.weeks import Week, weeks_between

WEEK = Week.parse("2026-W47")
amounts = st.integers(-(10**9), 10**9)
value_lists = st.dictionaries(st.integers(-60, 60), amounts, max_size=12)


def measured(start: int, target: int, values: dict[int, int]) -> Measure:
    """A measure with values on days counted from the Monday of 2026-W47."""
    by_day = sorted((WEEK.monday + timedelta(offset), value) for offset, value in values.items())
    return Measure("id", "Calls", start, target, tuple(by_day))


def test_f27_a_measure_goes_from_its_start_to_its_target():
    measure = measured(0, 10_000, {0: 3000, 3: 7000})
    assert (measure.now, measure.share) == (7000, Fraction(7, 10))
    assert measured(0, 10_000, {}).share == 0


@pytest.mark.parametrize(
    ("start", "target", "now", "share"),
    [
        (10_000, 4000, 7000, Fraction(1, 2)),  # fewer of them is the goal
        (0, 8000, 9000, Fraction(1)),
        (2000, 8000, 1000, Fraction(0)),
        (-4000, 4000, 0, Fraction(1, 2)),
        (5000, 5000, 5000, Fraction(1)),
        (5000, 5000, 4000, Fraction(0)),
        (0, 3000, 1000, Fraction(1, 3)),
    ],
)
def test_how_far_it_has_come(start, target, now, share):
    assert measured(start, target, {0: now}).share == share


@given(amounts, amounts, amounts)
def test_a_share_lies_between_none_and_all(start, target, now):
    share = measured(start, target, {0: now}).share
    assert 0 <= share <= 1
    if start != target:
        assert (share == 1) == ((now - target) * (target - start) >= 0)
        assert (share == 0) == ((now - start) * (target - start) <= 0)


@given(amounts, amounts, value_lists, st.integers(-70, 70))
def test_what_it_was_on_a_day_is_the_last_value_until_then(start, target, values, offset):
    earlier = [day for day in values if day <= offset]
    expected = values[max(earlier)] if earlier else start
    assert measured(start, target, values).on(WEEK.monday + timedelta(offset)) == expected


@given(amounts, amounts, value_lists, st.integers(-40, 40))
def test_week_by_week_nothing_of_the_days_to_come_is_known(start, target, values, offset):
    today = WEEK.monday + timedelta(offset)
    weeks = weeks_between(WEEK + -4, WEEK + 4)
    known = measured(start, target, {day: value for day, value in values.items() if day <= offset})
    shares = measured(start, target, values).by_week(weeks, today)
    assert shares == known.by_week(weeks, today)
    assert [share is None for share in shares] == [week.monday > today for week in weeks]
    if weeks[0].monday <= today <= weeks[-1].sunday:
        assert [share for share in shares if share is not None][-1] == known.share


def test_the_weeks_of_a_measure():
    measure = measured(0, 4000, {-7: 1000, 2: 3000})
    weeks = weeks_between(WEEK + -2, WEEK + 1)
    assert measure.by_week(weeks, date(2026, 11, 18)) == (0, Fraction(1, 4), Fraction(3, 4), None)
    assert measure.by_week(weeks, date(2026, 11, 17)) == (0, Fraction(1, 4), Fraction(1, 4), None)
