"""Looking back as it is read from the file: the sample year, and weeks written one after the other."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lundi.habits.history import OFF
from lundi.habits.misses import TIME, WISH, Miss
from lundi.habits.reviews import Review
from lundi.habits.rhythms import parse_rhythm
from lundi.ritual.habit_questions import GOING, REPEATED, REVIEW, SETTLE, THOUGHT
from lundi.ritual.look_back import FIRST, LIGHTEN, NORMAL, STABLE, UNPLANNED, LookBack
from lundi.time.days import Moment
from lundi.time.weeks import Week
from lundi.words.amounts import ONE
from storage.habits.intents import Card
from storage.habits.reviews import write_miss, write_review, write_thought
from storage.habits.seasons import is_check_week
from storage.ritual.habit_questions import keep_trying, read_habit_questions
from storage.ritual.look_back import read_look_back
from storage.settings import change_settings
from storage.store import Store

THIS = Week.parse("2026-W47")


def at(offset: int, weekday: int = 1) -> Moment:
    day = (THIS + offset).days[weekday - 1]
    return Moment(day, f"{day}T09:00:00")


def habit_of(store: Store, name: str = "Calls"):
    return next(habit for habit in store.habits() if habit.name == name)


def back_on(store: Store, offset: int = -1) -> LookBack:
    return read_look_back(store, THIS + offset, at(0, 3).day)


def asked(store: Store) -> list[tuple[str, str]]:
    return [(one.kind, one.habit.name) for one in read_habit_questions(store, THIS, at(0).day)]


@pytest.fixture
def calls(store):
    """Twenty calls a week, since three weeks before this one; every Monday is committed."""
    store.add_habit(Card("Calls", minutes=10), parse_rhythm("20", THIS + -3), at(-3))
    for offset in (-3, -2, -1):
        store.commit_chosen(at(offset))
    return store


def tick(store: Store, offset: int, count: int, name: str = "Calls") -> None:
    store.tick(habit_of(store, name), at(offset, 2).day, at(offset, 2), count=count)


# The sample year


@pytest.fixture
def year(sample):
    with Store.open(str(sample)) as store:
        yield store


def test_last_week_of_the_sample_year(year):
    back = back_on(year)
    assert (back.kind, back.score.points, back.score.held, back.held_from) == (NORMAL, 87, True, 85)
    assert ([score.points for score in back.scores][-4:], back.trend) == ([100, 85, 82, 87], STABLE)
    assert [(line.name, line.done // ONE, line.target) for line in back.done] == [
        ("Calls", 4, 5),
        ("Monday article", 1, 1),
        ("Ask a client how it goes", 1, 2),
        ("Half an hour of study", 1, 1),
        ("One service done today", 4, 5),
        ("Ask Odile to mention me", 1, None),
        ("Read the price page aloud", 1, None),
    ]
    assert (back.promised, back.kept, back.off_plan) == (16, 13, 0)
    assert (back.minutes_planned, back.minutes_kept) == (190, 167)
    assert [missed.habit.name for missed in back.missed] == [
        "Calls", "Ask a client how it goes", "One service done today"
    ]  # fmt: skip
    assert (back.letters, back.obstacles, back.load) == ((True,) * 5, (), "")


def test_h39_the_article_is_the_only_one_proposed_to_be_settled(year):
    assert [name for kind, name in asked(year) if kind == SETTLE] == ["Monday article"]


def test_the_first_week_of_the_sample_year_and_the_one_before_it(year):
    assert (back_on(year, -52).kind, len(back_on(year, -52).scores)) == (NORMAL, 1)
    assert back_on(year, -53).kind == FIRST
    assert back_on(year, -22).kind == UNPLANNED


def test_d05_the_answer_appears_at_the_next_look_back(year):
    assert back_on(year, -19).better == "one voice message is enough"
    assert back_on(year, -18).better == "Tuesday, 9 o’clock, one call only"


def test_d26_obstacles_of_thirteen_weeks(year):
    assert dict(back_on(year, -18).obstacles) == {TIME: 4, WISH: 1, "other": 1}
    assert back_on(year, -18).obstacles[0] == (TIME, 4)


# Weeks written one after the other


def test_an_empty_file_has_nothing_to_look_back_on(store):
    back = back_on(store)
    assert (back.kind, back.done, back.scores, back.letters) == (FIRST, (), (), (False,) * 5)
    assert asked(store) == []


def test_84_9_shows_84_and_is_not_held(calls):
    store = calls
    tick(store, -1, 16)
    store.tick(habit_of(store), at(-1, 3).day, at(-1, 3), amount=980)
    assert (back_on(store).score.points, back_on(store).score.held) == (84, False)
    store.tick(habit_of(store), at(-1, 3).day, at(-1, 3), amount=20)
    assert (back_on(store).score.points, back_on(store).score.held) == (85, True)


def test_h26_what_is_added_after_the_commit_never_counts(calls):
    tick(calls, -1, 10)
    before = back_on(calls)
    calls.add_habit(Card("News"), parse_rhythm("2", THIS + -1), at(-1, 3))
    assert back_on(calls) == before
    calls.tick(habit_of(calls, "News"), at(-1, 4).day, at(-1, 4))
    after = back_on(calls)
    assert (after.score, after.done, after.off_plan) == (before.score, before.done, 1)


def test_h43_a_target_changed_on_monday_leaves_last_weeks_score_alone(calls):
    tick(calls, -1, 10)
    before = back_on(calls)
    calls.edit_habit(habit_of(calls), Card.of(habit_of(calls)), parse_rhythm("10", THIS), at(0))
    after = back_on(calls)
    assert habit_of(calls).goal_in(THIS).target == 10
    assert (after.score, after.done, after.promised) == (before.score, before.done, 20)
    assert after.score.points == 50


def test_another_threshold_leaves_the_verdicts_of_weeks_committed_before_alone(calls):
    tick(calls, -1, 16)
    before = back_on(calls)
    assert (before.held_from, before.score.points, before.score.held) == (85, 80, False)
    change_settings(calls, {"held_from": "80"}, at(0))
    assert back_on(calls) == before
    calls.commit_chosen(at(0))
    tick(calls, 0, 16)
    after = read_look_back(calls, THIS, at(1).day)
    assert (after.held_from, after.score.held) == (80, True)


@pytest.mark.parametrize(("third", "load"), [(11, LIGHTEN), (12, "")])
def test_h15_three_weeks_running_under_60(calls, third, load):
    for offset, count in ((-3, 11), (-2, 8), (-1, third)):
        tick(calls, offset, count)
    assert back_on(calls).load == load


def test_h10_minutes_planned_and_kept(store):
    """Five calls of ten minutes, an article of ninety, half an hour of study: 2 h 50."""
    for name, rhythm, minutes in (("Calls", "5", 10), ("Article", "mon", 90), ("Study", "1", 30)):
        store.add_habit(Card(name, minutes=minutes), parse_rhythm(rhythm, THIS + -1), at(-1))
    store.commit_chosen(at(-1))
    tick(store, -1, 3)
    assert (back_on(store).minutes_planned, back_on(store).minutes_kept) == (170, 30)


def test_a_reason_is_shown_where_it_was_given_and_can_be_taken_back(calls):
    miss = Miss(THIS + -1, habit_of(calls).id, TIME)
    write_miss(calls, miss, "Calls", at(0))
    assert [missed.reason for missed in back_on(calls).missed] == [TIME]
    assert back_on(calls).obstacles == ((TIME, 1),)
    write_miss(calls, Miss(miss.week, miss.habit_id, ""), "Calls", at(0))
    assert [missed.reason for missed in back_on(calls).missed] == [""]


def test_d26_thirteen_weeks_and_no_more(calls):
    for offset in (-14, -13, -1, 0):
        write_miss(calls, Miss(THIS + offset, habit_of(calls).id, TIME), "Calls", at(0))
    assert back_on(calls).obstacles == ((TIME, 2),)


def test_h18_letters_of_a_week(calls):
    tick(calls, -1, 1)
    assert back_on(calls).letters == (False, False, True, True, False)
    write_review(calls, Review(THIS + -1), at(0))  # nothing said: looked back on all the same
    write_review(calls, Review(THIS + -2, better="earlier"), at(-1))
    assert back_on(calls).letters == (True, False, True, True, True)
    assert back_on(calls).better == "earlier"


def test_weeks_off_of_half_a_year_are_looked_over(calls):
    later = THIS + 30
    for offset in range(30):
        calls.mark_week(THIS + offset, OFF, at(0))
    tick(calls, -1, 20)
    back = read_look_back(calls, later + -1, later.monday)
    assert [score.points for score in back.scores] == [0, 0, 100]


# Questions about habits


def test_h45_three_times_no_time_and_the_ritual_proposes_something_smaller(calls):
    for offset in (-3, -2, -1):
        assert asked(calls) == []
        write_miss(calls, Miss(THIS + offset, habit_of(calls).id, TIME), "Calls", at(offset + 1))
    (question,) = read_habit_questions(calls, THIS, at(0).day)
    assert (question.kind, question.reason, question.count) == (REPEATED, TIME, 3)
    assert question.asks_for[0] == "smaller"


@pytest.mark.parametrize(("earliest", "kinds"), [(-13, [(REPEATED, "Calls")]), (-14, [])])
def test_h45_over_thirteen_weeks_and_no_more(calls, earliest, kinds):
    for offset in (earliest, -2, -1):
        write_miss(calls, Miss(THIS + offset, habit_of(calls).id, TIME), "Calls", at(0))
    assert asked(calls) == kinds


def test_h39_an_answer_holds_for_four_weeks(year):
    article, client = habit_of(year, "Monday article"), habit_of(year, "Ask a client how it goes")
    assert {(SETTLE, article.name), (THOUGHT, client.name)} <= set(asked(year))
    for habit in (article, client):
        write_thought(year, habit.id, habit.name, THIS, 4, at(0))
    assert not {(SETTLE, article.name), (THOUGHT, article.name), (THOUGHT, client.name)} & set(asked(year))


def test_h03_trying_goes_on_once_it_is_said(store):
    store.add_habit(Card("Calls"), parse_rhythm("1", THIS + -5), at(-5))
    for offset in (-5, -3, -2, -1):
        tick(store, offset, 1)
    assert asked(store) == [(GOING, "Calls"), (THOUGHT, "Calls")]
    keep_trying(store, habit_of(store), at(0))
    assert asked(store) == [(THOUGHT, "Calls")]
    keep_trying(store, habit_of(store), at(-4))
    assert asked(store) == [(GOING, "Calls"), (THOUGHT, "Calls")]
    store.go_on(habit_of(store), at(0))
    assert asked(store) == [(THOUGHT, "Calls")]


def test_f21_a_review_that_is_due_until_it_is_kept(store):
    store.add_habit(Card("Calls"), parse_rhythm("1", THIS + -13), at(-13))
    assert asked(store)[0] == (REVIEW, "Calls")
    store.keep_habit(habit_of(store), at(0))
    assert REVIEW not in dict(asked(store))
    assert habit_of(store).review_day == at(0).day + timedelta(weeks=13)


def test_f21_a_habit_ends_with_the_campaign_that_it_carries(year):
    year.connection.execute("UPDATE habit SET review_on = '2026-11-16'")
    reviewed = {name for kind, name in asked(year) if kind == REVIEW}
    assert reviewed == {"Monday article", "Half an hour of study"}
    year.connection.execute("DELETE FROM focus")  # no campaign under way
    assert len([kind for kind, _name in asked(year) if kind == REVIEW]) == 5


# The quarterly check


def test_f08_the_ritual_of_the_thirteenth_week_has_the_check(calls):
    checks = [offset for offset in range(-3, 30) if is_check_week(calls, THIS + offset)]
    assert checks == [9, 22]  # the thirteenth from the first commit on, and the thirteenth after it
    change_settings(calls, {"season_weeks": "4"}, at(0))
    assert [offset for offset in range(-3, 8) if is_check_week(calls, THIS + offset)] == [0, 4]


def test_f08_there_is_none_before_the_first_commit(store):
    assert not any(is_check_week(store, THIS + offset) for offset in range(60))
    change_settings(store, {"season_start": "2026-11-02"}, at(0))
    assert [offset for offset in range(60) if is_check_week(store, THIS + offset)][:2] == [10, 23]
