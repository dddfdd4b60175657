"""Finding words: every text that people write, by where it stands."""

from __future__ import annotations

from datetime import date

import pytest

from lundi.habits.reviews import Review
from lundi.time.weeks import Week
from storage.habits.reviews import write_review
from storage.search import search
from storage.store import Store
from tests.json_exports import NOW, TODAY, furnish


@pytest.fixture
def year(sample):
    with Store.open(str(sample)) as store:
        yield store


@pytest.mark.parametrize(
    ("words", "text", "day", "place"),
    [
        ("FRIDAY night cash", "So that no craftsperson ever discovers a cash hole", date(2026, 1, 12), "strategy"),
        ("fourteen monday", "It is 2029. Fourteen craftspeople", date(2025, 11, 17), "strategy"),
        ("no loans", "no bookkeeping, no loans", date(2025, 11, 17), "strategy"),
        ("handing", "Handing the method on", date(2025, 11, 17), "strategy"),
        ("calm flow", "Calm cash flow", date(2025, 11, 17), "strategy"),
        ("linkedin", "LinkedIn", date(2025, 11, 17), "strategy"),
        ("everyone brings", "Everyone brings a craftsperson", date(2026, 9, 14), "campaign"),
        ("six made", "six appointments made", date(2026, 2, 9), "campaign"),
        ("blank sheet", "a coffee, twenty minutes, a blank forecast sheet", date(2026, 2, 9), "campaign"),
        ("give number theirs", "Do you know a craftsperson who has work", date(2026, 9, 14), "campaign"),
        ("ten explanations", "What we do with them is worth ten explanations.", date(2026, 5, 18), "campaign"),
        ("couldnt be read", "the spreadsheet couldn’t be read on the phone", date(2026, 9, 9), "campaign"),
        ("newsletter", "A notice in the village newsletter", date(2026, 6, 9), "campaign"),
        ("three answers", "three answers out of four", date(2026, 10, 28), "campaign"),
        ("paper", "paper is kept", date(2026, 3, 25), "campaign"),
        ("podcast", "A podcast?", date(2026, 9, 22), "week"),
        ("seven sent", "seven people sent", date(2026, 11, 9), "week"),
        ("voice instead messages", "voice instead of text messages", date(2026, 11, 9), "week"),
        ("without a service", "a day without a service noted", date(2026, 11, 9), "week"),
        ("making readable", "making the spreadsheet readable", date(2026, 11, 9), "week"),
        ("begun", "having begun", date(2025, 11, 17), "week"),
    ],
)
def test_what_is_written_is_found_where_it_stands(year, words, text, day, place):
    words = words.replace("couldnt", "couldn't")
    (found,) = search(year, words)
    assert found.text.startswith(text)
    assert (found.day, found.place, found.habit_id) == (day, place, None)


def test_a_habit_is_found_first_and_in_the_week(year):
    first = search(year, "calls")[0]
    assert (first.text, first.place, first.habit_id is not None) == ("Calls", "week", True)


def test_f15_what_is_typed_on_a_tick_is_found(store):
    furnish(store)
    calls = store.find_habit("calls")
    store.tick(calls, TODAY, NOW, note="She sends her brother")
    (found,) = search(store, "BROTHER sends")
    assert (found.text, found.day, found.habit_id, found.habit) == ("She sends her brother", TODAY, calls.id, "Calls")
    assert found.place == "week"


def test_h42_what_weeks_campaigns_and_tries_taught_is_found(store):
    furnish(store)
    last = (NOW.week + -1).monday
    assert [(found.text, found.day, found.place) for found in search(store, "voice")] == [
        ("a voice", TODAY, "campaign"),
        ("the voice", last, "week"),
    ]
    assert [(found.text, found.place) for found in search(store, "letters")] == [("the letters", "week")]
    assert [(found.text, found.place) for found in search(store, "paper kept")] == [("paper is kept", "campaign")]


def test_h42_what_a_week_of_any_year_taught_is_found_on_its_monday(store):
    weeks = [Week.parse(f"{year}-W{number:02}") for year in range(2015, 2035) for number in (1, 2, 26, 52)]
    for week in [*weeks, Week.parse("2020-W53"), Week.parse("2026-W53")]:
        write_review(store, Review(week, worked=f"worked in {week}"), NOW)
        (found,) = search(store, f"worked {week}")
        assert found.day == week.monday


def test_no_id_and_no_number_is_found(year):
    (line,) = year.connection.execute("SELECT text FROM course WHERE kind = 'line'").fetchone()
    assert search(year, line) == []
    assert [found.text for found in search(year, "2026")] == []


def test_what_was_put_away_is_not_found(store):
    furnish(store)
    words = ("Breakfasts", "First", "A note", "two calls")
    assert all(len(search(store, word)) >= 1 for word in words)
    for table in ("choice", "campaign", "one_off_try"):
        store.connection.execute(f"UPDATE {table} SET archived_on = ?", (TODAY.isoformat(),))
    assert not any(search(store, word) for word in words)


def test_a_name_that_is_the_goal_is_found_once(store):
    store.connection.execute(
        "INSERT INTO campaign (id, name, goal, added_on) VALUES ('a', 'three clients', 'three clients', ?)",
        (NOW.day.isoformat(),),
    )
    assert [(found.text, found.day) for found in search(store, "clients")] == [("three clients", TODAY)]


def test_nothing_is_found_by_nothing(year):
    assert search(year, "") == search(year, "  ") == []
