"""The score of a week: exact, capped, forgiving (section 6)."""

from fractions import Fraction

import pytest

from lundi.habits.habit import QUOTA, Goal
from lundi.habits.history import OFF, STORM
from lundi.time.days import Moment
from lundi.week.scores import mondays_held, totals, week_score
from storage.habits.intents import Card
from storage.week.tracking import read_standing


def seven_lines(world, done):
    """Seven quotas of one a week, so many of them done last week."""
    habits = [world.quota(f"habit {number}", 1) for number in range(7)]
    ticks = [(habit, -1, 1) for habit in habits[:done]]
    return world.history(habits, ticks, plans={-1: world.plan(habits)})


def one_line(world, done, target, **history):
    calls = world.quota(target=target)
    ticks = [(calls, -1, 1, done * 1000)]
    return world.history([calls], ticks, plans={-1: world.plan([calls])}, **history)


def score(world, history, offset=-1):
    return week_score(history, world.this + offset, world.this)


def test_one_whole_line_of_seven_may_be_missed(world):
    week = score(world, seven_lines(world, 6))
    assert week.share == Fraction(6, 7)
    assert (week.points, week.held) == (85, True)
    assert (score(world, seven_lines(world, 5)).points, score(world, seven_lines(world, 5)).held) == (
        71,
        False,
    )


def test_84_9_shows_84_and_is_not_held(world):
    week = score(world, one_line(world, 62, 73))  # 84.93 %
    assert (week.points, week.held) == (84, False)


def test_almost_85_is_not_85(world):
    calls = world.quota(target=20)
    history = world.history([calls], [(calls, -1, 1, 16_999)], plans={-1: world.plan([calls])})
    week = score(world, history)
    assert week.share == Fraction(16_999, 20_000)
    assert (week.points, week.held) == (84, False)


def test_85_itself_is_held(world):
    week = score(world, one_line(world, 17, 20))
    assert (week.points, week.held) == (85, True)


def test_almost_everything_is_not_everything(world):
    assert score(world, one_line(world, 98, 99)).points == 98


def test_the_threshold_is_that_of_the_week(world):
    calls = world.quota(target=5)
    plans = {-2: world.plan([calls], held_from=80), -1: world.plan([calls], held_from=81)}
    history = world.history([calls], [(calls, -2, 1, 4000), (calls, -1, 1, 4000)], plans=plans)
    assert score(world, history, -2).held is True
    assert score(world, history, -1).held is False


def test_every_line_weighs_the_same(world):
    calls, article, action = world.quota("calls", 99), world.weekdays("article"), world.action("write")
    history = world.history(
        [calls, article], [(calls, -1, 1, 33_000)], plans={-1: world.plan([calls, article], [action])}
    )
    assert score(world, history).share == Fraction(1, 9)


def test_surplus_is_capped_line_by_line(world):
    calls, article = world.quota("calls", 5), world.weekdays("article")
    history = world.history([calls, article], [(calls, -1, 1, 50_000)], plans={-1: world.plan([calls, article])})
    assert score(world, history).share == Fraction(1, 2)


def test_days_beyond_the_fixed_ones_are_capped_too(world):
    article, calls = world.weekdays("article", (1,)), world.quota("calls", 1)
    ticks = [(article, -1, number) for number in range(1, 8)]
    history = world.history([article, calls], ticks, plans={-1: world.plan([article, calls])})
    assert score(world, history).share == Fraction(1, 2)


def test_lines_added_after_the_commit_never_count(world):
    planned, added = world.quota("calls", 2), world.quota("article", 1)
    outside = world.action("outside", world.day(-1, 2))
    plans = {-1: world.plan([planned])}
    bare = world.history([planned], [(planned, -1, 1)], plans=plans)
    more = world.history([planned, added], [(planned, -1, 1), (added, -1, 1)], plans=plans, actions=[outside])
    missed = world.history([planned, added], [(planned, -1, 1)], plans=plans)
    assert score(world, bare).share == Fraction(1, 2)
    assert score(world, more).share == score(world, missed).share == Fraction(1, 2)


def test_a_line_that_was_archived_after_the_commit_still_counts(world):
    calls = world.quota("calls", 1)
    article = world.weekdays("article", archived=world.day(-1, 3))
    history = world.history([calls, article], [(calls, -1, 1)], plans={-1: world.plan([calls, article])})
    assert score(world, history).share == Fraction(1, 2)


def test_an_action_counts_once_it_is_done_by_the_end_of_the_week(world):
    plan = {-1: world.plan([], [world.action("write")])}
    for done_on, share in [(None, 0), (world.day(-1, 7), 1), (world.day(0, 1), 0)]:
        history = world.history([], plans=plan, actions=[world.action("write", done_on)])
        assert score(world, history).share == share


def test_an_action_carried_on_counts_in_the_week_it_was_done(world):
    action = world.action("write", world.day(0, 2))
    history = world.history([], plans={-1: world.plan([], [action]), 0: world.plan([], [action])}, actions=[action])
    assert score(world, history, -1).share == 0
    assert score(world, history, 0).share == 1


# What changes a score after the commit


def test_day_off_and_excuse_still_change_the_score(world):
    service = world.weekdays("service", (1, 2, 3, 4))
    ticks, plans = [(service, -1, 1), (service, -1, 2)], {-1: world.plan([service])}
    assert score(world, world.history([service], ticks, plans=plans)).share == Fraction(1, 2)
    off = world.history([service], ticks, plans=plans, days_off=[(-1, 3)])
    assert score(world, off).share == Fraction(2, 3)
    both = world.history([service], ticks, plans=plans, days_off=[(-1, 3)], excuses=[(service, -1, 4)])
    assert score(world, both).share == 1


def test_a_quota_stays_whatever_days_are_off(world):
    history = one_line(world, 2, 4, days_off=[(-1, 1), (-1, 2), (-1, 3), (-1, 4), (-1, 5)])
    assert score(world, history).share == Fraction(1, 2)


def test_a_line_without_a_day_left_is_left_out(world):
    article, calls = world.weekdays("article"), world.quota("calls", 2)
    history = world.history(
        [article, calls], [(calls, -1, 1)], plans={-1: world.plan([article, calls])}, days_off=[(-1, 1)]
    )
    assert score(world, history).share == Fraction(1, 2)


def test_a_week_with_no_line_left_has_no_score_and_counts_nowhere(world):
    article = world.weekdays("article")
    history = world.history([article], plans={-1: world.plan([article])}, days_off=[(-1, 1)])
    week = score(world, history)
    assert (week.points, week.held, week.counts) == (None, None, False)
    assert totals([week]).scored_weeks == 0


def test_in_a_storm_week_any_tick_is_the_whole_line_and_the_week_counts(world):
    calls, article = world.quota("calls", 5), world.weekdays("article")
    plans = {-1: world.plan([calls, article])}
    history = world.history([calls, article], [(calls, -1, 4, 500)], plans=plans, marks={-1: STORM})
    week = score(world, history)
    assert (week.state, week.share, week.held, week.counts) == ("storm", Fraction(1, 2), False, True)


def test_a_goal_of_the_week_decides(world):
    this = world.this
    calls = world.habit("calls", Goal(this + -9, QUOTA, 5), Goal(this, QUOTA, 3))
    history = world.history([calls], [(calls, -1, 1, 3000)], plans={-1: world.plan([calls])})
    assert score(world, history).share == Fraction(3, 5)


# States


def test_the_state_is_the_first_that_fits(world):
    calls = world.quota()
    plan = world.plan([calls])
    cases = [
        (0, {0: plan}, {0: OFF}, "off"),
        (-1, {}, {-1: OFF}, "off"),
        (0, {}, {}, "running"),
        (0, {0: plan}, {0: STORM}, "running"),
        (-1, {}, {-1: STORM}, "unplanned"),
        (-1, {}, {}, "unplanned"),
        (-1, {-1: plan}, {-1: STORM}, "storm"),
        (-1, {-1: plan}, {}, "scored"),
    ]
    for offset, plans, marks, state in cases:
        assert score(world, world.history([calls], plans=plans, marks=marks), offset).state == state


def test_the_running_week_has_a_score_so_far_and_no_verdict(world):
    calls = world.quota(target=2)
    history = world.history([calls], [(calls, 0, 1)], plans={0: world.plan([calls])})
    week = score(world, history, 0)
    assert (week.points, week.held, week.counts) == (50, None, False)
    without_plan = score(world, world.history([calls], [(calls, 0, 1)]), 0)
    assert (without_plan.points, without_plan.held) == (None, None)


@pytest.mark.parametrize("mark", [None, STORM])
def test_a_week_without_a_plan_has_no_score_whatever_was_done(world, mark):
    calls = world.quota(target=1)
    history = world.history([calls], [(calls, -1, 1)], marks={-1: mark} if mark else {})
    week = score(world, history)
    assert (week.state, week.points, week.held) == ("unplanned", None, None)


def test_a_week_off_has_no_score_even_with_a_plan(world):
    week = score(world, one_line(world, 5, 5, marks={-1: OFF}))
    assert (week.state, week.points, week.held, week.counts) == ("off", None, None, False)


# Totals


def test_totals_leave_out_the_running_week_weeks_off_and_weeks_without_a_plan(world):
    calls = world.quota(target=3, since=-6)
    plan = world.plan([calls])
    history = world.history(
        [calls],
        [
            (calls, -5, 1, 3000),
            (calls, -4, 1, 1000),
            (calls, -3, 1, 1000),
            (calls, -2, 1),
            (calls, 0, 1, 3000),
        ],
        plans=dict.fromkeys((-5, -4, -3, -1, 0), plan),
        marks={-3: STORM, -1: OFF},
    )
    found = totals(score(world, history, offset) for offset in range(-6, 1))
    assert (found.scored_weeks, found.held_weeks, found.unplanned_weeks) == (3, 2, 2)
    assert found.mean == Fraction(7, 9)


def test_totals_of_nothing(world):
    found = totals([])
    assert (found.scored_weeks, found.held_weeks, found.unplanned_weeks, found.mean) == (0, 0, 0, None)


# Mondays


def test_mondays_held_are_plans_committed_on_their_monday(world):
    calls = world.quota(since=-3)
    plans = {
        -3: world.plan([calls], on=world.day(-3, 1)),
        -2: world.plan([calls], on=world.day(-2, 2)),
        0: world.plan([calls], on=world.day(0, 1)),
    }
    assert mondays_held(world.history([calls], plans=plans), world.this, world.this + -3) == (2, 4)


def test_mondays_held_looks_at_13_weeks_not_off(world):
    calls = world.quota(since=-30)
    plans = {offset: world.plan([calls], on=world.day(offset, 1)) for offset in range(-30, 1)}
    assert mondays_held(world.history([calls], plans=plans), world.this, world.this + -30) == (13, 13)
    del plans[-14], plans[-13], plans[-12]
    assert mondays_held(world.history([calls], plans=plans), world.this, world.this + -30) == (12, 13)
    off = world.history([calls], plans=plans, marks={0: OFF, -5: OFF})
    assert mondays_held(off, world.this, world.this + -30) == (10, 13)  # -1 to -15, without -5, -12, -13, -14


def test_mondays_held_begin_with_the_file(world):
    calls = world.quota(since=0)
    assert mondays_held(world.history([calls]), world.this, world.this) == (0, 1)
    earlier = world.history([calls], plans={-1: world.plan(on=world.day(-1, 1))})
    assert mondays_held(earlier, world.this, world.this + -1) == (1, 2)


@pytest.mark.parametrize("weeks_off", [5, 30])
def test_mondays_before_a_long_time_off_are_found_in_the_file(world, store, weeks_off):
    """Weeks off are looked over, however many: the Mondays before them are among the last 13."""
    first = -weeks_off - 6

    def monday(offset):
        return Moment(world.day(offset), f"{world.day(offset)}T09:00:00")

    store.add_habit(Card("Calls"), Goal(world.this + first, QUOTA, 5), monday(first))
    for offset in range(first, -weeks_off):
        store.commit_week([], monday(offset))
    for offset in range(-weeks_off, 0):
        store.mark_week(world.this + offset, OFF, monday(-weeks_off))
    assert read_standing(store, world.day(0, 3)).mondays_held == (6, 7)


def test_mondays_held_are_the_same_wherever_they_are_said(world, store, run, database):
    """A plan of long ago, older than the first habit, is the file's first week in Tracking and in `stats` alike."""
    long_ago, late = world.this + -20, world.this + -1
    store.commit_week(["Something"], Moment(long_ago.monday, f"{long_ago.monday}T09:00:00"))
    store.add_habit(Card("Calls"), Goal(late, QUOTA, 5), Moment(late.monday, f"{late.monday}T09:00:00"))
    assert read_standing(store, world.day(0, 3)).mondays_held == (0, 13)
    assert "0/13" in run("stats").stdout
