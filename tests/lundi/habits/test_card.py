"""The card of a habit: one sentence, without empty clauses."""

from itertools import product

import pytest

from lundi.habits.card import rhythm, sentence, where_and_after
from lundi.habits.habit import EVERY, QUOTA, WEEKDAYS, Goal

AFTER, PLACE, MINIMUM = "the 9 o'clock coffee", "in the office", "a voice message"


def test_the_whole_sentence(world):
    calls = world.quota("Calls", 5, after=AFTER, place=PLACE, minimum=MINIMUM)
    assert sentence(calls, world.this) == (
        "After the 9 o'clock coffee, in the office, 5 a week: Calls; at least a voice message."
    )


@pytest.mark.parametrize("fields", product((False, True), repeat=3))
def test_an_empty_field_drops_its_clause(world, either_language, fields):
    after, place, minimum = (
        text if filled else "" for text, filled in zip((AFTER, PLACE, MINIMUM), fields, strict=True)
    )
    text = sentence(world.quota("Calls", 5, after=after, place=place, minimum=minimum), world.this)
    for filled, clause in zip(fields, (AFTER, PLACE, MINIMUM), strict=True):
        assert (clause in text or clause.capitalize() in text) == filled
    assert "Calls" in text
    assert "5" in text
    for broken in (",,", ", ,", "  ", ",:", " ,", ";.", "..", "{"):
        assert broken not in text
    assert text[0] == text[0].upper()
    assert text.endswith(".")


def test_the_rhythm_is_that_of_the_week(world):
    this = world.this
    calls = world.habit("Calls", Goal(this + -9, QUOTA, 5), Goal(this + -7, QUOTA, 3))
    assert "5 a week" in sentence(calls, this + -8)
    assert "3 a week" in sentence(calls, this)


def test_rhythms_in_words(world):
    this = world.this
    assert rhythm(Goal(this, QUOTA, 5)) == "5 a week"
    assert rhythm(Goal(this, WEEKDAYS, 2, (1, 4))) == "Mon, Thu"
    assert rhythm(Goal(this, WEEKDAYS, 7, tuple(range(1, 8)))) == "every day"
    assert rhythm(Goal(this, EVERY, 1, every=4)) == "every 4 weeks"
    assert rhythm(Goal(this, EVERY, 2, every=4)) == "2 every 4 weeks"


def test_weekdays_in_french(world, in_french):
    assert rhythm(Goal(world.this, WEEKDAYS, 2, (1, 4))) == "lun, jeu"


def test_where_and_after(world):
    assert where_and_after(world.quota(after="lunch", place="at home")) == "after lunch, at home"
    assert where_and_after(world.quota(after="lunch")) == "after lunch"
    assert where_and_after(world.quota(place="at home")) == "at home"
    assert where_and_after(world.quota()) == ""
