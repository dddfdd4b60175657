"""What a question on a page of its own is drawn with."""

from __future__ import annotations

from rich.cells import cell_len
from textual.reactive import reactive

from tui.kit.drawing.lines import Line, Lines
from tui.kit.drawing.prose import Prose

_BETWEEN = 2  # columns between two keys


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
    """The keys of a question, in two lines where one doesn't hold them; dropped from the end where they don't fit, or
    in a low terminal from the end of the first line."""

    _LOW = 24  # lines of a terminal below which a second one is too much

    keys: reactive[tuple[tuple[str, str], ...]] = reactive((), layout=True)

    def line_count(self, width: int) -> int:
        return max(1, len(self._lines(width)))

    def draw(self, y: int, line: Line) -> None:
        for key, word in (self._lines(line.width) or [[]])[y]:
            line.put(line.end + (_BETWEEN if line.end else 0), key, self.voice("strong"))
            line.put(line.end, f" {word}", self.voice("faint"))

    def _lines(self, width: int) -> list[list[tuple[str, str]]]:
        """What stands on each line."""
        lines: list[list[tuple[str, str]]] = []
        used = width
        for key, word in self.keys:
            cells = cell_len(f"{key} {word}")
            if used + _BETWEEN + cells > width:
                lines.append([])
                used = -_BETWEEN
            lines[-1].append((key, word))
            used += _BETWEEN + cells
        return lines[: 2 if self.app.size.height >= self._LOW else 1]
