"""The rules of the game on one page (H19); Enter changes those that can be set."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widgets import Static

from lundi.rules import Rule, rules_of_the_game
from lundi.settings import HABITS_AT_MOST, HELD_FROM, RITUAL_DAY, SEASON_START, SEASON_WEEKS
from lundi.words.errors import LundiError
from lundi.words.language import gettext as _
from storage.rules import read_rules
from tui.kit.drawing.blocks import Block, Piece, beside, moved, paragraph
from tui.kit.drawing.layout import is_list_only
from tui.kit.drawing.lines import Line, Lines
from tui.kit.place import Desk
from tui.kit.screens.fitted import FittedModal
from tui.settings import SettingsDialog

_OF_THE_GAME = (RITUAL_DAY, HELD_FROM, HABITS_AT_MOST, SEASON_START, SEASON_WEEKS)
_NAMES = 15  # columns of the rules' names
_INDENT = 2  # of the sentences, where they stand under the names
_LONGEST = 84  # columns of a line that is easy to read


def open_rules(desk: Desk) -> None:
    """Show the rules over the place that is open."""
    desk.open(RulesScreen(desk))


class RulesScreen(FittedModal):
    """A page to read; it is read anew when the settings opened over it are closed."""

    BINDINGS = [
        Binding("escape,q,R", "close", show=False),
        # Before what follows it: keys may come quicker than they bubble up.
        Binding("enter,e", "edit", show=False, priority=True),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._page = RulesPage(self._read())

    def _read(self) -> tuple[Rule, ...]:
        return rules_of_the_game(read_rules(self._desk.store, self._desk.today))

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="page"):
            yield Static(_("Rules of the game"), classes="title", markup=False)
            yield self._page
            yield Static(_("enter change them   esc close"), classes="keys", markup=False)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        try:
            self._page.rules = self._read()
        except LundiError as error:
            self._desk.say(error.sentence, refused=True)
        self._page.refresh(layout=True)

    def action_close(self) -> None:
        if self.is_active:
            self.dismiss()

    def action_edit(self) -> None:
        if self.is_active:
            self._desk.open(SettingsDialog(self._desk, _OF_THE_GAME, _("Rules of the game")))


class RulesPage(Lines):
    """Each rule with its sentences beside its name, or under it where there is little room."""

    GROUND = "surface"

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        super().__init__()
        self.rules = rules

    def line_count(self, width: int) -> int:
        return len(self._block(width))

    def draw(self, y: int, line: Line) -> None:
        for piece in self._block(line.width)[y]:
            line.put(piece.column, piece.text, self.voice(piece.voice))

    def _block(self, width: int) -> Block:
        block: Block = []
        for rule in self.rules:
            name: Block = [(Piece(0, rule.name, "strong"),)]
            if is_list_only(self.app.size):
                block += name + moved(paragraph(" ".join(rule.sentences), width - _INDENT, "muted"), _INDENT)
            else:
                sentences = paragraph(" ".join(rule.sentences), min(_LONGEST, width - _NAMES), "muted")
                block += beside((0, name), (_NAMES, sentences))
            if self.roomy or is_list_only(self.app.size):
                block.append(())
        return block
