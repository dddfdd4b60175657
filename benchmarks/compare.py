"""Measuring things in turn, so that noise hits them all, and comparing their medians."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from typing import NamedTuple, TypeVar

T = TypeVar("T")


class Comparison(NamedTuple):
    """A figure beside its floor, both as samples of the same unit."""

    figure: str
    floor: str
    limit: float
    floors: list[float]
    figures: list[float]

    @property
    def ratio(self) -> float:
        return median(self.figures) / median(self.floors)

    @property
    def is_reached(self) -> bool:
        return self.ratio <= self.limit


def in_turn(runs: int, *measures: Callable[[], T]) -> list[list[T]]:
    """So many samples of each measure, taken A B C A B C; a first round, which fills caches, is thrown away."""
    rounds = [[measure() for measure in measures] for _run in range(runs + 1)]
    return [list(samples) for samples in zip(*rounds[1:], strict=True)]


def against_floor_and_years(
    figure: str, floor: str, limit: float, years_limit: float, samples: list[list[float]]
) -> list[Comparison]:
    """The two lines of a figure: against its floor, and with twenty years against the sample year."""
    floors, sample, years = samples
    return [
        Comparison(figure, floor, limit, floors, sample),
        Comparison(f"{figure}, 20 habits × 20 years", "the same, sample year", years_limit, sample, years),
    ]
