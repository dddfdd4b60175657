"""The short way to the user's folder is the one that platformdirs goes."""

from __future__ import annotations

import os
import stat

import platformdirs
import pytest

from storage.file.location import data_folder, default_path
from storage.store import Store


@pytest.mark.parametrize(
    "home", [None, "", "/srv/somebody/data", "relative/data", "~/data", "/with spaces/and é", "/trailing/"]
)
def test_the_folder_is_that_of_platformdirs(monkeypatch, home):
    if home is None:
        monkeypatch.delenv("XDG_DATA_HOME")
    else:
        monkeypatch.setenv("XDG_DATA_HOME", home)
    expected = platformdirs.user_data_path("lundi", appauthor=False)
    assert os.path.normpath(data_folder()) == os.path.normpath(expected)


def test_the_file_is_made_there_for_its_owner_alone(run, monkeypatch):
    monkeypatch.delenv("LUNDI_DB")
    assert run("idea", "Something").returncode == 0
    path = default_path()
    assert path.startswith(os.environ["XDG_DATA_HOME"])
    with Store.open(path) as store:
        assert store.connection.execute("SELECT title FROM action").fetchone()["title"] == "Something"
    if os.name == "posix":
        assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
        assert stat.S_IMODE(os.stat(os.path.dirname(path)).st_mode) == 0o700


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_the_files_beside_it_are_for_its_owner_too(store, database):
    """The write-ahead log holds the same names as the file."""
    store.connection.execute("INSERT INTO setting VALUES ('x', 'y')")
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in database.parent.glob("lundi.db*")}
    assert modes == {"lundi.db": 0o600, "lundi.db-wal": 0o600, "lundi.db-shm": 0o600}
