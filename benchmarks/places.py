"""From a place's key to its last byte painted, the first time it is visited, against a blank app's first paint."""

from __future__ import annotations

from benchmarks.compare import in_turn
from benchmarks.homes import LUNDI, Homes
from benchmarks.terminal import Terminal

PLACES = {"Strategy": "2", "Campaign": "3", "Tracking": "4"}


def measure(homes: Homes, runs: int) -> dict[str, list[float]]:
    """Seconds to each place, in the sample year; every run is a start of its own."""

    def visits() -> list[float]:
        with Terminal(LUNDI, homes.sample.environment) as terminal:
            terminal.seconds_until("touches")
            terminal.settle()
            seconds = []
            for key in PLACES.values():
                seconds.append(terminal.seconds_of_key(key))
                terminal.settle()
            return seconds

    (rounds,) = in_turn(runs, visits)
    return {place: list(seconds) for place, seconds in zip(PLACES, zip(*rounds, strict=True), strict=True)}
