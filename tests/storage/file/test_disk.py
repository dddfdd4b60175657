"""A disk without room: what was answered is kept, what can't be kept is refused, and nothing half-made is left."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from lundi.words.errors import Unavailable
from storage.file import copies
from storage.store import Store
from tests.storage.file.test_refusals import limited, refused
from tests.storage.schema.test_migrations import RELEASED, make, version_of

_SIZE = 1024 * 1024


def everything(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def leftovers(folder: Path) -> list[str]:
    """What a copy leaves when it is interrupted; nothing of it may be there."""
    return [path.name for path in folder.rglob("*") if "lundi-part" in path.name]


def test_without_room_for_the_days_copy_the_tick_is_kept_and_that_is_said(lundi, sample, database):
    """The limit lets the log of a tick be written, but no file as large as the copy."""
    folder = database.parent / "backups"
    said = lundi("tick", "calls", before=limited(100_000))
    assert (said.returncode, said.stdout) == (0, "Calls 3/5\n")
    assert said.stderr.splitlines() == [
        f"The change is kept, but no copy of today could be made in {folder}."
        " Check the rights and the room on the disk."
    ]
    assert list(folder.iterdir()) == []
    assert lundi("doctor").stdout.splitlines()[-1] == "  5 habits, 434 ticks, 46 plans, 2 changes"

    said = lundi("tick", "calls")  # with room again, the copy is made with the next change of the day
    assert (said.returncode, said.stdout, said.stderr) == (0, "Calls 4/5\n", "")
    [copy] = copies.daily_copies(str(database))
    assert copies.is_sound(copy.path)


@pytest.mark.parametrize(
    "words",
    [
        ("tick", "calls"),
        ("untick", "calls", "--date", "tue"),
        ("undo",),
        ("idea", "Something"),
        ("habit", "add", "Walk", "--per-week", "1"),
        ("habit", "edit", "calls", "--minimum", "a wave"),
        ("habit", "archive", "calls"),
    ],
    ids=" ".join,
)
def test_every_command_that_writes_says_so(run, sample, database, words):
    if words[0] == "undo":
        assert run("idea", "Something").returncode == 0
    if words[:2] == ("habit", "add"):
        assert run("habit", "archive", "calls").returncode == 0
    shutil.rmtree(database.parent / "backups", ignore_errors=True)
    (database.parent / "backups").write_text("a file, where the folder of the copies should be")
    said = run(*words)
    assert said.returncode == 0, said
    assert len(said.stderr.splitlines()) == 1
    assert said.stderr.startswith("The change is kept, but no copy of today could be made in")
    assert run("status").stderr == ""


def test_it_is_said_in_french(run, sample, database):
    (database.parent / "backups").write_text("a file")
    said = run("--lang", "fr", "cocher", "calls")
    assert (said.returncode, len(said.stderr.splitlines())) == (0, 1)


def test_a_command_that_is_refused_does_not_speak_of_a_copy(run, sample, database):
    (database.parent / "backups").write_text("a file")
    said = run("tick", "calls", "--date", "2026-11-19")
    assert said.returncode == 1
    assert "copy" not in said.stderr
    assert len(said.stderr.splitlines()) == 1


@pytest.mark.parametrize("room", [0, 512, 4096, 100_000, 300_000])
def test_a_backup_that_finds_no_room_leaves_nothing(lundi, sample, database, tmp_path, room):
    for words in (("backup", str(tmp_path / "copy.db")), ("backup",)):
        said = lundi(*words, before=limited(room))
        assert said.returncode == 3, said
        refused(said)
    assert list((database.parent / "backups").glob("*")) == []
    assert not (tmp_path / "copy.db").exists()
    assert leftovers(tmp_path) == []


@pytest.mark.parametrize("room", [0, 512, 4096, 100_000, 300_000])
def test_a_restore_that_finds_no_room_changes_nothing(lundi, sample, tmp_path, room):
    copy = str(tmp_path / "copy.db")
    assert lundi("backup", copy).returncode == 0
    assert lundi("tick", "calls").returncode == 0
    before = everything(sample)
    said = lundi("restore", copy, before=limited(room))
    assert said.returncode == 3, said
    refused(said)
    assert everything(sample) == before
    assert leftovers(tmp_path) == []
    assert lundi("restore", copy).returncode == 0
    assert lundi("doctor").stdout.splitlines()[-1] == "  5 habits, 433 ticks, 46 plans, 1 change"


# A disk of its own, which a test can fill to the last byte.


class Disk:
    """A small one that is mounted."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ballast = folder / "ballast"

    def leave(self, room: int) -> None:
        """Fill it up to so many bytes."""
        self.ballast.unlink(missing_ok=True)
        free = os.statvfs(self.folder).f_bavail * os.statvfs(self.folder).f_frsize
        with self.ballast.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(free - room, 1))


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root mounts a disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={_SIZE},mode=0700", "lundi-test", folder],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("root, but not allowed to mount a disk")
    try:
        yield Disk(folder)
    finally:
        subprocess.run(["umount", folder], check=True)


@pytest.fixture
def on_disk(disk: Disk, lundi) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Call the program with the file on that disk."""
    return lambda *words, **options: lundi(*words, LUNDI_DB=str(disk.folder / "lundi.db"), **options)


def test_a_disk_filled_to_the_last_byte(disk, on_disk):
    """Whatever the room left: a tick that was answered is there, one that wasn't is not, and nothing else changes."""
    assert on_disk("habit", "add", "Calls", "--per-week", "5").returncode == 0
    path, kept, answers = disk.folder / "lundi.db", 0, set()
    shutil.rmtree(disk.folder / "backups")
    for room in (0, 4096, 8192, 16_384, 32_768, 40_960, 49_152, 65_536, 131_072, 400_000):
        disk.leave(room)
        said = on_disk("tick", "calls")
        answers.add(said.returncode)
        if said.returncode:
            assert said.returncode == 3, said
            refused(said)
        else:
            kept += 1
            assert len(said.stderr.splitlines()) <= 1
            assert "Traceback" not in said.stderr
        assert leftovers(disk.folder) == []
        disk.leave(400_000)
        with Store.open(str(path)) as store:
            assert store.connection.execute("SELECT count(*) FROM tick").fetchone()[0] == kept, room
    assert answers == {0, 3}
    assert on_disk("doctor").returncode == 0


def test_a_full_disk_for_a_copy_that_is_asked_for(disk, on_disk, lundi, sample, database):
    outside = everything(sample)
    target = str(disk.folder / "copy.db")
    for room in (0, 4096, 100_000, 380_000):
        disk.leave(room)
        said = lundi("backup", target)
        assert said.returncode == 3, (room, said)
        refused(said)
        assert [path.name for path in disk.folder.iterdir()] == ["ballast"]
    disk.ballast.unlink()
    assert lundi("backup", target).returncode == 0
    assert everything(Path(target)) == outside


def test_a_full_disk_for_a_restore(disk, on_disk, sample):
    """Room is needed for the copy of the present file, and for its log, which holds all of the new one."""
    assert on_disk("idea", "The present").returncode == 0
    path = disk.folder / "lundi.db"
    shutil.rmtree(disk.folder / "backups")
    before, answers = everything(path), set()
    for room in (0, 8192, 100_000, 200_000, 250_000, 400_000):
        disk.leave(room)
        said = on_disk("restore", str(sample))
        answers.add(said.returncode)
        assert said.returncode == 3, (room, said)
        refused(said)
        assert leftovers(disk.folder) == []
        disk.ballast.unlink()
        assert everything(path) == before, room
        shutil.rmtree(disk.folder / "backups", ignore_errors=True)
    assert answers == {3}


@pytest.mark.parametrize("version", RELEASED)
def test_a_full_disk_for_a_migration(disk, on_disk, version):
    path = make(disk.folder / "lundi.db", version)
    before, states = everything(path), set()
    for room in (0, 32_768, 65_536, 150_000, 180_000, 200_000, 240_000, 400_000, 700_000):
        disk.leave(room)
        said = on_disk("status")
        states.add(said.returncode)
        disk.ballast.unlink()
        assert leftovers(disk.folder) == []
        saved = list((disk.folder / "backups").glob("*"))
        if said.returncode == 0:
            assert [everything(copy) for copy in saved] == [before]
            break
        assert said.returncode == 3, (room, said)
        refused(said)
        assert version_of(path) == version
        assert everything(path) == before
        assert [everything(copy) for copy in saved] in ([], [before])
        shutil.rmtree(disk.folder / "backups", ignore_errors=True)
    assert states == {0, 3}


def test_a_disk_that_is_read_only(disk, on_disk):
    assert on_disk("habit", "add", "Calls", "--per-week", "5").returncode == 0
    before = everything(disk.folder / "lundi.db")
    subprocess.run(["mount", "-o", "remount,ro", disk.folder], check=True)
    for words in (("tick", "calls"), ("idea", "Something"), ("undo",), ("backup",)):
        said = on_disk(*words)
        assert said.returncode == 3, (words, said)
        refused(said)
    said = on_disk("status")
    assert (said.returncode, "Traceback" in said.stderr) in ((0, False), (3, False))
    subprocess.run(["mount", "-o", "remount,rw", disk.folder], check=True)
    assert everything(disk.folder / "lundi.db") == before
    assert on_disk("tick", "calls").stdout == "Calls 1/5\n"


def test_an_open_store_on_a_full_disk(disk, now):
    """As a dashboard: the change is refused, the store goes on, and once there is room it writes again."""
    with Store.open(str(disk.folder / "lundi.db")) as store:
        store.capture("First", now)
        disk.leave(0)
        refusals = 0
        for _number in range(60):  # the log may still have room that it took before
            try:
                store.capture("x" * 3000, now)
            except Unavailable:
                refusals += 1
        count = store.connection.execute("SELECT count(*) FROM action").fetchone()[0]
        assert refusals > 0
        assert count == 61 - refusals
        disk.leave(300_000)
        store.capture("With room", now)
        assert store.connection.execute("SELECT count(*) FROM action").fetchone()[0] == count + 1
