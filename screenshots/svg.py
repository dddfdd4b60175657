"""A terminal screen as an SVG picture: a window, and every character on its own cell.

Textual's own export has a dark window in every theme, fetches fonts, and counts on `textLength`, which not every
renderer knows. Here a colour is one path and a line of text one element, whatever order the segments came in.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from glyphs import CELL_HEIGHT, CELL_WIDTH, JOINED, is_drawn, path_of, rectangle
from rich.cells import cell_len
from rich.color import Color
from rich.segment import Segment

_FONTS = "Fira Code, DejaVu Sans Mono, Menlo, Consolas, monospace"
_FONT_SIZE = 19.5  # Fira Code is then exactly a cell wide
_BASELINE = 19
_SIDE, _TOP, _BOTTOM = 20, 40, 24
_RADIUS = 8
_DOTS = ("#ff5f57", "#febc2e", "#28c840")
_DOT_RADIUS, _DOT_STEP, _FIRST_DOT = 7, 22, (26, 22)
# A run of one joined shape; a word in letters of which every font knows the width; any other character alone.
_PIECE = re.compile(rf"([{JOINED}])\1*|[!-~\u00a1-\u017f]+|\S[\u0300-\u036f\u200d\ufe0f]*")


class Colours(NamedTuple):
    """What a window is painted with, as #rrggbb."""

    background: str
    foreground: str
    border: str


class _Ink(NamedTuple):
    colour: str
    bold: bool


def svg_of(lines: Sequence[Iterable[Segment]], columns: int, title: str, colours: Colours) -> str:
    """A picture of lines of styled text; the same text whenever the lines are the same."""
    screen = _Screen(colours)
    for row, line in enumerate(lines):
        screen.add(row, line)
    width = columns * CELL_WIDTH + 2 * _SIDE
    height = len(lines) * CELL_HEIGHT + _TOP + _BOTTOM
    return "\n".join([*_window(width, height, title, colours), *screen.elements(), "</svg>", ""])


def _window(width: int, height: int, title: str, colours: Colours) -> list[str]:
    left, top = _FIRST_DOT
    return [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}" role="img">',
        f"<title>{escape(title)}</title>",
        f'<rect x=".5" y=".5" width="{width - 1}" height="{height - 1}" rx="{_RADIUS}"'
        f' fill="{colours.background}" stroke="{colours.border}"/>',
        *(
            f'<circle cx="{left + number * _DOT_STEP}" cy="{top}" r="{_DOT_RADIUS}" fill="{colour}"/>'
            for number, colour in enumerate(_DOTS)
        ),
    ]


class _Word(NamedTuple):
    """Characters without a space between them. librsvg places the first, browsers each."""

    column: int
    text: str

    @property
    def places(self) -> str:
        ends = range(1, len(self.text) + 1)
        # What takes no cell of its own stands on the character before it.
        widths = [cell_len(self.text[:end]) - (cell_len(self.text[end - 1]) or 1) for end in ends]
        return " ".join(str(_x(self.column + width)) for width in widths)


class _Screen:
    """What is on the screen, gathered by colour."""

    def __init__(self, colours: Colours) -> None:
        self._colours = colours
        self._grounds: dict[str, list[str]] = defaultdict(list)
        self._shapes: dict[str, list[str]] = defaultdict(list)
        self._texts: dict[_Ink, dict[int, list[_Word]]] = defaultdict(lambda: defaultdict(list))

    def add(self, row: int, line: Iterable[Segment]) -> None:
        """Add one line of the screen."""
        column = 0
        for text, style, _control in Segment.simplify(line):
            ink = self._colours.foreground
            ground = self._colours.background
            if style:
                ink, ground = _hex(style.color, ink), _hex(style.bgcolor, ground)
                if style.reverse:
                    ink, ground = ground, ink
            if ground != self._colours.background:
                area = rectangle(_x(column), _y(row), cell_len(text) * CELL_WIDTH, CELL_HEIGHT)
                self._grounds[ground].append(area)
            self._add_text(row, column, text, _Ink(ink, bool(style and style.bold)))
            column += cell_len(text)

    def _add_text(self, row: int, column: int, text: str, ink: _Ink) -> None:
        for match in _PIECE.finditer(text):
            piece = match[0]
            cell = column + cell_len(text[: match.start()])
            if is_drawn(piece[0]):
                self._shapes[ink.colour].append(path_of(piece[0], _x(cell), _y(row), len(piece)))
            else:
                self._texts[ink][row].append(_Word(cell, piece))

    def elements(self) -> list[str]:
        """Grounds, then shapes, then text."""
        paths = [*sorted(self._grounds.items()), *sorted(self._shapes.items())]
        elements = [f'<path fill="{colour}" d="{"".join(data)}"/>' for colour, data in paths]
        # Ligatures would join characters that stand on cells of their own.
        elements.append(f'<g font-family="{_FONTS}" font-size="{_FONT_SIZE}" style="font-variant-ligatures:none">')
        for ink, rows in sorted(self._texts.items()):
            weight = ' font-weight="bold"' if ink.bold else ""
            elements.append(f'<g fill="{ink.colour}"{weight}>')
            elements += [_text(row, words) for row, words in rows.items()]
            elements.append("</g>")
        return [*elements, "</g>"]


def _text(row: int, words: list[_Word]) -> str:
    spans = "".join(f'<tspan x="{word.places}">{escape(word.text, quote=False)}</tspan>' for word in words)
    return f'<text y="{_y(row) + _BASELINE}">{spans}</text>'


def _hex(colour: Color | None, default: str) -> str:
    return default if colour is None or colour.is_default else colour.get_truecolor().hex


def _x(column: int) -> int:
    return _SIDE + column * CELL_WIDTH


def _y(row: int) -> int:
    return _TOP + row * CELL_HEIGHT
