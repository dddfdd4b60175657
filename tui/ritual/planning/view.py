"""The week to commit to: its grid, and what it takes in minutes."""

from __future__ import annotations

from collections.abc import Mapping

from textual import on
from textual.app import ComposeResult
from textual.message import Message

from lundi.habits.history import STORM
from lundi.habits.plans import digits_of_squares
from lundi.ritual.plan import PlanPage
from lundi.time.weeks import Week
from storage.ritual.plan import read_plan_page
from tui.kit.drawing.sized import Column
from tui.kit.intents import Change
from tui.kit.place import Desk
from tui.ritual.choice.parts import WeekMinutes
from tui.ritual.planning.grid import PlanGrid


class PlanningView(Column):
    """Days off and a storm week are changes of their own. Squares that are moved are a draft before the commit, and a
    change of the plan's days after it."""

    class Changed(Message):
        """Other squares are drafted, or other keys do something."""

    class Refused(Message):
        """Why something can't be."""

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    def __init__(self, desk: Desk, week: Week, drafted: Mapping[str, str]) -> None:
        """The drafted squares are weekdays by habit id: '1355'. Reads the file; what that refuses is the caller's to
        tell."""
        super().__init__()
        self._desk, self._week = desk, week
        self._by_itself = {row.item_id: row.squares for row in self._read({}).rows}
        self.page = self._read(drafted)
        self._grid, self._minutes = PlanGrid(), WeekMinutes()

    def _read(self, drafted: Mapping[str, str]) -> PlanPage:
        return read_plan_page(self._desk.store, self._week, self._desk.today, drafted)

    @property
    def squares(self) -> dict[str, tuple[int, ...]]:
        """The squares that may be moved, by habit id, as they are seen."""
        return self._grid.squares

    @property
    def drafted(self) -> dict[str, str]:
        """Those that stand elsewhere than they would by themselves, before the commit: '1355' by habit id."""
        if self.page.planned:
            return {}
        moved = {
            habit_id: squares for habit_id, squares in self.squares.items() if self._by_itself[habit_id] != squares
        }
        return {habit_id: digits_of_squares(squares) for habit_id, squares in moved.items()}

    def compose(self) -> ComposeResult:
        self._grid.set_reactive(PlanGrid.page, self.page)
        self._minutes.set_reactive(WeekMinutes.minutes, self.page.minutes)
        yield self._grid
        yield self._minutes

    def reread(self) -> None:
        """Show the file as it is now."""
        with self._desk.told():
            self.page = self._read(self.drafted)
        self._grid.page, self._minutes.minutes = self.page, self.page.minutes

    @property
    def key_words(self) -> tuple[tuple[str, str], ...]:
        """The keys that do something where the cursor stands, with their words."""
        return self._grid.key_words

    def put_down(self) -> bool:
        """Put down the square in hand; whether there was one."""
        return self._grid.put_down()

    def put_back(self) -> bool:
        """Put the square in hand back where it was; whether there was one."""
        return self._grid.put_back()

    @on(PlanGrid.Moved)
    def _moved(self, message: PlanGrid.Moved) -> None:
        message.stop()
        habit = next((one for one in self._desk.store.habits() if one.id == message.habit_id), None)
        if self.page.planned and habit is not None:
            self._change(lambda store, now: store.move_squares(self._week, habit, message.squares, now))
        else:
            self.reread()
            self.post_message(self.Changed())

    @on(PlanGrid.DayOff)
    def _day_off(self, message: PlanGrid.DayOff) -> None:
        message.stop()
        day = self._week.days[message.weekday - 1]
        self._change(lambda store, now: store.toggle_day_off(day, now))

    @on(PlanGrid.Storm)
    def _storm(self, message: PlanGrid.Storm) -> None:
        message.stop()
        mark = None if self.page.mark == STORM else STORM
        self._change(lambda store, now: store.mark_week(self._week, mark, now))

    @on(PlanGrid.Refused)
    def _not_movable(self, message: PlanGrid.Refused) -> None:
        message.stop()
        self.post_message(self.Refused(message.sentence))

    @on(PlanGrid.Changed)
    def _looks_elsewhere(self, message: PlanGrid.Changed) -> None:
        message.stop()
        self.post_message(self.Changed())

    def _change(self, change: Change) -> None:
        refusal = self._desk.perform(change)
        self.reread()
        if refusal is not None:
            self.post_message(self.Refused(refusal))
