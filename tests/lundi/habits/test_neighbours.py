"""Two worlds that differ by one thing: what may change between them, and what never may."""

from hypothesis import given, settings
from hypothesis import strategies as st

from lundi.habits.history import OFF, STORM
from lundi.week.scores import floored, line_shares, week_score
from lundi.week.year import FULL, week_days, week_levels

WEEKS = range(-6, 1)
offsets, weekdays = st.integers(-6, 0), st.integers(1, 7)


@st.composite
def worlds(draw, world):
    """Up to four habits over seven weeks: their ticks, plans, weeks off, storms, days off, excuses."""
    habits = []
    for number in range(draw(st.integers(1, 4))):
        kind = draw(st.sampled_from(["quota", "weekdays", "every"]))
        if kind == "quota":
            habit = world.quota(f"habit {number}", draw(st.integers(1, 6)), since=-6)
        elif kind == "weekdays":
            days = tuple(sorted(draw(st.sets(weekdays, min_size=1))))
            habit = world.weekdays(f"habit {number}", days, since=-6)
        else:
            habit = world.every(f"habit {number}", draw(st.integers(2, 3)), since=-6)
        habits.append(habit)
    a_habit = st.sampled_from(habits)
    actions = [world.action("one"), world.action("two", world.day(-2, 3))]
    plans = {}
    for offset in draw(st.sets(offsets, min_size=1)):
        chosen = draw(st.lists(a_habit, unique=True))
        squares = {habit.id: tuple(sorted(draw(st.lists(weekdays, max_size=4)))) for habit in chosen}
        plans[offset] = world.plan(chosen, draw(st.sampled_from([[], actions])), squares=squares)
    return {
        "habits": habits,
        "ticks": draw(st.lists(st.tuples(a_habit, offsets, weekdays, st.sampled_from([1000, 500, 2000])))),
        "plans": plans,
        "actions": actions,
        "days_off": draw(st.lists(st.tuples(offsets, weekdays), max_size=6)),
        "excuses": draw(st.lists(st.tuples(a_habit, offsets, weekdays), max_size=4)),
        "marks": draw(st.dictionaries(offsets, st.sampled_from([OFF, STORM]), max_size=3)),
    }


def past(history, habit, this):
    return list(history.active_weeks_before(habit, this))


@settings(deadline=None)
@given(data=st.data())
def test_one_more_tick_never_lowers_a_score_nor_unmeets_a_week(world, data):
    content = data.draw(worlds(world))
    tick = (data.draw(st.sampled_from(content["habits"])), data.draw(offsets), data.draw(weekdays), 1000)
    before = world.history(**content)
    after = world.history(**content | {"ticks": [*content["ticks"], tick]})
    for offset in WEEKS:
        week = world.this + offset
        old, new = week_score(before, week, world.this), week_score(after, week, world.this)
        assert (old.state, old.share is None) == (new.state, new.share is None)
        if old.share is not None:
            assert new.share >= old.share
            assert new.points >= old.points
        assert (new.held or False) >= (old.held or False)
        for habit in before.habits:
            assert after.is_met(habit, week) >= before.is_met(habit, week)
    for habit in before.habits:
        assert after.streak(habit, world.this) >= before.streak(habit, world.this)
        assert after.alert(habit, world.this) <= before.alert(habit, world.this)


@settings(deadline=None)
@given(data=st.data())
def test_a_tick_touches_its_own_week_only(world, data):
    content = data.draw(worlds(world))
    offset = data.draw(offsets)
    tick = (data.draw(st.sampled_from(content["habits"])), offset, data.draw(weekdays), 1000)
    before = world.history(**content)
    after = world.history(**content | {"ticks": [*content["ticks"], tick]})
    for other in set(WEEKS) - {offset}:
        week = world.this + other
        assert week_score(before, week, world.this) == week_score(after, week, world.this)
        assert week_levels(week_days(before, before.habits, week)) == week_levels(week_days(after, after.habits, week))


@settings(deadline=None)
@given(data=st.data())
def test_a_week_off_takes_itself_out_and_leaves_the_others_alone(world, data):
    content = data.draw(worlds(world))
    offset = data.draw(st.integers(-6, -1))
    week = world.this + offset
    before = world.history(**content)
    after = world.history(**content | {"marks": content["marks"] | {offset: OFF}})
    for habit in before.habits:
        others = [found for found in past(before, habit, world.this) if found.week != week]
        assert past(after, habit, world.this) == others
        assert after.strength(habit, world.this) == tuple(reversed(others))
        running = before.is_active(habit, world.this) and before.is_met(habit, world.this)
        missed = [number for number, found in enumerate(others) if not found.met]
        assert after.streak(habit, world.this) == running + (missed[0] if missed else len(others))
    for other in set(WEEKS) - {offset}:
        elsewhere = world.this + other
        assert week_score(before, elsewhere, world.this) == week_score(after, elsewhere, world.this)
    assert week_score(after, week, world.this).share is None


@settings(deadline=None)
@given(data=st.data())
def test_a_day_off_never_lowers_the_verdict_of_a_line(world, data):
    content = data.draw(worlds(world))
    day = (data.draw(offsets), data.draw(weekdays))
    before = world.history(**content)
    after = world.history(**content | {"days_off": [*content["days_off"], day]})
    week = world.this + day[0]
    for habit in before.habits:
        if after.target(habit, week) is not None:
            assert after.target(habit, week) <= before.target(habit, week)
            assert after.is_met(habit, week) >= before.is_met(habit, week)


@settings(deadline=None)
@given(data=st.data())
def test_scores_are_between_nothing_and_100_and_floored(world, data):
    history = world.history(**data.draw(worlds(world)))
    for offset in WEEKS:
        week = week_score(history, world.this + offset, world.this)
        assert all(0 <= share <= 1 for share in line_shares(history, week.week))
        if week.share is not None:
            assert 0 <= week.points <= 100
            assert week.points <= week.share * 100 < week.points + 1
            assert (week.points == 100) == (week.share == 1)
            assert floored(week.share) == week.points
        if week.held is not None:
            assert week.held == (week.points >= week.held_from)  # thresholds are whole, so both say the same


@settings(deadline=None)
@given(data=st.data())
def test_a_day_is_blank_or_between_nothing_and_full_and_full_when_all_was_done(world, data):
    history = world.history(**data.draw(worlds(world)))
    for offset in WEEKS:
        week = world.this + offset
        for day, found in zip(week.days, week_levels(week_days(history, history.habits, week)), strict=True):
            done = any(history.done_on(habit, day) for habit in history.habits)
            if found is None:
                assert not done
            else:
                assert 0 <= found <= FULL
            if history.is_off(week) or day in history.days_off:
                assert found == (FULL if done else None)


@settings(deadline=None)
@given(data=st.data())
def test_a_streak_never_outgrows_the_weeks_it_counts(world, data):
    history = world.history(**data.draw(worlds(world)))
    for habit in history.habits:
        weeks = past(history, habit, world.this)
        twice = history.missed_twice(habit, world.this)
        assert twice == sorted(twice)
        assert not {found.week for found in weeks if found.met} & set(twice)
        if history.alert(habit, world.this):
            assert not weeks[0].met
            assert history.streak(habit, world.this) == 0
