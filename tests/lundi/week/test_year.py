"""What a day is worth on the year's page (section 6, heatmap)."""

from fractions import Fraction

import pytest

from lundi.habits.history import OFF, STORM
from lundi.week.year import level, week_days, week_levels, year_page


def levels(world, history, habits=None, offset=0):
    return week_levels(week_days(history, habits or history.habits, world.this + offset))


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        ("0", 0),
        ("1/1000", 1),
        ("1/3", 1),
        ("334/1000", 2),
        ("2/3", 2),
        ("667/1000", 3),
        ("999/1000", 3),
        ("1", 4),
        ("3/2", 4),
    ],
)
def test_five_levels(share, expected):
    assert level(*Fraction(share).as_integer_ratio()) == expected


@pytest.mark.parametrize(("done", "expected"), [(0, 0), (1, 1), (2, 2), (3, 4)])
def test_a_third_and_two_thirds_of_a_day_exactly(world, done, expected):
    habits = [world.weekdays(f"habit {number}", (3,)) for number in range(3)]
    history = world.history(habits, [(habit, 0, 3) for habit in habits[:done]])
    assert levels(world, history)[2] == expected


def test_a_weekday_habit_expects_its_days_and_nothing_else(world):
    service = world.weekdays("service", (1, 2, 4))
    history = world.history([service], [(service, 0, 1)])
    assert levels(world, history) == (4, 0, None, 0, None, None, None)


def test_two_ticks_on_a_fixed_day_are_one_day_done(world):
    service, study = world.weekdays("service", (1,)), world.weekdays("study", (1,))
    history = world.history([service, study], [(service, 0, 1), (service, 0, 1)])
    assert levels(world, history)[0] == 2


def test_a_quota_expects_the_squares_of_its_plan(world):
    calls = world.quota("calls", 4)
    plan = world.plan([calls], squares={"calls": (2, 2, 2, 4)})
    history = world.history([calls], [(calls, 0, 2), (calls, 0, 4), (calls, 0, 4)], plans={0: plan})
    assert levels(world, history) == (None, 1, None, 4, None, None, None)


def test_a_quota_without_a_plan_expects_nothing(world):
    calls = world.quota("calls", 4)
    history = world.history([calls], [(calls, 0, 2)])
    assert levels(world, history) == (None, 4, None, None, None, None, None)


def test_nothing_expected_but_something_done_is_full(world):
    article = world.weekdays("article", (1,))
    history = world.history([article], [(article, 0, 6)])
    assert levels(world, history) == (0, None, None, None, None, 4, None)


def test_what_one_habit_does_beyond_its_share_does_not_help_another(world):
    calls, article = world.quota("calls", 1), world.weekdays("article", (2,))
    plan = world.plan([calls, article], squares={"calls": (2,)})
    history = world.history([calls, article], [(calls, 0, 2, 9000)], plans={0: plan})
    assert levels(world, history)[1] == 2
    assert levels(world, history, [calls])[1] == 4
    assert levels(world, history, [article])[1] == 0


def test_half_an_amount_is_half_a_square(world):
    calls = world.quota("calls", 1)
    plan = world.plan([calls], squares={"calls": (2,)})
    assert levels(world, world.history([calls], [(calls, 0, 2, 300)], plans={0: plan}))[1] == 1
    assert levels(world, world.history([calls], [(calls, 0, 2, 700)], plans={0: plan}))[1] == 3


def test_a_day_off_is_blank_unless_something_was_done(world):
    service = world.weekdays("service", (1, 2, 3))
    history = world.history([service], [(service, 0, 2)], days_off=[(0, 1), (0, 2)])
    assert levels(world, history)[:3] == (None, 4, 0)


def test_the_squares_of_a_quota_on_a_day_off_are_blank(world):
    calls = world.quota("calls", 2)
    plan = world.plan([calls], squares={"calls": (1, 2)})
    history = world.history([calls], plans={0: plan}, days_off=[(0, 1)])
    assert levels(world, history)[:2] == (None, 0)


def test_an_excuse_blanks_the_day_of_its_habit_only(world):
    service, study = world.weekdays("service", (1,)), world.weekdays("study", (1,))
    history = world.history([service, study], [(study, 0, 1)], excuses=[(service, 0, 1)])
    assert levels(world, history)[0] == 4
    assert levels(world, history, [service])[0] is None


def test_a_week_off_is_blank_unless_something_was_done(world):
    service = world.weekdays("service", (1, 2))
    history = world.history([service], [(service, 0, 2)], marks={0: OFF})
    assert levels(world, history) == (None, 4, None, None, None, None, None)


def test_a_storm_week_expects_the_first_square_of_each(world):
    service, calls = world.weekdays("service", (2, 3, 4)), world.quota("calls", 3)
    plan = world.plan([service, calls], squares={"calls": (2, 3, 3)})
    history = world.history([service, calls], [(service, 0, 2)], plans={0: plan}, marks={0: STORM})
    assert levels(world, history) == (None, 2, None, None, None, None, None)
    assert levels(world, history, [calls]) == (None, 0, None, None, None, None, None)


def test_the_first_square_of_a_storm_week_is_the_first_day_not_off(world):
    service = world.weekdays("service", (2, 3, 4))
    history = world.history([service], marks={0: STORM}, days_off=[(0, 2)])
    assert levels(world, history) == (None, None, 0, None, None, None, None)


def test_nothing_is_expected_before_a_habit_or_after_it(world):
    service = world.weekdays("service", (1, 2, 3, 4, 5), since=0, archived=world.day(1, 2))
    history = world.history([service])
    assert levels(world, history, offset=-1) == (None,) * 7
    assert levels(world, history, offset=1) == (0, 0, None, None, None, None, None)
    assert levels(world, history, offset=2) == (None,) * 7


def test_a_year_is_53_weeks_and_days_to_come_are_blank(world):
    service = world.weekdays("service", (1, 2, 3, 4, 5), since=-10)
    history = world.history([service], plans={-10: world.plan([service])}, marks={-3: OFF, -4: STORM})
    page = year_page(history, [service], world.this, world.day(0, 3), world.this + -10)
    assert [column.week for column in page.weeks] == [world.this + offset for offset in range(-52, 1)]
    assert page.weeks[-1].levels == (0, 0, 0, None, None, None, None)
    assert [column.week.since(world.this) for column in page.weeks if column.is_off] == [-3]
    assert [column.week.since(world.this) for column in page.weeks if column.is_storm] == [-4]
    assert not page.has_earlier


def test_the_totals_of_a_year_begin_with_the_file(world):
    service = world.weekdays("service", (1,), since=-10)
    history = world.history([service], [(service, -10, 1)], plans={-10: world.plan([service])})
    page = year_page(history, [service], world.this, world.day(0, 3), world.this + -10)
    assert (page.totals.scored_weeks, page.totals.held_weeks, page.totals.unplanned_weeks) == (1, 1, 9)
    assert page.ticks == 1
