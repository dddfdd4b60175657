"""Which language a command speaks: the one given with the call, then the file's, then the computer's."""

from __future__ import annotations

import pytest

from cli.commands import ALIASES, COMMANDS
from lundi.words import language
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


def test_what_gave_the_language_is_known(run, french, monkeypatch):
    run("today")
    assert language.given_by() == ""  # it is the file's
    run("today", "--lang", "en")
    assert language.given_by() == "--lang en"
    monkeypatch.setenv("LUNDI_LANG", "fr")
    run("today")
    assert language.given_by() == "LUNDI_LANG=fr"
    run("--lang=en", "today")
    assert language.given_by() == "--lang en"


# Names of commands in the help and in what is refused


def usage(run, capsys, *words: str) -> str:
    """The command as the first line of its help names it."""
    with pytest.raises(SystemExit):
        run(*words, "--help")
    return capsys.readouterr().out.partition(":")[2].partition(" [-h]")[0].strip()


@pytest.mark.parametrize(
    ("spoken", "words", "named"),
    [
        ("en", ["tick"], "lundi tick"),
        ("en", ["cocher"], "lundi cocher"),
        ("en", ["décocher"], "lundi décocher"),
        ("fr", ["tick"], "lundi cocher"),
        ("fr", ["cocher"], "lundi cocher"),
        ("fr", ["jour"], "lundi jour"),
        ("fr", ["restore"], "lundi restaurer"),
        ("fr", ["demo"], "lundi demo"),
        ("en", ["habit", "add"], "lundi habit add"),
        ("fr", ["habit", "add"], "lundi habitude ajouter"),
        ("fr", ["habit", "restore"], "lundi habitude restaurer"),
        ("en", ["habitude", "déplacer"], "lundi habitude déplacer"),
        ("en", ["habit"], "lundi habit list"),
        ("fr", ["habitude"], "lundi habitude lister"),
    ],
)
def test_the_help_names_a_command_as_it_was_typed_or_is_spoken(run, capsys, spoken, words, named):
    assert usage(run, capsys, "--lang", spoken, *words) == named


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_names_its_command_in_french(run, capsys, command):
    if command in ("help", "dashboard"):
        return
    french = usage(run, capsys, "--lang", "fr", command)
    name = french.removeprefix("lundi ").split()[0]
    assert ALIASES.get(name, name) == command
    assert name in run("help", "--lang", "fr").stdout.split() or command == "completion"


def test_what_was_typed_before_leaves_no_name_behind(run, capsys):
    assert usage(run, capsys, "cocher") == "lundi cocher"
    assert usage(run, capsys, "tick") == "lundi tick"


def test_a_refusal_names_the_command_in_the_same_way(run):
    assert "`lundi cocher --help`" in run("tick", "x", "--no", "--lang", "fr").stderr
    assert "`lundi tick --help`" in run("tick", "x", "--no").stderr
