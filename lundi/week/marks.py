"""A day of a habit in signs."""

from __future__ import annotations

from lundi.week.page import Cell
from lundi.words import amounts
from lundi.words.marks import BACKFILLED, DONE, FREE, OFF, PLANNED, SMALLEST

_DRAWN_AT_MOST = 3
_TOO_MANY, _MOST_IN_FIGURES = 100, 999


def cell_marks(cell: Cell) -> str:
    """A day of a habit in three signs at most: '■■', '■□', '■5' (five ticks), '2,5' (an amount), '·', '–'."""
    squares = ""
    if entry := cell.entry:
        if not cell.whole_ticks:
            shown = amounts.shown(entry.amount)
            return shown if len(shown) <= _DRAWN_AT_MOST else str(min(entry.amount // amounts.ONE, _MOST_IN_FIGURES))
        plain = entry.ticks - entry.smallest - entry.backfilled
        squares = DONE * plain + BACKFILLED * entry.backfilled + SMALLEST * entry.smallest
        if len(squares) > _DRAWN_AT_MOST:
            count = len(squares)
            return f"{squares[0]}{count}" if count < _TOO_MANY else str(min(count, _MOST_IN_FIGURES))
    squares += PLANNED * cell.planned
    if len(squares) > _DRAWN_AT_MOST:
        return f"{squares[0]}{cell.planned}" if not cell.entry else squares[:_DRAWN_AT_MOST]
    if squares:
        return squares
    return OFF if cell.is_off or cell.excuse is not None else FREE
