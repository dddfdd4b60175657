"""Files that can't be opened or written: a sentence, the code of the contract, and not one byte changed."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from storage.file.versions import SCHEMA_VERSION
from storage.store import Store

LOOKING = [("status",), ("week",), ("stats", "--json"), ("habit", "list"), ("undo", "--list"), ("doctor",)]
WRITING = [("tick", "calls"), ("idea", "Something"), ("habit", "add", "Walk", "--per-week", "3"), ("undo",)]

WITHOUT_ROOT = ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all")
"""For a child of root: file permissions count again."""


def not_sqlite(path: Path) -> None:
    path.write_text("Ronan, 06 00 00 00 00\n" * 200, encoding="utf-8")


def a_few_bytes(path: Path) -> None:
    path.write_bytes(b"no")


def noise(path: Path) -> None:
    path.write_bytes(random.Random(1).randbytes(20_000))


def half_a_header(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00" + bytes(30))


def a_header_alone(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100])


def half_a_file(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: 4096 * 20])


def schema_page(path: Path) -> None:
    """The first page's tree, behind a header that is right."""
    flip(path, range(100, 4096))


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def newer(path: Path) -> None:
    sql(path, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")


def of_another_program(path: Path) -> None:
    path.unlink()
    sql(path, "CREATE TABLE invoice (number TEXT)")


def of_another_program_and_newer(path: Path) -> None:
    path.unlink()
    sql(path, "CREATE TABLE invoice (number TEXT); PRAGMA application_id = 77; PRAGMA user_version = 900")


UNREADABLE = {
    not_sqlite: "not a lundi file",
    a_few_bytes: "not a lundi file",
    noise: "not a lundi file",
    half_a_header: "not a lundi file",
    a_header_alone: "",
    half_a_file: "damaged",
    schema_page: "damaged",
    a_folder: "not a lundi file",
    newer: f"newer version ({SCHEMA_VERSION + 1})",
    of_another_program: "not a lundi file",
    of_another_program_and_newer: "not a lundi file",
}


@pytest.mark.parametrize("ruin", UNREADABLE, ids=lambda ruin: ruin.__name__)
def test_what_is_no_sound_file_of_ours_is_left_alone(run, sample, ruin):
    ruin(sample)
    before = fingerprint(sample)
    for words in [*LOOKING, *WRITING]:
        said = run(*words)
        assert said.returncode == 4, (words, said)
        refused(said)
        assert UNREADABLE[ruin] in said.stderr
        assert str(sample) in said.stderr
        assert fingerprint(sample) == before, words


@pytest.mark.parametrize("ruin", [not_sqlite, half_a_file, a_folder, newer], ids=lambda ruin: ruin.__name__)
def test_the_same_as_a_process(lundi, sample, ruin):
    ruin(sample)
    before = fingerprint(sample)
    for words in (("status",), ("tick", "calls")):
        said = lundi(*words)
        assert said.returncode == 4
        refused(said)
    assert fingerprint(sample) == before


def test_an_empty_file_is_a_new_one(run, database):
    database.touch()
    assert run("status").stdout == "–\n"
    assert database.read_bytes() == b""
    assert run("doctor").returncode == 1
    assert run("idea", "Something").returncode == 0
    assert run("doctor").returncode == 0


def test_a_file_of_ours_that_lost_its_version_is_opened(run, sample, dump):
    """A crash can't do that, but a tool that copies tables may: nothing is lost, nothing is made twice."""
    before = dump(sample)
    sql(sample, "PRAGMA user_version = 0")
    assert run("status").returncode == 0
    assert dump(sample) == before
    assert run("doctor").returncode == 0


@pytest.mark.parametrize("part", ["header", "cells", "page"])
def test_a_flipped_page_never_gives_a_traceback(run, sample, part):
    """The root page of every table and index, and some of the leaves."""
    whole = sample.read_bytes()
    roots = root_pages(sample)
    pages = sorted({*roots.values(), *range(2, len(whole) // 4096 + 1, 9)})
    ranges = {"header": range(8), "cells": range(2000, 4096, 7), "page": range(4096)}
    found = 0
    for page in pages:
        for words in [("status",), ("stats",), ("tick", "calls"), ("undo",), ("doctor",)]:
            for beside in sample.parent.glob("lundi.db-*"):
                beside.unlink()
            sample.write_bytes(whole)
            flip(sample, (4096 * (page - 1) + place for place in ranges[part]))
            before = fingerprint(sample)
            try:
                said = run(*words)
            except Exception as error:
                raise AssertionError(f"page {page} ({part}), {words}: {error!r}") from error
            assert said.returncode in (0, 1, 4), (page, words, said)
            if said.returncode == 4:
                found += 1
                refused(said)
                assert fingerprint(sample) == before, (page, words)
            if words == ("doctor",) and part != "cells":
                assert said.returncode == 4, (page, said)
    assert found > len(pages)


def test_a_flipped_byte_of_the_header_never_gives_a_traceback(run, sample):
    whole = sample.read_bytes()
    for place in range(100):
        for beside in sample.parent.glob("lundi.db-*"):
            beside.unlink()
        sample.write_bytes(whole)
        flip(sample, [place])
        for words in (("status",), ("idea", "Something")):
            try:
                said = run(*words)
            except Exception as error:
                raise AssertionError(f"byte {place}, {words}: {error!r}") from error
            assert said.returncode in (0, 3, 4), (place, words, said)
            if said.returncode:
                refused(said)


def test_a_folder_that_cannot_be_written(lundi, tmp_path):
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    for path in (folder / "lundi.db", folder / "further" / "lundi.db"):
        for words in WRITING[1:3]:
            said = lundi(*words, before=unprivileged(), LUNDI_DB=str(path))
            assert said.returncode == 3
            refused(said)
            assert str(path) in said.stderr
        said = lundi("status", before=unprivileged(), LUNDI_DB=str(path))
        assert (said.returncode, said.stderr) == (0, "")
    assert list(folder.iterdir()) == []


def test_a_folder_that_is_a_file(run, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("mine")
    monkeypatch.setenv("LUNDI_DB", str(tmp_path / "file" / "lundi.db"))
    said = run("idea", "Something")
    assert said.returncode == 3
    refused(said)
    assert run("status").returncode in (0, 3)
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.parametrize("folder_mode", [0o700, 0o500])
@pytest.mark.parametrize("file_mode", [0o400, 0o000])
def test_a_file_that_cannot_be_written(lundi, sample, folder_mode, file_mode):
    folder = sample.parent / "locked"
    folder.mkdir()
    path = folder / "lundi.db"
    shutil.copy(sample, path)
    before = fingerprint(path)
    path.chmod(file_mode)
    folder.chmod(folder_mode)
    try:
        for words in WRITING:
            said = lundi(*words, before=unprivileged(), LUNDI_DB=str(path))
            if words == ("undo",) and said.returncode == 1:  # it looks first, and the sample can't be undone
                continue
            assert said.returncode == 3, (words, said)
            refused(said)
            assert str(path) in said.stderr
        said = lundi("status", before=unprivileged(), LUNDI_DB=str(path))
        assert said.returncode in (0, 3)
        if said.returncode:
            refused(said)
        else:
            assert said.stdout == "2/7 · calls 2/5\n"
        assert {entry.name for entry in folder.iterdir()} <= {"lundi.db", "lundi.db-wal", "lundi.db-shm"}
    finally:
        folder.chmod(0o700)
    assert fingerprint(path) == before


@pytest.mark.parametrize("room", [512, 4096, 33_000, 40_000, 60_000, 100_000])
def test_a_full_disk(lundi, sample, dump, room):
    """No file may grow beyond so many bytes: the index of the log, the log itself, or the copy back fails."""
    before = dump(sample)
    ideas = "\n".join(f"Idea {number}" for number in range(1500))
    said = lundi("idea", stdin=ideas, before=limited(room))
    assert said.returncode == 3, said
    refused(said)
    assert dump(sample) == before

    said = lundi("status", before=limited(room))
    assert said.returncode in (0, 3)
    assert "Traceback" not in said.stderr
    assert lundi("doctor").returncode == 0
    assert lundi("tick", "calls").returncode == 0


@pytest.mark.parametrize("room", [0, 512, 4096, 20_000, 70_000, 120_000])
def test_a_disk_too_full_for_a_new_file(lundi, database, room):
    said = lundi("habit", "add", "Calls", "--per-week", "5", before=limited(room))
    if said.returncode:
        assert said.returncode == 3
        refused(said)
        assert lundi("status").stdout == "–\n"
    again = lundi("habit", "add", "Walk", "--per-week", "5")
    assert again.returncode == 0, again
    assert lundi("doctor").returncode == 0


def test_the_limits_do_bite(lundi, database):
    """Without this one, a limit that never worked would look like a disk with room enough."""
    assert lundi("idea", "Something", before=limited(512)).returncode == 3


@pytest.mark.slow
def test_a_lock_held_by_another_program(lundi, sample, dump):
    holder = sqlite3.connect(sample, isolation_level=None)
    try:
        holder.execute("BEGIN IMMEDIATE")
        before = dump(sample)
        started = time.monotonic()
        said = lundi("tick", "calls")
        assert said.returncode == 3
        refused(said)
        assert "busy" in said.stderr
        assert 4 < time.monotonic() - started < 20
        said = lundi("status")  # reading goes on meanwhile
        assert (said.returncode, said.stdout) == (0, "2/7 · calls 2/5\n")
        holder.execute("ROLLBACK")
        assert dump(sample) == before
    finally:
        holder.close()
    assert lundi("tick", "calls").returncode == 0


@pytest.mark.slow
def test_a_file_that_another_program_has_to_itself(environment, lundi, sample, dump):
    """Nobody else can even read it. Everything says so at once, and nothing is lost."""
    holder = sqlite3.connect(sample, isolation_level=None)
    try:
        holder.execute("PRAGMA locking_mode = EXCLUSIVE")
        holder.execute("BEGIN EXCLUSIVE")
        holder.execute("UPDATE setting SET value = value")
        waiting = [
            subprocess.Popen(
                [sys.executable, "-m", "lundi", *words],
                env=environment,
                cwd=Path(__file__).parents[3],
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
            for words in (("status",), ("tick", "calls"), ("idea", "Something"), ("doctor",), ("backup",))
        ]
        for process in waiting:
            out, err = process.communicate(timeout=60)
            assert (process.returncode, out) == (3, ""), err
            assert "busy" in err
            assert len(err.splitlines()) == 1
        holder.execute("ROLLBACK")
    finally:
        holder.close()
    assert lundi("tick", "calls").stdout == "Calls 3/5\n"
    assert lundi("doctor").stdout.splitlines()[-1] == "  5 habits, 434 ticks, 46 plans, 2 changes"


def test_a_lock_that_is_let_go_is_waited_for(environment, sample, dump):
    holder = sqlite3.connect(sample, isolation_level=None)
    try:
        holder.execute("BEGIN IMMEDIATE")
        child = subprocess.Popen(
            [sys.executable, "-m", "lundi", "tick", "calls"],
            env=environment,
            cwd=Path(__file__).parents[3],
            stdout=subprocess.PIPE,
            text=True,
        )
        time.sleep(0.7)
        assert child.poll() is None
        holder.execute("ROLLBACK")
        assert child.communicate(timeout=30) == ("Calls 3/5\n", None)
    finally:
        holder.close()


def test_the_store_says_the_same_as_the_shell(sample):
    newer(sample)
    with pytest.raises(Exception, match="newer version") as caught:
        Store.open(str(sample))
    assert caught.value.exit_code == 4


def refused(said) -> None:
    """One or two lines on standard error, and nothing of a programmer's."""
    lines = said.stderr.splitlines()
    assert 1 <= len(lines) <= 2, said
    assert "Traceback" not in said.stderr
    assert "sqlite" not in said.stderr.lower()
    assert said.stdout == ""


def fingerprint(path: Path) -> str:
    if path.is_dir():
        return repr(sorted(path.iterdir()))
    return hashlib.sha256(path.read_bytes()).hexdigest()


def flip(path: Path, places) -> None:
    content = bytearray(path.read_bytes())
    for place in places:
        content[place] ^= 0xFF
    path.write_bytes(content)


def sql(path: Path, script: str) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(script)
    connection.close()


def root_pages(path: Path) -> dict[str, int]:
    connection = sqlite3.connect(path)
    pages = dict(connection.execute("SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0"))
    connection.close()
    return pages


def unprivileged() -> tuple[str, ...]:
    """What to put before a command so that file permissions hold for it; where nothing does, a skip."""
    if os.name != "posix":
        pytest.skip("modes are those of POSIX")
    if os.geteuid() != 0:
        return ()
    if shutil.which("setpriv") is None:
        pytest.skip("root, and no setpriv to take root's rights from a child")
    return WITHOUT_ROOT


def limited(room: int) -> tuple[str, ...]:
    """What to put before a command so that it can write no file beyond so many bytes; Python neither, whose half of a
    compiled module would break the next command."""
    pytest.importorskip("resource", reason="limits are those of POSIX")
    script = (
        "import os, resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2);"
        "os.environ['PYTHONDONTWRITEBYTECODE'] = '1'; os.execv(sys.argv[2], sys.argv[2:])"
    )
    return (sys.executable, "-c", script, str(room))
