"""Tracking: the year of one habit or of all, a day's details, how each habit stands."""

from __future__ import annotations

from datetime import date, timedelta

from textual import getters, on
from textual.app import ComposeResult
from textual.reactive import reactive
from textual.widgets import Static

from lundi.time.weeks import Week
from lundi.week.year import Standing, YearPage
from lundi.words.language import gettext as _
from storage.week.tracking import read_tracking, read_year
from tui.kit.commands import EMPTY, FILLED, bindings
from tui.kit.drawing.sized import Box
from tui.kit.place import PlaceView
from tui.kit.screens import day as day_page
from tui.tracking.commands import COMMANDS, EARLIER, TRACKING
from tui.tracking.table import HabitTable, YearFigures
from tui.tracking.year import YearMap, YearScores

_YEAR = 52  # weeks a page turn goes; a year shows 53, so one of them is seen twice
ALL = -1


class TrackingView(PlaceView):
    """The cursor is on a day; the table says which habit the year is of."""

    BINDINGS = bindings(COMMANDS, TRACKING)

    standing: reactive[Standing | None] = reactive(None, init=False)
    chosen: reactive[int] = reactive(ALL, init=False)  # a place in the standing's habits
    cursor: reactive[date | None] = reactive(None, init=False)

    year = getters.query_one(YearMap)
    scores = getters.query_one(YearScores)
    table = getters.query_one(HabitTable)
    figures = getters.query_one(YearFigures)

    last: Week | None = None  # the last week shown; None while that is the present one
    page: YearPage | None = None

    def compose(self) -> ComposeResult:
        with Box(id="tracking-columns"):
            with Box(id="tracking-year"):
                yield YearMap()
                yield YearScores()
            yield YearFigures(id="figures-beside")
        yield Static(_("The first square appears with the first tick."), id="tracking-words", markup=False)
        yield HabitTable()
        yield YearFigures(id="figures-below")

    @property
    def habit_id(self) -> str | None:
        """The habit that the year is of, or None for all."""
        if self.standing is None or not 0 <= self.chosen < len(self.standing.habits):
            return None
        return self.standing.habits[self.chosen].habit.id

    def show_file(self, *, only_ticks: bool = False) -> None:
        last, habit_id = self.last or Week.of(self.desk.today), self.habit_id
        page, self.standing = read_tracking(self.desk.store, habit_id, last, self.desk.today)
        if self.habit_id != habit_id:  # the habit whose year it was is no more
            page = read_year(self.desk.store, self.habit_id, last, self.desk.today)
        self.show(page)

    @property
    def conditions(self) -> frozenset[str]:
        holding = {FILLED if self.standing is not None and self.standing.habits else EMPTY}
        holding |= {EARLIER} if self.last is not None or (self.page is not None and self.page.has_earlier) else set()
        return super().conditions | holding

    def _show_asked_year(self) -> None:
        """Another year, or that of another habit; what the file refuses is said."""
        with self.desk.told():
            last = self.last or Week.of(self.desk.today)
            self.show(read_year(self.desk.store, self.habit_id, last, self.desk.today))
            self.desk.follow()

    def action_open_day(self) -> None:
        if self.cursor is not None:
            day_page.open_day(self.desk, self.cursor)

    def show(self, page: YearPage) -> None:
        """Show a year; the cursor stays on its day, or goes to the last one shown."""
        self.page = page
        first, last = page.weeks[0].week.monday, min(page.today, page.weeks[-1].week.sunday)
        self.cursor = min(max(self.cursor or page.today, first), last)
        self.year.title = self._title()
        self.table.week = Week.of(page.today)
        self.query_one("#tracking-words").display = page.ticks == 0 and not page.has_earlier and self.habit_id is None
        for part in (self.year, self.scores):
            part.page = page
        for figures in self.query(YearFigures):
            figures.page = page
            if self.standing is not None:
                figures.mondays = self.standing.mondays_held
        self._point()

    def _title(self) -> str:
        if self.standing is None or self.habit_id is None:
            return _("all habits")
        return self.standing.habits[self.chosen].habit.name

    def watch_standing(self, before: Standing | None, standing: Standing | None) -> None:
        """The chosen habit stays chosen, wherever it stands now."""
        self.table.standing = standing
        if before is not None and standing is not None and 0 <= self.chosen < len(before.habits):
            ids = [habit.habit.id for habit in standing.habits]
            chosen = before.habits[self.chosen].habit.id
            self.chosen = ids.index(chosen) if chosen in ids else ALL

    def watch_chosen(self, chosen: int) -> None:
        self.table.chosen = chosen
        self.call_after_refresh(self._keep_in_sight, chosen)

    def _keep_in_sight(self, chosen: int) -> None:
        """Scroll to the chosen habit of a long table, or back to the top."""
        if self.max_scroll_y > 0 and chosen >= 0:
            y = self.table.virtual_region.y + self.table.row_line(chosen)
            self.scroll_to(y=max(0, y - self.size.height + 2), animate=False)
        elif self.max_scroll_y > 0:
            self.scroll_home(animate=False)

    def _point(self) -> None:
        if self.page is None or self.cursor is None:
            return
        column = Week.of(self.cursor).since(self.page.weeks[0].week)
        self.year.column = self.scores.column = column
        self.year.day = self.cursor.weekday()

    @on(YearMap.DayClicked)
    def _day_clicked(self, message: YearMap.DayClicked) -> None:
        """A click on a day puts the cursor there; a second one opens it."""
        if self.page is None:
            return
        day = self.page.weeks[message.week].week.days[message.day]
        if day == self.cursor:
            self.action_open_day()
        elif day <= self.page.today:
            self.cursor = day
            self._point()

    @on(HabitTable.HabitClicked)
    def _habit_clicked(self, message: HabitTable.HabitClicked) -> None:
        self.chosen = ALL if message.number == self.chosen else message.number
        self._show_asked_year()

    def action_move(self, days: int, weeks: int) -> None:
        page = self.page
        if page is None or self.cursor is None:
            return
        day = self.cursor + timedelta(days=days, weeks=weeks)
        if day > page.today:
            return
        week = Week.of(day)
        if week < page.weeks[0].week and page.has_earlier:
            self.cursor = day
            self._turn_to(week)
        elif week > page.weeks[-1].week:
            self.cursor = day
            self._turn_to(week + _YEAR)
        elif week >= page.weeks[0].week:
            self.cursor = day
            self._point()

    def action_turn_year(self, years: int) -> None:
        page = self.page
        if page is None or (years < 0 and not page.has_earlier):
            return
        if self.cursor is not None:
            self.cursor += timedelta(weeks=_YEAR * years)
        self._turn_to(page.weeks[-1].week + _YEAR * years)

    def _turn_to(self, last: Week) -> None:
        if self.page is None:
            return
        present = Week.of(self.page.today)
        self.last = None if last >= present else last
        self._show_asked_year()

    def action_today(self) -> None:
        if self.page is not None:
            self.cursor = self.page.today
            self._turn_to(Week.of(self.page.today))

    def action_next_habit(self, step: int) -> None:
        if self.standing is not None:
            choices = len(self.standing.habits) + 1
            self.chosen = (self.chosen + 1 + step) % choices - 1
            self._show_asked_year()
