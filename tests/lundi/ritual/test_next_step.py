"""'Where to begin?': one answer, the most due first, of equals the shortest."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lundi.habits.history import OFF, STORM, Action
from lundi.ritual.next_step import ADD, NOTHING, PLAN, REVIEW, TICK, NextStep, next_step
from lundi.week.page import WeekPage, past_of, week_page
from lundi.words.amounts import ONE

WEDNESDAY = 3


def page(world, history, weekday: int = WEDNESDAY) -> WeekPage:
    today = world.day(0, weekday)
    return week_page(history, world.this, today, past_of(history, world.this, today), {})


def answer(
    world, *habits, weekday: int = WEDNESDAY, squares=None, actions=(), unplanned=(), ended="", **known
) -> NextStep:
    """The step in a week that was committed with these habits and actions; nothing before it counts by itself."""
    plans = {0: world.plan(habits, actions, squares=squares)}
    history = world.history([*habits, *unplanned], plans=plans, actions=actions, **known)
    return next_step(page(world, history, weekday), ended_campaign=ended)


def action(world, title: str, done_on: date | None = None, **other) -> Action:
    return Action(title, title, done_on, world.this, **other)


# In their order


def test_f02_the_end_review_comes_first(world):
    calls = world.quota(since=0)
    step = answer(world, calls, squares={"calls": (1, 2, 3, 4, 5)}, ended="Bring one")
    assert (step.kind, step.what) == (REVIEW, "End review: Bring one")


@pytest.mark.parametrize(
    ("is_ritual_day", "why"),
    [(True, "It is the day for it."), (False, "It has none yet; three minutes are enough.")],
)
def test_f02_without_a_plan_the_week_is_planned(world, is_ritual_day, why):
    step = next_step(page(world, world.history([world.quota(since=0)])), is_ritual_day=is_ritual_day)
    assert (step.kind, step.what, step.why) == (PLAN, "Plan the week.", why)


def test_f02_an_empty_file_asks_for_one_habit(world):
    assert next_step(page(world, world.history([]))).kind == ADD
    settled = world.quota(settled_on=world.day(-3))
    assert next_step(page(world, world.history([settled]))).kind == ADD


def test_f02_a_square_of_today_the_shortest_first(world):
    long, short = (
        world.weekdays("article", (3,), since=0, minutes=90),
        world.weekdays("walk", (3,), since=0, minutes=10),
    )
    untold = world.weekdays("read", (3,), since=0)
    write = action(world, "Write", minutes=2)
    step = answer(world, untold, long, short, actions=[write])
    assert (step.what, step.why, step.minutes) == ("walk", "Planned for today: 0/1 this week.", 10)
    assert step.habit == short
    assert step.ticked == "walk 1/1"
    step = answer(world, untold, long, short, actions=[write], ticks=[(short, 0, 3)])
    assert step.what == "article"
    step = answer(world, untold, long, short, actions=[write], ticks=[(short, 0, 3), (long, 0, 3)])
    assert step.what == "read"


def test_two_ticks_on_a_fixed_day_leave_the_next_one_to_be_done(world):
    walk = world.weekdays("walk", (2, 3, 4), since=0)
    assert answer(world, walk, ticks=[(walk, 0, 2), (walk, 0, 2)]).what == "walk"


def test_f02_what_was_missed_last_says_so(world):
    article = world.weekdays("article", (3,))
    assert answer(world, article).why == "Planned for today, and missed the last time: never twice."


def test_f02_then_never_twice_then_the_two_then_what_is_behind(world):
    missed, behind = world.weekdays("missed", (1,)), world.weekdays("behind", (2,), since=0, minutes=1)
    two = [action(world, "Long", minutes=30), action(world, "Short", minutes=2, enough="one line")]
    step = answer(world, missed, behind, actions=two)
    assert (step.what, step.why) == ("missed", "Missed the last time: never twice.")
    step = answer(world, missed, behind, actions=two, ticks=[(missed, 0, 1)])
    assert (step.what, step.why) == ("Short", "One of your two this week.")
    assert step.action == two[1]
    assert step.about == ("Enough when: one line",)
    done = [action(world, one.title, world.day(0)) for one in two]
    step = answer(world, missed, behind, actions=done, ticks=[(missed, 0, 1)])
    assert (step.what, step.why) == ("behind", "0/1 so far this week.")


def test_f02_a_number_a_week_is_behind_once_an_earlier_square_is_hollow(world):
    calls, days = world.quota(since=0), {"calls": (1, 2, 3, 4, 5)}
    ticks = [(calls, 0, 1), (calls, 0, 3)]
    step = answer(world, calls, squares=days, ticks=ticks)
    assert (step.what, step.why, step.ticked) == ("calls", "2/5 so far this week.", "calls 3/5")
    assert answer(world, calls, squares=days, ticks=[*ticks, (calls, 0, 3)]).kind == NOTHING


def test_f02_a_number_without_squares_is_asked_for_once_a_day(world):
    calls = world.quota(since=0)
    assert answer(world, calls).what == "calls"
    assert answer(world, calls, ticks=[(calls, 0, 3)]).kind == NOTHING
    assert answer(world, calls, ticks=[(calls, 0, 2)]).what == "calls"


def test_f02_a_fixed_day_can_t_be_made_up_for_twice_on_one_day(world):
    article = world.weekdays("article", (1, 2), since=0)
    assert answer(world, article).what == "article"
    assert answer(world, article, ticks=[(article, 0, 3)]).kind == NOTHING


# What is not asked for


def test_f02_all_done(world):
    walk, later = world.weekdays("walk", (3,), since=0), world.weekdays("article", (5,), since=0)
    step = answer(world, walk, ticks=[(walk, 0, 3)])
    assert (step.kind, step.what, step.why) == (NOTHING, "All done. Close me.", "The whole plan of this week is done.")
    step = answer(world, walk, later, ticks=[(walk, 0, 3)])
    assert (step.what, step.why) == ("All done. Close me.", "Nothing more is planned for today.")


def test_f02_weeks_off_and_days_off_ask_for_nothing(world):
    walk = world.weekdays("walk", (3,))
    step = answer(world, walk, marks={0: OFF}, ended="Over")
    assert (step.kind, step.what) == (NOTHING, "A week off. Nothing is expected.")
    step = answer(world, walk, days_off=[(0, 3)], ended="Over")
    assert (step.kind, step.what) == (NOTHING, "A day off. Nothing is expected.")
    assert answer(world, walk, days_off=[(0, 2)]).what == "walk"


def test_f02_an_excused_day_asks_for_nothing_of_that_habit(world):
    calls, walk = world.quota(), world.weekdays("walk", (3,), since=0)
    excuses = [(calls, 0, 3)]
    assert answer(world, calls, walk, squares={"calls": (1, 2, 3, 4, 5)}, excuses=excuses).what == "walk"
    assert answer(world, calls, squares={"calls": (1, 2, 3, 4, 5)}, excuses=excuses).kind == NOTHING


def test_f02_settled_and_archived_habits_are_left_alone(world):
    settled = world.weekdays("settled", (3,), settled_on=world.day(0, 2))
    gone = world.weekdays("gone", (3,), archived=world.day(0, 2))
    assert answer(world, settled, gone).kind == NOTHING


def test_f02_outside_the_plan_only_a_square_of_today_counts(world):
    today, past = world.weekdays("today", (3,), since=0), world.weekdays("past", (1,), since=0)
    assert answer(world, unplanned=[past]).kind == NOTHING
    assert answer(world, unplanned=[past, today]).what == "today"


def test_f02_every_so_many_weeks_only_when_due(world):
    talk = world.every(weeks=4, since=-4, due=-3)
    assert answer(world, talk).kind == NOTHING
    talk = world.every(weeks=4, since=-4, due=0)
    assert answer(world, talk).what == "talk"


def test_f02_a_storm_week_asks_for_one_tick(world):
    calls, days = world.quota(minimum="one message"), {"calls": (1, 2, 3, 4, 5)}
    step = answer(world, calls, squares=days, marks={0: STORM})
    assert (step.what, step.why) == ("calls", "A storm week: one tick is the whole.")
    assert step.ticked == "calls 1/1"
    assert step.about == ("minimum one message",)
    assert answer(world, calls, squares=days, marks={0: STORM}, ticks=[(calls, 0, 1)]).kind == NOTHING


def test_f02_the_card_is_told(world):
    calls = world.weekdays("calls", (3,), after="the coffee", place="at my desk", minimum="one message")
    assert answer(world, calls).about == ("after the coffee, at my desk", "minimum one message")
    assert answer(world, world.weekdays("calls", (3,))).about == ()


@pytest.mark.usefixtures("in_french")
def test_f02_in_french(world):
    walk = world.weekdays("marcher", (3,), since=0)
    assert answer(world, walk).why == "Prévue aujourd’hui\u00a0: 0/1 cette semaine."
    assert answer(world, walk, ticks=[(walk, 0, 3)]).what == "C’est fait. Fermez-moi."
    assert answer(world, walk, marks={0: OFF}).what == "Une semaine de congé. Rien n’est attendu."


# Whatever the week


@given(st.data())
def test_f02_with_anything_open_there_is_exactly_one_answer(world, data):
    """It asks for something that is open and for one thing only; and for nothing exactly when nothing is due."""
    weekday = data.draw(st.integers(1, 7))
    number = data.draw(st.integers(0, 3))
    habits, squares = [], {}
    for index in range(number):
        name = f"h{index}"
        minutes = data.draw(st.one_of(st.none(), st.integers(1, 90)))
        if data.draw(st.booleans()):
            target = data.draw(st.integers(1, 5))
            habits.append(world.quota(name, target, since=-2, minutes=minutes))
            squares[name] = tuple(sorted(data.draw(st.lists(st.integers(1, 7), min_size=target, max_size=target))))
        else:
            days = tuple(sorted(data.draw(st.sets(st.integers(1, 7), min_size=1))))
            habits.append(world.weekdays(name, days, since=-2, minutes=minutes))
    actions = [
        action(world, f"a{index}", data.draw(st.sampled_from([None, world.day(0)])))
        for index in range(data.draw(st.integers(0, 2)))
    ]
    ticked = st.tuples(st.sampled_from(habits), st.integers(-1, 0), st.integers(1, weekday)) if habits else st.nothing()
    ticks = data.draw(st.lists(ticked, max_size=12)) if habits else []
    marks = data.draw(st.sampled_from([{}, {0: STORM}, {0: OFF}]))
    planned = data.draw(st.booleans())
    plans = {0: world.plan(habits, actions, squares=squares)} if planned else {}
    history = world.history(habits, ticks, plans=plans, actions=actions if planned else (), marks=marks)
    seen = page(world, history, weekday)
    step = next_step(seen)

    assert step.what
    assert (step.habit is not None) + (step.action is not None) == (step.kind == TICK)
    if planned and not seen.is_off:
        assert (step.kind == NOTHING) == seen.is_done_so_far
    if step.habit is not None:
        (row,) = [row for row in seen.rows if row.habit == step.habit]
        assert not row.met
        assert row.target is not None
    if step.action is not None:
        assert step.action.done_on is None
    if step.kind == NOTHING and not seen.is_off:  # no hollow square of a line is left up to today
        for row in seen.rows:
            late = [cell for cell in row.cells if cell.day <= seen.today and cell.planned]
            today = row.cells[weekday - 1]
            assert row.met or not late or (row.goal.kind == "weekdays" and today.entry)


@given(st.integers(0, 30))
def test_f02_following_it_ends(world, extra):
    """Doing what it says, again and again, reaches the end of the day."""
    calls, article = world.quota(), world.weekdays("article", (1, 3, 5))
    plans = {0: world.plan([calls, article], squares={"calls": (1, 1, 2, 3, 4)})}
    ticks = [(calls, 0, 1, ONE // 2)] * (extra % 3)
    for _times in range(10):
        history = world.history([calls, article], ticks, plans=plans)
        step = next_step(page(world, history))
        if step.kind == NOTHING:
            return
        ticks.append((step.habit, 0, WEDNESDAY))
    pytest.fail("it goes on for ever")
