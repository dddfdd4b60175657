"""The strategy on one page: its words above, a column a year, and what the years stand on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from rich.cells import cell_len
from textual.reactive import reactive

from lundi.campaigns import CLOSED, DRAFT, RUNNING, TO_CLOSE
from lundi.canvas import Canvas, Slot
from lundi.language import N_, ngettext
from lundi.language import gettext as _
from lundi.quarters import QUARTERS, Quarter
from lundi.strategy import MISSION, VISION, StrategyPage, theme, year_elapsed
from tui.layout import is_list_only, is_roomy
from tui.widgets.blocks import Block, Piece, beside, ending, flowing, keyed, moved, paragraph
from tui.widgets.lines import Line, Lines, allotted, fitted, wrapped
from tui.widgets.strategy_facts import NOTHING, facts_as_rows, facts_in_columns, waiting_words

_MARGIN = 2  # columns, with room
_COLUMNS = [(0, 32), (36, 34), (74, 36)]  # start and width of each, with room: the page is never wider then
_PROSE = 74  # columns
_GAP, _WIDE_GAP = 2, 4  # columns between two years
_QUARTER = 4  # columns of a quarter's name
_NARROWEST_YEAR = 16
_NARROWEST_NAME = 10
_AROUND = 7  # lines of the header, what is said, the footer and their margins, with room
_AROUND_COMPACT = 5  # the same without
_TALL = 30  # lines from which a vision has more than two
_TODAY = "●"
_NAMED = {RUNNING: "strong", TO_CLOSE: "strong", CLOSED: "muted", DRAFT: "faint"}  # the voice of a campaign's name
_BESIDE = {TO_CLOSE: N_("to close"), DRAFT: N_("draft")}


class StrategyCanvas(Lines):
    """The whole page; with room in three columns, else in rows, and under sixty columns as a list."""

    canvas: reactive[Canvas | None] = reactive(None, layout=True)

    def __init__(self) -> None:
        super().__init__()
        self._drawn: Block = []
        self._drawn_for: object = None  # the canvas and the sizes that it was laid out for

    def line_count(self, width: int) -> int:
        return len(self._block(width))

    def draw(self, y: int, line: Line) -> None:
        for piece in self._block(line.width)[y]:
            line.put(piece.column, piece.text, self.voice(piece.voice))

    def _block(self, width: int) -> Block:
        """The lines at a width, worked out once for a canvas and a size."""
        wanted = (self.canvas, width, self.app.size)
        if self._drawn_for != wanted:
            self._drawn_for, self._drawn = wanted, self._laid_out(width)
        return self._drawn

    def _laid_out(self, width: int) -> Block:
        canvas = self.canvas
        if canvas is None:
            return []
        if is_roomy(self.app.size):
            for blank, airy in ((2, True), (1, True), (1, False)):
                block = _roomy(canvas, width, blank, airy=airy)
                if len(block) <= self.app.size.height - _AROUND:
                    break
            return block
        if is_list_only(self.app.size):
            return _as_list(canvas, width)
        vision_lines = 4 if self.app.size.height >= _TALL else 2
        block = _compact(canvas, width, vision_lines, brief=False)
        if len(block) > self.app.size.height - _AROUND_COMPACT:
            return _compact(canvas, width, vision_lines, brief=True)
        return block


def _roomy(canvas: Canvas, width: int, blank: int, *, airy: bool) -> Block:
    """Three columns, with so many blank lines between the sections; airy with one under the years too."""
    page, room = canvas.page, width - _MARGIN
    second = _COLUMNS[1][0]
    title: Block = [(Piece(0, _title(page), "strong"),)]
    if page.is_empty:
        words: Block = [*title, (), *_question(page, room)]
    else:
        mission = paragraph(page.text(MISSION), room - second, "strong")
        label: Block = [(Piece(0, _year_said(page), "faint"),)]
        vision = paragraph(_picture(page), min(_PROSE, room - second), "muted") or [NOTHING]
        vision += waiting_words(page, VISION, room - second)
        words = [*beside((0, title), (second, mission)), (), *beside((0, label), (second, vision))]
    columns = _year_columns(len(page.years), room)
    years = [
        *_across(canvas, columns, _heading),
        *([()] if airy else []),
        *_across(canvas, columns, _theme),
        (),
        *_across(canvas, columns, _quarters),
    ]
    facts = [] if page.is_empty else [*[()] * blank, *facts_in_columns(page, _COLUMNS)]
    return moved([*_asks(page, room), *words, *[()] * blank, *years, *facts], _MARGIN)


def _compact(canvas: Canvas, width: int, vision_lines: int, *, brief: bool) -> Block:
    """Rows; brief with one line each, where all of them would have to be scrolled through."""
    page = canvas.page
    title: Block = [(Piece(0, _title(page), "strong"),)]
    columns = _uneven_columns(canvas, width)
    parts = (_heading_in_one_line, _theme, _quarters)
    years = [row for part in parts for row in _across(canvas, columns, part)]
    if page.is_empty:
        return [*_asks(page, width), *title, (), *_question(page, width), (), *years]
    title = [(*title[0], ending(width, _changes_counted(page), "faint"))]
    return [
        *_asks(page, width),
        *title,
        *_words(page, width, vision_lines),
        (),
        *years,
        (),
        *facts_as_rows(page, width, brief=brief),
    ]


def _as_list(canvas: Canvas, width: int) -> Block:
    page = canvas.page
    block: Block = [*_asks(page, width), (Piece(0, _title(page), "strong"),)]
    block += [(), *_question(page, width)] if page.is_empty else _words(page, width, 2)
    for year in page.years:
        block += [(), *_heading_in_one_line(canvas, year, width), *_theme(canvas, year, width)]
        block += _quarters(canvas, year, width)
    if not page.is_empty:
        block += [(), *facts_as_rows(page, width), *paragraph(_changes_counted(page), width, "faint")]
    return block


def _title(page: StrategyPage) -> str:
    return _("Think {year}").format(year=page.target_year)


def _question(page: StrategyPage, width: int) -> Block:
    """What an empty page asks."""
    question = _("It is {year}. What does one see?").format(year=page.target_year)
    return [
        *paragraph(question, width, "strong"),
        (),
        *flowing([keyed(_("`e` writes it: two or three sentences will do."), "muted")], width, 0),
    ]


def _asks(page: StrategyPage, width: int) -> Block:
    """What the page asks of whoever reads it: to turn it, to look at the shelf again."""
    asked = []
    if page.is_past_its_year:
        asked.append(_("{year} is over. `y` turns the page by a year and keeps this one.").format(year=page.first_year))
    for choice in page.due:
        sentence = _("'{name}' asked to be looked at again. `g`")
        room = width - cell_len(sentence.format(name=""))
        asked.append(sentence.format(name=fitted(choice.name.replace("`", "'"), max(_NARROWEST_NAME, room))))
    lines = [line for sentence in asked for line in wrapped(sentence, max(1, width))]
    block = [flowing([keyed(line, "warm")], width, 0)[0] for line in lines]
    return [*block, ()] if block else []


def _words(page: StrategyPage, width: int, vision_lines: int) -> Block:
    """Mission and vision under each other, the vision cut to a few lines."""
    vision = wrapped(_picture(page), width)
    if len(vision) > vision_lines:
        rest = " (…)"
        last = wrapped(" ".join(vision[vision_lines - 1 :]), max(1, width - len(rest)))[0]
        vision = [*vision[: vision_lines - 1], last + rest]
    return [
        *paragraph(page.text(MISSION), width),
        *((Piece(0, line, "muted"),) for line in vision),
        *waiting_words(page, VISION, width),
    ]


def _changes_counted(page: StrategyPage) -> str:
    count = page.changes_in(page.today.year)
    return ngettext("{count} change of course this year", "{count} changes of course this year", count).format(
        count=count
    )


# The years


def _picture(page: StrategyPage) -> str:
    """The vision in one: the page has no room for lines that were left short, and says the year already."""
    return " ".join(page.text(VISION).split("\n")).removeprefix(f"{_year_said(page)}.").lstrip()


def _year_said(page: StrategyPage) -> str:
    return _("It is {year}").format(year=page.target_year)


def _year_columns(count: int, width: int) -> list[tuple[int, int]]:
    """Start and width of as many columns as years: those of the facts, or others that are as wide as each other."""
    if count == len(_COLUMNS):
        return _COLUMNS
    wide = (width - _WIDE_GAP * (count - 1)) // count
    return [(number * (wide + _WIDE_GAP), wide) for number in range(count)]


def _uneven_columns(canvas: Canvas, width: int) -> list[tuple[int, int]]:
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


def _across(canvas: Canvas, columns: list[tuple[int, int]], part: Callable[[Canvas, int, int], Block]) -> Block:
    """The same part of every year, side by side, so that what follows it stands on one line."""
    years = zip(canvas.page.years, columns, strict=True)
    return beside(*((start, part(canvas, year, wide)) for year, (start, wide) in years))


def _heading(canvas: Canvas, year: int, width: int) -> Block:
    today = canvas.page.today
    voice = "strong" if year == today.year else "muted"
    return [(Piece(0, str(year), voice),), _bar(year, today, 0, width)]


def _heading_in_one_line(canvas: Canvas, year: int, width: int) -> Block:
    name, _rule = _heading(canvas, year, width)
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


def _theme(canvas: Canvas, year: int, width: int) -> Block:
    page = canvas.page
    if page.is_empty:
        return []
    kind = theme(year)
    text = fitted(page.text(kind), width)
    voice = "strong" if year == page.today.year else "muted"
    return [(Piece(0, text, voice),) if text else NOTHING, *waiting_words(page, kind, width)]


def _quarters(canvas: Canvas, year: int, width: int) -> Block:
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
    elif slot.is_programme:
        word = _("programme")
    elif state in _BESIDE:
        word = _(_BESIDE[state])
    elif slot.others:
        word = f"+{slot.others}"
    return slot.campaign.name, _NAMED[state], word
