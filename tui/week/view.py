"""The Week: the grid with its cursor, the two actions, the score."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.reactive import reactive

from lundi.habits.habit import Habit
from lundi.habits.history import OFF, STORM, Action
from lundi.time.weeks import Week
from lundi.week.page import Cell, WeekPage
from lundi.words.language import gettext as _
from tui.commands import WEEK, bindings
from tui.kit.intents import Change, Demand
from tui.kit.later import Later
from tui.kit.place import Place
from tui.week.grid import WeekGrid
from tui.week.parts import ActionList, MissionLine, NeverTwice, ScoreLine, WeekPart, WeekWords

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tui.kit.screens import giving_up
else:
    giving_up = Later("tui.kit.screens.giving_up")

_SUNDAY = 6
_WEEKS_AHEAD = 53


class WeekView(Place):
    """One week, reached day by day. The rows under the cursor are its habits, then its actions."""

    BINDINGS = bindings(WEEK)

    page: reactive[WeekPage] = reactive(WeekPage, init=False, repaint=False)  # type: ignore[arg-type]  # set before it is read
    row: reactive[int] = reactive(0, init=False, repaint=False)
    day: reactive[int] = reactive(0, init=False, repaint=False)

    def __init__(
        self,
        page: WeekPage,
        demand: Demand,
        turn: Callable[[Week], None],
        *,
        id: str,  # noqa: A002 - Textual's name
        classes: str,
    ) -> None:
        """Demand carries changes out; turn shows another week."""
        super().__init__(id=id, classes=classes)
        self._demand, self._turn = demand, turn
        self.set_reactive(WeekView.page, page)
        self.set_reactive(WeekView.day, page.today.weekday())
        self.grid = WeekGrid(page, self.day)
        self.actions = ActionList(page)
        self.parts: list[WeekPart] = [
            WeekWords(page),
            self.actions,
            NeverTwice(page),
            ScoreLine(page),
            MissionLine(page),
        ]

    def compose(self) -> ComposeResult:
        yield self.grid
        yield from self.parts

    def show(self, page: WeekPage, *, at_today: bool = False) -> None:
        """Show a page; the cursor stays on its habit or action, and on its day unless it is sent to today."""
        chosen = self._row_ids()[self.row : self.row + 1]
        self.page = page
        if chosen and chosen[0] in (ids := self._row_ids()):
            self.row = ids.index(chosen[0])
        if at_today:
            self.day = (page.today - page.week.monday).days

    def point_at(self, item_id: str | None, day: date) -> None:
        """Put the cursor on a day of the week that is shown, and on a habit or an action if it is listed."""
        if item_id in (ids := self._row_ids()):
            self.row = ids.index(item_id)
        self.day = day.weekday()

    def watch_page(self, page: WeekPage) -> None:
        self.grid.page = page
        for part in self.parts:
            part.page = page
        self.row = min(self.row, max(0, self._row_count - 1))
        self._point()

    def watch_row(self) -> None:
        self._point()

    def watch_day(self) -> None:
        self._point()

    def _row_ids(self) -> list[str]:
        """The ids of the habits, then of the actions, in the order of their rows."""
        return [row.habit.id for row in self.page.rows] + [action.id for action in self.page.actions]

    @property
    def _row_count(self) -> int:
        return len(self.page.rows) + len(self.page.actions)

    def _point(self) -> None:
        """Tell the parts where the cursor is, and keep it in sight."""
        page = self.page
        self.grid.day = self.day
        in_grid = self.row < len(page.rows)
        self.grid.row = self.row if in_grid else -1
        self.actions.row = -1 if in_grid else self.row - len(page.rows)
        part, y = (
            (self.grid, self.grid.row_line(self.row))
            if in_grid
            else (self.actions, self.actions.action_line(self.row - len(page.rows)))
        )
        if self.max_scroll_y > 0:
            top = part.virtual_region.y + y
            self.scroll_to(y=max(0, top - self.size.height + 3), animate=False)

    @property
    def habit(self) -> Habit | None:
        """The habit under the cursor."""
        if self.row >= len(self.page.rows):
            return None
        return self.page.rows[self.row].habit

    @property
    def action(self) -> Action | None:
        """The action under the cursor."""
        if not self.page.actions or self.row < len(self.page.rows):
            return None
        return self.page.actions[self.row - len(self.page.rows)]

    @property
    def cell(self) -> Cell | None:
        """The day of a habit under the cursor."""
        return self.page.rows[self.row].cells[self.day] if self.habit else None

    @property
    def cursor(self) -> date:
        """The day under the cursor."""
        return self.page.week.days[self.day]

    def action_move(self, rows: int, days: int) -> None:
        page = self.page
        if rows:
            self.row = max(0, min(self._row_count - 1, self.row + rows))
        day = self.day + days
        if not 0 <= day <= _SUNDAY:
            week = page.week + days
            if week.since(Week.of(page.today)) > _WEEKS_AHEAD:
                return
            self._turn(week)
            day %= _SUNDAY + 1
        self.day = day

    def action_today(self) -> None:
        self._turn(Week.of(self.page.today))
        self.day = self.page.today.weekday()

    @on(WeekGrid.CellClicked)
    def _cell_clicked(self, message: WeekGrid.CellClicked) -> None:
        """A click on a day ticks it, as a click elsewhere ticks a box."""
        self.row, self.day = message.row, message.day
        self.action_tick()

    @on(WeekGrid.NameClicked)
    def _name_clicked(self, message: WeekGrid.NameClicked) -> None:
        self.row = message.row

    @on(ActionList.ActionClicked)
    def _action_clicked(self, message: ActionList.ActionClicked) -> None:
        self.row = len(self.page.rows) + message.number
        self.action_tick()

    def action_tick(self) -> None:
        if (action := self.action) is not None:
            is_told = action.done_on is None and action.enough
            said = _("Enough when: {sentence}").format(sentence=action.enough) if is_told else ""
            self._demand(lambda store, now: store.toggle_action(action, now), said, only_ticks=True)
        else:
            self._tick(smallest=False)

    def action_tick_smallest(self) -> None:
        self._tick(smallest=True)

    def _tick(self, *, smallest: bool) -> None:
        habit, cell = self.habit, self.cell
        if habit is not None and cell is not None:
            day = cell.day
            self._change_ticks(habit, day, lambda store, now: store.tick(habit, day, now, smallest=smallest))

    def action_untick(self) -> None:
        habit, cell, action = self.habit, self.cell, self.action
        if action is not None and action.done_on is not None:
            self._demand(lambda store, now: store.toggle_action(action, now), only_ticks=True)
        elif habit is not None and cell is not None:
            day = cell.day
            self._change_ticks(habit, day, lambda store, now: store.untick(habit, day, now))

    def _change_ticks(self, habit: Habit, day: date, change: Change) -> None:
        """A tick before a habit's first day, or on that day, moves where the habit begins."""
        self._demand(change, only_ticks=day > habit.first_day)

    def action_day_off(self) -> None:
        day = self.page.week.days[self.day]
        self._demand(lambda store, now: store.toggle_day_off(day, now))

    def action_week_off(self) -> None:
        self._mark_week(self.page.week, None if self.page.is_off else OFF)

    def action_storm_week(self) -> None:
        self._mark_week(self.page.week, None if self.page.is_storm else STORM)

    def _mark_week(self, week: Week, kind: str | None) -> None:
        self._demand(lambda store, now: store.mark_week(week, kind, now))

    def action_move_habit(self, step: int) -> None:
        """The rows of current habits are their places, from 1 on."""
        habit, place = self.habit, self.row + 1 + step
        if habit is not None:
            self._demand(lambda store, now: store.move_habit(habit, place, now))

    def action_settle_habit(self) -> None:
        if (habit := self.habit) is not None:
            said = _("Settled: {name}").format(name=habit.name)
            self._demand(lambda store, now: store.settle_habit(habit, now), said)

    def action_archive_habit(self) -> None:
        """At once, or with a mission once that has been read (D06)."""
        if (habit := self.habit) is None:
            return
        mission = "" if habit.is_archived else self.page.mission

        def archive() -> None:
            said = _("Archived: {name}").format(name=habit.name)
            self._demand(lambda store, now: store.archive_habit(habit, now), said)

        if mission:
            title = _("Archive {name}?").format(name=habit.name)
            self.app.push_screen(giving_up.GivingUp(title, mission, _("enter archive   esc keep"), archive))
        else:
            archive()
