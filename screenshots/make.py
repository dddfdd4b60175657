"""Make the pictures that README shows: `python screenshots/make.py`.

The sample year at its frozen clock, and at the Monday after it for the ritual, in each language, theme and size.
`--check` says which files are no longer what the program looks like; `--png FOLDER` turns the pictures into PNG.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from itertools import product
from pathlib import Path
from typing import NamedTuple

from svg import Colours, svg_of
from textual.theme import Theme

from lundi.words import language
from storage.sample.year import sample_now, write_sample
from storage.store import Store
from tui.app import LundiApp
from tui.kit.drawing.themes import DARK, LIGHT
from tui.places import IN_HEADER

_FOLDER = Path(__file__).parent
_TWO = ["space", "down", "space"]  # the choice
_KEYS = {
    "week": ["down"] * 4,
    "strategy": ["2"],
    "campaign": ["3"],
    "tracking": ["4"],
    "card": ["e"],
    "review": ["3", "b"],
    "ritual-look-back": [],
    "ritual-choose": ["enter"] * 3 + _TWO,
    "ritual-commit": ["ctrl+e", *_TWO, "enter"],
}
_MONDAY = datetime(2026, 11, 23, 8, 30)  # a week without a plan: the ritual opens by itself
_RITUAL = {"ritual-look-back": "Look back", "ritual-choose": "Choose two", "ritual-commit": "Commit"}
_LANGUAGES = ("fr", "en")
_SIZES = ((120, 36), (80, 24))
_THEMES = (DARK, LIGHT)


class Picture(NamedTuple):
    """One picture to be made."""

    place: str
    language: str
    size: tuple[int, int]
    theme: Theme

    @property
    def name(self) -> str:
        shade = "dark" if self.theme.dark else "light"
        return f"{self.place}-{self.language}-{self.size[0]}-{shade}.svg"


def pictures() -> list[Picture]:
    """Every picture, in the order they are made."""
    return [Picture(*choice) for choice in product(_KEYS, _LANGUAGES, _SIZES, _THEMES)]


async def draw(picture: Picture) -> str:
    """The picture as SVG text."""
    language.use(picture.language)
    now = _MONDAY if picture.place in _RITUAL else sample_now()
    with Store.open() as store:
        write_sample(store)
        app = LundiApp(store, lambda: now, picture.theme.name)
        async with app.run_test(size=picture.size) as pilot:
            await pilot.pause()  # what opens by itself is there
            await pilot.press(*_KEYS[picture.place])
            await pilot.pause()
            # What export_screenshot reads too; nothing public gives the lines of a screen.
            lines = app.screen._compositor.render_strips()
            return svg_of(lines, picture.size[0], _title(picture.place), _colours(picture.theme))


def _title(place: str) -> str:
    words = {place.name: place.word for place in IN_HEADER} | _RITUAL
    return f"lundi: {language.gettext(words.get(place, 'A habit'))}"


def _colours(theme: Theme) -> Colours:
    return Colours(theme.background or "", theme.foreground or "", theme.variables["lundi-rule"])


def drawn() -> Iterator[tuple[Path, bytes]]:
    """Every file and what should be in it."""
    os.environ.pop("NO_COLOR", None)  # the caller's wish for their terminal, not for the pictures
    for picture in pictures():
        yield _FOLDER / picture.name, asyncio.run(draw(picture)).encode()


def check() -> int:
    """Name the files that differ; 1 if there are any."""
    different = [path.name for path, data in drawn() if not path.exists() or path.read_bytes() != data]
    for name in different:
        print(f"{name} is not what lundi looks like; run python screenshots/make.py", file=sys.stderr)
    return 1 if different else 0


def to_png(folder: Path) -> int:
    """Turn the pictures that are there into PNG; 1 where the program for it is missing."""
    program = shutil.which("rsvg-convert")
    if program is None:
        print("rsvg-convert is not on PATH; no PNG was made.", file=sys.stderr)
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    for picture in pictures():
        target = (folder / picture.name).with_suffix(".png")
        subprocess.run([program, "-o", target, _FOLDER / picture.name], check=True)
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description="Make the pictures that README shows.")
    parser.add_argument("--check", action="store_true", help="write nothing; name the files that differ")
    parser.add_argument("--png", type=Path, metavar="FOLDER", help="turn them into PNG as well")
    values = parser.parse_args()
    if values.check:
        return check()
    for path, data in drawn():
        path.write_bytes(data)
    return to_png(values.png) if values.png else 0


if __name__ == "__main__":
    sys.exit(main())
