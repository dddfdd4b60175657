"""Campaigns in a file: one at a time, changed and taken back as one, by several programs at once."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from lundi.campaign.campaign import STOP, Campaign, Ending, Message, Plan, latest_end
from lundi.campaign.measures import Measure
from lundi.habits.habit import QUOTA, Goal
from lundi.strategy.page import CHANNEL
from lundi.words.errors import NotUnderstood, Refused
from storage.campaign.closing import close_campaign
from storage.campaign.focus import read_running_end
from storage.campaign.intents import (
    carry_by,
    define_measures,
    draft_campaign,
    edit_campaign,
    lengthen,
    let_go,
    repair_first,
    start_campaign,
    write_message,
    write_values,
)
from storage.campaign.rows import read_campaigns, read_running
from storage.file.undo import last_changes, redo, undo
from storage.habits.intents import Card
from storage.store import Store
from storage.strategy.intents import read_strategy
from storage.strategy.shelf import change_choice, put_away_choice
from tests.drafts import END, NAME, NOW, TODAY, at, draft, plan
from tests.undoing import check_nothing, check_refusal, check_undo

ROOT = Path(__file__).parents[3]


def campaign(store: Store, name: str = NAME) -> Campaign:
    return next(one for one in read_campaigns(store) if one.name == name)


def habit_id(store: Store, name: str = "Calls") -> str:
    return store.find_habit(name).id


@pytest.fixture
def file(store: Store) -> Store:
    """A running campaign with two measures and a habit, and a draft."""
    store.add_habit(Card("Calls"), Goal(NOW.week, QUOTA, 5), NOW)
    store.add_habit(Card("Article"), Goal(NOW.week, QUOTA, 1), NOW)
    draft(store)
    define_measures(store, campaign(store), [Measure("", "Sent", 0, 10_000), Measure("", "Met", 0, 8000)], NOW)
    carry_by(store, campaign(store), [habit_id(store)], NOW)
    start_campaign(store, campaign(store), NOW)
    draft(store, "Second", ends_on=date(2027, 2, 1))
    return store


# One intent, one undo


def running_measures(store: Store) -> tuple[Measure, ...]:
    return campaign(store).measures


INTENTS = {
    "draft": lambda store: draft_campaign(
        store, plan("Third", channel="breakfast", line="Workshop"), NOW, first_piece="one card"
    ),
    "draft with a parent": lambda store: draft_campaign(
        store, plan("Third"), NOW, parent=campaign(store), measures=running_measures(store)
    ),
    "edit": lambda store: edit_campaign(store, campaign(store), plan("Renamed", spent=24_000, starts_on=TODAY), NOW),
    "edit to a new channel": lambda store: edit_campaign(
        store, campaign(store, "Second"), plan("Second", channel="breakfast"), NOW
    ),
    "message": lambda store: write_message(
        store, campaign(store), Message("You\nknow one?", "I am", "yes", "so", "call"), NOW
    ),
    "habits": lambda store: carry_by(store, campaign(store), [habit_id(store, "Article")], NOW),
    "no habit": lambda store: carry_by(store, campaign(store), [], NOW),
    "measures": lambda store: define_measures(
        store, campaign(store), [Measure("", "New", 0, 3000), *running_measures(store)[1:]], NOW
    ),
    "values": lambda store: write_values(store, campaign(store), {running_measures(store)[0].id: 7000}, NOW),
    "repair": lambda store: repair_first(store, campaign(store, "Second"), NOW),
    "lengthen": lambda store: lengthen(store, campaign(store), END + timedelta(7), "they were away", NOW),
    "let go": lambda store: let_go(store, campaign(store, "Second"), NOW),
}


@pytest.mark.parametrize("name", INTENTS)
def test_each_change_is_one_undo(file, dump, name):
    assert check_undo(file, dump, NOW, lambda: INTENTS[name](file))


def test_starting_is_one_undo_and_the_focus_goes_with_it(store, dump):
    one = draft(store)
    assert check_undo(store, dump, NOW, lambda: start_campaign(store, one, NOW, anyway="now or never"))
    assert (read_running(store).started_anyway, read_running_end(store)) == ("now or never", END)
    undo(store, NOW)
    assert (read_running(store), read_running_end(store)) == (None, None)
    start_campaign(store, draft(store, "Another"), NOW)
    assert read_running(store).name == "Another"


def test_one_that_runs_and_is_undone_altogether_leaves_no_focus_behind(store, dump):
    before = dump(store.connection)
    start_campaign(store, draft(store), NOW)
    undo(store, NOW, 2)
    assert dump(store.connection) == before
    assert read_running(store) is None
    redo(store, NOW)
    redo(store, NOW)
    assert read_running(store).name == "Each one brings one"


def test_the_journal_says_what_was_changed(file):
    lengthen(file, campaign(file), END + timedelta(7), "they were away", NOW)
    assert [change.sentence for change in last_changes(file, 3)] == [
        "Each one brings one lengthened until Fri 18 Dec",
        "campaign begun: Second",
        "campaign started: Each one brings one",
    ]


@pytest.mark.parametrize(
    "act",
    [
        lambda store: carry_by(store, campaign(store), [habit_id(store), habit_id(store)], NOW),
        lambda store: define_measures(store, campaign(store), running_measures(store), NOW),
        lambda store: edit_campaign(store, campaign(store), campaign(store).plan, NOW),
        lambda store: write_message(store, campaign(store), campaign(store).message, NOW),
        lambda store: write_values(store, campaign(store), {}, NOW),
    ],
)
def test_what_is_no_other_is_no_change(file, dump, act):
    check_nothing(file, dump, lambda: act(file))


# F22: one at a time


def test_f22_a_second_campaign_is_refused(file, dump):
    sentence = check_refusal(
        file, dump, Refused, "Close it first", lambda: start_campaign(file, campaign(file, "Second"), NOW)
    )
    assert sentence == "'Each one brings one' runs until Fri 11 Dec. Close it first?"
    close_campaign(file, campaign(file), Ending(TODAY, STOP), NOW)
    start_campaign(file, campaign(file, "Second"), NOW)
    assert read_running(file).name == "Second"


def test_f22_a_second_campaign_is_refused_by_sql_too(file):
    with pytest.raises(sqlite3.IntegrityError):
        file.connection.execute("INSERT INTO focus VALUES ('campaign', ?)", (campaign(file, "Second").id,))


STARTING = """
import sys
from datetime import date
from lundi.time.days import Moment
from lundi.words.errors import Refused
from storage.campaign.rows import read_campaigns
from storage.campaign.intents import start_campaign
from storage.store import Store

with Store.open(sys.argv[1]) as store:
    one = next(one for one in read_campaigns(store) if one.name == sys.argv[2])
    print("ready", flush=True)
    sys.stdin.readline()
    try:
        start_campaign(store, one, Moment(date(2026, 11, 18), "2026-11-18T09:10:00"))
        print("started")
    except Refused as refused:
        print(refused.sentence)
"""


def test_f22_two_programs_start_a_campaign_at_once(store, database):
    for name in ("A", "B"):
        draft(store, name)
    for _time in range(3):
        children = [
            subprocess.Popen(
                [sys.executable, "-c", STARTING, str(database), name],
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                encoding="utf-8",
            )
            for name in ("A", "B")
        ]
        for child in children:
            assert child.stdout.readline() == "ready\n"
        for child in children:
            child.stdin.write("go\n")
            child.stdin.flush()
        said = [child.communicate(timeout=60)[0].strip() for child in children]
        running = read_running(store)
        assert sorted(said) == sorted(["started", f"'{running.name}' runs until Fri 11 Dec. Close it first?"])
        assert [one.name for one in read_campaigns(store) if one.started_on] == [running.name]
        undo(store, NOW)


# F12, F26: starting


def test_f12_five_things_are_enough_and_f26_an_end_is_one_of_them(store, dump):
    for missing in ("goal", "offer", "audience", "channel", "ends_on"):
        one = draft(store, f"Without {missing}", **{missing: None if missing == "ends_on" else ""})
        check_refusal(store, dump, Refused, None, lambda one=one: start_campaign(store, one, NOW))
    start_campaign(store, draft(store, "With all five"), NOW)
    assert read_running(store).name == "With all five"


def test_f12_days_of_preparation_end_with_the_start(store):
    draft(store)
    start_campaign(store, campaign(store), at(TODAY + timedelta(16)))
    running = read_running(store)
    assert running.days_of_preparation(date(2026, 12, 20)) == 16
    assert running.is_prepared_too_long(date(2026, 12, 20))


@pytest.mark.parametrize(
    ("planned", "first_day"),
    [
        (None, date(2026, 11, 20)),
        (TODAY, date(2026, 11, 20)),  # it slipped by
        (date(2026, 11, 24), date(2026, 11, 24)),
        (date(2026, 9, 14), date(2026, 9, 14)),  # under way before it was written down
    ],
)
def test_its_first_day_when_it_is_started(store, planned, first_day):
    draft(store, starts_on=planned)
    start_campaign(store, campaign(store), at(date(2026, 11, 20)))
    assert read_running(store).plan.starts_on == first_day
    assert read_running(store).started_on == date(2026, 11, 20)


def test_one_that_runs_is_not_started_again(file, dump):
    check_refusal(file, dump, Refused, "started already", lambda: start_campaign(file, campaign(file), NOW))


def test_x18_several_offers_ask_which_one(store, dump):
    one = draft(store, offer="An hour\nA day")
    check_refusal(store, dump, Refused, "Which one?", lambda: start_campaign(store, one, NOW))
    edit_campaign(store, one, plan(offer="An hour\n \n"), NOW)
    start_campaign(store, one, NOW)


def test_f13_a_first_piece_becomes_an_idea(store):
    draft_campaign(store, plan(starts_on=TODAY + timedelta(200), ends_on=None), NOW, first_piece="write to one")
    assert [tuple(row) for row in store.connection.execute("SELECT title, state FROM action")] == [
        ("write to one", "idea")
    ]


def test_x13_a_campaign_that_hides_a_weakness_leaves_a_draft_to_mend_it(store):
    one = draft(store)
    repair_id = repair_first(store, one, NOW)
    found = {other.id: other for other in read_campaigns(store)}
    assert found[one.id].hides_weakness == "yes"
    assert (found[one.id].started_on, read_running(store)) == (None, None)
    assert (found[repair_id].name, found[repair_id].plan.channel) == ("Mend first", "email")


# What is drafted and changed


def test_its_name_is_its_goal_where_it_has_none(store, dump):
    draft_campaign(store, Plan("", goal=" three\tclients "), NOW)
    assert [one.name for one in read_campaigns(store)] == ["three clients"]
    for bad, words in (
        (Plan(" "), "name or a goal"),
        (Plan("x" * 1001), "longer than 1000"),
        (Plan("x", starts_on=END, ends_on=TODAY), "end is before the start"),
    ):
        check_refusal(store, dump, NotUnderstood, words, lambda bad=bad: draft_campaign(store, bad, NOW))


def test_a_new_channel_of_a_campaign_is_on_the_shelf(store):
    draft(store, channel="breakfast")
    draft(store, "Another", channel="BREAKFAST")
    assert [one.name for one in read_strategy(store, TODAY).shelf] == ["breakfast"]
    assert campaign(store, "Another").plan.channel == "breakfast"


def test_a_channel_that_was_put_away_or_renamed_is_named_still(file):
    (email,) = read_strategy(file, TODAY).shelf
    change_choice(file, email, "letters", None, "", NOW)
    assert campaign(file).plan.channel == "letters"
    put_away_choice(file, email, NOW)
    assert campaign(file).plan.channel == "letters"
    second = campaign(file, "Second")
    edit_campaign(file, second, plan("Second", channel="letters", goal="another"), NOW)
    assert campaign(file, "Second").plan.channel == "letters"
    assert read_strategy(file, TODAY).shelf == ()
    close_campaign(file, campaign(file), Ending(TODAY, "repeat"), NOW)
    assert {one.plan.channel for one in read_campaigns(file)} == {"letters"}
    assert read_strategy(file, TODAY).shelf == ()
    assert {one.name for one in read_strategy(file, TODAY).choices.values() if one.kind == CHANNEL} == {"letters"}


def test_the_card_of_one_that_runs_keeps_the_five_and_its_days(file, dump):
    for change, error in (
        ({"goal": ""}, Refused),
        ({"ends_on": None}, Refused),
        ({"ends_on": END + timedelta(1)}, Refused),
        ({"starts_on": None}, NotUnderstood),
    ):
        changed = plan(**{"starts_on": TODAY, **change})
        check_refusal(
            file, dump, error, None, lambda changed=changed: edit_campaign(file, campaign(file), changed, NOW)
        )
    after_its_end = at(END + timedelta(3))
    edit_campaign(file, campaign(file), plan("To be closed", starts_on=TODAY, spent=100), after_its_end)
    assert campaign(file, "To be closed").plan.spent == 100


def test_the_message_keeps_its_lines(file, dump):
    write_message(file, campaign(file), Message("You\nknow\x1b one?", for_me="for\nme"), NOW)
    assert (campaign(file).message.text, campaign(file).message.for_me) == ("You\nknow one?", "for me")
    long = Message("x" * 100_001)
    check_refusal(file, dump, NotUnderstood, "longer", lambda: write_message(file, campaign(file), long, NOW))


HOLLOW, PLAIN = "Our turnkey solution leverages synergies.", "You know one? Give them this number."


def test_the_first_draft_is_that_of_the_file_whatever_was_read(file):
    seen = campaign(file)
    write_message(file, seen, Message(HOLLOW), NOW)
    write_message(file, campaign(file), Message(PLAIN), NOW)
    assert campaign(file).message == Message(PLAIN, HOLLOW)
    write_message(file, seen, Message(PLAIN, for_me="yes"), NOW)  # the same words, and an answer
    assert campaign(file).message == Message(PLAIN, HOLLOW, "yes")


def test_a_message_that_another_program_wrote_is_not_written_over(file, dump):
    seen = campaign(file)
    write_message(file, seen, Message("Theirs", for_me="their answer"), NOW)
    for mine in (Message("Mine"), Message(for_me="mine")):
        check_refusal(file, dump, Refused, "meanwhile", lambda mine=mine: write_message(file, seen, mine, NOW))
    write_message(file, seen, Message(so_what="mine"), NOW)  # what they didn't touch
    assert campaign(file).message == Message("Theirs", "", "their answer", "mine")


def test_a_card_that_was_opened_earlier_takes_nothing_back(file, dump):
    seen = campaign(file, "Second")
    edit_campaign(file, seen, plan("Second", reader="Yann", spent=100, ends_on=seen.plan.ends_on), NOW)
    edit_campaign(file, seen, plan("Second", goal="mine", ends_on=seen.plan.ends_on), NOW)
    found = campaign(file, "Second").plan
    assert (found.reader, found.spent, found.goal) == ("Yann", 100, "mine")
    edit_campaign(file, seen, plan("Second", starts_on=date(2027, 1, 15), ends_on=seen.plan.ends_on), NOW)
    too_early = plan("Second", ends_on=date(2027, 1, 10))
    check_refusal(file, dump, NotUnderstood, "before the start", lambda: edit_campaign(file, seen, too_early, NOW))


def test_the_first_day_moves_no_more_once_it_has_come(file, dump):
    def move(day: date):
        changed = plan(starts_on=day)
        return lambda: edit_campaign(file, campaign(file), changed, NOW)

    for day in (date(2024, 1, 1), TODAY + timedelta(1)):
        check_refusal(file, dump, Refused, "Wed 18 Nov stays", move(day))
    assert latest_end(campaign(file)) == END + timedelta(12)


def test_a_first_day_to_come_moves_but_not_into_the_past(store, dump):
    start_campaign(store, draft(store, starts_on=date(2026, 11, 25)), NOW)
    edit_campaign(store, campaign(store), plan(starts_on=TODAY + timedelta(1)), NOW)
    past = lambda: edit_campaign(store, campaign(store), plan(starts_on=date(2024, 1, 1)), NOW)  # noqa: E731
    check_refusal(store, dump, Refused, "Thu 19 Nov stays", past)
    edit_campaign(store, campaign(store), plan(starts_on=TODAY), NOW)
    assert campaign(store).plan.starts_on == TODAY


@pytest.mark.parametrize("target", ["nothing", "a draft"])
def test_f22_a_focus_on_nothing_that_runs_keeps_no_campaign_from_starting(store, dump, target):
    one, other = draft(store), draft(store, "Another", ends_on=None)
    target_id = other.id if target == "a draft" else "nothing"
    store.connection.execute("INSERT INTO focus (kind, target_id) VALUES ('campaign', ?)", (target_id,))
    check_undo(store, dump, NOW, lambda: start_campaign(store, one, NOW))
    assert read_running(store).id == one.id


def test_no_name_is_longer_than_an_import_takes(file, dump):
    long = "x" * 1001
    for act in (
        lambda: draft_campaign(file, plan("Third", channel=long), NOW),
        lambda: edit_campaign(file, campaign(file), plan(long, starts_on=TODAY), NOW),
        lambda: define_measures(file, campaign(file), [Measure("", long, 0, 1000)], NOW),
    ):
        check_refusal(file, dump, NotUnderstood, "longer than 1000", act)


def test_h01_a_campaign_knows_the_habits_that_carry_it(file):
    assert campaign(file, "Second").habit_ids == ()
    carry_by(file, campaign(file), [habit_id(file, "Article"), habit_id(file)], NOW)
    assert set(campaign(file).habit_ids) == {habit_id(file), habit_id(file, "Article")}


# F27: measures


def test_f27_one_to_three_measures_with_start_target_and_now(file, dump):
    sent, met = running_measures(file)
    write_values(file, campaign(file), {sent.id: 3000, met.id: 1000}, NOW)
    write_values(file, campaign(file), {sent.id: 4000}, NOW)
    write_values(file, campaign(file), {sent.id: 7000}, at(date(2026, 11, 23)))
    assert [measure.now for measure in running_measures(file)] == [7000, 1000]
    assert running_measures(file)[0].values == ((TODAY, 4000), (date(2026, 11, 23), 7000))
    four = [Measure("", str(number), 0, 1000) for number in range(4)]
    check_refusal(file, dump, Refused, "Three", lambda: define_measures(file, campaign(file), four, NOW))


def test_f27_a_measure_has_a_name_and_goes_somewhere(file, dump):
    def define(*measures: Measure):
        return lambda: define_measures(file, campaign(file), measures, NOW)

    check_refusal(file, dump, NotUnderstood, "needs a name", define(Measure("", " ", 0, 1000)))
    sentence = check_refusal(file, dump, NotUnderstood, "target", define(Measure("", "Met", -2500, -2500)))
    assert sentence == "'Met' starts at -2.5 and aims at -2.5. Give it another target."


def test_measures_change_their_order_names_and_number(file, dump):
    sent, met = running_measures(file)
    write_values(file, campaign(file), {sent.id: 3000}, NOW)
    changed = [Measure("", "Clients", 0, 3000), Measure(sent.id, "Sent to me", 1000, 12_000)]
    define_measures(file, campaign(file), changed, NOW)
    assert [(one.name, one.start, one.target, one.now) for one in running_measures(file)] == [
        ("Clients", 0, 3000, 0),
        ("Sent to me", 1000, 12_000, 3000),
    ]
    for act in (
        lambda: write_values(file, campaign(file), {met.id: 1000}, NOW),
        lambda: define_measures(file, campaign(file), [met], NOW),
        lambda: write_values(file, campaign(file, "Second"), {sent.id: 1000}, NOW),
    ):
        check_refusal(file, dump, Refused, "not there any more", act)


# Lengthening, and letting go


def test_it_is_lengthened_once_with_a_reason_by_half_its_length(file, dump):
    latest = END + timedelta(12)  # 24 days
    for end in (END, TODAY, latest + timedelta(1)):
        check_refusal(
            file, dump, Refused, "Wed 23 Dec", lambda end=end: lengthen(file, campaign(file), end, "why", NOW)
        )
    check_refusal(file, dump, NotUnderstood, "reason", lambda: lengthen(file, campaign(file), latest, " ", NOW))
    lengthen(file, campaign(file), latest, "they were away", NOW)
    longer = campaign(file)
    assert (longer.plan.ends_on, longer.first_end, longer.lengthened_why) == (latest, END, "they were away")
    assert read_running_end(file) == latest
    again = lambda: lengthen(file, campaign(file), latest + timedelta(1), "why", NOW)  # noqa: E731
    check_refusal(file, dump, Refused, "lengthened once already", again)


def test_one_that_was_lengthened_is_edited_with_its_new_end(file, dump):
    seen = campaign(file)
    lengthen(file, seen, END + timedelta(7), "they were away", NOW)
    again = lambda: edit_campaign(file, seen, plan(starts_on=TODAY, ends_on=END + timedelta(8)), NOW)  # noqa: E731
    check_refusal(file, dump, Refused, "lengthened once already", again)
    check_nothing(file, dump, lambda: edit_campaign(file, seen, seen.plan, NOW))
    edit_campaign(file, seen, plan("Longer", starts_on=TODAY, ends_on=END + timedelta(7)), NOW)
    assert (campaign(file, "Longer").first_end, campaign(file, "Longer").plan.ends_on) == (END, END + timedelta(7))


def test_after_its_end_it_is_lengthened_to_a_day_that_is_not_past(file, dump):
    late = at(END + timedelta(5))
    past = lambda: lengthen(file, campaign(file), END + timedelta(4), "why", late)  # noqa: E731
    check_refusal(file, dump, Refused, "Wed 23 Dec", past)
    lengthen(file, campaign(file), late.day, "why", late)
    assert campaign(file).days_left(late.day) == 0


def test_a_draft_cannot_be_lengthened_and_one_that_runs_not_let_go_of(file, dump):
    drafted = lambda: lengthen(file, campaign(file, "Second"), date(2027, 3, 1), "why", NOW)  # noqa: E731
    check_refusal(file, dump, Refused, "under way", drafted)
    check_refusal(file, dump, Refused, "closed, and teaches", lambda: let_go(file, campaign(file), NOW))
    second = campaign(file, "Second")
    let_go(file, second, NOW)
    assert [one.name for one in read_campaigns(file)] == ["Each one brings one"]
    for act in (
        lambda: let_go(file, second, NOW),
        lambda: edit_campaign(file, second, second.plan, NOW),
        lambda: start_campaign(file, second, NOW),
    ):
        check_refusal(file, dump, Refused, "not there any more", act)


def test_a_closed_campaign_stays_as_it_was(file, dump):
    seen = campaign(file)
    close_campaign(file, seen, Ending(TODAY, STOP), NOW)
    closed = campaign(file)
    for act in (
        lambda: edit_campaign(file, seen, seen.plan, NOW),
        lambda: write_message(file, seen, Message("x"), NOW),
        lambda: carry_by(file, seen, [], NOW),
        lambda: define_measures(file, seen, [], NOW),
        lambda: write_values(file, seen, {seen.measures[0].id: 1000}, NOW),
        lambda: repair_first(file, seen, NOW),
    ):
        check_refusal(file, dump, Refused, "stays as it was", act)
    check_refusal(file, dump, Refused, None, lambda: let_go(file, seen, NOW))
    check_refusal(file, dump, Refused, None, lambda: lengthen(file, seen, END + timedelta(1), "why", NOW))
    check_refusal(file, dump, Refused, "started already", lambda: start_campaign(file, seen, NOW))
    assert campaign(file) == closed


def test_campaigns_are_read_the_latest_first(store):
    draft(store, "Old", at(date(2026, 1, 5)), starts_on=date(2026, 1, 12), ends_on=date(2026, 3, 1))
    start_campaign(store, campaign(store, "Old"), at(date(2026, 1, 12)))
    close_campaign(store, campaign(store, "Old"), Ending(date(2026, 3, 1), STOP), at(date(2026, 3, 1)))
    draft(store, "Running", at(date(2026, 9, 1)), starts_on=date(2026, 9, 14))
    start_campaign(store, campaign(store, "Running"), at(date(2026, 9, 1)))
    draft(store, "Planned for later", at(date(2026, 9, 10)), starts_on=date(2026, 11, 30))
    draft(store, "Drafted b")
    draft(store, "Drafted a")
    assert [one.name for one in read_campaigns(store)] == [
        "Drafted a",
        "Drafted b",
        "Running",
        "Planned for later",
        "Old",
    ]
