"""The strategy's page in a file: what waits, what holds, and what is taken back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from lundi.strategy.page import AUDIENCE, CHANNEL, FIRST_YEAR, HORIZON, LINE, MISSION, VISION, WE_SAY, Entry, theme
from lundi.time.days import Moment
from lundi.time.weeks import Week
from lundi.words.errors import NotUnderstood, Refused
from storage.file.undo import last_changes, undo
from storage.store import Store
from storage.strategy.intents import (
    Reason,
    change_course,
    change_horizon,
    choose,
    give_up_waiting,
    hold_at_once,
    read_history,
    read_mission,
    read_strategy,
    turn_page,
)
from storage.strategy.shelf import change_choice, put_away_choice, shelve, write_quality
from tests.undoing import check_nothing, check_refusal, check_undo

WEDNESDAY, MONDAY = date(2026, 11, 18), date(2026, 11, 23)


def at(day: date) -> Moment:
    return Moment(day, f"{day}T09:10:00")


BEGUN, NOW = at(date(2026, 11, 2)), at(WEDNESDAY)
WHY = Reason("they answer there")


@pytest.fixture
def page(store: Store) -> Store:
    """A file whose strategy was begun two weeks ago, without any plan of a week."""
    change_course(store, MISSION, "Help craftsmen sleep", BEGUN)
    change_course(store, AUDIENCE, "everybody", BEGUN)
    change_course(store, theme(2027), "One offer", BEGUN)
    choose(store, CHANNEL, "email", BEGUN)
    choose(store, LINE, "Cash in peace", BEGUN)
    shelve(store, CHANNEL, "LinkedIn", date(2026, 11, 10), "too loud", BEGUN)
    write_quality(store, None, "The bill is clear", False, BEGUN)
    return store


def choice(store: Store, name: str):
    return next(one for one in read_strategy(store, WEDNESDAY).choices.values() if one.name == name)


def text(store: Store, kind: str, day: date = WEDNESDAY) -> str:
    return read_strategy(store, day).text(kind)


# One intent, one undo

INTENTS = {
    "fill in": lambda store: change_course(store, WE_SAY, "thirteen weeks", NOW),
    "mission": lambda store: change_course(store, MISSION, "Something else", NOW),
    "vision of several lines": lambda store: change_course(store, VISION, "We are in 2029.\nAll is well.", NOW),
    "change that waits": lambda store: change_course(store, AUDIENCE, "craftsmen", NOW, WHY),
    "change at once": lambda store: change_course(store, AUDIENCE, "craftsmen", NOW, Reason("why", at_once=True)),
    "emptied": lambda store: change_course(store, AUDIENCE, "", NOW, WHY),
    "theme": lambda store: change_course(store, theme(2028), "Hand over", NOW),
    "horizon": lambda store: change_horizon(store, 4, NOW),
    "channel from the shelf": lambda store: choose(store, CHANNEL, "linkedin", NOW, WHY),
    "new channel with a first thing": lambda store: choose(store, CHANNEL, "breakfast", NOW, WHY, "one invitation"),
    "no channel": lambda store: choose(store, CHANNEL, "", NOW, WHY),
    "shelve": lambda store: shelve(store, LINE, "Workshop", None, "", NOW),
    "rename": lambda store: change_choice(store, choice(store, "email"), "letters", date(2027, 1, 4), "why", NOW),
    "put away": lambda store: put_away_choice(store, choice(store, "LinkedIn"), NOW),
    "quality": lambda store: write_quality(store, None, "We ring back", True, NOW),
    "quality is right": lambda store: write_quality(
        store, read_strategy(store, WEDNESDAY).quality[0], "It is clear", True, NOW
    ),
    "quality leaves": lambda store: write_quality(store, read_strategy(store, WEDNESDAY).quality[0], "", False, NOW),
    "turn": lambda store: turn_page(store, at(date(2026, 12, 31))),
}
WITH_ONE_WAITING = {
    "at once after all": lambda store: hold_at_once(store, AUDIENCE, NOW),
    "given up": lambda store: give_up_waiting(store, AUDIENCE, NOW),
    "given up by writing what stands": lambda store: change_course(store, AUDIENCE, "everybody", NOW),
    "something else instead": lambda store: change_course(store, AUDIENCE, "bakers", NOW, WHY),
}


@pytest.mark.parametrize("name", [*INTENTS, *WITH_ONE_WAITING])
def test_each_change_is_one_undo(page, dump, name):
    if name in WITH_ONE_WAITING:
        change_course(page, AUDIENCE, "craftsmen", NOW, WHY)
    assert check_undo(page, dump, NOW, lambda: {**INTENTS, **WITH_ONE_WAITING}[name](page))


def test_the_journal_says_what_was_changed(page):
    change_course(page, theme(2028), "Hand over", NOW)
    choose(page, CHANNEL, "breakfast", NOW, WHY)
    assert [change.sentence for change in last_changes(page, 2)] == ["strategy: channel", "strategy: theme of 2028"]


# F01: a change of course waits until Monday


def test_f01_a_change_of_channel_waits_until_monday(page):
    assert choose(page, CHANNEL, "breakfast", NOW, WHY) == MONDAY
    for day in (WEDNESDAY, MONDAY - timedelta(1)):
        present = read_strategy(page, day)
        assert (present.text(CHANNEL), present.changes_in(2026)) == ("email", 0)
        assert present.shown(CHANNEL, present.waiting[CHANNEL].text) == "breakfast"
    confirmed = read_strategy(page, MONDAY)
    assert (confirmed.text(CHANNEL), confirmed.waiting, confirmed.changes_in(2026)) == ("breakfast", {}, 1)
    (change,) = confirmed.changes
    assert (change.before, change.after, change.why) == ("email", "breakfast", "they answer there")
    assert (change.made_on, change.from_day) == (WEDNESDAY, MONDAY)


def test_f01_forced_it_holds_today(page):
    assert choose(page, CHANNEL, "breakfast", NOW, Reason("why", at_once=True)) == WEDNESDAY
    assert (text(page, CHANNEL), read_strategy(page, WEDNESDAY).changes_in(2026)) == ("breakfast", 1)


def test_f01_what_waits_is_confirmed_before_its_monday(page):
    change_course(page, AUDIENCE, "craftsmen", NOW, WHY)
    hold_at_once(page, AUDIENCE, at(date(2026, 11, 20)))
    assert text(page, AUDIENCE, date(2026, 11, 19)) == "everybody"
    friday = read_strategy(page, date(2026, 11, 20))
    assert (friday.text(AUDIENCE), friday.waiting, friday.changes[0].why) == ("craftsmen", {}, "they answer there")


def test_f01_what_waits_is_given_up(page, dump):
    before = dump(page.connection)
    change_course(page, AUDIENCE, "craftsmen", NOW, WHY)
    give_up_waiting(page, AUDIENCE, NOW)
    assert dump(page.connection) == before
    assert text(page, AUDIENCE, MONDAY) == "everybody"


@pytest.mark.parametrize("intent", [hold_at_once, give_up_waiting])
def test_where_nothing_waits_there_is_nothing_to_confirm(page, dump, intent):
    check_refusal(page, dump, Refused, "Nothing waits", lambda: intent(page, AUDIENCE, NOW))


def test_of_two_that_would_wait_the_later_one_does(page):
    change_course(page, AUDIENCE, "craftsmen", NOW, WHY)
    change_course(page, AUDIENCE, "bakers", at(date(2026, 11, 19)), Reason("they ask"))
    assert [change.after for change in read_strategy(page, MONDAY).changes] == ["bakers"]


def test_a_change_after_one_that_was_confirmed_leaves_both_in_the_log(page):
    change_course(page, AUDIENCE, "craftsmen", NOW, WHY)
    change_course(page, AUDIENCE, "bakers", at(MONDAY), Reason("they ask"))
    later = read_strategy(page, date(2026, 11, 30))
    assert [(one.before, one.after) for one in later.changes] == [("craftsmen", "bakers"), ("everybody", "craftsmen")]
    assert later.changes_in(2026) == 2


# H44: reasons, and what needs none


def test_h44_a_change_of_course_asks_for_its_reason(page, dump):
    for act in (
        lambda: change_course(page, AUDIENCE, "craftsmen", NOW),
        lambda: change_course(page, AUDIENCE, "", NOW, Reason("  ", at_once=True)),
        lambda: choose(page, CHANNEL, "breakfast", NOW, first_thing="an invitation"),
    ):
        check_refusal(page, dump, NotUnderstood, "needs its reason", act)


def test_h44_an_empty_line_is_filled_in_without_one(page):
    assert change_course(page, WE_SAY, "thirteen weeks", NOW) == WEDNESDAY
    assert read_strategy(page, WEDNESDAY).changes == ()


def test_a_text_of_today_is_written_anew_today(page):
    change_course(page, WE_SAY, "thirteen weks", NOW)
    assert change_course(page, WE_SAY, "thirteen weeks", NOW) == WEDNESDAY
    assert text(page, WE_SAY) == "thirteen weeks"
    assert read_strategy(page, WEDNESDAY).changes == ()
    with pytest.raises(NotUnderstood):
        change_course(page, WE_SAY, "another", at(date(2026, 11, 19)))


def test_a_change_of_today_that_is_written_anew_keeps_its_reason(page):
    change_course(page, AUDIENCE, "craftsmn", NOW, Reason("they pay", at_once=True))
    assert change_course(page, AUDIENCE, "craftsmen", NOW) == WEDNESDAY
    (change,) = read_strategy(page, WEDNESDAY).changes
    assert (change.before, change.after, change.why) == ("everybody", "craftsmen", "they pay")


def test_d02_the_mission_changes_at_once_and_the_former_ones_are_readable(page):
    assert change_course(page, MISSION, "Something better", NOW) == WEDNESDAY
    assert read_mission(page) == "Something better"
    assert [(one.text, one.from_day) for one in read_history(page)[MISSION]] == [
        ("Something better", WEDNESDAY),
        ("Help craftsmen sleep", date(2026, 11, 2)),
    ]
    assert read_strategy(page, WEDNESDAY).changes == ()


def test_without_a_mission_there_is_none(store):
    assert read_mission(store) == ""
    assert read_strategy(store, WEDNESDAY).is_empty


@pytest.mark.parametrize(
    "act",
    [
        lambda store: change_course(store, AUDIENCE, " everybody ", NOW),
        lambda store: change_course(store, WE_SAY, "", NOW),
        lambda store: change_horizon(store, 3, NOW),
        lambda store: choose(store, CHANNEL, "EMAIL", NOW),
        lambda store: change_choice(store, choice(store, "email"), "email", None, "", NOW),
    ],
)
def test_what_is_no_other_is_no_change(page, dump, act):
    check_nothing(page, dump, lambda: act(page))


def test_nothing_put_on_an_empty_page_is_nothing(store, dump):
    check_nothing(store, dump, lambda: change_course(store, MISSION, "  ", NOW))
    check_nothing(store, dump, lambda: choose(store, CHANNEL, "", NOW))
    check_nothing(store, dump, lambda: change_horizon(store, 3, NOW))


# F08: the quarterly check


def test_f08_in_the_thirteenth_week_of_the_season_a_change_holds_at_once(page):
    page.commit_week(["Ring Ronan"], at(date(2026, 11, 4)))
    first = Week.of(date(2026, 11, 4))
    for offset, holds in ((11, (first + 12).monday), (12, (first + 12).days[2]), (13, (first + 14).monday)):
        wednesday = at((first + offset).days[2])
        assert read_strategy(page, wednesday.day).is_check_week == (offset == 12)
        assert change_course(page, AUDIENCE, f"people {offset}", wednesday, WHY) == holds
        undo(page, wednesday)


def test_f08_even_then_a_change_has_a_reason(page, dump):
    page.commit_week(["Ring Ronan"], at(date(2026, 11, 4)))
    check = at((Week.of(date(2026, 11, 4)) + 12).monday)
    check_refusal(page, dump, NotUnderstood, "reason", lambda: change_course(page, AUDIENCE, "craftsmen", check))


# F03, F04, F06: years


def test_f04_another_horizon_is_refused_kindly_and_nothing_is_stored(page, dump):
    for years, words in ((1, "campaign"), (0, "campaign"), (5, "guesses"), (10, "guesses")):
        check_refusal(page, dump, Refused, words, lambda years=years: change_horizon(page, years, NOW))


def test_the_horizon_alone_begins_no_page(store):
    change_horizon(store, 4, NOW)
    assert read_strategy(store, date(2027, 3, 1)).years == (2027, 2028, 2029, 2030)
    change_course(store, MISSION, "Help", at(date(2027, 3, 1)))
    assert read_strategy(store, date(2028, 3, 1)).first_year == 2027


def test_f06_the_page_is_turned_and_the_former_one_stays_readable(page, dump):
    check_refusal(page, dump, Refused, "2026 is its first one still", lambda: turn_page(page, NOW))
    turned = at(date(2027, 1, 2))
    assert read_strategy(page, turned.day).is_past_its_year
    assert turn_page(page, turned) == 2030
    present = read_strategy(page, turned.day)
    assert (present.first_year, present.text(theme(2027)), present.is_past_its_year) == (2027, "One offer", False)
    (former,) = present.former_pages
    then = read_strategy(page, former.last_day)
    assert (former.target_year, then.target_year, then.first_year) == (2029, 2029, 2026)
    check_refusal(page, dump, Refused, "2027 is its first one still", lambda: turn_page(page, turned))


def test_an_empty_page_does_not_turn(store, dump):
    check_refusal(store, dump, Refused, "Nothing stands", lambda: turn_page(store, at(date(2026, 12, 31))))


def test_an_emptied_page_was_not_turned(store):
    change_course(store, MISSION, "Help", BEGUN)
    change_course(store, MISSION, "", NOW)
    change_course(store, MISSION, "Help again", at(MONDAY))
    assert read_strategy(store, MONDAY).former_pages == ()


# D23, D24, F30: lines, channels, and their shelf


def test_d23_choosing_a_second_channel_parks_the_first(page):
    choose(page, CHANNEL, "breakfast", NOW, Reason("they come", at_once=True))
    present = read_strategy(page, WEDNESDAY)
    assert present.chosen(CHANNEL).name == "breakfast"
    assert {one.name for one in present.shelf} == {"email", "LinkedIn"}
    assert [change.kind for change in present.changes] == [CHANNEL]


def test_d24_the_first_thing_to_make_becomes_an_idea(page):
    choose(page, CHANNEL, "breakfast", NOW, WHY, "one invitation")
    rows = page.connection.execute("SELECT title, state, week FROM action").fetchall()
    assert [tuple(row) for row in rows] == [("one invitation", "idea", None)]


def test_f30_a_parked_one_comes_back_on_its_date_until_it_is_chosen(page):
    assert [one.name for one in read_strategy(page, date(2026, 11, 9)).due] == []
    assert [one.name for one in read_strategy(page, date(2026, 11, 10)).due] == ["LinkedIn"]
    choose(page, CHANNEL, "LinkedIn", NOW, WHY)
    assert read_strategy(page, WEDNESDAY).due == ()
    choose(page, CHANNEL, "email", at(date(2026, 12, 2)), WHY)
    parked = read_strategy(page, date(2026, 12, 7))
    assert (parked.text(CHANNEL), parked.due) == ("email", ())


def test_f30_the_shelf_keeps_its_dates_until_the_choice_holds(page):
    def dates():
        return {one.name: one.look_again_on for one in read_strategy(page, WEDNESDAY).shelf}

    before, again = dates(), date(2026, 12, 1)
    choose(page, CHANNEL, "LinkedIn", NOW, WHY, look_again_on=again)
    give_up_waiting(page, CHANNEL, NOW)
    assert dates() == before
    assert [one.name for one in read_strategy(page, again).due] == ["LinkedIn"]
    choose(page, CHANNEL, "LinkedIn", NOW, WHY, look_again_on=again)
    assert read_strategy(page, date(2026, 11, 30)).due == ()
    assert [one.name for one in read_strategy(page, again).due] == ["email"]


def test_f30_a_date_given_for_a_change_that_was_given_up_is_not_taken_for_another_one(page):
    choose(page, CHANNEL, "LinkedIn", NOW, WHY, look_again_on=date(2026, 12, 1))
    give_up_waiting(page, CHANNEL, NOW)
    choose(page, CHANNEL, "breakfast", NOW, Reason("why", at_once=True))
    assert {one.name: one.look_again_on for one in read_strategy(page, WEDNESDAY).shelf}["email"] is None


def test_one_that_gave_way_on_the_day_it_held_at_once_is_put_away(page, dump):
    thursday = date(2026, 11, 19)
    choose(page, CHANNEL, "LinkedIn", NOW, WHY)
    hold_at_once(page, CHANNEL, at(thursday))
    choose(page, CHANNEL, "breakfast", at(thursday), Reason("why", at_once=True))
    chosen = lambda: put_away_choice(page, choice(page, "breakfast"), at(thursday))  # noqa: E731
    check_refusal(page, dump, Refused, "Choose another one first", chosen)
    put_away_choice(page, choice(page, "LinkedIn"), at(thursday))
    assert [one.name for one in read_strategy(page, thursday).shelf] == ["email"]


def test_no_name_is_longer_than_an_import_takes(page, dump):
    long = "x" * 1001
    for act in (
        lambda: shelve(page, LINE, long, None, "", NOW),
        lambda: change_choice(page, choice(page, "email"), long, None, "", NOW),
        lambda: choose(page, LINE, long, NOW, WHY),
    ):
        check_refusal(page, dump, NotUnderstood, "longer than 1000", act)


def test_a_name_is_chosen_whatever_its_case_and_there_once(page, dump):
    choose(page, CHANNEL, "LINKEDIN", NOW, Reason("why", at_once=True))
    assert text(page, CHANNEL) == "LinkedIn"
    for act in (
        lambda: shelve(page, CHANNEL, "linkedin", None, "", NOW),
        lambda: change_choice(page, choice(page, "email"), "linkedin", None, "", NOW),
    ):
        check_refusal(page, dump, Refused, "'LinkedIn' is there already", act)
    shelve(page, LINE, "LinkedIn", None, "", NOW)  # a line may have the name of a channel


def test_what_needs_a_name_or_a_few_words(page, dump):
    for act in (
        lambda: shelve(page, LINE, " \u202e ", None, "", NOW),
        lambda: change_choice(page, choice(page, "email"), "", None, "", NOW),
        lambda: write_quality(page, None, " ", False, NOW),
    ):
        check_refusal(page, dump, NotUnderstood, "It needs", act)


def test_the_chosen_one_and_the_one_that_waits_are_not_put_away(page, dump):
    choose(page, CHANNEL, "LinkedIn", NOW, WHY)
    for name in ("email", "LinkedIn"):
        act = lambda name=name: put_away_choice(page, choice(page, name), NOW)  # noqa: E731
        check_refusal(page, dump, Refused, "Choose another one first", act)
    put_away_choice(page, choice(page, "email"), at(MONDAY))
    later = read_strategy(page, MONDAY)
    assert (later.shelf, later.changes[0].before) == ((), "email")
    assert read_strategy(page, WEDNESDAY).text(CHANNEL) == "email"


def test_what_is_gone_is_said_to_be(page, dump):
    parked, item = choice(page, "LinkedIn"), read_strategy(page, WEDNESDAY).quality[0]
    put_away_choice(page, parked, NOW)
    write_quality(page, item, "", False, NOW)
    for act in (
        lambda: put_away_choice(page, parked, NOW),
        lambda: change_choice(page, parked, "another", None, "", NOW),
        lambda: write_quality(page, item, "another", True, NOW),
    ):
        check_refusal(page, dump, Refused, "not there any more", act)


def test_a_name_that_was_put_away_may_be_used_again(page):
    put_away_choice(page, choice(page, "LinkedIn"), NOW)
    shelve(page, CHANNEL, "LinkedIn", None, "", NOW)
    assert [one.name for one in read_strategy(page, WEDNESDAY).shelf] == ["LinkedIn"]


def test_x10_the_quality_list(page):
    (item,) = read_strategy(page, WEDNESDAY).quality
    write_quality(page, None, "We ring back", True, NOW)
    write_quality(page, item, item.text, True, NOW)
    assert [(one.text, one.is_right) for one in read_strategy(page, WEDNESDAY).quality] == [
        ("The bill is clear", True),
        ("We ring back", True),
    ]


# What people type, and what only a program could


def test_texts_are_cleaned_on_their_way_in(page):
    change_course(page, VISION, "One\x1b[31m\n\u202eTwo  ", NOW)
    change_course(page, WE_SAY, "One\nTwo", NOW)
    assert (text(page, VISION), text(page, WE_SAY)) == ("One[31m\nTwo", "One Two")


def test_a_text_without_end_is_not_kept(page, dump):
    check_refusal(
        page, dump, NotUnderstood, "longer than 20000", lambda: change_course(page, WE_SAY, "x" * 20_001, NOW)
    )


@pytest.mark.parametrize("kind", ["colour", "theme-27", LINE, CHANNEL, FIRST_YEAR])
def test_kinds_that_are_no_text_of_the_page_are_a_programmers_mistake(page, kind):
    with pytest.raises(ValueError, match=kind):
        change_course(page, kind, "x", NOW)


def test_where_the_clock_went_back_nothing_that_held_is_lost(page):
    change_course(page, MISSION, "Today's", NOW)
    change_course(page, MISSION, "Yesterday's", at(date(2026, 11, 17)))
    assert Entry(MISSION, WEDNESDAY, "Today's", WEDNESDAY) in read_history(page)[MISSION]
    assert text(page, HORIZON) == ""
