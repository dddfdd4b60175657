"""The mission, said as a quotation at the moments of giving up (D06)."""

from __future__ import annotations

from tui.kit.drawing.lines import Line, Lines, wrapped

BAR = "▎"
_INDENT = 2


class Mission(Lines):
    """All of it, in a dialog."""

    GROUND = "surface"

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def line_count(self, width: int) -> int:
        return len(quoted(self._text, width))

    def draw(self, y: int, line: Line) -> None:
        line.put(0, BAR, self.voice("accent")).put(_INDENT, quoted(self._text, line.width)[y], self.voice("text"))


def quoted(text: str, width: int) -> list[str]:
    """The lines of a mission beside its bar."""
    return wrapped(text, max(1, width - _INDENT))
