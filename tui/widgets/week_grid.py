"""Habits × days, with the cursor, and the line that says how and when under them."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.reactive import reactive

from lundi import amounts
from lundi.card import where_and_after
from lundi.formats import day_short, week_range, weekday, weekday_short
from lundi.language import gettext as _
from lundi.marks import FREE, MET, OFF, PLANNED, STORM, cell_marks
from lundi.week_page import Cell, Row, WeekPage
from tui.layout import is_list_only
from tui.widgets.lines import Line, Lines, fitted

_DAYS = 7
_GUTTER = 2  # for the cursor, so that text never moves
_CELL = 5
_COUNT = 6  # '✓ 5/5', '5/5 +2'
_EMPTY_ROWS = 5
_FIRST_CELL = 32


class WeekGrid(Lines):
    """The grid. It only draws: the Week moves the cursor and says which page."""

    page: reactive[WeekPage] = reactive(WeekPage, repaint=False)  # type: ignore[arg-type]  # set before it is read
    row: reactive[int] = reactive(0, repaint=False)
    day: reactive[int] = reactive(0, repaint=False)

    def __init__(self, page: WeekPage, day: int) -> None:
        """The day is the cursor's: 0 for Monday to 6."""
        super().__init__()
        self.set_reactive(WeekGrid.page, page)
        self.set_reactive(WeekGrid.day, day)

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

    def on_click(self, event: events.Click) -> None:
        row, between = divmod(event.y - self._top, self._pitch)
        if between or not 0 <= row < len(self.page.rows):
            return
        for day, column in self._cell_columns(self.size.width):
            if column <= event.x < column + _CELL:
                self.post_message(self.CellClicked(row, day))
                return
        self.post_message(self.NameClicked(row))

    def line_count(self, width: int) -> int:
        rows = len(self.page.rows) if self.page.rows else _EMPTY_ROWS
        return self._top + rows * self._pitch + (0 if self._pitch == 1 else -1) + self._pitch

    @property
    def _pitch(self) -> int:
        """Lines from one row to the next."""
        return 2 if self.roomy else 1

    @property
    def _top(self) -> int:
        """Lines above the first row: names of days, dates and a blank where there is room."""
        return 3 if self.roomy else 1

    def row_line(self, row: int) -> int:
        """The line on which a habit stands."""
        return self._top + row * self._pitch

    def watch_page(self, before: WeekPage, page: WeekPage) -> None:
        """Draw what is another than before, and lay out anew only where there are other rows."""
        if len(before.rows) != len(page.rows):
            self.refresh(layout=True)
        elif before.header != page.header:
            self.refresh()
        else:
            for number, (old, new) in enumerate(zip(before.rows, page.rows, strict=True)):
                if old != new:
                    self.refresh_line(self.row_line(number))
            if self._card(before) != self._card(page):
                self.refresh_line(self._card_line)

    def watch_row(self, before: int, after: int) -> None:
        self._refresh_rows(before, after)

    def watch_day(self) -> None:
        self._refresh_rows(self.row, self.row)

    def _refresh_rows(self, *rows: int) -> None:
        for row in rows:
            self.refresh_line(self.row_line(row))
        self.refresh_line(self._card_line)

    @property
    def _card_line(self) -> int:
        rows = len(self.page.rows)
        return self.row_line(rows)

    def _cell_columns(self, width: int) -> list[tuple[int, int]]:
        """Day (0 to 6) and column of each cell that is shown."""
        if is_list_only(self.app.size):
            return [(self.day, width - _COUNT - _CELL)]
        pitch = 6 if self.roomy else _CELL
        first = min(_FIRST_CELL, width - _COUNT - _DAYS * pitch)
        return [(day, first + day * pitch) for day in range(_DAYS)]

    def draw(self, y: int, line: Line) -> None:
        page = self.page
        if y == 0:
            self._draw_days(page, line)
        elif y == 1 and self.roomy:
            self._draw_dates(page, line)
        elif y < self._top:
            self._draw_band(page, line)
        else:
            self._draw_row(page, y, line)

    def _draw_days(self, page: WeekPage, line: Line) -> None:
        columns = self._cell_columns(line.width)
        title = _("Week {number}").format(number=page.week.iso_number)
        line.put(_GUTTER, fitted(title, columns[0][1] - _GUTTER - 1), self.voice("strong"))
        if page.is_storm or page.is_off:
            sign, words = (STORM, _("storm week")) if page.is_storm else (OFF, _("week off"))
            line.put(line.end + 2, fitted(f"{sign} {words}", columns[0][1] - line.end - 3), self.voice("muted"))
        for index, column in columns:
            today = page.week.days[index] == page.today
            voice = "band-accent" if today else "muted" if index < 5 else "faint"
            line.put(column, f" {weekday_short(index + 1)} ", self.voice(voice))
        if page.rows:
            line.put_right(line.width, _("done"), self.voice("faint"))

    def _draw_dates(self, page: WeekPage, line: Line) -> None:
        line.put(_GUTTER, week_range(page.week), self.voice("faint"))
        for index, column in self._cell_columns(line.width):
            day = page.week.days[index]
            today = day == page.today
            line.put(column, f"  {day.day:>2} ", self.voice("band-accent" if today else "faint"))

    def _draw_band(self, page: WeekPage, line: Line) -> None:
        for index, column in self._cell_columns(line.width):
            if page.week.days[index] == page.today:
                line.put(column, " " * _CELL, self.voice("band"))

    def _draw_row(self, page: WeekPage, y: int, line: Line) -> None:
        number, between = divmod(y - self._top, self._pitch)
        last = len(page.rows) or _EMPTY_ROWS
        if number >= last:
            if page.rows and number == last and not between:
                self._draw_card(page, line)
            return
        if between:
            if number < last - 1:
                self._draw_band(page, line)
            return
        if not page.rows:
            for index, column in self._cell_columns(line.width):
                today = page.week.days[index] == page.today
                line.put(column, f"  {FREE}  ", self.voice("band-dot") if today else self.voice("dot"))
            return
        self._draw_habit(page, page.rows[number], line, chosen=number == self.row)

    def _draw_habit(self, page: WeekPage, row: Row, line: Line, *, chosen: bool) -> None:
        columns = self._cell_columns(line.width)
        if chosen:
            line.put(0, "›", self.voice("accent-strong"))
        voice = "strong" if chosen else "muted" if row.met or row.target is None or row.habit.is_settled else "text"
        line.put(_GUTTER, fitted(row.habit.name, columns[0][1] - _GUTTER - 1), self.voice(voice))
        for index, column in columns:
            self._draw_cell(page, row.cells[index], line, column, under_cursor=chosen and index == self.day)
        self._draw_count(row, line, chosen=chosen)

    def _draw_cell(self, page: WeekPage, cell: Cell, line: Line, column: int, *, under_cursor: bool) -> None:
        marks = cell_marks(cell)
        drawn = " ".join(marks) if len(marks) <= 3 and marks.isprintable() and not marks[-1].isdigit() else marks
        drawn = f"{drawn:^{_CELL}}"
        today = cell.day == page.today
        background = self.voice("cursor") if under_cursor else self.voice("band" if today else "page")
        for character in drawn:
            if under_cursor:
                style = background
            elif character in (FREE, OFF):
                style = background + self.voice("dot")
            elif character == PLANNED:
                style = background + self.voice("muted" if cell.day != page.today else "text")
            else:
                style = background + self.voice("accent")
            line.put(column, character, style)
            column += 1

    def _draw_count(self, row: Row, line: Line, *, chosen: bool) -> None:
        if row.target is None:
            line.put_right(line.width, amounts.shown(row.done) if row.done else OFF, self.voice("faint"))
            return
        text = amounts.ratio(row.done, row.target)
        if row.met:
            line.put_right(line.width, text if row.surplus else f"{MET} {text}", self.voice("success"))
        else:
            line.put_right(line.width, text, self.voice("strong" if chosen else "text"))

    def _card(self, page: WeekPage) -> tuple[str, str]:
        """How the habit of the cursor is done, or what this day's note or excuse says; and its smallest version."""
        if not 0 <= self.row < len(page.rows):
            return "", ""
        row = page.rows[self.row]
        cell = row.cells[self.day]
        if cell.note:
            return _("{day}: {note}").format(day=day_short(cell.day), note=cell.note.replace("\n", " / ")), ""
        said = where_and_after(row.habit)
        if cell.day in page.days_off:
            said = _("day off")
        elif cell.excuse is not None:
            said = _("excused: {reason}").format(reason=cell.excuse) if cell.excuse else _("excused")
        elif row.late:
            said = _("late: {days}").format(days=", ".join(map(weekday, row.late)))
        return said, row.habit.minimum

    def _draw_card(self, page: WeekPage, line: Line) -> None:
        left, right = self._card(page)
        label = _("minimum") if right else ""
        room = line.width - _GUTTER - (len(label) + 1 + len(right) + 3 if right else 0)
        if right and room < min(len(left), line.width // 3):
            right, label, room = "", "", line.width - _GUTTER
        line.put(_GUTTER, fitted(left, room), self.voice("muted"))
        if right:
            start = line.width - len(label) - 1 - len(right) if self.roomy else line.end + 3 * bool(left)
            line.put(max(start, line.end), label, self.voice("faint")).put(line.end + 1, right, self.voice("muted"))
