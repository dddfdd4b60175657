"""What the Monday ritual asks about single habits, and when it leaves them in peace."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lundi.habits.habit import ARCHIVED, SETTLED, TRYING, Habit, Pause
from lundi.habits.habit import GOING as UNDER_WAY
from lundi.habits.history import OFF
from lundi.habits.misses import OTHER_HOUR, SMALLER, TIME, WISH, Miss
from lundi.ritual.habit_questions import GOING, REPEATED, REVIEW, SETTLE, THOUGHT, HabitQuestion, habit_questions


@pytest.fixture
def asked(world):
    """The kinds of questions that are asked on the Monday of week 47, about one habit or several."""

    def ask(*habits, **said) -> list[str]:
        return [one.kind for one in questions(*habits, **said)]

    def questions(*habits, ticks=(), thoughts=None, misses=(), carriers=(), today=None, marks=None, trying=None):
        return habit_questions(
            world.history(habits, ticks, marks=marks),
            world.this,
            today or world.day(0),
            carriers,
            [Miss(world.this + offset, habit_id, reason) for habit_id, offset, reason in misses],
            {
                habit_id: [(world.this + offset, answer) for offset, answer in answers.items()]
                for habit_id, answers in (thoughts or {}).items()
            },
            {habit_id: world.this + offset for habit_id, offset in (trying or {}).items()},
        )

    ask.whole = questions
    return ask


@pytest.fixture
def old(world):
    """A habit of one a week, 30 weeks old, under way; its review lies ahead."""

    def habit(name="calls", since=-30, going=True, **card) -> Habit:
        card = {"review_on": world.day(9), "going_on": world.day(-20) if going else None, **card}
        return world.quota(name, 1, since=since, **card)

    return habit


def met(habit, *offsets):
    return [(habit, offset, 2) for offset in offsets]


# Reviews


def test_f21_a_habit_past_its_review_is_asked_about(world, old, asked):
    thoughts = {"calls": {-1: 4}}
    assert asked(old(review_on=world.day(0, 1)), thoughts=thoughts) == [REVIEW]
    assert asked(old(review_on=world.day(-3)), thoughts=thoughts) == [REVIEW]
    assert asked(old(review_on=world.day(0, 2)), thoughts=thoughts) == []
    assert asked(old(review_on=world.day(0, 2)), thoughts=thoughts, today=world.day(0, 2)) == [REVIEW]


def test_f21_without_a_date_thirteen_weeks_are_the_most(world, old, asked):
    habit = old(since=-13, review_on=None)
    assert asked(habit, thoughts={"calls": {-1: 4}}) == [REVIEW]
    before = world.day(0) - timedelta(1)
    assert asked(habit, thoughts={"calls": {-1: 4}}, today=before) == []


def test_f21_what_carries_the_campaign_ends_with_it(world, old, asked):
    habit, other = old(review_on=world.day(-3)), old("news", review_on=world.day(-3))
    thoughts = {"calls": {-1: 4}, "news": {-1: 4}}
    found = asked.whole(habit, other, thoughts=thoughts, carriers=["calls"])
    assert [(one.kind, one.habit) for one in found] == [(REVIEW, other)]


def test_nothing_is_asked_about_what_was_put_away(world, old, asked):
    away = {"review_on": world.day(-3), "going": False}
    misses = [("calls", offset, TIME) for offset in (-3, -2, -1)]
    for habit in (old(archived=world.day(-1), **away), old(settled_on=world.day(-1), **away)):
        ticks = met(habit, *range(-20, 0))
        assert asked(habit, ticks=ticks, misses=misses, thoughts={"calls": {-8: 1, -4: 1}}) == []


# The same reason again


def test_h45_the_same_reason_three_times_asks_for_a_change_of_the_habit(old, asked):
    habit = old()
    misses = [("calls", -13, TIME), ("calls", -5, WISH), ("calls", -4, TIME), ("calls", -1, TIME)]
    found = asked.whole(habit, misses=misses, thoughts={"calls": {-1: 4}})
    assert found == [HabitQuestion(REPEATED, habit, TIME, (SMALLER, OTHER_HOUR), 3)]
    assert asked(habit, misses=misses[1:], thoughts={"calls": {-1: 4}}) == []


def test_h45_only_when_it_was_given_once_more(old, asked):
    misses = [("calls", -5, TIME), ("calls", -4, TIME), ("calls", -2, TIME)]
    assert asked(old(), misses=misses, thoughts={"calls": {-1: 4}}) == []


# Still thinking of it


def test_h39_every_four_weeks_one_question_a_habit(old, asked):
    assert asked(old(), thoughts={"calls": {-8: 3, -4: 3}}) == [THOUGHT]
    assert asked(old(), thoughts={"calls": {-8: 3, -3: 3}}) == []
    assert asked(old(), thoughts={"calls": {-8: 3, 0: 3}}) == []
    assert asked(old(), thoughts={}) == [THOUGHT]


def test_h39_about_two_habits_a_week_those_asked_longest_ago_first(old, asked):
    habits = [old(name) for name in ("a", "b", "c", "d", "e")]
    thoughts = {"a": {-4: 3}, "b": {-6: 3}, "c": {-3: 3}, "d": {-5: 3}}

    def names(answered):
        return [one.habit.name for one in asked.whole(*habits, thoughts={**thoughts, **answered})]

    assert names({}) == ["e", "b"]
    assert names({"e": {0: 3}}) == ["b"]
    assert names({"e": {0: 3}, "b": {-6: 3, 0: 4}}) == []
    assert names({"e": {-1: 3}, "b": {-6: 3, -1: 4}}) == ["d", "a"]  # a week later


def test_h39_only_of_a_habit_four_weeks_old(world, old, asked):
    assert asked(old(since=-3)) == []
    assert asked(old(since=-4)) == [THOUGHT]
    paused = old(since=-5, pauses=(Pause(world.day(-5), world.day(-2)),))
    assert asked(paused) == []


def test_h39_answers_2_then_1_and_a_strength_of_85_propose_to_settle_it(old, asked):
    """Eleven weeks of thirteen are 84.6 %, eight are 61.5."""
    habit, answers = old(), {"calls": {-4: 2, 0: 1}}
    assert asked(habit, ticks=met(habit, *range(-11, 0)), thoughts=answers) == [SETTLE]
    assert asked(habit, ticks=met(habit, *range(-8, 0)), thoughts=answers) == []
    assert asked(habit, ticks=met(habit, *range(-11, 0)), thoughts={"calls": {-4: 2, 0: 3}}) == []


def test_h39_not_yet_holds_until_the_next_answer(old, asked):
    habit = old()
    ticks = met(habit, *range(-13, 0))
    assert asked(habit, ticks=ticks, thoughts={"calls": {-8: 2, -4: 1}}) == [SETTLE, THOUGHT]
    for ago in (-3, -2, -1):
        assert asked(habit, ticks=ticks, thoughts={"calls": {-8: 2, ago: 1}}) == []


# Going on


def test_h03_a_habit_of_five_weeks_with_four_good_ones_goes_on(old, asked):
    habit = old(since=-5, going=False)
    thoughts = {"calls": {-1: 4}}
    (question,) = asked.whole(habit, ticks=met(habit, -5, -4, -2, -1), thoughts=thoughts)
    assert question == HabitQuestion(GOING, habit, count=4)
    assert asked(habit, ticks=met(habit, -5, -4, -1), thoughts=thoughts) == []
    in_its_fifth = old(since=-4, going=False)
    assert asked(in_its_fifth, ticks=met(in_its_fifth, -4, -3, -2, -1), thoughts=thoughts) == [GOING]
    too_young = old(since=-3, going=False)
    assert asked(too_young, ticks=met(too_young, -3, -2, -1, 0), thoughts=thoughts) == []


def test_h03_still_trying_holds_for_four_weeks(old, asked):
    habit, thoughts = old(since=-9, going=False), {"calls": {-1: 4}}
    ticks = met(habit, *range(-8, 0))
    assert asked(habit, ticks=ticks, thoughts=thoughts, trying={"calls": -4}) == [GOING]
    for ago in (-3, -1, 0):
        assert asked(habit, ticks=ticks, thoughts=thoughts, trying={"calls": ago}) == []


def test_h03_it_is_proposed_once_and_never_after_it_goes_on(old, asked):
    habit = old(since=-5)
    assert asked(habit, ticks=met(habit, -5, -4, -2, -1), thoughts={"calls": {-1: 4}}) == []


def test_h03_weeks_off_are_no_good_weeks_and_no_bad_ones(old, asked):
    habit = old(since=-6, going=False)
    ticks = met(habit, -6, -5, -3, -2, -1)
    thoughts = {"calls": {-1: 4}}
    assert asked(habit, ticks=ticks, thoughts=thoughts, marks={-4: OFF}) == [GOING]
    assert asked(habit, ticks=met(habit, -6, -4, -2, -1), thoughts=thoughts, marks={-4: OFF}) == []


def test_the_order_in_which_they_are_asked(world, old, asked):
    first = old("first", going=False)
    second = old("second", review_on=world.day(-1))
    found = asked.whole(
        first,
        second,
        ticks=met(first, *range(-13, 0)) + met(second, *range(-13, 0)),
        misses=[("first", offset, TIME) for offset in (-3, -2, -1)],
        thoughts={"first": {-8: 1, -4: 1}},
    )
    assert [(one.kind, one.habit.name) for one in found] == [
        (REVIEW, "second"),
        (REPEATED, "first"),
        (SETTLE, "first"),
        (GOING, "first"),
        (THOUGHT, "second"),
        (THOUGHT, "first"),
    ]


def test_h03_the_words_of_a_habits_life(world):
    def of(**card):
        return world.quota(**card).stage

    day = world.day(-1)
    assert of() == TRYING
    assert of(going_on=day) == UNDER_WAY
    assert of(settled_on=day) == of(going_on=day, settled_on=day) == SETTLED
    assert of(archived=day) == of(archived=day, settled_on=day) == ARCHIVED
