"""What bothered clients, and what was tried once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from lundi.strategy.page import LINE
from lundi.time.days import Moment
from lundi.words.errors import NotUnderstood, Refused
from storage.campaign.lessons import mend_irritant, note_irritant, write_try
from storage.campaign.rows import Irritant, Try, read_irritants, read_tries
from storage.file.undo import undo
from storage.store import Store
from storage.strategy.intents import choose
from storage.strategy.shelf import shelve
from storage.week.page import read_week
from tests.undoing import check_nothing, check_refusal, check_undo

TODAY = date(2026, 11, 18)
NOW = Moment(TODAY, "2026-11-18T09:10:00")
LATER = Moment(date(2026, 11, 20), "2026-11-20T09:10:00")


@pytest.fixture
def file(store: Store) -> Store:
    note_irritant(store, "Nobody picks up", NOW)
    write_try(store, None, TODAY, "A card at the bakery", "", "", NOW)
    return store


def irritant(store: Store) -> Irritant:
    return read_irritants(store)[0]


def tried(store: Store) -> Try:
    return read_tries(store)[0]


INTENTS = {
    "what bothered somebody: The bill": lambda store: note_irritant(store, "The bill", NOW),
    "mended: Nobody picks up": lambda store: mend_irritant(store, irritant(store), LATER),
    "tried once: A stand": lambda store: write_try(store, None, TODAY, "A stand", "two came", "go again", NOW),
    "tried once: A card at two bakeries": lambda store: write_try(
        store, tried(store), TODAY, "A card at two bakeries", "one came", "smaller", NOW
    ),
    "tried once: A card at the bakery": lambda store: write_try(store, tried(store), TODAY, "", "", "", NOW),
}


@pytest.mark.parametrize("sentence", INTENTS)
def test_each_change_is_one_undo(file, dump, sentence):
    assert check_undo(file, dump, NOW, lambda: INTENTS[sentence](file)) == sentence


def test_x13_an_irritant_is_open_until_it_is_mended(file, dump):
    note_irritant(file, "The bill", LATER)
    mend_irritant(file, irritant(file), LATER)
    assert [(one.text, one.mended_on) for one in read_irritants(file)] == [
        ("The bill", None),
        ("Nobody picks up", LATER.day),
    ]
    mended = read_irritants(file)[1]
    assert check_undo(file, dump, LATER, lambda: mend_irritant(file, mended, LATER)) == "open again: Nobody picks up"
    assert [one.mended_on for one in read_irritants(file)] == [None, None]


def test_x13_an_irritant_belongs_to_the_line_that_was_chosen_then(file):
    choose(file, LINE, "Cash", LATER)
    note_irritant(file, "Too many pages", LATER)
    assert [(one.text, one.line) for one in read_irritants(file)] == [
        ("Nobody picks up", ""),
        ("Too many pages", "Cash"),
    ]


def test_f14_a_try_is_listed_with_its_lesson_and_changes_no_score(file):
    file.commit_week(["Ring Ronan"], NOW)
    before = read_week(file, NOW.week, TODAY).score
    write_try(file, None, TODAY - timedelta(1), "A stand", "two came", "go again", NOW)
    assert read_week(file, NOW.week, TODAY).score == before
    assert [(one.text, one.result, one.lesson) for one in read_tries(file)] == [
        ("A card at the bakery", "", ""),
        ("A stand", "two came", "go again"),
    ]


def test_without_a_word_there_is_nothing_to_keep(file, dump):
    check_refusal(file, dump, NotUnderstood, "a few words", lambda: note_irritant(file, " \x1b", NOW))
    check_refusal(file, dump, NotUnderstood, "a few words", lambda: write_try(file, None, TODAY, "", "x", "y", NOW))
    same = tried(file)
    check_nothing(file, dump, lambda: write_try(file, same, same.day, same.text, same.result, same.lesson, NOW))


def test_what_is_gone_is_said_to_be(store, dump):
    note_irritant(store, "Nobody picks up", NOW)
    seen = irritant(store)
    undo(store, NOW)
    write_try(store, None, TODAY, "A card", "", "", NOW)
    card = tried(store)
    write_try(store, card, TODAY, "", "", "", NOW)
    check_refusal(store, dump, Refused, "not there any more", lambda: mend_irritant(store, seen, NOW))
    check_refusal(store, dump, Refused, "not there any more", lambda: write_try(store, card, TODAY, "x", "", "", NOW))


def test_a_try_of_tomorrow_is_refused(store, now):
    with pytest.raises(Refused, match="Tomorrow is not done yet"):
        write_try(store, None, now.day + timedelta(1), "A stand", "", "", now)


def test_what_bothered_somebody_belongs_to_the_line_that_is_named(store, now):
    choose(store, LINE, "Pruning", now)
    shelve(store, LINE, "Ponds", None, "", now)
    note_irritant(store, "No price was said", now, "Ponds")
    note_irritant(store, "Late", now)
    assert {one.text: one.line for one in read_irritants(store)} == {"No price was said": "Ponds", "Late": "Pruning"}
