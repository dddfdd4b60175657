"""Pages to read over a place."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from lundi.words.language import gettext as _
from tui.kit.drawing.layout import SMALLEST, is_too_small
from tui.kit.screens.fitted import FittedModal


class PageScreen(FittedModal):
    """A text that Esc, Enter and q close."""

    BINDINGS = [Binding("escape,enter,q,question_mark", "close", show=False)]

    def __init__(self, lines: list[Content]) -> None:
        super().__init__()
        self._lines = lines

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="page"):
            yield Static(Content("\n").join(self._lines))

    def action_close(self) -> None:
        if self.is_active:
            self.dismiss()


class TooSmallScreen(FittedModal):
    """Over everything while the terminal is too small; the keys beneath it sleep."""

    BINDINGS = [Binding("ctrl+q,q", "app.quit", show=False)]

    def compose(self) -> ComposeResult:
        words = _("Make it a little larger: {columns} columns, {lines} lines.")
        yield Static(words.format(columns=SMALLEST.width, lines=SMALLEST.height), id="too-small", markup=False)

    def on_resize(self, _event: events.Resize) -> None:
        self._leave_with_room()

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """There may have been room again before it was there, or while something stood over it."""
        self._leave_with_room()

    def _leave_with_room(self) -> None:
        if not is_too_small(self.app.size):
            self.dismiss()
