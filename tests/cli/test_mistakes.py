"""Mistakes that other habit trackers have made, each one tried here; those of the screen are in tests/tui."""

from __future__ import annotations

import json
import os
import random
import re
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from wcwidth import wcswidth

from lundi.time.days import moment
from storage.file.copies import newest_sound
from storage.file.versions import SCHEMA_VERSION
from storage.sample.year import write_sample
from storage.store import Store
from tests.lives import Lives
from tests.storage.file.test_refusals import limited, noise, unprivileged


@pytest.fixture
def at(run, monkeypatch):
    """Call the program at a moment: at("2026-11-18T09:10", "tick", "calls")."""

    def call(clock: str, *words: str):
        monkeypatch.setenv("LUNDI_NOW", clock)
        said = run(*words)
        assert "Traceback" not in said.stderr
        return said

    return call


@pytest.fixture
def calls(at, run, database: Path) -> Path:
    """A file with one habit, five a week, since Monday of 2026-W47."""
    assert at("2026-11-16T08:00", "habit", "add", "Calls", "--per-week", "5").returncode == 0
    return database


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def days(path: Path) -> list[str]:
    return [str(day) for (day,) in rows(path, "SELECT day FROM tick ORDER BY day, rowid")]


def week(at, clock: str, *words: str) -> dict[str, object]:
    return json.loads(at(clock, "week", "--json", *words).stdout)


def habit_of(at, clock: str, name: str = "Calls") -> dict[str, object]:
    """What stats says of a habit."""
    return next(line for line in json.loads(at(clock, "stats", "--json").stdout)["habits"] if line["name"] == name)


def commit(path: Path, clock: str) -> None:
    with Store.open(str(path)) as store:
        store.commit_week([], moment(datetime.fromisoformat(clock), store.day_end))


# Nothing is lost


def test_notes_lost_when_a_tick_is_edited(run, calls):
    assert run("tick", "calls", "--note", "two of them answered").returncode == 0
    for words in (
        ("tick", "calls"),
        ("tick", "calls", "--min"),
        ("tick", "calls", "2,5"),
        ("untick", "calls", "2"),
        ("undo",),
        ("untick", "calls"),
        ("habit", "edit", "calls", "--minimum", "one message"),
        ("tick", "calls", "--note", "a third one"),
    ):
        assert run(*words).returncode == 0, words
        assert rows(calls, "SELECT text FROM note")[0][0].startswith("two of them answered"), words
    assert rows(calls, "SELECT text FROM note") == [("two of them answered\na third one",)]


def test_a_merge_that_wipes_notes(run, calls, tmp_path):
    run("tick", "calls", "--note", "here")
    other = str(tmp_path / "other.db")
    assert run("export", "json", str(tmp_path / "first.json")).returncode == 0
    assert run("--db", other, "import", "json", str(tmp_path / "first.json")).returncode == 0
    run("--db", other, "tick", "calls", "--note", "elsewhere")
    run("tick", "calls", "--note", "here again")
    assert run("--db", other, "export", "json", str(tmp_path / "second.json")).returncode == 0
    assert run("import", "json", str(tmp_path / "second.json")).returncode == 0
    [(note,)] = rows(calls, "SELECT text FROM note")
    assert note.splitlines()[:2] == ["here", "here again"]
    assert "elsewhere" in note.splitlines()
    assert run("import", "json", str(tmp_path / "second.json")).returncode == 0
    assert rows(calls, "SELECT text FROM note") == [(note,)]


def test_an_export_without_archived_habits(run, calls, tmp_path):
    run("tick", "calls", "--note", "a note of an archived habit")
    run("habit", "archive", "calls")
    assert run("export", "json", str(tmp_path / "all.json")).returncode == 0
    elsewhere = tmp_path / "elsewhere.db"
    assert run("--db", str(elsewhere), "import", "json", str(tmp_path / "all.json")).returncode == 0
    for sql in (
        "SELECT name, archived_on FROM habit",
        "SELECT habit_id, day, amount FROM tick",
        "SELECT habit_id, day, text FROM note",
    ):
        assert rows(elsewhere, sql) == rows(calls, sql) != []


@pytest.mark.parametrize("content", ["", "{}", "[]", "null", '{"habits": []}', "Calls,2026-11-18\n", '{"lundi": 1}'])
def test_an_import_that_reports_success_and_brings_nothing(run, calls, tmp_path, content):
    before = rows(calls, "SELECT * FROM batch")
    (tmp_path / "file.json").write_text(content, encoding="utf-8")
    said = run("import", "json", str(tmp_path / "file.json"))
    assert said.returncode in (1, 4)
    assert said.stdout == ""
    assert "nothing was written" in said.stderr.lower()
    assert rows(calls, "SELECT * FROM batch") == before


def test_what_an_import_reports_is_there_afterwards(run, sample, tmp_path):
    assert run("export", "json", str(tmp_path / "all.json")).returncode == 0
    elsewhere = tmp_path / "elsewhere.db"
    said = run("--db", str(elsewhere), "import", "json", str(tmp_path / "all.json"))
    assert said.returncode == 0
    read, added, doubles, refused = map(int, re.findall(r"\d+", said.stdout.splitlines()[0]))
    assert read == added > 433
    assert (doubles, refused) == (0, 0)
    for table in ("habit", "tick", "note", "plan", "plan_line", "action", "week_mark"):
        counted = f"SELECT count(*) FROM {table}"
        assert rows(elsewhere, counted) == rows(sample, counted) != [(0,)]


def test_a_write_error_ignored(lundi, sample):
    before = rows(sample, "SELECT count(*) FROM tick")
    said = lundi("tick", "calls", before=limited(512))
    assert (said.returncode, said.stdout) == (3, "")
    assert "Nothing was changed" in said.stderr
    assert rows(sample, "SELECT count(*) FROM tick") == before


def test_a_rename_that_orphans_history(at, calls):
    for clock in ("2026-11-16T09:00", "2026-11-18T09:00", "2026-11-24T09:00"):
        at(clock, "tick", "calls")
    before = habit_of(at, "2026-11-25T09:00")
    assert at("2026-11-25T09:00", "habit", "edit", "calls", "--name", "Ring somebody").returncode == 0
    after = habit_of(at, "2026-11-25T09:00", "Ring somebody")
    assert after == {**before, "name": "Ring somebody"}
    assert week(at, "2026-11-25T09:00", "2026-W47")["habits"][0]["done"] == 2
    assert at("2026-11-25T09:00", "tick", "ring").stdout == "Ring somebody 2/5\n"
    at("2026-11-25T09:00", "undo", "2")
    assert habit_of(at, "2026-11-25T09:00") == before


@pytest.mark.parametrize("words", [("tick", "calls"), ("idea", "x"), ("habit", "add", "Walk", "--per-week", "1")])
def test_an_unreadable_file_taken_for_an_empty_one_and_overwritten(lundi, run, sample, words):
    whole = sample.read_bytes()
    for content in (b"\x00" * 40_000, whole[:100], whole[100:], whole[:50_000], b"{}"):
        sample.write_bytes(content)
        assert run(*words).returncode == 4
        assert sample.read_bytes() == content
    noise(sample)
    content = sample.read_bytes()
    assert run(*words).returncode == 4
    assert sample.read_bytes() == content
    sample.write_bytes(whole)
    sample.chmod(0o000)
    assert lundi(*words, before=unprivileged()).returncode == 3
    assert sample.read_bytes() == whole


DAYS_WORK = """
from datetime import date
from lundi.time.days import Moment
from storage.store import Store

def live(path):
    store = Store.open(path)
    store.tick(store.find_habit("calls"), date(2026, 11, 18), Moment(date(2026, 11, 18), "2026-11-18T09:10:00"))
    say("ticked")
    while True:
        pass  # it never comes to a clean exit
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="lives are forked")
def test_a_save_only_on_a_clean_exit(run, calls):
    with Lives(DAYS_WORK, calls) as lives:
        life = lives.begin()
        assert lives.next_word() == "ticked"
        lives.end(life)
    assert days(calls) == ["2026-11-18"]
    assert run("doctor").returncode == 0


def test_hide_completed_taken_for_deletion(run, sample, tmp_path):
    """What is settled or archived leaves the lists, and nothing of it leaves the file."""
    count = rows(sample, "SELECT count(*), sum(amount) FROM tick")
    stats = run("stats", "--json").stdout
    assert run("habit", "settle", "calls").returncode == 0
    assert run("habit", "archive", "article").returncode == 0
    assert "Article" not in run("week").stdout
    assert rows(sample, "SELECT count(*), sum(amount) FROM tick") == count
    weeks = json.loads(run("stats", "--json").stdout)["weeks"]
    assert weeks == json.loads(stats)["weeks"]  # what was held is still held
    for name in ("calls", "article"):
        assert run("habit", "restore", name).returncode == 0
    assert [line["name"] for line in json.loads(run("stats", "--json").stdout)["habits"]] == [
        line["name"] for line in json.loads(stats)["habits"]
    ]


def test_a_newer_backup_refused_without_a_word(run, sample, tmp_path):
    copy = tmp_path / "copy.db"
    assert run("backup", str(copy)).returncode == 0
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 7}")
    before = sample.read_bytes()
    said = run("restore", str(copy))
    assert (said.returncode, said.stdout) == (4, "")
    assert said.stderr == (
        f"This file comes from a newer version ({SCHEMA_VERSION + 7}). Update lundi. Nothing was written: {copy}\n"
    )
    assert sample.read_bytes() == before


def test_the_newest_backup_picked_from_an_unsorted_list(run, sample):
    folder = sample.parent / "backups"
    folder.mkdir()
    stems = [f"2026-{month:02}-{day:02}" for month in (9, 10, 11) for day in (2, 9, 10, 11, 30)]
    random.Random(3).shuffle(stems)
    for number, stem in enumerate(stems):
        path = folder / f"lundi-{stem}.db"
        path.write_bytes(sample.read_bytes())
        os.utime(path, (1_700_000_000 + number, 1_700_000_000 + number))
    assert newest_sound(str(sample)).day == date(2026, 11, 30)
    sample.write_bytes(sample.read_bytes()[:50_000])
    assert run("status").stderr.splitlines()[1].startswith("The latest sound copy is of Mon 30 Nov")


# Days


@pytest.mark.parametrize(
    "zone", ["Pacific/Kiritimati", "Pacific/Auckland", "Asia/Kolkata", "America/Los_Angeles", "UTC"]
)
def test_utc_used_for_the_local_day(lundi, calls, environment, zone):
    """With the system's own clock, in zones where the date is another one than in Greenwich most of the time."""
    wall = "from datetime import datetime, timedelta; print((datetime.now() - timedelta(hours=3)).date())"

    def today() -> str:
        local = {**environment, "TZ": zone}
        return subprocess.check_output([sys.executable, "-c", wall], env=local, text=True).strip()

    before = today()
    assert lundi("tick", "calls", TZ=zone, LUNDI_NOW="").returncode == 0
    assert before <= days(calls)[-1] <= today()
    at = datetime.fromisoformat(str(rows(calls, "SELECT max(at) FROM tick")[0][0]))
    assert at.utcoffset() is not None


def test_travel_that_doubles_or_loses_a_day(at, calls):
    """Paris, then Auckland, then Los Angeles: each day of the wall's calendar is ticked once, and none moves."""
    flight = [
        "2026-11-18T20:00+01:00",
        "2026-11-20T09:00+13:00",  # the 19th was spent in the air
        "2026-11-21T09:00+13:00",
        "2026-11-20T12:00-08:00",  # the same day a second time
        "2026-11-21T12:00-08:00",
    ]
    for clock in flight:
        said = at(clock, "tick", "calls")
        assert (said.returncode, said.stderr) == (0, "")
    assert days(calls) == ["2026-11-18", "2026-11-20", "2026-11-20", "2026-11-21", "2026-11-21"]
    for zone in ("+13:00", "+01:00", "-08:00"):
        found = week(at, f"2026-11-22T12:00{zone}")["habits"][0]["days"]
        assert found == {"2026-11-18": 1, "2026-11-20": 2, "2026-11-21": 2}


def test_daylight_saving_that_ends_a_day_twice(at, calls):
    """The hour between two and three comes twice in October and not at all in March; the day ends at three, once."""
    ticked = {
        "2026-10-25T01:30+02:00": "2026-10-24",
        "2026-10-25T02:59+02:00": "2026-10-24",
        "2026-10-25T02:00+01:00": "2026-10-24",
        "2026-10-25T02:59+01:00": "2026-10-24",
        "2026-10-25T03:00+01:00": "2026-10-25",
        "2026-10-26T02:59+01:00": "2026-10-25",
        "2027-03-28T01:59+01:00": "2027-03-27",
        "2027-03-28T03:00+02:00": "2027-03-28",
        "2027-03-29T02:59+02:00": "2027-03-28",
    }
    at("2026-10-19T09:00+02:00", "habit", "edit", "calls", "--minimum", "x")
    for clock, day in ticked.items():
        assert at(clock, "tick", "calls", "--note", clock).returncode == 0
        assert str(rows(calls, "SELECT day FROM note ORDER BY rowid DESC LIMIT 1")[0][0]) == day, clock
    assert days(calls) == sorted(ticked.values())


def test_the_day_end_applied_in_one_place_and_not_another(at, calls):
    """At twenty to one on Thursday it is Wednesday, everywhere; on Monday it is the week before."""
    night = "2026-11-19T00:40"
    at(night, "tick", "calls", "--note", "late")
    at(night, "idea", "Late too")
    at(night, "habit", "add", "Walk", "--per-week", "1")
    assert days(calls) == ["2026-11-18"]
    assert rows(calls, "SELECT day FROM note") == [("2026-11-18",)]
    assert rows(calls, "SELECT entered_on FROM tick") == [("2026-11-18",)]
    assert rows(calls, "SELECT added_on FROM action") == [("2026-11-18",)]
    assert rows(calls, "SELECT added_on FROM habit WHERE name = 'Walk'") == [("2026-11-18",)]
    assert {day for (day,) in rows(calls, "SELECT day FROM batch WHERE day > '2026-11-16'")} == {"2026-11-18"}
    assert at(night, "today").stdout.startswith("Wednesday 18 November 2026")
    assert json.loads(at(night, "today", "--json").stdout)["habits"][0]["days"] == {"2026-11-18": 1}
    assert "Wed 18 Nov" in at(night, "undo", "--list").stdout
    assert at(night, "tick", "calls", "--date", "thu").returncode == 0  # last Thursday: today's isn't there yet
    assert at(night, "tick", "calls", "--date", "2026-11-19").returncode == 1
    assert days(calls)[0] == "2026-11-12"
    assert at(night, "tick", "calls", "--date", "yesterday").returncode == 0
    assert "2026-11-17" in days(calls)

    sunday = "2026-11-23T02:59"
    assert week(at, sunday)["week"] == json.loads(at(sunday, "status", "--json").stdout)["week"] == "2026-W47"
    assert json.loads(at(sunday, "stats", "--json").stdout)["weeks"][-1]["week"] == "2026-W47"
    monday = "2026-11-23T03:00"
    assert week(at, monday)["week"] == json.loads(at(monday, "status", "--json").stdout)["week"] == "2026-W48"
    assert [path.name for path in (calls.parent / "backups").iterdir() if "2026-11-19" in path.name] == []


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of a process can't be changed")
def test_a_zone_frozen_at_first_use(run, calls, monkeypatch):
    """One process, as a dashboard that flies: the wall's time is that of where it is now."""
    monkeypatch.setenv("LUNDI_NOW", "")
    try:
        for zone, hours in (("Etc/GMT-13", 13), ("Etc/GMT+11", -11), ("Etc/GMT-1", 1)):
            monkeypatch.setenv("TZ", zone)
            time.tzset()
            assert run("tick", "calls").returncode == 0
            at = datetime.fromisoformat(str(rows(calls, "SELECT at FROM tick ORDER BY rowid DESC LIMIT 1")[0][0]))
            assert at.utcoffset() == timedelta(hours=hours)
    finally:
        monkeypatch.delenv("TZ")
        time.tzset()


def test_29_february_crashing(at, calls):
    leap = "2028-02-29T09:10"
    for words in (("tick", "calls"), ("status",), ("today",), ("week",), ("stats",), ("idea", "x"), ("doctor",)):
        assert at(leap, *words).returncode == 0, words
    assert at(leap, "habit", "edit", "calls", "--per-week", "4").returncode == 0
    assert "Tuesday 29 February 2028" in at(leap, "today").stdout
    assert at("2029-03-01T09:00", "tick", "calls", "--date", "29/2").returncode == 0
    assert at("2029-03-01T09:00", "tick", "calls", "--date", "29/02/2028").returncode == 0
    assert days(calls) == ["2028-02-29"] * 3
    assert at("2029-03-01T09:00", "tick", "calls", "--date", "29/02/2029").returncode == 2
    for clock in ("2029-02-28T09:00", "2029-03-01T09:00", "2032-02-29T09:00"):
        for words in (("stats",), ("week",), ("status",), ("doctor",)):
            assert at(clock, *words).returncode == 0
    assert (calls.parent / "backups" / "lundi-2028-02-29.db").exists()


def test_the_31st_left_out(at, calls):
    """The last days of every month are there, in the week, in the figures and in the dates that can be typed."""
    ends = [date(2026, month + 1, 1) - timedelta(1) for month in range(1, 11)] + [
        date(2026, 10, 31),
        date(2026, 12, 31),
    ]
    for day in ends:
        clock = "2027-01-02T09:00"
        assert at(clock, "tick", "calls", "--date", f"{day.day}/{day.month}").returncode == 0
        assert week(at, clock, day.isoformat())["habits"][0]["days"][day.isoformat()] >= 1
    assert sorted(set(days(calls))) == sorted({day.isoformat() for day in ends})
    for day in (date(2026, 8, 31), date(2026, 12, 31)):
        assert f"{day.day} " in at(f"{day}T09:00", "today").stdout.splitlines()[0]
        assert at(f"{day}T09:00", "untick", "calls").returncode == 0


def test_dates_before_2000(at, calls):
    for text in ("31/12/1999", "1999-12-31", "01/01/1970", "1969-12-31", "1900-01-01"):
        assert at("2026-11-18T09:10", "tick", "calls", "--date", text).returncode == 0, text
    assert days(calls) == ["1900-01-01", "1969-12-31", "1970-01-01", "1999-12-31", "1999-12-31"]
    assert week(at, "2026-11-18T09:10", "1999-W52")["habits"][0]["days"] == {"1999-12-31": 2}
    assert week(at, "2026-11-18T09:10", "31/12/1969")["habits"][0]["days"] == {"1969-12-31": 1, "1970-01-01": 1}
    assert len(json.loads(at("2026-11-18T09:10", "stats", "--json").stdout)["weeks"]) > 6600
    assert at("2026-11-18T09:10", "doctor").returncode == 0
    assert at("1999-12-31T23:59", "status").returncode == 0
    assert at("2000-01-01T03:00", "today").stdout.startswith("Saturday 1 January 2000")


def test_a_week_start_that_is_cosmetic(at, calls):
    """Monday opens the week in what is shown, in what is counted and in what is typed."""
    at("2026-11-22T09:00", "tick", "calls")
    at("2026-11-23T09:00", "tick", "calls", "2")
    clock = "2026-11-23T10:00"
    assert at(clock, "week", "-1w").stdout.splitlines()[0].startswith("W47  16 – 22 November")
    assert week(at, clock, "-1w")["habits"][0]["done"] == 1
    assert week(at, clock)["habits"][0]["done"] == 2
    assert at(clock, "tick", "calls").stdout == "Calls 3/5\n"
    assert at(clock, "tick", "calls", "--date", "sun").stdout == "Calls 2/5 in W47\n"
    grid = [line for line in at(clock, "week").stdout.splitlines() if "Calls" in line]
    assert grid[0].strip().startswith("■")  # Monday is the first column
    assert habit_of(at, clock)["done"] == 3


# Figures


def test_excused_days_lowering_the_score_of_done_ones(at, calls):
    at("2026-11-16T08:00", "habit", "archive", "calls")
    at("2026-11-16T08:00", "habit", "add", "Article", "--days", "mon,thu")
    commit(calls, "2026-11-16T08:30")
    at("2026-11-16T09:00", "tick", "article")
    with Store.open(str(calls)) as store:
        article = store.find_habit("article")
        now = moment(datetime(2026, 11, 20, 9), store.day_end)
        store.excuse(article, date(2026, 11, 19), "ill", now)
        assert week(at, "2026-11-20T09:00")["score"] == 100
        store.excuse(article, date(2026, 11, 16), "done all the same", now)
        assert week(at, "2026-11-20T09:00")["score"] is None  # nothing is expected any more
        store.unexcuse(article, date(2026, 11, 19), now)
    assert week(at, "2026-11-20T09:00")["score"] == 100  # one day expected, one done
    at("2026-11-20T09:00", "tick", "article")
    assert week(at, "2026-11-20T09:00")["score"] == 100
    assert habit_of(at, "2026-11-25T09:00", "Article")["strength"] == "1/1"


def test_a_weekly_goal_complete_but_not_shown_so(at, calls):
    commit(calls, "2026-11-16T08:30")
    for number in range(1, 6):
        assert at("2026-11-18T09:10", "tick", "calls").stdout == f"Calls {number}/5\n"
        status = json.loads(at("2026-11-18T09:10", "status", "--json").stdout)
        complete = number == 5
        assert status["lines_done"] == complete
        assert (status["next"] is None) == complete
        assert ("✓" in at("2026-11-18T09:10", "week").stdout) == complete
    assert at("2026-11-18T09:10", "status").stdout == "1/1\n"
    assert week(at, "2026-11-18T09:10")["score"] == 100
    assert habit_of(at, "2026-11-18T09:10")["streak_weeks"] == 1
    at("2026-11-18T09:10", "untick", "calls")
    assert "✓" not in at("2026-11-18T09:10", "week").stdout


def test_reorder_under_a_filter_moving_hidden_items(run, calls):
    """Archived and settled habits are not in the list that is moved in: they keep their places."""
    for name in ("One", "Two", "Three", "Four"):
        assert run("habit", "add", name, "--per-week", "1").returncode == 0
    run("habit", "archive", "two")
    run("habit", "settle", "three")
    hidden = "SELECT name, position FROM habit WHERE name IN ('Two', 'Three') ORDER BY name"
    before = rows(calls, hidden)
    assert run("habit", "move", "four", "1").returncode == 0
    assert run("habit", "move", "calls", "3").returncode == 0
    assert rows(calls, hidden) == before
    shown = [line["name"] for line in json.loads(run("week", "--json").stdout)["habits"]]
    assert [name for name in shown if name != "Three"] == ["Four", "One", "Calls"]
    assert run("undo", "2").returncode == 0
    for name in ("two", "three"):
        run("habit", "restore", name)
    assert [line["name"] for line in json.loads(run("week", "--json").stdout)["habits"]] == [
        "Calls", "One", "Two", "Three", "Four",
    ]  # fmt: skip


def test_reports_counting_days_before_a_habit_existed_or_still_to_come(at, calls):
    """A second habit, five weeks younger than the first; this week has only begun."""
    for number in range(5):
        at(f"{date(2026, 11, 16) + timedelta(7 * number)}T09:00", "tick", "calls", "5")
    clock = "2026-12-21T09:00"
    at(clock, "habit", "add", "Walk", "--days", "mon,fri")
    young = habit_of(at, clock, "Walk")
    assert (young["strength"], young["missed_twice"], young["alert"], young["streak_weeks"]) == ("0/0", [], False, 0)
    old = habit_of(at, clock)
    assert (old["strength"], old["missed_twice"], old["alert"], old["streak_weeks"]) == ("5/5", [], False, 5)
    commit(calls, clock)
    weeks = json.loads(at(clock, "stats", "--json").stdout)
    assert [line["state"] for line in weeks["weeks"]] == ["unplanned"] * 5 + ["running"]
    assert (weeks["scored_weeks"], weeks["mean_score"], weeks["mondays_held"]) == (0, None, "1/6")
    assert week(at, clock, "2026-W47")["habits"][0]["name"] == "Calls"
    assert all(set(line["days"]) <= {"2026-12-21"} for line in week(at, clock)["habits"])
    assert [line["name"] for line in week(at, clock, "2026-W47")["habits"] if line["target"] is not None] == ["Calls"]


def test_a_current_streak_of_0_each_morning_or_a_dead_one_shown_as_current(at, calls):
    for monday in ("2026-11-16", "2026-11-23", "2026-11-30"):
        at(f"{monday}T09:00", "tick", "calls", "5")
    assert habit_of(at, "2026-12-06T23:00")["streak_weeks"] == 3
    assert habit_of(at, "2026-12-07T08:00")["streak_weeks"] == 3  # Monday morning: nothing is lost yet
    assert habit_of(at, "2026-12-13T23:59")["streak_weeks"] == 3
    assert habit_of(at, "2026-12-14T08:00")["streak_weeks"] == 0  # a whole week without it: the streak is over
    assert habit_of(at, "2026-12-14T08:00")["alert"] is True
    at("2026-12-14T09:00", "tick", "calls", "5")
    assert habit_of(at, "2026-12-14T10:00")["streak_weeks"] == 1
    at("2026-12-14T09:00", "tick", "calls", "5", "--date", "2026-12-13")  # filled in: it was never broken
    assert habit_of(at, "2026-12-14T10:00")["streak_weeks"] == 5


# What is printed


def test_wide_characters_breaking_alignment(at, calls):
    at("2026-11-16T08:00", "habit", "archive", "calls")
    names = ["電話をかける", "Écrire ☕ l’article", "Прогулка", "\u00e9tude", "\U0001f469\u200d\U0001f4bb codes"]
    for name in names:
        assert at("2026-11-18T09:00", "habit", "add", name, "--per-week", "3").returncode == 0
    at("2026-11-18T09:00", "tick", "電話")
    for words in (("week",), ("today",), ("stats",)):
        lines = at("2026-11-18T09:00", *words).stdout.splitlines()
        columns = set()
        for name in names:
            [line] = [line for line in lines if name in line]
            columns.add(wcswidth(line[: line.index(name)]))
        assert len(columns) == 1, words


def test_an_intensity_ladder_off_by_one_that_crashes(at, database):
    """More than was asked for, much more, and something where nothing was expected."""
    with Store.open(str(database)) as store:
        write_sample(store)
    for words in (("tick", "calls", "1000"), ("tick", "article", "99,999"), ("tick", "calls", "1000", "--date", "sun")):
        assert at("2026-11-18T09:10", *words).returncode == 0
    for words in (("week",), ("stats",), ("stats", "--json"), ("status",), ("today",), ("week", "-1w")):
        assert at("2026-11-18T09:10", *words).returncode == 0
    scores = [line["score"] for line in json.loads(at("2026-11-18T09:10", "stats", "--json").stdout)["weeks"]]
    assert all(score is None or 0 <= score <= 100 for score in scores)
