"""What the end review says: time, habits, money; and what it understands."""

from datetime import date

import pytest

from lundi.campaign.campaign import STOP, Campaign, Difference, Ending, Plan, Programme
from lundi.campaign.review import (
    changed,
    checked_on,
    comes_round,
    cost,
    habits_kept,
    how_far,
    is_due,
    is_early,
    lasted,
    lengthened,
    parse_clients,
    parse_every,
)
from lundi.habits.history import OFF
from lundi.words.errors import NotUnderstood
from lundi.words.language import use

START, END = date(2026, 9, 14), date(2026, 12, 11)  # Monday of 2026-W38, Friday of 2026-W50


def campaign(habits=(), start=START, end=END, **more):
    return Campaign(
        "c",
        Plan("C", starts_on=start, ends_on=end),
        start,
        started_on=start,
        habit_ids=tuple(habit.id for habit in habits),
        **more,
    )


def kept(history, one, today):
    return [(found.habit.name, found.met, found.active) for found in habits_kept(history, one, today)]


def test_weeks_are_counted_inside_the_campaign_only(world):
    calls = world.quota("calls", 1)
    ticks = [(calls, offset, 1) for offset in (-20, -9, -8, -1)]  # -9 is its first week; the first one lies before it
    history = world.history([calls], ticks)
    assert kept(history, campaign([calls]), world.day(0)) == [("calls", 3, 9)]


def test_the_running_week_counts_once_it_is_met_and_never_against(world):
    calls, article = world.quota("calls", 1), world.weekdays("article")
    history = world.history([calls, article], [(calls, 0, 1)])
    one = campaign([calls, article], start=world.day(-1))
    assert kept(history, one, world.day(0, 3)) == [("calls", 1, 2), ("article", 0, 1)]


def test_a_week_that_ended_counts_against(world):
    calls = world.quota("calls", 1)
    one = campaign([calls], start=world.day(-1), end=world.day(0, 7))
    assert kept(world.history([calls]), one, world.day(1)) == [("calls", 0, 2)]


def test_weeks_off_are_not_active_and_habits_that_do_not_carry_it_are_left_out(world):
    calls, other = world.quota("calls", 1), world.quota("other", 1)
    history = world.history([calls, other], [(calls, -2, 1)], marks={-1: OFF})
    assert kept(history, campaign([calls], start=world.day(-2)), world.day(0)) == [("calls", 1, 1)]


def test_a_habit_that_is_not_there_any_more_and_a_campaign_to_come(world):
    calls = world.quota("calls", 1)
    lost = world.quota("lost", 1)
    one = campaign([calls, lost], start=world.day(2), end=world.day(4))
    assert kept(world.history([calls]), one, world.day(0)) == [("calls", 0, 0)]


def test_a_campaign_that_was_closed_early_counts_until_then(world):
    calls = world.quota("calls", 1)
    ending = Ending(world.day(-6), STOP)
    one = campaign([calls], start=world.day(-9), ending=ending)
    history = world.history([calls], [(calls, -3, 1), (calls, -7, 1)])
    assert kept(history, one, world.day(0)) == [("calls", 1, 4)]


def test_it_is_early_until_the_day_before_the_last():
    assert is_early(campaign(), date(2026, 12, 10))
    assert not is_early(campaign(), END)
    assert not is_early(campaign(), date(2026, 12, 12))


@pytest.mark.parametrize(
    ("language", "whole", "half", "longer"),
    [
        (
            "en",
            "13 weeks, 14\u00a0September – 11\u00a0December\u00a02026",
            "week 10 of 10, 1 day before its end",
            "lengthened; it was to end 27 November: not there yet",
        ),
        (
            "fr",
            "13 semaines, 14\u00a0septembre – 11\u00a0décembre\u00a02026",
            "semaine 10 sur 10, 1 jour avant sa fin",
            "prolongée\u00a0; elle devait finir le 27 novembre\u00a0: not there yet",
        ),
    ],
)
def test_how_it_lasted(language, whole, half, longer):
    use(language)
    assert lasted(campaign()) == whole
    end = date(2026, 11, 19)
    assert how_far(campaign(end=end), date(2026, 11, 18)) == half
    assert lengthened(campaign(first_end=date(2026, 11, 27), lengthened_why="not there yet")) == longer
    assert lengthened(campaign()) == ""


def test_x02_what_it_cost_for_each_new_client_and_by_word_of_mouth():
    assert cost(24000, 3) == "€240 and 3 clients: €80 each; by word of mouth: €0"
    assert cost(24000, 1) == "€240 and 1 client: €240 each; by word of mouth: €0"
    assert cost(10000, 3) == "€100 and 3 clients: €33.33 each; by word of mouth: €0"
    assert cost(24000, 0) == cost(24000, None) == "€240; by word of mouth: €0"
    assert cost(0, 3) == "nothing spent"


def test_x02_in_french(in_french):
    assert (
        cost(24000, 3) == "240\u00a0€ et 3 clients\u00a0: 80\u00a0€ chacun\u00a0; par bouche-à-oreille\u00a0: 0\u00a0€"
    )


def test_f27_a_difference_is_one_sentence(in_french):
    assert changed(Difference("channel", "courriel", "petit-déjeuner")) == "canal\u00a0: courriel → petit-déjeuner"
    assert changed(Difference("line", "", "Trésorerie")) == "gamme\u00a0: – → Trésorerie"


def test_f28_a_programme_says_how_often_and_when_it_is_looked_at():
    one = Programme("c", "Breakfasts", 4, date(2026, 7, 20), date(2027, 7, 19))
    assert comes_round(one) == "every 4 weeks"
    assert comes_round(Programme("c", "Letters", 1, date(2026, 7, 20), date(2027, 7, 19))) == "weekly"
    assert checked_on(one, date(2027, 7, 18)) == "looked at on 19 July 2027"
    assert checked_on(one, date(2027, 7, 19)) == "to be looked at since 19 July 2027"
    assert (is_due(one, date(2027, 7, 18)), is_due(one, date(2027, 7, 19))) == (False, True)


def test_numbers_that_are_none_are_refused():
    assert [parse_clients(text) for text in ("", "  ", "0", " 12 ")] == [None, None, 0, 12]
    for text in ("trois", "-1", "2.5", "1e3", "٣", "³", "9" * 5000, "100001"):
        with pytest.raises(NotUnderstood, match="no number of clients"):
            parse_clients(text)
    assert [parse_every(text) for text in ("1", " 52 ")] == [1, 52]
    for text in ("", "0", "53", "four", "-4", "²", "9" * 5000):
        with pytest.raises(NotUnderstood, match="every how many weeks"):
            parse_every(text)
