"""The dashboard beside other processes: ticks from everywhere, and a file that is locked, gone, replaced, or full."""

from __future__ import annotations

import asyncio
import os
import resource
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events

from storage.doctor import examine
from storage.sample.year import write_sample
from storage.store import Store
from tests.storage.file.test_processes import TICKING, child, go
from tests.tui.terminal import LUNDI, Terminal, rows

PACED = TICKING.replace("import sys", "import sys, time").replace("print(number", "time.sleep(0.003); print(number")

HOLDING = """
import sqlite3, sys

connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("ready", flush=True)
sys.stdin.readline()
"""


async def until(it, condition: Callable[[], object], seconds: float = 20) -> None:
    """Let the dashboard live by itself until something is so; no key is pressed."""
    for _turn in range(int(seconds * 20)):
        if condition():
            return
        await it.pilot.pause(0.05)
    raise AssertionError(f"it never came:\n{it.text}")


async def press_and_end(it, key: str) -> None:
    """A key after which the dashboard is no more: there is nothing of it to wait for."""
    it.app.post_message(events.Key(key, None))
    while not it.app._exit:
        await asyncio.sleep(0.02)


def ticks(path: Path) -> int:
    """How many there are, in a sound file, as another program sees it."""
    with Store.open(str(path)) as store:
        found = examine(store)
    assert found.is_sound, found.findings
    return found.ticks


@pytest.mark.slow
async def test_two_processes_tick_five_hundred_times_each_beside_it(open_app, year, sample):
    """Where they leave it no moment, a tick of its own waits, is written then, and both are said."""
    async with open_app(year, size=(120, 36)) as it:
        before, own, said = it.ticks, 0, set()
        with child(PACED, sample, 500) as one, child(PACED, sample, 500) as other:
            go(one)
            go(other)
            while one.poll() is None or other.poll() is None:
                await it.press("space")
                own += 1
                said.add(it.notice.partition(":")[0])
            answers = [process.communicate() for process in (one, other)]
        assert [(len(out.split()), err) for out, err in answers] == [(500, ""), (500, "")]
        await until(it, lambda: it.ticks == before + 1000 + own and "not saved" not in it.footer)
        assert said <= {"", "The file is busy with another program", "Everything is saved now."}
        assert own > 1
        await it.look_around()
        assert it.cell("Calls", "Wed").endswith("999")  # more than a cell can say
    assert ticks(sample) == before + 1000 + own


@pytest.mark.slow
async def test_a_lock_of_ten_seconds(open_app, year, sample):
    async with open_app(year, size=(120, 36)) as it:
        before = it.ticks
        with child(HOLDING, sample) as holder:
            await it.press("space")
            assert it.notice.startswith("The file is busy with another program")
            assert "not saved: 1" in it.footer
            for _second in range(5):
                y = it.cursor[1]
                await it.press("down")
                assert it.cursor[1] > y
                await it.pilot.pause(1)
                await it.press("up")
                assert it.cursor[1] == y
                await it.pilot.pause(1)
            await it.press("i")
            await it.type("An idea not to lose")
            await it.press("enter")
            assert "The file is busy with another program" in it.text
            assert it.typed == ["An idea not to lose"]
            assert it.ticks == before
            go(holder)
            holder.wait()
        await until(it, lambda: ticks(sample) == before + 1)
        assert it.typed == ["An idea not to lose"]
        await it.press("enter")
        assert not it.is_asking
        assert it.count("Calls") == "3/5"
        assert it.rows("SELECT count(*) FROM action WHERE title = 'An idea not to lose'") == [(1,)]


async def test_a_file_that_is_moved_away_and_put_back(open_app, year, sample):
    elsewhere = sample.with_name("elsewhere.db")
    async with open_app(year, size=(120, 36)) as it:
        before = it.ticks
        os.rename(sample, elsewhere)
        await it.press("space", "down", "space")
        assert it.notice.startswith(f"The file was deleted or moved: {sample}")
        assert "not saved: 2" in it.footer
        assert not sample.exists()
        await it.press("n")
        await it.type("a note")
        await it.press("enter")
        assert it.typed == ["a note"]
        os.rename(elsewhere, sample)
        await until(it, lambda: ticks(sample) == before + 2)
        assert it.typed == ["a note"]
        await it.press("enter")
        assert not it.is_asking
        assert it.count("Calls") == "3/5"
        assert "not saved" not in it.footer
    assert ticks(sample) == before + 2


async def test_a_file_that_is_deleted_is_saved_elsewhere_at_the_end(open_app, year, sample, dump):
    async with open_app(year, size=(120, 36)) as it:
        await it.press("space")
        before = it.ticks
        for path in sample.parent.glob("lundi.db*"):
            path.unlink()
        await it.press("space")
        await it.press("q")
        assert "Changes not saved yet: 1." in it.text
        (proposed,) = it.typed
        Path(proposed).parent.mkdir(exist_ok=True)
        kept = dump(year.connection)
        await press_and_end(it, "enter")
    assert not sample.exists()
    assert ticks(Path(proposed)) == before + 1
    saved = dump(Path(proposed))
    assert {table for table in kept if saved[table] != kept[table]} == {"tick"}
    assert set(kept["tick"]) < set(saved["tick"])


async def test_a_file_that_is_replaced_by_another_one_is_not_written_to(open_app, year, sample, tmp_path):
    other = tmp_path / "other.db"
    with Store.open(str(other)) as store:
        write_sample(store)
    content = other.read_bytes()
    async with open_app(year, size=(120, 36)) as it:
        own = it.ticks
        os.replace(other, sample)
        await it.press("space")
        assert it.notice.startswith(f"Another file is at {sample} now.")
        assert "not saved: 1" in it.footer
        await it.pilot.pause(2.2)
        await it.press("space", "i")
        await it.type("An idea not to lose")
        await it.press("enter")
        assert it.typed == ["An idea not to lose"]
        await it.press("escape", "q")
        assert "Changes not saved yet: 2." in it.text
        Path(it.typed[0]).parent.mkdir(exist_ok=True)
        proposed = Path(it.typed[0])
        await press_and_end(it, "enter")
    year.close()
    assert sample.read_bytes() == content
    assert ticks(sample) == own
    assert ticks(proposed) == own + 2


async def test_the_original_that_comes_back_gets_what_waited(open_app, year, sample, tmp_path):
    aside, other = tmp_path / "aside.db", tmp_path / "other.db"
    with Store.open(str(other)) as store:
        store.checkpoint()
    async with open_app(year, size=(120, 36)) as it:
        before = it.ticks
        os.rename(sample, aside)
        shutil.copy(other, sample)
        await it.press("space")
        assert "not saved: 1" in it.footer
        os.replace(aside, sample)
        await until(it, lambda: "not saved" not in it.footer)
    assert ticks(sample) == before + 1


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="no other process's limits can be set here")
def test_a_full_disk_in_a_terminal(sample, environment):
    """No file of the process may grow; then it may again, and what waited is saved without a key."""
    before = ticks(sample)
    everything = {**environment, "TERM": "xterm-256color", "LUNDI_LANG": "en", "PYTHONDONTWRITEBYTECODE": "1"}
    with Terminal(120, 36, everything, *LUNDI) as here:
        here.wait_for("held at 85")
        here.settle()
        _soft, hard = resource.prlimit(here.process.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(here.process.pid, resource.RLIMIT_FSIZE, (0, hard))
        here.send(" ")
        here.wait_for(f"Cannot write to {sample}")
        here.wait_for("not saved: 1")
        here.send("i")
        here.wait_for("An idea")
        here.settle()
        here.send("not to lose\r")
        here.wait_for("Nothing was changed")
        here.wait_for("not to lose")
        resource.prlimit(here.process.pid, resource.RLIMIT_FSIZE, (hard, hard))
        here.wait_for(lambda _text: ticks(sample) == before + 1)
        here.send("\r")
        here.wait_for(lambda text: "not to lose" not in text)
        here.send("q")
        assert here.wait_for_the_end() == 0
    assert ticks(sample) == before + 1
    assert rows(sample, "SELECT count(*) FROM action WHERE title = 'not to lose'") == [(1,)]


def test_what_waits_is_written_when_the_program_is_told_to_end(sample, environment):
    """The lock goes within the five seconds that the end waits for it."""
    before = ticks(sample)
    with Terminal(80, 24, {**environment, "TERM": "xterm-256color"}, *LUNDI) as here:
        here.wait_for("held at 85")
        here.settle()
        with child(HOLDING, sample) as holder:
            here.send(" ")
            here.wait_for("not saved: 1")
            here.process.terminate()
            here.settle()
            go(holder)
            holder.wait()
        assert here.wait_for_the_end() == 143
        assert here.is_left_clean
    assert ticks(sample) == before + 1


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("space", None),
        ("n", "a note"),
        ("s", "a reason"),
        ("e", " more often"),
        ("K", None),
    ],
    ids=["tick", "note", "excuse", "card", "move"],
)
async def test_a_habit_that_the_shell_takes_away_meanwhile(open_app, year, lundi, key, text):
    """Undone elsewhere, within the second before that is seen, or while a dialog about it is open."""
    for habit in ("One service done today", "Half an hour of study"):  # room for another one
        assert lundi("habit", "archive", habit).returncode == 0
    assert lundi("habit", "add", "Walk", "--per-week", "3").returncode == 0
    async with open_app(year) as it:
        await it.press("down", "down", "down")
        assert "Walk" in it.chosen
        if text is not None:
            await it.press(key)
            await it.type(text)
        assert lundi("undo").returncode == 0
        await it.press("enter" if text is not None else key)
        if key == "e":
            await it.press("ctrl+s")
        assert it.app.is_running
        assert text is None or text in it.typed[0]
        await it.press("escape")
        await it.look_around()
        assert "Walk" not in it.text
    assert examine(year).is_sound
