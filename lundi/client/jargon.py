"""The words that the client's view knows: the list of each language, and what somebody has put in and silenced."""

from __future__ import annotations

import os
import tomllib
from functools import lru_cache

from lundi.client.phrases import Match, Phrases, longest, normal
from lundi.record import record
from lundi.words.errors import NotUnderstood
from lundi.words.language import gettext as _
from lundi.words.text import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

INCOMPREHENSIBLE, HOLLOW, AMONG_COLLEAGUES = 3, 2, 1  # how severe: what a client makes of a word
SEVERITIES = (INCOMPREHENSIBLE, HOLLOW, AMONG_COLLEAGUES)
LONGEST_WORD = 100  # characters, of a word of one's own
_SILENT = 0

_FOLDER = os.path.dirname(__file__)
_MASK, _HOW = "mask", "how"
_OTHERS = ("you", "we", "neither", _HOW, "numbers")  # as they are called in the files


@record
class OwnWord:
    """A word that somebody has put in, or silenced. It counts in the texts of one language."""

    language: str
    term: str
    plain: str = ""  # how one would say it to a client; '' leaves the list's own proposal
    severity: int = HOLLOW
    silenced: bool = False


@record
class Entry:
    """A term in all its spellings. One that is silenced has no severity, and hides what it holds all the same."""

    term: str
    spellings: tuple[str, ...]
    plain: str
    severity: int
    ok: str = ""  # when it is fine, for people to judge
    masks: tuple[str, ...] = ()  # longer phrases in which nothing is found


@record
class Contents:
    """What a text holds of a vocabulary. Only its terms don't overlap."""

    terms: list[tuple[Match, Entry]]
    you: list[Match]
    we: list[Match]
    neither: list[Match]
    how: list[Match]
    numbers: list[Match]


class Vocabulary:
    """The words of one language, made ready for reading texts."""

    def __init__(self, entries: Iterable[Entry], others: Mapping[str, Iterable[str]]) -> None:
        """Terms, of which a later one wins over an equal one before it, and the phrases of every other kind."""
        phrases: list[tuple[str, bool]] = []
        self._entries: dict[int, Entry] = {}
        self._kinds: dict[int, str] = {}
        for entry in entries:
            for spelling in entry.spellings:
                self._entries[len(phrases)] = entry
                phrases.append((spelling, True))
            for mask in entry.masks:
                self._kinds[len(phrases)] = _MASK
                phrases.append((mask, False))
        for kind in _OTHERS:
            for word in others[kind]:
                self._kinds[len(phrases)] = kind
                phrases.append((word, kind == _HOW))
        self._phrases = Phrases(phrases)

    def read(self, text: str) -> Contents:
        """Look through a text, once."""
        terms: list[Match] = []
        others: dict[str, list[Match]] = {kind: [] for kind in (_MASK, *_OTHERS)}
        for match in self._phrases.find(text):
            (terms if match.number in self._entries else others[self._kinds[match.number]]).append(match)
        kept = longest(terms, text, hidden=others[_MASK])
        return Contents([(match, self._entries[match.number]) for match in kept], *(others[kind] for kind in _OTHERS))

    def term_of(self, word: str) -> str | None:
        """The term of which a word is a form, silenced or not; None where there is none."""
        for match, entry in self.read(word).terms:
            if (match.start, match.end) == (0, len(word)):
                return entry.term
        return None


def vocabulary(language: str, own: Iterable[OwnWord] = ()) -> Vocabulary:
    """The list of a language with somebody's own words, which win."""
    return _made(language, tuple(word for word in own if word.language == language))


def checked_word(text: str) -> str:
    """A word as the list keeps it. NotUnderstood when there is nothing in it to be found."""
    word = clean(text)
    if not any(map(str.isalnum, word)) or len(word) > LONGEST_WORD:
        raise NotUnderstood(
            _("'{text}' is no word for the list. A few letters, {most} characters at most.").format(
                text=word[:LONGEST_WORD], most=LONGEST_WORD
            )
        )
    return word


@lru_cache(maxsize=4)
def _made(language: str, own: tuple[OwnWord, ...]) -> Vocabulary:
    with open(os.path.join(_FOLDER, f"jargon_{language}.toml"), "rb") as file:
        words = tomllib.load(file)
    return Vocabulary(_merged([_entry(row) for row in words["terms"]], own), words)


def _entry(row: dict[str, Any]) -> Entry:
    return Entry(
        row["t"], (row["t"], *row.get("v", ())), row["p"], row["s"], row.get("ok", ""), tuple(row.get("x", ()))
    )


def _merged(listed: Iterable[Entry], own: Iterable[OwnWord]) -> Iterable[Entry]:
    """The entries with somebody's words after them. A word that is a term of the list takes the place of its entry."""
    entries = {normal(entry.term): entry for entry in listed}
    by_spelling = {normal(spelling): entry for entry in entries.values() for spelling in entry.spellings}
    for word in own:
        key = normal(word.term)
        known = by_spelling.get(key)
        replaced = entries.pop(key, None)
        entries[key] = Entry(
            replaced.term if replaced else word.term,
            replaced.spellings if replaced else (word.term,),
            word.plain or (known.plain if known else ""),
            _SILENT if word.silenced else word.severity,
            known.ok if known else "",
            replaced.masks if replaced and word.silenced else (),
        )
    return entries.values()
