"""Text that people type or bring in: made harmless once, on its way in."""

from __future__ import annotations

import unicodedata

from lundi.later import Later

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
else:
    re = Later("re")

# Joiners belong to words (Persian) and to emoji; every other invisible formatting character goes,
# the right-to-left override first of all.
_KEPT_INVISIBLE = {"\u200c", "\u200d"}
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´", "'"))
_DROPPED = {"Cc", "Cf", "Cs"}  # controls (the escape character too), formatting, lone surrogates
_LIST_MARKS = r"^(?:(?:[-*+•◦▪‣–—·□☐]|\[[ xX]?\]|\d{1,2}[.)]) +)+(?=\S)"  # compiled when it is used: not for a tick
_BREAKS = {"\t", "\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"}


def clean(text: str) -> str:
    """One line of text, without controls or direction tricks; letters, accents, emoji and CJK are kept."""
    kept = []
    for character in text:
        if character in _BREAKS:
            kept.append(" ")
        elif character in _KEPT_INVISIBLE or unicodedata.category(character) not in _DROPPED:
            kept.append(character)
    return unicodedata.normalize("NFC", "".join(kept)).strip()


def clean_lines(text: str) -> str:
    """The same for a text of several lines, which stay several."""
    return "\n".join(clean(line) for line in text.splitlines()).strip()


def filled_lines(text: str) -> list[str]:
    """The lines of a text in which something stands, each as it is kept: an idea a line, say. What marks the entries of
    a list that was pasted isn't part of them: '- ', '• ', '[ ] ', '2. '."""
    return list(filter(None, (re.sub(_LIST_MARKS, "", clean(line)) for line in text.splitlines())))


def fold(text: str) -> str:
    """Text as it is compared: no case, no accents, œ as oe, every apostrophe the same."""
    if text.isascii():  # most text, and a search folds a lot of it
        return text.casefold().translate(_APOSTROPHES)
    plain = text.casefold().replace("œ", "oe").replace("æ", "ae").translate(_APOSTROPHES)
    decomposed = unicodedata.normalize("NFKD", plain)
    return "".join(character for character in decomposed if not unicodedata.combining(character))
