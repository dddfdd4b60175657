"""The last lines: what the program has to say, and the keys that matter here."""

from __future__ import annotations

from textwrap import wrap

from textual.reactive import reactive

from lundi.language import gettext as _
from tui.commands import footer_of, key_name
from tui.widgets.lines import Line, Lines

_GAP = 2
_MOST_LINES = 4


class Notice(Lines):
    """One sentence: a refusal or an answer, until the next key. A long one takes the lines that it needs."""

    sentence: reactive[str] = reactive("", layout=True)
    refused: reactive[bool] = reactive(False)

    def line_count(self, width: int) -> int:
        return max(1, len(self._lines(width)))

    def draw(self, y: int, line: Line) -> None:
        lines = self._lines(line.width)
        if y < len(lines):
            line.put(_GAP, lines[y], self.voice("warm" if self.refused else "muted"))

    def say(self, sentence: str, *, refused: bool = False) -> None:
        """Show a sentence, or nothing with ''; the backticks around keys are for the shell."""
        self.refused = refused
        self.sentence = sentence.replace("`", "")

    def _lines(self, width: int) -> list[str]:
        return wrap(self.sentence, max(20, width - 2 * _GAP), max_lines=_MOST_LINES, placeholder="…")


class Footer(Lines):
    """The keys of the place, the important ones first; dropped from the end where they don't fit, keeping the last."""

    scope: reactive[str] = reactive("week")
    conditions: reactive[frozenset[str]] = reactive(frozenset())

    def __init__(self, conditions: frozenset[str]) -> None:
        """The conditions of the table of commands that hold."""
        super().__init__()
        self.set_reactive(Footer.conditions, conditions)

    def line_count(self, width: int) -> int:
        return 1

    def draw(self, y: int, line: Line) -> None:
        entries = [(key_name(command), _(command.word)) for command in footer_of(self.scope, self.conditions)]
        while len(entries) > 1 and _width(entries) > line.width:
            del entries[-2]
        for key, word in entries:
            line.put(line.end + (_GAP if line.end else 0), key, self.voice("strong"))
            line.put(line.end + 1, word, self.voice("faint"))


def _width(entries: list[tuple[str, str]]) -> int:
    return sum(len(key) + 1 + len(word) for key, word in entries) + _GAP * (len(entries) - 1)
