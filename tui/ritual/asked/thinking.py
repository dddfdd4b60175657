"""'Still thinking of it?': one to five, every four weeks (H39)."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Static

from lundi.habits.habit import Habit
from lundi.words.language import N_
from lundi.words.language import gettext as _
from storage.habits.reviews import write_thought
from tui.kit.drawing.prose import Remark
from tui.kit.fields.options import SCALE_KEYS, UNSAID, Options
from tui.kit.place import Desk
from tui.kit.screens.asking import About, Answered
from tui.kit.screens.dialog import Foot
from tui.kit.screens.fitted import FittedModal

_SCALE = (N_("never"), N_("rarely"), N_("sometimes"), N_("often"), N_("every time"))


class Thinking(FittedModal):
    """A digit answers at once; ← → choose for Enter, which without a choice leaves it unanswered, as Esc does."""

    BINDINGS = [
        # Before the letters that follow them are given to somebody else: keys may come quicker than they bubble up.
        *(Binding(key, f"answer({number})", show=False, priority=True) for number, key in enumerate(SCALE_KEYS, 1)),
        Binding("enter", "take", show=False, priority=True),
        Binding("escape,q", "leave", show=False, priority=True),
    ]

    def __init__(self, desk: Desk, habit: Habit, answered: Answered) -> None:
        super().__init__()
        self._desk, self._habit, self._answered = desk, habit, answered

    def compose(self) -> ComposeResult:
        choices = tuple((str(number), _(words)) for number, words in enumerate(_SCALE, 1))
        title = _("{name}: do you still think of it?").format(name=self._habit.name)
        with Foot(classes="dialog"):
            yield Static(title, classes="title", markup=False)
            yield About(_("What is hardly thought of goes by itself, and may be settled."))
            yield Options((*choices, UNSAID), "", id="thought", letters=tuple(value for value, _words in choices))
            yield Remark(classes="refusal")
            yield Static(_("1 to 5 answer   ← → choose   esc not now"), classes="keys", markup=False)

    def on_mount(self) -> None:
        self.query_one(Options).focus()

    def action_answer(self, answer: int) -> None:
        if not self.is_active:
            return
        week = self._desk.now.week
        refusal = self._desk.perform(
            lambda store, now: write_thought(store, self._habit.id, self._habit.name, week, answer, now)
        )
        if refusal is None:
            self.action_leave()
        else:
            self.query_one(Remark).say(refusal, refused=True)

    def action_take(self) -> None:
        chosen = self.query_one(Options).value
        if chosen:
            self.action_answer(int(chosen))
        else:
            self.action_leave()

    def action_leave(self) -> None:
        if self.is_active:
            self.dismiss()
            self._answered()
