"""Streams that whoever calls lundi has closed: a sentence where there is one to say it on, never a traceback."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOT_SAID = "What was asked for is done, but not said: the standard output is closed.\n"


@pytest.fixture
def closed(environment, run):
    """Call lundi with some streams closed: closed("week", ">&-"); what is open is captured."""
    run("habit", "add", "Calls", "--per-week", "5")

    def call(words: str, *streams: str) -> subprocess.CompletedProcess[str]:
        line = f"exec {shlex.quote(sys.executable)} -m lundi {words} {' '.join(streams)}"
        return subprocess.run(
            ["sh", "-c", line], cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False
        )

    return call


@pytest.mark.parametrize(
    ("words", "streams", "status", "said"),
    [
        ("idea", ["<&-"], 2, "An idea needs a few words.\n"),
        ("check -", ["<&-"], 0, ""),
        ("week", [">&-"], 3, NOT_SAID),
        ("status", [">&-"], 3, NOT_SAID),
        ("export json -", [">&-"], 3, NOT_SAID),
        ("help", [">&-"], 3, NOT_SAID),
        ("nope", ["2>&-"], 2, ""),
        ("week", ["2>&-"], 0, ""),
        ("week", ["<&-", ">&-", "2>&-"], 3, ""),
        ("idea", ["<&-", ">&-", "2>&-"], 2, ""),
        ("", ["<&-"], 1, "The dashboard needs a terminal. `lundi week` prints the week.\n"),
        ("", ["<&-", ">&-", "2>&-"], 1, ""),
    ],
)
def test_a_closed_stream(closed, words, streams, status, said):
    ended = closed(words, *streams)
    assert (ended.returncode, ended.stderr) == (status, said)


def test_what_was_asked_for_is_done_all_the_same(closed, run):
    assert closed("tick calls", ">&-").returncode == 3
    assert "1/5" in run("week").stdout
