"""Habits × days, with the cursor, and the line that says how and when under them."""

from __future__ import annotations

from textual.reactive import reactive

from lundi.habits.card import where_and_after
from lundi.time.formats import day_short, weekday
from lundi.time.weeks import Week
from lundi.week.marks import cell_marks
from lundi.week.page import Row, WeekPage
from lundi.words import amounts
from lundi.words.language import gettext as _
from lundi.words.marks import MET, OFF
from tui.kit.drawing.lines import Line, fitted
from tui.week.day_grid import GUTTER, DayGrid, mark_words, spaced

_EMPTY_ROWS = 5


class WeekGrid(DayGrid):
    """The grid. It only draws: the Week moves the cursor and says which page."""

    page: reactive[WeekPage] = reactive(WeekPage, repaint=False)  # type: ignore[arg-type]  # set before it is read

    def __init__(self, page: WeekPage, day: int) -> None:
        """The day is the cursor's: 0 for Monday to 6."""
        super().__init__()
        self.set_reactive(WeekGrid.page, page)
        self.set_reactive(WeekGrid.day, day)

    @property
    def week(self) -> Week:
        return self.page.week

    @property
    def today(self) -> int:
        return (self.page.today - self.page.week.monday).days

    @property
    def habit_count(self) -> int:
        return len(self.page.rows)

    @property
    def mark(self) -> tuple[str, str] | None:
        return mark_words(is_storm=self.page.is_storm, is_off=self.page.is_off)

    @property
    def heading(self) -> str:
        return _("done") if self.page.rows else ""

    def line_count(self, width: int) -> int:
        rows = self.habit_count or _EMPTY_ROWS
        return self.top + rows * self.pitch + (0 if self.pitch == 1 else -1) + self.pitch

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
        return self.row_line(self.habit_count)

    def draw_habit(self, number: int, line: Line) -> None:
        row, chosen = self.page.rows[number], number == self.row
        voice = "muted" if row.met or row.target is None or row.habit.is_settled else "text"
        self.draw_name(row.habit.name, line, voice, chosen=chosen)
        for day, column in self.cell_columns(line.width):
            under_cursor = chosen and day == self.day
            self.draw_cell(spaced(cell_marks(row.cells[day])), line, day, column, under_cursor=under_cursor)
        self._draw_count(row, line, chosen=chosen)

    def draw_below(self, y: int, line: Line) -> None:
        number, between = divmod(y, self.pitch)
        if self.page.rows:
            if y == 0:
                self._draw_card(self.page, line)
        elif number < _EMPTY_ROWS:
            if not between:
                self.draw_free(line)
            elif number < _EMPTY_ROWS - 1:
                self.draw_band(line)

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
        elif row.is_outside(page):
            said = _("off plan: not in this week's score")
        elif row.late:
            said = _("late: {days}").format(days=", ".join(map(weekday, row.late)))
        return said, row.habit.minimum

    def _draw_card(self, page: WeekPage, line: Line) -> None:
        left, right = self._card(page)
        label = _("minimum") if right else ""
        room = line.width - GUTTER - (len(label) + 1 + len(right) + 3 if right else 0)
        if right and room < min(len(left), line.width // 3):
            right, label, room = "", "", line.width - GUTTER
        line.put(GUTTER, fitted(left, room), self.voice("muted"))
        if right:
            start = line.width - len(label) - 1 - len(right) if self.roomy else line.end + 3 * bool(left)
            line.put(max(start, line.end), label, self.voice("faint")).put(line.end + 1, right, self.voice("muted"))
