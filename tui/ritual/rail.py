"""The steps of the ritual: a rail beside the one that is open, or where there is no room one line above it."""

from __future__ import annotations

from collections.abc import Mapping

from rich.cells import cell_len
from textual.reactive import reactive

from lundi.ritual.steps import STEPS, Step
from lundi.time.formats import weekday_name
from lundi.words.language import gettext as _
from lundi.words.marks import MET
from tui.kit.drawing.lines import Line, Lines, fitted

_PITCH = 3  # lines from one step to the next
_TOP = 3  # lines above the first


class RitualRail(Lines):
    """Every step with its letter and what was said in it."""

    step: reactive[int] = reactive(0)
    said: reactive[Mapping[int, str]] = reactive({})  # a few words on each step that was gone through
    minutes: reactive[int] = reactive(0)
    beside: reactive[str] = reactive("")  # what the open step says of itself, where there is no rail

    def __init__(self, weekday: int | None) -> None:
        """The weekday (1 to 7) where it isn't the ritual's own."""
        super().__init__()
        self._weekday = weekday

    @property
    def title(self) -> str:
        if self._weekday is None:
            return _("Monday ritual")
        return _("Monday ritual, {day}").format(day=weekday_name(self._weekday))

    def line_count(self, width: int) -> int:
        return _TOP + _PITCH * len(STEPS) if self.roomy else 1

    def draw(self, y: int, line: Line) -> None:
        if not self.roomy:
            self._draw_numbers(line)
        elif y == 0:
            line.put(0, self.title, self.voice("strong")).put_right(line.width, self._time, self.voice("faint"))
        elif y >= _TOP:
            self._draw_step(STEPS[(y - _TOP) // _PITCH], (y - _TOP) % _PITCH, line)

    @property
    def _time(self) -> str:
        return _("{minutes} min").format(minutes=self.minutes) if self.minutes else ""

    def _draw_step(self, step: Step, y: int, line: Line) -> None:
        said, is_open = self.said.get(step.number), step.number == self.step
        if y == 0:
            mark, voice = ("›", "accent") if is_open else (MET if said is not None else " ", "success")
            line.put(0, mark, self.voice(voice)).put(2, str(step.number), self.voice("accent" if is_open else "faint"))
            line.put(4, fitted(_(step.title), line.width - 6), self.voice("strong" if is_open else "muted"))
            letter = "accent-strong" if is_open else "success" if said is not None else "faint"
            line.put_right(line.width, step.letter, self.voice(letter))
        elif y == 1 and said and not is_open:
            line.put(4, fitted(said, line.width - 4), self.voice("faint"))

    def _draw_numbers(self, line: Line) -> None:
        """Numbers, and the title of the open one; what was gone through is ticked."""
        line.put(0, self.title, self.voice("strong"))
        column = line.end + 3
        for step in STEPS:
            is_open = step.number == self.step
            voice = "accent-strong" if is_open else "success" if step.number in self.said else "faint"
            line.put(column, str(step.number), self.voice(voice))
            if is_open:
                line.put(line.end + 1, _(step.title), self.voice("strong"))
            column = line.end + 2
        if line.end + 2 + cell_len(self.beside) <= line.width:
            line.put_right(line.width, self.beside, self.voice("faint"))


class RitualHeading(Lines):
    """The title of the open step, where it isn't among the numbers, and what the step says of itself."""

    beside: reactive[str] = reactive("")

    def __init__(self, title: str) -> None:
        super().__init__(id="asked")
        self._title = title

    def line_count(self, width: int) -> int:
        return 1

    def draw(self, y: int, line: Line) -> None:
        line.put(0, self._title, self.voice("strong"))
        if line.end + 2 + cell_len(self.beside) <= line.width:
            line.put_right(line.width, self.beside, self.voice("faint"))
