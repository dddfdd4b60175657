"""The first run in a real terminal: it opens by itself, and survives whatever ends the program."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from storage.doctor import examine
from storage.store import Store
from tests.tui.terminal import LUNDI, Terminal, opener, rows

Open = Callable[..., Terminal]
DOWN, LEFT = "\x1b[B", "\x1b[D"
TITLES = (
    "Français ou English",
    "Pourquoi faites-vous ce métier",
    "Nous sommes en 2029",
    "Sur quelle gamme",
    "Un seul canal",
    "Une petite campagne",
    "Quelles habitudes la portent",
    "Faites la plus petite maintenant",
)


@pytest.fixture
def terminal(environment: dict[str, str]) -> Iterator[Open]:
    """Open a terminal with the dashboard on this test's file, which isn't there yet."""
    yield from opener(environment, *LUNDI)


def kept(database: Path, field: str) -> object:
    found = rows(database, f"SELECT text FROM unfinished WHERE form = 'first-run' AND field = '{field}'")
    return found[0][0] if found else None


def go_to(here: Terminal, number: int) -> None:
    for title in TITLES[:number]:
        here.wait_for(title)
        here.settle()
        here.send("\r")
    here.wait_for(TITLES[number])
    here.settle()


def is_sound(database: Path) -> bool:
    with Store.open(str(database)) as store:
        return examine(store).is_sound


def test_a_new_file_is_asked_and_eight_enters_open_the_week(terminal, database, lundi):
    here = terminal()
    go_to(here, 7)
    here.send("\r")
    here.wait_for("Aucune habitude encore.")
    here.settle()
    here.send("q")
    assert here.wait_for_the_end() == 0
    assert here.is_left_clean
    assert lundi("doctor").returncode == 0
    again = terminal()
    again.wait_for("Aucune habitude encore.")
    again.settle()
    assert TITLES[0] not in again.prose


def test_the_language_is_that_of_the_locale(environment):
    for locale, title in (("fr_FR.UTF-8", TITLES[0]), ("en_GB.UTF-8", "Français or English")):
        with Terminal(80, 24, {**environment, "TERM": "xterm-256color", "LANG": locale}, *LUNDI) as here:
            here.wait_for(title)


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
def test_all_enters_at_once(terminal, database, size):
    here = terminal(*size)
    here.wait_for("English")
    here.settle()
    here.send("\r" * 8)
    here.wait_for("Semaine 47")
    assert rows(database, "SELECT count(*) FROM meta WHERE key LIKE 'first_run%'") == [(1,)]


# What is typed at each question, where that is kept, as what, and what shows it again
TYPED = [
    (0, LEFT, "0.language", "en", "‹ English ›"),
    (1, "Pour que personne", "1.mission", "Pour que personne", "Pour que personne"),
    (
        2,
        "Douze commerces.\nQuatre jours",
        "2.vision",
        "Douze commerces.\nQuatre jours",
        "Douze commerces. Quatre jours",
    ),
    (3, "Conseil, ateliers", "3.line", "Conseil, ateliers", "Conseil, ateliers"),
    (4, DOWN * 3, "4.channel", "Conférences et ateliers", "› Conférences et ateliers"),
    (5, "Dix\rUne heure, 20 euros\rles assis\r31/02", "5.until", "31/02", "31/02"),
    (6, " " + DOWN + DOWN + " ", "6.habits", "calls news", "■ Prendre des nouvelles"),
    (6, DOWN + "\t\tle café", "6.card.after", "le café", "Après le café, lun : L’article du lundi"),
]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("number", "keys", "field", "text", "shown"),
    TYPED,
    ids=["language", "mission", "vision", "line", "channel", "campaign", "habits", "card"],
)
def test_kill_9_at_each_question(terminal, database, number, keys, field, text, shown):
    here = terminal()
    go_to(here, number)
    here.send(keys)
    here.wait_for(lambda _text: kept(database, field) == text)
    before = {name: rows(database, f"SELECT count(*) FROM {name}") for name in ("course", "campaign", "habit")}
    os.kill(here.process.pid, signal.SIGKILL)
    here.wait_for_the_end()
    assert is_sound(database)
    again = terminal()
    again.wait_for(TITLES[number])
    again.wait_for(shown)
    assert {name: rows(database, f"SELECT count(*) FROM {name}") for name in before} == before


@pytest.mark.slow
def test_kill_9_after_the_first_tick(terminal, database):
    here = terminal()
    go_to(here, 6)
    here.send(" \r")
    here.wait_for(TITLES[7])
    here.settle()
    here.send(" ")
    here.wait_for("▪ Appels")
    os.kill(here.process.pid, signal.SIGKILL)
    here.wait_for_the_end()
    again = terminal()
    again.wait_for("▪ Appels")
    again.settle()
    again.send(" \r")
    again.wait_for("Semaine 47")
    assert rows(database, "SELECT smallest FROM tick") == [(1,)]
    assert is_sound(database)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_told_to_end_in_the_middle_of_a_word(terminal, database, number):
    here = terminal()
    go_to(here, 1)
    here.send("Pour que")
    here.wait_for("Pour que")
    here.process.send_signal(number)
    here.wait_for_the_end()
    assert kept(database, "1.mission") == "Pour que"


def test_commands_of_the_shell_go_on_meanwhile(terminal, database, lundi):
    here = terminal()
    go_to(here, 3)
    for words in (("status",), ("today",), ("week",), ("doctor",)):
        assert lundi(*words).returncode == 0, words
    assert lundi("habit", "add", "Walk", "--per-week", "3").returncode == 0
    here.send("Conseil\r")
    here.wait_for(TITLES[4])
    assert rows(database, "SELECT name FROM choice") == [("Conseil",)]


def test_a_command_on_a_new_file_asks_nothing(lundi, database):
    for words in (("status",), ("today",), ("week",)):
        said = lundi(*words)
        assert said.returncode == 0
        assert "English" not in said.stdout


@pytest.mark.skipif(os.name != "posix", reason="rights")
def test_a_file_that_cannot_be_written_is_said_and_nothing_typed_is_lost(environment, database):
    import resource  # noqa: PLC0415 - there is none on every system

    if not hasattr(resource, "prlimit"):
        pytest.skip("no other process's limits can be set here")
    with Terminal(80, 24, {**environment, "TERM": "xterm-256color", "LANG": "fr_FR.UTF-8"}, *LUNDI) as here:
        go_to(here, 1)
        _soft, hard = resource.prlimit(here.process.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(here.process.pid, resource.RLIMIT_FSIZE, (0, hard))
        here.send("Pour que personne")
        here.wait_for("Impossible d’écrire dans")
        here.send("\r")
        here.settle()
        assert TITLES[1] in here.prose
        assert "Pour que personne" in here.prose
        resource.prlimit(here.process.pid, resource.RLIMIT_FSIZE, (hard, hard))
        here.send("\r")
        here.wait_for(TITLES[2])
    assert rows(database, "SELECT text FROM course WHERE kind = 'mission'") == [("Pour que personne",)]
