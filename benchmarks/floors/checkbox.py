"""The floor of a key: a Textual app with one checkbox, which has the focus."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Checkbox


class OneCheckbox(App[None]):
    def compose(self) -> ComposeResult:
        yield Checkbox("READY")


OneCheckbox().run()
