"""What a command is, and how its key is called: bindings, footer and page of keys come from tables of them.

Words are English msgids there and are translated where they are shown.
"""

from __future__ import annotations

from textual.binding import Binding, BindingType

from lundi.record import record
from lundi.words.language import N_
from lundi.words.language import gettext as _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

EVERYWHERE = "everywhere"  # the scope of what works in every place; another one is the name of a place
ALWAYS, FILLED, EMPTY = "always", "filled", "empty"  # conditions under which the footer has a command
PLANNABLE = "plannable"  # of a place with something to plan


@record
class Command:
    """Something that a key does."""

    action: str  # the Textual action of the place, or of the main screen, and the id to rebind it by
    keys: str  # Textual's names; the first is the one that is shown
    word: str  # for the footer
    tooltip: str  # for the page of keys; '' where another command says it already
    scope: str = EVERYWHERE
    footer: str = ""  # the conditions under which the footer has it, apart by spaces; '' for never
    shown_as: str = ""  # instead of the first key


_KEY_NAMES = {
    "space": N_("space"),
    "backspace": N_("backspace"),
    "enter": N_("enter"),
    "tab": N_("tab"),
    "shift+tab": N_("shift+tab"),
    "pageup": N_("page ↑"),
    "pagedown": N_("page ↓"),
    "escape": N_("esc"),
    "question_mark": "?",
    "slash": "/",
    "comma": ",",
    "full_stop": ".",
    "exclamation_mark": "!",
    "plus": "+",
}


def scrolling(scope: str) -> tuple[Command, ...]:
    """The keys of a place that is a page to read."""
    word, tooltip = N_("scroll"), N_("scroll, where the page is longer than the screen")
    return (
        Command("scroll(-1)", "up,k", word, tooltip, scope, shown_as="↑ ↓"),
        Command("scroll(1)", "down,j", "", "", scope),
        Command("scroll_page(-1)", "pageup", "", "", scope),
        Command("scroll_page(1)", "pagedown", "", "", scope),
    )


def bindings(commands: Iterable[Command], scope: str) -> list[BindingType]:
    """Textual's bindings of those commands that are of a scope.

    They come before the letters that follow them: keys may come quicker than they bubble up, and what was meant for a
    dialog must not become commands.
    """
    return [
        Binding(command.keys, command.action, command.word, show=False, priority=True, id=f"{scope}.{command.action}")
        for command in commands
        if command.scope == scope
    ]


def key_name(command: Command) -> str:
    """The key as people call it: 'space', 'espace', '?'."""
    if command.shown_as:
        return _(command.shown_as)
    return key_named(command.keys.split(",")[0])


def key_named(key: str) -> str:
    """The same of a key, by Textual's name for it."""
    return _(_KEY_NAMES.get(key, key))
