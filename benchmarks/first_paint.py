"""From the start of the process to the first full frame of the Week, and the memory then, against a blank app."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

from benchmarks.compare import in_turn
from benchmarks.homes import LUNDI, Home, Homes
from benchmarks.terminal import Terminal

_BLANK = (sys.executable, str(Path(__file__).parent / "floors" / "blank.py"))
_WORDS = ("Semaine 47", "touches")  # the heading, once the file was read; the footer, the last line of the frame


class _Start(NamedTuple):
    seconds: float
    resident_bytes: float


def measure(homes: Homes, runs: int) -> tuple[list[list[float]], list[list[float]]]:
    """Seconds, and bytes of memory: of the blank app, the sample year, and twenty years."""
    samples = in_turn(
        runs,
        lambda: _start(_BLANK, homes.sample, "READY"),
        lambda: _start(LUNDI, homes.sample, *_WORDS),
        lambda: _start(LUNDI, homes.years, *_WORDS),
    )
    return (
        [[start.seconds for start in starts] for starts in samples],
        [[start.resident_bytes for start in starts] for starts in samples],
    )


def _start(command: tuple[str, ...], home: Home, *words: str) -> _Start:
    with Terminal(command, home.environment) as terminal:
        return _Start(terminal.seconds_until(*words), terminal.resident_bytes)
