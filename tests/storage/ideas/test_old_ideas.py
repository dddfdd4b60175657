"""Ideas that wait for longer than half a year: which they are, keeping them, letting several go as one change (F17)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from lundi.time.days import Moment
from lundi.words.errors import Refused
from storage.ideas.intents import choose_idea, keep_old_ideas, let_go_idea, let_go_ideas, read_ideas, read_old_ideas
from tests.undoing import check_nothing, check_refusal, check_undo

OLD = date(2026, 5, 18)


def at(day: date) -> Moment:
    return Moment(day, f"{day}T09:00:00")


@pytest.fixture
def parked(store):
    """Seven ideas of 18 May 2026, a day apart, and a young one."""
    for number in range(7):
        store.capture(f"idea {number}", at(OLD + timedelta(number)))
    store.capture("young", at(date(2026, 11, 1)))
    return store


def titles(store, day: date) -> list[str]:
    return [idea.title for idea in read_old_ideas(store, day)]


def test_f17_older_than_26_weeks_the_oldest_first(parked):
    assert titles(parked, OLD + timedelta(weeks=26)) == []
    assert titles(parked, OLD + timedelta(weeks=26, days=1)) == ["idea 0"]
    assert titles(parked, date(2026, 12, 7)) == [f"idea {number}" for number in range(7)]


def test_f17_what_is_chosen_or_let_go_of_is_not_offered(parked):
    now = at(date(2026, 12, 7))
    ideas = read_old_ideas(parked, now.day)
    choose_idea(parked, ideas[0], now)
    let_go_idea(parked, ideas[1], now)
    assert titles(parked, now.day) == [f"idea {number}" for number in range(2, 7)]


def test_f17_five_go_as_one_change(parked, dump):
    now = at(date(2026, 12, 7))
    five = read_old_ideas(parked, now.day)[:5]
    assert check_undo(parked, dump, now, lambda: let_go_ideas(parked, five, now)) == "5 ideas let go of"
    assert titles(parked, now.day) == ["idea 5", "idea 6"]
    assert check_undo(parked, dump, now, lambda: let_go_ideas(parked, read_old_ideas(parked, now.day)[:1], now)) == (
        "idea let go of: idea 5"
    )


def test_f17_where_one_is_gone_all_stay(parked, dump):
    now = at(date(2026, 12, 7))
    five = read_old_ideas(parked, now.day)[:5]
    let_go_idea(parked, five[2], now)
    check_refusal(parked, dump, Refused, "idea 2", lambda: let_go_ideas(parked, five, now))


def test_f17_kept_ones_come_back_at_the_next_quarterly_check(parked, dump):
    now = at(date(2026, 12, 9))  # a Wednesday; the next check is 13 weeks later, on a Monday perhaps
    five = read_old_ideas(parked, now.day)[:5]
    check_nothing(parked, dump, lambda: keep_old_ideas(parked, five, now))
    assert titles(parked, now.day) == ["idea 5", "idea 6"]
    assert titles(parked, now.day + timedelta(weeks=11)) == ["idea 5", "idea 6"]
    assert titles(parked, date(2027, 3, 8))[:5] == [f"idea {number}" for number in range(5)]
    assert len(read_ideas(parked, now.week)) == 8  # kept: they wait as before
