"""'Where to begin?': one thing to do now, and why (F02)."""

from __future__ import annotations

from typing import Protocol

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Static

from lundi.ritual.next_step import ADD, NOTHING, PLAN, REVIEW, TICK, NextStep
from lundi.time.formats import duration
from lundi.words.language import gettext as _
from storage.ritual.next_step import read_next_step
from tui.campaign.closing import open_review_of_running
from tui.kit.drawing.layout import is_list_only
from tui.kit.drawing.lines import ELLIPSIS, Line, Lines, wrapped
from tui.kit.place import Desk
from tui.kit.screens.dialog import Foot
from tui.kit.screens.fitted import FittedModal
from tui.ritual.screen import RitualScreen
from tui.week.commands import WEEK
from tui.week.view import WeekView

_GAP = 2
_BETWEEN = "   "
_LINES = 3  # of each text


class Main(Desk, Protocol):
    """A desk that can be left."""

    def action_quit(self) -> None: ...


def open_next_step(main: Main) -> None:
    """Say the one thing to do now over the place that is open."""
    main.open(NextStepScreen(read_next_step(main.store, main.today), main))


def _go(step: NextStep, desk: Desk) -> None:
    """Lead to where it is done; at once, the next key may be waiting already."""
    if step.kind == REVIEW:
        open_review_of_running(desk)
        return
    week = desk.turn_to_place(WEEK)
    assert isinstance(week, WeekView)
    week.action_today()
    if step.kind == ADD:
        week.action_add_habit()
    elif step.kind == PLAN:
        desk.open(RitualScreen(desk))
    elif (item := step.habit or step.action) is not None:
        week.point_at(item.id, desk.today)


class NextStepScreen(FittedModal):
    """Enter goes there, space ticks it where it is a tick, Esc closes."""

    BINDINGS = [
        # Before the letters that follow them are given to somebody else: keys may come quicker than they bubble up.
        Binding("escape,full_stop,semicolon", "close", show=False, priority=True),
        Binding("enter", "go", show=False, priority=True),
        Binding("space", "tick", show=False, priority=True),
        Binding("m", "tick_smallest", show=False, priority=True),
        Binding("q", "quit", show=False, priority=True),
    ]

    def __init__(self, step: NextStep, main: Main) -> None:
        super().__init__()
        self._step, self._main = step, main

    def compose(self) -> ComposeResult:
        with Foot(classes="dialog"):
            yield StepLines(self._step)
            yield Static(self._keys(), classes="keys", markup=False)

    def _keys(self) -> str:
        if self._step.kind == NOTHING:
            return _("q quit   esc close")
        if self._step.habit is not None and self._step.habit.minimum:
            return _("space tick   m smallest   enter go there   esc close")
        if self._step.kind == TICK:
            return _("space tick   enter go there   esc close")
        return _("enter go there   esc close")

    def action_close(self) -> None:
        if self.is_active:
            self.dismiss()

    def action_go(self) -> None:
        if self.is_active:  # a second Enter, quicker than the first one's closing
            self.dismiss()
            if self._step.kind != NOTHING:
                _go(self._step, self._main)

    def action_quit(self) -> None:
        """Quit where it says so; elsewhere `q` closes what is read, as everywhere."""
        if self.is_active:
            self.dismiss()
            if self._step.kind == NOTHING:
                self._main.action_quit()

    def action_tick(self) -> None:
        self._tick(smallest=False)

    def action_tick_smallest(self) -> None:
        self._tick(smallest=True)

    def _tick(self, *, smallest: bool) -> None:
        habit, action = self._step.habit, self._step.action
        if not self.is_active or self._step.kind != TICK or (smallest and habit is None):
            return
        self.dismiss()
        if habit is not None:
            self._main.demand(lambda store, now: store.tick(habit, now.day, now, smallest=smallest), self._step.ticked)
        elif action is not None:
            self._main.demand(
                lambda store, now: store.toggle_action(action, now), _("Done: {name}").format(name=action.title)
            )


class StepLines(Lines):
    """The one thing, how long it takes, why, and what its card says."""

    GROUND = "surface"

    def __init__(self, step: NextStep) -> None:
        super().__init__()
        self._step = step

    def line_count(self, width: int) -> int:
        return len(self._lines(width))

    def draw(self, y: int, line: Line) -> None:
        text, voice = self._lines(line.width)[y]
        line.put(0, text, self.voice(voice))
        if y == 0:
            line.put_right(line.width, self._length, self.voice("faint"))

    @property
    def _length(self) -> str:
        return duration(self._step.minutes) if self._step.minutes else ""

    def _lines(self, width: int) -> list[tuple[str, str]]:
        """Each line and its voice."""
        step = self._step
        lines = [(text, "strong") for text in _few(step.what, width - len(self._length) - _GAP)]
        lines += [(text, "muted") for text in _few(step.why, width)]
        if not step.about or is_list_only(self.app.size):
            return lines
        about = _BETWEEN.join(step.about)
        texts = [about] if cell_len(about) <= width else [part for text in step.about for part in _few(text, width)]
        return [*lines, ("", "faint"), *((text, "faint") for text in texts)]


def _few(text: str, width: int) -> list[str]:
    """A text in a few lines."""
    lines = wrapped(text, max(1, width))
    return lines if len(lines) <= _LINES else [*lines[: _LINES - 1], lines[_LINES - 1] + ELLIPSIS]
