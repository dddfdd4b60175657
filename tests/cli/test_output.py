"""What is printed, and where it can't be."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_no_control_characters_of_a_name_are_printed(run):
    added = run("habit", "add", "Ca\x1b[31mlls\x07", "--per-week", "5")
    assert added.returncode == 0
    renamed = run("habit", "edit", "ca", "--name", "Ri\x1b]0;x\x07ng")
    assert renamed.returncode == 0
    again = run("habit", "edit", "ri", "--name", "Wa\x9blk", "--per-week", "4")
    assert again.returncode == 0
    for said in (added, renamed, again):
        assert said.stdout.rstrip("\n").isprintable()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("words", [("week",), ("help",), ("stats", "--json")])
def test_output_without_room_is_one_sentence(environment, sample, words):
    with open("/dev/full", "w", encoding="utf-8") as full:
        said = subprocess.run(
            [sys.executable, "-m", "lundi", *words],
            cwd=ROOT,
            env=environment,
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
    assert said.returncode == 3
    assert said.stderr == "The output could not be written: there is no room for it.\n"


def test_a_terminal_without_the_letters_shows_others(lundi, sample):
    said = lundi("week", PYTHONIOENCODING="ascii")
    assert said.returncode == 0
    assert "?" in said.stdout
    assert said.stderr == ""


@pytest.mark.parametrize("clock", ["9999-12-31T12:00", "0001-01-01T00:00", "3000-01-01T09:00", "1899-12-31T09:00"])
def test_a_clock_outside_the_years_of_days_is_not_understood(run, sample, monkeypatch, clock):
    monkeypatch.setenv("LUNDI_NOW", clock)
    for words in (("week",), ("status",), ("tick", "calls")):
        said = run(*words)
        assert said.returncode == 2
        assert said.stderr.startswith(f"I do not understand LUNDI_NOW='{clock}'")
