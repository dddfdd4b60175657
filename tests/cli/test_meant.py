"""Say what was meant: the nearest command, name, day, option, kind."""

from __future__ import annotations

import pytest

from lundi.words.nearest import nearest


@pytest.fixture
def calls(run):
    run("habit", "add", "Calls", "--per-week", "5")
    run("habit", "add", "Monday article", "--days", "mon")
    return run


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("tik calls", "I do not know 'tik'. Did you mean tick?"),
        ("wek", "I do not know 'wek'. Did you mean week?"),
        ("cochr", "I do not know 'cochr'. Did you mean cocher?"),
        ("tick cals", "Nothing is called 'cals'. Did you mean Calls?"),
        ("tick artcle", "Nothing is called 'artcle'. Did you mean Monday article?"),
        ("tick calls --date yesterdy", "I do not understand 'yesterdy'. Did you mean yesterday?"),
        ("tick calls --date mecredi", "I do not understand 'mecredi'. Did you mean mercredi?"),
        ("tick calls --dat mon", "I do not understand '--dat' here. Did you mean --date?"),
        ("import jsn file", "I do not know the kind 'jsn'. Did you mean json? Known: json, loop."),
        ("export cvs folder", "I do not know the kind 'cvs'. Did you mean csv? Known: json, csv."),
        ("habit achive calls", "I do not know `lundi habit achive`. Did you mean archive?"),
    ],
)
def test_the_nearest_is_proposed(calls, words, said):
    ended = calls(*words.split())
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith(said)


def test_in_french_the_french_name_is_proposed(lundi):
    ended = lundi("cochet", "calls", LUNDI_LANG="fr")
    assert ended.returncode == 2
    assert "Vouliez-vous dire cocher" in ended.stderr


@pytest.mark.parametrize("words", ["xyzzy", "tick xyzzy", "tick calls --date xyzzy"])
def test_nothing_is_proposed_where_nothing_is_near(calls, words):
    ended = calls(*words.split())
    assert ended.returncode == 2
    assert "Did you mean" not in ended.stderr


def test_the_likest_of_several():
    assert nearest("cals", ["Articles", "Calls", "Callings"]) == "Calls"
    assert nearest("ÉCRIRE", ["lire", "écrire"]) == "écrire"
    assert nearest("", ["Calls"]) == ""
    assert nearest("calls", []) == ""
