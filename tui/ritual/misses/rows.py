"""What was missed, after the question of pride: a row each, and why with one key (F16, H45)."""

from __future__ import annotations

from datetime import date

from rich.cells import cell_len
from textual import events
from textual.actions import SkipAction
from textual.binding import Binding
from textual.message import Message
from textual.reactive import reactive

from lundi.habits.habit import WEEKDAYS, Habit
from lundi.habits.misses import AIM, KNOW, OTHER, REASONS, TIME, WISH
from lundi.ritual.look_back import Missed
from lundi.time.formats import weekday_short
from lundi.time.weeks import Week
from lundi.words import amounts
from lundi.words.language import gettext as _
from tui.kit.drawing.blocks import Block, Blocks, Piece, Run, ending, flowing, placed
from tui.kit.drawing.lines import fitted

REASON_KEYS = {"n": KNOW, "m": WISH, "t": TIME, "c": AIM, "o": OTHER}  # none of them is one of hjkl; digits need Shift
_ALL = -1  # days
_GUTTER, _GAP = 2, 3
_NARROW = 60
_WIDEST_NAME, _NARROWEST_NAME = 40, 10
_DAY = 4  # columns of a day


class MissList(Blocks, can_focus=True):
    """Rows to go through; the same reason again takes it back. Without a miss it takes no line and no focus.

    It changes nothing itself: the screen writes what was said, and sets `missed` again.
    """

    BINDINGS = [  # before the keys that follow them: those may come quicker than a key bubbles up
        Binding("up,k", "move(-1)", show=False, priority=True),
        Binding("down,j", "move(1)", show=False, priority=True),
        Binding("left,h", "choose_day(-1)", show=False, priority=True),
        Binding("right,l", "choose_day(1)", show=False, priority=True),
        *(Binding(key, f"give({reason!r})", show=False, priority=True) for key, reason in REASON_KEYS.items()),
        Binding("d", "done", show=False, priority=True),
        Binding("s", "excuse", show=False, priority=True),
    ]

    missed: reactive[tuple[Missed, ...]] = reactive((), layout=True)
    row: reactive[int] = reactive(0, layout=True)
    day: reactive[int] = reactive(_ALL, layout=True)  # which of the row's hollow days is meant

    class ReasonGiven(Message):
        """Why a habit was missed; '' takes back what was said."""

        def __init__(self, habit: Habit, reason: str) -> None:
            super().__init__()
            self.habit, self.reason = habit, reason

    class Done(Message):
        """It was done on those days after all."""

        def __init__(self, habit: Habit, days: tuple[date, ...]) -> None:
            super().__init__()
            self.habit, self.days = habit, days

    class Excused(Message):
        """Nothing was to be expected of it on those days."""

        def __init__(self, habit: Habit, days: tuple[date, ...]) -> None:
            super().__init__()
            self.habit, self.days = habit, days

    def on_mount(self) -> None:
        self.display = bool(self.missed)

    def allow_focus(self) -> bool:
        return bool(self.missed)

    def watch_missed(self, before: tuple[Missed, ...], missed: tuple[Missed, ...]) -> None:
        """The cursor stays on its habit; where that is gone, on the line where it was."""
        ids = [one.habit.id for one in missed]
        at = before[self.row].habit.id if self.row < len(before) else ""
        row = ids.index(at) if at in ids else max(0, min(self.row, len(ids) - 1))
        if row != self.row or not missed or self.day >= len(_distinct(missed[row])):
            self.day = _ALL
        self.row = row
        self.display = bool(missed)

    # What its keys do

    @property
    def chosen(self) -> Missed | None:
        """The one under the cursor."""
        return self.missed[self.row] if self.row < len(self.missed) else None

    @property
    def chosen_days(self) -> tuple[date, ...]:
        """Its hollow days, an entry a square, or those of the one day that is meant."""
        if self.chosen is None or self.day == _ALL:
            return self.chosen.days if self.chosen else ()
        meant = _distinct(self.chosen)[self.day]
        return tuple(day for day in self.chosen.days if day == meant)

    @property
    def key_words(self) -> tuple[tuple[str, str], ...]:
        """Every key that does something where the cursor stands, with its word; they are drawn under the rows too."""
        return tuple((key, word) for key, word, _is_said in _keys(self.chosen)) if self.chosen else ()

    def move(self, step: int) -> bool:
        """The cursor a row up or down; whether there was one."""
        if not 0 <= self.row + step < len(self.missed):
            return False
        self.row += step
        self.day = _ALL
        return True

    def action_move(self, step: int) -> None:
        """Past the first and the last row the key is the screen's."""
        if not self.move(step):
            raise SkipAction

    def action_choose_day(self, step: int) -> None:
        """One hollow day after the other, then all of them again."""
        count = len(_distinct(self.chosen)) if self.chosen else 0
        if count > 1:
            self.day = (self.day + step + 1) % (count + 1) - 1

    def action_give(self, reason: str) -> None:
        if one := self.chosen:
            self.post_message(self.ReasonGiven(one.habit, "" if one.reason == reason else reason))

    def action_done(self) -> None:
        if (one := self.chosen) and self.chosen_days:
            self.post_message(self.Done(one.habit, self.chosen_days))

    def action_excuse(self) -> None:
        if (one := self.chosen) and _may_be_excused(one):
            self.post_message(self.Excused(one.habit, self.chosen_days))

    def on_click(self, event: events.Click) -> None:
        height = self._row_height(self.size.width)
        number = (event.y - self._heading) // height if event.y >= self._heading else len(self.missed)
        if number < len(self.missed):
            self.row, self.day = number, _ALL

    # How it looks

    @property
    def shows(self) -> object:
        return self.missed, self.row, self.day, self.has_focus

    @property
    def _heading(self) -> int:
        """Lines over the rows."""
        return 2 if self.roomy else 1

    def _row_height(self, width: int) -> int:
        return 2 if width < _NARROW else 1

    def lay_out(self, width: int) -> Block:
        if not self.missed:
            return []
        between = [()] if self.roomy else []
        block: Block = [(Piece(0, _("What got in the way"), "strong"),), *between]
        for number, one in enumerate(self.missed):
            block += self._row(one, width, is_chosen=self.has_focus and number == self.row)
        keys = [self._key_lines(one, width) for one in self.missed]
        room = max(map(len, keys)) - len(keys[self.row])  # what stands below doesn't move with the cursor
        return [*block, *between, *keys[self.row], *[()] * room]

    def _row(self, one: Missed, width: int, *, is_chosen: bool) -> Block:
        """Habit, how often it was done, the days that stayed hollow, and why; in two lines where it is narrow."""
        name, ratio, reason = one.habit.name, amounts.ratio(one.done, one.target), _said(one)
        ratios = max(cell_len(amounts.ratio(other.done, other.target)) for other in self.missed)
        days = self._days(one, is_chosen)
        cursor = (Piece(0, "›", "accent-strong"),) if is_chosen else ()
        voice = "strong" if is_chosen else "text"
        if self._row_height(width) > 1:
            end, beside = width, width - _GUTTER - ratios - _GAP
            below = _GUTTER - 1
        else:
            longest = max(cell_len(other.habit.name) for other in self.missed)
            taken = max(_DAY * len(_distinct(other)) + cell_len(_said(other)) for other in self.missed)
            room = width - _GUTTER - ratios - taken - 3 * _GAP
            beside = min(_WIDEST_NAME, longest, max(_NARROWEST_NAME, room))
            end = _GUTTER + beside + _GAP + ratios
            below = end + _GAP - 1
        first = (*cursor, Piece(_GUTTER, fitted(name, beside), voice), ending(end, ratio, "muted"))
        left = width - below - _DAY * len(days) // 2 - _GAP
        second = (*placed(below, days), ending(width, fitted(reason, left), "muted"))
        return [first, second] if self._row_height(width) > 1 else [(*first, *second)]

    def _days(self, one: Missed, is_chosen: bool) -> list[Run]:
        """The hollow days, each with a blank before it, where the sign of the one that is meant stands."""
        runs: list[Run] = []
        for number, day in enumerate(_distinct(one)):
            is_meant = is_chosen and number == self.day
            name = weekday_short(day.isoweekday())
            runs += [("›" if is_meant else " ", "accent-strong"), (name, "strong" if is_meant else "faint")]
        return runs

    def _key_lines(self, one: Missed, width: int) -> Block:
        voice = "accent-strong" if self.has_focus else "faint"
        items: list[tuple[Run, ...]] = []
        for key, word, is_said in _keys(one):
            sign: Run = ("› " if is_said else "  ", "accent-strong")
            room = width - _GUTTER - cell_len(key) - 1
            items.append((sign, (key, voice), (f" {fitted(word, room)}", "text" if is_said else "faint")))
        return flowing(items, width, 1)


def _keys(one: Missed) -> list[tuple[str, str, bool]]:
    """What can be said of a miss: key, word, and whether that was said."""
    keys = [(key, _(REASONS[reason]), reason == one.reason) for key, reason in REASON_KEYS.items()]
    if one.days:
        keys.append(("d", _("done after all"), False))
    if _may_be_excused(one):
        keys.append(("s", _("excused"), False))
    if len(_distinct(one)) > 1:
        keys.append(("← →", _("one day"), False))
    return keys


def _said(one: Missed) -> str:
    """Why, in words; '' where nothing was said."""
    return _(REASONS[one.reason]) if one.reason else ""


def _distinct(one: Missed) -> tuple[date, ...]:
    """The days on which a square stayed hollow: there may be several squares on one."""
    return tuple(dict.fromkeys(one.days))


def _may_be_excused(one: Missed) -> bool:
    """Whether an excuse takes anything away: fixed days only, a number a week stays."""
    return bool(one.days) and one.habit.goal_in(Week.of(one.days[0])).kind == WEEKDAYS
