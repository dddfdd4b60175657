"""Choosing the two of a week from the ideas, five at a time (F17, F19)."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.screen import Screen

from lundi.ideas.idea import Idea
from lundi.ritual.choosing import Choosing
from lundi.time.days import Moment
from lundi.words.errors import LundiError
from lundi.words.language import gettext as _
from storage.file.undo import undo
from storage.habits.mission import read_mission
from storage.ideas.intents import choose_idea, let_go_idea, unchoose_idea
from storage.ritual.choosing import read_choosing
from storage.store import Store
from tui.ideas import asks as idea_asks
from tui.ideas.picker import IdeaPicker
from tui.kit.commands import key_named
from tui.kit.drawing.sized import Column
from tui.kit.intents import Change
from tui.kit.place import Desk
from tui.kit.screens.giving_up import GivingUp
from tui.ritual.choice import asks as choose_asks
from tui.ritual.choice.parts import ChoiceWords, WeekMinutes


class ChoosingView(Column, can_focus=True):
    """The ideas, how the choice stands, and the week in minutes. Each choice is a change of its own and stays chosen.

    It shows the file as it is whenever what was opened over its screen closes, and keeps the cursor in sight where it
    stands in something that scrolls.
    """

    BINDINGS = [
        # Before the letters that follow them are given to somebody else: keys may come quicker than they bubble up.
        Binding("up,k", "move(-1)", show=False, priority=True),
        Binding("down,j", "move(1)", show=False, priority=True),
        Binding("right,l,pagedown", "turn(1)", show=False, priority=True),
        Binding("left,h,pageup", "turn(-1)", show=False, priority=True),
        Binding("space", "choose", show=False, priority=True),
        Binding("s", "split", show=False, priority=True),
        Binding("e", "edit", show=False, priority=True),
        Binding("a,i", "add", show=False, priority=True),
        Binding("d", "let_go", show=False, priority=True),
        Binding("u", "undo", show=False, priority=True),
    ]

    class Changed(Message):
        """It shows something else: another choice, other ideas, or other five of them."""

    def __init__(self, desk: Desk, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        """Reads the file; what that refuses is the caller's to tell."""
        super().__init__(id=id)
        self._desk = desk
        self._choosing = self._read()
        self._picker = IdeaPicker(self._choosing)
        self._words, self._minutes = ChoiceWords(), WeekMinutes()
        self._fitted = self.app.size  # the size of the terminal in which the cursor was put in sight

    @property
    def choosing(self) -> Choosing:
        """What it shows."""
        return self._choosing

    @property
    def range_shown(self) -> str:
        """'ideas 6 to 10 of 12', '' where all of them are in sight."""
        return self._picker.range_shown

    @property
    def key_words(self) -> tuple[tuple[str, str], ...]:
        """The keys that do something here, with their words; the letters last."""
        return (
            (key_named("space"), _("choose")),
            *((("→", _("next five")),) if self.range_shown else ()),
            ("s", _("split")),
            ("e", _("edit")),
            ("a", _("add")),
            ("d", _("let go")),
            ("u", _("undo")),
        )

    def say(self, sentence: str, *, refused: bool = False) -> None:
        """Say a sentence until the next key."""
        self._words.say(sentence, refused=refused)
        if sentence and self.is_attached:
            self.call_after_refresh(self._keep_in_sight)

    # What is shown

    def compose(self) -> ComposeResult:
        yield self._picker
        yield self._words
        yield self._minutes

    def on_mount(self) -> None:
        self._show()
        self.app.screen_change_signal.subscribe(self, self._screen_changed)
        self.screen.screen_layout_refresh_signal.subscribe(self, self._laid_out)

    def _screen_changed(self, screen: Screen[object]) -> None:
        """What was opened over it may have changed what it shows."""
        if screen is self.screen:
            self.reread()

    def _laid_out(self, _screen: Screen[object]) -> None:
        """In another terminal than before, perhaps."""
        if self._fitted != self.app.size:
            self._fitted = self.app.size
            self.call_after_refresh(self._keep_in_sight)

    def _read(self) -> Choosing:
        return read_choosing(self._desk.store, self._desk.now.week)

    def reread(self, *, to_new: bool = True) -> str:
        """Show the file as it is now, with the cursor on an idea that is new, or else where it was; the sentence of a
        refusal, or ''."""
        try:
            self._choosing = self._read()
        except LundiError as error:
            return error.sentence
        self._picker.show(self._choosing, to_new=to_new)
        self._show()
        return ""

    def _show(self) -> None:
        self._words.choosing = self._choosing
        self._minutes.minutes = self._choosing.minutes
        self._minutes.display = bool(self._choosing.minutes.total)
        if self.is_attached:  # not before the first paint of a burst of keys
            self.call_after_refresh(self._keep_in_sight)
            self.post_message(self.Changed())

    def _keep_in_sight(self) -> None:
        """What is said, until the next key; else the idea under the cursor."""
        if self._picker.is_attached:
            if self._words.sentence:
                self._words.keep_in_sight(0)
            else:
                self._picker.keep_in_sight(self._picker.cursor_line)

    # What keys do

    def move(self, step: int) -> bool:
        """To an idea above or below; whether there is one."""
        self.say("")
        has_moved = self._picker.move(step)
        self._keep_in_sight()
        return has_moved

    def action_move(self, step: int) -> None:
        self.move(step)

    def action_turn(self, step: int) -> None:
        self.say("")
        self._picker.turn(step)
        self._show()

    @on(IdeaPicker.Clicked)
    def _clicked(self) -> None:
        if self.screen.is_current:
            self.action_choose()

    def action_choose(self) -> None:
        """Choose what is under the cursor, or give it back; what is too big or was carried twice asks first."""
        idea = self._picker.idea
        if idea is None:
            return
        if self._picker.is_chosen(idea):
            self._change(lambda store, now: unchoose_idea(store, idea, now))
        elif self._choosing.is_full or not (idea.is_too_big or idea.must_be_decided):
            self._choose(idea)
        elif idea.is_too_big:
            self._desk.open(choose_asks.first_piece(self._desk, idea))
        else:
            self._desk.open(
                choose_asks.decide(
                    idea,
                    lambda: self._choose(idea),
                    lambda: choose_asks.smaller(self._desk, idea),
                    lambda: self._let_go(idea),
                )
            )

    def _choose(self, idea: Idea) -> None:
        self._change(lambda store, now: choose_idea(store, idea, now))

    def action_split(self) -> None:
        if (idea := self._picker.idea) is not None:
            self._desk.open(idea_asks.split(self._desk, idea))

    def action_edit(self) -> None:
        if (idea := self._picker.idea) is not None:
            self._desk.open(idea_asks.edit(self._desk, idea))

    def action_add(self) -> None:
        self._desk.open(idea_asks.capture(self._desk))

    def action_let_go(self) -> None:
        if (idea := self._picker.idea) is not None:
            with self._desk.told():
                if (asked := self._let_go(idea)) is not None:
                    self._desk.open(asked)

    def _let_go(self, idea: Idea) -> GivingUp | None:
        """At once; what was carried twice once the mission has been read (D06), on a screen to be opened."""

        def let_go() -> None:
            said = _("Let go of: {title}").format(title=idea.title)
            self._change(lambda store, now: let_go_idea(store, idea, now), said)

        mission = read_mission(self._desk.store) if idea.must_be_decided else ""
        if mission:
            title = _("Let go of '{title}'?").format(title=idea.title)
            return GivingUp(title, mission, _("enter let go   esc keep"), let_go)
        let_go()
        return None

    def action_undo(self) -> None:
        said: list[str] = []

        def take_back(store: Store, now: Moment) -> None:
            said.append(_("Undone: {change}").format(change=undo(store, now)[-1].sentence))

        self._change(take_back)
        if said:
            self.say(said[0])

    def _change(self, change: Change, said: str = "") -> None:
        """Carry a change out, and show what comes of it."""
        refusal = self._desk.perform(change)
        refusal = self.reread() or refusal
        self.say(refusal or said, refused=bool(refusal))
