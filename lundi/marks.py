"""The signs of the week, all one cell wide; colour is never the only one."""

from __future__ import annotations

from lundi import amounts
from lundi.week_page import Cell

DONE, PLANNED, SMALLEST, BACKFILLED, FREE, OFF, MET, STORM = "■", "□", "▪", "▣", "·", "–", "✓", "≈"
_DRAWN_AT_MOST = 3


def cell_marks(cell: Cell) -> str:
    """A day of a habit in three signs at most: '■■', '■□', '■5' (five ticks), '2,5' (an amount), '·', '–'."""
    squares = ""
    if entry := cell.entry:
        if not cell.whole_ticks:
            return amounts.shown(entry.amount)
        plain = entry.ticks - entry.smallest - entry.backfilled
        squares = DONE * plain + BACKFILLED * entry.backfilled + SMALLEST * entry.smallest
        if len(squares) > _DRAWN_AT_MOST:
            return f"{squares[0]}{len(squares)}"
    squares += PLANNED * cell.planned
    if len(squares) > _DRAWN_AT_MOST:
        return f"{squares[0]}{cell.planned}" if not cell.entry else squares[:_DRAWN_AT_MOST]
    if squares:
        return squares
    return OFF if cell.is_off or cell.excuse is not None else FREE
