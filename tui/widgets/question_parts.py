"""What a question on a page of its own is drawn with."""

from __future__ import annotations

from rich.cells import cell_len
from textual.reactive import reactive

from tui.widgets.lines import Line, Lines
from tui.widgets.prose import Prose


class Title(Prose):
    """The question."""

    VOICE = "strong"

    def __init__(self, sentence: str, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.say(sentence)


class Example(Prose):
    """A sentence beside what is asked; it takes no line while it has nothing to say."""

    VOICE = "faint"

    def __init__(self, sentence: str, *, id: str | None = None, classes: str = "") -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.say(sentence)

    def watch_sentence(self) -> None:
        self.display = bool(self.sentence)

    def on_mount(self) -> None:
        self.display = bool(self.sentence)


class Said(Prose):
    """A refusal or an answer, over the keys."""

    AT_LEAST, AT_MOST = 1, 4


class KeyLine(Lines):
    """The keys of a question; dropped from the end where they don't fit."""

    keys: reactive[tuple[tuple[str, str], ...]] = reactive(())

    def line_count(self, width: int) -> int:
        return 1

    def draw(self, y: int, line: Line) -> None:
        for key, word in self.keys:
            column = line.end + (2 if line.end else 0)
            if column + cell_len(f"{key} {word}") > line.width:
                break
            line.put(column, key, self.voice("strong")).put(0, " ", self.voice("faint"))
            line.put(0, word, self.voice("faint"))
