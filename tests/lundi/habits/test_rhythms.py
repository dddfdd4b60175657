"""A rhythm, as people write it."""

import pytest

from lundi.habits.habit import EVERY, QUOTA, WEEKDAYS, Goal
from lundi.habits.rhythms import every, parse_rhythm, quota, weekdays
from lundi.time.weeks import Week
from lundi.words.errors import NotUnderstood

WEEK = Week.parse("2026-W47")


@pytest.mark.parametrize(("text", "target"), [("1", 1), (" 5 ", 5), ("99", 99)])
def test_a_number_is_a_weekly_quota(text, target):
    assert quota(text, WEEK) == parse_rhythm(text, WEEK) == Goal(WEEK, QUOTA, target)


@pytest.mark.parametrize("text", ["0", "100", "-1", "2.5", "2,5", "", "cinq", "٥", "1e2", "+5", "5 5"])
def test_a_quota_is_a_whole_number_from_1_to_99(text):
    with pytest.raises(NotUnderstood):
        quota(text, WEEK)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("mon", (1,)),
        ("mon,thu", (1, 4)),
        ("lun jeu", (1, 4)),
        ("jeu. lun.", (1, 4)),
        ("Thursday; Monday", (1, 4)),
        ("mon lundi", (1,)),
        ("lun mar mer jeu ven sam dim", (1, 2, 3, 4, 5, 6, 7)),
    ],
)
def test_weekdays_in_either_language_in_order_once_each(text, days):
    assert weekdays(text, WEEK) == parse_rhythm(text, WEEK) == Goal(WEEK, WEEKDAYS, len(days), days)


@pytest.mark.parametrize("text", ["", "lundi foo", "m", "1", "mon/thu"])
def test_a_word_that_is_no_weekday_is_not_understood(text):
    with pytest.raises(NotUnderstood):
        weekdays(text, WEEK)


@pytest.mark.parametrize("text", ["every day", "Daily", "tous les jours", "Chaque jour"])
def test_every_day_is_seven_weekdays(text):
    assert parse_rhythm(text, WEEK) == Goal(WEEK, WEEKDAYS, 7, (1, 2, 3, 4, 5, 6, 7))


@pytest.mark.parametrize(("text", "weeks"), [("1/4", 4), ("1 / 2", 2), ("1/52", 52)])
def test_once_every_so_many_weeks_counts_from_its_week(text, weeks):
    goal = parse_rhythm(text, WEEK)
    assert (goal.kind, goal.target, goal.every) == (EVERY, 1, weeks)
    due = [offset for offset in range(2 * weeks + 1) if goal.is_due(WEEK + offset)]
    assert due == [0, weeks, 2 * weeks]


def test_the_first_due_week_can_be_another():
    goal = every("4", WEEK, WEEK + 1)
    assert [offset for offset in range(-3, 6) if goal.is_due(WEEK + offset)] == [-3, 1, 5]


@pytest.mark.parametrize("text", ["1/1", "1/0", "1/53", "2/4", "1/", "/4", "1/-4", "foo", "", "5/7", "0", "-2", "1.5"])
def test_what_is_no_rhythm_is_not_understood(text):
    with pytest.raises(NotUnderstood) as refused:
        parse_rhythm(text, WEEK)
    assert refused.value.exit_code == 2
