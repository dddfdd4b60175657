"""A real terminal: what an AZERTY keyboard sends, the mouse, colours, sizes, signals, leaving it clean."""

from __future__ import annotations

import re
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from storage.doctor import examine
from storage.store import Store
from tests.tui.terminal import LUNDI, Terminal, opener, rows, shows

SIZES = [(80, 24), (40, 12)]
COLOUR = re.compile(rb"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]")

Open = Callable[..., Terminal]


@pytest.fixture
def terminal(environment: dict[str, str], tmp_path: Path) -> Iterator[Open]:
    """Open a terminal with the demo in it."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    yield from opener({**environment, "TMPDIR": str(temporary)}, *LUNDI, "demo")


@pytest.fixture
def own(environment: dict[str, str], annee: Store) -> Iterator[Open]:
    """Open a terminal with the dashboard on this test's file, the sample year in French."""
    annee.close()
    yield from opener(environment, *LUNDI, ready="Appels")


@pytest.fixture
def shell(environment: dict[str, str], annee: Store) -> Iterator[Open]:
    """Open a terminal with a shell in it, which knows that file."""
    annee.close()
    here = {**environment, "PS1": "shell> ", "PYTHON": sys.executable}
    yield from opener(here, "bash", "--norc", "--noprofile", "-i", ready="shell>")


def ticks(database: Path) -> object:
    return rows(database, "SELECT count(*) FROM tick")[0][0]


def is_sound(database: Path) -> bool:
    with Store.open(str(database)) as store:
        return examine(store).is_sound


# Starting, moving, leaving


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (120, 36)])
def test_the_first_screen_the_places_on_azerty_and_q(terminal, columns, lines):
    here = terminal(columns, lines)
    here.wait_for("tenue à 85")
    for word in ("Semaine 47", "Appels", "Un service rendu", "Écrire à Ronan", "espace cocher"):
        here.wait_for(word)
    here.send("'")
    here.wait_for("toutes les habitudes")
    here.send("&")
    here.wait_for("tenue à 85")
    here.send(" ")
    here.wait_for(shows("Appels", "3/5"))
    here.send("q")
    assert here.wait_for_the_end() == 0
    assert here.is_left_clean


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("first", "fourth"),
    [
        ("&", "'"),
        ("\x1b[38;;38u", "\x1b[39;;39u"),
        ("\x1b[38;2;49u", "\x1b[39;2;52u"),
        ("\x1bOP", "\x1bOS"),
        ("\x1b[11~", "\x1b[14~"),
        ("\x1b[P", "\x1b[S"),
    ],
    ids=["azerty", "azerty-kitty", "azerty-kitty-shift", "f-keys", "f-keys-of-old", "f-keys-kitty"],
)
def test_the_keys_of_places_as_terminals_send_them(own, size, first, fourth):
    here = own(*size)
    here.send(fourth)
    here.wait_for("L’année")
    here.send(first)
    here.wait_for("Semaine 47")
    here.send("q")
    assert here.wait_for_the_end() == 0


@pytest.mark.parametrize("size", SIZES)
def test_the_keys_of_places_that_are_not_there_yet_do_nothing(own, database, size):
    before = rows(database, "SELECT * FROM batch")
    here = own(*size)
    seen = here.text
    here.send("(è_")  # 5, 7 and 8
    here.settle()
    assert here.text == seen
    here.send("q")
    assert here.wait_for_the_end() == 0
    assert rows(database, "SELECT * FROM batch") == before


def test_a_click_on_today_s_cell_ticks_it(own, database):
    before = ticks(database)
    here = own()
    line = next(number for number, text in enumerate(here.lines) if "Appels" in text)
    here.click(here.line("mar  mer").index("mer") + 1, line)
    here.wait_for(shows("Appels", "3/5"))
    here.send("q")
    assert here.wait_for_the_end() == 0
    assert ticks(database) == before + 1
    assert here.is_left_clean


# Colours


WITHOUT_COLOURS = pytest.mark.parametrize("variable", ["NO_COLOR=1", "TERM=dumb"])


def tick_and_look_around(here: Terminal) -> None:
    here.send(" ")
    here.wait_for(shows("Appels", "3/5"))
    here.send("4")
    here.wait_for("toutes les habitudes")
    here.send("i")
    here.wait_for("Une idée")
    here.send("\x1b")
    here.wait_for(lambda text: "Une idée" not in text)
    here.send("q")
    assert here.wait_for_the_end() == 0
    assert here.is_left_clean


@WITHOUT_COLOURS
def test_without_colours_everything_works(own, variable):
    tick_and_look_around(own(**dict([variable.split("=")])))


@pytest.mark.xfail(strict=True, reason="Textual makes greys of the colours, and none of them for a dumb terminal")
@WITHOUT_COLOURS
def test_without_colours_there_are_signs_only(own, variable):
    here = own(**dict([variable.split("=")]))
    tick_and_look_around(here)
    assert not COLOUR.findall(here.said)


# Suspended


def modes_of(here: Terminal) -> str:
    """A digest of the modes that the shell's terminal has for the programs in it."""
    digests = re.compile(r"\b\d+ \d+$", re.MULTILINE)
    before = len(digests.findall(here.text))
    here.send("stty -g | cksum\r")
    return digests.findall(here.wait_for(lambda text: len(digests.findall(text)) > before))[-1]


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_ctrl_z_gives_the_shell_back_and_fg_the_dashboard(shell, database):
    before = ticks(database)
    here = shell()
    modes = modes_of(here)
    here.send("$PYTHON -m lundi\r")
    here.wait_for("tenue à 85")
    here.settle()
    here.send(" ")
    here.wait_for(shows("Appels", "3/5"))
    here.send("\x1a")
    here.wait_for("Stopped")
    here.wait_for(lambda text: text.rstrip().endswith("shell>"))
    assert here.is_given_back
    assert "Appels" not in here.text
    assert modes_of(here) == modes
    here.send("$PYTHON -m lundi tick appels\r")
    here.wait_for("Appels 4/5")
    here.send("fg\r")
    here.wait_for(shows("› Appels", "4/5"))
    for word in ("Semaine 47", "Un service rendu", "Écrire à Ronan", "tenue à 85", "espace cocher"):
        here.wait_for(word)
    here.send(" ")
    here.wait_for(shows("Appels", "5/5"))
    here.send("q")
    here.wait_for(lambda text: text.rstrip().endswith("shell>"))
    here.send("exit\r")
    here.wait_for_the_end()
    assert ticks(database) == before + 3


# Ended from outside


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_and_leaves_the_terminal_and_the_file_sound(own, database, number):
    before = ticks(database)
    here = own()
    here.send(" ")
    here.wait_for(shows("Appels", "3/5"))
    here.send("i")
    here.wait_for("Une idée")
    here.process.send_signal(number)
    assert here.wait_for_the_end() == 128 + number
    assert here.is_left_clean
    assert b"Traceback" not in here.said
    assert ticks(database) == before + 1
    assert is_sound(database)


def test_a_closed_window_ends_it_and_leaves_the_file_sound(own, database):
    before = ticks(database)
    here = own()
    here.send(" ")
    here.wait_for(shows("Appels", "3/5"))
    here.hang_up()
    assert here.process.wait(10) == 128 + signal.SIGHUP
    assert ticks(database) == before + 1
    assert is_sound(database)
    assert {path.name for path in database.parent.glob("lundi.db*")} == {"lundi.db"}


def test_sigterm_ends_the_demo_and_takes_its_folder_away(terminal, tmp_path):
    here = terminal()
    here.wait_for("tenue à 85")
    here.process.send_signal(signal.SIGTERM)
    assert here.wait_for_the_end() == 128 + signal.SIGTERM
    assert here.is_left_clean
    assert not list((tmp_path / "temporary").glob("lundi-demo-*"))


# Sizes


def test_a_terminal_that_is_resized(terminal):
    here = terminal(80, 24)
    here.wait_for("tenue à 85")
    here.resize(120, 36)
    here.wait_for("16 – 22 novembre")
    here.wait_for(lambda text: "Les deux" in text and "espace cocher" in text)
    here.resize(50, 20)
    here.wait_for(lambda text: "mer" in text and "jeu" not in text and "Appels" in text)
    here.send(b"\x11")
    assert here.wait_for_the_end() == 0
    assert here.is_left_clean


def test_a_dialog_keeps_what_is_typed_at_every_size_and_when_there_is_no_room(own, database):
    here = own()
    here.send("n")
    here.wait_for("Une note")
    here.settle()
    here.send("à moitié")
    here.wait_for("à moitié")
    for columns, lines in ((120, 36), (50, 20), (40, 12)):
        here.resize(columns, lines)
        here.wait_for("à moitié")
        here.wait_for("échap annuler")
    here.resize(30, 8)
    here.wait_for("Agrandissez un peu : 40 colonnes, 12 lignes.")
    here.send("x\r\x1b")  # sleep
    here.settle()
    here.resize(80, 24)
    here.wait_for("à moitié")
    here.send(" écrit\r")
    here.wait_for(lambda text: "Une note" not in text)
    here.send("q")
    assert here.wait_for_the_end() == 0
    assert rows(database, "SELECT text FROM note WHERE day = '2026-11-18'") == [("à moitié écrit",)]


def test_it_starts_too_small_and_grows(terminal):
    here = terminal(30, 8)
    here.wait_for("Agrandissez un peu")
    here.resize(80, 24)
    here.wait_for("tenue à 85")
    here.resize(20, 4)
    here.wait_for("Agrandissez un peu")
    here.send("q")
    assert here.wait_for_the_end() == 0
    assert here.is_left_clean
