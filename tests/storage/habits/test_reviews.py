"""Looking back: what is written about weeks, why habits were missed, what is decided; what it all taught."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from lundi.habits.habit import GOING, QUOTA, TRYING, Goal, Habit
from lundi.habits.misses import TIME, WISH, Miss
from lundi.habits.reviews import ADJUST, CHANGE, KEEP, Lesson, QuarterlyCheck, Review
from lundi.time.days import Moment
from lundi.time.weeks import Week
from lundi.words.errors import NotUnderstood, Refused
from storage.campaign.lessons import write_try
from storage.file.undo import undo
from storage.habits.intents import Card
from storage.habits.reviews import (
    has_review,
    read_check,
    read_lessons,
    read_misses,
    read_review,
    read_reviews,
    read_thoughts,
    write_check,
    write_miss,
    write_review,
    write_thought,
)
from storage.store import Store
from tests.undoing import check_nothing, check_refusal, check_undo

TODAY = date(2026, 11, 18)
NOW = Moment(TODAY, "2026-11-18T09:10:00+01:00")
LAST = Week.parse("2026-W46")
FULL = Review(LAST, "seven sent", "the voice", "the letters", "one call", 3, 0, 24050, 4)


@pytest.fixture
def file(store: Store) -> Store:
    """A file with a habit, a week that was looked back on, a reason, an answer and a check."""
    store.add_habit(Card("Calls"), Goal(LAST, QUOTA, 5), NOW)
    calls = habit(store)
    write_review(store, Review(LAST + -1, worked="coffee first"), NOW)
    write_miss(store, Miss(LAST + -1, calls.id, WISH), calls.name, NOW)
    write_thought(store, calls.id, calls.name, LAST + -4, 4, NOW)
    write_check(store, QuarterlyCheck(LAST + -13, KEEP), NOW)
    return store


def habit(store: Store) -> Habit:
    return store.habits()[0]


INTENTS = {
    "the look back on W46": lambda store: write_review(store, FULL, NOW),
    "the look back on W45": lambda store: write_review(store, Review(LAST + -1, better="less"), NOW),
    "why Calls was missed, W46": lambda store: write_miss(store, Miss(LAST, habit(store).id, TIME), "Calls", NOW),
    "why Calls was missed, W45": lambda store: write_miss(store, Miss(LAST + -1, habit(store).id, TIME), "Calls", NOW),
    "how much you think of Calls": lambda store: write_thought(store, habit(store).id, "Calls", LAST, 2, NOW),
    "the quarterly check, W46": lambda store: write_check(store, QuarterlyCheck(LAST, ADJUST, "they come"), NOW),
    "the quarterly check, W33": lambda store: write_check(
        store, QuarterlyCheck(LAST + -13, CHANGE, "nobody reads"), NOW
    ),
    "habit kept for 13 weeks: Calls": lambda store: store.keep_habit(
        habit(store), Moment(TODAY + timedelta(1), NOW.stamp)
    ),
    "habit under way: Calls": lambda store: store.go_on(habit(store), NOW),
    "habit changed: Calls": lambda store: store.edit_habit(habit(store), Card("Calls", letter="S"), None, NOW),
}


@pytest.mark.parametrize("sentence", INTENTS)
def test_each_change_is_one_undo(file, dump, sentence):
    assert check_undo(file, dump, NOW, lambda: INTENTS[sentence](file)) == sentence


@pytest.mark.parametrize("sentence", INTENTS)
def test_the_same_again_is_no_change(file, dump, sentence):
    INTENTS[sentence](file)
    check_nothing(file, dump, lambda: INTENTS[sentence](file))


# A week as it was looked back on


def test_what_was_written_is_there_again(file):
    write_review(file, FULL, NOW)
    assert read_review(file, LAST) == FULL
    assert [review.week for review in read_reviews(file)] == [LAST, LAST + -1]


def test_a_week_without_a_word_was_looked_back_on_all_the_same(file):
    assert read_review(file, LAST) == Review(LAST)
    assert not has_review(file, LAST)
    write_review(file, Review(LAST), NOW)
    assert has_review(file, LAST)
    assert read_review(file, LAST) == Review(LAST)


def test_what_is_written_later_takes_its_place(file):
    write_review(file, FULL, NOW)
    write_review(file, Review(LAST, proud=" a\nline\x1b[31m ", contacts=0), NOW)
    assert read_review(file, LAST) == Review(LAST, proud="a line[31m", contacts=0)


@pytest.mark.parametrize("confidence", [0, 6, -1])
def test_a_confidence_that_is_none_is_refused(file, dump, confidence):
    review = Review(LAST, worked="the voice", confidence=confidence)
    check_refusal(file, dump, NotUnderstood, "from 1 to 5", lambda: write_review(file, review, NOW))


@pytest.mark.parametrize("numbers", [{"contacts": -1}, {"meetings": 10**7}, {"sales": -1}, {"sales": 10**12}])
def test_a_number_out_of_reach_is_refused(file, dump, numbers):
    review = Review(LAST, **numbers)
    check_refusal(file, dump, NotUnderstood, "numbers from 0 on", lambda: write_review(file, review, NOW))


# Why habits were missed, and how much one thinks of them


def test_h45_a_reason_is_kept_changed_and_taken_back(file):
    calls = habit(file)
    write_miss(file, Miss(LAST, calls.id, TIME), calls.name, NOW)
    write_miss(file, Miss(LAST + -1, calls.id, TIME), calls.name, NOW)
    assert read_misses(file, LAST + -1, LAST) == [Miss(LAST + -1, calls.id, TIME), Miss(LAST, calls.id, TIME)]
    write_miss(file, Miss(LAST + -1, calls.id, ""), calls.name, NOW)
    assert read_misses(file, LAST + -1, LAST) == [Miss(LAST, calls.id, TIME)]
    assert read_misses(file, LAST + -9, LAST + -1) == []


def test_h45_a_reason_that_is_none_is_not_written(file, dump):
    before = dump(file.connection)
    with pytest.raises(ValueError, match="lazy"):
        write_miss(file, Miss(LAST, habit(file).id, "lazy"), "Calls", NOW)
    assert dump(file.connection) == before


def test_h39_answers_are_read_by_habit_the_oldest_first(file):
    calls = habit(file)
    write_thought(file, calls.id, calls.name, LAST, 1, NOW)
    write_thought(file, calls.id, calls.name, LAST, 2, NOW)
    assert read_thoughts(file) == {calls.id: [(LAST + -4, 4), (LAST, 2)]}


@pytest.mark.parametrize("answer", [0, 6])
def test_h39_an_answer_goes_from_1_to_5(file, dump, answer):
    calls = habit(file)
    check_refusal(
        file, dump, NotUnderstood, "to 5", lambda: write_thought(file, calls.id, calls.name, LAST, answer, NOW)
    )


def test_what_is_said_of_a_habit_that_is_gone_is_refused(store, dump):
    store.add_habit(Card("Calls"), Goal(LAST, QUOTA, 5), NOW)
    calls = habit(store)
    undo(store, NOW)
    for act in (
        lambda: write_miss(store, Miss(LAST, calls.id, TIME), calls.name, NOW),
        lambda: write_thought(store, calls.id, calls.name, LAST, 3, NOW),
        lambda: store.keep_habit(calls, NOW),
        lambda: store.go_on(calls, NOW),
    ):
        check_refusal(store, dump, Refused, "Calls is not there any more", act)


# The quarterly check


def test_f08_a_check_is_kept_with_its_reason(file):
    assert read_check(file, LAST) is None
    write_check(file, QuarterlyCheck(LAST, CHANGE, " they come "), NOW)
    assert read_check(file, LAST) == QuarterlyCheck(LAST, CHANGE, "they come")
    write_check(file, QuarterlyCheck(LAST, KEEP), NOW)
    assert read_check(file, LAST) == QuarterlyCheck(LAST, KEEP, "")


@pytest.mark.parametrize("verdict", [ADJUST, CHANGE])
def test_f08_another_course_without_a_reason_is_refused(file, dump, verdict):
    check = QuarterlyCheck(LAST, verdict, " \x1b")
    check_refusal(file, dump, NotUnderstood, "needs its reason", lambda: write_check(file, check, NOW))


def test_f08_a_verdict_that_is_none_is_not_written(file):
    with pytest.raises(ValueError, match="stay"):
        write_check(file, QuarterlyCheck(LAST, "stay", "why"), NOW)
    assert read_check(file, LAST) is None


# What was learned


def test_h42_lessons_are_those_of_weeks_campaigns_and_tries_the_latest_first(sample):
    with Store.open(str(sample)) as year:
        lessons = read_lessons(year)
        assert lessons[:3] == [
            Lesson(date(2026, 11, 15), "voice instead of text messages", ""),
            Lesson(date(2026, 11, 15), "a day without a service noted", ""),
            Lesson(date(2026, 10, 28), "the voice again", "A voice message instead of a text"),
        ]
        explained = "What we do with them is worth ten explanations."
        assert Lesson(date(2026, 7, 27), explained, "One counter only") in lessons
        assert [lesson.day for lesson in lessons] == sorted((lesson.day for lesson in lessons), reverse=True)
        assert {lesson.source for lesson in lessons} >= {"", "One counter only", "A note slipped in with the invoices"}


def test_h42_only_those_from_a_day_to_another(file):
    write_review(file, FULL, NOW)
    write_try(file, None, TODAY, "A stand", "two came", "go again", NOW)
    write_try(file, None, TODAY, "A card", "", "", NOW)  # taught nothing
    monday, sunday = LAST.monday, LAST.sunday
    assert [lesson.text for lesson in read_lessons(file)] == ["go again", "the voice", "the letters", "coffee first"]
    assert [lesson.text for lesson in read_lessons(file, monday, sunday)] == ["the voice", "the letters"]
    assert read_lessons(file, monday, sunday - timedelta(1)) == []
    assert [lesson.text for lesson in read_lessons(file, until=monday)] == ["coffee first"]


# How far a habit has come, and what it feeds


def test_f21_a_kept_habit_is_reviewed_in_13_weeks(file):
    later = Moment(TODAY + timedelta(weeks=14), "2027-02-24T09:00:00")
    file.keep_habit(habit(file), later)
    assert habit(file).review_day == later.day + timedelta(weeks=13)


def test_h03_a_habit_is_tried_until_somebody_says_that_it_is_under_way(file, dump):
    assert habit(file).stage == TRYING
    file.go_on(habit(file), NOW)
    assert (habit(file).going_on, habit(file).stage) == (TODAY, GOING)
    later = Moment(TODAY + timedelta(1), NOW.stamp)
    check_nothing(file, dump, lambda: file.go_on(habit(file), later))  # the day stays


@pytest.mark.parametrize("put_away", ["archive_habit", "settle_habit"])
def test_a_habit_that_was_put_away_is_neither_kept_nor_under_way(file, dump, put_away):
    getattr(file, put_away)(habit(file), NOW)
    assert habit(file).stage != TRYING
    for act in (file.keep_habit, file.go_on):
        check_refusal(file, dump, Refused, "is (archived|settled)", lambda act=act: act(habit(file), NOW))


def test_h18_a_habit_feeds_acting_unless_another_letter_is_said(file):
    assert habit(file).letter == "A"
    file.edit_habit(habit(file), Card("Calls", letter="S"), None, NOW)
    assert habit(file).letter == "S"
    file.edit_habit(habit(file), Card("Phone"), None, NOW)  # no word of it: as it is
    assert (habit(file).name, habit(file).letter) == ("Phone", "S")
    file.add_habit(Card("Read", letter="T"), Goal(LAST, QUOTA, 1), NOW)
    assert file.find_habit("Read").letter == "T"


def test_h18_two_programs_that_change_a_card_lose_neither_change(file):
    seen = habit(file)
    file.edit_habit(seen, Card("Calls", letter="S"), None, NOW)
    file.edit_habit(seen, Card("Calls", "one message", letter="A"), None, NOW)  # the letter was left as it was seen
    assert (habit(file).minimum, habit(file).letter) == ("one message", "S")
