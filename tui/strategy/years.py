"""The years of a strategy side by side: how far each has come, its theme, and its four quarters."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from rich.cells import cell_len

from lundi.strategy.canvas import Canvas, Slot
from lundi.strategy.page import theme, year_elapsed
from lundi.time.quarters import QUARTERS, Quarter
from lundi.time.stretches import CLOSED, DRAFT, RUNNING, TO_CLOSE
from lundi.words.language import N_
from lundi.words.language import gettext as _
from tui.kit.drawing.blocks import Block, Piece, beside, ending
from tui.kit.drawing.lines import allotted, fitted
from tui.strategy.facts import NOTHING, waiting_words

COLUMNS = [(0, 32), (36, 34), (74, 36)]  # start and width of each, with room: the page is never wider then
_GAP, _WIDE_GAP = 2, 4  # columns between two years
_QUARTER = 4  # columns of a quarter's name
_NARROWEST_YEAR = 16
_NARROWEST_NAME = 10  # columns of a campaign's name, before the word beside it goes
_TODAY = "●"
_NAMED = {RUNNING: "strong", TO_CLOSE: "strong", CLOSED: "muted", DRAFT: "faint"}  # the voice of a campaign's name
_BESIDE = {TO_CLOSE: N_("to close"), DRAFT: N_("draft")}


def even_columns(count: int, width: int) -> list[tuple[int, int]]:
    """Start and width of as many columns as years: those of the facts, or others that are as wide as each other."""
    if count == len(COLUMNS):
        return COLUMNS
    wide = (width - _WIDE_GAP * (count - 1)) // count
    return [(number * (wide + _WIDE_GAP), wide) for number in range(count)]


def uneven_columns(canvas: Canvas, width: int) -> list[tuple[int, int]]:
    """The same where a year that has more to say has more room."""
    years = canvas.page.years
    room = width - _GAP * (len(years) - 1)
    wanted = [_wanted(canvas, year) for year in years]
    given = allotted(wanted, room)
    left = (room - sum(given)) // len(years)
    columns, start = [], 0
    for wide in given:
        columns.append((start, wide + left))
        start += wide + left + _GAP
    return columns


def _wanted(canvas: Canvas, year: int) -> int:
    names = [_name_and_beside(slot, canvas.page.today) for slot in _slots(canvas, year)]
    lengths = [_QUARTER + cell_len(name) + (cell_len(word) + 1 if word else 0) for name, _voice, word in names]
    return max(_NARROWEST_YEAR, cell_len(canvas.page.text(theme(year))), *lengths)


def _slots(canvas: Canvas, year: int) -> list[Slot]:
    return [canvas.slots[Quarter(year, number)] for number in range(1, QUARTERS + 1)]


def across(canvas: Canvas, columns: list[tuple[int, int]], part: Callable[[Canvas, int, int], Block]) -> Block:
    """The same part of every year, side by side, so that what follows it stands on one line."""
    years = zip(canvas.page.years, columns, strict=True)
    return beside(*((start, part(canvas, year, wide)) for year, (start, wide) in years))


def heading(canvas: Canvas, year: int, width: int) -> Block:
    today = canvas.page.today
    voice = "strong" if year == today.year else "muted"
    return [(Piece(0, str(year), voice),), _bar(year, today, 0, width)]


def heading_in_one_line(canvas: Canvas, year: int, width: int) -> Block:
    name, _rule = heading(canvas, year, width)
    return [(*name, *_bar(year, canvas.page.today, len(str(year)) + 1, width))]


def _bar(year: int, today: date, start: int, end: int) -> tuple[Piece, ...]:
    """How much of a year is over, with today on it."""
    wide = max(1, end - start)
    if year != today.year:
        return (Piece(start, "━" * wide, "mid") if year < today.year else Piece(start, "─" * wide, "rule"),)
    over = min(wide - 1, int(wide * year_elapsed(year, today)))
    return (
        Piece(start, "━" * over, "accent"),
        Piece(start + over, _TODAY, "accent"),
        Piece(start + over + 1, "─" * (wide - over - 1), "rule"),
    )


def theme_said(canvas: Canvas, year: int, width: int) -> Block:
    page = canvas.page
    if page.is_empty:
        return []
    kind = theme(year)
    text = fitted(page.text(kind), width)
    voice = "strong" if year == page.today.year else "muted"
    return [(Piece(0, text, voice),) if text else NOTHING, *waiting_words(page, kind, width)]


def quarters(canvas: Canvas, year: int, width: int) -> Block:
    """Four slots: a campaign each, or why there was none (F20)."""
    present = Quarter.of(canvas.page.today)
    block: Block = []
    for number, slot in enumerate(_slots(canvas, year), 1):
        is_present = Quarter(year, number) == present
        label = Piece(0, _("Q{number}").format(number=number), "accent-strong" if is_present else "faint")
        name, voice, word = _name_and_beside(slot, canvas.page.today)
        is_running = slot.campaign is not None and slot.campaign.state(canvas.page.today) == RUNNING
        room = width - _QUARTER
        left = room - cell_len(word) - 1
        needed = cell_len(name) if is_running else min(_NARROWEST_NAME, cell_len(name))
        if word and left >= needed:
            room = left
            block.append((label, Piece(_QUARTER, fitted(name, room), voice), ending(width, word, "faint")))
        else:
            block.append((label, Piece(_QUARTER, fitted(name, room), voice)))
    return block


def _name_and_beside(slot: Slot, today: date) -> tuple[str, str, str]:
    """What a slot says, in which voice, and the word beside it."""
    if slot.campaign is None:
        if slot.off is None:
            return "·", "dot", ""
        return slot.off or _("weeks off"), "faint", ""
    state = slot.campaign.state(today)
    word = ""
    if state == RUNNING:
        word = _("D-{days}").format(days=slot.campaign.days_left(today))
    elif slot.campaign.goes_on:
        word = _("programme")
    elif state in _BESIDE:
        word = _(_BESIDE[state])
    elif slot.others:
        word = f"+{slot.others}"
    return slot.campaign.name, _NAMED[state], word
