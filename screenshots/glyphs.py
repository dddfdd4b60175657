"""Rules, squares, blocks and the check mark as paths: they look the same with any font, and join without seams."""

from __future__ import annotations

CELL_WIDTH, CELL_HEIGHT = 12, 24
_EIGHTHS = "▁▂▃▄▅▆▇█"
_SQUARE = (1, 7, 10, 10)

Rectangle = tuple[float, float, float, float]  # left, top, width, height


def _eighths(number: int) -> Rectangle:
    height = CELL_HEIGHT * number // len(_EIGHTHS)
    return 0, CELL_HEIGHT - height, CELL_WIDTH, height


_LIGHT = (0, 12, CELL_WIDTH, 1)
_FILLED: dict[str, tuple[Rectangle, ...]] = {
    "─": (_LIGHT,),
    "━": ((0, 11, CELL_WIDTH, 3),),
    "┼": (_LIGHT, (6, 0, 1, CELL_HEIGHT)),
    "╎": ((6, 1, 1, 10), (6, 13, 1, 10)),
    "■": (_SQUARE,),
    "▪": ((3, 9, 6, 6),),
    "□": (_SQUARE,),
    "▣": (_SQUARE, (4, 10, 4, 4)),
    **{block: (_eighths(number),) for number, block in enumerate(_EIGHTHS, 1)},
}
_HOLES: dict[str, Rectangle] = dict.fromkeys("□▣", (2.5, 8.5, 7, 7))
# Many fonts have no check mark, and Fira Code's looks like a square root.
_POLYGONS = {"✓": ((1.5, 13), (2.7, 12), (4.6, 14.6), (9.6, 7), (10.8, 7.8), (4.7, 17.2))}
JOINED = "─━█"  # a row of them is one long rectangle


def is_drawn(character: str) -> bool:
    """Whether a character is drawn rather than set in a font."""
    return character in _FILLED or character in _POLYGONS


def path_of(character: str, left: int, top: int, cells: int = 1) -> str:
    """SVG path data of a drawn character with its cell at left and top, repeated over so many cells."""
    if polygon := _POLYGONS.get(character):
        return "M" + "L".join(f"{left + x:g} {top + y:g}" for x, y in polygon) + "z"
    data = [rectangle(left + x, top + y, width * cells, height) for x, y, width, height in _FILLED[character][:1]]
    if hole := _HOLES.get(character):
        # The other way round, so that the non-zero rule leaves it empty.
        x, y, width, height = hole
        data.append(f"M{left + x:g} {top + y:g}v{height:g}h{width:g}v-{height:g}z")
    data += [rectangle(left + x, top + y, width, height) for x, y, width, height in _FILLED[character][1:]]
    return "".join(data)


def rectangle(left: float, top: float, width: float, height: float) -> str:
    """SVG path data of a filled rectangle."""
    return f"M{left:g} {top:g}h{width:g}v{height:g}h-{width:g}z"
