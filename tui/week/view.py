"""The Week: the grid with its cursor, the two actions, the score."""

from __future__ import annotations

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.reactive import reactive

from lundi.habits.habit import Habit
from lundi.habits.history import OFF, STORM, Action
from lundi.time.weeks import Week
from lundi.week.page import Cell, WeekPage
from lundi.words.errors import Refused
from lundi.words.language import gettext as _
from storage.search import Found
from storage.week.page import WeekReader
from tui.kit.commands import EMPTY, FILLED, PLANNABLE, bindings
from tui.kit.intents import Change
from tui.kit.later import Later
from tui.kit.place import Desk, PlaceView
from tui.week.commands import COMMANDS, WEEK
from tui.week.grid import WeekGrid
from tui.week.parts import ActionList, MissionLine, NeverTwice, ScoreLine, WeekPart, WeekWords

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tui.kit.screens import day, giving_up
    from tui.week import asks, habit_card
else:
    asks = Later("tui.week.asks")
    day = Later("tui.kit.screens.day")
    giving_up = Later("tui.kit.screens.giving_up")
    habit_card = Later("tui.week.habit_card")

_SUNDAY = 6
_WEEKS_AHEAD = 53


class WeekView(PlaceView):
    """One week, reached day by day. The rows under the cursor are its habits, then its actions."""

    BINDINGS = bindings(COMMANDS, WEEK)

    page: reactive[WeekPage] = reactive(WeekPage, init=False, repaint=False)  # type: ignore[arg-type]  # set before it is read
    row: reactive[int] = reactive(0, init=False, repaint=False)
    day: reactive[int] = reactive(0, init=False, repaint=False)

    def __init__(self, desk: Desk, *, id: str) -> None:  # noqa: A002 - Textual's name
        """Reads the present week at once, so that the first paint has it. Unreadable when it can't be read."""
        super().__init__(desk, id=id)
        self._reader = WeekReader(desk.store)
        page = self._reader.read(Week.of(desk.today), desk.today)
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

    def show_file(self, *, only_ticks: bool = False) -> None:
        if only_ticks:
            self.show(self._reader.reread())
        else:
            self._read(self.page.week)

    def turn_to(self, before: date, today: date) -> None:
        """The cursor goes along if it was on the day that has ended."""
        if self.cursor == before:
            self._read(Week.of(today), at_today=True)

    def show_found(self, found: Found) -> None:
        self._read(Week.of(found.day))
        self.point_at(found.habit_id, found.day)

    @property
    def conditions(self) -> frozenset[str]:
        return super().conditions | (
            {FILLED, PLANNABLE} if self.page.rows else {EMPTY, PLANNABLE} if self.page.left else {EMPTY}
        )

    def _read(self, week: Week, *, at_today: bool = False) -> None:
        self.show(self._reader.read(week, self.desk.today), at_today=at_today)

    def _turn(self, week: Week) -> None:
        """Show another week; what the file refuses is said."""
        with self.desk.told():
            self._read(week)
            self.desk.follow()

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
            self.desk.demand(lambda store, now: store.toggle_action(action, now), said, only_ticks=True)
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
            self.desk.demand(lambda store, now: store.toggle_action(action, now), only_ticks=True)
        elif habit is not None and cell is not None:
            day = cell.day
            self._change_ticks(habit, day, lambda store, now: store.untick(habit, day, now))

    def _change_ticks(self, habit: Habit, day: date, change: Change) -> None:
        """A tick before a habit's first day, or on that day, moves where the habit begins."""
        self.desk.demand(change, only_ticks=day > habit.first_day)

    def action_day_off(self) -> None:
        day = self.page.week.days[self.day]
        self.desk.demand(lambda store, now: store.toggle_day_off(day, now))

    def action_week_off(self) -> None:
        self._mark_week(self.page.week, None if self.page.is_off else OFF)

    def action_storm_week(self) -> None:
        self._mark_week(self.page.week, None if self.page.is_storm else STORM)

    def _mark_week(self, week: Week, kind: str | None) -> None:
        self.desk.demand(lambda store, now: store.mark_week(week, kind, now))

    def action_move_habit(self, step: int) -> None:
        """The rows of current habits are their places, from 1 on."""
        habit, place = self.habit, self.row + 1 + step
        if habit is not None:
            self.desk.demand(lambda store, now: store.move_habit(habit, place, now))

    def action_settle_habit(self) -> None:
        if (habit := self.habit) is not None:
            said = _("Settled: {name}").format(name=habit.name)
            self.desk.demand(lambda store, now: store.settle_habit(habit, now), said)

    def action_archive_habit(self) -> None:
        """At once, or with a mission once that has been read (D06)."""
        if (habit := self.habit) is None:
            return
        mission = "" if habit.is_archived else self.page.mission

        def archive() -> None:
            said = _("Archived: {name}").format(name=habit.name)
            self.desk.demand(lambda store, now: store.archive_habit(habit, now), said)

        if mission:
            title = _("Archive {name}?").format(name=habit.name)
            self.desk.open(giving_up.GivingUp(title, mission, _("enter archive   esc keep"), archive))
        else:
            archive()

    # What is asked over it

    def _here(self) -> tuple[Habit, Cell]:
        """The habit under the cursor, and its day. Refused where there is none."""
        habit, cell = self.habit, self.cell
        if habit is not None and cell is not None:
            return habit, cell
        if self.action is not None:
            raise Refused(_("That is for habits. `r` changes the two actions."))
        raise Refused(_("No habit here yet. `a` adds one."))

    def action_open_day(self) -> None:
        day.open_day(self.desk, self.cursor)

    def action_note(self) -> None:
        with self.desk.told():
            self.desk.open(asks.note(self.desk, *self._here()))

    def action_excuse(self) -> None:
        with self.desk.told():
            habit, cell = self._here()
            if cell.excuse is None:
                self.desk.open(asks.excuse(self.desk, habit, cell.day))
            else:
                self.desk.demand(lambda store, now: store.unexcuse(habit, cell.day, now))

    def action_add_habit(self) -> None:
        with self.desk.told():
            self.desk.store.refuse_without_place()  # before a whole card is filled in
            self.desk.open(habit_card.new_habit(self.desk))

    def action_edit_habit(self) -> None:
        with self.desk.told():
            habit, _cell = self._here()
            now = self.desk.now
            goal_week = self.desk.store.goal_week(now.week, now)
            self.desk.open(habit_card.edit_habit(habit, goal_week, self.desk))

    def action_show_put_away(self) -> None:
        with self.desk.told():
            habits = [habit for habit in self.desk.store.habits() if not habit.is_current]
            self.desk.open(asks.put_away(habits, self.desk.perform))
