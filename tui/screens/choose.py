"""The choice of the two, and the commit: ideas five at a time, two of them chosen (F17, F19)."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from lundi.choosing import Choosing
from lundi.days import Moment
from lundi.errors import LundiError
from lundi.ideas import Idea
from lundi.language import gettext as _
from storage.choosing import read_choosing
from storage.ideas import choose_idea, let_go_idea, unchoose_idea
from storage.mission import read_mission
from storage.store import Store
from storage.undo import undo
from tui.commands import key_named
from tui.intents import Change
from tui.layout import is_list_only, is_roomy
from tui.screens import choose_asks, idea_asks
from tui.screens.dialog import Foot
from tui.screens.giving_up import GivingUp
from tui.views.place import Desk
from tui.widgets.choice_parts import ChoiceHeading, ChoiceWords, KeyLines, WeekMinutes
from tui.widgets.idea_picker import IdeaPicker

_LOW = 20  # lines below which there is none to spare


class ChooseScreen(ModalScreen[None]):
    """Each choice is a change of its own and stays chosen; Enter commits to the week, Esc leaves that for later."""

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
        Binding("enter", "commit", show=False, priority=True),
        Binding("escape,q", "leave", show=False, priority=True),
    ]

    def __init__(self, desk: Desk) -> None:
        """Reads the file; what that refuses is the caller's to tell."""
        super().__init__()
        self._desk = desk
        self._choosing = self._read()
        self._picker = IdeaPicker(self._choosing)
        self._heading, self._words, self._minutes = ChoiceHeading(), ChoiceWords(), WeekMinutes()

    def _read(self) -> Choosing:
        return read_choosing(self._desk.store, self._desk.now.week)

    def compose(self) -> ComposeResult:
        with Foot(classes="dialog"):
            yield self._heading
            yield self._picker
            yield self._words
            yield self._minutes
            yield KeyLines(self._keys, id="choice-keys")

    @property
    def _keys(self) -> tuple[tuple[str, str], ...]:
        planned = self._choosing.planned
        return (
            (key_named("space"), _("choose")),
            (key_named("enter"), _("close") if planned else _("commit")),
            *((("→", _("next five")),) if self._picker.range_shown else ()),
            *(((key_named("escape"), _("later")),) if not planned else ()),
            ("s", _("split")),
            ("e", _("edit")),
            ("a", _("add")),
            ("d", _("let go")),
            ("u", _("undo")),
        )

    def on_mount(self) -> None:
        self._show()

    def on_resize(self) -> None:
        self.set_class(is_roomy(self.app.size), "-roomy")
        self.set_class(self.app.size.height < _LOW or is_list_only(self.app.size), "-low")
        self.call_after_refresh(self._keep_in_sight)

    def on_screen_resume(self) -> None:
        """What was opened over it may have changed what it shows."""
        if self.is_mounted:
            self._reread()

    # What is shown

    def _reread(self) -> str:
        """Show the file as it is now; the sentence of a refusal, or ''."""
        try:
            self._choosing = self._read()
        except LundiError as error:
            return error.sentence
        self._picker.show(self._choosing)
        self._show()
        return ""

    def _show(self) -> None:
        self._words.choosing = self._minutes.choosing = self._choosing
        self._minutes.display = bool(self._choosing.minutes.total)
        self._heading.beside = self._picker.range_shown
        self.call_after_refresh(self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        if self.is_mounted and self._picker.is_attached:  # not before the first paint of a burst of keys
            foot, keys = self.query_one(Foot), self.query_one(KeyLines)
            y = self._picker.virtual_region.y + self._picker.cursor_line
            room = foot.size.height - keys.outer_size.height
            foot.scroll_to(y=max(0, min(y, max(y - room + 1, int(foot.scroll_y)))), animate=False, immediate=True)

    def _say(self, sentence: str, *, refused: bool = False) -> None:
        self._words.say(sentence, refused=refused)

    # What keys do

    def action_move(self, step: int) -> None:
        self._say("")
        self._picker.move(step)
        self._keep_in_sight()

    def action_turn(self, step: int) -> None:
        self._say("")
        self._picker.turn(step)
        self._show()

    @on(IdeaPicker.Clicked)
    def _clicked(self) -> None:
        self.action_choose()

    def action_choose(self) -> None:
        """Choose what is under the cursor, or give it back; what is too big or was carried twice asks first."""
        idea = self._picker.idea
        if idea is None or not self.is_current:
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
            self._say(said[0])

    def _change(self, change: Change, said: str = "") -> None:
        """Carry a change out, and show what comes of it."""
        refusal = self._desk.perform(change)
        refusal = self._reread() or refusal
        self._say(refusal or said, refused=bool(refusal))

    # Leaving

    def action_commit(self) -> None:
        """Commit to the week with what is chosen; a week that is committed already stays as it is."""
        if not self.is_current:  # a second Enter, quicker than the first one's closing
            return
        if self._choosing.planned:
            self.dismiss()
            return
        refusal = self._desk.perform(lambda store, now: store.commit_chosen(now))
        if refusal is None:
            self.dismiss()
        else:
            self._reread()
            self._say(refusal, refused=True)

    def action_leave(self) -> None:
        if self.is_current:
            self.dismiss()
