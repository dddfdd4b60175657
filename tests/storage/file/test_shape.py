"""A file is known by what it holds, not by its header: tables, columns, indexes, views, triggers, cells."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from lundi.words.errors import Unreadable
from storage.file.shape import SHAPES, shape_of
from storage.file.versions import APPLICATION_ID, SCHEMA_VERSION
from storage.schema import migrations
from storage.store import Store

FOREIGN = {
    "trigger": "CREATE TRIGGER eat AFTER INSERT ON tick BEGIN DELETE FROM tick WHERE habit_id = new.habit_id; END",
    "trigger with a name like SQLite's": "CREATE TRIGGER sqliteXeat AFTER INSERT ON tick BEGIN SELECT 1; END",
    "view": "CREATE VIEW ticks AS SELECT * FROM tick",
    "table": "CREATE TABLE other (id TEXT)",
    "index": "CREATE INDEX fast ON tick (day)",
    "column": "ALTER TABLE habit ADD COLUMN evil TEXT",
    "table that is gone": "DROP TABLE tick",
    "trigger that is gone": "DROP TRIGGER journal_tick_insert",
}


def alter(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        for statement in statements:
            connection.execute(statement)


@pytest.mark.parametrize("version", range(SCHEMA_VERSION + 1))
def test_every_version_is_known_by_its_shape(version):
    with closing(sqlite3.connect(":memory:")) as connection:
        database = Database(connection)
        later = [step.name for step in migrations.pending(database)][version:]
        if version:
            migrations.apply(database, stop_before=later[:1])
        assert shape_of(connection) == SHAPES[version]
    assert len(set(SHAPES.values())) == len(SHAPES) == SCHEMA_VERSION + 1


@pytest.mark.parametrize("kind", FOREIGN)
def test_what_is_not_ours_is_refused_before_anything_is_written(sample, kind):
    alter(sample, FOREIGN[kind])
    before = sample.read_bytes()
    with pytest.raises(Unreadable) as refused:
        Store.open(str(sample))
    assert sample.read_bytes() == before
    assert "Nothing was changed; put a copy back." in refused.value.sentence


@pytest.mark.parametrize(("kind", "name"), [("trigger", "eat"), ("view", "ticks"), ("column", "habit")])
def test_the_sentence_names_it(sample, kind, name):
    alter(sample, FOREIGN[kind])
    with pytest.raises(Unreadable, match=f"\\({name}\\)"):
        Store.open(str(sample))


def test_a_view_in_the_place_of_a_table(sample):
    alter(sample, "ALTER TABLE tick RENAME TO kept", "CREATE VIEW tick AS SELECT * FROM kept")
    with pytest.raises(Unreadable, match="has lundi's mark, but not its tables"):
        Store.open(str(sample))


def test_statistics_of_sqlite_s_own_are_no_stranger(sample):
    alter(sample, "ANALYZE")
    with Store.open(str(sample)) as store:
        assert store.habits()


@pytest.mark.parametrize("words", [["tick", "calls"], ["week"], ["doctor"], ["status"], ["undo"]])
def test_every_command_says_so(run, sample, words):
    alter(sample, FOREIGN["trigger"])
    ended = run(*words)
    assert (ended.returncode, ended.stdout) == (4, "")
    assert "(eat)" in ended.stderr


# What is brought in


def only_the_mark(path: Path) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE another (x)")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.commit()
    return path


def test_a_file_with_our_mark_alone_is_not_restored(run, sample, tmp_path):
    before = sample.read_bytes()
    ended = run("restore", str(only_the_mark(tmp_path / "mark.db")))
    assert (ended.returncode, ended.stdout) == (4, "")
    assert "has lundi's mark, but not its tables" in ended.stderr
    assert sample.read_bytes() == before
    assert run("week").returncode == 0


@pytest.mark.parametrize("kind", FOREIGN)
def test_a_copy_with_something_foreign_is_not_restored(run, sample, tmp_path, kind):
    copy = shutil.copy(sample, tmp_path / "copy.db")
    alter(copy, FOREIGN[kind])
    before = sample.read_bytes()
    assert run("restore", str(copy)).returncode == 4
    assert sample.read_bytes() == before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE setting SET value = 'tomorrow' WHERE key = 'held_from'",
        "UPDATE tick SET day = 'never' WHERE rowid = (SELECT min(rowid) FROM tick)",
    ],
)
def test_a_copy_with_a_cell_that_can_t_be_read_is_not_restored(run, sample, tmp_path, statement):
    copy = shutil.copy(sample, tmp_path / "copy.db")
    alter(copy, statement)
    before = sample.read_bytes()
    ended = run("restore", str(copy))
    assert (ended.returncode, ended.stdout) == (4, "")
    assert "Nothing was restored from" in ended.stderr
    assert sample.read_bytes() == before


def test_a_sound_copy_is_put_over_a_file_with_something_foreign(run, sample, tmp_path):
    copy = shutil.copy(sample, tmp_path / "copy.db")
    alter(sample, FOREIGN["trigger"])
    ended = run("restore", str(copy))
    assert ended.returncode == 0
    assert "The file as it was before: " in ended.stdout
    assert run("tick", "calls").returncode == 0
