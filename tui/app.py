"""The dashboard."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable, Mapping
from datetime import datetime

from textual import events
from textual.actions import ActionParseResult
from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.errors import NoWidget
from textual.reactive import Reactive
from textual.theme import Theme

from lundi.settings import DARK, LANGUAGE, THEME
from lundi.words import language
from storage.store import Store
from tui.footer import Notice
from tui.kit.drawing import themes
from tui.kit.drawing.layout import is_too_small
from tui.kit.intents import Typing
from tui.kit.screens.fitted import settled
from tui.kit.screens.pages import TooSmallScreen
from tui.main import MainScreen

_A_MOMENT = 0.005  # seconds
_ENDED_BY = 128  # plus the number of a signal, as shells have it


class LundiApp(App[None]):
    """Themes, styles, and the main screen; everything else is in the places."""

    CSS_PATH = ["styles/lundi.tcss"]
    BINDINGS = [Binding("ctrl+z", "suspend_process", show=False)]
    ENABLE_COMMAND_PALETTE = False  # ours is opened by the main screen, with the commands of its place
    TITLE = "lundi"

    theme: Reactive[str] = Reactive(themes.DARK.name)
    _styled_for = themes.DARK.name

    def __init__(self, store: Store, clock: Callable[[], datetime], theme: str | None = None) -> None:
        """The theme is the one that is set, unless a name is given. Unreadable when the present week can't be read:
        nothing is shown then."""
        super().__init__()
        self.main = MainScreen(store, clock)
        for own in themes.THEMES.values():
            self.register_theme(own)
        self.theme = theme or themes.by_setting(store.setting(THEME, DARK)).name

    def on_mount(self) -> None:
        """A program that is told to end leaves the terminal as it found it, and what waits in the file."""
        self.app_resume_signal.subscribe(self, lambda _app: self.refresh(layout=True))  # after Ctrl+Z and `fg`
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP", "SIGBREAK"):  # the last is Windows' own: the window is closed
            if (number := getattr(signal, name, None)) is None:
                continue
            try:
                loop.add_signal_handler(number, self._told_to_end, number)
            except NotImplementedError:  # a loop of Windows hears of no signal; Python does
                signal.signal(number, lambda told, _frame: loop.call_soon_threadsafe(self._told_to_end, told))

    def _told_to_end(self, number: int) -> None:
        self._take_texts()
        self.main.write_before_the_end()
        self.exit(return_code=_ENDED_BY + number)

    def on_resize(self, event: events.Resize) -> None:
        """Below the smallest size one line says so, and everything is as it was when there is room again."""
        if is_too_small(event.size) and not isinstance(self.screen, TooSmallScreen):
            self.push_screen(TooSmallScreen())

    async def on_file_screen_settings_changed(self, message: MainScreen.SettingsChanged) -> None:
        """Speak and look as the settings say now."""
        before, settings = message.before, message.settings
        if settings[THEME] != before[THEME]:
            self.theme = themes.by_setting(settings[THEME]).name
        if settings[LANGUAGE] != before[LANGUAGE] and not language.given_by():
            language.use(language.wanted(settings[LANGUAGE], os.environ))
            await self.main.speak_anew()

    def get_theme(self, theme_name: str) -> Theme | None:
        """Ours are there from the first look on, so that the styles are worked out for them at once."""
        return themes.THEMES.get(theme_name) or super().get_theme(theme_name)

    def refresh_css(self, animate: bool = True) -> None:
        """Work the styles out again, unless they are those of this theme already, as they are at the start."""
        if self.theme != self._styled_for:
            self._styled_for = self.theme
            super().refresh_css(animate)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return themes.DEFAULTS

    def get_default_screen(self) -> MainScreen:
        return self.main

    async def on_event(self, event: events.Event) -> None:
        """What was said stays until the next key, whoever it is for. The mouse over something that is going, or isn't
        there yet, is over nothing."""
        if isinstance(event, events.MouseEvent) and not self._is_whole_at(event.screen_x, event.screen_y):
            return
        if isinstance(event, events.Key) and self.screen is self.main:
            for notice in self.main.query(Notice):  # none where it is being taken away
                notice.say("")
        await super().on_event(event)

    def _is_whole_at(self, x: int, y: int) -> bool:
        """Whether what is drawn in a cell can answer the mouse."""
        try:
            widget, _region = self.screen.get_widget_at(x, y)
        except NoWidget:
            return True
        return widget.is_mounted and widget.is_attached

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """A key that comes before its screen is there waits for it. Once the end was asked for, keys of the same breath
        do nothing: a screen opened now would be half made."""
        while not (self._exit or self.screen.is_mounted):
            await asyncio.sleep(_A_MOMENT)
        return self._exit or await super().run_action(action, default_namespace, namespaces)

    def _handle_exception(self, error: Exception) -> None:
        """Once the end was asked for, what a screen stumbles on that will never be whole is nothing to tell."""
        if not self._exit:
            super()._handle_exception(error)

    async def action_quit(self) -> None:
        await settled(self.focused)
        self._take_texts()
        self.main.action_quit()

    def _take_texts(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, Typing):
                screen.take_texts()

    def action_help_quit(self) -> None:
        """Ctrl+C copies, and never quits; without a selection there is nothing to say."""
