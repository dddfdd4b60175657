"""The last lines: what the program has to say, and the keys that matter here."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.reactive import reactive

from lundi.words.language import gettext as _
from tui.commands import footer_of
from tui.kit.commands import Command, key_name
from tui.kit.drawing.lines import Line, Lines
from tui.kit.drawing.prose import Prose
from tui.places import APART

_GAP = 2


class Notice(Prose):
    """One sentence: a refusal or an answer, until the next key. A long one takes the lines that it needs."""

    MARGIN, AT_LEAST, AT_MOST = _GAP, 1, 4


class Footer(Lines):
    """The keys of the place, the important ones first; dropped from the end where they don't fit, keeping the last.
    With room, the places that the header hasn't got stand at the right."""

    scope: reactive[str] = reactive("week")
    conditions: reactive[frozenset[str]] = reactive(frozenset())
    unsaved: reactive[int] = reactive(0)  # changes that the file couldn't take yet

    def __init__(self, conditions: frozenset[str]) -> None:
        """The conditions of the table of commands that hold."""
        super().__init__()
        self.set_reactive(Footer.conditions, conditions)

    def line_count(self, width: int) -> int:
        return 1

    def draw(self, y: int, line: Line) -> None:
        for column, command in self._placed(line.width):
            line.put(column, key_name(command), self.voice("strong"))
            line.put(line.end + 1, _(command.word), self.voice("faint"))
        line.put_right(line.width - self._apart_width, self._waiting, self.voice("warning"))
        for column, place, key, word in self._apart(line.width):
            active = place == self.scope
            line.put(column, key, self.voice("accent-strong" if active else "muted"))
            line.put(line.end + 1, word, self.voice("strong" if active else "faint"))

    class CommandClicked(Message):
        """A click fell on a command."""

        def __init__(self, command: Command) -> None:
            super().__init__()
            self.command = command

    async def on_click(self, event: events.Click) -> None:
        for column, command in self._placed(self.size.width):
            if column <= event.x < column + _width(command):
                self.post_message(self.CommandClicked(command))
        for column, place, key, word in self._apart(self.size.width):
            if column <= event.x < column + len(key) + 1 + len(word):
                await self.run_action(f"screen.show_place({place!r})")

    def _apart(self, width: int) -> list[tuple[int, str, str, str]]:
        """Column, place, key and word of the places at the right."""
        placed, column = [], width - self._apart_width
        for place in APART if self.roomy else ():
            column += _GAP
            placed.append((column, place.name, place.key, _(place.word)))
            column += len(place.key) + 1 + len(_(place.word))
        return placed

    @property
    def _apart_width(self) -> int:
        """How many columns they take, a gap before each."""
        return sum(_GAP + len(place.key) + 1 + len(_(place.word)) for place in APART) if self.roomy else 0

    @property
    def _waiting(self) -> str:
        return _("not saved: {count}").format(count=self.unsaved) if self.unsaved else ""

    def _placed(self, width: int) -> list[tuple[int, Command]]:
        """The commands that fit, each with its column."""
        commands = footer_of(self.scope, self.conditions)
        room = width - self._apart_width - (len(self._waiting) + _GAP if self.unsaved else 0)
        while len(commands) > 1 and sum(map(_width, commands)) + _GAP * (len(commands) - 1) > room:
            del commands[-2]
        placed, column = [], 0
        for command in commands:
            placed.append((column, command))
            column += _width(command) + _GAP
        return placed


def _width(command: Command) -> int:
    """How many columns a command takes: its key, a space and its word."""
    return len(key_name(command)) + 1 + len(_(command.word))
