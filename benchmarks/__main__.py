"""The table: `python -m benchmarks`, from the root of the repository."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from statistics import median

from benchmarks import clients_view, first_paint, keys, places, processes, ritual
from benchmarks.compare import Comparison, against_floor_and_years
from benchmarks.homes import LANGUAGE, MONDAY, Home, Homes
from benchmarks.years import write_years
from lundi.words import language
from storage.sample.year import write_sample
from storage.store import Store

_LIMITS = {
    "first paint": 1.3,
    "tick": 3.0,
    "key": 1.5,
    "memory": 1.35,
    "client": 60.0,
    "place": 0.2,
    "ritual": 0.3,
    "years": 1.2,
}
_RUNS = 9
_WIDTHS = (46, 30, 7, 7)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Ratios to floors measured beside.")
    parser.add_argument("--runs", type=int, default=_RUNS, metavar="N", help="medians of so many runs")
    parser.add_argument("--smoke", action="store_true", help="one run, and no limits")
    values = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="lundi-benchmarks-") as folder:
        comparisons = _measure(_homes(Path(folder)), 1 if values.smoke else values.runs)
    _print(comparisons)
    return 0 if values.smoke or all(comparison.is_reached for comparison in comparisons) else 1


def _homes(folder: Path) -> Homes:
    homes = Homes(Home(folder / "sample"), Home(folder / "monday", MONDAY), Home(folder / "years"))
    language.use(LANGUAGE)
    with Store.open(homes.sample.file) as store:
        write_sample(store)
    ritual.write_monday(homes.monday.file)
    write_years(homes.years.file)
    return homes


def _measure(homes: Homes, runs: int) -> list[Comparison]:
    years = _LIMITS["years"]
    ticks = processes.measure(homes, runs)
    paints, memory = first_paint.measure(homes, runs)
    pressed = keys.measure(homes, runs)
    visited = places.measure(homes, runs)
    opened = ritual.measure(homes, runs)
    counted, looked = clients_view.measure(runs)
    blank = "a blank Textual app"
    return [
        *against_floor_and_years("first paint of the Week", blank, _LIMITS["first paint"], years, paints),
        *against_floor_and_years("lundi tick", "python -c pass", _LIMITS["tick"], years, ticks),
        *against_floor_and_years("key to repaint", "a Textual checkbox", _LIMITS["key"], years, pressed),
        *against_floor_and_years("memory after first paint", blank, _LIMITS["memory"], years, memory),
        *(
            Comparison(f"to the place {place}", "a blank app's first paint", _LIMITS["place"], paints[0], seconds)
            for place, seconds in visited.items()
        ),
        Comparison("to the ritual's first step", "a blank app's first paint", _LIMITS["ritual"], paints[0], opened),
        Comparison("client's view of 100 kB", "counting its words", _LIMITS["client"], counted, looked),
    ]


def _print(comparisons: list[Comparison]) -> None:
    print(_row("figure", "floor", "ratio", "limit", "reached"))
    for comparison in comparisons:
        ratio, limit = f"{comparison.ratio:.2f}", f"{comparison.limit:.2f}"
        print(_row(comparison.figure, comparison.floor, ratio, limit, "yes" if comparison.is_reached else "NO"))
    print()
    for comparison in comparisons:
        floor, figure = _shown(comparison.floors), _shown(comparison.figures)
        print(f"{comparison.figure}: {figure}; {comparison.floor}: {floor}")


def _row(*cells: str) -> str:
    padded = [cell.ljust(width) for cell, width in zip(cells, _WIDTHS, strict=False)]
    return " ".join([*padded, cells[-1]])


def _shown(samples: list[float]) -> str:
    middle = median(samples)
    return f"{middle / 1e6:.1f} MB" if middle > 1e3 else f"{middle * 1e3:.1f} ms"  # bytes, or seconds


if __name__ == "__main__":
    sys.exit(main())
