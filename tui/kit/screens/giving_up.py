"""Asked before something is given up, with the mission above it; without a mission nothing is asked (D06)."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Static

from tui.kit.drawing.mission import Mission
from tui.kit.screens.dialog import Foot
from tui.kit.screens.fitted import FittedModal


class GivingUp(FittedModal):
    """Enter gives it up all the same, Esc keeps it."""

    BINDINGS = [
        # Before the letters that follow them are given to somebody else: keys may come quicker than they bubble up.
        Binding("enter", "give_up", show=False, priority=True),
        Binding("escape,q", "keep", show=False, priority=True),
    ]

    def __init__(self, title: str, mission: str, keys: str, give_up: Callable[[], None]) -> None:
        """The keys are the line that says what Enter and Esc do."""
        super().__init__()
        self._title, self._mission, self._keys, self._give_up = title, mission, keys, give_up

    def compose(self) -> ComposeResult:
        with Foot(classes="dialog"):
            yield Static(self._title, classes="title", markup=False)
            yield Mission(self._mission)
            yield Static(self._keys, classes="keys", markup=False)

    def action_give_up(self) -> None:
        if self.is_active:  # a second Enter, quicker than the first one's closing
            self.dismiss()
            self._give_up()

    def action_keep(self) -> None:
        if self.is_active:
            self.dismiss()
