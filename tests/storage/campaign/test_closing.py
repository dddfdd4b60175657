"""Closing a campaign: its verdict and everything that follows from it are one change."""

from __future__ import annotations

import random
import time
from datetime import date, timedelta

import pytest

from lundi.campaign.campaign import ADAPT, PROGRAMME, REPEAT, STOP, Campaign, Difference, Ending, Message, differences
from lundi.campaign.measures import Measure
from lundi.habits.habit import QUOTA, Goal
from lundi.time.stretches import CLOSED
from lundi.words.errors import NotUnderstood, Refused
from storage.campaign.closing import (
    CHANGE,
    KEEP,
    PUT_AWAY,
    Cadence,
    close_campaign,
    end_programme,
    keep_programme,
    year_from,
)
from storage.campaign.focus import read_running_end
from storage.campaign.intents import (
    carry_by,
    define_measures,
    edit_campaign,
    start_campaign,
    write_message,
    write_values,
)
from storage.campaign.rows import read_campaigns, read_programmes, read_running
from storage.doctor import examine
from storage.file.undo import undo
from storage.habits.intents import Card
from storage.store import Store
from tests.drafts import at, draft, plan
from tests.lives import Lives
from tests.undoing import check_refusal, check_undo

BEGUN = at(date(2026, 11, 18))
LATER = at(date(2026, 12, 14))
HABITS = ("Calls", "Article", "Visits")
MONTHLY = Cadence("Breakfasts", 4, year_from(LATER.day))


@pytest.fixture
def file(store: Store) -> Store:
    """A campaign past its end, with all that one can have."""
    for name in HABITS:
        store.add_habit(Card(name), Goal(BEGUN.week, QUOTA, 5), BEGUN)
    one = draft(store, reader="Yann", line="Cash", enough="asked thirteen", attempt="ask later", spent=24_000)
    define_measures(store, one, [Measure("", "Sent", 0, 10_000)], BEGUN)
    carry_by(store, one, [store.find_habit(name).id for name in HABITS], BEGUN)
    write_message(store, one, Message("You know one?", "I am", "yes", "so", "call"), BEGUN)
    start_campaign(store, one, BEGUN)
    write_values(store, running(store), {running(store).measures[0].id: 7000}, BEGUN)
    return store


def running(store: Store) -> Campaign:
    found = read_running(store)
    assert found is not None
    return found


def close(store: Store, verdict: str, **other: object) -> str | None:
    ending = Ending(LATER.day, verdict, "partly", 3, "ask sooner", "no")
    cadence = MONTHLY if verdict == PROGRAMME else None
    return close_campaign(store, running(store), ending, LATER, **{"cadence": cadence, **other})


def fates(store: Store) -> dict[str, str]:
    return dict(zip((store.find_habit(name).id for name in HABITS), (KEEP, CHANGE, PUT_AWAY), strict=True))


@pytest.mark.parametrize("verdict", [STOP, REPEAT, ADAPT, PROGRAMME])
def test_closing_is_one_undo(file, dump, verdict):
    assert check_undo(file, dump, LATER, lambda: close(file, verdict, habits=fates(file))) == (
        "campaign closed: Each one brings one"
    )
    assert (read_running(file), read_running_end(file)) == (None, None)
    undo(file, LATER)
    assert running(file).ending is None


def test_what_the_review_found_is_kept(file):
    assert close(file, STOP) is None
    (closed,) = read_campaigns(file)
    assert closed.ending == Ending(LATER.day, STOP, "partly", 3, "ask sooner", "no")
    assert closed.state(LATER.day) == CLOSED
    assert closed.measures[0].now == 7000


def test_closed_early_it_lasted_until_that_day(file):
    early = at(date(2026, 11, 25))
    close_campaign(file, running(file), Ending(early.day, STOP), early)
    assert read_campaigns(file)[0].span == (BEGUN.day, early.day)


@pytest.mark.parametrize("verdict", [REPEAT, ADAPT])
def test_f27_a_copy_has_the_card_and_the_message_and_leads_to_its_parent(file, verdict):
    parent = running(file)
    child_id = close(file, verdict, habits=fates(file))
    child, closed = read_campaigns(file)
    assert (child.id, child.parent_id, closed.id) == (child_id, parent.id, parent.id)
    assert (child.state(LATER.day), child.added_on) == ("draft", LATER.day)
    assert child.message == parent.message
    assert [(one.name, one.start, one.target, one.values) for one in child.measures] == [("Sent", 0, 10_000, ())]
    assert (child.plan.starts_on, child.plan.ends_on, child.plan.spent, child.plan.attempt) == (None, None, 0, "")
    assert list(differences(closed, child)) == []
    assert file.find_habit("Calls").id in child.habit_ids
    assert len(child.habit_ids) == 2  # the one that was put away carries nothing any more


def test_f27_an_adapted_copy_shows_what_changed(file):
    close(file, ADAPT)
    child, closed = read_campaigns(file)
    changed = plan(reader="", line="Cash", enough="asked thirteen", channel="breakfast", attempt="ask the same day")
    edit_campaign(file, child, changed, LATER)
    child, closed = read_campaigns(file)
    expected = [
        Difference("written for", "Yann", ""),
        Difference("channel", "email", "breakfast"),
        Difference("this time I try", "ask later", "ask the same day"),
    ]
    assert list(differences(closed, child)) == expected
    edit_campaign(file, child, plan(reader="", line="Cash", enough="asked thirteen", channel="breakfast",
                                    attempt="ask the same day", ends_on=date(2027, 2, 1)), LATER)  # fmt: skip
    start_campaign(file, child, LATER)
    close_campaign(file, running(file), Ending(date(2027, 2, 1), STOP), at(date(2027, 2, 1)))
    assert list(differences(*reversed(read_campaigns(file)))) == expected


def test_f28_after_a_programme_a_new_campaign_starts_at_once(file):
    close(file, PROGRAMME)
    (programme,) = read_programmes(file)
    assert (programme.name, programme.every, programme.from_day) == ("Breakfasts", 4, LATER.day)
    assert programme.check_on == date(2027, 12, 14)
    start_campaign(file, draft(file, "Another", LATER, ends_on=date(2027, 2, 1)), LATER)
    assert running(file).name == "Another"
    assert [habit.name for habit in file.habits() if habit.is_current] == list(HABITS)


def test_f28_a_programme_is_kept_for_a_year_or_ends(file, dump):
    close(file, PROGRAMME)
    (programme,) = read_programmes(file)
    then = at(date(2027, 12, 13))
    about = (programme.campaign_id, programme.name)
    assert check_undo(file, dump, then, lambda: keep_programme(file, *about, then)) == (
        "programme kept for a year: Breakfasts"
    )
    assert read_programmes(file)[0].check_on == date(2028, 12, 14)
    assert check_undo(file, dump, then, lambda: end_programme(file, *about, then)) == "programme ended: Breakfasts"
    assert read_programmes(file) == []
    for intent in (end_programme, keep_programme):
        check_refusal(file, dump, Refused, "not there any more", lambda intent=intent: intent(file, *about, then))


@pytest.mark.parametrize(
    ("check_on", "kept_on", "next_check"),
    [
        (date(2028, 6, 1), date(2026, 12, 15), date(2029, 6, 1)),
        (date(2027, 12, 14), date(2028, 1, 10), date(2029, 1, 10)),
        (date(2028, 2, 29), date(2028, 2, 29), date(2029, 2, 28)),
    ],
)
def test_f28_keeping_a_programme_never_brings_its_check_nearer(file, check_on, kept_on, next_check):
    close(file, PROGRAMME, cadence=Cadence("Breakfasts", 4, check_on))
    (programme,) = read_programmes(file)
    keep_programme(file, programme.campaign_id, programme.name, at(kept_on))
    assert read_programmes(file)[0].check_on == next_check


def test_a_programme_has_no_name_that_could_not_be_imported(file, dump):
    cadence = Cadence("x" * 1001, 4, date(2027, 12, 14))
    check_refusal(file, dump, NotUnderstood, "longer than 1000", lambda: close(file, PROGRAMME, cadence=cadence))


@pytest.mark.parametrize("cadence", [None, Cadence("x", 0, LATER.day), Cadence("x", -1, LATER.day)])
def test_f28_a_programme_knows_its_weeks(file, dump, cadence):
    check_refusal(file, dump, NotUnderstood, "how many weeks", lambda: close(file, PROGRAMME, cadence=cadence))


def test_a_programme_without_a_name_has_its_campaigns(file):
    close(file, PROGRAMME, cadence=Cadence(" ", 2, LATER.day))
    assert read_programmes(file)[0].name == "Each one brings one"


def test_each_habit_is_kept_looked_at_or_put_away(file):
    close(file, STOP, habits=fates(file))
    by_name = {habit.name: habit for habit in file.habits()}
    calls, article, visits = (by_name[name] for name in HABITS)
    assert calls.review_on == LATER.day + timedelta(weeks=13)
    assert article.review_on == LATER.day
    assert visits.is_archived
    assert not calls.is_archived


def test_a_habit_that_is_not_named_stays_as_it_is(file):
    before = file.habits()
    close(file, STOP)
    assert file.habits() == before


def test_one_that_was_not_started_or_is_closed_is_not_closed(file, dump):
    drafted = draft(file, "Draft", LATER, ends_on=None)
    ending = Ending(LATER.day, STOP)
    check_refusal(file, dump, Refused, "not under way", lambda: close_campaign(file, drafted, ending, LATER))
    seen = running(file)
    close(file, STOP)
    check_refusal(file, dump, Refused, "not under way", lambda: close_campaign(file, seen, ending, LATER))


CLOSING_FOR_LIFE = """
from datetime import date
from lundi.campaign.campaign import Ending
from lundi.time.days import Moment
from storage.campaign.rows import read_running
from storage.campaign.closing import CHANGE, KEEP, PUT_AWAY, close_campaign
from storage.store import Store

now = Moment(date(2026, 12, 14), "2026-12-14T09:10:00")

def live(path):
    with Store.open(path) as store:
        one = read_running(store)
        habits = dict(zip(one.habit_ids, (KEEP, CHANGE, PUT_AWAY)))
        say("closing")
        close_campaign(store, one, Ending(now.day, "adapt", "partly", 3, "ask sooner", "no"), now, habits=habits)
        say("closed")
"""


@pytest.mark.slow
def test_killed_while_closing_all_of_it_is_there_or_nothing(file, dump, database):
    """Sixty lives that end at moments that differ, in the middle of the change too."""
    before, moments = dump(file.connection), random.Random(47)

    def check_closed() -> None:
        child, closed = read_campaigns(file)
        assert (closed.ending.lesson, child.parent_id, len(child.habit_ids)) == ("ask sooner", closed.id, 2)
        assert sum(habit.is_archived for habit in file.habits()) == 1

    with Lives(CLOSING_FOR_LIFE, database) as lives:
        for _time in range(60):
            life = lives.begin()
            assert lives.next_word() == "closing"
            time.sleep(moments.uniform(0, 0.006))
            answered = lives.end(life)
            if read_running(file) is not None:
                assert (dump(file.connection), answered) == (before, [])
                continue
            check_closed()
            undo(file, LATER)
            assert dump(file.connection) == before
        life = lives.begin()
        assert [lives.next_word(), lives.next_word()] == ["closing", "closed"]  # they can do what they were killed at
        lives.end(life)
    check_closed()
    assert examine(file).is_sound
