"""ISO weeks, against what the standard library says of the same days."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lundi.time.weeks import Week, weeks_between

days = st.dates(date(1900, 1, 1), date(2999, 12, 25))
weeks = days.map(Week.of)


@given(days)
@example(date(2026, 12, 31))
@example(date(2027, 1, 1))
@example(date(2024, 2, 29))
def test_a_day_lies_in_its_iso_week(day):
    year, number, weekday = day.isocalendar()
    week = Week.of(day)
    assert str(week) == f"{year}-W{number:02}"
    assert week.iso_number == number
    assert week.days[weekday - 1] == day


@given(weeks)
def test_a_week_is_seven_days_from_monday_to_sunday(week):
    assert [day.isoweekday() for day in week.days] == [1, 2, 3, 4, 5, 6, 7]
    assert week.days[0] == week.monday
    assert week.days[6] == week.sunday == week.monday + timedelta(6)


@given(weeks)
def test_a_week_is_read_as_it_is_written(week):
    assert Week.parse(str(week)) == week


@given(weeks, st.integers(-500, 500))
def test_weeks_count_as_whole_numbers(week, weeks_later):
    later = week + weeks_later
    assert later.monday == week.monday + timedelta(weeks=weeks_later)
    assert later.since(week) == weeks_later
    assert (later < week) == (weeks_later < 0)


def test_2026_has_a_week_53_and_2027_has_none():
    week = Week.parse("2026-W53")
    assert (week.monday, week.sunday) == (date(2026, 12, 28), date(2027, 1, 3))
    assert str(week + 1) == "2027-W01"
    with pytest.raises(ValueError, match="week"):
        Week.parse("2027-W53")


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2025, 12, 29), "2026-W01"),  # a Monday of December opens the next year
        (date(2027, 1, 3), "2026-W53"),  # a Sunday of January closes the last
        (date(2021, 1, 1), "2020-W53"),
        (date(2024, 12, 30), "2025-W01"),
        (date(2024, 2, 29), "2024-W09"),
        (date(2024, 3, 1), "2024-W09"),
        (date(2028, 2, 29), "2028-W09"),
    ],
)
def test_year_ends_and_29_february(day, week):
    assert str(Week.of(day)) == week


def test_weeks_between_are_both_ends_and_all_that_lies_between():
    found = weeks_between(Week.parse("2026-W52"), Week.parse("2027-W02"))
    assert [str(week) for week in found] == ["2026-W52", "2026-W53", "2027-W01", "2027-W02"]
    assert weeks_between(Week.parse("2027-W02"), Week.parse("2026-W52")) == []


@pytest.mark.parametrize(
    "text",
    [
        "", "2026", "2026-47", "2026W47", "2026-W", "2026-W7", "2026-W047", "2026-W00", "2026-W54", "26-W47",
        "2026-W-1", "2026-Wxx", "W47", "2026-W47 ", " 2026-W47", "0000-W01", "２０２６-W47", "2026-W４7",
        "2026-W 7", "2026-W+7", " 202-W47", "+202-W47", "2_26-W47",
    ],
)  # fmt: skip
def test_a_text_that_is_no_week_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 (the sentence for people is days.parse_week's)
        Week.parse(text)


@given(st.text("0123456789-W+_ ", max_size=9))
@example("2026-W+7")
def test_whatever_is_read_is_written_the_same(text):
    try:
        week = Week.parse(text)
    except ValueError:
        return
    assert str(week) == text
