"""Under the ideas to choose from: how the choice stands, and the week in minutes."""

from __future__ import annotations

from rich.cells import cell_len
from textual.reactive import reactive

from lundi.ritual.choosing import Choosing, Minutes
from lundi.time.formats import duration
from lundi.words.language import gettext as _
from lundi.words.language import ngettext
from tui.kit.drawing.lines import Line, Lines, wrapped
from tui.kit.drawing.prose import Prose


class ChoiceWords(Prose):
    """A refusal or an answer until the next key; else how the choice stands."""

    choosing: reactive[Choosing | None] = reactive(None, layout=True)

    def line_count(self, width: int) -> int:
        return super().line_count(width) if self.sentence else len(self._standing(width))

    def draw(self, y: int, line: Line) -> None:
        if self.sentence:
            super().draw(y, line)
            return
        for column, text, voice in self._standing(line.width)[y]:
            line.put(column, text, self.voice(voice))

    def _standing(self, width: int) -> list[list[tuple[int, str, str]]]:
        """Column, text and voice of what stands on each line."""
        if self.choosing is None:
            return []
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


class WeekMinutes(Lines):
    """The week in minutes, on one bar: habits, then the two, of what was set (H10)."""

    minutes: reactive[Minutes] = reactive(Minutes(), layout=True)

    def line_count(self, width: int) -> int:
        return 3 if self.minutes.total else 0

    def draw(self, y: int, line: Line) -> None:
        minutes = self.minutes
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
        minutes = self.minutes
        if minutes.habits:
            said = ngettext("{count} habit: {time}", "{count} habits: {time}", minutes.counted)
            line.put(0, said.format(count=minutes.counted, time=duration(minutes.habits)), self.voice("faint"))
        if minutes.actions:
            said = _("the two: {time}").format(time=duration(minutes.actions))
            column = max(line.end + 2 if line.end else 0, min(habits, line.width - cell_len(said)))
            line.put(column, said, self.voice("faint"))
