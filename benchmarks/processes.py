"""`lundi tick`, the whole process, against an interpreter that does nothing."""

from __future__ import annotations

import subprocess
import sys
from time import perf_counter

from benchmarks.compare import in_turn
from benchmarks.homes import LUNDI, Home, Homes


def measure(homes: Homes, runs: int) -> list[list[float]]:
    """Seconds of the floor, of a tick in the sample year, and of one in twenty years."""
    return in_turn(
        runs,
        lambda: _seconds(homes.sample, sys.executable, "-c", "pass"),
        lambda: _seconds(homes.sample, *LUNDI, "tick", "appels"),
        lambda: _seconds(homes.years, *LUNDI, "tick", "number 01"),
    )


def _seconds(home: Home, *command: str) -> float:
    start = perf_counter()
    subprocess.run(command, env=home.environment, stdout=subprocess.DEVNULL, check=True)
    return perf_counter() - start
