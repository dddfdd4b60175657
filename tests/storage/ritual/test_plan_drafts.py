"""Whatever was drafted, and on whatever day: what is shown is what is committed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lundi.habits.habit import WEEKDAYS
from lundi.habits.plans import HABIT, squares_of_digits
from lundi.habits.rhythms import parse_rhythm
from lundi.time.days import Moment
from lundi.time.weeks import Week
from storage.file.undo import undo
from storage.habits.history import read_history
from storage.habits.intents import Card
from storage.ritual.plan import read_plan_page
from storage.store import Store

WEEK = Week.parse("2026-W47")
RHYTHMS = {"Calls": "5", "Article": "mon thu", "News": "2", "Talk": "1/2", "Accounts": "1/3"}


def at(day: date) -> Moment:
    return Moment(day, f"{day}T09:00:00")


@pytest.fixture
def five(store: Store) -> Store:
    """Five habits, committed to the week before: all were due then, and 'Talk' and 'Accounts' aren't now."""
    for name, rhythm in RHYTHMS.items():
        store.add_habit(Card(name), parse_rhythm(rhythm, WEEK + -1), at((WEEK + -1).monday))
    store.commit_chosen(at((WEEK + -1).monday), {store.find_habit("Calls").id: (1, 1, 3, 5, 7)})
    return store


def shown(store: Store, today: date, drafted: dict[str, str]) -> dict[str, tuple[int, ...]]:
    return {row.item_id: row.squares for row in read_plan_page(store, WEEK, today, drafted).habits}


def committed(store: Store, today: date, drafted: dict[str, str]) -> dict[str, tuple[int, ...]]:
    """The squares that a commit writes; it is taken back."""
    store.commit_chosen(at(today), {item: squares_of_digits(text) for item, text in drafted.items()})
    lines = read_history(store.connection, WEEK, WEEK).plans[WEEK].lines
    undo(store, at(today))
    return {line.item_id: line.squares for line in lines if line.kind == HABIT}


@pytest.mark.parametrize("weekday", range(7))
def test_without_a_draft_on_any_day(five, weekday):
    today = WEEK.days[weekday]
    squares = committed(five, today, {})
    assert shown(five, today, {}) == squares
    assert len(squares) == 3


drafts = st.dictionaries(st.sampled_from(sorted(RHYTHMS)), st.text("01234567x²", max_size=6))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(st.integers(0, 6), drafts)
def test_with_any_draft_on_any_day(five, weekday, drafts):
    today = WEEK.days[weekday]
    drafted = {five.find_habit(name).id: text for name, text in drafts.items()}
    squares = committed(five, today, drafted)
    assert shown(five, today, drafted) == squares
    for habit in five.habits():
        goal = habit.goal_in(WEEK)
        assert habit.id not in squares or len(squares[habit.id]) == goal.target
        assert habit.id not in squares or goal.kind != WEEKDAYS or squares[habit.id] == goal.days


def test_a_draft_of_a_habit_that_is_gone_is_nothing(five):
    assert committed(five, WEEK.monday, {"no such id": "123"}) == shown(five, WEEK.monday, {"no such id": "123"})
