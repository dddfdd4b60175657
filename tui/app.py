"""The dashboard."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from datetime import datetime
from functools import partial

from textual.app import App
from textual.reactive import Reactive
from textual.theme import Theme

from lundi.days import moment
from storage.pages import read_week
from storage.store import Store
from tui.screens.main import MainScreen
from tui.themes import DARK, DEFAULTS, THEMES

_ENDED_BY = 128  # plus the number of a signal, as shells have it


class LundiApp(App[None]):
    """Themes, styles, and the main screen; everything else is in the places."""

    CSS_PATH = ["styles/lundi.tcss"]
    ENABLE_COMMAND_PALETTE = False
    TITLE = "lundi"

    theme: Reactive[str] = Reactive(DARK.name)
    _styled_for = DARK.name

    def __init__(self, store: Store, clock: Callable[[], datetime], theme: str = DARK.name) -> None:
        """Unreadable when the present week can't be read: nothing is shown then."""
        super().__init__()
        self._store = store
        self._clock = clock
        now = moment(clock(), store.day_end)
        self._first_page = read_week(store, now.week, now.day)
        for own in THEMES.values():
            self.register_theme(own)
        self.theme = theme

    def on_mount(self) -> None:
        """A program that is told to end leaves the terminal as it found it."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            if number := getattr(signal, name, None):
                loop.add_signal_handler(number, partial(self.exit, return_code=_ENDED_BY + number))

    def get_theme(self, theme_name: str) -> Theme | None:
        """Ours are there from the first look on, so that the styles are worked out for them at once."""
        return THEMES.get(theme_name) or super().get_theme(theme_name)

    def refresh_css(self, animate: bool = True) -> None:
        """Work the styles out again, unless they are those of this theme already, as they are at the start."""
        if self.theme != self._styled_for:
            self._styled_for = self.theme
            super().refresh_css(animate)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return DEFAULTS

    def get_default_screen(self) -> MainScreen:
        return MainScreen(self._store, self._clock, self._first_page)

    def action_help_quit(self) -> None:
        """Ctrl+C copies, and never quits; without a selection there is nothing to say."""
