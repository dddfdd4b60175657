"""The strategy on one page: its words above, a column a year, and what the years stand on."""

from __future__ import annotations

from rich.cells import cell_len
from textual.reactive import reactive

from lundi.strategy.canvas import Canvas
from lundi.strategy.page import MISSION, VISION, StrategyPage
from lundi.words.language import gettext as _
from lundi.words.language import ngettext
from tui.kit.drawing.blocks import Block, Blocks, Piece, beside, ending, flowing, keyed, moved, paragraph
from tui.kit.drawing.layout import is_list_only, is_roomy
from tui.kit.drawing.lines import fitted, wrapped
from tui.strategy.facts import NOTHING, facts_as_rows, facts_in_columns, waiting_words
from tui.strategy.years import (
    COLUMNS,
    across,
    even_columns,
    heading,
    heading_in_one_line,
    quarters,
    theme_said,
    uneven_columns,
)

_MARGIN = 2  # columns, with room
_PROSE = 74  # columns
_NARROWEST_NAME = 10
_AROUND = 7  # lines of the header, what is said, the footer and their margins, with room
_AROUND_COMPACT = 5  # the same without
_TALL = 30  # lines from which a vision has more than two


class StrategyCanvas(Blocks):
    """The whole page; with room in three columns, else in rows, and under sixty columns as a list."""

    canvas: reactive[Canvas | None] = reactive(None, layout=True)

    @property
    def shows(self) -> object:
        return self.canvas

    def lay_out(self, width: int) -> Block:
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
    second = COLUMNS[1][0]
    title: Block = [(Piece(0, _title(page), "strong"),)]
    if page.is_empty:
        words: Block = [*title, (), *_question(page, room)]
    else:
        mission = paragraph(page.text(MISSION), room - second, "strong")
        label: Block = [(Piece(0, page.year_said, "faint"),)]
        vision = paragraph(page.picture, min(_PROSE, room - second), "muted") or [NOTHING]
        vision += waiting_words(page, VISION, room - second)
        words = [*beside((0, title), (second, mission)), (), *beside((0, label), (second, vision))]
    columns = even_columns(len(page.years), room)
    years = [
        *across(canvas, columns, heading),
        *([()] if airy else []),
        *across(canvas, columns, theme_said),
        (),
        *across(canvas, columns, quarters),
    ]
    facts = [] if page.is_empty else [*[()] * blank, *facts_in_columns(page, COLUMNS)]
    return moved([*_asks(page, room), *words, *[()] * blank, *years, *facts], _MARGIN)


def _compact(canvas: Canvas, width: int, vision_lines: int, *, brief: bool) -> Block:
    """Rows; brief with one line each, where all of them would have to be scrolled through."""
    page = canvas.page
    title: Block = [(Piece(0, _title(page), "strong"),)]
    columns = uneven_columns(canvas, width)
    parts = (heading_in_one_line, theme_said, quarters)
    years = [row for part in parts for row in across(canvas, columns, part)]
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
        block += [(), *heading_in_one_line(canvas, year, width), *theme_said(canvas, year, width)]
        block += quarters(canvas, year, width)
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
    vision = wrapped(page.picture, width)
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
    """How often the course changed this year; '' where it didn't."""
    if not (count := page.changes_in(page.today.year)):
        return ""
    return ngettext("{count} change of course this year", "{count} changes of course this year", count).format(
        count=count
    )
