"""The year as columns of weeks: days above, scores under the same weeks."""

from __future__ import annotations

import os

from textual import events
from textual.message import Message
from textual.reactive import reactive

from lundi.time.formats import month_and_year, month_short, weekday_short
from lundi.time.weeks import Week
from lundi.week.scores import RUNNING, UNPLANNED
from lundi.week.year import FULL, YearPage, YearWeek
from lundi.words.language import gettext as _
from lundi.words.marks import OFF, STORM
from tui.kit.drawing.lines import Line, Lines, fitted

_LABELS = 6  # columns for the names of days
_DAYS = 7
_WEEK_OFF = "╎"
_EIGHTHS = " ▁▂▃▄▅▆▇█"
_WITHOUT_COLOUR = "·▁▃▅▇"


class YearPart(Lines):
    """Something drawn under the same columns of weeks."""

    page: reactive[YearPage | None] = reactive(None)
    column: reactive[int] = reactive(0)  # the week under the cursor, counted in the page's weeks

    @property
    def pitch(self) -> int:
        """Columns from one week to the next."""
        return 2 if self.roomy else 1

    def weeks(self, page: YearPage, width: int) -> list[tuple[int, int, YearWeek]]:
        """Index, column and week of what fits; the latest weeks, or those around the cursor where it is earlier."""
        pitch = self.pitch
        fits = max(1, (width - _LABELS + pitch - 1) // pitch)
        first = max(0, min(len(page.weeks) - fits, self.column))
        shown = page.weeks[first : first + fits]
        return [(first + number, _LABELS + number * pitch, week) for number, week in enumerate(shown)]


class YearMap(YearPart):
    """The heatmap: one cell a day, months above, storm weeks and weeks without a plan below."""

    day: reactive[int] = reactive(0)
    title: reactive[str] = reactive("")

    class DayClicked(Message):
        """A click fell on a day."""

        def __init__(self, week: int, day: int) -> None:
            """The week is counted in the page's, the day from Monday, both from 0."""
            super().__init__()
            self.week, self.day = week, day

    def on_click(self, event: events.Click) -> None:
        day = event.y - self._blank - 2
        for index, column, _week in self.weeks(self.page, self.size.width) if self.page else ():
            if event.x == column and 0 <= day < _DAYS:
                self.post_message(self.DayClicked(index, day))

    def line_count(self, width: int) -> int:
        return 1 + self._blank + 1 + _DAYS + 1

    @property
    def _blank(self) -> int:
        return 1 if self.roomy else 0

    def draw(self, y: int, line: Line) -> None:
        page = self.page
        if page is None:
            return
        y -= self._blank
        if y == -self._blank:
            self._draw_title(page, line)
        elif y == 1:
            self._draw_months(page, line)
        elif 2 <= y < 2 + _DAYS:
            self._draw_day(page, y - 2, line)
        elif y == 2 + _DAYS:
            self._draw_marks(page, line)

    def _draw_title(self, page: YearPage, line: Line) -> None:
        start = line.width - len(_("nothing") + "  · ■ ■ ■ ■  " + _("everything"))
        title = _("The year")
        if page.weeks[-1].week < Week.of(page.today):
            title = f"{month_and_year(page.weeks[0].week.monday)} – {month_and_year(page.weeks[-1].week.sunday)}"
        line.put(0, title, self.voice("strong"))
        line.put(line.end + 2, fitted(self.title, start - line.end - 4), self.voice("muted"))
        if start <= line.end:
            return
        line.put(start, _("nothing"), self.voice("faint"))
        line.put(line.end, " ", self.voice("faint"))
        for level in range(FULL + 1):  # the cursor's sign says how much its day has, for eyes that see no shades
            line.put(line.end, "›" if level == self._level_here(page) else " ", self.voice("accent-strong"))
            line.put(line.end, self._sign(level), self.voice(f"level{level}"))
        line.put(line.end + 2, _("everything"), self.voice("faint"))

    def _level_here(self, page: YearPage) -> int | None:
        """How much was done on the day under the cursor; None for a day that is blank."""
        return page.weeks[self.column].levels[self.day] if 0 <= self.column < len(page.weeks) else None

    def _draw_months(self, page: YearPage, line: Line) -> None:
        month = 0
        starts = []
        for _index, column, year_week in self.weeks(page, line.width):
            if year_week.week.monday.month != month:
                month = year_week.week.monday.month
                starts.append((column, month_short(month)))
        for (column, name), (following, _name) in zip(starts, [*starts[1:], (line.width, "")], strict=True):
            text = name if self.roomy else name[0].upper()
            if column + len(text) < following or following == line.width:
                line.put(column, text, self.voice("faint"))

    def _draw_day(self, page: YearPage, day: int, line: Line) -> None:
        today = page.today.weekday() == day
        line.put(0, weekday_short(day + 1), self.voice("accent-strong" if today else "faint"))
        for index, column, year_week in self.weeks(page, line.width):
            level = year_week.levels[day]
            if index == self.column and day == self.day:
                sign = " " if level is None else self._sign(level)
                line.put(column, sign, self.voice("cursor"))
            elif level is not None:
                line.put(column, self._sign(level), self.voice(f"level{level}"))
            elif year_week.is_off:
                line.put(column, _WEEK_OFF, self.voice("rule"))

    def _draw_marks(self, page: YearPage, line: Line) -> None:
        for _index, column, year_week in self.weeks(page, line.width):
            if year_week.is_storm:
                line.put(column, STORM, self.voice("muted"))
            elif year_week.score.state == UNPLANNED and year_week.week >= page.first:
                line.put(column, OFF, self.voice("faint"))

    def _sign(self, level: int) -> str:
        if os.environ.get("NO_COLOR") or self.app.console.no_color:
            return _WITHOUT_COLOUR[level]
        return "·" if level == 0 else "■"

    def watch_day(self) -> None:
        self.refresh()


class YearScores(YearPart):
    """A bar a week. The line stands at the threshold: bars of held weeks touch it, the others don't."""

    _EIGHTHS_A_LINE = 8

    def line_count(self, width: int) -> int:
        return 4 if self.roomy else 2

    @property
    def _height(self) -> int:
        """Lines of the bars; with room there is a heading above them."""
        return 3 if self.roomy else 2

    def draw(self, y: int, line: Line) -> None:
        page = self.page
        if page is None:
            return
        if self.roomy:
            y -= 1
        if y == (-1 if self.roomy else 0):
            line.put(0, _("Score") if self.roomy else _("score"), self.voice("strong" if self.roomy else "faint"))
        if y < 0:
            return
        if self.roomy and y == 0:
            line.put_right(_LABELS - 1, str(page.held_from), self.voice("faint"))
        below = (self._height - 1 - y) * self._EIGHTHS_A_LINE
        for index, column, year_week in self.weeks(page, line.width):
            self._draw_week(page, year_week, line, column, top=y == 0, below=below, last=index + 1 == len(page.weeks))

    def _draw_week(
        self,
        page: YearPage,
        year_week: YearWeek,
        line: Line,
        column: int,
        *,
        top: bool,
        below: int,
        last: bool,
    ) -> None:
        eighths = max(0, min(self._EIGHTHS_A_LINE, self._bar(page, year_week) - below))
        if eighths:
            line.put(column, _EIGHTHS[eighths], self.voice(self._voice(year_week)))
        elif top:
            line.put(column, "─", self.voice("rule"))
        elif below == 0 and year_week.score.share is None and year_week.week >= page.first:
            line.put(column, OFF, self.voice("dot"))
        if top and self.pitch > 1 and not last:
            line.put(column + 1, "─", self.voice("rule"))

    def _bar(self, page: YearPage, year_week: YearWeek) -> int:
        """Eighths of a bar. The line runs through the middle of the top line: held weeks reach over it, the others
        end below it, by two eighths at most more or less than their score."""
        share = year_week.score.share
        if share is None:
            return 0
        whole = self._height * self._EIGHTHS_A_LINE
        middle = whole - self._EIGHTHS_A_LINE // 2
        exact = int(whole * share)
        reaches = year_week.score.held
        if reaches is None:
            reaches = share * 100 >= page.held_from
        return max(exact, middle + 1) if reaches else max(1, min(exact, middle - 1))

    def _voice(self, year_week: YearWeek) -> str:
        if year_week.score.state == RUNNING:
            return "accent"
        return "level2" if year_week.score.held else "mid"
