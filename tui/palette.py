"""The command palette: Textual's own, with our commands and in the language in use."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import suppress

from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Provider
from textual.widgets import Button, Input
from textual.widgets.option_list import Option

from lundi.words.language import gettext as _
from tui.commands import commands_of
from tui.kit.commands import Command, key_name
from tui.kit.screens.fitted import Leaving


def palette(scope: str, run: Callable[[Command], object]) -> CommandPalette:
    """The palette of a place; what is chosen there is run."""

    class Commands(Provider):
        """The table of commands, as far as it works in that place."""

        async def discover(self) -> AsyncIterator[DiscoveryHit]:
            for command in _named(scope):
                yield DiscoveryHit(_(command.tooltip), lambda command=command: run(command), help=key_name(command))

        async def search(self, query: str) -> AsyncIterator[Hit]:
            matcher = self.matcher(query)
            for command in _named(scope):
                words = _(command.tooltip)
                if (score := matcher.match(words)) > 0:
                    yield Hit(
                        score, matcher.highlight(words), lambda command=command: run(command), words, key_name(command)
                    )

    return _Palette([Commands], placeholder=_("Search for a command…"))


class _Palette(CommandPalette, Leaving):
    """Textual's, whose sentence for no match is in English only, and which a key too many makes stumble."""

    def _select_or_command(self, event: Input.Submitted | Button.Pressed | None = None) -> None:
        """Run what was chosen, once: a second Enter may come before the palette has gone."""
        if self.is_active:
            super()._select_or_command(event)
        self._selected_command = None

    def _action_command_list(self, action: str) -> None:
        with suppress(KeyError):  # a page is turned in a list that is not laid out yet
            super()._action_command_list(action)

    def _start_no_matches_countdown(self, search_value: str) -> None:
        self._stop_no_matches_countdown()

        def show() -> None:
            if search_value:
                words = _("Nothing for '{text}'.").format(text=search_value)
                self.query_one(CommandList).add_option(Option(words, disabled=True, id=self._NO_MATCHES))
            self._list_visible = bool(search_value)

        self._no_matches_timer = self.set_timer(self._NO_MATCHES_COUNTDOWN, show)


def _named(scope: str) -> list[Command]:
    return [command for command in commands_of(scope) if command.tooltip and command.action != "palette"]
