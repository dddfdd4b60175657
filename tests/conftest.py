"""What every test stands on: an empty home, a frozen clock, no network, and two ways to call lundi."""

from __future__ import annotations

import io
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from cli.main import main
from lundi.time.days import Moment
from lundi.words import language
from storage.sample.year import write_sample
from storage.store import Store

ROOT = Path(__file__).resolve().parent.parent
NOW = "2026-11-18T09:10"  # a Wednesday, in 2026-W47

_LEFT_OUT = ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "NO_COLOR", "PYTHONUTF8", "PYTHONIOENCODING", "COLUMNS", "LINES")


class Said(NamedTuple):
    """What one call in this process gave back."""

    returncode: int
    stdout: str
    stderr: str


@pytest.fixture(autouse=True)
def _empty_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """English, and nothing of the person who runs the tests: no variable, no file."""
    for name in list(os.environ):
        if name.startswith(("LUNDI_", "XDG_")) or name in _LEFT_OUT:
            monkeypatch.delenv(name)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home" / "data"))
    language.use("en")
    yield
    language.use("en")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """lundi never calls anybody: a socket that could reach the internet fails the test."""
    plain = socket.socket.__init__

    def guarded(self: socket.socket, *arguments: int, **options: int) -> None:
        plain(self, *arguments, **options)
        if self.family in (socket.AF_INET, socket.AF_INET6):
            self.close()
            pytest.fail("a socket to the internet was opened")

    monkeypatch.setattr(socket.socket, "__init__", guarded)


@pytest.fixture
def now() -> Moment:
    """Wednesday, 18 November 2026, ten past nine."""
    return Moment(date(2026, 11, 18), f"{NOW}:00")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Where this test's file is, or will be."""
    return tmp_path / "lundi.db"


@pytest.fixture(scope="session")
def _new_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once: it takes longer than most tests."""
    path = tmp_path_factory.mktemp("new") / "lundi.db"
    Store.open(str(path)).close()
    return path


@pytest.fixture
def store(_new_file: Path, database: Path) -> Iterator[Store]:
    """This test's file, open; an empty one where there was none."""
    if not database.exists():
        shutil.copy(_new_file, database)
    with Store.open(str(database)) as store:
        yield store


@pytest.fixture(scope="session")
def _sample_year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "lundi.db"
    language.use("en")
    with Store.open(str(path)) as store:
        write_sample(store)
    return path


@pytest.fixture
def sample(_sample_year: Path, database: Path) -> Path:
    """This test's file, closed, with the sample year in English; its week is 2026-W47."""
    shutil.copy(_sample_year, database)
    return database


@pytest.fixture(scope="session")
def dump() -> Callable[..., dict[str, list[tuple[object, ...]]]]:
    """Everything of the user's in a file or a connection, table by table: not the journal."""
    local = {"batch", "change", "open_batch", "unfinished"}

    def rows(source: Path | sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
        if isinstance(source, Path):
            connection = sqlite3.connect(source)
            try:
                return rows(connection)
            finally:
                connection.close()
        tables = [name for (name,) in source.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {
            table: sorted(map(tuple, source.execute(f"SELECT * FROM {table}")), key=repr)
            for table in tables
            if table not in local and not table.startswith(("sqlite_", "_sqlite"))
        }

    return rows


@pytest.fixture
def environment(database: Path) -> dict[str, str]:
    """The variables that a child process gets: the test's file, the frozen clock."""
    return {**os.environ, "LUNDI_NOW": NOW, "LUNDI_DB": str(database)}


@pytest.fixture
def lundi(environment: dict[str, str]) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Call the program as a process of its own: lundi("tick", "calls", stdin="…", LUNDI_LANG="fr")."""

    def call(
        *words: str, stdin: str = "", before: tuple[str, ...] = (), **variables: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*before, sys.executable, "-m", "lundi", *words],
            cwd=ROOT,
            env={**environment, **variables},
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    return call


@pytest.fixture
def run(database: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Call the program in this process, which is quicker: run("tick", "calls", stdin="")."""
    monkeypatch.setenv("LUNDI_NOW", NOW)
    monkeypatch.setenv("LUNDI_DB", str(database))

    def call(*words: str, stdin: str = "") -> Said:
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        capsys.readouterr()
        status = main(list(words))
        return Said(status, *capsys.readouterr())

    return call
