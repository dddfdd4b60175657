"""How far one has come."""

from __future__ import annotations

from textual.reactive import reactive

from tui.kit.drawing.lines import Line, Lines


class Progress(Lines):
    """'2/7', and a rule that is lifted as far as that."""

    number: reactive[int] = reactive(0)

    def __init__(self, last: int) -> None:
        super().__init__()
        self._last = last

    def line_count(self, width: int) -> int:
        return 3 if self.roomy else 2

    def draw(self, y: int, line: Line) -> None:
        y -= self.line_count(line.width) - 2
        if y == 0:
            line.put(0, "lundi", self.voice("strong"))
            line.put_right(line.width, f"{self.number}/{self._last}" if self.number else "", self.voice("muted"))
        elif y == 1:
            lifted = line.width * self.number // self._last
            line.put(0, "━" * lifted, self.voice("accent")).put(lifted, "─" * (line.width - lifted), self.voice("rule"))
