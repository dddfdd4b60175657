"""Blocks of text that stand beside or under each other on a drawn page."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len

from lundi.record import record
from tui.kit.drawing.layout import is_list_only
from tui.kit.drawing.lines import ELLIPSIS, Line, Lines, fitted, wrapped


@record
class Piece:
    """A text at a column, in a voice of the design."""

    column: int
    text: str
    voice: str = "text"


Row = tuple[Piece, ...]
Block = list[Row]  # from top to bottom; a row without a piece is a blank line
Run = tuple[str, str]  # a text and its voice


class Blocks(Lines):
    """A widget that draws one block. It is laid out once for what it shows, a width and a size of the terminal."""

    def __init__(self) -> None:
        super().__init__()
        self._block: Block = []
        self._wanted: object = None  # what the block was laid out for

    @property
    def shows(self) -> object:
        """All that `lay_out` draws, but for the sizes: where it is another, the block is too. To be overridden."""
        raise NotImplementedError

    def lay_out(self, width: int) -> Block:
        """The block at a width; to be overridden."""
        raise NotImplementedError

    def by_size(self, roomy: int, narrow: int, list_only: int) -> int:
        """One of three widths: with room, without, and in the narrowest terminals."""
        return roomy if self.roomy else list_only if is_list_only(self.app.size) else narrow

    def line_count(self, width: int) -> int:
        return len(self._laid_out(width))

    def draw(self, y: int, line: Line) -> None:
        for piece in self._laid_out(line.width)[y]:
            line.put(piece.column, piece.text, self.voice(piece.voice))

    def _laid_out(self, width: int) -> Block:
        wanted = (self.shows, width, self.app.size)
        if self._wanted != wanted:
            self._wanted, self._block = wanted, self.lay_out(width)
        return self._block


def paragraph(text: str, width: int, voice: str = "text", most: int | None = None) -> Block:
    """A text in as many lines as it takes; where it takes more than so many, an ellipsis says so."""
    lines = wrapped(text, max(1, width))
    if most is not None and len(lines) > most:
        lines = [*lines[: most - 1], fitted(lines[most - 1], width - 1).removesuffix(ELLIPSIS) + ELLIPSIS]
    return [(Piece(0, line, voice),) for line in lines]


def flowing(items: Iterable[tuple[Run, ...]], width: int, gap: int) -> Block:
    """Items of a few texts each, as many beside each other as fit; no item is broken over two lines."""
    block: Block = []
    column = 0
    for item in items:
        length = sum(cell_len(text) for text, _voice in item)
        if not block or column + gap + length > width:
            block.append(())
            column = -gap
        column += gap
        pieces = list(block[-1])
        for text, voice in item:
            blank = len(text) - len(text.lstrip(" "))
            pieces.append(Piece(column + blank, text[blank:], voice))
            column += cell_len(text)
        block[-1] = tuple(pieces)
    return block


def placed(column: int, runs: Iterable[Run]) -> Row:
    """Texts one after another, from a column on."""
    pieces = []
    for text, voice in runs:
        if text:
            pieces.append(Piece(column, text, voice))
        column += cell_len(text)
    return tuple(pieces)


def ending(right: int, text: str, voice: str) -> Piece:
    """A piece that ends before a column."""
    return Piece(max(0, right - cell_len(text)), text, voice)


def moved(block: Block, columns: int) -> Block:
    """A block so many columns further right."""
    return [tuple(Piece(piece.column + columns, piece.text, piece.voice) for piece in row) for row in block]


def beside(*blocks: tuple[int, Block]) -> Block:
    """Blocks at their columns, from left to right, their first lines on one line."""
    height = max((len(block) for _column, block in blocks), default=0)
    shifted = [moved(block, column) for column, block in blocks]
    return [tuple(piece for block in shifted if y < len(block) for piece in block[y]) for y in range(height)]


def labelled(label: str, block: Block, start: int, voice: str = "faint") -> Block:
    """A block at a column with its label before it, cut where it is too long; nothing where there is nothing to say."""
    return beside((0, [(Piece(0, fitted(label, start - 1), voice),)]), (start, block)) if block else []


def keyed(sentence: str, voice: str) -> tuple[Run, ...]:
    """A sentence whose keys, between backticks, stand in the accent."""
    parts = enumerate(sentence.split("`"))
    return tuple((text, "accent-strong" if number % 2 else voice) for number, text in parts if text)
