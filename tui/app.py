"""The dashboard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from textual.app import App

from storage.store import Store
from tui.screens.main import MainScreen
from tui.themes import DEFAULTS, THEMES


class LundiApp(App[None]):
    """Themes, styles, and the main screen; everything else is in the places."""

    CSS_PATH = ["styles/lundi.tcss"]
    ENABLE_COMMAND_PALETTE = False
    TITLE = "lundi"

    def __init__(self, store: Store, clock: Callable[[], datetime], theme: str = "lundi-dark") -> None:
        super().__init__()
        self._store = store
        self._clock = clock
        for own in THEMES:
            self.register_theme(own)
        self.theme = theme

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return DEFAULTS

    def get_default_screen(self) -> MainScreen:
        return MainScreen(self._store, self._clock)

    async def action_help_quit(self) -> None:
        """Ctrl+C copies, and never quits; without a selection there is nothing to say."""
