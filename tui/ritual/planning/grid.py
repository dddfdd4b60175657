"""The plan of a week to work on: squares to take up and put down, days off, a storm week (H10)."""

from __future__ import annotations

from textual import events
from textual.actions import SkipAction
from textual.binding import Binding
from textual.message import Message

from lundi.record import replaced
from lundi.ritual.plan import PlanPage, PlanRow
from lundi.time.weeks import DAYS
from lundi.words.language import gettext as _
from tui.kit.commands import key_named
from tui.ritual.planning.rows import InHand, PlanRows
from tui.week.day_grid import DayGrid


class PlanGrid(PlanRows, can_focus=True):
    """Rows of habits with their seven days, then the two actions. The arrows carry a square that was taken up; it stays
    where it is put down, or where the cursor leaves its row, and Esc alone takes it back to where it was.

    It writes nothing itself: the screen that holds it carries out what its messages ask for, and sets `page` again. A
    square that was put down stands there at once, as the next key may come before that.
    """

    BINDINGS = [  # before the keys that follow them: those may come quicker than a key bubbles up
        Binding("up,k", "move_row(-1)", show=False, priority=True),
        Binding("down,j", "move_row(1)", show=False, priority=True),
        Binding("left,h", "move_day(-1)", show=False, priority=True),
        Binding("right,l", "move_day(1)", show=False, priority=True),
        Binding("space", "take_or_put", show=False, priority=True),
        Binding("enter", "put_down", show=False, priority=True),
        Binding("escape", "put_back", show=False, priority=True),
        Binding("o", "day_off", show=False, priority=True),
        Binding("w", "storm", show=False, priority=True),
    ]

    class Moved(Message):
        """A habit's squares are to stand on these weekdays."""

        def __init__(self, habit_id: str, squares: tuple[int, ...]) -> None:
            super().__init__()
            self.habit_id, self.squares = habit_id, squares

    class DayOff(Message):
        """A weekday, 1 to 7, is to be taken off, or not any more."""

        def __init__(self, weekday: int) -> None:
            super().__init__()
            self.weekday = weekday

    class Storm(Message):
        """The week is to be a storm week, or none any more."""

    class Refused(Message):
        """Why a key does nothing here, and what does."""

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    class Changed(Message):
        """The cursor stands elsewhere, or another page is shown, or a square was taken up or put down: other keys do
        something now, and what was refused is over."""

    def __init__(self) -> None:
        super().__init__()
        self._sent: dict[str, tuple[int, ...]] = {}  # by habit id, squares put down that the screen may not know yet
        self._unanswered = 0  # how many messages no page has answered

    def on_mount(self) -> None:
        self.day = max(0, self.today)

    # What is under the cursor

    @property
    def key_words(self) -> tuple[tuple[str, str], ...]:
        """The keys that do something where the cursor stands, with their words."""
        if self.in_hand is not None:
            return (key_named("space"), _("put down")), ("← →", _("carry")), (key_named("escape"), _("put back"))
        row = self.chosen
        may_take = row is not None and not self._refusal(row)
        may_be_off = row is not None and not self._day_off_refusal(row)
        is_off = self.weekday in self.page.days_off
        return (
            *(((key_named("space"), _("take up")),) if may_take else ()),
            *((("o", _("no day off") if is_off else _("day off")),) if may_be_off else ()),
            ("w", _("ordinary week") if self.page.is_storm else _("storm week")),
        )

    def _refusal(self, row: PlanRow) -> str:
        """Why no square can be taken up where the cursor stands; '' where one can."""
        if not row.is_habit:
            return _("The two have no day of their own: any day of the week is right.")
        if not row.movable:
            return _("{name} has fixed days. `e` on the Week changes them.").format(name=row.name)
        if self.page.is_off:
            return _("Nothing is planned in a week off. `w` makes it a storm week.")
        if self.page.is_storm:
            return _("In a storm week one tick is enough, on any day. `w` makes it an ordinary week again.")
        if self.weekday not in row.squares:
            return _("Nothing is planned there. Go to a square to take it up.")
        return ""

    def _day_off_refusal(self, row: PlanRow) -> str:
        """The same of taking the day off: that is done beforehand, and may be taken back at any time."""
        if not row.is_habit:
            return _("Go to a day of a habit first: `o` takes that day off.")
        if self.day < self.today and self.weekday not in self.page.days_off:
            return _("A day off is taken beforehand. `s` on the Week excuses a day afterwards.")
        return ""

    # What its keys do

    def move(self, step: int) -> bool:
        """The cursor a row up or down; whether there was one. What is in hand is put down first."""
        self.put_down()
        there = self.row + step
        if not 0 <= there < len(self.page.rows):
            return False
        self.row = there
        return True

    def put_down(self) -> bool:
        """Put down what is in hand, where the cursor stands; whether there was something."""
        hand, row = self.in_hand, self.chosen
        if hand is None or row is None:
            return False
        squares = self._squares_of(row)
        self.in_hand = None
        if squares != row.squares:
            self._sent[row.item_id] = squares
            self.set_reactive(PlanGrid.page, self._with_sent(self.page))
            self._ask(self.Moved(row.item_id, squares))
        return True

    def put_back(self) -> bool:
        """Put what is in hand back where it was, and the cursor with it; whether there was something."""
        if self.in_hand is None:
            return False
        self.day = self.in_hand.origin - 1
        self.in_hand = None
        return True

    def action_move_row(self, step: int) -> None:
        """Past the first and the last row the key is the screen's."""
        if not self.move(step):
            raise SkipAction

    def action_move_day(self, step: int) -> None:
        self.day = max(0, min(DAYS - 1, self.day + step))

    def action_take_or_put(self) -> None:
        if self.put_down() or (row := self.chosen) is None:
            return
        if refusal := self._refusal(row):
            self.post_message(self.Refused(refusal))
        else:
            self.in_hand = InHand(row.item_id, row.squares, self.weekday)

    def action_put_down(self) -> None:
        """With nothing in hand the key is the screen's."""
        if not self.put_down():
            raise SkipAction

    def action_put_back(self) -> None:
        """The same."""
        if not self.put_back():
            raise SkipAction

    def action_day_off(self) -> None:
        self.put_down()
        if (row := self.chosen) is None:
            return
        if refusal := self._day_off_refusal(row):
            self.post_message(self.Refused(refusal))
        else:
            self._ask(self.DayOff(self.weekday))

    def action_storm(self) -> None:
        self.put_down()
        self._ask(self.Storm())

    def _ask(self, message: Message) -> None:
        """Ask for something that the next page answers."""
        self._unanswered += 1
        self.post_message(message)

    def on_blur(self) -> None:
        """Nothing is left in hand where no key puts it down."""
        self.put_down()

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; it is its frame that knows where the days stand."""
        number = self._action_at(event.y)
        if number is not None:
            event.prevent_default()
            self.move(self.habit_count + number - self.row)

    def on_day_grid_cell_clicked(self, message: DayGrid.CellClicked) -> None:
        """Within its row a click carries what is in hand, as the arrows do."""
        message.stop()
        if message.row != self.row:
            self.move(message.row - self.row)
        self.day = message.day

    def on_day_grid_name_clicked(self, message: DayGrid.NameClicked) -> None:
        message.stop()
        self.move(message.row - self.row)

    # What changes its looks

    def validate_page(self, page: PlanPage) -> PlanPage:
        """A page that answers an earlier message doesn't take back what was put down since."""
        self._unanswered = max(0, self._unanswered - 1)
        if not self._unanswered:
            self._sent.clear()
        return self._with_sent(page)

    def _with_sent(self, page: PlanPage) -> PlanPage:
        rows = (replaced(row, squares=self._sent.get(row.item_id, row.squares)) for row in page.rows)
        return replaced(page, rows=tuple(rows))

    def watch_page(self, before: PlanPage, page: PlanPage) -> None:
        """The cursor stays on its row; where that is gone, on the line where it was. What is in hand stays there while
        it could still be taken up."""
        ids = [row.item_id for row in page.rows]
        at = before.rows[self.row].item_id if self.row < len(before.rows) else ""
        self.row = ids.index(at) if at in ids else max(0, min(self.row, len(ids) - 1))
        row, hand = self.chosen, self.in_hand
        if hand is not None and (row is None or (row.item_id, row.squares) != (hand.habit_id, hand.squares)):
            self.in_hand = None
        if self.is_mounted:
            self.refresh(layout=len(before.rows) != len(page.rows))
            self.post_message(self.Changed())

    def watch_row(self) -> None:
        self._show()

    def watch_day(self) -> None:
        self._show()

    def watch_in_hand(self) -> None:
        self._show()

    def _show(self) -> None:
        if self.is_mounted:
            self.refresh()
            self.post_message(self.Changed())
