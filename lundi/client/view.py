"""The client's view of a text: words that a client wouldn't use, who it is about, and whether it says how much."""

from __future__ import annotations

import re
from itertools import islice

from lundi.client.jargon import HOLLOW, OwnWord, vocabulary
from lundi.client.phrases import Match, longest, normal
from lundi.record import record
from lundi.words import language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+")
_DIGIT = re.compile(r"\d")
_SENTENCE_END = re.compile(r"[.!?…](?=\s|$)|\n\s*\n")
_SHORT = 12  # words; a text of fewer has hardly begun to speak of anybody
_CLEARLY = 2  # words more about us than about the client, in so short a text


@record
class Finding:
    """A word of the text that a client wouldn't use."""

    start: int  # in characters of the text as it was given
    text: str  # as it stands there
    term: str  # as the list has it
    severity: int  # 3, 2 or 1
    plain: str  # how one would say it to a client; several are separated by ' / ', '' for one's own word without any
    ok: str = ""  # when it is fine, for people to judge


@record
class Mirror:
    """How many words are about the reader, and how many about whoever writes."""

    you: int
    we: int
    is_about_us: bool  # worth a remark


@record
class ClientsView:
    """What a client would see in a text."""

    findings: tuple[Finding, ...]  # in the order of the text
    mirror: Mirror
    has_number: bool  # in digits, or in letters from two on
    how_words: tuple[str, ...]  # how often, where and how instead of what for: as they stand there, each once
    is_empty: bool  # without a word


def look(text: str, own: Iterable[OwnWord] = (), severity: int = HOLLOW) -> ClientsView:
    """Look at a text of the language in use as a client would, with somebody's own words beside the list.

    Findings are those of a severity or a higher one. A term hides what it overlaps, reported or not.
    """
    held = vocabulary(language.current(), own).read(text)
    return ClientsView(
        tuple(
            Finding(match.start, text[match.start : match.end], entry.term, entry.severity, entry.plain, entry.ok)
            for match, entry in held.terms
            if entry.severity >= severity
        ),
        _mirror(text, held.you, held.we, held.neither),
        bool(held.numbers or _DIGIT.search(text)),
        _how_words(text, held.how),
        not _WORD.search(text),
    )


def first_draft(kept: str, before: str, after: str, own: Iterable[OwnWord] = ()) -> str:
    """What is remembered as the first draft once a text takes the place of another one: the first that was replaced,
    with words in it that a client wouldn't use, by a text that has none. One that is kept already stays."""
    if kept or not after.strip() or not look(before, own).findings or look(after, own).findings:
        return kept
    return before


def _mirror(text: str, you: list[Match], we: list[Match], neither: list[Match]) -> Mirror:
    """Count the words. A text is about us where we are in it more often than the client is, and clearly so where it is
    short; or where its first sentence has us in it and not the client.
    """
    about_us = frozenset(match.number for match in we)
    counted = longest([*you, *we], text, hidden=neither)
    ours = [match for match in counted if match.number in about_us]
    theirs = [match for match in counted if match.number not in about_us]
    more = len(ours) - len(theirs)
    is_about_us = more >= _CLEARLY
    if not is_about_us and next(islice(_WORD.finditer(text), _SHORT - 1, None), None):
        sentence = _SENTENCE_END.search(text)
        end = sentence.start() if sentence else len(text)
        first_ours, first_theirs = (any(match.start < end for match in side) for side in (ours, theirs))
        is_about_us = more > 0 or (first_ours and not first_theirs)
    return Mirror(len(theirs), len(ours), is_about_us)


def _how_words(text: str, how: list[Match]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for match in longest(how, text):
        words = text[match.start : match.end]
        found.setdefault(normal(words), words)
    return tuple(found.values())
