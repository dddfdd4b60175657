"""What past campaigns read of the file: what their habits did, and no more of many years than that."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from lundi.campaign.review import habits_kept
from lundi.habits.reviews import Review
from lundi.time.days import Moment
from lundi.time.weeks import Week
from storage.campaign.review import read_past, read_programmes_of, read_review
from storage.campaign.rows import read_campaigns
from storage.habits.history import read_carriers, read_history
from storage.habits.reviews import write_review
from storage.store import Store

TODAY = date(2026, 11, 18)
NOW = Moment(TODAY, "2026-11-18T09:10:00+01:00")
SINCE, UNTIL = Week.of(TODAY - timedelta(weeks=60)), Week.of(TODAY)


@pytest.fixture
def filled(sample: Path) -> Iterator[Store]:
    """The sample year: four campaigns, three of them closed."""
    with Store.open(str(sample)) as store:
        yield store


def test_e27_habits_did_what_the_whole_history_says(filled):
    past = read_past(filled, TODAY)
    whole = read_history(filled.connection, SINCE, UNTIL)
    assert any(one.habits for one in past)
    assert [one.habits for one in past] == [habits_kept(whole, one.campaign, TODAY) for one in past]


def test_e27_only_ticks_of_carriers_in_the_weeks_of_their_campaigns_are_read(filled):
    carried = {
        (habit_id, week) for one in read_past(filled, TODAY) for habit_id in one.campaign.habit_ids
        for week in one.campaign.weeks
    }  # fmt: skip
    running = {
        (row["habit_id"], row["day"])
        for row in filled.connection.execute(
            "SELECT habit_id, day FROM tick JOIN campaign_habit USING (habit_id)"
            " JOIN campaign ON campaign.id = campaign_id WHERE closed_on IS NULL"
        )
    }
    history, whole = (read(filled.connection, SINCE, UNTIL) for read in (read_carriers, read_history))
    days = [SINCE.monday + timedelta(number) for number in range(60 * 7)]
    for habit in history.habits:
        for day in days:
            if (habit.id, Week.of(day)) in carried:
                assert history.done_on(habit, day) == whole.done_on(habit, day)
            elif (habit.id, day.isoformat()) not in running:
                assert history.done_on(habit, day) is None


def test_e27_programmes_are_read_again_alone(filled):
    past = read_past(filled, TODAY)
    asked: list[str] = []
    filled.connection.set_trace_callback(asked.append)
    assert read_programmes_of(filled, past) == past
    assert not [sql for sql in asked if "tick" in sql or "measure" in sql]


def test_no_campaign_yet(store):
    assert read_past(store, TODAY) == []


def test_h42_an_end_review_lists_what_the_weeks_of_its_campaign_taught(filled):
    campaigns = {campaign.name: campaign for campaign in read_campaigns(filled)}
    running = read_review(filled, campaigns["Everyone brings a craftsperson"], TODAY)
    assert [(review.week.since(UNTIL), review.worked, review.did_not) for review in running.look_backs] == [
        (-1, "voice instead of text messages", "a day without a service noted"),
        (-5, "Inès said yes", "Denis hesitates"),
        (-9, "asking Yann", ""),
    ]
    closed = read_review(filled, campaigns["One counter only"], TODAY)
    assert [review.week.since(UNTIL) for review in closed.look_backs] == [-17, -19, -20, -24]


def test_h42_a_week_counts_as_a_whole_and_only_where_it_taught_something(filled):
    (running,) = [campaign for campaign in read_campaigns(filled) if campaign.ending is None]
    write_review(filled, Review(UNTIL, proud="three calls", contacts=2), NOW)
    assert len(read_review(filled, running, TODAY).look_backs) == 3
    write_review(filled, Review(UNTIL, did_not="no call"), NOW)
    write_review(filled, Review(UNTIL + -10, worked="before it"), NOW)
    assert read_review(filled, running, TODAY).look_backs[0].did_not == "no call"
    assert len(read_review(filled, running, TODAY).look_backs) == 4
