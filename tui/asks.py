"""What is asked and listed over any place: changes, finds, another place for the file."""

from __future__ import annotations

from collections.abc import Callable

from lundi.time.formats import day_short
from lundi.words.language import gettext as _
from storage.file.undo import last_changes
from storage.search import Found, search
from storage.store import Store
from tui.kit.fields.field import LINE_BREAK, Field, Texts
from tui.kit.screens.dialog import Dialog
from tui.kit.screens.lists import Act, Entry, ListScreen

_CHANGES_LISTED = 20


def changes(store: Store, take_back: Callable[[int, int], str | None]) -> ListScreen:
    """The last changes; Enter takes back everything down to one. Take_back gets how many, and the number of the
    latest one that is listed."""
    listed = last_changes(store, _CHANGES_LISTED)
    entries = [Entry(str(count), change.sentence, day_short(change.made_on)) for count, change in enumerate(listed, 1)]
    return ListScreen(
        _("The last changes"),
        lambda: entries,
        [Act("enter", _("take back down to here"), lambda count: take_back(int(count), listed[0].number))],
        empty=_("Nothing was changed yet."),
    )


def find(store: Store, go_to: Callable[[Found], None]) -> ListScreen:
    """What habits, notes, excuses, actions and ideas say; Enter goes to the day."""
    found: dict[str, Found] = {}

    def entries(text: str) -> list[Entry]:
        found.clear()
        found.update((str(number), item) for number, item in enumerate(search(store, text)))
        return [Entry(number, item.text.replace("\n", LINE_BREAK), _beside(item)) for number, item in found.items()]

    def choose(number: str) -> None:
        go_to(found[number])

    return ListScreen(
        _("Find"),
        lambda: (),
        [Act("enter", _("go there"), choose)],
        empty=_("Nothing for '{text}'."),
        search=entries,
    )


def elsewhere(path: str, waiting: int, submit: Callable[[Texts], str | None]) -> Dialog:
    """Where else to save, when the file takes nothing and the program is to be quit."""
    return Dialog(
        _("The file can't be written. Save everything in another place?"),
        [Field("path", _("where"), path, replaces=True)],
        submit,
        kept=None,  # nothing can be kept
        hint=_("Changes not saved yet: {count}. An empty line quits without them.").format(count=waiting),
    )


def _beside(found: Found) -> str:
    return f"{found.habit}, {day_short(found.day)}" if found.habit else day_short(found.day)
