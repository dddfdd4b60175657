"""Beginning again after weeks away: when it is due, and what one intent leaves behind."""

from __future__ import annotations

from datetime import date

import pytest

from lundi.habits.history import OFF, STORM
from lundi.habits.rhythms import parse_rhythm
from lundi.time.days import Moment
from lundi.time.weeks import Week
from lundi.words.errors import Refused
from storage.habits.history import read_history
from storage.habits.intents import Card
from storage.ideas.intents import read_ideas
from storage.ritual.fresh_start import begin_again, begin_with_new, is_due, put_off, read_to_begin_with
from storage.week.page import read_week
from tests.undoing import check_nothing, check_refusal, check_undo

MONDAY = "2026-10-05"  # of 2026-W41


def at(day: str) -> Moment:
    return Moment(date.fromisoformat(day), f"{day}T09:00:00")


def due(store, day: str) -> bool:
    return is_due(store, date.fromisoformat(day))


@pytest.fixture
def left(store):
    """Two habits in a committed week with two actions; then nothing but one tick on its Wednesday."""
    for name, rhythm in (("Calls", "5"), ("Article", "mon thu")):
        store.add_habit(Card(name, minimum="one message"), parse_rhythm(rhythm, at(MONDAY).week), at(MONDAY))
    store.commit_week(["Write to Ronan", "Print the card"], at(MONDAY))
    store.tick(store.find_habit("Calls"), date(2026, 10, 7), at("2026-10-07"))
    return store


def test_three_weeks_without_a_word(left):
    assert not due(left, "2026-10-27")
    assert due(left, "2026-10-28")
    assert due(left, "2027-10-28")


def test_a_commit_a_tick_or_an_action_done_is_a_word(left):
    left.commit_chosen(at("2026-10-19"))
    assert not due(left, "2026-11-08")
    assert due(left, "2026-11-09")
    left.tick(left.find_habit("Article"), date(2026, 10, 21), at("2026-10-21"))
    assert not due(left, "2026-11-10")
    week = Week.parse("2026-W41")
    action = next(iter(read_history(left.connection, week, week).actions.values()))
    left.toggle_action(action, at("2026-10-23"))
    assert not due(left, "2026-11-12")
    assert due(left, "2026-11-13")


def test_never_in_a_file_that_had_no_commit(store):
    assert not due(store, "2026-11-18")
    store.add_habit(Card("Calls"), parse_rhythm("5", at(MONDAY).week), at(MONDAY))
    store.tick(store.find_habit("Calls"), date(2026, 10, 5), at(MONDAY))
    assert not due(store, "2026-11-18")


def test_weeks_off_are_not_counted(left):
    left.mark_week(Week.parse("2026-W43"), OFF, at("2026-10-07"))
    left.mark_week(Week.parse("2026-W42"), STORM, at("2026-10-07"))  # a storm week is one like the others
    assert not due(left, "2026-11-03")
    assert due(left, "2026-11-04")
    left.mark_week(Week.parse("2026-W45"), OFF, at("2026-10-07"))
    assert not due(left, "2026-11-04")  # in a week off nothing is begun
    assert not due(left, "2026-11-10")
    assert due(left, "2026-11-11")


def test_put_off_it_comes_again_the_week_after(left, dump):
    check_nothing(left, dump, lambda: put_off(left, at("2026-10-28")))
    assert not due(left, "2026-10-28")
    assert not due(left, "2026-11-01")
    assert due(left, "2026-11-02")


def test_one_intent_commits_to_one_habit(left, dump):
    now = at("2026-10-28")
    calls = left.find_habit("Calls")
    old = Week.parse("2026-W41")
    before = read_history(left.connection, old, old)
    assert check_undo(left, dump, now, lambda: begin_again(left, calls, now)) == "a fresh start: Calls"
    plan = read_history(left.connection, now.week, now.week).plans[now.week]
    assert [line.item_id for line in plan.lines] == [calls.id]
    after = read_history(left.connection, old, old)
    assert after.plans == before.plans  # the past stays as it was
    assert set(after.actions) == set(before.actions)
    assert not due(left, "2026-10-28")


def test_never_twice_names_no_other_habit_in_the_week_of_a_fresh_start(left):
    now = at("2026-10-28")
    assert len(read_week(left, now.week, now.day).alerts) > 1
    begin_again(left, left.find_habit("Calls"), now)
    assert [row.habit.name for row in read_week(left, now.week, now.day).alerts] == ["Calls"]


def test_what_was_chosen_is_an_idea_as_if_it_were_new(left):
    now = at("2026-10-28")
    ideas = read_ideas(left, now.week)
    assert [idea.times_chosen for idea in ideas] == [1, 1]
    begin_again(left, left.find_habit("Calls"), now)
    ideas = read_ideas(left, now.week)
    assert sorted(idea.title for idea in ideas) == ["Print the card", "Write to Ronan"]
    assert not any(idea.is_carried for idea in ideas)
    assert left.connection.execute("SELECT count(*) FROM action WHERE state = 'idea'").fetchone()[0] == 2


def test_what_is_done_stays_done(left):
    week = Week.parse("2026-W41")
    action = next(iter(read_history(left.connection, week, week).actions.values()))
    left.toggle_action(action, at("2026-10-07"))
    begin_again(left, left.find_habit("Calls"), at("2026-10-28"))
    state = left.connection.execute("SELECT state, week, done_on FROM action WHERE id = ?", (action.id,)).fetchone()
    assert tuple(state) == ("chosen", "2026-W41", "2026-10-07")


def test_only_what_has_something_to_do_this_week_is_offered(left):
    now = at("2026-10-28")
    left.add_habit(Card("Newsletter"), parse_rhythm("1/4", now.week + 1), now)
    left.settle_habit(left.find_habit("Article"), now)
    assert [habit.name for habit in read_to_begin_with(left, now.day)] == ["Calls"]


def test_refused_where_the_week_is_committed_or_the_habit_has_nothing_to_do(left, dump):
    now = at("2026-10-28")
    calls = left.find_habit("Calls")
    article = left.find_habit("Article")
    left.archive_habit(article, now)
    check_refusal(left, dump, Refused, "Article", lambda: begin_again(left, article, now))
    left.commit_chosen(now)
    check_refusal(left, dump, Refused, "committed", lambda: begin_again(left, calls, now))


def test_with_a_new_habit_it_is_one_change(left, dump):
    now = at("2026-10-28")
    goal = parse_rhythm("2", now.week)
    said = check_undo(left, dump, now, lambda: begin_with_new(left, Card("Thank one client"), goal, now))
    assert said == "a fresh start: Thank one client"
    (line,) = read_history(left.connection, now.week, now.week).plans[now.week].lines
    assert line.item_id == left.find_habit("Thank").id


def test_a_new_habit_that_cannot_be_added_begins_nothing(left, dump):
    now = at("2026-10-28")
    goal = parse_rhythm("2", now.week)
    check_refusal(left, dump, Refused, "Calls", lambda: begin_with_new(left, Card("Calls"), goal, now))
