"""The strip of the last seven days, after days without a word (H36)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from textual.app import ComposeResult
from textual.binding import Binding
from textual.reactive import reactive
from textual.widgets import Static

from lundi.time.days import Moment
from lundi.time.formats import day_and_number, weekday_short
from lundi.week.catch_up import CatchUp
from lundi.week.marks import cell_marks
from lundi.words.errors import LundiError
from lundi.words.language import gettext as _
from storage.file.undo import last_changes, undo
from storage.store import Store
from tui.kit.drawing.lines import Line, Lines, fitted
from tui.kit.drawing.prose import Remark
from tui.kit.intents import Change, Perform
from tui.kit.screens.dialog import Foot
from tui.kit.screens.fitted import FittedModal

_GUTTER, _CELL = 2, 5
_NAME_AT_MOST = 40


class Strip(Lines, can_focus=True):
    """Habits by the last seven days; the cursor begins on the first gap."""

    GROUND = "surface"

    page: reactive[CatchUp | None] = reactive(None)
    row: reactive[int] = reactive(0)
    day: reactive[int] = reactive(0)

    def __init__(self, page: CatchUp) -> None:
        super().__init__()
        self.set_reactive(Strip.page, page)
        gaps = ((row, day) for day in range(len(page.days)) for row, (_h, cells) in enumerate(page.rows)
                if cells[day].planned)  # fmt: skip
        row, day = next(gaps, (0, len(page.days) - 1))
        self.set_reactive(Strip.row, row)
        self.set_reactive(Strip.day, day)

    def line_count(self, width: int) -> int:
        return self._top(width) + len(self.page.rows) if self.page else 0

    def _first(self, width: int) -> int:
        """The column of the first day, where all of them stand side by side."""
        days = len(self.page.days) if self.page else 0
        return min(_GUTTER + _NAME_AT_MOST, width - days * _CELL)

    def _has_room(self, width: int) -> bool:
        """Whether all days stand side by side; else that of the cursor stands alone."""
        return self._first(width) >= _GUTTER + 2 * _CELL

    def _top(self, width: int) -> int:
        """Lines above the first row: the names of the days, and their numbers under them or beside the only one."""
        return 2 if self._has_room(width) else 1

    def _columns(self, width: int) -> list[tuple[int, int]]:
        """Day and column of each cell that is shown."""
        if not self._has_room(width):
            return [(self.day, width - _CELL)]
        days = len(self.page.days) if self.page else 0
        return [(day, self._first(width) + day * _CELL) for day in range(days)]

    def draw(self, y: int, line: Line) -> None:
        page = self.page
        if page is None:
            return
        if y < self._top(line.width):
            self._draw_heading(page, y, line)
        else:
            self._draw_habit(page, y - self._top(line.width), line)

    def _draw_heading(self, page: CatchUp, y: int, line: Line) -> None:
        if not self._has_room(line.width):
            line.put_right(line.width, day_and_number(page.days[self.day]), self.voice("accent-strong"))
            return
        for day, column in self._columns(line.width):
            shown = page.days[day]
            text = f"  {shown.day:>2} " if y else f" {weekday_short(shown.isoweekday())} "
            line.put(column, text, self.voice("accent-strong" if day == self.day else "faint" if y else "muted"))

    def _draw_habit(self, page: CatchUp, row: int, line: Line) -> None:
        columns = self._columns(line.width)
        habit, cells = page.rows[row]
        chosen = row == self.row
        if chosen:
            line.put(0, "›", self.voice("accent-strong"))
        name = fitted(habit.name, columns[0][1] - _GUTTER - 1)
        line.put(_GUTTER, name, self.voice("strong" if chosen else "text"))
        for day, column in columns:
            voice = "cursor" if chosen and day == self.day else "accent" if cells[day].entry else "muted"
            line.put(column, f"{cell_marks(cells[day]):^{_CELL}}", self.voice(voice))


class CatchUpScreen(FittedModal):
    """Shown once, before anything else; it asks for nothing that can't be left out."""

    BINDINGS = [
        Binding("escape,enter,q", "close", show=False),
        Binding("up,k", "move(-1, 0)", show=False),
        Binding("down,j", "move(1, 0)", show=False),
        Binding("left,h", "move(0, -1)", show=False),
        Binding("right,l", "move(0, 1)", show=False),
        Binding("space", "tick(False)", show=False),
        Binding("m", "tick(True)", show=False),
        Binding("backspace", "untick", show=False),
        Binding("s", "excuse", show=False),
        Binding("u", "undo", show=False),
    ]

    def __init__(self, page: CatchUp, read: Callable[[], CatchUp], perform: Perform) -> None:
        """Read gives the strip as it is after a change."""
        super().__init__()
        self._strip = Strip(page)
        self._read, self._perform = read, perform
        self._made: list[int] = []  # the changes made here and not taken back, by their numbers

    def compose(self) -> ComposeResult:
        with Foot(classes="dialog"):
            yield Static(_("A few days without a word. What was done?"), classes="title", markup=False)
            yield self._strip
            yield Remark(classes="refusal")
            yield Static(_("space tick   m smallest   s excuse   u undo   esc later"), classes="keys", markup=False)

    def on_mount(self) -> None:
        self._strip.focus()

    @property
    def _page(self) -> CatchUp:
        assert self._strip.page is not None
        return self._strip.page

    def action_move(self, rows: int, days: int) -> None:
        strip = self._strip
        strip.row = max(0, min(len(self._page.rows) - 1, strip.row + rows))
        strip.day = max(0, min(len(self._page.days) - 1, strip.day + days))

    def action_tick(self, smallest: bool) -> None:
        habit, day = self._page.rows[self._strip.row][0], self._day
        self._change(lambda store, now: store.tick(habit, day, now, smallest=smallest))

    def action_untick(self) -> None:
        habit, day = self._page.rows[self._strip.row][0], self._day
        self._change(lambda store, now: store.untick(habit, day, now))

    def action_excuse(self) -> None:
        habit, cells = self._page.rows[self._strip.row]
        day = self._day
        if cells[self._strip.day].excuse is None:
            self._change(lambda store, now: store.excuse(habit, day, "", now))
        else:
            self._change(lambda store, now: store.unexcuse(habit, day, now))

    @property
    def _day(self) -> date:
        return self._page.days[self._strip.day]

    def _change(self, change: Change) -> None:
        """Carry a change out, and keep its number for an undo."""

        def numbered(store: Store, now: Moment) -> None:
            with store.writing(now):  # so that no other program's change comes between
                before = last_changes(store, 1)
                change(store, now)
                made = last_changes(store, 1)
            if made != before:
                self._made.append(made[0].number)

        self._carry_out(numbered)

    def action_undo(self) -> None:
        """Take back the last change that was made here, and none from before or from elsewhere."""
        if not self._made:
            self._say(_("Nothing was changed here yet."))
            return

        def take_back(store: Store, now: Moment) -> None:
            undone = undo(store, now, latest=self._made[-1])
            self._made.pop()
            said.append(_("Undone: {change}").format(change=undone[0].sentence))

        said: list[str] = []
        self._carry_out(take_back)
        if said:
            self._say(said[0])

    def _carry_out(self, change: Change) -> None:
        refusal = self._perform(change)
        try:
            page = self._read()
        except LundiError as error:
            refusal = refusal or error.sentence
        else:
            self._strip.page = page
            self._strip.row = max(0, min(len(page.rows) - 1, self._strip.row))
            if not page.rows:  # another program put the last habit away
                self.action_close()
        self._say(refusal or "", refused=True)

    def _say(self, sentence: str, *, refused: bool = False) -> None:
        self.query_one(".refusal", Remark).say(sentence, refused=refused)

    def action_close(self) -> None:
        if self.is_active:
            self.dismiss()
