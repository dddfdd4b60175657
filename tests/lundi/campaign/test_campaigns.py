"""A campaign by its days: its states, its weeks, how much of it is over, and what it needs to start."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lundi.campaign.campaign import (
    LABELS,
    STOP,
    Campaign,
    Difference,
    Ending,
    Message,
    Plan,
    check_dates,
    differences,
    latest_end,
    refuse_unready,
    starts_far_away,
)
from lundi.time.stretches import CLOSED, DRAFT, RUNNING, TO_CLOSE
from lundi.time.weeks import Week
from lundi.words import language
from lundi.words.errors import NotUnderstood, Refused

TODAY = date(2026, 11, 18)
FIVE = {"goal": "three clients", "offer": "an hour for €90", "audience": "craftsmen", "channel": "word of mouth"}
some_days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
lengths = st.integers(0, 400)


def ready(**other: object) -> Plan:
    return Plan(**{"name": "Three", **FIVE, "ends_on": TODAY + timedelta(23), **other})


def campaign(start: date, end: date, *, closed: date | None = None, **other: object) -> Campaign:
    plan = ready(starts_on=start, ends_on=end)
    ending = None if closed is None else Ending(closed, STOP, **other.pop("found", {}))
    return Campaign("id", plan, start, started_on=start, ending=ending, **other)


# Days


def test_its_states_follow_from_its_days():
    end = date(2026, 12, 11)
    running = campaign(date(2026, 9, 14), end)
    assert Campaign("id", running.plan, TODAY).state(TODAY) == DRAFT
    assert Campaign("id", Plan("Nothing else"), TODAY).state(TODAY) == DRAFT
    assert [running.state(day) for day in (TODAY, end)] == [RUNNING, RUNNING]
    assert running.days_left(TODAY) == 23
    assert running.days_left(end) == 0
    assert campaign(date(2026, 9, 14), end, closed=TODAY).state(TODAY) == CLOSED


def test_f26_it_is_to_be_closed_from_the_morning_after_its_end():
    running = campaign(TODAY, TODAY + timedelta(6))
    assert running.state(TODAY + timedelta(6)) == RUNNING
    assert running.state(TODAY + timedelta(7)) == TO_CLOSE


def test_one_that_was_started_for_a_day_to_come_runs_and_none_of_it_is_over():
    later = campaign(TODAY + timedelta(12), TODAY + timedelta(40))
    assert (later.state(TODAY), later.elapsed(TODAY), later.week_number(TODAY)) == (RUNNING, 0, 1)


@given(some_days, lengths, st.integers(-50, 450))
def test_the_share_of_its_days_that_has_begun(start, length, offset):
    today, end = start + timedelta(offset), start + timedelta(length)
    days = [start + timedelta(number) for number in range(length + 1)]
    assert campaign(start, end).elapsed(today) == Fraction(sum(day <= today for day in days), len(days))


@given(some_days, lengths, st.integers(-50, 450))
def test_its_weeks_hold_its_days_and_no_others(start, length, offset):
    end, today = start + timedelta(length), start + timedelta(offset)
    one = campaign(start, end)
    assert list(one.weeks) == sorted({Week.of(start + timedelta(number)) for number in range(length + 1)})
    number = one.week_number(today)
    assert 1 <= number <= one.week_count
    if start <= today <= end:
        assert start + timedelta(7 * (number - 1)) <= today < start + timedelta(7 * number)
    assert start + timedelta(7 * (one.week_count - 1)) <= end < start + timedelta(7 * one.week_count)


def test_six_weeks_from_a_thursday_are_six():
    one = campaign(date(2026, 11, 19), date(2026, 12, 30))
    assert (one.week_count, one.week_number(date(2026, 11, 23)), one.week_number(date(2026, 12, 30))) == (6, 1, 6)


@given(some_days, lengths, st.integers(-50, 450))
def test_a_closed_one_lasted_until_it_was_closed(start, length, offset):
    end, closed = start + timedelta(length), start + timedelta(offset)
    assert campaign(start, end, closed=closed).span == (start, min(max(start, closed), end))


def test_without_days_it_has_no_weeks():
    bare = Campaign("id", Plan("Bare"), TODAY)
    assert (bare.span, bare.weeks, bare.week_count, bare.week_number(TODAY), bare.elapsed(TODAY)) == (None, (), 0, 0, 0)


def test_product_page_week_ten_of_thirteen():
    one = campaign(date(2026, 9, 14), date(2026, 12, 11))
    assert (one.week_number(TODAY), one.week_count) == (10, 13)
    assert int(one.elapsed(TODAY) * 100) == 74


# Preparation


def test_f12_days_of_preparation_are_counted_and_marked_beyond_fourteen():
    draft = Campaign("id", Plan("Draft"), TODAY)
    assert draft.days_of_preparation(TODAY) == 0
    assert not draft.is_prepared_too_long(TODAY + timedelta(14))
    assert draft.is_prepared_too_long(TODAY + timedelta(15))
    started = Campaign("id", ready(), TODAY, started_on=TODAY + timedelta(3))
    assert started.days_of_preparation(TODAY + timedelta(90)) == 3


@pytest.mark.parametrize(
    ("planned", "first_day"),
    [
        (None, TODAY),
        (TODAY, TODAY),
        (TODAY + timedelta(12), TODAY + timedelta(12)),
        (TODAY - timedelta(2), TODAY),  # it slipped by while the draft was written
        (TODAY - timedelta(40), TODAY - timedelta(40)),  # it was under way before it was written down
    ],
)
def test_f12_the_first_day_of_a_campaign_that_is_started(planned, first_day):
    draft = Campaign("id", ready(starts_on=planned), TODAY - timedelta(10))
    assert draft.first_day_when_started(TODAY) == first_day


@pytest.mark.parametrize("french", [False, True])
def test_f12_five_things_are_enough_to_start(french):
    language.use("fr" if french else "en")
    refuse_unready(ready(), TODAY)
    for missing in FIVE:
        with pytest.raises(Refused):
            refuse_unready(ready(**{missing: ""}), TODAY)


def test_f26_without_an_end_it_cannot_start():
    with pytest.raises(Refused, match=r"A campaign has an end\. Which day\?"):
        refuse_unready(ready(ends_on=None), TODAY)
    with pytest.raises(Refused, match="Its end has gone by: Tue 17 Nov"):
        refuse_unready(ready(ends_on=TODAY - timedelta(1)), TODAY)
    refuse_unready(ready(ends_on=TODAY), TODAY)


def test_x18_two_offers_ask_which_one():
    with pytest.raises(Refused, match=r"Which one\?"):
        refuse_unready(ready(offer="An hour for €90\nA day for €500"), TODAY)


def test_the_end_is_not_before_the_start():
    check_dates(Plan("One day", starts_on=TODAY, ends_on=TODAY))
    check_dates(Plan("No days"))
    with pytest.raises(NotUnderstood, match="Tue 17 Nov < Wed 18 Nov"):
        check_dates(Plan("Back", starts_on=TODAY, ends_on=TODAY - timedelta(1)))


def test_f13_more_than_thirty_days_away_is_far():
    assert starts_far_away(Plan("", starts_on=TODAY + timedelta(200)), TODAY)
    assert starts_far_away(Plan("", starts_on=TODAY + timedelta(31)), TODAY)
    assert not starts_far_away(Plan("", starts_on=TODAY + timedelta(30)), TODAY)
    assert not starts_far_away(Plan(""), TODAY)


# Lengthening, the cost, and what was adapted


@given(some_days, st.integers(1, 400))
def test_it_is_lengthened_by_half_its_length_at_most(start, days):
    end = start + timedelta(days - 1)
    longer = (latest_end(campaign(start, end)) - start).days + 1
    assert longer * 2 <= days * 3 < (longer + 1) * 2


def test_what_cannot_be_lengthened():
    one = campaign(TODAY, TODAY + timedelta(9))
    with pytest.raises(Refused, match="lengthened once already"):
        latest_end(Campaign("id", one.plan, TODAY, started_on=TODAY, first_end=TODAY + timedelta(4)))
    with pytest.raises(Refused, match="under way"):
        latest_end(Campaign("id", one.plan, TODAY))
    with pytest.raises(Refused, match="under way"):
        latest_end(campaign(TODAY, TODAY + timedelta(9), closed=TODAY))


def test_f27_the_difference_between_the_two():
    parent = Campaign("a", ready(channel="email", reader="Yann", attempt="ask later"), TODAY, Message("Hello"))
    child = Campaign("b", ready(channel="breakfast", ends_on=None), TODAY, Message("Hello you"), parent_id="a")
    assert list(differences(parent, child)) == [
        Difference("written for", "Yann", ""),
        Difference("channel", "email", "breakfast"),
        Difference("message", "Hello", "Hello you"),
    ]
    assert list(differences(parent, parent)) == []


def test_f27_what_is_tried_anew_is_a_difference():
    parent = Campaign("a", ready(attempt="ask later"), TODAY)
    child = Campaign("b", ready(attempt="ask the same day"), TODAY, parent_id="a")
    assert list(differences(parent, child)) == [Difference("this time I try", "ask later", "ask the same day")]


def test_every_difference_has_a_field():
    assert set(LABELS) - {"message"} <= {name for name in dir(Plan) if not name.startswith("_")}


def test_a_campaign_of_ten_years_does_not_start():
    plan = Plan("A", "goal", "offer", "all", channel="post", ends_on=date(2036, 11, 18))
    with pytest.raises(Refused, match="ends within a year"):
        refuse_unready(plan, date(2026, 11, 18))
