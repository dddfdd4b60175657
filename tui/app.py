"""The dashboard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from textual.app import App

from lundi.errors import LundiError
from storage.store import Store
from tui.screens.main import MainScreen
from tui.themes import DEFAULTS, THEMES


class LundiApp(App[LundiError]):
    """Themes, styles, and the main screen; everything else is in the places. It returns what made it give up."""

    CSS_PATH = ["styles/lundi.tcss"]
    ENABLE_COMMAND_PALETTE = False
    TITLE = "lundi"

    def __init__(self, store: Store, clock: Callable[[], datetime], theme: str = "lundi-dark") -> None:
        super().__init__()
        self._store = store
        self._clock = clock
        for own in THEMES:
            self.register_theme(own)
        # The theme is there before the styles are read, which Textual would otherwise read a second time.
        self.set_reactive(LundiApp.theme, theme)
        self.stylesheet.set_variables(self.get_css_variables())
        self._styled_for = theme

    def refresh_css(self, animate: bool = True) -> None:
        """Work the styles out again, unless they are those of this theme already."""
        if self.theme != self._styled_for:
            self._styled_for = self.theme
            super().refresh_css(animate)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return DEFAULTS

    def get_default_screen(self) -> MainScreen:
        return MainScreen(self._store, self._clock)

    def action_help_quit(self) -> None:
        """Ctrl+C copies, and never quits; without a selection there is nothing to say."""
