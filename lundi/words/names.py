"""Finding what somebody means by a few letters."""

from __future__ import annotations

import importlib

from lundi.record import record
from lundi.words.errors import NotUnderstood
from lundi.words.language import gettext as _
from lundi.words.text import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_ID_PREFIX = 8  # as many characters of an id are enough


@record
class Named:
    """Something that can be called by its name."""

    id: str
    name: str
    active: bool = True


def find(text: str, candidates: Sequence[Named]) -> Named:
    """The one thing meant by a text: an exact name, an id (or eight of its first characters), the beginning of a
    word among active ones, then among archived ones. Case, accents and kinds of apostrophe don't matter.

    NotUnderstood when nothing or several fit; the candidates are in its sentence.
    """
    wanted = fold(text).strip()
    if not wanted:
        raise NotUnderstood(_("Which one? A few letters of its name are enough."))

    def same_name(named: Named) -> bool:
        return fold(named.name) == wanted

    def same_id(named: Named) -> bool:
        return len(wanted) >= _ID_PREFIX and named.id.startswith(wanted)

    def begins(named: Named) -> bool:
        return any(start.startswith(wanted) for start in _word_starts(fold(named.name)))

    attempts: list[tuple[bool | None, Callable[[Named], bool]]] = [
        (True, same_name),
        (False, same_name),
        (None, same_id),
        (True, begins),
        (False, begins),
    ]
    for active, fits in attempts:
        found = [named for named in candidates if active in (None, named.active) and fits(named)]
        if len(found) == 1:
            return found[0]
        if found:
            raise NotUnderstood(_ambiguous(text, found))
    if name := nearest_of(text, [named.name for named in candidates]):
        raise NotUnderstood(_("Nothing is called '{text}'. Did you mean {nearest}?").format(text=text, nearest=name))
    raise NotUnderstood(_("Nothing is called '{text}'. `lundi habit list` shows the names.").format(text=text))


def nearest_of(word: str, known: Iterable[str]) -> str:
    """What was probably meant by a word that isn't known: the likest of some names; '' where none is like it."""
    # Behind the refusal only: difflib takes longer to import than a tick has.
    found: str = importlib.import_module("lundi.words.nearest").nearest(word, known)
    return found


def _word_starts(folded: str) -> list[str]:
    """The name from each of its words on: "l'article du lundi", "article du lundi", "du lundi", "lundi"."""
    starts = [
        folded[place:]
        for place, character in enumerate(folded)
        if character.isalnum() and (place == 0 or not folded[place - 1].isalnum())
    ]
    return starts or [folded]


def _ambiguous(text: str, found: Sequence[Named]) -> str:
    names = {named.name for named in found}
    if len(names) == len(found):
        return _("'{text}': {candidates}. One more letter.").format(
            text=text, candidates=", ".join(named.name for named in found)
        )
    listed = ", ".join(f"{named.name} ({named.id[:_ID_PREFIX]})" for named in found)
    return _("'{text}': {candidates}. Write the eight characters instead of the name.").format(
        text=text, candidates=listed
    )
