"""Which language a command speaks: the one given with the call, then the file's, then the computer's."""

from __future__ import annotations

import pytest

from storage.settings import change_settings
from storage.store import Store


@pytest.fixture
def french(sample, now):
    with Store.open(str(sample)) as store:
        change_settings(store, {"language": "fr"}, now)


def test_the_language_that_was_set_is_spoken(run, french):
    assert run("tick", "calls", "--date", "lun").stdout == "Calls 3/5, lun. 16 nov.\n"
    assert run("undo").stdout.startswith("Annulé")


def test_the_one_given_with_the_call_comes_first(run, french, monkeypatch):
    assert "so far" in run("today", "--lang", "en").stdout
    monkeypatch.setenv("LUNDI_LANG", "en")
    assert "so far" in run("today").stdout
    assert "pour l’instant" in run("--lang", "fr", "today").stdout


def test_without_a_setting_the_computer_s_is_spoken(lundi, sample):
    assert "so far" in lundi("today", LANG="en_GB.UTF-8").stdout
    assert "pour l’instant" in lundi("today", LANG="fr_FR.UTF-8").stdout


def test_a_word_that_is_no_language_in_the_file_is_passed_over(run, sample):
    with Store.open(str(sample)) as store:
        store.connection.execute("INSERT INTO setting VALUES ('language', 'xx')")
    assert run("today").returncode == 0
