"""Every command of a place by its name, and what runs it: the list that everything else is found with."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.fuzzy import Matcher

from lundi.words.language import gettext as _
from tui.commands import commands_of
from tui.kit.commands import Command, key_name
from tui.kit.screens.lists import Act, Entry, ListScreen


def palette(scope: str, run: Callable[[Command], object]) -> ListScreen:
    """The commands that work in a place; the one that is chosen is run once the list has gone."""
    named = [command for command in commands_of(scope) if command.tooltip and command.action != "palette"]
    by_id = {str(number): command for number, command in enumerate(named)}
    every = [Entry(number, _(command.tooltip), key_name(command)) for number, command in by_id.items()]

    def found(text: str) -> Sequence[Entry]:
        """Those whose letters come in that order, the likeliest first."""
        matcher = Matcher(text.strip())
        scored = [(matcher.match(entry.text), entry) for entry in every]
        return [entry for score, entry in sorted(scored, key=lambda one: -one[0]) if score > 0]

    def choose(number: str) -> None:
        run(by_id[number])

    return ListScreen(
        _("Search for a command…"),
        lambda: every,
        [Act("enter", _("run it"), choose)],
        empty=_("Nothing for '{text}'."),
        search=found,
    )
