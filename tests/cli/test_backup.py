"""lundi backup, lundi restore, and what is said when the file turns out to be damaged."""

from __future__ import annotations

import hashlib
import os
import random
import shlex
import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from storage.file.versions import SCHEMA_VERSION
from storage.store import Store
from tests.storage.file.test_refusals import half_a_file, newer, not_sqlite, of_another_program, unprivileged


@pytest.fixture
def backups(database: Path) -> Path:
    return database.parent / "backups"


def everything(path: Path | str) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def damage(path: Path) -> None:
    """Pages in the middle."""
    content = bytearray(path.read_bytes())
    content[4096 * 5 : 4096 * 40] = random.Random(2).randbytes(4096 * 35)
    path.write_bytes(content)


def refused(said, code: int) -> str:
    assert said.returncode == code, said
    assert said.stdout == ""
    assert 1 <= len(said.stderr.splitlines()) <= 2
    assert "Traceback" not in said.stderr
    return said.stderr


# backup


def test_a_backup_beside_the_file(run, sample, backups):
    said = run("backup")
    copy = backups / "lundi-2026-11-18-0910.db"
    assert (said.returncode, said.stdout, said.stderr) == (0, f"Copied to {copy}\n", "")
    assert everything(copy) == everything(sample)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(backups.stat().st_mode) == 0o700
    assert run("--db", str(copy), "doctor").stdout.splitlines()[0] == f"Sound: {copy}"
    assert run("sauvegarder").stdout == f"Copied to {backups / 'lundi-2026-11-18-0910-2.db'}\n"


def test_a_backup_to_a_place(run, sample, tmp_path, monkeypatch):
    target = tmp_path / "été" / "my copy.db"
    target.parent.mkdir()
    assert run("backup", str(target)).stdout == f"Copied to {target}\n"
    assert [entry.name for entry in target.parent.iterdir()] == ["my copy.db"]
    assert everything(target) == everything(sample)
    monkeypatch.chdir(tmp_path)
    assert run("backup", "here.db").stdout == f"Copied to {tmp_path / 'here.db'}\n"


def test_a_backup_never_overwrites(run, sample, tmp_path):
    taken = tmp_path / "taken.db"
    taken.write_text("mine")
    for target in (taken, tmp_path, sample):
        assert "already" in refused(run("backup", str(target)), 1)
    assert taken.read_text() == "mine"
    assert run("doctor").returncode == 0


def test_without_a_file_there_is_nothing_to_back_up(run, database):
    assert str(database) in refused(run("backup"), 1)
    database.touch()
    refused(run("backup"), 1)
    assert list(database.parent.glob("backups")) == []


def test_a_backup_where_nothing_can_be_written(lundi, run, sample, tmp_path, backups):
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    assert str(locked) in refused(lundi("backup", str(locked / "copy.db"), before=unprivileged()), 3)
    assert list(locked.iterdir()) == []
    assert "no folder" in refused(run("backup", str(tmp_path / "missing" / "copy.db")), 3)
    assert not (tmp_path / "missing").exists()
    backups.write_text("a file")
    assert str(backups) in refused(run("backup"), 3)


def test_a_backup_of_a_damaged_file_is_no_backup(run, sample, tmp_path):
    damage(sample)
    assert "damaged" in refused(run("backup", str(tmp_path / "copy.db")), 4)
    assert not (tmp_path / "copy.db").exists()


def test_a_backup_beside_an_open_dashboard_has_its_last_tick(run, sample, now, tmp_path):
    with Store.open(str(sample)) as store:
        store.tick(store.find_habit("calls"), now.day, now)
        assert run("backup", str(tmp_path / "copy.db")).returncode == 0
    assert (
        run("--db", str(tmp_path / "copy.db"), "undo", "--list").stdout
        == "  1  Wed 18 Nov  Calls, Wed 18 Nov: 1 tick\n"
    )


# restore


def test_a_restore_says_what_was_restored_and_where_the_former_file_is(run, sample, tmp_path, backups):
    copy = tmp_path / "copy.db"
    assert run("backup", str(copy)).returncode == 0
    before = copy.read_bytes()
    assert run("tick", "calls").returncode == 0
    assert run("habit", "archive", "calls").returncode == 0
    said = run("restore", str(copy))
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.splitlines() == [
        f"Restored: {copy}",
        "  5 habits, 433 ticks, 46 plans, 1 change",
        f"The file as it was before: {backups / 'lundi-before-restore.db'}",
    ]
    assert run("status").stdout == "2/7 · calls 2/5\n"
    assert copy.read_bytes() == before
    assert run("restaurer", str(backups / "lundi-before-restore.db")).returncode == 0
    assert run("undo").stdout == "Undone: habit archived: Calls\n"


def test_a_restore_where_there_is_no_file(run, sample, tmp_path, database):
    copy = tmp_path / "copy.db"
    assert run("backup", str(copy)).returncode == 0
    database.unlink()
    said = run("restore", str(copy))
    assert said.stdout.splitlines() == [f"Restored: {copy}", "  5 habits, 433 ticks, 46 plans, 1 change"]
    assert run("status").stdout == "2/7 · calls 2/5\n"


def test_what_the_doctor_finds_in_a_restored_file_is_said(run, sample, tmp_path):
    copy = tmp_path / "copy.db"
    assert run("backup", str(copy)).returncode == 0
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("DELETE FROM habit_goal WHERE habit_id = (SELECT id FROM habit WHERE name = 'Calls')")
    said = run("restore", str(copy))
    assert said.returncode == 0
    assert "  The habit 'Calls' has no rhythm." in said.stdout.splitlines()


@pytest.mark.parametrize(
    ("spoil", "code", "words"),
    [
        (half_a_file, 4, "The copy is damaged"),
        (damage, 4, "The copy is damaged"),
        (not_sqlite, 4, "not a lundi file"),
        (of_another_program, 4, "not a lundi file"),
        (newer, 4, f"newer version ({SCHEMA_VERSION + 1})"),
        (Path.unlink, 2, "There is no file"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_a_bad_copy_is_refused_and_the_present_file_untouched(run, sample, tmp_path, backups, spoil, code, words):
    copy = tmp_path / "copy.db"
    assert run("backup", str(copy)).returncode == 0
    spoil(copy)
    before = sample.read_bytes()
    assert words in refused(run("restore", str(copy)), code)
    assert sample.read_bytes() == before
    assert not backups.exists()


def test_a_restore_needs_a_copy(run, sample, backups):
    assert str(backups) in refused(run("restore"), 2)
    assert "in use" in refused(run("restore", str(sample)), 1)
    refused(run("restore", "one.db", "two.db"), 2)


def test_a_copy_that_cannot_be_read(lundi, sample, tmp_path):
    copy = tmp_path / "copy.db"
    shutil.copy(sample, copy)
    copy.chmod(0o000)
    assert "Cannot read" in refused(lundi("restore", str(copy), before=unprivileged()), 3)


def test_a_file_that_cannot_be_written_is_not_restored(lundi, sample, tmp_path):
    copy = tmp_path / "copy.db"
    shutil.copy(sample, copy)
    sample.chmod(0o400)
    tmp_path.chmod(0o500)
    try:
        refused(lundi("restore", str(copy), before=unprivileged()), 3)
    finally:
        tmp_path.chmod(0o700)
    assert sample.read_bytes() == copy.read_bytes()


# a damaged file


def test_a_damaged_file_is_copied_and_the_latest_sound_copy_named(run, sample, backups):
    assert run("tick", "calls").returncode == 0
    damage(sample)
    former = sample.read_bytes()
    daily = backups / "lundi-2026-11-18.db"
    for words in (("status",), ("tick", "calls"), ("doctor",), ("week",), ("idea", "x"), ("undo",)):
        first, second = refused(run(*words), 4).splitlines()
        assert first.startswith(f"The file is damaged: {sample}. It was left as it is. It was copied to {backups}/")
        assert second == f"The latest sound copy is of Wed 18 Nov; to put it back: lundi restore {daily}"
    assert sample.read_bytes() == former
    [damaged] = backups.glob("lundi-damaged-*")  # one, for one state of the file
    assert damaged.read_bytes() == former
    assert f"It was copied to {damaged}." in first

    said = run(*shlex.split(second.partition("lundi ")[2]))  # as it is told
    assert said.stdout.splitlines()[1:] == [
        "  5 habits, 434 ticks, 46 plans, 2 changes",
        f"The file as it was before: {damaged}",
    ]
    assert run("status").stdout == "2/7 · calls 3/5\n"


def test_the_command_that_is_told_names_the_file(run, sample, tmp_path, monkeypatch):
    """In a place that isn't the usual one, the command must not put the copy anywhere else."""
    path = tmp_path / "it's here" / "my file.db"
    path.parent.mkdir()
    shutil.copy(sample, path)
    assert run("--db", str(path), "tick", "calls").returncode == 0
    damage(path)
    second = refused(run("status", "--db", str(path)), 4).splitlines()[1]
    untouched = sample.read_bytes()
    assert run(*shlex.split(second.partition("to put it back: lundi ")[2])).returncode == 0
    assert sample.read_bytes() == untouched
    assert run("--db", str(path), "status").stdout == "2/7 · calls 3/5\n"


def test_a_damaged_file_without_a_sound_copy(run, sample, backups):
    damage(sample)
    assert f"There is no sound copy in {backups}. `lundi restore FILE` puts another one back." in refused(
        run("status"), 4
    )


def test_a_damaged_file_that_cannot_be_copied(run, sample, backups):
    damage(sample)
    backups.write_text("a file")
    said = refused(run("status"), 4)
    assert "No copy of it could be made." in said
    assert "There is no sound copy" in said


def test_a_file_whose_beginning_is_gone_is_one_that_had_copies(run, sample, backups):
    """SQLite calls it no database; its copies say that it was ours."""
    assert run("tick", "calls").returncode == 0
    sample.write_bytes(bytes(4096) + sample.read_bytes()[4096:])
    first, second = refused(run("status"), 4).splitlines()
    assert "It was copied to" in first
    assert second.endswith(f"lundi restore {backups / 'lundi-2026-11-18.db'}")
    assert run(*shlex.split(second.partition("lundi ")[2])).returncode == 0
    assert run("status").stdout == "2/7 · calls 3/5\n"


def test_what_was_never_ours_is_not_copied(run, database, backups):
    not_sqlite(database)
    assert len(refused(run("status"), 4).splitlines()) == 1
    assert not backups.exists()


def test_a_newer_file_is_not_called_damaged(run, sample, backups):
    assert run("tick", "calls").returncode == 0
    newer(sample)
    before = hashlib.sha256(sample.read_bytes()).digest()
    copies = sorted(os.listdir(backups))
    assert len(refused(run("status"), 4).splitlines()) == 1
    assert "newer version" in refused(run("restore", str(backups / copies[0])), 4)
    assert sorted(os.listdir(backups)) == copies
    assert hashlib.sha256(sample.read_bytes()).digest() == before


def test_a_damaged_file_as_a_process(lundi, sample):
    assert lundi("tick", "calls").returncode == 0
    damage(sample)
    said = lundi("status", LUNDI_LANG="fr")
    assert said.returncode == 4
    assert said.stdout == ""
    assert len(said.stderr.splitlines()) == 2


def test_the_copy_that_is_named_for_a_damaged_file_is_the_latest_sound_one(run, sample):
    """One that was asked for in the afternoon is later than the day's own."""
    assert run("tick", "calls").returncode == 0
    assert run("tick", "calls").returncode == 0
    asked_for = run("backup").stdout.split()[-1]
    whole = sample.read_bytes()
    sample.write_bytes(whole[:4096] + b"\x55" * (len(whole) - 4096))
    said = run("week")
    assert said.returncode == 4
    assert asked_for in said.stderr


def test_a_restore_without_a_copy_lists_them_with_what_is_in_each(run, sample, backups):
    backups.mkdir(exist_ok=True)
    shutil.copy(sample, backups / "lundi-2026-11-16.db")
    (backups / "lundi-2026-11-17.db").write_bytes(b"not a copy")
    ended = run("restore")
    assert ended.returncode == 2
    assert ended.stderr.startswith("Restore what?")
    latest, before = ended.stdout.splitlines()[-2:]
    assert latest.startswith("Tue 17 Nov  This is not a lundi file")
    assert before.startswith("Mon 16 Nov  5 habits, ")
    assert before.endswith("lundi-2026-11-16.db")
