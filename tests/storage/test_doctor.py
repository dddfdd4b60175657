"""What doctor finds, and that it changes nothing."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import struct

import pytest

from lundi.words.errors import Unreadable
from storage.doctor import examine
from storage.store import Store

CASES = {
    "a row without its parent": (
        "UPDATE tick SET habit_id = 'nobody' WHERE rowid <= 2",
        "tick: 2 rows point to ones that are missing.",
    ),
    "a day that doesn't exist": (
        "UPDATE tick SET day = '2026-02-30' WHERE rowid = 5",
        "tick.day: '2026-02-30' can't be read, in 1 row.",
    ),
    "a day in another writing": (
        "UPDATE note SET day = '20261105' WHERE rowid = 1",
        "note.day: '20261105' can't be read, in 1 row.",
    ),
    "a day with an invisible end": (
        "UPDATE tick SET day = '2026-11-05' || char(0) WHERE rowid = 5",
        "tick.day: '2026-11-05' can't be read, in 1 row.",
    ),
    "bytes that are no text": (
        "UPDATE tick SET entered_on = CAST(x'ff31' AS TEXT) WHERE rowid = 5",
        "tick.entered_on: '\ufffd1' can't be read, in 1 row.",
    ),
    "a week 53 that isn't there": (
        "UPDATE week_mark SET week = '2027-W53' WHERE rowid = 1",
        "week_mark.week: '2027-W53' can't be read, in 1 row.",
    ),
    "weeks of plans": (
        "UPDATE habit_goal SET from_week = 'soon' WHERE rowid = 1",
        "habit_goal.from_week: 'soon' can't be read, in 1 row.",
    ),
    "days of the week": (
        "UPDATE plan_line SET squares = '128' WHERE rowid = 1",
        "plan_line.squares: '128' can't be read, in 1 row.",
    ),
    "a day of the journal": (
        "UPDATE batch SET day = ''",
        "batch.day: '' can't be read, in 1 row.",
    ),
    "a setting": (
        "INSERT INTO setting VALUES ('day_ends_at', 'late') ON CONFLICT DO UPDATE SET value = 'late'",
        "setting.day_ends_at: 'late' can't be read, in 1 row.",
    ),
    "a habit without a rhythm": (
        "DELETE FROM habit_goal WHERE habit_id = (SELECT id FROM habit WHERE name = 'Calls')",
        "The habit 'Calls' has no rhythm.",
    ),
    "a plan line without its action": (
        "DELETE FROM action WHERE id IN (SELECT item_id FROM plan_line WHERE week = '2026-W46')",
        "The plan of 2026-W46 holds 2 lines without their habits or actions.",
    ),
    "a day of the strategy's page": (
        "UPDATE course SET made_on = 'today' WHERE from_day = '2026-09-07'",
        "course.made_on: 'today' can't be read, in 1 row.",
    ),
    "a day of a measure": (
        "UPDATE measure_value SET day = '2026-W40' WHERE rowid = 1",
        "measure_value.day: '2026-W40' can't be read, in 1 row.",
    ),
    "the page's first year": (
        "UPDATE course SET text = 'soon' WHERE kind = 'first_year'",
        "course.text: 'soon' can't be read, in 1 row.",
    ),
    "a channel that is missing": (
        "UPDATE course SET text = 'nowhere' WHERE kind = 'channel' AND from_day < '2026-03-01'",
        "The strategy's page names 2 lines or channels that are missing.",
    ),
    "a channel as the line": (
        "UPDATE course SET text = (SELECT id FROM choice WHERE kind = 'channel') WHERE kind = 'line'",
        "The strategy's page names 1 line or channel that is missing.",
    ),
    "a week that was looked back on": (
        "UPDATE review SET week = '2026-46' WHERE week = '2026-W46'",
        "review.week: '2026-46' can't be read, in 1 row.",
    ),
    "a week of a reason": (
        "UPDATE miss SET week = '2026-W55' WHERE week = '2026-W29'",
        "miss.week: '2026-W55' can't be read, in 1 row.",
    ),
    "a thought of no habit": (
        "UPDATE thought SET habit_id = 'nothing' WHERE answer = 4",
        "thought: 1 row points to one that is missing.",
    ),
    "the day from which a habit is under way": (
        "UPDATE habit SET going_on = 'soon' WHERE position = 1",
        "habit.going_on: 'soon' can't be read, in 1 row.",
    ),
    "a measure of no campaign": (
        "UPDATE measure SET campaign_id = 'nothing' WHERE rowid = 1",
        "measure: 1 row points to one that is missing.",
    ),
    "a focus on nothing": (
        "UPDATE focus SET target_id = 'nothing'",
        "The campaign that is said to be under way is missing.",
    ),
    "a focus on a closed campaign": (
        "UPDATE focus SET target_id = (SELECT id FROM campaign WHERE name = 'One counter only')",
        "The campaign 'One counter only' is said to be under way, and isn't.",
    ),
    "a focus on a draft": (
        "UPDATE campaign SET started_on = NULL WHERE closed_on IS NULL",
        "The campaign 'Everyone brings a craftsperson' is said to be under way, and isn't.",
    ),
    "a second campaign under way": (
        "UPDATE campaign SET closed_on = NULL WHERE name = 'One counter only'",
        "The campaign 'One counter only' was started, and isn't the one under way.",
    ),
    "a campaign without an end": (
        "UPDATE campaign SET ends_on = NULL WHERE closed_on IS NULL",
        "The campaign 'Everyone brings a craftsperson' was started without a start or an end.",
    ),
    "an open journal": (
        "INSERT INTO open_batch VALUES (1)",
        "The journal was left open: a change was written without its end.",
    ),
    "a change of no entry": (
        "INSERT INTO change (batch_id, table_name, key) VALUES (99, 'tick', '{}')",
        "The journal holds 1 change that belongs to none of its entries.",
    ),
}


def test_the_sample_year_is_sound(run, sample):
    before = sample.read_bytes()
    said = run("doctor")
    assert said.returncode == 0, said.stdout
    assert said.stdout.splitlines() == [f"Sound: {sample}", "  5 habits, 433 ticks, 46 plans, 1 change"]
    assert sample.read_bytes() == before


def test_an_empty_file_of_ours_is_sound(store):
    found = examine(store)
    assert found.is_sound
    assert (found.habits, found.ticks, found.plans, found.changes) == (0, 0, 0, 0)


@pytest.mark.parametrize("case", CASES)
def test_a_finding_is_a_line(run, sample, case):
    sql, sentence = CASES[case]
    write(sample, sql)
    before = digest(sample)

    said = run("doctor")

    assert said.returncode == 1
    assert any(line.startswith(sentence) for line in said.stdout.splitlines()), said.stdout
    assert "Sound" not in said.stdout
    assert said.stderr == ""
    assert digest(sample) == before


def test_every_finding_is_told(run, sample):
    names = ["a habit without a rhythm", "an open journal", "a setting"]
    for name in names:
        write(sample, CASES[name][0])
    assert sorted(run("doctor").stdout.splitlines()) == sorted(CASES[name][1] for name in names)


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_rights_are_told_and_are_no_fault(run, sample):
    sample.chmod(0o644)
    said = run("doctor")
    assert said.returncode == 0
    assert "its mode is 0644" in said.stdout
    sample.chmod(0o600)
    assert "mode" not in run("doctor").stdout


def test_a_missing_file_is_said_and_none_is_made(run, database):
    said = run("doctor")
    assert (said.returncode, said.stdout) == (1, "")
    assert str(database) in said.stderr
    assert not database.exists()


def test_pages_that_belong_to_nothing_are_damage(sample):
    """The file opens and every screen can be read; only SQLite's own examination sees it."""
    with sample.open("r+b") as file:
        file.seek(36)  # how many pages are free: one that is in no list
        (free,) = struct.unpack(">I", file.read(4))
        file.seek(36)
        file.write(struct.pack(">I", free + 1))
    with Store.open(str(sample)) as store, pytest.raises(Unreadable, match="damaged"):
        examine(store)


def write(path, sql: str) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        assert connection.execute(sql).rowcount
    connection.close()


def digest(path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
