"""What somebody new may begin with."""

from __future__ import annotations

import pytest

from lundi.client.view import look
from lundi.habits.habit import ACT, EVERY, LETTERS, QUOTA, WEEKDAYS
from lundi.habits.rhythms import parse_rhythm
from lundi.habits.starters import AT_MOST, channels, starters
from lundi.time.weeks import Week
from lundi.words import language
from lundi.words.text import clean, fold
from storage.habits.intents import Card

WEEK = Week.parse("2026-W47")
FRIDAY, MONDAY = 5, 1
TWO_MINUTES_OF_WORDS = 8


def goal_of(starter_id: str):
    found = next(one for one in starters() if one.id == starter_id)
    return parse_rhythm(found.rhythm, WEEK)


@pytest.fixture(params=language.LANGUAGES)
def spoken(request):
    language.use(request.param)
    return request.param


def test_h16_twelve_habits_each_with_a_small_version(spoken):
    assert len(starters()) == 12
    assert AT_MOST == 3
    for one in starters():
        assert clean(one.name) == one.name
        assert clean(one.minimum) == one.minimum
        assert one.name
        assert 0 < len(one.minimum.split()) <= TWO_MINUTES_OF_WORDS
        assert 5 <= one.minutes <= 60
        assert parse_rhythm(one.rhythm, WEEK).target >= 1


def test_the_same_ones_in_both_languages_and_no_two_of_one_name():
    ids = []
    for code in language.LANGUAGES:
        language.use(code)
        ids.append([one.id for one in starters()])
        assert len({fold(one.name) for one in starters()}) == 12
        assert len({fold(name) for name in channels()}) == 8
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == 12


def test_h18_study_and_services_feed_their_letters():
    letters = {one.id: one.letter for one in starters()}
    assert set(letters.values()) <= set(LETTERS)
    assert {starter_id: letter for starter_id, letter in letters.items() if letter != ACT} == {
        "service": "T",
        "study": "S",
    }


def test_french_apostrophes():
    language.use("fr")
    assert not any("'" in text for one in starters() for text in (one.name, one.minimum))


def test_h05_half_an_hour_of_study_on_fridays(spoken):
    study = next(one for one in starters() if one.id == "study")
    assert study.minutes == 30
    assert goal_of("study").kind == WEEKDAYS
    assert goal_of("study").days == (FRIDAY,)


def test_h40_the_article_is_planned_on_mondays(spoken):
    assert goal_of("article").days == (MONDAY,)


def test_h32_a_talk_every_four_weeks(spoken):
    goal = goal_of("talk")
    assert (goal.kind, goal.every) == (EVERY, 4)
    assert [goal.is_due(WEEK + step) for step in range(5)] == [True, False, False, False, True]


def test_the_rhythms_of_the_others():
    calls, news, service = (goal_of(one) for one in ("calls", "news", "service"))
    assert [(goal.kind, goal.target) for goal in (calls, news, service)] == [(QUOTA, 5), (QUOTA, 2), (QUOTA, 5)]


def test_no_word_that_a_client_would_not_understand(spoken):
    texts = [text for one in starters() for text in (one.name, one.minimum)] + channels()
    assert look(". ".join(texts), severity=3).findings == ()


def test_each_fits_a_card(spoken, store, now):
    for one in starters()[:3]:
        store.add_habit(Card(one.name, one.minimum, minutes=one.minutes), parse_rhythm(one.rhythm, now.week), now)
    assert [habit.name for habit in store.habits()] == [one.name for one in starters()[:3]]
