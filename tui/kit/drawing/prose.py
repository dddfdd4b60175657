"""A sentence or two, in as many lines as they take."""

from __future__ import annotations

from textual.reactive import reactive

from tui.kit.drawing.lines import ELLIPSIS, Line, Lines, wrapped


class Prose(Lines):
    """Says something, in warm words where it was refused."""

    MARGIN = 0  # columns left free at each side
    AT_LEAST, AT_MOST = 0, 20  # lines
    VOICE = "muted"

    sentence: reactive[str] = reactive("", layout=True)
    refused: reactive[bool] = reactive(False)

    def say(self, sentence: str, *, refused: bool = False) -> None:
        """Show a sentence, or nothing with ''; the backticks around keys are for the shell."""
        self.refused = refused
        self.sentence = sentence.replace("`", "")

    def line_count(self, width: int) -> int:
        return max(self.AT_LEAST, len(self._lines(width)))

    def draw(self, y: int, line: Line) -> None:
        lines = self._lines(line.width)
        if y < len(lines):
            line.put(self.MARGIN, lines[y], self.voice("warm" if self.refused else self.VOICE))

    def _lines(self, width: int) -> list[str]:
        lines = wrapped(self.sentence, max(1, width - 2 * self.MARGIN))
        if len(lines) > self.AT_MOST:
            lines = [*lines[: self.AT_MOST - 1], lines[self.AT_MOST - 1] + ELLIPSIS]
        return lines


class Remark(Prose):
    """The same in a dialog; it takes no line while it has nothing to say."""

    GROUND = "surface"
    VOICE = "faint"

    def watch_sentence(self) -> None:
        self.display = bool(self.sentence)

    def on_mount(self) -> None:
        self.display = bool(self.sentence)
