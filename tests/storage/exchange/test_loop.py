"""Bringing in a backup of Loop Habit Tracker: what arrives, what is met again, what is refused."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from lundi.habits.habit import EVERY, QUOTA, WEEKDAYS, Goal, Habit
from lundi.time.days import Moment
from lundi.time.weeks import Week
from lundi.words import amounts, language
from lundi.words.errors import LundiError, NotUnderstood, Refused, Unreadable
from storage.exchange.loop.file import read_backup
from storage.exchange.loop.loop import Report, import_backup
from storage.file.undo import last_changes, undo
from storage.habits.intents import Card
from storage.store import Store
from storage.week.tracking import read_day
from tests.loop_backups import (
    AT_MOST,
    AUTO,
    DONE,
    NO,
    NUMERIC,
    SKIPPED,
    UNKNOWN,
    VERSIONS,
    LoopHabit,
    Rep,
    make_backup,
    stamp,
)

REAL = Path(__file__).parents[3].parent / "shared" / "data" / "loop.db"
TODAY = date(2026, 11, 18)

Bring = Callable[..., Report]


@pytest.fixture(autouse=True)
def _english() -> None:
    language.use("en")


@pytest.fixture
def bring(store: Store, now: Moment, tmp_path: Path) -> Bring:
    """Make a backup of some habits and bring it in."""

    def call(
        *habits: LoopHabit, version: int = 25, raw: tuple[tuple[object, ...], ...] = (), dry_run: bool = False
    ) -> Report:
        path = tmp_path / "Loop Habits Backup.db"
        path.unlink(missing_ok=True)
        return import_backup(store, read_backup(str(make_backup(path, habits, version, raw))), now, dry_run=dry_run)

    return call


def only(store: Store) -> Habit:
    (habit,) = store.habits()
    return habit


def ticks(store: Store) -> list[tuple[str, str, int]]:
    """Every tick: day, habit, thousandths."""
    return [
        tuple(row)
        for row in store.connection.execute(
            "SELECT day, habit.name, amount FROM tick JOIN habit ON habit.id = habit_id ORDER BY day, habit.position"
        )
    ]


def content(store: Store) -> str:
    """Everything in the file, the journal too."""
    return "\n".join(store.connection.iterdump())


def of(sentences: tuple[str, ...], name: str) -> list[str]:
    return [sentence for sentence in sentences if name in sentence]


# The real backup


@pytest.fixture
def real(store: Store, now: Moment) -> Report:
    if not REAL.exists():
        pytest.skip("the real backup is not beside the project")
    return import_backup(store, read_backup(str(REAL)), now)


def test_the_real_backup_arrives_whole(store: Store, real: Report) -> None:
    assert (real.read, real.added, real.doubles, real.refused) == (164, 164, 0, ())
    assert (real.habits_added, real.habits_archived, real.habits_met) == (9, 4, 0)
    habits = store.habits()
    assert [habit.name for habit in habits if not habit.is_archived] == [
        "Wake up early", "brush teeth", "Sleep early", "Vegan", "Sport",
    ]  # fmt: skip
    assert [habit.name for habit in habits if habit.is_archived] == [
        "I love you",
        "Vegan",
        "Sport",
        "I love you",
    ]
    assert len(ticks(store)) == 164


def test_the_real_first_habit_is_three_a_week_with_its_days(store: Store, real: Report) -> None:
    wake = store.find_habit("wake up")
    assert wake.goals == (Goal(Week.of(date(2016, 1, 1)), QUOTA, 3),)
    done = {day for day, name, _amount in ticks(store) if name == "Wake up early"}
    assert {"2016-03-14", "2016-03-16"} <= done
    assert "2016-03-17" not in done


def test_the_real_doubles_stay_distinct_habits(store: Store, real: Report) -> None:
    counts: dict[str, int] = {}
    for row in store.connection.execute("SELECT habit_id, count(*) AS n FROM tick GROUP BY habit_id"):
        counts[row["habit_id"]] = row["n"]
    vegan = [counts[habit.id] for habit in store.habits() if habit.name == "Vegan"]
    assert vegan == [15, 43]


def test_one_undo_takes_the_real_backup_back(store: Store, now: Moment, real: Report) -> None:
    (change,) = undo(store, now)
    assert change.sentence == "the import of loop.db"
    assert store.habits() == []
    for table in ("habit", "habit_goal", "tick", "note", "excuse"):
        assert store.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0
    with pytest.raises(Refused):
        undo(store, now)


def test_the_real_backup_twice_adds_nothing(store: Store, now: Moment, real: Report) -> None:
    before = content(store)
    again = import_backup(store, read_backup(str(REAL)), now)
    assert (again.added, again.doubles, again.habits_added, again.habits_met) == (0, 164, 0, 9)
    assert not again.is_written
    assert content(store) == before


# Versions


@pytest.mark.parametrize("version", VERSIONS)
def test_every_version_arrives(store: Store, bring: Bring, version: int) -> None:
    report = bring(
        LoopHabit("Calls", [Rep("2026-11-16"), Rep("2026-11-17")], 3, 7, text="Did you call?"),
        LoopHabit("Old", [Rep("2024-02-29")], archived=1),
        version=version,
    )
    assert (report.read, report.added, report.refused) == (3, 3, ())
    assert ticks(store) == [
        ("2024-02-29", "Old", 1000), ("2026-11-16", "Calls", 1000), ("2026-11-17", "Calls", 1000),
    ]  # fmt: skip
    calls, old = store.habits()
    assert (calls.name, calls.archived_on) == ("Calls", None)
    assert (old.name, old.archived_on) == ("Old", date(2024, 2, 29))


@pytest.mark.parametrize("version", VERSIONS)
def test_every_version_twice_adds_nothing(store: Store, bring: Bring, version: int) -> None:
    habits = [LoopHabit("Calls", [Rep("2026-11-16", SKIPPED if version > 15 else DONE, "late")])] * 2
    bring(*habits, version=version)
    before = content(store)
    report = bring(*habits, version=version)
    assert (report.added, report.doubles, report.habits_added, report.habits_met) == (0, 2, 0, 2)
    assert not report.is_written
    assert content(store) == before


@pytest.mark.parametrize("version", [0, 11, 26, 999])
def test_another_version_is_refused_by_its_number(tmp_path: Path, version: int) -> None:
    path = make_backup(tmp_path / "b.db", [LoopHabit("Calls")])
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    with pytest.raises(Unreadable) as refused:
        read_backup(str(path))
    assert f"version {version};" in refused.value.sentence
    assert ("Update lundi" in refused.value.sentence) == (version > 25)


# Days


def test_values_of_a_yes_no_habit(store: Store, bring: Bring) -> None:
    report = bring(
        LoopHabit(
            "Calls",
            [
                Rep("2026-11-09", UNKNOWN),
                Rep("2026-11-10", NO),
                Rep("2026-11-11", AUTO),
                Rep("2026-11-12", DONE),
                Rep("2026-11-13", SKIPPED),
            ],
        )
    )
    assert ticks(store) == [("2026-11-12", "Calls", 1000)]
    assert read_day(store, date(2026, 11, 13)).excuses == (("Calls", ""),)
    assert store.connection.execute("SELECT count(*) FROM excuse").fetchone()[0] == 1
    assert (report.read, report.added, report.doubles, report.refused) == (5, 2, 0, ())
    assert of(report.sentences, "3 lines say that nothing was done")


def test_a_number_is_one_tick_in_thousandths(store: Store, bring: Bring) -> None:
    bring(
        LoopHabit(
            "Pages",
            [
                Rep("2026-11-09", 2500),
                Rep("2026-11-10", 1),
                Rep("2026-11-11", 0),
                Rep("2026-11-12", -1000),
                Rep("2026-11-13", SKIPPED),
                Rep("2026-11-14", 12_345_678),
                Rep("2026-11-15", 2),
            ],
            kind=NUMERIC,
            target=20,
            unit="pages",
        )
    )
    assert ticks(store) == [
        ("2026-11-09", "Pages", 2500),
        ("2026-11-10", "Pages", 1),
        ("2026-11-14", "Pages", 12_345_678),
        ("2026-11-15", "Pages", 2),
    ]
    assert amounts.shown(read_day(store, date(2026, 11, 9)).ticks[0].amount) == "2.5"
    assert read_day(store, date(2026, 11, 13)).excuses == (("Pages", ""),)


def test_a_tick_was_entered_on_its_day_at_noon(store: Store, bring: Bring) -> None:
    bring(LoopHabit("Calls", [Rep("2026-03-29")]))  # a daylight-saving night
    (tick,) = read_day(store, date(2026, 3, 29)).ticks
    assert (tick.entered_on, tick.at, tick.smallest) == (date(2026, 3, 29), "2026-03-29T12:00:00", False)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of a process can't be set here")
def test_the_day_is_the_date_in_utc(store: Store, bring: Bring, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "America/Los_Angeles")
    time.tzset()
    try:
        bring(LoopHabit("Calls"), raw=((1, stamp("2026-11-17"), DONE), (1, stamp("1969-07-20"), DONE)))
    finally:
        monkeypatch.undo()
        time.tzset()
    assert [day for day, *_rest in ticks(store)] == ["1969-07-20", "2026-11-17"]


def test_notes_are_kept_with_or_without_a_tick(store: Store, bring: Bring) -> None:
    report = bring(
        LoopHabit(
            "Calls",
            [
                Rep("2026-11-10", DONE, "  two\ncalls "),
                Rep("2026-11-11", NO, "sick"),
                Rep("2026-11-12", UNKNOWN, "who knows"),
                Rep("2026-11-13", SKIPPED, "train"),
                Rep("2026-11-14", DONE, None),
            ],
        )
    )
    calls = only(store)
    texts = [store.note(calls, date(2026, 11, day)) for day in range(10, 15)]
    assert texts == ["two\ncalls", "sick", "who knows", "train", ""]
    assert (report.added, report.doubles) == (5, 0)
    assert [day for day, *_rest in ticks(store)] == ["2026-11-10", "2026-11-14"]


def test_rows_that_cannot_be_read_are_refused_and_named(store: Store, bring: Bring) -> None:
    good = stamp("2026-11-16")
    report = bring(
        LoopHabit("Calls", [Rep("2026-11-16")]),
        version=21,  # before days were made unique
        raw=(
            (99, good, DONE),  # no such habit
            (None, good, DONE),
            (1, None, DONE),
            (1, good, DONE),  # the day again
            (1, good + 3_600_000, DONE),  # and again
            (1, 10**17, DONE),
            (1, -(10**17), DONE),
            (1, "yesterday", DONE),
            (1, stamp("2026-11-17"), None),
            (1, stamp("2026-11-17"), 1000),  # no value of a yes/no habit
            (1, stamp("2026-11-17"), "yes"),
            (1, stamp("2026-11-19"), DONE),  # tomorrow
            (1, stamp("2026-11-18"), DONE),
        ),
    )
    assert report.refused == tuple(range(2, 14))
    assert (report.read, report.added) == (14, 2)
    assert [day for day, *_rest in ticks(store)] == ["2026-11-16", "2026-11-18"]


def test_a_number_that_loop_cannot_have_written_is_refused(store: Store, bring: Bring) -> None:
    report = bring(LoopHabit("Pages", [Rep("2026-11-16", 2**62), Rep("2026-11-17", 2**31 - 1)], kind=NUMERIC))
    assert report.refused == (1,)
    assert ticks(store) == [("2026-11-17", "Pages", 2**31 - 1)]


# Rhythms


@pytest.mark.parametrize(
    ("times", "days", "kind", "number", "said"),
    [
        (1, 1, WEEKDAYS, 7, ""),
        (7, 7, WEEKDAYS, 7, ""),
        (10, 7, WEEKDAYS, 7, "10/7 in Loop, every day here"),
        (0, 7, WEEKDAYS, 7, "can't be read"),
        (3, 0, WEEKDAYS, 7, "can't be read"),
        (None, None, WEEKDAYS, 7, "can't be read"),
        ("x", 7, WEEKDAYS, 7, "can't be read"),
        (3, 7, QUOTA, 3, ""),
        (1, 7, QUOTA, 1, ""),
        (2, 14, QUOTA, 1, ""),
        (1, 2, QUOTA, 4, "1 in 2 days in Loop, 4 a week here"),
        (3, 10, QUOTA, 2, "3 in 10 days in Loop, 2 a week here"),
        (1, 3, QUOTA, 2, "1 in 3 days in Loop, 2 a week here"),
        (9, 14, QUOTA, 5, "9 in 14 days in Loop, 5 a week here"),
        (99, 100, QUOTA, 7, "99 in 100 days in Loop, 7 a week here"),
        (1, 14, QUOTA, 1, "1 in 14 days in Loop, 1 a week here"),
        (10, 30, QUOTA, 2, "10 in 30 days in Loop, 2 a week here"),
        (1, 15, EVERY, 2, "1 in 15 days in Loop, once every 2 weeks here"),
        (2, 30, EVERY, 2, "2 in 30 days in Loop, once every 2 weeks here"),
        (1, 28, EVERY, 4, ""),
        (2, 42, EVERY, 3, ""),
        (1, 30, EVERY, 4, "1 in 30 days in Loop, once every 4 weeks here"),
        (2, 35, EVERY, 3, "2 in 35 days in Loop, once every 3 weeks here"),
        (1, 365, EVERY, 52, "1 in 365 days in Loop, once every 52 weeks here"),
        (1, 10**9, EVERY, 52, "once every 52 weeks here"),
    ],
)
def test_frequencies(
    store: Store, bring: Bring, times: object, days: object, kind: str, number: int, said: str
) -> None:
    report = bring(LoopHabit("Calls", [Rep("2026-11-04"), Rep("2026-10-08")], times, days))
    week = Week.of(date(2026, 10, 8))
    expected = {
        WEEKDAYS: Goal(week, WEEKDAYS, 7, (1, 2, 3, 4, 5, 6, 7)),
        QUOTA: Goal(week, QUOTA, number),
        EVERY: Goal(week, EVERY, every=number, due_from=week),
    }
    assert only(store).goals == (expected[kind],)
    if said:
        (sentence,) = of(report.sentences, "Calls")
        assert said in sentence
    else:
        assert report.sentences == ()


def test_a_habit_without_a_day_begins_today(store: Store, bring: Bring) -> None:
    bring(LoopHabit("Calls", (), 1, 28))
    calls = only(store)
    week = Week.of(TODAY)
    assert (calls.added_on, calls.goals) == (TODAY, (Goal(week, EVERY, every=4, due_from=week),))


def test_a_habit_begins_on_the_day_of_its_first_entry(store: Store, bring: Bring) -> None:
    bring(LoopHabit("Calls", [Rep("2025-05-06"), Rep("2024-07-01", NO), Rep("2024-01-01", UNKNOWN)]))
    assert only(store).added_on == date(2024, 7, 1)


def test_a_target_and_its_unit_are_said_to_be_lost(bring: Bring) -> None:
    report = bring(
        LoopHabit("Water", kind=NUMERIC, target=1.5, unit="l"), LoopHabit("Steps", kind=NUMERIC, target=8000)
    )
    assert of(report.sentences, "Water") == ["Water: the amounts are kept; Loop's target (1.5 l) and its unit are not."]
    assert of(report.sentences, "Steps") == ["Steps: the amounts are kept; Loop's target (8000) is not."]


# Places


def test_places_go_by_position_and_only_to_active_habits(store: Store, bring: Bring, now: Moment) -> None:
    store.add_habit(Card("Mine"), Goal(now.week, QUOTA, 5), now)
    report = bring(
        LoopHabit("Sixth", [Rep("2026-11-02")], position=9),
        LoopHabit("Put away", [Rep("2025-06-01"), Rep("2025-06-03")], archived=1, position=0),
        LoopHabit("Sugar", [Rep("2026-11-03", 2000)], kind=NUMERIC, target_type=AT_MOST, position=1),
        LoopHabit("Second", position=2),
        LoopHabit("Third", position=3),
        LoopHabit("Fourth", position=4),
        LoopHabit("Fifth", position=5),
        LoopHabit("Never done", archived=1, position=10),
    )
    habits = {habit.name: habit for habit in store.habits()}
    assert [habit.name for habit in habits.values() if not habit.is_archived] == [
        "Mine", "Second", "Third", "Fourth", "Fifth",
    ]  # fmt: skip
    assert habits["Put away"].archived_on == date(2025, 6, 3)
    assert habits["Sugar"].archived_on == date(2026, 11, 3)
    assert habits["Sixth"].archived_on == TODAY
    assert habits["Never done"].archived_on == TODAY
    assert (report.habits_added, report.habits_archived) == (8, 4)
    assert any("at most" in sentence for sentence in of(report.sentences, "Sugar"))
    assert [s for s in report.sentences if s.startswith("No free place")] == [
        "No free place for Sixth: it arrives archived. `lundi habit restore` takes it up."
    ]


# Meeting again


def test_meeting_again_adds_only_new_days(store: Store, bring: Bring, now: Moment) -> None:
    bring(LoopHabit("Calls", [Rep("2026-11-10"), Rep("2026-11-11", SKIPPED)]))
    calls = only(store)
    store.tick(calls, date(2026, 11, 12), now, count=3)
    report = bring(
        LoopHabit(
            "Calls",
            [
                Rep("2026-11-10"),
                Rep("2026-11-11", SKIPPED),
                Rep("2026-11-12"),  # ticked here, three times
                Rep("2026-11-13"),
                Rep("2026-11-14", SKIPPED),
            ],
        )
    )
    assert (report.added, report.doubles, report.habits_met, report.habits_added) == (2, 3, 1, 0)
    days = [day for day, *_rest in ticks(store)]
    assert days == ["2026-11-10", "2026-11-12", "2026-11-12", "2026-11-12", "2026-11-13"]
    assert read_day(store, date(2026, 11, 14)).excuses == (("Calls", ""),)


def test_a_tick_here_gets_no_excuse_from_there(store: Store, bring: Bring) -> None:
    bring(LoopHabit("Calls", [Rep("2026-11-10")]))
    report = bring(LoopHabit("Calls", [Rep("2026-11-10", SKIPPED)]))
    assert (report.added, report.doubles) == (0, 1)
    assert read_day(store, date(2026, 11, 10)).excuses == ()


def test_what_was_changed_here_stays(store: Store, bring: Bring, now: Moment) -> None:
    there = LoopHabit("Calls", [Rep("2026-11-10")], 3, 7)
    bring(there)
    store.edit_habit(only(store), Card("Ten calls", minimum="one"), Goal(now.week, QUOTA, 10), now)
    store.archive_habit(only(store), now)
    before = only(store)
    report = bring(there._replace(times=1, reps=[Rep("2026-11-10"), Rep("2026-11-11")]))
    assert (report.added, report.habits_met, report.sentences) == (1, 1, ())
    assert only(store) == before


def test_a_note_is_never_overwritten(store: Store, bring: Bring, now: Moment) -> None:
    bring(LoopHabit("Calls", [Rep("2026-11-10", DONE, "one"), Rep("2026-11-11", DONE, "two")]))
    calls = only(store)
    store.set_note(calls, date(2026, 11, 10), "mine", now)
    store.set_note(calls, date(2026, 11, 11), "mine: two and more", now)
    again = LoopHabit("Calls", [Rep("2026-11-10", DONE, "one"), Rep("2026-11-11", DONE, "two")])
    assert (bring(again).added, bring(again).added) == (1, 0)
    assert store.note(calls, date(2026, 11, 10)) == "mine\none"
    assert store.note(calls, date(2026, 11, 11)) == "mine: two and more"


def test_a_uuid_meets_a_habit_renamed_there(store: Store, bring: Bring) -> None:
    uuid = "0123456789ABCDEF0123456789abcdef"
    bring(LoopHabit("Calls", [Rep("2026-11-10")], uuid=uuid))
    report = bring(LoopHabit("Ten calls", [Rep("2026-11-11")], uuid=uuid.lower()))
    assert (report.habits_met, report.habits_added) == (1, 0)
    assert only(store).name == "Calls"
    assert len(ticks(store)) == 2


def test_the_same_name_with_another_uuid_is_another_habit(store: Store, bring: Bring) -> None:
    bring(LoopHabit("Calls", [Rep("2026-11-10")], uuid="a" * 32))
    report = bring(LoopHabit("Calls", [Rep("2026-11-10")], uuid="b" * 32))
    assert (report.habits_met, report.habits_added) == (0, 1)


def test_a_backup_with_uuids_meets_habits_brought_in_by_name(store: Store, bring: Bring) -> None:
    first, second = LoopHabit("Vegan", [Rep("2026-11-10")]), LoopHabit("Vegan", [Rep("2026-11-11")])
    bring(first, second, version=23)
    ids = [habit.id for habit in store.habits()]
    with_uuids = (first._replace(uuid="a" * 32), second._replace(uuid="b" * 32))
    report = bring(*with_uuids)
    assert (report.habits_met, report.habits_added, report.added, report.doubles) == (2, 0, 0, 2)
    # From now on the uuid decides, whatever Loop calls them.
    renamed = bring(with_uuids[1]._replace(name="Meat", reps=[Rep("2026-11-12")]))
    assert (renamed.habits_met, renamed.habits_added, renamed.added) == (1, 0, 1)
    assert [habit.id for habit in store.habits()] == ids
    assert len(ticks(store)) == 3


def test_an_older_backup_meets_habits_that_have_their_uuids(store: Store, bring: Bring) -> None:
    habits = (LoopHabit("Vegan", [Rep("2026-11-10")]), LoopHabit("Vegan", [Rep("2026-11-11")]))
    bring(*habits, version=25)
    before = content(store)
    report = bring(*habits, version=23)
    assert (report.habits_met, report.habits_added, report.added, report.doubles) == (2, 0, 0, 2)
    assert content(store) == before


def test_names_that_look_like_occurrences_stay_apart(store: Store, bring: Bring) -> None:
    habits = [LoopHabit(name, [Rep(f"2026-11-1{number}")]) for number, name in enumerate(["A", "A", "A#2", "A#2", "A"])]
    report = bring(*habits, version=20)
    assert (report.habits_added, report.added) == (5, 5)
    again = bring(*habits, version=20)
    assert (again.habits_met, again.habits_added, again.added) == (5, 0, 0)


def test_a_uuid_that_comes_twice_makes_two_habits_once(store: Store, bring: Bring) -> None:
    habits = (
        LoopHabit("A", [Rep("2026-11-10")], uuid="a" * 32),
        LoopHabit("B", [Rep("2026-11-11")], uuid="a" * 32),
        LoopHabit("C", [Rep("2026-11-12")], uuid=""),
    )
    assert bring(*habits).habits_added == 3
    again = bring(*habits)
    assert (again.habits_met, again.habits_added, again.added) == (3, 0, 0)


def test_moving_habits_in_loop_does_not_swap_those_of_one_name(store: Store, bring: Bring) -> None:
    first, second = LoopHabit("Sport", [Rep("2026-11-10")]), LoopHabit("Sport", [Rep("2026-11-11")])
    bring(first._replace(position=0), second._replace(position=1), version=20)
    report = bring(first._replace(position=1), second._replace(position=0), version=20)
    assert (report.added, report.doubles) == (0, 2)


# One change, or none


def test_undo_takes_back_only_the_last_import(store: Store, bring: Bring, now: Moment) -> None:
    there = LoopHabit("Calls", [Rep("2026-11-10", DONE, "one")], uuid="a" * 32)
    bring(there, version=23)
    before = store.habits(), ticks(store)
    bring(
        there._replace(reps=[Rep("2026-11-10", DONE, "two"), Rep("2026-11-11")]),
        LoopHabit("New", uuid="b" * 32),
    )
    assert len(last_changes(store, 10)) == 2
    undo(store, now)
    assert (store.habits(), ticks(store)) == before
    assert store.note(only(store), date(2026, 11, 10)) == ""
    report = bring(there)  # the name still meets it: the uuid was taken back too
    assert (report.habits_met, report.habits_added) == (1, 0)


def test_a_dry_run_reports_the_same_and_writes_nothing(store: Store, bring: Bring) -> None:
    habits = (
        LoopHabit("Calls", [Rep("2026-11-10", DONE, "one"), Rep("2026-11-19")], 3, 10),
        LoopHabit("Sugar", [Rep("2026-11-11", 500)], kind=NUMERIC, target_type=AT_MOST),
    )
    before = content(store)
    dry = bring(*habits, dry_run=True)
    assert content(store) == before
    assert not dry.is_written
    wet = bring(*habits)
    assert wet.is_written
    counts = (
        "read",
        "added",
        "doubles",
        "refused",
        "habits_added",
        "habits_archived",
        "habits_met",
        "sentences",
    )
    assert [getattr(wet, name) for name in counts] == [getattr(dry, name) for name in counts]
    assert (dry.added, dry.refused, len(dry.sentences)) == (2, (2,), 3)


def test_an_empty_backup_writes_nothing(store: Store, bring: Bring) -> None:
    before = content(store)
    report = bring()
    assert (report.read, report.habits_added, report.is_written) == (0, 0, False)
    assert content(store) == before


@pytest.mark.slow
def test_decades_of_days_come_in_one_go(store: Store, bring: Bring, now: Moment) -> None:
    first = date(1990, 1, 1).toordinal()
    days = [date.fromordinal(first + offset).isoformat() for offset in range(3_000)]
    habits = [LoopHabit(f"Habit {number}", [Rep(day) for day in days]) for number in range(10)]
    assert bring(*habits, dry_run=True).added == 30_000
    assert bring(*habits).added == 30_000


# Refusals


def refusal(path: Path) -> LundiError:
    before = {item: item.read_bytes() for item in path.parent.iterdir() if item.is_file()}
    with pytest.raises(LundiError) as refused:
        read_backup(str(path))
    assert {item: item.read_bytes() for item in path.parent.iterdir() if item.is_file()} == before
    return refused.value


def test_a_missing_file_is_not_understood(tmp_path: Path) -> None:
    error = refusal(tmp_path / "no.db")
    assert type(error) is NotUnderstood
    assert "no.db" in error.sentence


@pytest.mark.parametrize("text", [b"", b"hello, this is no database\n" * 40, b"SQLite format 3\x00" + b"\xff" * 2000])
def test_what_is_no_sqlite_file_is_refused(tmp_path: Path, text: bytes) -> None:
    path = tmp_path / "b.db"
    path.write_bytes(text)
    assert type(refusal(path)) is Unreadable


def test_a_folder_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "folder"
    path.mkdir()
    error = refusal(path)
    assert type(error) is Unreadable
    assert "is a folder" in error.sentence


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert type(refusal(tmp_path / "pipe")) is Unreadable


@pytest.mark.parametrize(
    "schema",
    [
        "CREATE TABLE other (a)",
        "CREATE TABLE Habits (id INTEGER PRIMARY KEY, name TEXT)",
        "CREATE TABLE Habits (id, name, archived, freq_num, freq_den, position)",
        "CREATE TABLE Repetitions (id, habit, timestamp, value)",
        "CREATE TABLE Habits (id, name, archived, freq_num, freq_den, position);"
        "CREATE TABLE Repetitions (id, habit, timestamp)",  # of version 25, without a value
        "CREATE VIEW Habits AS SELECT 1 id, 2 name, 3 archived, 4 freq_num, 5 freq_den, 6 position;"
        "CREATE VIEW Repetitions AS SELECT 1 habit, 2 timestamp, 2 value",
    ],
)
def test_another_sqlite_file_is_refused(tmp_path: Path, schema: str) -> None:
    path = tmp_path / "b.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"{schema}; PRAGMA user_version = 25")
    error = refusal(path)
    assert type(error) is Unreadable
    assert "not a backup of Loop Habit Tracker" in error.sentence


def test_a_file_of_lundis_own_is_refused(tmp_path: Path) -> None:
    Store.open(str(tmp_path / "own.db")).close()
    assert type(refusal(tmp_path / "own.db")) is Unreadable


def test_a_damaged_backup_is_refused(tmp_path: Path) -> None:
    whole = make_backup(
        tmp_path / "whole.db", [LoopHabit("Calls", [Rep(f"20{year}-01-01") for year in range(10, 27)])]
    ).read_bytes()
    for number, spoiled in enumerate((whole[: len(whole) // 2], whole[:4096] + b"\xa5" * (len(whole) - 4096))):
        path = tmp_path / f"damaged{number}.db"
        path.write_bytes(spoiled)
        error = refusal(path)
        assert type(error) is Unreadable
        assert "damaged" in error.sentence


def test_damage_that_reads_without_an_error_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "b.db"
    first = date(2010, 1, 1).toordinal()
    make_backup(path, [LoopHabit("Calls", [Rep(date.fromordinal(first + day).isoformat()) for day in range(2000)])])
    page, leaf = 4096, 0x0D
    content = path.read_bytes()
    pages = [content[start : start + page] for start in range(0, len(content), page)]
    leaves = [number for number, text in enumerate(pages) if text[0] == leaf]
    pages[leaves[-1]] = pages[leaves[-2]]  # some days twice, others lost
    path.write_bytes(b"".join(pages))
    with closing(sqlite3.connect(path)) as connection:
        assert len(connection.execute("SELECT * FROM Repetitions").fetchall()) > 1000
    error = refusal(path)
    assert type(error) is Unreadable
    assert "damaged" in error.sentence


def test_nothing_is_written_to_a_backup_nor_beside_it(store: Store, now: Moment, tmp_path: Path) -> None:
    folder = tmp_path / "Loop 100% #1? é"
    folder.mkdir()
    path = make_backup(folder / "Loop Habits Backup 2026-11-18 091000.db", [LoopHabit("Calls", [Rep("2026-11-10")])])
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")  # whose readers write beside the file
    before = path.read_bytes()
    path.chmod(0o400)
    folder.chmod(0o500)
    try:
        assert import_backup(store, read_backup(str(path)), now).added == 1
        assert (path.read_bytes(), os.listdir(folder)) == (before, [path.name])
    finally:
        folder.chmod(0o700)


# Hostile text


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("[red]bold[/]", "[red]bold[/]"),
        ("a\x1b[31mred\x1b]0;title\x07", "a[31mred]0;title"),
        ("safe\u202egnp.exe", "safegnp.exe"),
        ("x" * 300, "x" * 300),
        ("x" * 5000, "x" * 1000),
        ("🏃‍♀️ courir", "🏃‍♀️ courir"),
        ("読書する", "読書する"),
        ("'; DROP TABLE habit; --", "'; DROP TABLE habit; --"),
        ("{name} {0}", "{name} {0}"),
        ("two\nlines\x00", "two lines"),
        ("", "Habit 1"),
        (" \u200b\t", "Habit 1"),
        (None, "Habit 1"),
        (b"caf\xe9", "caf\ufffd"),
        (12, "12"),
    ],
)
def test_hostile_names_arrive_harmless(store: Store, bring: Bring, name: object, kept: str) -> None:
    there = LoopHabit(name, [Rep("2026-11-10", 1500, name)], 3, 10, kind=NUMERIC, target_type=AT_MOST, unit=str(name))
    report = bring(there)
    assert only(store).name == kept
    assert any(sentence.startswith(f"{kept}: ") for sentence in report.sentences)
    assert "\x1b" not in "".join(report.sentences)
    assert "\u202e" not in "".join(report.sentences) + store.note(only(store), date(2026, 11, 10))
    assert bring(there).habits_met == 1
    assert bring(there, version=20).habits_met == 1 or kept == "Habit 1"


def test_a_nameless_habit_is_met_in_the_other_language(store: Store, bring: Bring) -> None:
    nameless = LoopHabit("", [Rep("2026-11-10")])
    bring(nameless, nameless, version=20)
    store.edit_habit(store.habits()[0], Card("Habitude 1"), None, Moment(TODAY, "2026-11-18T09:10:00"))
    report = bring(nameless, nameless, version=20)
    assert (report.habits_met, report.habits_added, report.added) == (2, 0, 0)


def test_text_that_is_no_utf8_does_not_stop_the_import(store: Store, bring: Bring, tmp_path: Path, now: Moment) -> None:
    path = make_backup(tmp_path / "b.db", [LoopHabit("Calls", [Rep("2026-11-10", DONE, "note")])])
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE Habits SET name = CAST(x'63616cff' AS TEXT)")
        connection.execute("UPDATE Repetitions SET notes = CAST(x'fe' AS TEXT)")
        connection.commit()
    import_backup(store, read_backup(str(path)), now)
    assert only(store).name == "cal\ufffd"


def test_a_name_that_is_taken_here_arrives_archived(store: Store, bring: Bring, now: Moment) -> None:
    bring(LoopHabit("Calls", uuid="a" * 32))
    report = bring(LoopHabit("CALLS", uuid="b" * 32))
    assert [habit.name for habit in store.habits() if habit.is_current] == ["Calls"]
    assert [(habit.name, habit.archived_on) for habit in store.habits() if habit.is_archived] == [("CALLS", now.day)]
    assert report.habits_archived == 1
    assert report.sentences[0].startswith("CALLS: there is a habit of that name here already")
