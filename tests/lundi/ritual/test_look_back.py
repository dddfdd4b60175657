"""Looking back on a week: what is said of it, and what the last ones ask for."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from lundi.habits.habit import PLAN, QUOTA, STUDY, TRACK, Goal, Habit
from lundi.habits.history import OFF as WEEK_OFF
from lundi.habits.history import STORM, Action, BeyondHistory, History
from lundi.habits.misses import TIME, WISH, Miss
from lundi.habits.plans import Plan
from lundi.habits.reviews import Review
from lundi.ritual.look_back import (
    DOWN,
    FIRST,
    LETTERS,
    LIGHTEN,
    LIGHTER,
    NORMAL,
    OFF,
    STABLE,
    UNPLANNED,
    UP,
    LineDone,
    LookBack,
    look_back,
)
from lundi.week.page import Past, week_page


@pytest.fixture
def last(world):
    """Look back on last week, on the Wednesday of this one."""

    def back(history: History, *, offset=-1, first=-30, reviews=(), misses=(), **settings) -> LookBack:
        written = {
            world.this + week: Review(world.this + week, better=better) for week, better in dict(reviews).items()
        }
        return look_back(
            history, world.this + offset, world.day(0, 3), world.this + first, written, misses, **settings
        )  # fmt: skip

    return back


def scored(world, points, marks=None, target=100):
    """A file whose last weeks have these scores, the latest last; None has no plan."""
    calls = world.quota(target=target, since=-len(points))
    ticks, plans = [], {}
    for offset, share in enumerate(points, -len(points)):
        if share is not None:
            ticks.append((calls, offset, 2, share * 1000))
            plans[offset] = world.plan([calls], on=world.day(offset))
    return world.history([calls], ticks, plans=plans, marks=marks)


def letters(back: LookBack) -> str:
    """Those that were fed."""
    return "".join(letter for letter, fed in zip(LETTERS, back.letters, strict=True) if fed)


# What was done, promised and kept


def test_h07_the_gap_is_what_was_promised_minus_what_was_done(world, last):
    """Nine promised, six done: a surplus on one line fills no other."""
    calls, article, news = world.quota("calls", 5), world.weekdays("article", (1,)), world.quota("news", 2)
    ticks = [(calls, -1, 2, 7000), (news, -1, 3)]
    history = world.history([calls, article, news], ticks, plans={-1: world.plan([calls, article, news])})
    back = last(history)
    assert (back.promised, back.kept, back.promised - back.kept) == (8, 6, 2)
    action = world.action("write")
    history = world.history(
        [calls, article, news], ticks, plans={-1: world.plan([calls, article, news], [action])}, actions=[action]
    )
    back = last(history)
    assert (back.promised, back.kept, back.promised - back.kept) == (9, 6, 3)


def test_h07_parts_are_added_before_they_are_floored(world, last):
    calls, news = world.quota("calls", 5), world.quota("news", 2)
    history = world.history(
        [calls, news], [(calls, -1, 2, 2500), (news, -1, 3, 1500)], plans={-1: world.plan([calls, news])}
    )
    assert (last(history).promised, last(history).kept) == (7, 4)
    one_less = world.history(
        [calls, news], [(calls, -1, 2, 2500), (news, -1, 3, 1499)], plans={-1: world.plan([calls, news])}
    )
    assert last(one_less).kept == 3


def test_the_lines_in_the_plans_order_habits_first(world, last):
    calls, article = world.quota("calls", 5), world.weekdays("article", (1, 2))
    done, undone = world.action("done", world.day(-1, 4)), world.action("undone", world.day(0, 1))
    history = world.history(
        [calls, article],
        [(calls, -1, 2, 6500), (article, -1, 1), (article, -1, 1)],
        plans={-1: world.plan([article, calls], [undone, done])},
        actions=[undone, done],
    )
    assert last(history).done == (
        LineDone("article", 1000, 2, False),  # a day is done once
        LineDone("calls", 6500, 5, True),
        LineDone("undone", 0, None, False),  # carried over: it counts in the week in which it was done
        LineDone("done", 1000, None, True),
    )


def test_habits_come_first_wherever_a_plan_has_them(world, last):
    calls, action = world.quota("calls", 5), world.action("write")
    plan = world.plan([calls], [action])
    mixed = Plan(plan.committed_on, plan.held_from, plan.lines[::-1])
    back = last(world.history([calls], plans={-1: mixed}, actions=[action]))
    assert [line.name for line in back.done] == ["calls", "write"]


def test_a_line_without_a_day_left_is_no_line(world, last):
    article, calls = world.weekdays("article", (1,)), world.quota("calls", 2)
    history = world.history(
        [article, calls], [(calls, -1, 1)], plans={-1: world.plan([article, calls])}, days_off=[(-1, 1)]
    )
    back = last(history)
    assert [line.name for line in back.done] == ["calls"]
    assert (back.promised, back.kept, back.missed[0].habit) == (2, 1, calls)


def test_a_plan_without_a_line_left(world, last):
    article = world.weekdays("article", (1,))
    back = last(world.history([article], plans={-1: world.plan([article])}, days_off=[(-1, 1)]))
    assert (back.kind, back.score.points, back.done, back.promised, back.missed) == (NORMAL, None, (), 0, ())
    assert back.scores == ()


def test_in_a_storm_week_one_of_each_is_promised(world, last):
    calls, article = world.quota("calls", 5, minutes=10), world.weekdays("article", (1, 3), minutes=75)
    history = world.history(
        [calls, article], [(calls, -1, 4, 500)], plans={-1: world.plan([calls, article])}, marks={-1: STORM}
    )
    back = last(history)
    assert (back.kind, back.promised, back.kept) == (NORMAL, 2, 1)
    assert back.done == (LineDone("calls", 500, 1, True), LineDone("article", 0, 1, False))
    assert (back.minutes_planned, back.minutes_kept) == (85, 10)
    assert [(miss.habit, miss.days) for miss in back.missed] == [(article, (world.day(-1, 1),))]


def test_h10_minutes_planned_and_kept(world, last):
    """Five calls of ten minutes, an article of ninety, half an hour of study: 2 h 50."""
    calls = world.quota("calls", 5, minutes=10)
    article, study = world.weekdays("article", (1,), minutes=90), world.quota("study", 1, minutes=30)
    thanks = world.quota("thanks", 3)  # doesn't say its minutes
    habits = [calls, article, study, thanks]
    ticks = [(calls, -1, 1, 7000), (study, -1, 5), (thanks, -1, 5)]
    back = last(world.history(habits, ticks, plans={-1: world.plan(habits)}))
    assert (back.minutes_planned, back.minutes_kept) == (170, 80)


def test_h10_minutes_are_floored(world, last):
    calls = world.quota("calls", 3, minutes=10)
    back = last(world.history([calls], [(calls, -1, 1, 1999)], plans={-1: world.plan([calls])}))
    assert (back.minutes_planned, back.minutes_kept) == (30, 19)


# Outside the plan


def test_h26_one_unplanned_act_leaves_the_score_alone(world, last):
    calls, added = world.quota("calls", 2), world.quota("news", 1)
    plans = {-1: world.plan([calls])}
    before = last(world.history([calls, added], [(calls, -1, 1)], plans=plans))
    after = last(world.history([calls, added], [(calls, -1, 1), (added, -1, 2)], plans=plans))
    assert (before.off_plan, after.off_plan) == (0, 1)
    assert before.score == after.score
    assert (before.done, before.promised, before.kept) == (after.done, after.promised, after.kept)


def test_h26_settled_habits_and_actions_chosen_later_are_outside_the_plan(world, last):
    calls, settled = world.quota("calls", 2), world.quota("article", 1, settled_on=world.day(-20))
    planned, outside = world.action("planned", world.day(-1, 2)), world.action("outside", world.day(-1, 3))
    late = world.action("late", world.day(0, 1))
    history = world.history(
        [calls, settled],
        [(calls, -1, 1, 9000), (settled, -1, 1), (settled, -1, 1, 3000)],
        plans={-1: world.plan([calls], [planned])},
        actions=[planned, outside, late],
    )
    assert last(history).off_plan == 3  # two ticks, one action; a surplus is of the plan


def test_h26_an_action_of_an_earlier_plan_is_of_no_plan_in_the_week_it_was_done(world, last):
    calls, carried = world.quota("calls", 1), world.action("carried", world.day(-1, 2))
    plans = {-2: world.plan([calls], [carried]), -1: world.plan([calls])}
    assert last(world.history([calls], plans=plans, actions=[carried])).off_plan == 1
    plans = {-2: world.plan([calls], [carried]), -1: world.plan([calls], [carried])}
    assert last(world.history([calls], plans=plans, actions=[carried])).off_plan == 0


# Weeks of other kinds


def test_before_the_first_week_there_is_nothing_to_look_back_on(world, last):
    calls = world.quota(since=0)
    back = last(world.history([calls], plans={0: world.plan([calls])}), first=0)
    assert (back.kind, back.done, back.missed, back.scores, back.trend) == (FIRST, (), (), (), "")
    assert letters(back) == ""


def test_the_first_week_itself_is_a_week(world, last):
    calls = world.quota(since=-1)
    assert last(world.history([calls], plans={-1: world.plan([calls])}), first=-1).kind == NORMAL
    assert last(world.history([calls]), first=-1).kind == UNPLANNED


def test_f24_a_week_off_counts_as_nothing_at_all(world, last):
    calls = world.quota()
    history = world.history(
        [calls], [(calls, -1, 1), (calls, -2, 1, 5000)],
        plans={-1: world.plan([calls]), -2: world.plan([calls])}, marks={-1: WEEK_OFF},
    )  # fmt: skip
    back = last(history)
    assert (back.kind, back.score.points) == (OFF, None)
    assert (back.done, back.missed, back.promised, back.kept, back.off_plan, back.minutes_kept) == ((), (), 0, 0, 0, 0)
    assert [score.points for score in back.scores] == [100]
    assert history.streak(calls, world.this) == 1


def test_a_week_without_a_plan_shows_what_was_done_and_has_no_score(world, last):
    calls, article = world.quota("calls", 5, minutes=10), world.weekdays("article")
    settled, talk = world.quota("settled", 1, settled_on=world.day(-9)), world.every("talk", 2, due=0)
    action = world.action("write", world.day(-1, 4))
    history = world.history(
        [calls, article, settled, talk],
        [(calls, -1, 1, 3000), (settled, -1, 1), (talk, -1, 2)],
        actions=[action, world.action("other")],
    )
    back = last(history)
    assert (back.kind, back.score.points, back.held_from) == (UNPLANNED, None, 85)
    assert back.done == (
        LineDone("calls", 3000, 5, False),
        LineDone("settled", 1000, 1, True),
        LineDone("talk", 1000, None, True),  # not due: nothing was asked for
        LineDone("write", 1000, None, True),
    )
    assert (back.promised, back.kept, back.off_plan, back.missed) == (0, 0, 0, ())
    assert (back.minutes_planned, back.minutes_kept) == (0, 30)
    assert last(history, held_from=70).held_from == 70


def test_weeks_without_a_plan_right_before_it(world, last):
    points = [100, None, None, 90, None, None, None, 80]
    assert last(scored(world, points), first=-8).unplanned_before == 3
    assert last(scored(world, points), first=-8, offset=-4).unplanned_before == 0
    assert last(scored(world, points), first=-8, offset=-2).unplanned_before == 2
    assert last(scored(world, points, {-3: WEEK_OFF}), first=-8).unplanned_before == 2
    assert last(scored(world, [None, None, 80]), first=-3).unplanned_before == 2


def test_the_threshold_is_that_of_the_week(world, last):
    calls = world.quota(target=5)
    history = world.history([calls], [(calls, -1, 1, 4000)], plans={-1: world.plan([calls], held_from=80)})
    back = last(history, held_from=85)
    assert (back.held_from, back.score.points, back.score.held) == (80, 80, True)


# What was missed


def test_what_was_missed_with_its_days_and_its_reason(world, last):
    calls, article = world.quota("calls", 3), world.weekdays("service", (1, 2, 3, 4, 5))
    met = world.quota("met", 1)
    habits = [calls, article, met]
    history = world.history(
        habits,
        [(calls, -1, 2), (article, -1, 1), (article, -1, 3), (article, -1, 6), (met, -1, 1)],
        plans={-1: world.plan(habits, squares={"calls": (2, 4, 4), "met": (1,)})},
    )
    misses = [Miss(world.this + -1, "calls", TIME), Miss(world.this + -2, "service", WISH)]
    first, second = last(history, misses=misses).missed
    assert (first.habit, first.done, first.target, first.reason) == (calls, 1000, 3, TIME)
    assert first.days == (world.day(-1, 4),)
    assert (second.habit, second.done, second.target, second.reason) == (article, 3000, 5, "")
    assert second.days == (world.day(-1, 4), world.day(-1, 5))  # Saturday made up for Tuesday


def test_days_off_and_excused_days_are_not_missed(world, last):
    service = world.weekdays("service", (1, 2, 3, 4))
    history = world.history(
        [service], plans={-1: world.plan([service])}, days_off=[(-1, 1)], excuses=[(service, -1, 2)]
    )
    (missed,) = last(history).missed
    assert (missed.target, missed.days) == (2, (world.day(-1, 3), world.day(-1, 4)))


def test_of_a_habit_that_was_put_away_nothing_is_asked(world, last):
    archived = world.weekdays("archived", (1, 5), archived=world.day(-1, 3))
    settled = world.quota("settled", 2, settled_on=world.day(0, 1))
    history = world.history([archived, settled], plans={-1: world.plan([archived, settled])})
    back = last(history)
    assert [line.name for line in back.done] == ["archived", "settled"]  # lines all the same: the score counts them
    assert (back.promised, back.missed) == (4, ())


def test_a_square_of_the_week_is_hollow_where_a_day_is_said_to_be_missed(world, last):
    """The Week draws the same days, where every tick is worth one."""
    calls = world.quota("calls", 4)
    history = world.history(
        [calls], [(calls, -1, 7), (calls, -1, 3)], plans={-1: world.plan([calls], squares={"calls": (1, 3, 3, 5)})}
    )
    page = week_page(history, world.this + -1, world.day(0, 3), Past({}, ()), {})
    (missed,) = last(history).missed
    assert missed.days == tuple(cell.day for cell in page.rows[0].cells if cell.planned) == (
        world.day(-1, 3), world.day(-1, 5)
    )  # fmt: skip


# The last weeks


def test_the_last_eight_scores_and_their_trend(world, last):
    back = last(scored(world, [100, 50, 50, 50, 50, 55, 55, 55, 54]))
    assert [score.points for score in back.scores] == [50, 50, 50, 50, 55, 55, 55, 54]
    assert back.trend == STABLE  # 4.75 points
    assert last(scored(world, [50, 50, 50, 50, 55, 55, 55, 55])).trend == UP
    assert last(scored(world, [55, 55, 55, 55, 50, 50, 50, 50])).trend == DOWN
    assert last(scored(world, [55, 55, 55, 55, 51, 50, 50, 50])).trend == STABLE
    assert last(scored(world, [50, 50, 50, 0, 55, 55, 55])).trend == ""


def test_weeks_off_and_without_a_plan_are_passed_over(world, last):
    history = scored(world, [10, 20, None, 30, 40, 50, None, None, 60], {-6: WEEK_OFF})
    assert [score.points for score in last(history, first=-9).scores] == [10, 20, 40, 50, 60]


def test_the_scores_are_looked_for_as_far_back_as_the_file_goes(world, last):
    calls = world.quota()
    plans = {-25: world.plan([calls]), -1: world.plan([calls])}
    assert len(last(world.history([calls], plans=plans), first=-25).scores) == 2
    short = History(world.this + -9, [calls], plans={world.this + -1: world.plan([calls])})
    with pytest.raises(BeyondHistory):
        last(short, first=-25)
    assert len(last(short, first=-9).scores) == 1


def test_h15_three_weeks_running_under_60_offer_something_lighter(world, last):
    assert last(scored(world, [55, 40, 58])).load == LIGHTEN
    assert last(scored(world, [55, 40, 61])).load == ""
    assert last(scored(world, [55, 40])).load == ""
    assert last(scored(world, [90, 55, 40, 58])).load == LIGHTEN


def test_h15_weeks_off_and_without_a_plan_are_not_counted(world, last):
    assert last(scored(world, [55, None, 40, 58])).load == LIGHTEN
    assert last(scored(world, [55, 90, 40, 58], {-3: WEEK_OFF})).load == LIGHTEN
    assert last(scored(world, [55, 40, 58, 90], {-1: WEEK_OFF})).load == LIGHTEN  # nobody looked back before the rest
    assert last(scored(world, [55, 90, 40, 58], {-3: STORM})).load == ""


def test_f24_four_weeks_running_above_what_was_planned(world, last):
    assert last(scored(world, [12, 11, 15, 11], target=10)).load == LIGHTER
    assert last(scored(world, [12, 11, 15], target=10)).load == ""
    assert last(scored(world, [12, 11, 15, 10], target=10)).load == ""
    assert last(scored(world, [12, None, 11, 9, 15, 11], {-3: WEEK_OFF}, target=10)).load == LIGHTER


def test_f24_a_storm_week_asks_for_little_and_is_never_too_much(world, last):
    assert last(scored(world, [12, 11, 15, 11], {-2: STORM}, target=10)).load == ""


def test_f24_what_is_missing_on_one_line_weighs_against_the_surplus_of_another(world, last):
    calls, news = world.quota("calls", 10), world.quota("news", 10)
    plans = {offset: world.plan([calls, news]) for offset in range(-4, 0)}
    ticks = [(habit, offset, 1, done) for offset in range(-4, 0) for habit, done in ((calls, 13_000), (news, 7000))]
    assert last(world.history([calls, news], ticks, plans=plans)).load == ""  # 100 %
    more = [(calls, offset, 2, 100) for offset in range(-4, 0)]
    assert last(world.history([calls, news], ticks + more, plans=plans)).load == LIGHTER


def test_f24_four_weeks_running_above_the_minutes_budget(world, last):
    calls, settled = world.quota("calls", 5, minutes=30), world.quota("old", 1, minutes=60, settled_on=world.day(-20))
    plans = {offset: world.plan([calls, world.quota("news", 9)]) for offset in range(-4, 0)}
    ticks = [(calls, offset, 1, 4000) for offset in range(-4, 0)] + [(settled, offset, 1) for offset in range(-4, 0)]
    actions = [
        Action(f"action {offset}", "write", world.day(offset, 2), world.this + offset, 60) for offset in range(-4, 0)
    ]
    history = world.history([calls, settled], ticks, plans=plans, actions=actions)
    assert last(history).load == ""  # 240 minutes of 240
    assert last(history, budget=239).load == LIGHTER
    assert last(world.history([calls, settled], ticks, plans=plans, actions=actions[1:]), budget=239).load == ""


def test_d05_what_was_to_be_better_is_shown_a_week_later(world, last):
    history = scored(world, [90, 90])
    assert last(history, reviews={-2: "one call more", -1: "not yet"}).better == "one call more"
    assert last(history, reviews={-1: "not yet"}).better == ""


def test_d26_what_stood_in_the_way_and_how_often(world, last):
    misses = [Miss(world.this + offset, "calls", TIME) for offset in (-9, -5, -2)]
    misses.append(Miss(world.this + -2, "article", WISH))
    assert last(scored(world, [90]), misses=misses).obstacles == ((TIME, 3), (WISH, 1))


# C S P A T


def test_h18_a_week_with_plan_ticks_and_reviews_but_no_study(world, last):
    calls, study = world.quota("calls", 5), world.quota("study", 1, letter=STUDY)
    plans = {-1: world.plan([calls, study])}
    reviews = {-2: "", -1: ""}
    back = last(world.history([calls, study], [(calls, -1, 1)], plans=plans), reviews=reviews)
    assert letters(back) == "CPAT"
    assert "".join(LETTERS) == "CSPAT"
    fed = last(world.history([calls, study], [(calls, -1, 1), (study, -1, 5)], plans=plans), reviews=reviews)
    assert letters(fed) == "CSPAT"


@pytest.mark.parametrize(
    ("letter", "fed"), [("", ""), ("C", {-2: ""}), ("T", {-1: ""}), ("CT", {-2: "", -1: ""}), ("", {-3: "", 0: ""})]
)
def test_h18_the_course_by_the_ritual_before_and_tracking_by_the_one_after(world, last, letter, fed):
    assert letters(last(world.history([world.quota()]), reviews=fed)) == letter


def test_h18_a_study_alone_is_no_act_and_an_action_is_one(world, last):
    study, other = world.quota("study", 1, letter=STUDY), world.quota("plan", 1, letter=PLAN)
    assert letters(last(world.history([study], [(study, -1, 1)]))) == "S"
    assert letters(last(world.history([study], [(study, -2, 1), (study, 0, 1)]))) == ""
    assert letters(last(world.history([study], actions=[world.action("write", world.day(-1, 3))]))) == "A"
    assert letters(last(world.history([study], actions=[world.action("write", world.day(0, 1))]))) == ""
    assert letters(last(world.history([other], [(other, -1, 1)]))) == "A"


# Known figures


def test_a_week_of_seven_lines_of_which_six_are_done(world, last):
    habits = [world.quota(f"habit {number}", 1, letter=TRACK) for number in range(7)]
    history = world.history(habits, [(habit, -1, 1) for habit in habits[:6]], plans={-1: world.plan(habits)})
    back = last(history)
    assert (back.score.points, back.score.held, back.promised, back.kept) == (85, True, 7, 6)
    assert [missed.habit for missed in back.missed] == habits[6:]


def test_84_9_shows_84_and_is_not_held(world, last):
    back = last(scored(world, [849], target=1000))
    assert (back.score.share, back.score.points, back.score.held) == (Fraction(849, 1000), 84, False)


def test_h43_a_goal_changed_on_monday_leaves_last_week_alone(world, last):
    calls = Habit(
        "calls", "calls", 1, date(2026, 1, 5),
        (Goal(world.this + -30, QUOTA, 10), Goal(world.this, QUOTA, 5)), minutes=10,
    )  # fmt: skip
    back = last(world.history([calls], [(calls, -1, 1, 5000)], plans={-1: world.plan([calls])}))
    assert (back.score.points, back.promised, back.kept, back.missed[0].target) == (50, 10, 5, 10)
    assert (back.minutes_planned, back.minutes_kept) == (100, 50)
