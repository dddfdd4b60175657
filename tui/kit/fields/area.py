"""A field of several lines in a dialog."""

from __future__ import annotations

from textual.widgets import TextArea

from tui.kit.drawing.sized import Sized
from tui.kit.fields.field import ManyLines


class Area(TextArea, Sized, ManyLines):
    """Enter begins a new line; Tab goes on; what doesn't fit scrolls."""

    def __init__(self, text: str, *, lines: int, example: str = "", id: str) -> None:  # noqa: A002 - Textual's name
        """So many lines are seen at a time."""
        super().__init__(
            text, compact=True, tab_behavior="focus", highlight_cursor_line=False, placeholder=example, id=id
        )
        self.styles.height = lines

    @property
    def value(self) -> str:
        return self.text

    def break_line(self) -> None:
        self.insert("\n")

    def move_line(self, step: int) -> None:
        if step < 0:
            self.action_cursor_up()
        else:
            self.action_cursor_down()
