"""From `r` to the last byte of the ritual's first step, against a blank app's first paint.

In the sample year on the Monday after it, a week without a plan: the ritual begins with the look back. It was put off,
so that it doesn't open by itself, and the first `r` opens it; every run is a start of its own.
"""

from __future__ import annotations

from datetime import datetime

from benchmarks.compare import in_turn
from benchmarks.homes import LUNDI, MONDAY, Homes
from benchmarks.terminal import Terminal
from lundi.time.days import moment
from storage.ritual.progress import finish
from storage.sample.year import write_sample
from storage.store import Store
from storage.week.catch_up import note_shown


def write_monday(path: str) -> None:
    """Fill a new file with the sample year, in which nothing opens by itself on that Monday."""
    with Store.open(path) as store:
        write_sample(store)
        now = moment(datetime.fromisoformat(MONDAY), store.day_end)
        finish(store, now)
        note_shown(store, now)


def measure(homes: Homes, runs: int) -> list[float]:
    """Seconds to the first step."""

    def opened() -> float:
        with Terminal(LUNDI, homes.monday.environment) as terminal:
            terminal.seconds_until("touches")
            terminal.settle()
            return terminal.seconds_of_key("r")

    (seconds,) = in_turn(runs, opened)
    return seconds
