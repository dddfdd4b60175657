"""The plan of a week as it looks: habits × days with their squares, then the two actions."""

from __future__ import annotations

from rich.cells import cell_len
from textual.reactive import reactive

from lundi.habits.plans import moved
from lundi.record import record
from lundi.ritual.plan import PlanPage, PlanRow
from lundi.time.formats import duration
from lundi.time.weeks import Week
from lundi.week.marks import cell_marks
from lundi.week.page import Cell
from lundi.words.language import gettext as _
from lundi.words.marks import OFF, PLANNED
from tui.kit.drawing.lines import Line, fitted
from tui.week.day_grid import GUTTER, DayGrid, mark_words, spaced

_TITLE = GUTTER + 2  # column of an action's words
_NOTHING = PlanPage(Week(1))


@record
class InHand:
    """A square that was taken up."""

    habit_id: str
    squares: tuple[int, ...]  # of the habit, as they were
    origin: int  # the weekday on which it was taken up, 1 to 7


class PlanRows(DayGrid):
    """The page with a cursor, and the square that it carries."""

    page: reactive[PlanPage] = reactive(_NOTHING, repaint=False)
    in_hand: reactive[InHand | None] = reactive(None, repaint=False)

    # What the frame shows

    @property
    def week(self) -> Week:
        return self.page.week

    @property
    def today(self) -> int:
        return self.page.today - 1

    @property
    def habit_count(self) -> int:
        return len(self.page.habits)

    @property
    def mark(self) -> tuple[str, str] | None:
        return mark_words(is_storm=self.page.is_storm, is_off=self.page.is_off)

    @property
    def heading(self) -> str:
        return _("time") if any(row.time for row in self.page.rows) else ""

    # What is under the cursor

    @property
    def chosen(self) -> PlanRow | None:
        """The row of the cursor."""
        return self.page.rows[self.row] if self.row < len(self.page.rows) else None

    @property
    def weekday(self) -> int:
        """The day of the cursor, 1 to 7."""
        return self.day + 1

    @property
    def squares(self) -> dict[str, tuple[int, ...]]:
        """The squares that may be moved, by habit id, as they stand on the screen."""
        return {row.item_id: self._squares_of(row) for row in self.page.habits if row.movable}

    def _squares_of(self, row: PlanRow) -> tuple[int, ...]:
        """A row's squares, with the one in hand where the cursor is."""
        hand = self.in_hand
        if hand is None or hand.habit_id != row.item_id:
            return row.squares
        return moved(hand.squares, hand.origin, self.weekday - hand.origin)

    # How it looks

    @property
    def cursor_line(self) -> int:
        """The line of the cursor, to be kept in sight."""
        number = self.row - self.habit_count
        return self.row_line(self.row) if number < 0 else self._action_line(number)

    @property
    def _heading_line(self) -> int:
        """The line of « The two », after a blank one."""
        return self.row_line(self.habit_count) + bool(self.habit_count)

    def _action_line(self, number: int) -> int:
        return self._heading_line + (number + 1) * self.pitch

    def _action_at(self, y: int) -> int | None:
        """The number of the action on a line."""
        number, between = divmod(y - self._heading_line, self.pitch)
        return number - 1 if not between and 0 < number <= len(self.page.actions) else None

    def line_count(self, width: int) -> int:
        if self.page.actions:
            return self._action_line(len(self.page.actions) - 1) + 1
        return self.row_line(max(0, self.habit_count - 1)) + 1

    def draw_habit(self, number: int, line: Line) -> None:
        row, chosen = self.page.rows[number], number == self.row
        self.draw_name(row.name, line, "text" if row.target else "muted", chosen=chosen)
        squares = self.page.held_of(self._squares_of(row))
        for day, column in self.cell_columns(line.width):
            under_cursor = chosen and day == self.day
            marks = cell_marks(self._cell(squares, day))
            drawn = f"‹{marks}›" if under_cursor and self.in_hand is not None else spaced(marks)
            self.draw_cell(drawn, line, day, column, under_cursor=under_cursor)
        time = duration(row.time) if row.time else "" if row.target else OFF
        line.put_right(line.width, time, self.voice("strong" if chosen else "muted" if row.target else "faint"))

    def _cell(self, squares: tuple[int, ...], day: int) -> Cell:
        """A day as the Week has it before anything is done."""
        is_off = day + 1 in self.page.days_off or self.page.is_off
        return Cell(self.week.days[day], planned=squares.count(day + 1), is_off=is_off)

    def draw_below(self, y: int, line: Line) -> None:
        y += self.row_line(self.habit_count)
        if y == self._heading_line:
            line.put(GUTTER, _("The two"), self.voice("strong"))
        elif (number := self._action_at(y)) is not None:
            self._draw_action(number, line)

    def _draw_action(self, number: int, line: Line) -> None:
        row, chosen = self.page.actions[number], number + self.habit_count == self.row
        if chosen:
            line.put(0, "›", self.voice("accent-strong"))
        time = duration(row.time) if row.time else ""
        line.put(GUTTER, PLANNED, self.voice("text"))
        name = fitted(row.name, line.width - _TITLE - cell_len(time) - 2)
        line.put(_TITLE, name, self.voice("strong" if chosen else "text"))
        line.put_right(line.width, time, self.voice("strong" if chosen else "muted"))
