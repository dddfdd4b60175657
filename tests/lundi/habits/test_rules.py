"""What a habit asks for and what it got: targets, active weeks, streak, strength, never twice (section 6)."""

import pytest

from lundi.habits.habit import QUOTA, WEEKDAYS, Goal
from lundi.habits.history import OFF, STORM, BeyondHistory, Met
from lundi.time.weeks import Week


def met_weeks(history, habit, this):
    """Offsets of past active weeks, oldest first, and whether each was met."""
    return [(week.since(this), met) for week, met in reversed(list(history.active_weeks_before(habit, this)))]


def week_of_ticks(habit, *offsets, count=1):
    return [(habit, offset, 1 + number % 7) for offset in offsets for number in range(count)]


# What was done, and what was asked for


def test_a_quota_adds_its_amounts_up_on_any_day(world):
    calls = world.quota(target=5)
    history = world.history([calls], [(calls, 0, 2), (calls, 0, 2), (calls, 0, 7, 2500)])
    assert history.done(calls, world.this) == 4500
    assert not history.is_met(calls, world.this)
    more = world.history([calls], [(calls, 0, 2), (calls, 0, 2), (calls, 0, 7, 2500), (calls, 0, 1, 500)])
    assert more.is_met(calls, world.this)


def test_a_weekday_habit_counts_days_not_ticks(world):
    service = world.weekdays(days=(1, 3))
    history = world.history([service], [(service, 0, 1), (service, 0, 1), (service, 0, 1)])
    assert history.done(service, world.this) == 1000
    assert not history.is_met(service, world.this)


def test_a_weekday_habit_done_on_another_day_counts_and_is_late(world):
    article = world.weekdays(days=(1,))
    history = world.history([article], [(article, 0, 2)])
    assert history.is_met(article, world.this)
    assert history.late_days(article, world.this) == (world.day(0, 2),)
    on_time = world.history([article], [(article, 0, 1)])
    assert on_time.late_days(article, world.this) == ()


def test_a_quota_is_never_late(world):
    calls = world.quota()
    assert world.history([calls], [(calls, 0, 6)]).late_days(calls, world.this) == ()


def test_a_goal_holds_from_its_monday_and_the_weeks_before_keep_theirs(world):
    this = world.this
    calls = world.habit("calls", Goal(this + -9, QUOTA, 10), Goal(this + -5, QUOTA, 5))
    history = world.history([calls], week_of_ticks(calls, -6, -5, count=7))
    assert [history.target(calls, this + offset) for offset in (-20, -9, -6, -5, 0)] == [10, 10, 10, 5, 5]
    assert not history.is_met(calls, this + -6)
    assert history.is_met(calls, this + -5)


def test_the_days_of_a_habit_are_versioned_too(world):
    this = world.this
    article = world.habit("article", Goal(this + -9, WEEKDAYS, 1, (1,)), Goal(this + -5, WEEKDAYS, 2, (2, 4)))
    history = world.history([article], [(article, -6, 1), (article, -5, 1)])
    assert history.late_days(article, this + -6) == ()
    assert history.late_days(article, this + -5) == (world.day(-5, 1),)
    assert history.target(article, this + -5) == 2


# Days off and excuses


def test_a_day_off_leaves_a_weekday_target_and_a_quota_stays(world):
    service, calls = world.weekdays("service", (1, 2, 3, 4, 5)), world.quota("calls", 5)
    history = world.history([service, calls], days_off=[(0, 2), (0, 3), (0, 6)])
    assert history.target(service, world.this) == 3
    assert history.target(calls, world.this) == 5
    assert history.fixed_days(service, world.this) == tuple(world.day(0, number) for number in (1, 4, 5))


def test_an_excuse_is_for_one_habit_on_one_day(world):
    service, study = world.weekdays("service", (1, 2, 3)), world.weekdays("study", (2,))
    calls = world.quota("calls", 5)
    history = world.history([service, study, calls], excuses=[(service, 0, 2), (calls, 0, 2)])
    assert history.target(service, world.this) == 2
    assert history.target(study, world.this) == 1
    assert history.target(calls, world.this) == 5
    assert history.target(service, world.this + 1) == 3


def test_a_weekday_habit_without_a_day_left_has_no_line(world):
    article = world.weekdays(days=(1, 4))
    history = world.history([article], days_off=[(0, 1)], excuses=[(article, 0, 4)])
    assert history.target(article, world.this) is None
    assert not history.is_active(article, world.this)
    assert history.is_active(article, world.this + -1)


# Storm weeks and weeks off


def test_a_storm_week_asks_for_one_of_any_size(world):
    calls, service = world.quota("calls", 5), world.weekdays("service", (1, 2, 3, 4, 5))
    marks = {0: STORM}
    untouched = world.history([calls, service], marks=marks)
    assert (untouched.target(calls, world.this), untouched.target(service, world.this)) == (1, 1)
    assert not untouched.is_met(calls, world.this)
    ticked = world.history([calls, service], [(calls, 0, 3, 250), (service, 0, 7)], marks=marks)
    assert ticked.is_met(calls, world.this)
    assert ticked.is_met(service, world.this)


def test_a_storm_week_gives_no_line_to_a_habit_without_one(world):
    article, talk = world.weekdays(days=(1,)), world.every(weeks=4, due=1)
    history = world.history([article, talk], days_off=[(0, 1)], marks={0: STORM})
    assert history.target(article, world.this) is None
    assert history.target(talk, world.this) is None


def test_a_week_off_is_not_active_and_a_storm_week_is(world):
    calls = world.quota()
    history = world.history([calls], marks={-1: OFF, -2: STORM})
    assert not history.is_active(calls, world.this + -1)
    assert history.is_active(calls, world.this + -2)
    assert history.is_active(calls, world.this + -3)  # never committed to, and active


# Which weeks are active


def test_a_habit_is_active_from_the_week_it_was_added(world):
    calls = world.quota(since=-3)
    history = world.history([calls])
    assert met_weeks(history, calls, world.this) == [(-3, False), (-2, False), (-1, False)]


def test_a_tick_before_that_makes_it_begin_earlier(world):
    calls = world.quota(since=-1, first_tick_on=world.day(-3, 7))
    history = world.history([calls], [(calls, -3, 7)])
    assert met_weeks(history, calls, world.this) == [(-3, False), (-2, False), (-1, False)]


def test_a_later_first_tick_does_not_make_it_begin_later(world):
    calls = world.quota(since=-3, first_tick_on=world.day(-1, 2))
    assert calls.first_week == world.this + -3


def test_it_is_active_in_the_week_it_was_archived_and_not_after(world):
    calls = world.quota(since=-4, archived=world.day(-2, 3))
    history = world.history([calls], week_of_ticks(calls, 0, count=5))
    assert met_weeks(history, calls, world.this) == [(-4, False), (-3, False), (-2, False)]
    assert not history.is_active(calls, world.this)


def test_every_few_weeks_only_the_due_weeks_are_active(world):
    talk = world.every(weeks=4, since=-9)
    history = world.history([talk], [(talk, -5, 3), (talk, -4, 3)])
    assert met_weeks(history, talk, world.this) == [(-9, False), (-5, True), (-1, False)]
    assert history.target(talk, world.this + -1) == 1
    assert history.target(talk, world.this) is None


def test_due_weeks_count_from_the_first_one(world):
    talk = world.every(weeks=3, since=-6, due=-4)
    history = world.history([talk])
    assert [week for week, _met in met_weeks(history, talk, world.this)] == [-4, -1]


def test_due_weeks_run_through_week_53(world):
    week = Week.parse("2026-W52")
    talk = world.every(weeks=2, since=week.since(world.this))
    due = [str(week + offset) for offset in range(5) if talk.goal_in(week + offset).is_due(week + offset)]
    assert due == ["2026-W52", "2027-W01", "2027-W03"]


# Streak and strength


def test_a_streak_is_weeks_met_in_a_row(world):
    calls = world.quota(target=2, since=-6)
    history = world.history([calls], week_of_ticks(calls, -6, -5, -3, -2, -1, count=2))
    assert history.streak(calls, world.this) == 3
    assert history.streak(calls, world.this + -3) == 1
    assert history.streak(calls, world.this + -4) == 2


@pytest.mark.parametrize(("ticks", "streak"), [(0, 2), (1, 2), (2, 3), (3, 3)])
def test_the_running_week_counts_once_it_is_met_and_never_against(world, ticks, streak):
    calls = world.quota(target=2, since=-3)
    history = world.history([calls], [*week_of_ticks(calls, -2, -1, count=2), *week_of_ticks(calls, 0, count=ticks)])
    assert history.streak(calls, world.this) == streak


def test_a_streak_jumps_over_weeks_that_are_not_active(world):
    calls = world.quota(target=1, since=-6)
    history = world.history([calls], week_of_ticks(calls, -5, -2), marks={-3: OFF, -4: OFF, -1: OFF, 0: OFF})
    assert history.streak(calls, world.this) == 2
    talk = world.every(weeks=4, since=-9)
    assert world.history([talk], week_of_ticks(talk, -5, -1)).streak(talk, world.this) == 2
    article = world.weekdays(since=-3)
    free = world.history([article], week_of_ticks(article, -3, -1), days_off=[(-2, 1)])
    assert free.streak(article, world.this) == 2


def test_strength_is_the_last_13_past_active_weeks(world):
    calls = world.quota(target=1, since=-20)
    met = {-20, -19, -18, -17, -16, -15, -14, -12, -5, -1}
    history = world.history([calls], week_of_ticks(calls, *met, 0), marks={-3: OFF, -7: OFF})
    offsets = [-15, -14, -13, -12, -11, -10, -9, -8, -6, -5, -4, -2, -1]
    assert history.strength(calls, world.this) == tuple(Met(world.this + offset, offset in met) for offset in offsets)


def test_strength_counts_as_many_weeks_as_there_are(world):
    calls = world.quota(target=1, since=-3)
    strength = world.history([calls], week_of_ticks(calls, -2)).strength(calls, world.this)
    assert [week.met for week in strength] == [False, True, False]
    assert world.history([world.quota(since=0)]).strength(world.quota(since=0), world.this) == ()


def test_a_storm_week_met_by_the_smallest_version_keeps_streak_and_strength(world):
    calls = world.quota(target=5, since=-2)
    history = world.history([calls], [*week_of_ticks(calls, -2, count=5), (calls, -1, 4)], marks={-1: STORM})
    assert history.streak(calls, world.this) == 2
    assert [week.met for week in history.strength(calls, world.this)] == [True, True]


def test_a_rule_that_looks_too_far_back_says_so(world):
    calls = world.quota(target=1, since=-100)
    history = world.history([calls], week_of_ticks(calls, *range(-60, 0)))
    with pytest.raises(BeyondHistory):
        history.streak(calls, world.this)
    assert len(history.strength(calls, world.this)) == 13


# Never twice


@pytest.mark.parametrize(
    ("last_week", "this_week", "alert"),
    [(2, 0, False), (1, 0, True), (1, 1, True), (1, 2, False), (0, 0, True)],
)
def test_the_alert_is_for_the_second_miss(world, last_week, this_week, alert):
    calls = world.quota(target=2, since=-1)
    ticks = [*week_of_ticks(calls, -1, count=last_week), *week_of_ticks(calls, 0, count=this_week)]
    assert world.history([calls], ticks).alert(calls, world.this) is alert


def test_no_alert_in_the_first_week(world):
    calls = world.quota(since=0)
    assert not world.history([calls]).alert(calls, world.this)


def test_the_alert_looks_at_the_last_active_week(world):
    calls = world.quota(target=1, since=-3)
    missed_before_the_holiday = world.history([calls], week_of_ticks(calls, -3), marks={-1: OFF})
    assert missed_before_the_holiday.alert(calls, world.this)
    met_before_the_holiday = world.history([calls], week_of_ticks(calls, -2), marks={-1: OFF})
    assert not met_before_the_holiday.alert(calls, world.this)


def test_a_week_off_raises_no_alert(world):
    calls = world.quota(since=-2)
    assert world.history([calls]).alert(calls, world.this)
    assert not world.history([calls], marks={0: OFF}).alert(calls, world.this)


def test_missed_twice_is_every_miss_after_a_miss(world):
    calls = world.quota(target=1, since=-8)
    history = world.history([calls], week_of_ticks(calls, -8, -5, -1))
    found = [week.since(world.this) for week in history.missed_twice(calls, world.this)]
    assert found == [-6, -3, -2]


def test_missed_twice_goes_over_weeks_off_and_leaves_the_running_week_out(world):
    calls = world.quota(target=1, since=-5)
    history = world.history([calls], week_of_ticks(calls, -5, -4), marks={-2: OFF})
    assert history.missed_twice(calls, world.this) == [world.this + -1]


def test_missed_twice_counts_due_weeks_only(world):
    talk = world.every(weeks=4, since=-9)
    history = world.history([talk], week_of_ticks(talk, -8, -7, -3))
    assert [week.since(world.this) for week in history.missed_twice(talk, world.this)] == [-5, -1]


def test_counting_ticks_of_some_weeks(world):
    calls, article = world.quota("calls"), world.weekdays("article")
    history = world.history([calls, article], [(calls, 0, 1), (calls, 0, 1, 500), (article, 0, 1), (calls, -1, 7)])
    assert history.tick_count([calls], [world.this]) == 2
    assert history.tick_count([calls, article], [world.this, world.this + -1]) == 4
