"""The quarter that a stretch of days belongs to."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lundi.time.quarters import QUARTERS, Quarter, quarter_of

days = st.dates(date(1900, 1, 1), date(2999, 12, 31))


@given(days)
def test_every_day_lies_in_its_quarter_and_in_no_other(day):
    quarter = Quarter.of(day)
    assert quarter.first_day <= day <= quarter.last_day
    assert quarter.next.first_day == quarter.last_day + timedelta(1)
    assert 1 <= quarter.number <= QUARTERS
    assert Quarter.of(quarter.last_day) == quarter != Quarter.of(quarter.next.first_day)


@given(days, st.integers(0, 900))
def test_f20_a_campaign_belongs_to_the_quarter_with_most_of_its_days(start, length):
    counts = Counter(Quarter.of(start + timedelta(offset)) for offset in range(length + 1))
    best = quarter_of(start, start + timedelta(length))
    assert counts[best] == max(counts.values())
    assert best == min(quarter for quarter, count in counts.items() if count == counts[best])


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2026, 4, 1), date(2026, 6, 30), Quarter(2026, 2)),
        (date(2026, 3, 16), date(2026, 6, 12), Quarter(2026, 2)),
        (date(2026, 3, 31), date(2026, 4, 1), Quarter(2026, 1)),  # as many in both: the first
        (date(2026, 12, 20), date(2027, 1, 20), Quarter(2027, 1)),
        (date(2026, 1, 1), date(2026, 12, 31), Quarter(2026, 3)),  # July to September: 92 days, the first of two
        (date(2028, 2, 29), date(2028, 2, 29), Quarter(2028, 1)),
    ],
)
def test_the_quarter_of_some_campaigns(start, end, expected):
    assert quarter_of(start, end) == expected
