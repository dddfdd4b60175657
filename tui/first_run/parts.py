"""What the last question of the first run shows."""

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
