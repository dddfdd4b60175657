"""Ideas: everything that waits for a Monday, on one list that is only gone to on purpose (F17)."""

from __future__ import annotations

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.geometry import Region

from lundi.ideas.idea import Idea, for_whom_first, next_size
from lundi.time.weeks import Week
from lundi.words.errors import Refused
from lundi.words.language import gettext as _
from storage.ideas.intents import edit_idea, let_go_idea, read_ideas
from storage.search import Found
from tui.ideas import asks as idea_asks
from tui.ideas.commands import COMMANDS, IDEAS
from tui.ideas.rows import IdeaFacts, IdeaList, IdeasHeading
from tui.kit.commands import EMPTY, FILLED, bindings
from tui.kit.place import PlaceView


class IdeasView(PlaceView):
    """The cursor is on an idea; one letter says for whom it is, or how long it takes."""

    BINDINGS = bindings(COMMANDS, IDEAS)

    heading = getters.query_one(IdeasHeading)
    body = getters.query_one("#ideas-body", VerticalScroll)
    rows = getters.query_one(IdeaList)
    facts = getters.query_one(IdeaFacts)

    def compose(self) -> ComposeResult:
        yield IdeasHeading()
        with VerticalScroll(id="ideas-body", can_focus=False):
            yield IdeaList()
        yield IdeaFacts()

    def show_file(self, *, only_ticks: bool = False) -> None:
        ideas = read_ideas(self.desk.store, Week.of(self.desk.today))
        self.rows.show(for_whom_first(ideas) if self.heading.by_whom else ideas)
        self.heading.count = len(ideas)
        self._point()

    @property
    def conditions(self) -> frozenset[str]:
        return super().conditions | {FILLED if self.rows.ideas else EMPTY}

    def show_found(self, found: Found) -> None:
        places = [place for place, idea in enumerate(self.rows.ideas) if idea.title == found.text]
        if places:
            self.rows.row = places[0]
            self._point()

    def on_resize(self) -> None:
        if self.query(IdeaFacts):  # else the place is being taken away
            self._point()

    def _point(self) -> None:
        """Keep the row under the cursor in sight, and say what there is to say of it."""
        self.facts.today = self.desk.today
        self.facts.idea = self.rows.idea
        self.call_after_refresh(self._scroll)

    def _scroll(self) -> None:
        """Unless the place is being taken away, as it is when another language is chosen."""
        for rows in self.query(IdeaList):
            row = Region(0, rows.row * rows.pitch, 1, 1)
            self.body.scroll_to_region(row, animate=False, immediate=True)

    @property
    def idea(self) -> Idea:
        """The one under the cursor. Refused without any."""
        if (idea := self.rows.idea) is None:
            raise Refused(_("No idea here. `a` writes one down."))
        return idea

    @on(IdeaList.Clicked)
    def _clicked(self, message: IdeaList.Clicked) -> None:
        """A click puts the cursor there; a second one opens the idea."""
        self._point()
        if message.again:
            self.action_edit()

    def action_move(self, step: int) -> None:
        self.rows.move(step)
        self._point()

    def action_move_page(self, step: int) -> None:
        self.action_move(step * max(1, self.body.size.height // self.rows.pitch - 1))

    def action_add(self) -> None:
        self.desk.open(idea_asks.capture(self.desk))

    def action_edit(self) -> None:
        with self.desk.told():
            self.desk.open(idea_asks.edit(self.desk, self.idea))

    def action_mark(self, whom: str) -> None:
        """For whom it is; the same key again takes it away (C04)."""
        with self.desk.told():
            idea = self.idea
            self._change(idea, "" if whom == idea.for_whom else whom, idea.minutes)

    def action_resize(self) -> None:
        with self.desk.told():
            idea = self.idea
            self._change(idea, idea.for_whom, next_size(idea.minutes))

    def _change(self, idea: Idea, for_whom: str, minutes: int | None) -> None:
        changed = idea_asks.with_changes(idea, idea.title, for_whom, minutes, idea.line, idea.enough)
        self.desk.demand(lambda store, now: edit_idea(store, idea, changed, now))

    def action_split(self) -> None:
        with self.desk.told():
            self.desk.open(idea_asks.split(self.desk, self.idea))

    def action_let_go(self) -> None:
        with self.desk.told():
            idea = self.idea
            said = _("Let go of: {name}. `u` brings it back.").format(name=idea.title)
            self.desk.demand(lambda store, now: let_go_idea(store, idea, now), said)

    def action_turn_order(self) -> None:
        """As they are offered, or sorted on for whom they are (C04)."""
        self.heading.by_whom = not self.heading.by_whom
        self.desk.show()
