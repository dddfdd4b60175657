"""What the years of a strategy stand on: for whom, what is said, line and channel, and what is left for later."""

from __future__ import annotations

from collections.abc import Callable

from rich.cells import cell_len

from lundi.strategy.page import (
    AUDIENCE,
    CHANNEL,
    LINE,
    NOT_DOING,
    THEY_SAY,
    WE_SAY,
    WHY_US,
    Choice,
    StrategyPage,
    label,
)
from lundi.time.formats import day_from, month_from
from lundi.words.language import gettext as _
from tui.kit.drawing.blocks import Block, Piece, Run, beside, ending, flowing, paragraph
from tui.kit.drawing.lines import fitted

_LABELS = 16  # columns of the labels, where they stand beside what they name
_SHELF_AT_MOST, _SHELF_LINES = 5, 2  # of 'not now': the whole shelf is a key away
_BETWEEN = 3  # columns between two things on one line
_QUOTED_ALREADY = ("«", '"', "“", "'", "‘", "’")

NOTHING = (Piece(0, "·", "dot"),)


def facts_in_columns(page: StrategyPage, columns: list[tuple[int, int]]) -> Block:
    """Three columns, at their starts and with their widths."""
    stacks: tuple[tuple[Callable[[StrategyPage, int], Block], ...], ...] = (
        (_audience, _line_and_channel, _figures),
        (_they_say, _shelf),
        (_we_say, _not_doing, _why_us),
    )
    blocks = []
    for (start, width), parts in zip(columns, stacks, strict=True):
        stack: Block = []
        for block in filter(None, (part(page, width) for part in parts)):
            stack += [(), *block] if stack else block
        blocks.append((start, stack))
    return beside(*blocks)


def facts_as_rows(page: StrategyPage, width: int, *, brief: bool = False) -> Block:
    """One under the other, each beside its label; where that leaves too little room, under it. Brief: on one line each,
    cut where there is more to read (`e` shows it)."""
    start = _LABELS if width >= 3 * _LABELS else 2
    block: Block = []
    for name, value in (
        (_named(AUDIENCE), _said(page, AUDIENCE, width - start, brief=brief)),
        (_named(THEY_SAY), _said(page, THEY_SAY, width - start, quoted=True, brief=brief)),
        (_named(WE_SAY), _said(page, WE_SAY, width - start, quoted=True, brief=brief)),
        (_("Line, channel"), _line_and_channel_in_a_row(page, width - start)),
        (_("Not now"), _shelf_in_a_row(page, width - start, 1 if brief else _SHELF_LINES)),
        (_("We do not do"), _said(page, NOT_DOING, width - start, brief=brief)),
        (_named(WHY_US), _said(page, WHY_US, width - start, brief=brief)),
    ):
        heading: Block = [(Piece(0, name, "faint"),)]
        block += beside((0, heading), (start, value)) if start == _LABELS else [*heading, *beside((start, value))]
    return block


def waiting_words(page: StrategyPage, kind: str, width: int) -> Block:
    """What is to be confirmed for a kind, and from which Monday it holds; nothing where nothing waits."""
    entry = page.waiting.get(kind)
    if entry is None:
        return []
    text = " ".join(page.shown(kind, entry.text).split("\n")) or _("nothing any more")
    sentence = _("to be confirmed, from {day} on: {text}").format(day=day_from(entry.from_day, page.today), text=text)
    return paragraph(sentence, width, "accent")


def quality_counted(page: StrategyPage) -> str:
    """'3 of 5', '' without a quality list."""
    right = sum(item.is_right for item in page.quality)
    return _("{count} of {all}").format(count=right, all=len(page.quality)) if page.quality else ""


def _named(kind: str) -> str:
    """What a line of the page is called, at its head."""
    name = label(kind)
    return name[:1].upper() + name[1:]


def _headed(name: str, block: Block) -> Block:
    return [(Piece(0, name, "faint"),), *block]


def _said(page: StrategyPage, kind: str, width: int, *, quoted: bool = False, brief: bool = False) -> Block:
    text = page.text(kind)
    if quoted and text and not text.startswith(_QUOTED_ALREADY):
        text = _("'{text}'").format(text=text)
    lines = paragraph(fitted(text, width) if brief else text, width)
    return [*(lines or [NOTHING]), *waiting_words(page, kind, width)]


def _audience(page: StrategyPage, width: int) -> Block:
    return _headed(_named(AUDIENCE), _said(page, AUDIENCE, width))


def _they_say(page: StrategyPage, width: int) -> Block:
    return _headed(_named(THEY_SAY), _said(page, THEY_SAY, width, quoted=True))


def _we_say(page: StrategyPage, width: int) -> Block:
    return _headed(_named(WE_SAY), _said(page, WE_SAY, width, quoted=True))


def _not_doing(page: StrategyPage, width: int) -> Block:
    return _headed(_("We do not do"), _said(page, NOT_DOING, width))


def _why_us(page: StrategyPage, width: int) -> Block:
    return _headed(_named(WHY_US), _said(page, WHY_US, width))


def _line_and_channel(page: StrategyPage, width: int) -> Block:
    block: Block = []
    for kind in (LINE, CHANNEL):
        if choice := page.chosen(kind):
            since = _since(page, kind)
            if cell_len(choice.name) + 1 + cell_len(since) <= width:
                block.append(_with_word(choice.name, since, width))
            else:
                block += paragraph(choice.name, width)
        block += waiting_words(page, kind, width)
    return _headed(_("One line, one channel"), block or [NOTHING])


def _shelf(page: StrategyPage, width: int) -> Block:
    shelf = page.shelf if len(page.shelf) <= _SHELF_AT_MOST else page.shelf[: _SHELF_AT_MOST - 1]
    block = [_with_word(choice.name, _look_again(page, choice), width) for choice in shelf]
    if more := len(page.shelf) - len(shelf):
        block.append((Piece(0, f"+{more}", "faint"),))
    return _headed(_("Not now"), block or [NOTHING])


def _figures(page: StrategyPage, width: int) -> Block:
    """The quality list, and changes of course this year."""
    figures = [(_("Quality list"), quality_counted(page))] if page.quality else []
    figures.append((_("Changes of course this year"), str(page.changes_in(page.today.year))))
    return [(Piece(0, name, "faint"), ending(width, figure, "text")) for name, figure in figures]


def _with_word(name: str, word: str, width: int) -> tuple[Piece, ...]:
    """A name, and a word at the right edge."""
    if not word:
        return (Piece(0, fitted(name, width)),)
    return Piece(0, fitted(name, width - cell_len(word) - 1)), ending(width, word, "faint")


def _since(page: StrategyPage, kind: str) -> str:
    return _("since {month}").format(month=month_from(page.entries[kind].from_day, page.today))


def _look_again(page: StrategyPage, choice: Choice) -> str:
    return month_from(choice.look_again_on, page.today) if choice.look_again_on else ""


def _line_and_channel_in_a_row(page: StrategyPage, width: int) -> Block:
    """On one line where that is wide enough; since when only where it still is."""
    kinds = [kind for kind in (LINE, CHANNEL) if page.chosen(kind)]
    names: list[tuple[Run, ...]] = [((page.text(kind), "text"),) for kind in kinds]
    counted = quality_counted(page)
    last: list[tuple[Run, ...]] = [((_("quality {count}").format(count=counted), "muted"),)] if counted else []
    dated = [(*name, (f" {_since(page, kind)}", "faint")) for name, kind in zip(names, kinds, strict=True)]
    block = flowing([*dated, *last], width, _BETWEEN)
    if len(block) > 1:
        block = flowing([*names, *last], width, _BETWEEN)
    waiting = [row for kind in (LINE, CHANNEL) for row in waiting_words(page, kind, width)]
    return [*block, *waiting] or [NOTHING]


def _shelf_in_a_row(page: StrategyPage, width: int, lines: int) -> Block:
    """On so many lines at most; how many there are more."""
    items: list[tuple[Run, ...]] = []
    for choice in page.shelf:
        month = _look_again(page, choice)
        items.append(((choice.name, "text"), *([(f" ({month})", "faint")] if month else [])))
    shown = len(items)
    block = flowing(items, width, _BETWEEN)
    while len(block) > lines and shown > 1:
        shown -= 1
        block = flowing([*items[:shown], ((f"+{len(items) - shown}", "faint"),)], width, _BETWEEN)
    return block or [NOTHING]
