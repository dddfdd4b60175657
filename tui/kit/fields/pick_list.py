"""A few lines to choose one or some of, all in sight."""

from __future__ import annotations

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.reactive import reactive

from lundi.record import record
from lundi.words.marks import DONE, PLANNED
from tui.kit.drawing.lines import Line, Lines
from tui.kit.fields.ahead import Ahead

_GUTTER = 2


@record
class Row:
    """One line of a list."""

    id: str
    text: str
    beside: str = ""  # said faintly at the right


class PickList(Lines, can_focus=True):
    """What moving the cursor and the space bar choose, the kinds of list say; ↑ and ↓ are the screen's."""

    BINDINGS = [  # before the keys that follow them: those may come quicker than a key bubbles up
        Binding("k", "letter('k', -1)", show=False, priority=True),
        Binding("j", "letter('j', 1)", show=False, priority=True),
        Binding("space", "pick", show=False, priority=True),
    ]
    FIRST = 0  # where the cursor may stand

    row: reactive[int] = reactive(0)
    chosen: reactive[tuple[str, ...]] = reactive(())  # ids

    class Changed(Message):
        """Something else is chosen, or under the cursor."""

    class Other(Message):
        """Something was typed that no line begins with."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, rows: list[Row], chosen: tuple[str, ...], *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.rows = rows
        self._ahead = Ahead()
        ids = [row.id for row in rows]
        kept = tuple(one for one in chosen if one in ids)
        self.set_reactive(PickList.chosen, kept)
        self.set_reactive(PickList.row, ids.index(kept[0]) if kept else self.FIRST)

    @property
    def value(self) -> str:
        """What is chosen, as a text that is kept; to be overridden."""
        raise NotImplementedError

    def line_count(self, width: int) -> int:
        return len(self.rows)

    def draw(self, y: int, line: Line) -> None:
        row, at_cursor = self.rows[y], y == self.row
        if at_cursor:
            line.put(0, "›", self.voice("accent-strong"))
        column = self.draw_sign(row, line)
        right = f"  {row.beside}" if row.beside else ""
        line.put(column, row.text, self.voice("strong" if at_cursor else "text"))
        if line.end + cell_len(right) <= line.width:
            line.put_right(line.width, right, self.voice("faint"))

    def draw_sign(self, row: Row, line: Line) -> int:
        """Draw what stands before a text, and return the column after it."""
        return _GUTTER

    def watch_row(self) -> None:
        self._changed()
        self.keep_in_sight(max(0, self.row))

    def watch_chosen(self) -> None:
        self._changed()

    def _changed(self) -> None:
        if self.is_mounted:
            self.post_message(self.Changed())

    def move(self, step: int) -> bool:
        """A row up or down; past the first and the last there is none, and the cursor stays."""
        self.row = max(self.FIRST, min(len(self.rows) - 1, self.row + step))
        return True

    def action_letter(self, letter: str, step: int) -> None:
        """A key that moves, unless a word is being typed of which it is a letter."""
        if self._ahead.is_going_on:
            self.type(letter)
        else:
            self.move(step)

    def on_key(self, event: events.Key) -> None:
        """Letters lead to the first line that begins so."""
        if event.is_printable and event.character is not None and event.character != " ":
            event.stop()
            self.type(event.character)

    def type(self, letter: str) -> None:
        """Go to the first line that begins with what is typed, or say that none does."""
        place = self._ahead.first([row.text for row in self.rows], letter)
        if place is not None:
            self.row = place
        else:
            self.post_message(self.Other(self._ahead.typed))

    def action_pick(self) -> None:
        """Choose what is under the cursor, or not; to be overridden."""
        raise NotImplementedError

    def on_click(self, event: events.Click) -> None:
        if event.y < len(self.rows):
            self.row = event.y
            self.action_pick()


class OneOf(PickList):
    """The cursor chooses; above the first line nothing is."""

    FIRST = -1

    @property
    def value(self) -> str:
        return self.chosen[0] if self.chosen else ""

    def watch_row(self) -> None:
        self.chosen = (self.rows[self.row].id,) if self.row >= 0 else ()
        super().watch_row()

    def action_pick(self) -> None:
        """There is nothing left to choose where the cursor stands; in a word it is a blank."""
        if self._ahead.is_going_on:
            self.type(" ")
        else:
            self.row = max(0, self.row)


class SomeOf(PickList):
    """The space bar chooses, so many at most."""

    class Full(Message):
        """One more was wanted than there may be."""

    def __init__(self, rows: list[Row], chosen: tuple[str, ...], at_most: int, *, id: str) -> None:  # noqa: A002
        super().__init__(rows, chosen, id=id)
        self._at_most = at_most

    @property
    def value(self) -> str:
        return " ".join(self.chosen)

    def draw_sign(self, row: Row, line: Line) -> int:
        is_chosen = row.id in self.chosen
        line.put(_GUTTER, DONE if is_chosen else PLANNED, self.voice("accent" if is_chosen else "muted"))
        return _GUTTER + 2

    def action_pick(self) -> None:
        one = self.rows[self.row].id
        if one in self.chosen:
            self.chosen = tuple(other for other in self.chosen if other != one)
        elif len(self.chosen) < self._at_most:
            self.chosen = (*self.chosen, one)
        else:
            self.post_message(self.Full())
