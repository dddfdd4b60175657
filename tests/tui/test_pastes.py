"""What comes to a real terminal in one go: pastes, and keys typed ahead over a slow line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from storage.store import Store
from tests.tui.terminal import LUNDI, Terminal, opener, rows

AZERTY = "&é\"'(-è_"  # the unshifted digits 1 to 8


@pytest.fixture
def own(environment: dict[str, str], annee: Store) -> Iterator[Callable[..., Terminal]]:
    """Open a terminal with the dashboard on this test's file, the sample year in French."""
    annee.close()
    yield from opener(environment, *LUNDI, ready="Appels")


def ideas(database: Path) -> list[object]:
    return [title for (title,) in rows(database, "SELECT title FROM action WHERE state = 'idea' ORDER BY rowid")]


# Pastes


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"], ids=["lf", "cr", "crlf"])
def test_two_hundred_pasted_lines_are_two_hundred_ideas(own, database, end):
    lines = [f"Idée n° {number} : où l’été s’achève, une œuvre à 5 €" for number in range(200)]
    before = ideas(database)
    here = own()
    here.send("i")
    here.wait_for("Une idée")
    here.paste(end.join(lines) + end)
    here.wait_for("Idée n° 0")
    here.send("\r")
    here.wait_for(lambda text: "Une idée" not in text)
    here.send("q")
    assert here.wait_for_the_end() == 0
    assert ideas(database) == before + lines


def test_a_paste_of_a_hundred_thousand_characters(own, database):
    here = own()
    here.send("i")
    here.wait_for("Une idée")
    here.paste("é" * 100_000)
    here.wait_for("éééé")
    here.send("\r")
    here.wait_for(lambda text: "Une idée" not in text)
    here.send("q")
    assert here.wait_for_the_end() == 0
    assert ideas(database)[-1] == "é" * 100_000


def test_escape_sequences_in_a_paste_reach_neither_the_terminal_nor_the_file(own, database):
    before = rows(database, "SELECT count(*) FROM batch")[0][0]
    here = own()
    here.send("i")
    here.wait_for("Une idée")
    here.paste("avant \x1b[31mrouge\x1b[0m \x1b]0;titre\x07 \x9b2J après")
    here.wait_for("avant")
    here.send("\r")
    here.wait_for(lambda text: "Une idée" not in text)
    here.send("q")
    assert here.wait_for_the_end() == 0
    kept = str(ideas(database)[-1])
    assert all(word in kept for word in ("avant", "rouge", "titre", "après"))
    assert kept.isprintable()
    assert rows(database, "SELECT count(*) FROM batch")[0][0] == before + 1
    assert b"\x1b[31mrouge" not in here.said
    assert b"\x1b]0;titre" not in here.said


def test_a_paste_outside_a_field_does_nothing(own, database):
    before = rows(database, "SELECT * FROM batch")
    here = own()
    here.paste("d\rS O w\nm oq")
    here.settle()
    assert here.process.poll() is None
    here.send("q")
    assert here.wait_for_the_end() == 0
    assert rows(database, "SELECT * FROM batch") == before


# Several keys at once, as a slow line brings them


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("iUne idée sur dms", "Une idée sur dms"),
        ("i\x1b[200~collée\x1b[201~ puis dms", "collée puis dms"),
        ("nUne note dms", "Une note dms"),
        ("srd, raison", "rd, raison"),
        ("edms", "Appelsdms"),
        ("/dms", "dms"),
        ("4/dms", "dms"),
    ],
    ids=["idea", "paste", "note", "excuse", "card", "find", "from-tracking"],
)
def test_text_that_comes_with_the_key_that_opens_its_field(own, database, keys, text):
    before = rows(database, "SELECT * FROM batch")
    here = own()
    here.send(keys)
    here.wait_for(text)
    here.send("\x1b")
    here.settle()
    assert text not in here.text
    here.send("q")
    assert here.wait_for_the_end() == 0
    assert rows(database, "SELECT * FROM batch") == before


@pytest.mark.parametrize("keys", ["qi", "q,", "qU", "q/", "q4", "q\x10", "\x11i"])
def test_keys_that_come_with_the_one_that_quits_do_nothing(own, keys):
    here = own()
    here.send(keys)
    assert here.wait_for_the_end() == 0
    assert here.is_left_clean
    assert b"Traceback" not in here.said


@pytest.mark.parametrize("keys", ["\x10\r\r", "\x10a\r\r"])
def test_two_enters_in_the_palette_are_one(own, keys):
    here = own()
    here.send(keys)
    here.settle()
    here.send("\x11")  # Ctrl+Q, wherever that has led
    assert here.wait_for_the_end() == 0
    assert b"Traceback" not in here.said


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
def test_the_keys_of_places_are_letters_in_a_field(own, database, size):
    here = own(*size)
    here.send("i")
    here.wait_for("Une idée")
    here.settle()
    here.send(AZERTY)
    here.wait_for(AZERTY)
    here.send("\r")
    here.wait_for(lambda text: "Une idée" not in text)
    here.send("q")
    assert here.wait_for_the_end() == 0
    assert ideas(database)[-1] == AZERTY
