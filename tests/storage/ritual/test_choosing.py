"""Choosing the two of a week, and committing to them: two means two, also between processes (F19)."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from lundi.habits.history import OFF, STORM
from lundi.habits.rhythms import parse_rhythm
from lundi.ideas.idea import FOR_CLIENT, TOO_BIG, Idea
from lundi.ritual.choosing import Choosing, Minutes
from lundi.time.days import Moment
from lundi.time.weeks import Week
from lundi.words.errors import Refused
from storage.doctor import examine
from storage.file.undo import undo
from storage.habits.intents import Card
from storage.ideas.intents import (
    choose_idea,
    edit_idea,
    let_go_idea,
    make_smaller,
    read_chosen,
    read_ideas,
    split_idea,
    unchoose_idea,
)
from storage.ritual.choosing import read_choosing
from storage.settings import change_settings
from storage.store import Store
from storage.week.page import read_week

ROOT = Path(__file__).parents[3]
NOW = Moment(date(2026, 11, 18), "2026-11-18T09:10:00")
WEEK = NOW.week


def at(day: str) -> Moment:
    return Moment(date.fromisoformat(day), f"{day}T09:00:00")


def ideas(store: Store, *titles: str, now: Moment = NOW) -> dict[str, Idea]:
    """Capture some, and give all that wait by their titles."""
    for second, title in enumerate(titles):
        store.capture(title, Moment(now.day, f"{now.day}T09:00:{second:02}"))
    return {idea.title: idea for idea in read_ideas(store, now.week)}


def choose(store: Store, title: str, now: Moment = NOW) -> None:
    choose_idea(store, ideas(store, now=now)[title], now)


def chosen(store: Store, week: Week = WEEK) -> list[str]:
    return sorted(idea.title for idea in read_chosen(store, week))


def actions(store: Store, week: Week = WEEK) -> list[str]:
    """What the Week shows, in its order; done ones with a sign."""
    shown = read_week(store, week, NOW.day).actions
    return [f"✓ {action.title}" if action.done_on else action.title for action in shown]


def tick(store: Store, title: str, now: Moment = NOW) -> None:
    action = next(one for one in read_week(store, now.week, now.day).actions if one.title == title)
    store.toggle_action(action, now)


def plan(store: Store) -> list[str]:
    """The titles of the plan's actions."""
    rows = store.connection.execute(
        "SELECT title FROM plan_line JOIN action ON action.id = item_id WHERE plan_line.week = ? ORDER BY position",
        (str(WEEK),),
    )
    return [row["title"] for row in rows]


@pytest.fixture
def three(store: Store) -> Store:
    """A habit, and three ideas."""
    store.add_habit(Card("Calls", minutes=10), parse_rhythm("5", WEEK), NOW)
    ideas(store, "One", "Two", "Three")
    return store


# Two means two


def test_f19_third_action_is_refused(three, dump):
    choose(three, "One")
    choose(three, "Two")
    before = dump(three.connection)
    with pytest.raises(Refused, match=r"^Two means two\. Finish one first\.$"):
        choose(three, "Three")
    assert dump(three.connection) == before
    assert chosen(three) == ["One", "Two"]


def test_f19_once_one_is_done_another_may_be_drawn(three):
    choose(three, "One")
    choose(three, "Two")
    three.commit_chosen(NOW)
    tick(three, "One")
    choose(three, "Three")
    assert actions(three) == ["✓ One", "Two", "Three"]


def test_f19_unticking_does_not_make_three(three, dump):
    choose(three, "One")
    choose(three, "Two")
    tick(three, "One")
    choose(three, "Three")
    before = dump(three.connection)
    with pytest.raises(Refused, match="Two others are open by now"):
        tick(three, "One")
    assert dump(three.connection) == before
    tick(three, "Two")
    tick(three, "One")
    assert chosen(three) == ["One", "Three"]


def test_what_does_not_wait_any_more_is_not_chosen(three, dump):
    """Another program was quicker; what is on the screen is a moment old."""
    seen = ideas(three)
    choose_idea(three, seen["One"], NOW)
    let_go_idea(three, seen["Two"], NOW)
    before = dump(three.connection)
    for title in ("One", "Two"):
        with pytest.raises(Refused):
            choose_idea(three, seen[title], NOW)
    assert dump(three.connection) == before
    assert read_chosen(three, WEEK)[0].times_chosen == 1


def test_giving_back_twice_counts_once(store):
    ideas(store, "One", now=at("2026-11-10"))
    choose(store, "One", at("2026-11-10"))
    choose(store, "One")
    (seen,) = read_chosen(store, WEEK)
    assert seen.times_chosen == 2
    unchoose_idea(store, seen, NOW)
    unchoose_idea(store, seen, NOW)
    assert ideas(store)["One"].times_chosen == 1


CHOOSING = """
import sys
from datetime import date
from lundi.time.days import Moment
from lundi.words.errors import Refused
from storage.ideas.intents import choose_idea, read_ideas
from storage.store import Store

now = Moment(date(2026, 11, 18), "2026-11-18T09:10:00")
with Store.open(sys.argv[1]) as store:
    mine = [idea for idea in read_ideas(store, now.week) if idea.title.startswith(sys.argv[2])]
    print("ready", flush=True)
    sys.stdin.readline()
    for idea in mine:
        try:
            choose_idea(store, idea, now)
            print("chosen", flush=True)
        except Refused as error:
            print(error.sentence, flush=True)
"""


def run_together(path: Path, *scripts: list[str]) -> list[list[str]]:
    """Start processes, let all of them go at once, and give what each said."""
    running = [
        subprocess.Popen(
            [sys.executable, "-c", *script[:1], str(path), *script[1:]],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for script in scripts
    ]
    try:
        for process in running:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
        for process in running:
            assert process.stdin is not None
            process.stdin.write("\n")
            process.stdin.flush()
        return [process.communicate(timeout=60)[0].splitlines() for process in running]
    finally:
        for process in running:
            process.kill()


def test_f19_two_processes_that_choose_at_once_never_make_three(store, database):
    ideas(store, *(f"{name} {number}" for name in "AB" for number in range(4)))
    said = run_together(database, [CHOOSING, "A"], [CHOOSING, "B"])
    assert sorted(line for lines in said for line in lines) == ["Two means two. Finish one first."] * 6 + ["chosen"] * 2
    assert len(read_chosen(store, WEEK)) == 2
    assert examine(store).is_sound


def test_f19_two_processes_that_choose_the_same_idea_choose_it_once(store, database):
    ideas(store, "A 1")
    said = run_together(database, [CHOOSING, "A"], [CHOOSING, "A"])
    assert sorted(line for lines in said for line in lines) == ["A 1 is chosen already.", "chosen"]
    assert [idea.times_chosen for idea in read_chosen(store, WEEK)] == [1]


# The commit


def test_the_commit_freezes_what_is_chosen(three):
    choose(three, "Two")
    three.commit_chosen(NOW)
    assert plan(three) == ["Two"]
    choose(three, "Three")
    assert plan(three) == ["Two"]  # outside the plan
    assert actions(three) == ["Two", "Three"]
    assert read_week(three, WEEK, NOW.day).lines == 2


def test_the_plan_has_two_actions_at_most_what_is_done_first(three):
    for title in ("One", "Two"):
        choose(three, title)
    tick(three, "Two")
    choose(three, "Three")
    three.commit_chosen(NOW)
    assert plan(three)[0] == "Two"
    assert len(plan(three)) == 2


def test_what_is_given_back_after_the_commit_counts_and_is_not_shown(three):
    choose(three, "One")
    choose(three, "Two")
    three.commit_chosen(NOW)
    given_back = next(idea for idea in read_chosen(three, WEEK) if idea.title == "One")
    unchoose_idea(three, given_back, NOW)
    choose(three, "Three")
    page = read_week(three, WEEK, NOW.day)
    assert [action.title for action in page.actions] == ["Two", "Three"]
    assert page.lines == 3
    tick(three, "Three")
    assert read_week(three, WEEK, NOW.day).lines_done == 0
    later = read_week(three, WEEK, at("2026-11-25").day)
    assert {action.title for action in later.actions} == {"One", "Two", "Three"}


def test_the_commit_needs_a_habit_or_a_choice(store, dump):
    ideas(store, "One")
    before = dump(store.connection)
    with pytest.raises(Refused, match="Nothing to commit to yet"):
        store.commit_chosen(NOW)
    assert dump(store.connection) == before
    choose(store, "One")
    store.commit_chosen(NOW)
    assert plan(store) == ["One"]


def test_a_week_is_committed_once(three, dump):
    three.commit_chosen(NOW)
    before = dump(three.connection)
    with pytest.raises(Refused, match="This week is committed"):
        three.commit_chosen(NOW)
    assert dump(three.connection) == before


def test_committing_with_titles_takes_what_waits_and_is_one_change(three, dump):
    before = dump(three.connection)
    three.commit_week(["Two", "A new one"], NOW)
    assert plan(three) == ["Two", "A new one"]
    assert three.connection.execute("SELECT count(*) FROM action").fetchone()[0] == 4
    undo(three, NOW)
    assert dump(three.connection) == before


@pytest.mark.parametrize(
    "change",
    [
        lambda store: choose(store, "One"),
        lambda store: unchoose_idea(store, read_chosen(store, WEEK)[0], NOW),
        lambda store: store.commit_chosen(NOW),
        lambda store: let_go_idea(store, read_chosen(store, WEEK)[0], NOW),
        lambda store: split_idea(store, ideas(store)["One"], ["A piece"], NOW, 30),
        lambda store: make_smaller(store, ideas(store)["One"], "Less", 2, NOW),
    ],
)
def test_each_is_undone_by_one_undo(three, dump, change):
    choose(three, "Three")
    before = dump(three.connection)
    change(three)
    assert dump(three.connection) != before
    undo(three, NOW)
    assert dump(three.connection) == before


# What is offered


def test_c05_what_is_good_for_a_client_comes_first_of_equal_age(three):
    idea = ideas(three)["Two"]
    changed = Idea(idea.id, idea.title, idea.added_on, FOR_CLIENT)
    edit_idea(three, idea, changed, NOW)
    assert read_choosing(three, WEEK).offered()[0].title == "Two"


def test_what_was_left_undone_comes_first_and_is_not_chosen_by_itself(store):
    ideas(store, "Old", now=at("2026-11-02"))
    ideas(store, "Carried", now=at("2026-11-09"))
    choose(store, "Carried", at("2026-11-09"))
    choosing = read_choosing(store, WEEK)
    assert [idea.title for idea in choosing.offered()] == ["Carried", "Old"]
    assert choosing.chosen == ()
    assert [idea.title for idea in choosing.waiting if idea.is_carried] == ["Carried"]


def test_choosing_does_not_change_the_order(three):
    before = [idea.id for idea in read_choosing(three, WEEK).offered()]
    choose(three, "Two")
    assert [idea.id for idea in read_choosing(three, WEEK).offered()] == before


def test_h09_left_undone_two_mondays_running_it_must_be_decided(store):
    ideas(store, "One", now=at("2026-11-02"))
    choose(store, "One", at("2026-11-02"))
    assert not ideas(store, now=at("2026-11-09"))["One"].must_be_decided
    choose(store, "One", at("2026-11-09"))
    idea = ideas(store)["One"]
    assert idea.must_be_decided
    make_smaller(store, idea, "Half of it", 2, NOW)
    smaller = ideas(store)["Half of it"]
    assert (smaller.must_be_decided, smaller.minutes, smaller.id) == (False, 2, idea.id)
    choose(store, "Half of it")
    assert read_chosen(store, WEEK)[0].times_chosen == 1  # it starts anew


def test_f10_what_is_too_big_is_split_first_and_the_rest_stays(store, dump):
    idea = ideas(store, "Redo the website")["Redo the website"]
    edit_idea(store, idea, Idea(idea.id, idea.title, idea.added_on, minutes=TOO_BIG), NOW)
    before = dump(store.connection)
    with pytest.raises(Refused, match="what is the first piece"):
        choose(store, "Redo the website")
    assert dump(store.connection) == before
    split_idea(store, idea, ["The first page"], NOW, 90)
    waiting = ideas(store)
    assert waiting["The first page"].minutes == 90
    assert waiting["Redo the website"].is_too_big
    choose(store, "The first page")


# The minutes of a week


def minutes(store: Store) -> Minutes:
    return read_choosing(store, WEEK).minutes


def test_h10_the_minutes_of_the_habits_and_of_the_two(store):
    """IDEAS.md: five calls of ten minutes, an article of ninety and half an hour of study take 2 h 50."""
    for name, rhythm, each in (("Calls", "5", 10), ("Article", "mon", 90), ("Study", "1", 30), ("Thanks", "1", None)):
        store.add_habit(Card(name, minutes=each), parse_rhythm(rhythm, WEEK), NOW)
    assert minutes(store) == Minutes(170, 3, 0, 240)
    idea = ideas(store, "One")["One"]
    edit_idea(store, idea, Idea(idea.id, idea.title, idea.added_on, minutes=30), NOW)
    choose(store, "One")
    assert (minutes(store).actions, minutes(store).total) == (30, 200)
    change_settings(store, {"minutes_budget": "180"}, NOW)
    assert minutes(store).budget == 180


@pytest.mark.parametrize(("kind", "expected"), [(STORM, 10), (OFF, 0)])
def test_h10_a_storm_week_takes_one_of_each_and_a_week_off_none(three, kind, expected):
    three.mark_week(WEEK, kind, NOW)
    assert minutes(three).habits == expected


def test_h10_once_it_is_committed_a_week_takes_what_its_plan_holds(three):
    three.commit_chosen(NOW)
    before = minutes(three).habits
    three.add_habit(Card("News", minutes=30), parse_rhythm("2", WEEK), NOW)
    assert minutes(three).habits == before


def test_a_choosing_without_anything():
    assert Choosing(()).offered() == []
