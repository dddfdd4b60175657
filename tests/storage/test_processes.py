"""Several processes at once, and processes that are killed: what was answered is there."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from storage.doctor import examine
from storage.store import Store

ROOT = Path(__file__).parents[2]

TICKING = """
import sys
from datetime import date
from lundi.days import Moment
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

CREATING = """
import sys
import storage.migrations  # imported already, so that the kill falls into the creation
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
def test_what_was_answered_survives_a_kill(calls):
    """Fifteen times in the same file, at moments that differ."""
    moments, answered = random.Random(47), 0
    for _time in range(15):
        with child(TICKING, calls, 100_000) as process:
            go(process)
            answers = [process.stdout.readline()]
            time.sleep(moments.uniform(0, 0.08))
            process.kill()
            answers += process.stdout.read().splitlines(keepends=True)
        answered += sum(answer.endswith("\n") for answer in answers)
        kept = ticks(calls)
        # One more than answered, where the kill fell between the commit and the answer.
        assert answered <= kept <= answered + 1
        answered = kept
    assert answered > 100


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
