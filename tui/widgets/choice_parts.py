"""Around the ideas to choose from: the heading, how the choice stands, the week in minutes, the keys."""

from __future__ import annotations

from rich.cells import cell_len
from textual.reactive import reactive

from lundi.choosing import Choosing
from lundi.formats import duration
from lundi.language import gettext as _
from lundi.language import ngettext
from tui.widgets.lines import Line, Lines, wrapped


class ChoicePart(Lines):
    """A part of the choice, in a dialog."""

    GROUND = "surface"


class ChoiceHeading(ChoicePart):
    """What it is about, and which of the ideas are in sight."""

    beside: reactive[str] = reactive("")

    def line_count(self, width: int) -> int:
        return 1

    def draw(self, y: int, line: Line) -> None:
        line.put(0, _("Choose two"), self.voice("strong"))
        line.put_right(line.width, self.beside if line.end + 2 + cell_len(self.beside) <= line.width else "",
                       self.voice("faint"))  # fmt: skip


class ChoiceWords(ChoicePart):
    """A refusal or an answer until the next key; else how the choice stands."""

    choosing: reactive[Choosing | None] = reactive(None, layout=True)
    sentence: reactive[str] = reactive("", layout=True)
    refused: reactive[bool] = reactive(False)

    def say(self, sentence: str, *, refused: bool = False) -> None:
        """Say a sentence; the backticks around keys are for the shell."""
        self.refused = refused
        self.sentence = sentence.replace("`", "")

    def line_count(self, width: int) -> int:
        return len(self._lines(width))

    def draw(self, y: int, line: Line) -> None:
        for column, text, voice in self._lines(line.width)[y]:
            line.put(column, text, self.voice(voice))

    def _lines(self, width: int) -> list[list[tuple[int, str, str]]]:
        """Column, text and voice of what stands on each line."""
        if self.sentence or self.choosing is None:
            voice = "warm" if self.refused else "muted"
            return [[(0, text, voice)] for text in wrapped(self.sentence, max(1, width))]
        told, rest = self._told(self.choosing)
        if told and cell_len(told) + 2 + cell_len(rest) <= width:
            return [[(0, told, "warm-strong"), (cell_len(told) + 2, rest, "muted")]]
        lines = [[(0, text, "warm-strong")] for text in wrapped(told, max(1, width))]
        return lines + [[(0, text, "muted")] for text in wrapped(rest, max(1, width))]

    @staticmethod
    def _told(choosing: Choosing) -> tuple[str, str]:
        told = _("Two means two.") if choosing.is_full else ""
        if choosing.planned:
            return told, _("The plan stays; what is added is outside it.")
        others = len(choosing.waiting)
        if not others and not choosing.chosen:
            return told, _("No idea waits. a writes one; habits alone are a plan as well.")
        if choosing.is_full and others:
            sentence = ngettext("{count} other can wait a week.", "{count} others can wait a week.", others)
            return told, sentence.format(count=others)
        return told, "" if choosing.is_full else _("What is good for a client stands first, then the oldest.")


class WeekMinutes(ChoicePart):
    """The week in minutes, on one bar: habits, then the two, of what was set (H10)."""

    choosing: reactive[Choosing | None] = reactive(None, layout=True)

    def line_count(self, width: int) -> int:
        return 3 if self.choosing is not None and self.choosing.minutes.total else 0

    def draw(self, y: int, line: Line) -> None:
        assert self.choosing is not None
        minutes = self.choosing.minutes
        scale = max(minutes.budget, minutes.total)
        habits, total = line.width * minutes.habits // scale, line.width * minutes.total // scale
        if y == 0:
            line.put(0, _("The week, in minutes"), self.voice("strong"))
            said = _("{time} of {budget}").format(time=duration(minutes.total), budget=duration(minutes.budget))
            line.put_right(line.width, said, self.voice("strong"))
        elif y == 1:
            line.put(0, "━" * habits, self.voice("muted")).put(habits, "━" * (total - habits), self.voice("accent"))
            line.put(total, "─" * (line.width - total), self.voice("rule"))
        else:
            self._draw_parts(habits, line)

    def _draw_parts(self, habits: int, line: Line) -> None:
        """What each piece of the bar is, under its beginning where there is room."""
        assert self.choosing is not None
        minutes = self.choosing.minutes
        if minutes.habits:
            said = ngettext("{count} habit: {time}", "{count} habits: {time}", minutes.counted)
            line.put(0, said.format(count=minutes.counted, time=duration(minutes.habits)), self.voice("faint"))
        if minutes.actions:
            said = _("the two: {time}").format(time=duration(minutes.actions))
            column = max(line.end + 2 if line.end else 0, min(habits, line.width - cell_len(said)))
            line.put(column, said, self.voice("faint"))


class KeyLines(ChoicePart):
    """Keys with their words, in as many lines as they take, and a most."""

    AT_MOST = 2

    def __init__(self, keys: tuple[tuple[str, str], ...], *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._keys = keys

    def line_count(self, width: int) -> int:
        return min(self.AT_MOST, len(self._lines(width)))

    def draw(self, y: int, line: Line) -> None:
        for key, word in self._lines(line.width)[y]:
            line.put(line.end + (2 if line.end else 0), key, self.voice("strong"))
            line.put(line.end + 1, word, self.voice("faint"))

    def _lines(self, width: int) -> list[list[tuple[str, str]]]:
        lines: list[list[tuple[str, str]]] = [[]]
        used = 0
        for key, word in self._keys:
            cells = cell_len(key) + 1 + cell_len(word)
            if lines[-1] and used + 2 + cells > width:
                lines.append([])
                used = 0
            used += cells + (2 if lines[-1] else 0)
            lines[-1].append((key, word))
        return lines
