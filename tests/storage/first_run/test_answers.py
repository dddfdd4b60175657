"""The answers of the first run, given again on a later day: what stands there stays, and each is one change."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date

import pytest

from lundi import changes
from lundi.campaign.campaign import Campaign, Plan
from lundi.strategy.page import CHANNEL, LINE
from lundi.time.days import Moment
from lundi.time.stretches import DRAFT, RUNNING
from lundi.words.errors import Refused
from storage.campaign.intents import edit_campaign, start_campaign
from storage.campaign.rows import read_running
from storage.file.undo import last_changes, undo
from storage.first_run.answers import Begun, put_campaign, put_first_thing, put_habits, put_lines, read_begun
from storage.habits.choices import read_choices
from storage.habits.intents import Card
from storage.strategy.intents import NO_REASON, choose, read_strategy
from storage.strategy.shelf import shelve
from tests.undoing import check_nothing, check_refusal, check_undo

MONDAY, FRIDAY = (Moment(date(2026, 11, day), f"2026-11-{day}T09:00:00") for day in (16, 20))
END = date(2026, 12, 29)
CARD = ("My name", "Ten people", "An hour", "many", "Yann", "Pruning", "Letters")
ASKED = Plan("Ten people", "Ten people", "An hour", "many", line="Pruning", channel="Letters", ends_on=END)
GIVEN = {"name": "Ten people", "line": "Pruning", "channel": "Letters"}


@contextmanager
def answering(store):
    with store.intent(changes.FIRST_ANSWER, FRIDAY, {"label": "line"}):
        yield


def asked(**others) -> Plan:
    """What the question asks, in other words."""
    fields = ("name", "goal", "offer", "audience", "line", "channel", "ends_on")
    return Plan(**{**{field: getattr(ASKED, field) for field in fields}, **others})


def begin(store, plan: Plan = ASKED) -> Campaign:
    """A campaign begun on Monday, and then given more in its place."""
    choose(store, CHANNEL, "Letters", MONDAY)
    known = put_campaign(store, "", plan, MONDAY)
    campaign = read_begun(store, known)
    edit_campaign(store, campaign, more(campaign.plan), MONDAY)
    return read_begun(store, known)


def more(plan: Plan) -> Plan:
    return Plan(*CARD[:5], plan.line, plan.channel, plan.starts_on, plan.ends_on, "enough said", "try this", 24000)


def again(store, campaign: Campaign, now: Moment = FRIDAY, **others) -> Campaign | None:
    return read_begun(store, put_campaign(store, campaign.id, asked(**others), now, GIVEN))


# The campaign


def test_the_same_answer_on_a_later_day_writes_nothing(store, dump):
    campaign = begin(store)
    assert campaign.plan.starts_on == MONDAY.day
    check_nothing(store, dump, lambda: again(store, campaign))


def test_only_what_is_asked_is_written_and_it_stays_started(store, dump):
    campaign = begin(store)
    check_undo(store, dump, FRIDAY, lambda: again(store, campaign, goal="Eight people", name="Eight people"))
    after = read_begun(store, campaign.id)
    goal = ("My name", "Eight people", *CARD[2:])
    assert after.plan == Plan(*goal, MONDAY.day, END, "enough said", "try this", 24000)
    assert after.started_on == MONDAY.day
    assert read_running(store).id == campaign.id


def test_line_and_channel_follow_as_long_as_nobody_gave_it_others(store):
    campaign = begin(store)
    assert again(store, campaign, line="Hedges").plan.line == "Hedges"
    assert read_running(store).plan.starts_on == MONDAY.day
    campaign = read_begun(store, campaign.id)
    plan = more(campaign.plan)
    edit_campaign(store, campaign, Plan(*plan[:5], "Lawns", "Market", *plan[7:]), FRIDAY)
    after = again(store, campaign, line="Ponds", channel="Telephone")
    assert (after.plan.line, after.plan.channel) == ("Lawns", "Market")


def test_a_name_of_its_own_goal_follows_the_goal(store):
    choose(store, CHANNEL, "Letters", MONDAY)
    campaign = read_begun(store, put_campaign(store, "", ASKED, MONDAY))
    assert again(store, campaign, goal="Eight people", name="Eight people").name == "Eight people"


def test_what_lacks_something_is_a_draft_that_keeps_its_first_day(store):
    campaign = begin(store)
    after = again(store, campaign, offer="")
    assert after.state(FRIDAY.day) == DRAFT
    assert after.plan.starts_on == MONDAY.day
    assert (after.plan.reader, after.plan.enough) == ("Yann", "enough said")
    assert read_running(store) is None
    assert again(store, after).state(FRIDAY.day) == RUNNING


def test_a_draft_becomes_a_campaign_when_it_lacks_nothing(store):
    campaign = begin(store, asked(channel=""))
    assert campaign.state(MONDAY.day) == DRAFT
    after = read_begun(store, put_campaign(store, campaign.id, ASKED, MONDAY, {**GIVEN, "channel": ""}))
    assert after.state(MONDAY.day) == RUNNING
    assert after.plan == Plan(*CARD, MONDAY.day, END, "enough said", "try this", 24000)


def test_why_it_was_started_all_the_same_stays(store):
    choose(store, CHANNEL, "Letters", MONDAY)
    campaign = read_begun(store, put_campaign(store, "", asked(channel=""), MONDAY))
    edit_campaign(store, campaign, ASKED, MONDAY)
    start_campaign(store, campaign, MONDAY, anyway="it is small", hides_weakness="no")
    after = again(store, campaign, MONDAY, ends_on=date(2026, 12, 15))
    assert (after.started_anyway, after.hides_weakness) == ("it is small", "no")
    assert after.plan.ends_on == date(2026, 12, 15)


def test_its_end_is_corrected_on_the_day_it_was_started_and_not_later(store, dump):
    campaign = begin(store)
    assert again(store, campaign, MONDAY, ends_on=date(2026, 12, 15)).plan.ends_on == date(2026, 12, 15)
    for act, match in (
        (lambda: again(store, campaign), "Lengthen it"),
        (lambda: again(store, campaign, ends_on=date(2026, 11, 19)), "gone by"),
        (lambda: again(store, campaign, offer="An hour\nA day", ends_on=date(2026, 12, 15)), "more than one offer"),
    ):
        check_refusal(store, dump, Refused, match, act)


def test_a_campaign_whose_end_has_gone_by_holds_nobody_up(store, dump):
    campaign = begin(store)
    later = Moment(date(2027, 1, 4), "2027-01-04T09:00:00")
    check_nothing(store, dump, lambda: again(store, campaign, later))
    assert again(store, campaign, later, goal="Eight people").started_on == MONDAY.day


# The lines


def shelf(store) -> list[tuple[str, date | None]]:
    return [(one.name, one.look_again_on) for one in read_strategy(store, FRIDAY.day).shelf if one.kind == LINE]


def test_a_line_that_was_not_shown_is_not_put_away(store):
    choose(store, LINE, "Coaching", MONDAY)
    shelve(store, LINE, "Pruning", date(2027, 1, 4), "takes Thursdays", MONDAY)
    shelve(store, LINE, "Hedges", None, "", MONDAY)
    put_lines(store, ["Coaching", "Lawns"], ["Coaching", "Hedges"], FRIDAY, NO_REASON)
    assert shelf(store) == [("Pruning", date(2027, 1, 4)), ("Lawns", None)]


def test_without_a_name_the_chosen_one_stays_unless_it_was_shown(store):
    choose(store, LINE, "Coaching", FRIDAY)
    put_lines(store, [], ["Hedges"], FRIDAY, NO_REASON)
    assert read_strategy(store, FRIDAY.day).text(LINE) == "Coaching"
    put_lines(store, [], ["Coaching"], FRIDAY, NO_REASON)
    assert read_strategy(store, FRIDAY.day).text(LINE) == ""
    assert shelf(store) == []


# One answer is one change


def test_each_answer_is_one_change(store, dump):
    def lines() -> None:
        put_lines(store, ["Pruning", "Hedges", "Lawns"], [], FRIDAY, NO_REASON)

    def channel() -> None:
        choose(store, CHANNEL, "Letters", FRIDAY)
        put_first_thing(store, "", "A card", FRIDAY)

    def campaign() -> None:
        known.append(put_campaign(store, "", ASKED, FRIDAY))

    def habits() -> None:
        begun = [Begun(name, Card(name), "3") for name in ("Calls", "Walk")]
        put_habits(store, begun, {}, known[0], FRIDAY)

    known: list[str] = []
    for act in (lines, channel, campaign, habits):

        def answer(act=act) -> None:
            with answering(store):
                act()

        assert check_undo(store, dump, FRIDAY, answer) == "first run: line"
    assert [change.intent for change in last_changes(store, 9)] == [changes.FIRST_ANSWER] * 4
    undo(store, FRIDAY, 4)
    assert read_choices(store.connection) == {}


def test_a_refusal_takes_the_whole_answer_with_it(store, dump):
    choose(store, LINE, "Coaching", MONDAY)

    def answer() -> None:
        with answering(store):
            put_lines(store, ["Coaching", "Hedges"], [], FRIDAY, NO_REASON)
            shelve(store, LINE, "Coaching", None, "", FRIDAY)

    check_refusal(store, dump, Refused, "there already", answer)
    assert not store.connection.execute("SELECT * FROM open_batch").fetchall()


@pytest.mark.parametrize("names", [["Coaching", "Hedges"], ["Coaching"]])
def test_an_answer_that_changes_nothing_is_no_change(store, dump, names):
    choose(store, LINE, "Coaching", MONDAY)
    shelve(store, LINE, "Hedges", None, "", MONDAY)

    def answer() -> None:
        with answering(store):
            put_lines(store, names, names, FRIDAY, NO_REASON)

    check_nothing(store, dump, answer)
