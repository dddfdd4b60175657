"""The page of keys, from the table of commands."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size

from lundi.words.language import gettext as _
from tui.commands import commands_of
from tui.kit.commands import EVERYWHERE, Command, key_name
from tui.kit.drawing.layout import is_roomy

_KEY_WIDTH = 11
_MARGIN = 4
_WIDEST = 120  # columns of the page
_AROUND = 6  # lines of a page of keys that hold none


def keys_page(scope: str, size: Size) -> list[Content]:
    """Every key of a place on one page, from the table of commands: what each does, or with less room its word only,
    in as many columns as fit; those of the place first."""
    commands = [command for command in commands_of(scope) if command.tooltip]
    own = [command for command in commands if command.scope != EVERYWHERE]
    common = [command for command in commands if command.scope == EVERYWHERE]
    if not is_roomy(size):
        lines = _in_columns(own + common, size.width)
    elif len(commands) <= size.height - _AROUND:
        lines = _told(own + common)
    else:
        lines = [*_told(own), Content(""), *_in_columns(common, min(size.width, _WIDEST))]
    title, closing = Content.styled(_("Keys"), "bold"), Content.styled(_("esc closes"), "$lundi-faint")
    return [title, Content(""), *lines, Content(""), closing]


def _told(commands: Sequence[Command]) -> list[Content]:
    """A line for each key, with what it does."""
    return [_key(command) + Content(_(command.tooltip)) for command in commands]


def _in_columns(commands: Sequence[Command], screen_width: int) -> list[Content]:
    """The keys with their words, downwards in as many columns as fit."""
    width = _KEY_WIDTH + 2 + max(cell_len(_(command.word)) for command in commands)
    columns = max(1, (screen_width - 2 * _MARGIN) // width)
    height = -(-len(commands) // columns)
    return [
        Content("").join(
            _key(command) + Content(_(command.word).ljust(width - _KEY_WIDTH)) for command in commands[line::height]
        )
        for line in range(height)
    ]


def _key(command: Command) -> Content:
    return Content.styled(f"{key_name(command):<{_KEY_WIDTH}}", "bold $accent")
