"""Every command of a place by its name, and what runs it: the list that everything else is found with."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from textual.fuzzy import Matcher
from textual.geometry import Size

from lundi.words.language import gettext as _
from tui.commands import commands_of
from tui.kit.commands import Command, key_name
from tui.kit.drawing.lines import fitted
from tui.kit.screens.lists import Act, Entry, ListScreen

_WIDEST = 120  # columns of the list
_AROUND = 13  # columns beside it, and between words and key


def palette(scope: str, size: Size, run: Callable[[Command], object]) -> ListScreen:
    """The commands that work in a place, for a terminal of a size: a line each, its key at the right edge. The one that
    is chosen is run once the list has gone."""
    named = [command for command in commands_of(scope) if command.tooltip and command.action != "palette"]
    by_id = {str(number): command for number, command in enumerate(named)}
    words = {number: _(command.tooltip) for number, command in by_id.items()}
    keys = {number: key_name(command) for number, command in by_id.items()}
    room = max(1, min(_WIDEST, size.width) - _AROUND)  # of words and key

    def entry(number: str) -> Entry:
        key = keys[number]
        shown = fitted(words[number], max(1, room - cell_len(key)))
        return Entry(number, shown + " " * (room - cell_len(shown) - cell_len(key)), key)

    def found(text: str) -> Sequence[Entry]:
        """Those whose letters come in that order, the likeliest first."""
        matcher = Matcher(text.strip())
        scores = {number: matcher.match(said) for number, said in words.items()}
        return [entry(number) for number in sorted(words, key=lambda one: -scores[one]) if scores[number] > 0]

    def choose(number: str) -> None:
        run(by_id[number])

    return ListScreen(
        _("Search for a command…"),
        lambda: list(map(entry, words)),
        [Act("enter", _("run it"), choose)],
        empty=_("Nothing for '{text}'."),
        search=found,
    )
