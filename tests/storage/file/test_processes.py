"""Several processes at once, and processes that are killed: what was answered is there."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from storage.doctor import examine
from storage.store import Store
from tests.lives import Lives

ROOT = Path(__file__).parents[3]

TICKING = """
import sys
from datetime import date
from lundi.time.days import Moment
from storage.store import Store

now = Moment(date(2026, 11, 18), "2026-11-18T09:10:00")
with Store.open(sys.argv[1]) as store:
    habit = store.find_habit("calls")
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(int(sys.argv[2])):
        store.tick(habit, now.day, now)
        print(number, flush=True)
"""

TICKING_FOR_LIFE = """
from datetime import date
from lundi.time.days import Moment
from storage.store import Store

now = Moment(date(2026, 11, 18), "2026-11-18T09:10:00")

def live(path):
    with Store.open(path) as store:
        habit = store.find_habit("calls")
        while True:
            store.tick(habit, now.day, now)
            say("ticked")
"""

LOOKING_ON = """
import select, sys
from datetime import date
from lundi.words.amounts import ONE
from lundi.time.weeks import Week
from storage.week.page import read_week
from storage.store import Store

today = date(2026, 11, 18)
with Store.open(sys.argv[1]) as store:
    print("ready", flush=True)
    sys.stdin.readline()
    version, changes, done = None, 0, 0
    is_over = False
    while not is_over:
        is_over = bool(select.select([sys.stdin], [], [], 0.005)[0])
        if (present := store.data_version) != version:
            version, changes = present, changes + 1
            page = read_week(store, Week.of(today), today)
            assert page.rows[0].done >= done, "a tick that was seen has gone"
            done = page.rows[0].done
            store.checkpoint()
    print(changes, done // ONE)
"""

CREATING = """
import sys
import storage.schema.migrations  # imported already, so that the kill falls into the creation
from storage.store import Store

print("ready", flush=True)
sys.stdin.readline()
with Store.open(sys.argv[1]) as store:
    print("created", flush=True)
    sys.stdin.readline()
"""


@contextmanager
def child(script: str, *arguments: object):
    """A process that has said 'ready' and waits for a line to go on."""
    process = subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout.readline() == "ready\n", process.stderr.read()
        yield process
    finally:
        process.kill()
        process.communicate()


def go(process: subprocess.Popen[str]) -> None:
    process.stdin.write("go\n")
    process.stdin.flush()


@pytest.fixture
def calls(run, database: Path) -> Path:
    """A file with one habit."""
    assert run("habit", "add", "Calls", "--per-week", "5").returncode == 0
    return database


def ticks(path: Path) -> int:
    with Store.open(str(path)) as store:
        found = examine(store)
    assert found.is_sound, found.findings
    return found.ticks


def test_two_processes_tick_at_once(calls, run):
    with child(TICKING, calls, 50) as one, child(TICKING, calls, 50) as other:
        go(one)
        go(other)
        answers = [process.communicate(timeout=60) for process in (one, other)]
    assert [len(out.split()) for out, _err in answers] == [50, 50], answers
    assert ticks(calls) == 100
    assert run("undo", "100").stdout.count("1 tick\n") == 100
    assert ticks(calls) == 0


def test_nothing_comes_between_the_look_at_the_habits_and_the_move(run, database, now):
    for name in ("Calls", "Article", "Coffee"):
        assert run("habit", "add", name, "--per-week", "5").returncode == 0
    with Store.open(str(database)) as store, closing(sqlite3.connect(database, timeout=0)) as other:
        calls, said = store.find_habit("calls"), []

        def meddle(statement: str) -> None:
            if "FROM habit" in statement:
                try:
                    other.execute("UPDATE habit SET position = 9 WHERE name = 'Coffee'")
                    other.commit()
                except sqlite3.OperationalError as error:
                    said.append(str(error))

        store.connection.set_trace_callback(meddle)
        store.move_habit(calls, 3, now)
        store.connection.set_trace_callback(None)
        assert said
        assert set(said) == {"database is locked"}
        assert [habit.name for habit in store.habits()] == ["Article", "Coffee", "Calls"]


def test_the_shell_ticks_beside_an_open_store(calls, lundi):
    with Store.open(str(calls)) as store:
        version = store.data_version
        assert lundi("tick", "calls").stdout == "Calls 1/5\n"
        assert store.data_version != version
        assert store.connection.execute("SELECT count(*) FROM tick").fetchone()[0] == 1


def test_several_processes_make_the_file_at_once(database):
    with (
        child(CREATING, database) as one,
        child(CREATING, database) as two,
        child(CREATING, database) as three,
    ):
        for process in (one, two, three):
            go(process)
        for process in (one, two, three):
            assert process.stdout.readline() == "created\n", process.stderr.read()
    assert ticks(database) == 0
    with Store.open(str(database)) as store:
        assert store.connection.execute("SELECT count(*) FROM meta").fetchone()[0] == 1


@pytest.mark.slow
def test_two_processes_tick_while_a_third_looks_on(calls):
    """A thousand ticks beside a file that is kept open, read again at each change, and its log written back."""
    with child(LOOKING_ON, calls) as watcher, child(TICKING, calls, 500) as one, child(TICKING, calls, 500) as other:
        for process in (watcher, one, other):
            go(process)
        answers = [process.communicate(timeout=120) for process in (one, other)]
        assert [(len(out.split()), err) for out, err in answers] == [(500, ""), (500, "")]
        seen, errors = watcher.communicate("enough\n", timeout=60)
    assert errors == ""
    changes, last = map(int, seen.split())
    assert changes > 1
    assert last == 1000
    assert ticks(calls) == 1000


def test_a_second_connection_of_a_process_lets_no_lock_of_the_first_go(calls, run, lundi, now):
    """POSIX drops a process's locks with any handle that it closes; the next program would take the log away."""
    with Store.open(str(calls)) as store:
        habit = store.find_habit("calls")
        with Store.open(str(calls)) as second:
            assert second.habits() == [habit]
        store.tick(habit, now.day, now)
        assert lundi("tick", "calls").stdout == "Calls 2/5\n"
        assert Path(f"{calls}-wal").exists()  # still in use here
        store.tick(habit, now.day, now)
        assert lundi("tick", "calls").stdout == "Calls 4/5\n"
        store.tick(habit, now.day, now)
    assert ticks(calls) == 5


def test_a_file_that_cannot_be_written_ahead_yet_is_opened_all_the_same(calls):
    """Its way of writing is changed when it is opened, which takes a moment without any other program in it."""

    def journal_mode(store: Store) -> str:
        return str(store.connection.execute("PRAGMA journal_mode").fetchone()[0])

    with closing(sqlite3.connect(calls, isolation_level=None)) as reader:
        reader.execute("PRAGMA journal_mode = DELETE")
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM habit").fetchone()
        with Store.open(str(calls)) as store:
            assert journal_mode(store) == "delete"
            assert [habit.name for habit in store.habits()] == ["Calls"]
    with Store.open(str(calls)) as store:
        assert journal_mode(store) == "wal"


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="lives are forked")
def test_what_was_answered_survives_two_hundred_kills(calls):
    """In the same file, at moments that differ: in the middle of opening it, of a tick, of the day's copy."""
    moments, answered = random.Random(47), 0
    with Lives(TICKING_FOR_LIFE, calls) as lives:
        for _time in range(200):
            life = lives.begin()
            time.sleep(moments.uniform(0, 0.015))
            answered += len(lives.end(life))
            kept = ticks(calls)
            # One more than answered, where the kill fell between the commit and the answer.
            assert answered <= kept <= answered + 1
            answered = kept
            if moments.random() < 0.1:  # the next tick makes the day's copy again
                shutil.rmtree(calls.parent / "backups", ignore_errors=True)
        life = lives.begin()
        assert lives.next_word() == "ticked"  # the lives can do what they were killed at
        lives.end(life)
    assert ticks(calls) > answered


@pytest.mark.slow
def test_a_file_half_made_by_a_killed_process_opens_again(tmp_path):
    moments, states = random.Random(53), set()
    for number in range(20):
        path = tmp_path / str(number) / "lundi.db"
        with child(CREATING, path) as process:
            go(process)
            time.sleep(moments.uniform(0, 0.025))
            process.kill()
            process.wait()
            states.add(process.stdout.read())
        copy = tmp_path / f"{number}-copy" / "lundi.db"
        if path.exists():
            shutil.copytree(path.parent, copy.parent)
        looked = Store.open_existing(str(path))
        if looked is not None:
            looked.close()
        assert ticks(path) == 0
        if copy.exists():  # without that look: the first to open it writes
            with Store.open(str(copy)) as store:
                assert examine(store).is_sound
    assert states <= {"", "created\n"}
