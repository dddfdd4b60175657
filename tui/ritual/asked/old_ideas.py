"""Ideas that wait for longer than half a year, offered for letting go five at a time (F17)."""

from __future__ import annotations

from lundi.ideas.idea import AT_A_TIME, Idea
from lundi.time.formats import day_numeric
from lundi.words.language import gettext as _
from lundi.words.language import ngettext
from storage.ideas.intents import keep_old_ideas, let_go_ideas, read_old_ideas
from tui.kit.place import Desk
from tui.kit.screens.asking import Answered
from tui.kit.screens.lists import STAYS, Act, Entry, ListScreen


class OldIdeas(ListScreen):
    """Enter keeps the five until the next quarter; the next five follow, and after the last ones it closes."""

    def __init__(self, desk: Desk, answered: Answered) -> None:
        super().__init__(
            _("These ideas are more than half a year old. Let go of them?"),
            self._entries,
            [
                Act("enter", _("keep them"), self._keep, after=STAYS),
                Act("d", _("let one go"), self._let_go, after=STAYS),
                Act("D", _("let all go"), self._let_go_of_all, after=STAYS),
            ],
            empty="",
            leave=_("later"),
        )
        self._desk, self._answered = desk, answered
        self._shown: list[Idea] = []

    def _entries(self) -> list[Entry]:
        ideas = read_old_ideas(self._desk.store, self._desk.today)
        self._shown = ideas[:AT_A_TIME]
        return [Entry(idea.id, idea.title, day_numeric(idea.added_on)) for idea in self._shown]

    def _reread(self) -> None:
        super()._reread()
        if not self._shown:
            self.action_close()

    def _keep(self, _idea_id: str) -> str | None:
        return self._desk.perform(lambda store, now: keep_old_ideas(store, self._shown, now))

    def _let_go(self, idea_id: str) -> str | None:
        return self._perform([idea for idea in self._shown if idea.id == idea_id])

    def _let_go_of_all(self, _idea_id: str) -> str | None:
        return self._perform(self._shown)

    def _perform(self, ideas: list[Idea]) -> str | None:
        said = ngettext(
            "{count} idea let go of; `u` brings it back.", "{count} ideas let go of; `u` brings them back.", len(ideas)
        )
        refusal = self._desk.perform(lambda store, now: let_go_ideas(store, ideas, now), said.format(count=len(ideas)))
        if refusal is not None:  # another program may have taken one: list what is there still
            self._reread()
        return refusal

    def action_close(self) -> None:
        if self.is_active:
            super().action_close()
            self._answered()
