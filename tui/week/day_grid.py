"""Habits × days: where everything stands, the heading, the names and the signs, whatever a cell stands for."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.reactive import reactive

from lundi.time.formats import week_range, weekday_short
from lundi.time.weeks import DAYS, Week
from lundi.words.language import gettext as _
from lundi.words.marks import FREE, OFF, PLANNED, STORM
from tui.kit.drawing.layout import is_list_only
from tui.kit.drawing.lines import Line, Lines, fitted

GUTTER = 2  # for the cursor, so that text never moves
CELL = 5
_COUNT = 6  # '✓ 5/5', '5/5 +2'
_WORKING_DAYS = 5
_FIRST_CELL = 32


class DayGrid(Lines):
    """The frame of a grid with a cursor: the days over it, and rows that its kinds fill."""

    row: reactive[int] = reactive(0, repaint=False)
    day: reactive[int] = reactive(0, repaint=False)  # the cursor's: 0 for Monday to 6

    class CellClicked(Message):
        """A click fell on a day of a habit."""

        def __init__(self, row: int, day: int) -> None:
            super().__init__()
            self.row, self.day = row, day

    class NameClicked(Message):
        """A click fell on a habit's name."""

        def __init__(self, row: int) -> None:
            super().__init__()
            self.row = row

    # What its kinds say, all of them to be overridden

    @property
    def week(self) -> Week:
        """The week whose days these are."""
        raise NotImplementedError

    @property
    def today(self) -> int:
        """The day of today, 0 to 6; another number in another week."""
        raise NotImplementedError

    @property
    def habit_count(self) -> int:
        """How many rows of habits there are."""
        raise NotImplementedError

    @property
    def mark(self) -> tuple[str, str] | None:
        """A sign and words beside the week's name."""
        raise NotImplementedError

    @property
    def heading(self) -> str:
        """What stands over the right column."""
        raise NotImplementedError

    def draw_habit(self, number: int, line: Line) -> None:
        """Draw a row."""
        raise NotImplementedError

    def draw_below(self, y: int, line: Line) -> None:
        """Draw a line under the rows: 0 where the next row would stand."""
        raise NotImplementedError

    # Where everything stands

    def on_click(self, event: events.Click) -> None:
        row, between = divmod(event.y - self.top, self.pitch)
        if between or not 0 <= row < self.habit_count:
            return
        for day, column in self.cell_columns(self.size.width):
            if column <= event.x < column + CELL:
                self.post_message(self.CellClicked(row, day))
                return
        self.post_message(self.NameClicked(row))

    @property
    def pitch(self) -> int:
        """Lines from one row to the next."""
        return 2 if self.roomy else 1

    @property
    def top(self) -> int:
        """Lines above the first row: names of days, dates and a blank where there is room."""
        return 3 if self.roomy else 1

    def row_line(self, row: int) -> int:
        """The line on which a habit stands."""
        return self.top + row * self.pitch

    def cell_columns(self, width: int) -> list[tuple[int, int]]:
        """Day (0 to 6) and column of each cell that is shown."""
        if is_list_only(self.app.size):
            return [(self.day, width - _COUNT - CELL)]
        pitch = 6 if self.roomy else CELL
        first = min(_FIRST_CELL, width - _COUNT - DAYS * pitch)
        return [(day, first + day * pitch) for day in range(DAYS)]

    # Drawing

    def draw(self, y: int, line: Line) -> None:
        if y == 0:
            self._draw_days(line)
        elif y == 1 and self.roomy:
            self._draw_dates(line)
        elif y < self.top:
            self.draw_band(line)
        else:
            self._draw_row(y - self.top, line)

    def _draw_days(self, line: Line) -> None:
        columns = self.cell_columns(line.width)
        title = _("Week {number}").format(number=self.week.iso_number)
        line.put(GUTTER, fitted(title, columns[0][1] - GUTTER - 1), self.voice("strong"))
        if self.mark is not None:
            line.put(line.end + 2, fitted(" ".join(self.mark), columns[0][1] - line.end - 3), self.voice("muted"))
        for day, column in columns:
            voice = "band-accent" if day == self.today else "muted" if day < _WORKING_DAYS else "faint"
            line.put(column, f" {weekday_short(day + 1)} ", self.voice(voice))
        line.put_right(line.width, self.heading, self.voice("faint"))

    def _draw_dates(self, line: Line) -> None:
        line.put(GUTTER, week_range(self.week), self.voice("faint"))
        for day, column in self.cell_columns(line.width):
            number = self.week.days[day].day
            line.put(column, f"  {number:>2} ", self.voice("band-accent" if day == self.today else "faint"))

    def draw_band(self, line: Line) -> None:
        """Draw what lies between two rows: the column of today goes through."""
        for day, column in self.cell_columns(line.width):
            if day == self.today:
                line.put(column, " " * CELL, self.voice("band"))

    def _draw_row(self, y: int, line: Line) -> None:
        number, between = divmod(y, self.pitch)
        if number >= self.habit_count:
            self.draw_below(y - self.habit_count * self.pitch, line)
        elif not between:
            self.draw_habit(number, line)
        elif number < self.habit_count - 1:
            self.draw_band(line)

    def draw_name(self, name: str, line: Line, voice: str, *, chosen: bool) -> None:
        """Draw the name of a row, with the sign of the cursor."""
        if chosen:
            line.put(0, "›", self.voice("accent-strong"))
        room = self.cell_columns(line.width)[0][1] - GUTTER - 1
        line.put(GUTTER, fitted(name, room), self.voice("strong" if chosen else voice))

    def draw_free(self, line: Line) -> None:
        """Draw a row that has no name yet."""
        for day, column in self.cell_columns(line.width):
            line.put(column, f"  {FREE}  ", self.voice("band-dot" if day == self.today else "dot"))

    def draw_cell(self, drawn: str, line: Line, day: int, column: int, *, under_cursor: bool) -> None:
        """Draw the signs of a day, each in its voice."""
        today = day == self.today
        background = self.voice("cursor") if under_cursor else self.voice("band" if today else "page")
        for character in f"{drawn:^{CELL}}":
            if under_cursor:
                style = background
            elif character in (FREE, OFF):
                style = background + self.voice("dot")
            elif character == PLANNED:
                style = background + self.voice("text" if today else "muted")
            else:
                style = background + self.voice("accent")
            line.put(column, character, style)
            column += 1


def spaced(marks: str) -> str:
    """The signs of a day, apart where there is room."""
    return " ".join(marks) if len(marks) <= 3 and marks.isprintable() and not marks[-1].isdigit() else marks


def mark_words(*, is_storm: bool, is_off: bool) -> tuple[str, str] | None:
    """The sign and the words of a week that is no ordinary one."""
    if is_storm:
        return STORM, _("storm week")
    return (OFF, _("week off")) if is_off else None
