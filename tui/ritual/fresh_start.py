"""The fresh start after weeks away: one habit for this week, and nothing of what was left behind."""

from __future__ import annotations

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.reactive import reactive

from lundi.habits.habit import Goal, Habit
from lundi.time.days import Moment
from lundi.words.language import gettext as _
from storage.habits.intents import Card
from storage.habits.mission import read_mission
from storage.ritual.fresh_start import begin_again, begin_with_new, put_off, read_to_begin_with
from storage.store import Store
from tui.kit.commands import key_named
from tui.kit.drawing.lines import Line, Lines
from tui.kit.drawing.mission import Mission
from tui.kit.drawing.progress import Progress
from tui.kit.drawing.prose import Prose
from tui.kit.drawing.question_parts import KeyLine, Said, Title
from tui.kit.place import Desk
from tui.kit.screens.dialog import Foot
from tui.kit.screens.fitted import FittedModal
from tui.week.habit_card import new_habit

_GUTTER, _GAP = 2, 3
_NAMES = 0.5  # of the width, at most, where the smallest versions stand beside them


class PageMission(Mission):
    """On the page itself."""

    GROUND = "page"


class Habits(Lines):
    """The habits to choose from, each with its smallest version."""

    row: reactive[int] = reactive(0)

    def __init__(self, habits: list[Habit]) -> None:
        super().__init__()
        self.habits = habits

    def line_count(self, width: int) -> int:
        return max(0, len(self.habits) * self._step - (self._step - 1))

    @property
    def _step(self) -> int:
        return 2 if self.roomy else 1

    def row_line(self) -> int:
        """The line of the row under the cursor."""
        return self.row * self._step

    def draw(self, y: int, line: Line) -> None:
        number, between = divmod(y, self._step)
        if between:
            return
        habit, chosen = self.habits[number], number == self.row
        if chosen:
            line.put(0, "›", self.voice("accent-strong"))
        line.put(_GUTTER, habit.name, self.voice("strong" if chosen else "text"))
        if habit.minimum:
            widest = max(cell_len(one.name) for one in self.habits)
            column = _GUTTER + min(widest, int(line.width * _NAMES)) + _GAP
            line.put(max(column, line.end + _GAP), habit.minimum, self.voice("muted" if chosen else "faint"))


class FreshStartScreen(FittedModal):
    """Enter begins again with a habit, which may be done at once; Esc leaves the Week as it is until the next one."""

    BINDINGS = [
        # Before the letters that follow them are given to somebody else: keys may come quicker than they bubble up.
        Binding("up,k", "move(-1)", show=False, priority=True),
        Binding("down,j", "move(1)", show=False, priority=True),
        Binding("enter", "go_on", show=False, priority=True),
        Binding("space", "tick", show=False, priority=True),
        Binding("a", "add", show=False, priority=True),
        Binding("escape,q", "leave", show=False, priority=True),
    ]

    def __init__(self, desk: Desk) -> None:
        """Reads the file; what that refuses is the caller's to tell."""
        super().__init__()
        self._desk = desk
        self._mission = read_mission(desk.store)
        self._habits = Habits(read_to_begin_with(desk.store, desk.today))
        self._begun: Habit | None = None  # with which habit

    def compose(self) -> ComposeResult:
        with Vertical(id="frame"):
            yield Progress(1)
            with Foot(id="fresh-start"):
                if self._mission:
                    yield PageMission(self._mission)
                yield Title("", id="asked")
                yield self._habits
                yield Prose(id="about")
            yield Said()
            yield KeyLine()

    def on_mount(self) -> None:
        self._follow()

    def _follow(self) -> None:
        """Ask which habit, or say what can be done now."""
        enter, escape = key_named("enter"), key_named("escape")
        habit, habits = self._begun, self._habits.habits
        about = ""
        if habit is not None:
            title = _("This week: {name}.").format(name=habit.name)
            about = _about(habit)
            keys = [(key_named("space"), _("done now")), (enter, _("to the Week"))]
        else:
            title = _("Good to see you again. One habit for this week?")
            keys = [(enter, _("choose")), (escape, _("the Week as it is")), ("a", _("another habit"))]
            if not habits:
                about = _("A small one is enough; two minutes to choose it.")
                keys = [(enter, _("choose a habit")), (escape, _("the Week as it is"))]
        self.query_one("#asked", Title).say(title)
        self.query_one("#about", Prose).say(about)
        self._habits.display = habit is None and bool(habits)
        self.query_one(KeyLine).keys = tuple(keys)
        self.call_after_refresh(self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        """The row under the cursor, where the screen is too low for all of it; else what is said."""
        body = self.query_one("#fresh-start", Foot)
        last = self._habits if self._habits.display else self.query_one("#about")
        y = last.virtual_region.y + (self._habits.row_line() if self._habits.display else last.size.height)
        body.scroll_to(y=max(0, y - body.size.height + 2), animate=False, immediate=True)

    def action_move(self, step: int) -> None:
        self._habits.row = max(0, min(len(self._habits.habits) - 1, self._habits.row + step))
        self._keep_in_sight()

    def action_go_on(self) -> None:
        """Begin again with the habit under the cursor, or with a new one where there is none; then to the Week."""
        if not self.is_active:
            return
        if self._begun is not None:
            self.dismiss()
        elif not self._habits.habits:
            self.action_add()
        else:
            habit = self._habits.habits[self._habits.row]
            refusal = self._desk.perform(lambda store, now: begin_again(store, habit, now))
            self._say(refusal)
            if refusal is None:
                self._has_begun(habit)

    def action_add(self) -> None:
        """The card of a new habit, which is the one of this week once it is filled in."""
        if not self.is_active or self._begun is not None:
            return
        self._say("")
        with self._desk.told():
            if self._desk.store.free_places():
                self._desk.open(new_habit(self._desk, self._begin_with_new))
            else:
                self._say(_("All places are taken. One of these habits is enough."))

    def _begin_with_new(self, store: Store, card: Card, goal: Goal, now: Moment) -> None:
        self._has_begun(begin_with_new(store, card, goal, now))

    def _has_begun(self, habit: Habit) -> None:
        self._begun = habit
        self._follow()

    def action_tick(self) -> None:
        """Its smallest version, where it has one."""
        habit = self._begun
        if not self.is_active or habit is None:
            return
        refusal = self._desk.perform(
            lambda store, now: store.tick(habit, now.day, now, smallest=bool(habit.minimum)),
            _("Done: {name}").format(name=habit.name),
        )
        if refusal is None:
            self.dismiss()
        else:
            self._say(refusal)

    def action_leave(self) -> None:
        if not self.is_active:
            return
        self.dismiss()
        if self._begun is None:
            with self._desk.told():
                put_off(self._desk.store, self._desk.now)

    def _say(self, refusal: str | None) -> None:
        self.query_one(Said).say(refusal or "", refused=True)


def _about(habit: Habit) -> str:
    if habit.minimum:
        return _("Its smallest version may be done now: {minimum}.").format(minimum=habit.minimum)
    return _("It may be done now.")
