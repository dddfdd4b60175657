"""Putting a copy back: checked before, the former file kept, all of it or nothing, and nobody's open file broken."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from lundi.words.errors import NotUnderstood, Refused, Unavailable, Unreadable
from storage.doctor import examine
from storage.file import copies
from storage.file.rescue import rescued, worded
from storage.file.restore import restore
from storage.file.undo import undo
from storage.file.versions import SCHEMA_VERSION
from storage.store import Store
from tests.lives import Lives
from tests.storage.file.test_refusals import unprivileged

ROOT = Path(__file__).parents[3]
SCHEMAS = Path(__file__).parents[1] / "schema"


def everything(path: Path | str) -> list[str]:
    """All that is in a file, as SQL; the journal too."""
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def titles(store: Store) -> list[str]:
    return [row["title"] for row in store.connection.execute("SELECT title FROM action ORDER BY rowid")]


def listing(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def copy(tmp_path: Path, now) -> Path:
    """A copy of another day, elsewhere: one idea in it."""
    path = tmp_path / "usb" / "copy.db"
    with Store.open(str(path)) as store:
        store.capture("From the copy", now)
    shutil.rmtree(path.parent / "backups")
    return path


def keep_a_daily_copy(path: Path, copy: Path) -> None:
    """What makes a file without its first page known as ours."""
    (path.parent / "backups").mkdir(exist_ok=True)
    shutil.copy(copy, path.parent / "backups" / "lundi-2026-11-17.db")


@pytest.fixture
def present(tmp_path: Path, now) -> Path:
    """The file in use, closed: two ideas in it."""
    path = tmp_path / "home" / "lundi.db"
    with Store.open(str(path)) as store:
        store.capture("From the present\nAnother", now)
    shutil.rmtree(path.parent / "backups")
    return path


def test_the_copys_content_is_put_in_and_the_former_kept(present, copy):
    former, wanted, bytes_before = everything(present), everything(copy), listing(copy.parent)
    aside = restore(str(present), str(copy))
    assert everything(present) == wanted
    assert everything(aside) == former
    assert aside == str(present.parent / "backups" / "lundi-before-restore.db")
    assert listing(copy.parent) == bytes_before
    with Store.open(str(present)) as store:
        assert examine(store).is_sound
    assert sorted(entry.name for entry in present.parent.iterdir()) == ["backups", "lundi.db"]


def test_a_restore_is_taken_back_by_another(present, copy):
    former = everything(present)
    aside = restore(str(present), str(copy))
    second = restore(str(present), aside)
    assert everything(present) == former
    assert everything(second) == everything(copy)
    assert Path(second).name == "lundi-before-restore-2.db"


def test_whoever_has_the_file_open_goes_on_with_it(present, copy, now):
    """As a dashboard does: it sees that something changed, reads it, and writes."""
    with Store.open(str(present)) as store:
        version = store.data_version
        assert titles(store) == ["From the present", "Another"]
        restore(str(present), str(copy))
        assert store.data_version != version
        assert titles(store) == ["From the copy"]
        store.check_place()
        store.capture("Written later", now)
        assert [change.sentence for change in undo(store, now)] == ["an idea: Written later"]
        assert examine(store).is_sound
    with Store.open(str(present)) as store:
        assert titles(store) == ["From the copy"]


def test_somebody_in_the_middle_of_reading_reads_on(present, copy):
    with Store.open(str(present)) as store:
        with store.reading():
            assert len(titles(store)) == 2
            restore(str(present), str(copy))
            assert len(titles(store)) == 2
        assert titles(store) == ["From the copy"]


def test_another_process_goes_on_with_it(present, copy):
    script = """
import sys
from datetime import date
from lundi.time.days import Moment
from storage.store import Store

with Store.open(sys.argv[1]) as store:
    version = store.data_version
    print("open", flush=True)
    sys.stdin.readline()
    moved = store.data_version != version
    store.capture("From the other process", Moment(date(2026, 11, 18), "2026-11-18T09:10:00"))
    print(moved, [row["title"] for row in store.connection.execute("SELECT title FROM action ORDER BY rowid")])
"""
    with subprocess.Popen(
        [sys.executable, "-c", script, present], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "open\n"
        restore(str(present), str(copy))
        said, _nothing = process.communicate("go\n", timeout=60)
    assert said == "True ['From the copy', 'From the other process']\n"
    with Store.open(str(present)) as store:
        assert titles(store) == ["From the copy", "From the other process"]


@pytest.mark.parametrize("state", ["missing", "empty", "a log without its file", "no folder"])
def test_where_there_is_no_file_one_is_made(present, copy, state):
    with Store.open(str(present)) as store:
        store.checkpoint()
        store.connection.execute("INSERT INTO setting VALUES ('day_ends_at', '04:00')")
        log = Path(f"{present}-wal").read_bytes()
    present.unlink()
    if state == "empty":
        present.touch()
    elif state == "a log without its file":
        Path(f"{present}-wal").write_bytes(log)
    elif state == "no folder":
        present.parent.rmdir()
    assert restore(str(present), str(copy)) is None
    assert everything(present) == everything(copy)
    assert present.stat().st_mode & 0o777 == 0o600
    assert [entry.name for entry in present.parent.iterdir()] == ["lundi.db"]


def test_a_copy_of_an_earlier_version_is_upgraded_on_the_way(present, tmp_path, now):
    old = tmp_path / "old" / "copy.db"
    old.parent.mkdir()
    with closing(sqlite3.connect(old)) as connection:
        connection.executescript((SCHEMAS / "version_1.sql").read_text(encoding="utf-8"))
    before = listing(old.parent)
    with Store.open(str(present)) as store:
        aside = restore(str(present), str(old))
        assert [habit.name for habit in store.habits()][:2] == ["Calls to clients", "L’article du lundi"]
        assert store.connection.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION
        assert undo(store, now)[0].sentence == "habit archived: Proposer une intervention"
        assert examine(store).is_sound
    assert listing(old.parent) == before
    # no copy of what was on its way was left anywhere
    assert [entry.name for entry in Path(aside).parent.iterdir() if "before" in entry.name] == [Path(aside).name]


def test_a_copy_made_by_hand_beside_its_log(present, copy, tmp_path, now):
    """Somebody copied the file and its log while lundi had it open: what is in the log belongs to it."""
    by_hand = tmp_path / "by hand"
    by_hand.mkdir()
    with Store.open(str(copy)) as store:
        store.capture("Only in the log", now)
        for beside in ("", "-wal"):
            shutil.copy(f"{copy}{beside}", by_hand / f"copy.db{beside}")
    before = listing(by_hand)
    assert b"Only in the log" not in before["copy.db"]
    restore(str(present), str(by_hand / "copy.db"))
    with Store.open(str(present)) as store:
        assert titles(store) == ["From the copy", "Only in the log"]
    after = listing(by_hand)
    assert {name: after[name] for name in before} == before


def test_a_copy_where_nothing_can_be_written(present, copy):
    """A stick that is read-only, say; SQLite would want to make a log beside a file that was written ahead."""
    restoring = "import sys; from storage.file.restore import restore; restore(*sys.argv[1:])"
    copy.parent.chmod(0o500)
    subprocess.run([*unprivileged(), sys.executable, "-c", restoring, present, copy], cwd=ROOT, check=True)
    copy.parent.chmod(0o700)
    assert everything(present) == everything(copy)


def sql(path: Path, script: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)


def ruin(path: Path) -> None:
    """Pages in the middle, behind a header that is right: it opens, and reading some of it fails."""
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 9] = random.Random(3).randbytes(4096 * 6)
    path.write_bytes(content)


def newer(path: Path) -> None:
    sql(path, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")


def of_another_program(path: Path) -> None:
    path.unlink()
    sql(path, "CREATE TABLE invoice (number TEXT)")


def no_sqlite(path: Path) -> None:
    path.write_text("Ronan, 06 00 00 00 00\n" * 200, encoding="utf-8")


def no_beginning(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(bytes(4096) + content[4096:])


def half(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def an_empty_file(path: Path) -> None:
    path.write_bytes(b"")


def a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("spoil", "error", "words"),
    [
        (ruin, Unreadable, "The copy is damaged"),
        (half, Unreadable, "The copy is damaged"),
        (newer, Unreadable, "newer version"),
        (of_another_program, Unreadable, "not a lundi file"),
        (no_sqlite, Unreadable, "not a lundi file"),
        (no_beginning, Unreadable, "not a lundi file"),
        (a_folder, Unreadable, "not a lundi file"),
        (an_empty_file, Unreadable, "not a lundi file"),
        (a_pipe, Unreadable, "not a lundi file"),
        (Path.unlink, NotUnderstood, "There is no file"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
@pytest.mark.parametrize("state", ["sound", "damaged", "missing"])
def test_a_bad_copy_is_refused_before_anything_is_touched(present, copy, spoil, error, words, state):
    if state == "damaged":
        ruin(present)
    elif state == "missing":
        present.unlink()
    spoil(copy)
    before = listing(present.parent)
    with pytest.raises(error, match=words) as refused:
        restore(str(present), str(copy))
    assert str(copy) in refused.value.sentence
    assert listing(present.parent) == before
    assert sorted(present.parent.iterdir()) == [present] * (state != "missing")


def test_the_file_itself_is_no_copy(present, tmp_path):
    before = listing(present.parent)
    os.link(present, tmp_path / "hard")
    (tmp_path / "soft").symlink_to(present)
    for name in (present, tmp_path / "hard", tmp_path / "soft", os.path.relpath(present)):
        with pytest.raises(Refused, match="in use"):
            restore(str(present), str(name))
    assert listing(present.parent) == before


@pytest.mark.parametrize("spoil", [ruin, half, no_sqlite, no_beginning], ids=lambda spoil: spoil.__name__)
def test_a_damaged_file_is_kept_byte_by_byte_and_replaced(present, copy, spoil):
    keep_a_daily_copy(present, copy)
    Path(f"{present}-shm").write_bytes(bytes(10))
    spoil(present)
    former = present.read_bytes()
    aside = restore(str(present), str(copy))
    assert Path(aside).read_bytes() == former
    assert Path(aside).name.startswith("lundi-damaged-")
    assert everything(present) == everything(copy)
    assert sorted(entry.name for entry in present.parent.iterdir()) == ["backups", "lundi.db"]


def test_the_log_of_a_damaged_file_is_kept_and_not_played_into_the_new_one(present, copy, now):
    with Store.open(str(present)) as store:
        store.capture("In the log", now)
        log, first = Path(f"{present}-wal").read_bytes(), present.read_bytes()
    present.write_bytes(bytes(100) + first[100:])
    Path(f"{present}-wal").write_bytes(log)
    aside = Path(restore(str(present), str(copy)))
    assert b"In the log" in b"".join(path.read_bytes() for path in aside.parent.glob(f"{aside.name}*"))
    assert everything(present) == everything(copy)


def test_a_dashboard_open_on_a_damaged_file_writes_nothing_into_the_new_one(present, copy, now):
    with Store.open(str(present)) as store:
        store.checkpoint()
        ruin(present)
        aside = restore(str(present), str(copy))
        with pytest.raises(Unavailable, match="Another file"):
            store.capture("Lost", now)
    # Closing it takes nothing away from the new one either: it has a log of its own by then.
    with Store.open(str(present)) as store:
        store.capture("Written to the new one", now)
        assert titles(store) == ["From the copy", "Written to the new one"]
    assert "damaged" in aside


@pytest.mark.parametrize(
    ("spoil", "words"),
    [(newer, "newer version"), (of_another_program, "not a lundi file"), (a_folder, "not a lundi file")],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_a_newer_file_or_another_programs_is_not_replaced(present, copy, spoil, words):
    spoil(present)
    before = listing(present.parent)
    with pytest.raises(Unreadable, match=words) as refused:
        restore(str(present), str(copy))
    assert str(present) in refused.value.sentence
    assert listing(present.parent) == before


@pytest.mark.parametrize("spoil", [ruin, None], ids=["damaged", "sound"])
def test_without_a_copy_of_the_former_nothing_is_restored(present, copy, spoil):
    if spoil:
        spoil(present)
    (present.parent / "backups").write_text("a file, where the folder of the copies should be")
    before = listing(present.parent)
    with pytest.raises(Unavailable, match="Cannot write"):
        restore(str(present), str(copy))
    with closing(sqlite3.connect(f"file:{present}?mode=ro", uri=True)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION
    after = listing(present.parent)
    assert after["lundi.db"] == before["lundi.db"]
    assert after["backups"] == before["backups"]


def test_a_file_that_another_program_holds_is_left(present, copy):
    before = everything(present)
    with closing(sqlite3.connect(present, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(Unavailable, match="busy"):
            restore(str(present), str(copy))
        holder.execute("ROLLBACK")
    assert everything(present) == before
    restore(str(present), str(copy))
    assert everything(present) == everything(copy)


def test_a_copy_with_pages_of_another_size(present, copy, tmp_path):
    small = tmp_path / "small.db"
    sql(copy, f"PRAGMA journal_mode = DELETE; PRAGMA page_size = 1024; VACUUM INTO '{small}'")
    with closing(sqlite3.connect(small)) as connection:
        assert connection.execute("PRAGMA page_size").fetchone() == (1024,)
    former = everything(present)
    aside = restore(str(present), str(small))
    assert everything(present) == everything(small)
    assert everything(aside) == former


def test_a_file_that_keeps_no_log(present, copy):
    """Restored by hand from a copy and never opened since: SQLite's older way of writing."""
    sql(present, "PRAGMA journal_mode = DELETE")
    former = everything(present)
    aside = restore(str(present), str(copy))
    assert everything(present) == everything(copy)
    assert everything(aside) == former


def test_a_file_of_an_earlier_version_is_copied_aside_as_it_is(copy, tmp_path):
    present = tmp_path / "home" / "lundi.db"
    present.parent.mkdir()
    sql(present, (SCHEMAS / "version_1.sql").read_text(encoding="utf-8"))
    former = everything(present)
    aside = restore(str(present), str(copy))
    assert everything(aside) == former
    assert everything(present) == everything(copy)


def test_a_file_behind_a_link_stays_behind_it(present, copy, tmp_path):
    link = tmp_path / "link.db"
    link.symlink_to(present)
    for spoil in (None, ruin, Path.unlink):
        if spoil:
            spoil(present)
        restore(str(link), str(copy))
        assert link.is_symlink()
        assert everything(present) == everything(copy)


WRITING = """
import sys
from datetime import date
from lundi.time.days import Moment
from storage.store import Store

now = Moment(date(2026, 11, 18), "2026-11-18T09:10:00")
with Store.open(sys.argv[1]) as store:
    number = 0
    while True:
        store.capture(f"Idea {number}", now)
        print(f"Idea {number}", flush=True)
        number += 1
"""


@pytest.mark.slow
def test_what_somebody_writes_meanwhile_is_in_the_copy_or_in_the_file(present, copy):
    """No change falls between the copy of the former file and the moment that it is written over."""
    asides = []
    with subprocess.Popen(
        [sys.executable, "-c", WRITING, present], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        written = []
        for _time in range(20):
            written.append(process.stdout.readline().strip())  # it goes on writing
            asides.append(restore(str(present), str(copy)))
        process.kill()
        written += process.stdout.read().splitlines()
        assert process.stderr.read() == ""
    kept = set()
    for path in (*asides, present):
        with closing(sqlite3.connect(path)) as connection:
            kept.update(title for (title,) in connection.execute("SELECT title FROM action"))
    assert len(written) >= 20
    assert [title for title in written if title not in kept] == []


RESTORING = """
from itertools import cycle
from storage.file.restore import restore

def live(path, *copies):
    for copy in cycle(copies):
        restore(path, copy)
        say("restored")
"""

SPOILING = """
from storage.file.restore import restore

def live(path, copy):
    while True:
        with open(path, "r+b") as file:
            file.write(bytes(4096))
        restore(path, copy)
        say("restored")
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="lives are forked")
def test_a_restore_that_is_killed_leaves_the_old_or_the_new(present, copy, tmp_path):
    moments = random.Random(59)
    one, other = everything(copy), everything(present)
    second = copies.keep_as(str(present), str(tmp_path / "second.db"))
    with Lives(RESTORING, present, copy, second) as lives:
        for number in range(60):
            life = lives.begin()
            for _time in range(number % 3):
                assert lives.next_word() == "restored"
            time.sleep(moments.uniform(0, 0.03))
            lives.end(life)
            found = everything(present)
            assert found in (one, other)
            assert copies.is_sound(str(present))
            shutil.rmtree(present.parent / "backups", ignore_errors=True)
    restore(str(present), str(copy))
    assert everything(present) == one


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="lives are forked")
def test_a_restore_over_a_damaged_file_that_is_killed_leaves_either(present, copy):
    moments = random.Random(61)
    wanted, other = everything(copy), everything(present)
    keep_a_daily_copy(present, copy)
    with Lives(SPOILING, present, copy) as lives:
        for number in range(60):
            life = lives.begin()
            for _time in range(number % 3):
                assert lives.next_word() == "restored"
            time.sleep(moments.uniform(0, 0.03))
            lives.end(life)
            if present.read_bytes()[:16] != bytes(16):
                assert everything(present) in (wanted, other)
            for kept in (present.parent / "backups").glob("lundi-damaged-*.db"):
                assert kept.read_bytes()[:4096] == bytes(4096)
                assert len(kept.read_bytes()) in {present.stat().st_size, copy.stat().st_size}
            shutil.rmtree(present.parent / "backups")
            keep_a_daily_copy(present, copy)
    restore(str(present), str(copy))
    assert everything(present) == wanted


def test_a_file_of_somebody_elses_is_not_replaced(tmp_path, copy):
    notes = tmp_path / "notes.txt"
    notes.write_text("notes\n", encoding="utf-8")

    with pytest.raises(Unreadable, match="not a lundi file"):
        restore(str(notes), str(copy))

    assert notes.read_text(encoding="utf-8") == "notes\n"
    assert not (tmp_path / "backups").exists()


def test_the_command_of_a_rescue_names_the_file_unless_it_is_the_one_in_use(present, copy):
    path, other = str(present), str(present.parent / "other.db")
    without = worded(rescued(path), other)[1]
    assert f"`lundi restore FILE --db {path}`" in without
    keep_a_daily_copy(present, copy)
    sound = present.parent / "backups" / "lundi-2026-11-17.db"
    assert worded(rescued(path), other)[1].endswith(f"lundi restore {sound} --db {path}")
    assert worded(rescued(path), path)[1].endswith(f"lundi restore {sound}")
