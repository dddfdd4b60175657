"""The ritual in a real terminal: whatever ends the program, what was typed is there again."""

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
MONDAY = "2026-11-23T08:00"  # the sample's week is the one before
RIGHT = "\x1b[C"
BETTER = "1 % mieux cette semaine"


@pytest.fixture
def terminal(sample: Path, environment: dict[str, str]) -> Iterator[Open]:
    """Open a terminal with the dashboard on the sample year, on the Monday after it."""
    yield from opener({**environment, "LUNDI_NOW": MONDAY}, *LUNDI)


def kept(database: Path, field: str) -> object:
    found = rows(database, f"SELECT text FROM unfinished WHERE form = 'ritual-2026-W48' AND field = '{field}'")
    return found[0][0] if found else None


def is_kept(database: Path, field: str, text: str) -> Callable[[str], bool]:
    return lambda _screen: kept(database, field) == text


def come_back(here: Terminal, *, strip: bool = False) -> None:
    """The ritual opens by itself once; after that it is `r`. The first time, the days without a word are asked about
    before (the strip), once a day."""
    here.wait_for("Semaine 48")
    if strip:
        here.wait_for("Quelques jours sans un mot")
        here.send("\x1b")
        here.wait_for(lambda text: "Quelques jours sans un mot" not in text)
    here.settle()
    assert "Rituel du lundi" not in here.prose
    here.send("r")


def killed(here: Terminal, database: Path) -> None:
    os.kill(here.process.pid, signal.SIGKILL)
    here.wait_for_the_end()
    with Store.open(str(database)) as store:
        assert examine(store).is_sound


@pytest.mark.slow
def test_kill_9_at_each_step(terminal, database):
    """One ritual, killed at each of its steps."""
    here = terminal()
    here.wait_for("Votre fierté")
    here.settle()
    here.send("sept personnes\t\t\t2,5")
    here.wait_for(is_kept(database, "1.contacts", "2,5"))
    killed(here, database)

    here = terminal()
    come_back(here, strip=True)
    here.wait_for("sept personnes")
    here.settle()
    assert "2,5" in here.line("Nouveaux contacts")
    here.send("\t\t\t\x7f\x7f")
    here.wait_for(is_kept(database, "1.contacts", "2"))
    here.send("\t\t\t\r")
    here.wait_for("Votre confiance")
    here.settle()
    assert rows(database, "SELECT proud, contacts FROM review WHERE week = '2026-W47'") == [("sept personnes", 2)]
    here.send(RIGHT * 4)
    here.wait_for(is_kept(database, "2.confidence", "4"))
    killed(here, database)

    here = terminal()
    come_back(here)
    here.wait_for("› 4")
    here.send("\r")
    here.wait_for("3 Vider la tête")
    here.settle()
    here.send("L’été\rune idée à moit")
    here.wait_for(is_kept(database, "3.ideas", "L’été\nune idée à moit"))
    killed(here, database)

    here = terminal()
    come_back(here)
    here.wait_for("une idée à moit")
    here.settle()
    here.send("ié\r\r")
    here.wait_for("4 Choisir deux")
    here.settle()
    assert rows(database, "SELECT count(*) FROM action WHERE title IN ('L’été', 'une idée à moitié')") == [(2,)]
    here.send(" ")
    chosen = "SELECT count(*) FROM action WHERE state = 'chosen' AND week = '2026-W48'"
    here.wait_for(lambda _screen: rows(database, chosen) == [(1,)])
    killed(here, database)

    here = terminal()
    come_back(here)
    here.wait_for("4 Choisir deux")
    here.wait_for("■")
    here.settle()
    here.send("\r")
    for _question in range(9):  # about habits
        here.wait_for("5 S’engager")
        here.settle()
        if BETTER in here.prose:
            break
        here.send("\r")
    here.send(f"{RIGHT} {RIGHT} \tmoins")
    here.wait_for(is_kept(database, "5.better", "moins"))
    ((field, squares),) = rows(database, "SELECT field, text FROM unfinished WHERE field LIKE '5.squares.%'")
    killed(here, database)

    here = terminal()
    come_back(here)
    here.wait_for("moins")
    here.settle()
    here.send("\r")
    here.wait_for("Fermer lundi")
    assert rows(database, "SELECT better, confidence FROM review WHERE week = '2026-W47'") == [("moins", 4)]
    habit_id = field.removeprefix("5.squares.")
    line = f"SELECT squares FROM plan_line WHERE week = '2026-W48' AND item_id = '{habit_id}'"
    assert rows(database, line) == [(squares,)]
    here.settle()
    here.send("\r")
    assert here.wait_for_the_end() == 0
    assert here.is_left_clean


def test_two_dashboards_and_a_hangup(terminal, database):
    """The second finds the first one's answers; a window that is closed in the middle of a word loses nothing."""
    first = terminal()
    first.wait_for("Votre fierté")
    first.settle()
    first.send("sept\t\t\t\t\t\t\r")
    first.wait_for("Votre confiance")
    second = terminal()
    come_back(second, strip=True)
    second.wait_for("Votre confiance")
    second.settle()
    second.send("\x1b[5~")
    second.wait_for("sept")
    second.settle()
    second.send(" personnes")
    second.wait_for("sept personnes")
    second.process.send_signal(signal.SIGHUP)
    second.wait_for_the_end()
    assert kept(database, "1.proud") == "sept personnes"


def test_everything_in_one_breath_in_a_small_terminal(terminal, database):
    here = terminal(40, 12)
    here.wait_for("Votre fierté")
    here.settle()
    here.send("\r" * 9)
    here.settle()
    for _key in range(40):  # one for each question that is asked over a step, and some for a slow machine
        if rows(database, "SELECT 1 FROM plan WHERE week = '2026-W48'"):
            break
        here.send("\r")
        here.settle()
    here.wait_for(lambda _screen: rows(database, "SELECT 1 FROM plan WHERE week = '2026-W48'") == [(1,)])


@pytest.mark.skipif(os.name != "posix", reason="rights")
def test_a_file_that_cannot_be_written_is_said_and_nothing_typed_is_lost(terminal, database):
    import resource  # noqa: PLC0415 - there is none on every system

    if not hasattr(resource, "prlimit"):
        pytest.skip("no other process's limits can be set here")
    here = terminal()
    here.wait_for("Votre fierté")
    here.settle()
    _soft, hard = resource.prlimit(here.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(here.process.pid, resource.RLIMIT_FSIZE, (0, hard))
    here.send("sept personnes")
    here.wait_for("Impossible d’écrire dans")
    here.send("\t\t\t\t\t\t\r")
    here.settle()
    assert "sept personnes" in here.prose
    resource.prlimit(here.process.pid, resource.RLIMIT_FSIZE, (hard, hard))
    here.send("\r")
    here.wait_for("Votre confiance")
    assert rows(database, "SELECT proud FROM review WHERE week = '2026-W47'") == [("sept personnes",)]
