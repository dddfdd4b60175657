"""From a key to its repaint, against a checkbox in a blank app.

Both run in a pseudo-terminal; the time is from writing the key to the last byte that the program sends before it
falls silent, so that a second frame counts. One sample is the median of several keys, which tick and untick.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median

from benchmarks.compare import in_turn
from benchmarks.homes import LUNDI, Homes
from benchmarks.terminal import Terminal

_CHECKBOX = (sys.executable, str(Path(__file__).parent / "floors" / "checkbox.py"))
_TICK, _UNTICK = " ", "\x7f"
_PAIRS = 5


def measure(homes: Homes, runs: int) -> list[list[float]]:
    """Seconds of the checkbox, of a tick in the sample year, and of one in twenty years."""
    with (
        Terminal(_CHECKBOX, homes.sample.environment) as checkbox,
        Terminal(LUNDI, homes.sample.environment) as sample,
        Terminal(LUNDI, homes.years.environment) as years,
    ):
        for terminal, word in ((checkbox, "READY"), (sample, "touches"), (years, "touches")):
            terminal.seconds_until(word)
            terminal.settle()
        return in_turn(
            runs,
            lambda: _seconds(checkbox, _TICK, _TICK),
            lambda: _seconds(sample, _TICK, _UNTICK),
            lambda: _seconds(years, _TICK, _UNTICK),
        )


def _seconds(terminal: Terminal, *pair: str) -> float:
    return median(terminal.seconds_of_key(key) for _pair in range(_PAIRS) for key in pair)
