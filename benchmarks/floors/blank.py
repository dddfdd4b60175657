"""The floor of first paint and memory: a Textual app with one word."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static


class Blank(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("READY")


Blank().run()
