"""The course as the ritual goes over it, and the changes that it asks about."""

from __future__ import annotations

from datetime import date

import pytest

from lundi.ritual.course import first_sentence
from lundi.strategy.page import AUDIENCE, CHANNEL, LINE, VISION, WE_SAY, theme
from lundi.time.days import Moment
from lundi.time.weeks import Week
from lundi.words.errors import Refused
from storage.file.undo import undo
from storage.ritual.course import read_course
from storage.store import Store
from storage.strategy.intents import (
    Reason,
    change_course,
    choose,
    confirm_change,
    hold_at_once,
    read_strategy,
    take_back_change,
)
from storage.strategy.shelf import put_away_choice
from tests.undoing import check_refusal, check_undo

MONDAY = date(2026, 11, 23)
WEEK = Week.of(MONDAY)
WHY = Reason("they answer there")


def at(day: date) -> Moment:
    return Moment(day, f"{day}T09:10:00")


BEGUN, WEDNESDAY, NOW = at(date(2026, 11, 2)), at(date(2026, 11, 18)), at(MONDAY)


@pytest.fixture
def page(store: Store) -> Store:
    """A strategy begun two weeks before a Wednesday on which the channel is changed."""
    change_course(store, VISION, "It is 2029.\nForty craftsmen sleep at night. Nobody calls twice.", BEGUN)
    change_course(store, theme(2026), "One offer", BEGUN)
    change_course(store, AUDIENCE, "everybody", BEGUN)
    choose(store, CHANNEL, "email", BEGUN)
    choose(store, LINE, "Cash in peace", BEGUN)
    return store


def asked(store: Store, week: Week = WEEK, today: date = MONDAY) -> list[tuple[str, str, str, str]]:
    return [(one.kind, one.before, one.after, one.why) for one in read_course(store, week, today).changes]


def test_the_course_in_a_few_words(page):
    course = read_course(page, WEEK, MONDAY)
    assert course.vision == "Forty craftsmen sleep at night."
    assert course.theme == "One offer"
    assert course.line == "Cash in peace"
    assert course.campaign is None
    assert (course.days_left, course.measures, course.campaign_is_over) == (None, (), False)
    assert not course.is_empty
    assert not course.changes


def test_h44_an_empty_strategy_blocks_nothing(store):
    course = read_course(store, WEEK, MONDAY)
    assert course.is_empty
    assert not course.changes
    assert not course.is_check_week


def test_the_sample_year_has_a_campaign_with_its_measures(sample):
    with Store.open(str(sample)) as store:
        course = read_course(store, Week.parse("2026-W47"), date(2026, 11, 18))
        assert course.campaign is not None
        assert course.days_left == 23
        assert len(course.measures) == 3
        assert not course.campaign_is_over
        assert read_course(store, Week.parse("2026-W51"), date(2026, 12, 14)).campaign_is_over


def test_f08_the_last_week_of_a_season_is_that_of_the_quarterly_check(store):
    store.connection.execute("INSERT INTO setting VALUES ('season_start', '2026-08-31')")
    weeks = [Week.parse(f"2026-W{number}") for number in (47, 48, 49)]
    assert [read_course(store, week, week.monday).is_check_week for week in weeks] == [False, True, False]


def test_f01_a_change_that_waited_is_asked_about_on_its_monday(page):
    choose(page, CHANNEL, "telephone", WEDNESDAY, WHY)
    assert asked(page, Week.parse("2026-W47"), date(2026, 11, 18)) == []  # it waits still
    question = [(CHANNEL, "email", "telephone", "they answer there")]
    assert asked(page) == question
    assert asked(page, WEEK + 1, date(2026, 11, 30)) == question  # nobody held the ritual of its week
    assert asked(page, WEEK + 2, date(2026, 12, 7)) == []


def test_f01_what_was_forced_or_only_filled_in_is_not_asked_about(page):
    choose(page, CHANNEL, "telephone", WEDNESDAY, WHY)
    hold_at_once(page, CHANNEL, at(date(2026, 11, 19)))
    change_course(page, WE_SAY, "quiet nights", WEDNESDAY)
    change_course(page, AUDIENCE, "craftsmen", WEDNESDAY, Reason("fewer", at_once=True))
    assert asked(page) == []


def test_f01_a_change_that_another_one_followed_is_not_asked_about(page):
    choose(page, CHANNEL, "telephone", WEDNESDAY, WHY)
    choose(page, CHANNEL, "letters", at(date(2026, 11, 24)), WHY)  # waits for the Monday after
    assert asked(page, WEEK, date(2026, 11, 25)) == []
    assert asked(page, WEEK + 1, date(2026, 11, 30)) == [(CHANNEL, "telephone", "letters", "they answer there")]


def test_f01_what_was_emptied_and_filled_in_again_is_not_asked_about(page):
    change_course(page, AUDIENCE, "", WEDNESDAY, WHY)
    assert asked(page) == [(AUDIENCE, "everybody", "", "they answer there")]
    change_course(page, AUDIENCE, "craftsmen", at(date(2026, 11, 24)))
    assert asked(page, WEEK, date(2026, 11, 24)) == []


def test_f01_a_confirmed_change_is_not_asked_about_again(page, dump):
    choose(page, CHANNEL, "telephone", WEDNESDAY, WHY)
    (change,) = read_course(page, WEEK, MONDAY).changes
    check_undo(page, dump, NOW, lambda: confirm_change(page, change, NOW))
    assert asked(page) == []
    assert read_strategy(page, MONDAY).text(CHANNEL) == "telephone"
    undo(page, NOW)
    assert len(asked(page)) == 1


@pytest.mark.parametrize(
    ("kind", "before", "after"), [(CHANNEL, "email", "telephone"), (AUDIENCE, "everybody", "craftsmen")]
)
def test_f01_a_change_taken_back_lets_what_stood_before_hold_at_once(page, dump, kind, before, after):
    if kind == CHANNEL:
        choose(page, kind, after, WEDNESDAY, WHY)
    else:
        change_course(page, kind, after, WEDNESDAY, WHY)
    (change,) = read_course(page, WEEK, MONDAY).changes
    assert check_undo(page, dump, NOW, lambda: take_back_change(page, change, NOW))
    now = read_strategy(page, MONDAY)
    assert now.text(kind) == before
    assert (now.changes[0].before, now.changes[0].after) == (after, before)
    assert now.changes[0].why == "On second thoughts, as it was."
    assert asked(page) == []
    undo(page, NOW)
    assert read_strategy(page, MONDAY).text(kind) == after
    assert len(asked(page)) == 1


def test_f01_taking_back_brings_a_channel_back_that_was_put_away(page):
    choose(page, CHANNEL, "telephone", WEDNESDAY, WHY)
    (email,) = [one for one in read_strategy(page, MONDAY).shelf if one.name == "email"]
    put_away_choice(page, email, NOW)
    (change,) = read_course(page, WEEK, MONDAY).changes
    take_back_change(page, change, NOW)
    chosen = read_strategy(page, MONDAY).chosen(CHANNEL)
    assert chosen is not None
    assert (chosen.name, chosen.put_away_on) == ("email", None)


def test_f01_a_change_that_is_gone_is_refused(page, dump):
    choose(page, CHANNEL, "telephone", WEDNESDAY, WHY)
    (change,) = read_course(page, WEEK, MONDAY).changes
    undo(page, NOW)  # another program took it back meanwhile
    check_refusal(page, dump, Refused, "Nothing waits", lambda: confirm_change(page, change, NOW))
    check_refusal(page, dump, Refused, "Nothing waits", lambda: take_back_change(page, change, NOW))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", ""),
        ("Forty craftsmen sleep", "Forty craftsmen sleep"),
        ("They sleep. We work.", "They sleep."),
        ("They sleep\nat night. We work.", "They sleep at night."),
        ("M. Dupont dort. Nous aussi.", "M. Dupont dort."),
        ("Who calls? Nobody.", "Who calls?"),
        ("« Qui appelle\u00a0?\u00a0» Personne. Rien.", "« Qui appelle\u00a0?\u00a0»"),
        ("They wait… and sleep.", "They wait…"),
        ("1.5 of them sleep. All.", "1.5 of them sleep."),
    ],
)
def test_the_first_sentence_of_a_text(text, sentence):
    assert first_sentence(text) == sentence
