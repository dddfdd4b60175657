"""The last lines: what the program has to say, and the keys that matter here."""

from __future__ import annotations

from textual.reactive import reactive

from lundi.language import gettext as _
from tui.commands import footer_of, key_name
from tui.widgets.lines import Line, Lines

_GAP = 2


class Notice(Lines):
    """One sentence: a refusal or an answer, until the next key."""

    sentence: reactive[str] = reactive("")
    refused: reactive[bool] = reactive(False)

    def line_count(self, width: int) -> int:
        return 1

    def draw(self, y: int, line: Line) -> None:
        line.put(2, self.sentence, self.voice("warm" if self.refused else "muted"))

    def say(self, sentence: str, *, refused: bool = False) -> None:
        self.refused = refused
        self.sentence = sentence


class Footer(Lines):
    """The keys of the place, the important ones first; dropped from the end where they don't fit, keeping the last."""

    scope: reactive[str] = reactive("week")
    empty: reactive[bool] = reactive(False)

    def __init__(self, *, empty: bool) -> None:
        """Whether there is no habit yet."""
        super().__init__()
        self.set_reactive(Footer.empty, empty)

    def line_count(self, width: int) -> int:
        return 1

    def draw(self, y: int, line: Line) -> None:
        entries = [(key_name(command), _(command.word)) for command in footer_of(self.scope, empty=self.empty)]
        while len(entries) > 1 and _width(entries) > line.width:
            del entries[-2]
        for key, word in entries:
            line.put(line.end + (_GAP if line.end else 0), key, self.voice("strong"))
            line.put(line.end + 1, word, self.voice("faint"))


def _width(entries: list[tuple[str, str]]) -> int:
    return sum(len(key) + 1 + len(word) for key, word in entries) + _GAP * (len(entries) - 1)
