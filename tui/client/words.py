"""What is asked about a word in the client's view: how else to say it, and one more for the list."""

from __future__ import annotations

from collections.abc import Callable

from lundi.client.jargon import AMONG_COLLEAGUES, HOLLOW, INCOMPREHENSIBLE
from lundi.words.language import gettext as _
from storage.client.words import add_word
from tui.kit.fields.field import Field, Texts
from tui.kit.place import Desk
from tui.kit.screens.dialog import Dialog, Kept
from tui.kit.screens.lists import Act, Entry, ListScreen


def which_way(word: str, ways: list[str], put: Callable[[str], None]) -> ListScreen:
    """Several plain ways to say it; one is chosen."""
    return ListScreen(
        _("Rather than '{word}'").format(word=word),
        lambda: [Entry(way, way) for way in ways],
        [Act("enter", _("replace"), put)],
        empty="",
    )


def new_word(word: str, desk: Desk) -> Dialog:
    """A word of one's own for the list (C08)."""

    def add(texts: Texts) -> str | None:
        severity = int(texts["severity"])
        return desk.perform(lambda store, now: add_word(store, texts["term"], texts["plain"], severity, now))

    choices = (
        (str(HOLLOW), _("understood, but hollow, or about us")),
        (str(INCOMPREHENSIBLE), _("a client will not understand it")),
        (str(AMONG_COLLEAGUES), _("fine between colleagues")),
    )
    fields = [
        Field("term", _("word"), word),
        Field("plain", _("rather"), "", _("how you say it to a client")),
        Field("severity", _("because it is"), str(HOLLOW), choices=choices),
    ]
    return Dialog(
        _("A word for the list"),
        fields,
        add,
        hint=_("It is found from now on, in any text."),
        kept=Kept(desk, f"word/{word}"),
    )
