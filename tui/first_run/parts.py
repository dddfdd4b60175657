"""What the screens of the first run are drawn with."""

from __future__ import annotations

from datetime import date

from textual.reactive import reactive

from lundi.habits.habit import Habit
from lundi.words.language import gettext as _
from lundi.words.marks import PLANNED, SMALLEST
from storage.first_run.answers import smallest
from storage.store import Store
from storage.week.tracking import read_day
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


class Smallest(Lines):
    """The habit that takes the least time, with its smallest version, and whether that is done."""

    habit: reactive[Habit | None] = reactive(None, layout=True)
    is_done: reactive[bool] = reactive(False)

    def __init__(self, store: Store, today: date, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.read(store, today)

    def read(self, store: Store, today: date) -> None:
        """Show the file as it is. Unreadable when it can't be read."""
        habit = smallest(store.habits())
        self.habit = habit
        self.is_done = habit is not None and any(tick.habit == habit.name for tick in read_day(store, today).ticks)

    def line_count(self, width: int) -> int:
        return 2 if self.habit else 0

    def draw(self, y: int, line: Line) -> None:
        habit = self.habit
        if habit is None:
            return
        if y == 0:
            sign = SMALLEST if self.is_done else PLANNED
            line.put(0, sign, self.voice("accent")).put(2, habit.name, self.voice("accent-strong"))
        else:
            text = _("at least {minimum}").format(minimum=habit.minimum) if habit.minimum else ""
            line.put(2, text, self.voice("text"))
