"""The copies: one a day, eight kept by the day in their names, each one whole and for its owner alone."""

from __future__ import annotations

import os
import random
import sqlite3
import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path

import pytest

from lundi.habits.rhythms import parse_rhythm
from lundi.time.days import Moment
from lundi.words.errors import Damaged, Refused, Unavailable
from storage.doctor import examine
from storage.file import copies
from storage.habits.glance import habit_names
from storage.habits.intents import Card
from storage.store import Store

WEDNESDAY = date(2026, 11, 18)


def at(day: date, hour: str = "09:10") -> Moment:
    return Moment(day, f"{day}T{hour}:00")


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir()) if folder.exists() else []


def fill(folder: Path, *file_names: str, content: bytes = b"mine") -> None:
    """Files of those names, in an order that says nothing of their days."""
    folder.mkdir(exist_ok=True)
    shuffled = list(file_names)
    random.Random(len(shuffled)).shuffle(shuffled)
    for number, name in enumerate(shuffled):
        (folder / name).write_bytes(content)
        os.utime(folder / name, (1_700_000_000 - number, 1_700_000_000 - number))


def daily(*days: date, stem: str = "lundi") -> list[str]:
    return [f"{stem}-{day.isoformat()}.db" for day in days]


def before(day: date, count: int) -> list[date]:
    """So many days that end the day before."""
    return [day - timedelta(number) for number in range(count, 0, -1)]


def ideas(path: Path | str) -> int:
    """How many ideas a copy holds, read where nothing may be written beside it."""
    connection = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    try:
        return int(connection.execute("SELECT count(*) FROM action").fetchone()[0])
    finally:
        connection.close()


@pytest.fixture
def backups(database: Path) -> Path:
    return database.parent / "backups"


def test_the_first_change_of_a_day_leaves_a_copy(store, backups):
    store.capture("One", at(WEDNESDAY))
    store.capture("Two", at(WEDNESDAY, "11:00"))
    assert names(backups) == daily(WEDNESDAY)
    assert ideas(backups / daily(WEDNESDAY)[0]) == 1  # one a day: the second change didn't make it again
    store.capture("Three", at(WEDNESDAY + timedelta(1)))
    assert names(backups) == daily(WEDNESDAY, WEDNESDAY + timedelta(1))
    assert ideas(backups / daily(WEDNESDAY + timedelta(1))[0]) == 3


def test_a_look_leaves_none(run, sample, backups):
    for words in (("status",), ("week",), ("stats",), ("doctor",), ("habit", "list")):
        assert run(*words).returncode == 0
    assert run("tick", "nothing of the kind").returncode == 2
    assert names(backups) == []


def test_another_program_of_the_same_day_makes_no_second_one(database, backups):
    for title in ("One", "Two"):
        with Store.open(str(database)) as store:
            store.capture(title, at(WEDNESDAY))
    assert ideas(backups / daily(WEDNESDAY)[0]) == 1


def test_the_commit_on_monday_refreshes_the_copy_of_that_day(store, backups):
    monday = WEDNESDAY - timedelta(2)
    store.add_habit(Card("Calls"), parse_rhythm("5", at(monday).week), at(monday))
    store.capture("Before the commit", at(monday))
    store.commit_week(["One thing"], at(monday))
    assert names(backups) == daily(monday)
    connection = sqlite3.connect(backups / daily(monday)[0])
    assert connection.execute("SELECT count(*) FROM plan").fetchone() == (1,)
    connection.close()
    store.commit_week(["Another"], at(WEDNESDAY))  # not on Monday: the first change's copy stays
    store.capture("Later", at(WEDNESDAY))
    assert names(backups) == daily(monday, WEDNESDAY)
    assert ideas(backups / daily(WEDNESDAY)[0]) == 3


def test_eight_are_kept_by_the_day_in_their_names(store, backups):
    fill(backups, *daily(*before(WEDNESDAY, 12)))
    store.capture("One", at(WEDNESDAY))
    assert names(backups) == daily(*before(WEDNESDAY, 7), WEDNESDAY)


def test_days_far_apart_count_as_days_not_as_weeks(store, backups):
    days = [date(1999, 12, 31), date(2000, 2, 29), date(2024, 2, 29), date(2025, 12, 31), *before(WEDNESDAY, 6)]
    fill(backups, *daily(*days))
    store.capture("One", at(WEDNESDAY))
    assert names(backups) == daily(date(2025, 12, 31), *before(WEDNESDAY, 6), WEDNESDAY)


def test_files_that_are_no_daily_copies_are_left(store, backups):
    foreign = [
        "lundi-2026-13-45.db",
        "lundi-2026-06-31.db",
        "lundi-2026-1-1.db",
        "lundi-20261101.db",
        "lundi-٢٠٢٦-٠١-٠١.db",
        "lundi-2026-11-01.db.bak",
        "lundi-2026-11-01-2.db",
        "lundi-2026-11-01-0910.db",
        "lundi-before-restore.db",
        "lundi-damaged-2026-11-01-091000-000000000.db",
        "old-lundi-2026-11-01.db",
        "LUNDI-2026-11-01.db",
        "notes.txt",
    ]
    fill(backups, *foreign, *daily(*before(WEDNESDAY, 9)))
    store.capture("One", at(WEDNESDAY))
    assert names(backups) == sorted([*foreign, *daily(*before(WEDNESDAY, 7), WEDNESDAY)])
    assert [copy.day for copy in copies.daily_copies(store.path)] == [WEDNESDAY, *reversed(before(WEDNESDAY, 7))]


@pytest.mark.parametrize(
    "other", ["lundi-2.db", "lundi-2025.db", "lundi", "lundi.sqlite", "lundi.db.db", "undi.db", "lundi.d", "[l]undi.db"]
)
def test_the_copies_of_another_file_of_the_folder_are_its_own(database, backups, other):
    """Two files side by side: neither one's copies are counted, or taken away, with the other's."""
    days = before(WEDNESDAY, 8)
    for path in (database, database.parent / other):
        for day in [*days, WEDNESDAY]:
            with Store.open(str(path)) as store:
                store.capture(path.name, at(day))
    assert len(names(backups)) == 2 * copies.KEPT
    for path in (database, database.parent / other):
        found = copies.daily_copies(str(path))
        assert [copy.day for copy in found] == [WEDNESDAY, *reversed(before(WEDNESDAY, 7))]
        for copy in found:
            connection = sqlite3.connect(copy.path)
            assert connection.execute("SELECT DISTINCT title FROM action").fetchall() == [(path.name,)]
            connection.close()


def test_a_clock_that_was_ahead_once(store, backups):
    future = date(2031, 1, 1)
    fill(backups, *daily(*before(WEDNESDAY, 9), future))
    store.capture("One", at(WEDNESDAY))
    assert names(backups) == daily(*before(WEDNESDAY, 6), WEDNESDAY, future)


def test_a_clock_that_went_back_does_not_take_the_days_own_copy(store, backups):
    """Today is the oldest of nine then: it is kept all the same, and eight remain."""
    fill(backups, *daily(*before(WEDNESDAY, 8)))
    past = date(2020, 1, 1)
    store.capture("One", at(past))
    assert names(backups) == daily(past, *before(WEDNESDAY, 7))
    assert ideas(backups / daily(past)[0]) == 1


def test_a_copy_is_one_file_for_its_owner_alone(database, backups):
    loose = os.umask(0)
    try:
        with Store.open(str(database)) as store:
            store.capture("Ronan, 06 00 00 00 00", at(WEDNESDAY))
            copies.keep_aside(str(database), "before-anything")
            copies.keep_as(str(database), str(database.parent / "mine.db"))
            modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in database.parent.rglob("*")}
    finally:
        os.umask(loose)
    assert modes == {
        "lundi.db": 0o600,
        "lundi.db-wal": 0o600,
        "lundi.db-shm": 0o600,
        "mine.db": 0o600,
        "backups": 0o700,
        "lundi-2026-11-18.db": 0o600,
        "lundi-before-anything.db": 0o600,
    }


def test_the_folder_of_a_new_file_is_for_its_owner_alone(tmp_path):
    loose = os.umask(0)
    try:
        path = tmp_path / "new" / "lundi.db"
        with Store.open(str(path)) as store:
            store.capture("Ronan", at(WEDNESDAY))
    finally:
        os.umask(loose)
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_copy_needs_nothing_beside_it(store, backups, tmp_path):
    """The write-ahead log of the file holds everything at that moment; the copy alone holds it too."""
    store.add_habit(Card("Calls"), parse_rhythm("5", at(WEDNESDAY).week), at(WEDNESDAY))
    path = copies.keep_aside(store.path, "now")
    assert names(backups) == [*daily(WEDNESDAY), "lundi-now.db"]
    elsewhere = tmp_path / "elsewhere.db"
    elsewhere.write_bytes(Path(path).read_bytes())
    with Store.open(str(elsewhere)) as copied:
        assert examine(copied).is_sound
        assert [habit.name for habit in copied.habits()] == ["Calls"]


def test_a_copy_aside_never_overwrites_one(store, backups):
    paths = []
    for number in range(4):
        store.capture(f"Idea {number}", at(WEDNESDAY))
        paths.append(copies.keep_aside(store.path, "before"))
    assert [Path(path).name for path in paths] == [
        "lundi-before.db",
        "lundi-before-2.db",
        "lundi-before-3.db",
        "lundi-before-4.db",
    ]
    assert [ideas(path) for path in paths] == [1, 2, 3, 4]


def test_a_named_copy_refuses_what_is_there(store, tmp_path):
    (tmp_path / "mine").write_text("mine")
    (tmp_path / "nowhere").symlink_to(tmp_path / "missing")
    for target in (tmp_path / "mine", tmp_path, tmp_path / "nowhere", store.path):
        with pytest.raises(Refused):
            copies.keep_as(store.path, str(target))
    with pytest.raises(Unavailable, match="no folder"):
        copies.keep_as(store.path, str(tmp_path / "missing" / "copy.db"))
    assert (tmp_path / "mine").read_text() == "mine"
    assert not (tmp_path / "missing").exists()


def test_the_log_of_another_file_is_not_taken_for_the_copys(store, tmp_path):
    """A log that lies where the copy goes would be played into it."""
    stale = tmp_path / "copy.db"
    with Store.open(str(stale)) as other:
        other.capture("Not this one", at(WEDNESDAY))
        log = (tmp_path / "copy.db-wal").read_bytes()
    stale.unlink()
    (tmp_path / "copy.db-wal").write_bytes(log)
    store.capture("One", at(WEDNESDAY))
    copies.keep_as(store.path, str(stale))
    with Store.open(str(stale)) as copied:
        assert [row["title"] for row in copied.connection.execute("SELECT title FROM action")] == ["One"]


def test_several_programs_make_the_same_copy_at_once(sample, backups):
    """Each one writes a part of its own: none is put in place half-written, and none fails."""

    def keep(_number: int) -> None:
        for _time in range(15):
            copies.keep_daily(str(sample), WEDNESDAY)

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(keep, range(4)))
    assert names(backups) == daily(WEDNESDAY)
    assert copies.is_sound(str(backups / daily(WEDNESDAY)[0]))


def test_what_a_killed_program_left_is_taken_away_after_a_day(store, backups):
    backups.mkdir()
    old, new = "lundi-2026-11-01.db.0123abcd.lundi-part", "lundi-2026-11-18.db.89ef4567.lundi-part"
    hidden, foreign = ".4567cdef.lundi-part", "film.avi.lundi-part"
    for name in (old, f"{old}-journal", new, hidden, foreign):
        (backups / name).write_text("half")
    for name in (old, f"{old}-journal", hidden, foreign):
        os.utime(backups / name, (1_700_000_000, 1_700_000_000))
    store.capture("One", at(WEDNESDAY))
    assert names(backups) == sorted([foreign, *daily(WEDNESDAY), new])


def damage(path: Path) -> None:
    """A page in the middle, where nothing but a whole examination looks."""
    content = bytearray(path.read_bytes())
    middle = len(content) // 4096 // 2 * 4096
    content[middle : middle + 4096] = random.Random(5).randbytes(4096)
    path.write_bytes(content)


def test_a_damaged_file_is_not_kept_as_the_days_copy(sample, backups):
    """Eight days later it would have taken the place of every sound one."""
    fill(backups, *daily(*before(WEDNESDAY, 8)))
    damage(sample)
    with pytest.raises(Unavailable, match="The change is kept, but the file is damaged"):
        copies.keep_daily(str(sample), WEDNESDAY)
    assert names(backups) == daily(*before(WEDNESDAY, 8))
    with pytest.raises(Damaged, match=str(sample)):
        copies.keep_aside(str(sample), "before-anything")
    with pytest.raises(Damaged, match=str(sample)):
        copies.keep_as(str(sample), str(sample.parent / "mine.db"))
    assert names(backups) == daily(*before(WEDNESDAY, 8))
    assert not (sample.parent / "mine.db").exists()


def test_a_damaged_file_is_copied_byte_by_byte_once(sample, backups):
    damage(sample)
    (sample.parent / "lundi.db-wal").write_bytes(b"what was not written back")
    (sample.parent / "lundi.db-shm").write_bytes(b"an index of that")
    first = copies.keep_damaged(str(sample))
    assert Path(first).read_bytes() == sample.read_bytes()
    assert Path(f"{first}-wal").read_bytes() == b"what was not written back"
    assert copies.keep_damaged(str(sample)) == first
    assert names(backups) == [Path(first).name, f"{Path(first).name}-wal"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in backups.iterdir()} == {0o600}

    sample.write_bytes(b"worse")
    os.utime(sample, (1_700_000_000.5, 2_000_000_000.25))
    second = copies.keep_damaged(str(sample))
    assert second != first
    assert Path(second).read_bytes() == b"worse"


def test_where_no_copy_of_a_damaged_file_can_be_made(sample, backups):
    damage(sample)
    backups.write_text("a file")
    assert copies.keep_damaged(str(sample)) is None
    assert copies.keep_damaged(str(sample.parent / "missing.db")) is None


def test_the_newest_sound_copy(database, backups, sample):
    """By its day, not by where the folder lists it; one of ours, and sound."""
    with Store.open(str(database)) as store:
        for day in before(WEDNESDAY, 5):
            store.capture("One", at(day))
    days = before(WEDNESDAY, 5)
    assert copies.newest_sound(str(database)).day == days[-1]

    damage(backups / daily(days[-1])[0])
    (backups / daily(days[-2])[0]).write_bytes(b"")
    (backups / daily(days[-3])[0]).write_text("no lundi file")
    connection = sqlite3.connect(backups / daily(days[-4])[0])
    connection.execute("PRAGMA user_version = 99")  # it could not be put back
    connection.close()
    other = sqlite3.connect(backups / daily(WEDNESDAY)[0])
    other.execute("CREATE TABLE invoice (number)")
    other.close()
    assert copies.newest_sound(str(database)) == copies.Copy(days[0], str(backups / daily(days[0])[0]))
    (backups / daily(days[0])[0]).unlink()
    assert copies.newest_sound(str(database)) is None


@pytest.mark.parametrize("name", ["a b.db", "50%.db", "what?.db", "c#.db", "é’œ.db", "-x.db", "%41.db", "a&mode=rw.db"])
def test_names_that_sqlite_could_misread(tmp_path, name):
    path = tmp_path / name
    with Store.open(str(path)) as store:
        store.capture("One", at(WEDNESDAY))
    [copy] = copies.daily_copies(str(path))
    assert copies.is_sound(copy.path)
    assert sorted(entry.name for entry in tmp_path.iterdir() if entry.is_file()) == [name]


def test_a_file_behind_a_link(sample, tmp_path):
    """SQLite keeps its log beside the file itself: that is where it is looked for."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    link = folder / "link.db"
    link.symlink_to(sample)
    (sample.parent / "lundi.db-wal").write_bytes(b"log")
    damaged = copies.keep_damaged(str(link))
    assert Path(f"{damaged}-wal").read_bytes() == b"log"
    assert Path(damaged).parent == folder / "backups"


@pytest.mark.slow
def test_a_lock_that_stays_is_not_waited_for_for_ever(sample):
    """SQLite's copying starts again as long as it is locked out; it is left after the usual patience."""
    holder = sqlite3.connect(sample, isolation_level=None)
    holder.execute("PRAGMA journal_mode = DELETE")
    holder.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(Unavailable, match="busy"):
            copies.keep_aside(str(sample), "before")
    finally:
        holder.close()


def test_a_path_of_two_slashes_is_a_path(run, store, now):
    store.add_habit(Card("Calls"), parse_rhythm("5", now.week), now)
    doubled = f"/{store.path}"  # as `//tmp/lundi.db`

    assert run("--db", doubled, "tick", "calls").returncode == 0
    assert run("--db", doubled, "doctor").returncode == 0
    assert [habit.name for habit in habit_names(doubled)] == ["Calls"]
    assert copies.newest_sound(doubled) is not None


def test_a_copy_makes_no_folder(store, tmp_path):
    with pytest.raises(Unavailable, match="There is no folder"):
        store.copy_to(str(tmp_path / "no" / "such" / "copy.db"))
    assert not (tmp_path / "no").exists()
