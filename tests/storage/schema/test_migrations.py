"""Files of earlier versions: brought to the present schema with all that is in them, wherever that is interrupted."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from lundi.habits.misses import TIME, Miss
from lundi.words.errors import Damaged, Unavailable
from storage.doctor import examine
from storage.file import copies
from storage.file.address import MEMORY
from storage.file.undo import redo, undo
from storage.file.versions import SCHEMA_VERSION
from storage.habits.intents import Card
from storage.habits.reviews import read_reviews, write_miss
from storage.store import Store
from tests.lives import Lives
from tests.storage.file.test_processes import CREATING, child, go

SCHEMAS = Path(__file__).parents[1] / "schema"
RELEASED = sorted(
    version for path in SCHEMAS.glob("version_*.sql") if (version := int(path.stem.split("_")[1])) < SCHEMA_VERSION
)


def make(path: Path, version: int, journal_mode: str = "WAL") -> Path:
    """A file as that version left it, closed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((SCHEMAS / f"version_{version}.sql").read_text(encoding="utf-8"))
        connection.execute(f"PRAGMA journal_mode = {journal_mode}")
    return path


def everything(path: Path | str) -> list[str]:
    """All that is in a file, as SQL, but the hour at which a migration ran."""
    with closing(sqlite3.connect(path)) as connection:
        return [line for line in connection.iterdump() if not line.startswith('INSERT INTO "_sqlite_migrations"')]


def version_of(path: Path | str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def schema(connection: sqlite3.Connection) -> list[tuple[str, ...]]:
    return [tuple(row) for row in connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY 2")]


def rows(path: Path | str, old: Path | str) -> dict[str, list[tuple[object, ...]]]:
    """Every row of a file, with the columns that the old one had."""
    with closing(sqlite3.connect(old)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        columns = {
            table: [f'"{row[1]}"' for row in connection.execute(f"PRAGMA table_info({table})")]
            for table in tables
            if not table.startswith(("sqlite_", "_sqlite"))
        }
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: connection.execute(f"SELECT {', '.join(names)} FROM {table} ORDER BY rowid").fetchall()
            for table, names in columns.items()
        }


@pytest.fixture(params=RELEASED)
def version(request) -> int:
    return request.param


@pytest.fixture
def old(database: Path, version: int) -> Path:
    """A file of an earlier version, in its place, with data in every table."""
    return make(database, version)


@pytest.fixture
def kept(old: Path, tmp_path: Path) -> Path:
    """The same, elsewhere, to compare with."""
    return Path(shutil.copy(old, tmp_path / "kept.db"))


def test_the_first_release_is_among_what_is_tried():
    """A schema that was released without its file here is tried by nothing."""
    assert 1 in RELEASED


def test_everything_is_there_afterwards(old, kept):
    with Store.open(str(old)) as store:
        found = examine(store)
        assert found.is_sound, found.findings
        assert (found.habits, found.ticks, found.plans) == (3, 4, 1)
    assert version_of(old) == SCHEMA_VERSION
    assert rows(old, kept) == rows(kept, kept)


def test_an_old_file_and_a_new_one_have_the_same_schema(old):
    with Store.open(str(old)) as upgraded, Store.open() as new:
        assert schema(upgraded.connection) == schema(new.connection)


def test_a_copy_of_the_old_version_is_kept_first(old, kept):
    with Store.open(str(old)):
        pass
    copy = old.parent / "backups" / f"lundi-before-schema-{SCHEMA_VERSION}.db"
    assert everything(copy) == everything(kept)
    assert version_of(copy) == version_of(kept)
    assert copies.is_sound(str(copy))
    assert list(copy.parent.iterdir()) == [copy]
    assert copy.stat().st_mode & 0o777 == 0o600
    with Store.open(str(old)):  # nothing is left to do
        pass
    assert list(copy.parent.iterdir()) == [copy]


@pytest.mark.parametrize("words", [("status",), ("tick", "calls"), ("doctor",), ("undo", "--list"), ("week",)])
def test_any_command_upgrades(run, old, words):
    said = run(*words)
    assert (said.returncode, said.stderr) == (0, "")
    assert version_of(old) == SCHEMA_VERSION
    assert run("doctor").returncode == 0


def test_changes_made_before_are_undone_and_redone_after(old, now, dump):
    """The journal of the old version knows nothing of the columns that came later."""
    with Store.open(str(old)) as store:
        before = dump(store.connection)
        names = [change.sentence for change in undo(store, now, count=100)]
        assert names[0] == "habit archived: Proposer une intervention"
        assert "habit changed: Calls" in names
        assert len(names) == 13
        assert dump(store.connection)["habit"] == []
        for _change in names:
            redo(store, now)
        assert dump(store.connection) == before
        assert examine(store).is_sound


def test_nothing_is_said_of_habits_and_weeks_that_was_not_asked_yet(old):
    """No clock and no guess: an old habit is one of acting, and nobody has said that it is under way."""
    with Store.open(str(old)) as store:
        assert [(habit.letter, habit.going_on) for habit in store.habits()] == [("A", None)] * 3
        assert [row["seconds"] for row in store.connection.execute("SELECT seconds FROM plan")] == [None]
        assert read_reviews(store) == []


def test_habits_and_weeks_of_an_old_file_take_what_is_new(old, now, dump):
    with Store.open(str(old)) as store:
        before = dump(store.connection)
        calls = store.find_habit("calls")
        store.go_on(calls, now)
        store.edit_habit(calls, Card(calls.name, letter="S"), None, now)
        write_miss(store, Miss(now.week, calls.id, TIME), calls.name, now)
        assert (store.find_habit("calls").letter, store.find_habit("calls").going_on) == ("S", now.day)
        undo(store, now, count=3)
        assert dump(store.connection) == before


def test_changes_go_on(run, old):
    for words in (("tick", "calls"), ("habit", "edit", "calls", "--minimum", "a wave"), ("idea", "More")):
        assert run(*words).returncode == 0
    assert run("undo", "3").returncode == 0
    assert run("doctor").returncode == 0


UPGRADING = """
import os, signal, sqlite3, sys
import storage.schema.migrations
from storage.store import Store

def live(path, latest):
    # Each statement of any connection, and each file that is opened, renamed or removed, is a step.
    # The last one of a life is not taken: the process is killed right before it.
    left = int(open(latest).read())

    def step(*_what):
        nonlocal left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    plain = sqlite3.connect

    def connect(*arguments, **options):
        connection = plain(*arguments, **options)
        connection.set_trace_callback(step)
        return connection

    sqlite3.connect = connect
    sys.addaudithook(lambda event, _arguments: event in ("open", "os.mkdir", "os.rename", "os.remove") and step())
    with Store.open(path):
        pass
    say("upgraded")
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="lives are forked")
@pytest.mark.parametrize(("journal_mode", "stride"), [("WAL", 4), ("DELETE", 11)])
def test_killed_before_any_step_the_file_is_the_old_or_the_new(tmp_path, version, journal_mode, stride):
    template = make(tmp_path / "template.db", version, journal_mode)
    before = everything(template)
    target = Path(shutil.copy(template, tmp_path / "target.db"))
    with Store.open(str(target)):
        pass
    after = everything(target)
    home, latest = tmp_path / "home", tmp_path / "latest"
    path = home / "lundi.db"
    seen = []
    with Lives(UPGRADING, path, latest) as lives:
        for step in range(0, 1000, stride):
            shutil.rmtree(home, ignore_errors=True)
            home.mkdir()
            shutil.copy(template, path)
            latest.write_text(str(step))
            life = lives.begin()
            word = lives.next_word()
            if word == "upgraded":
                lives.end(life)
                break
            assert word == "dead"

            is_new = version_of(path) == SCHEMA_VERSION
            assert everything(path) == (after if is_new else before), step
            seen.append(is_new)
            saved = list((home / "backups").glob("*.db"))
            assert len(saved) == 1 or not is_new, step
            assert [everything(copy) for copy in saved] in ([], [before]), step
            with Store.open(str(path)) as store:
                assert examine(store).is_sound, step
            assert everything(path) == after, step
    assert seen == sorted(seen)  # old up to some step, new from then on
    assert seen.count(False) > 50 / stride
    assert True in seen or stride > 1
    assert word == "upgraded"


def test_two_processes_upgrade_at_once(old, kept):
    with child(CREATING, old) as one, child(CREATING, old) as two, child(CREATING, old) as three:
        for process in (one, two, three):
            go(process)
        for process in (one, two, three):
            assert process.stdout.readline() == "created\n", process.stderr.read()
    assert rows(old, kept) == rows(kept, kept)
    assert [path.name for path in (old.parent / "backups").iterdir()] == [f"lundi-before-schema-{SCHEMA_VERSION}.db"]
    with Store.open(str(old)) as store:
        assert examine(store).is_sound
        ran = [row["name"] for row in store.connection.execute("SELECT name FROM _sqlite_migrations")]
    assert len(ran) == len(set(ran)) == SCHEMA_VERSION


def test_an_earlier_copy_of_that_name_is_not_overwritten(old, kept, tmp_path):
    """The old program was used again after the new one, on a copy put back by hand."""
    backups = old.parent / "backups"
    backups.mkdir()
    first = backups / f"lundi-before-schema-{SCHEMA_VERSION}.db"
    first.write_text("an earlier one")
    with Store.open(str(old)):
        pass
    assert first.read_text() == "an earlier one"
    assert everything(backups / f"lundi-before-schema-{SCHEMA_VERSION}-2.db") == everything(kept)


def test_without_room_for_the_copy_it_stays_as_it_is(run, old, version):
    (old.parent / "backups").write_text("a file, where the folder of the copies should be")
    before = old.read_bytes()
    for words in (("status",), ("tick", "calls"), ("idea", "Something"), ("doctor",)):
        said = run(*words)
        assert said.returncode == 3, (words, said)
        assert len(said.stderr.splitlines()) == 1
        assert "backups" in said.stderr
    assert old.read_bytes() == before
    with pytest.raises(Unavailable):
        Store.open(str(old))
    (old.parent / "backups").unlink()
    assert run("status").returncode == 0


def test_a_damaged_file_is_not_upgraded(old):
    content = bytearray(old.read_bytes())
    content[4096 * 20 : 4096 * 24] = os.urandom(4096 * 4)
    old.write_bytes(content)
    with pytest.raises(Damaged):
        Store.open(str(old))
    assert old.read_bytes() == content
    assert list((old.parent / "backups").glob("*")) == []


def test_rows_that_pointed_nowhere_before_are_no_reason_to_stop(run, old):
    """Another program took a habit away and left its ticks: that is for the doctor to say."""
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        assert connection.execute("DELETE FROM habit WHERE name LIKE 'Calls%'").rowcount == 1
    assert run("status").returncode == 0
    assert version_of(old) == SCHEMA_VERSION
    said = run("doctor")
    assert said.returncode == 1
    assert "tick: 3 rows point to ones that are missing." in said.stdout.splitlines()


def test_a_file_in_memory_needs_no_copy(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with Store.open(MEMORY) as store:
        assert examine(store).is_sound
    assert list(tmp_path.iterdir()) == []
