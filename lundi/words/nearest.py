"""What was probably meant by a word that nothing is called. Imported only once something wasn't understood."""

from __future__ import annotations

from difflib import SequenceMatcher

from lundi.words.text import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_LIKE_ENOUGH = 0.6  # share of letters in common, from 0 to 1


def nearest(word: str, known: Iterable[str]) -> str:
    """The likest of some names, as it is written, whatever its case and accents; the first of several; '' where none
    is like it. A name of several words is meant by one of them too."""
    wanted, best, found = fold(word).strip(), _LIKE_ENOUGH, ""
    for name in known:
        folded = fold(name)
        likeness = max(SequenceMatcher(None, wanted, part).ratio() for part in (folded, *folded.split()))
        if wanted and likeness > best:
            best, found = likeness, name
    return found
