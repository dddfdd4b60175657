"""One of a few, on one line: ← and → step through them."""

from __future__ import annotations

from rich.text import Text
from textual.app import RenderResult
from textual.binding import Binding
from textual.message import Message
from textual.reactive import reactive

from tui.kit.drawing.sized import Sized


class Choice(Sized, can_focus=True):
    """Shows the words of what is chosen between two arrows."""

    BINDINGS = [  # before the keys that follow: those may come quicker than a key bubbles up
        Binding("left,h,backspace", "step(-1)", show=False, priority=True),
        Binding("right,l,space", "step(1)", show=False, priority=True),
    ]

    value: reactive[str] = reactive("", init=False)

    class Changed(Message):
        """Another one was chosen."""

    def __init__(self, choices: tuple[tuple[str, str], ...], value: str, *, id: str) -> None:  # noqa: A002 - Textual's name
        """Value and words of each, and the value to begin with."""
        super().__init__(id=id)
        self._choices = dict(choices)
        self.set_reactive(Choice.value, value if value in self._choices else choices[0][0])

    def render(self) -> RenderResult:
        return Text.assemble("‹ ", (self._choices[self.value], "bold"), " ›")

    def watch_value(self) -> None:
        self.post_message(self.Changed())

    def action_step(self, step: int) -> None:
        values = list(self._choices)
        self.value = values[(values.index(self.value) + step) % len(values)]

    def on_click(self) -> None:
        self.action_step(1)
