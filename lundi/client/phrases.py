"""Finding phrases in a text: whole words, whatever their case, their apostrophes, the spaces and hyphens between them.

An accent may be left out in the text, not added. A place is counted in characters of the text as it is, however its
letters are composed.
"""

from __future__ import annotations

import re
import unicodedata

from lundi.record import record
from lundi.words.text import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    Form = tuple[str, str, bool]  # a word without accents, with them, and whether a final s or x was taken off

_SPACES = r"\s\u200b\-\u2010\u2011\ufe63\uff0d"  # of any width, and hyphens: a run of them is one space
_INSIDE = (  # what may stand in a word beside letters and digits: accents of their own, a soft hyphen, joiners
    r"\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f\u00ad\u200c\u200d\u2060\ufeff"
)
_TOKEN = re.compile(rf"([{_SPACES}]*+)([^\W_]+(?:[{_INSIDE}]+[^\W_]*)*+|[^{_SPACES}]|\Z)")  # a word, or a sign
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200c\u200d\u2060\ufeff"))
_APOSTROPHE = "'"
_PLURALS = ("s", "x")
_PLURAL_LETTERS = 3  # a word of so many letters may take one of these
_REMEMBERED = 50_000  # words whose forms are kept


@record
class Match:
    """A phrase, where it was found."""

    start: int
    end: int
    length: int  # in characters of the phrase, so that wide spaces make none longer
    number: int  # which phrase it is, in the order in which they were given


class Phrases:
    """A fixed set of phrases, made ready for finding all of them in one pass over a text."""

    def __init__(self, phrases: Iterable[tuple[str, bool]]) -> None:
        """Each phrase comes with whether its words may take a final s or x more than they have."""
        self._first = _Node()
        self._forms: dict[str, tuple[Form, ...]] = {}
        for number, (phrase, takes_plurals) in enumerate(phrases):
            node = self._first
            for gap, word in _tokens(phrase):
                plain, spelled = _folded(word)
                joined = f" {plain}" if gap and node is not self._first else plain
                node = node.grow(joined, spelled, takes_plurals and _may_take_plural(plain))
            if node is not self._first:
                node.numbers.append(number)

    def find(self, text: str) -> list[Match]:
        """Every phrase at every place, overlapping ones too, by where they end."""
        matches: list[Match] = []
        begun: list[tuple[int, int, _Node]] = []  # where it started, its length so far, what may follow
        for token in _TOKEN.finditer(text):
            gap, word = token.groups()
            start, end = token.span(2)
            went_on: list[tuple[int, int, _Node]] = []
            for form in self._forms.get(word) or self._forms_of(word):
                plain, _spelled, is_cut = form
                if plain in self._first.steps and not _touches_a_word(word, text[start - 1 : start]):
                    went_on += [(start, len(plain) + is_cut, node) for node in self._first.follow(plain, form)]
                joined = f" {plain}" if gap else plain
                for begin, length, node in begun:
                    longer = length + len(joined) + is_cut
                    went_on += [(begin, longer, further) for further in node.follow(joined, form)]
            begun = went_on
            for begin, length, node in begun:
                if node.numbers and not _touches_a_word(word, text[end : end + 1]):
                    matches += [Match(begin, end, length, number) for number in node.numbers]
        return matches

    def _forms_of(self, word: str) -> tuple[Form, ...]:
        """A word, and the one of which it may be the plural."""
        plain, spelled = _folded(word)
        forms: tuple[Form, ...] = ((plain, spelled, False),)
        if plain.endswith(_PLURALS) and spelled.endswith(_PLURALS):
            forms += ((plain[:-1], spelled[:-1], True),)
        if len(self._forms) < _REMEMBERED:
            self._forms[word] = forms
        return forms


def longest(matches: Iterable[Match], text: str, hidden: Iterable[Match] = ()) -> list[Match]:
    """Of matches that overlap the longest, of equal ones the phrase given last; none where others hide the text.

    In the order of the text.
    """
    taken, covered = [], bytearray(len(text))

    def cover(match: Match) -> None:
        covered[match.start : match.end] = b"\1" * (match.end - match.start)

    for match in hidden:
        cover(match)
    for match in sorted(matches, key=lambda match: (-match.length, match.start, -match.number)):
        if covered.find(1, match.start, match.end) < 0:
            cover(match)
            taken.append(match)
    return sorted(taken)


def normal(text: str) -> str:
    """A phrase as it is compared: two that differ only in case, spaces, hyphens and apostrophes are the same."""
    return "".join(f" {_folded(word)[1]}" if gap else _folded(word)[1] for gap, word in _tokens(text)).strip()


class _Node:
    """What may follow the beginning of a phrase, and the phrases that end here."""

    __slots__ = ("numbers", "steps")

    def __init__(self) -> None:
        self.steps: dict[str, list[_Step]] = {}  # by the next word without accents; after a space, with the space
        self.numbers: list[int] = []

    def follow(self, joined: str, form: Form) -> list[_Node]:
        """Where a word of a text leads to."""
        return [step.node for step in self.steps.get(joined, ()) if step.fits(form)]

    def grow(self, joined: str, spelled: str, takes_plural: bool) -> _Node:
        """Where a word of a phrase leads to, from now on."""
        steps = self.steps.setdefault(joined, [])
        for step in steps:
            if (step.spelled, step.takes_plural) == (spelled, takes_plural):
                return step.node
        steps.append(_Step(spelled, takes_plural, _Node()))
        return steps[-1].node


@record
class _Step:
    """One word of a phrase."""

    spelled: str
    takes_plural: bool
    node: _Node

    def fits(self, form: Form) -> bool:
        """Whether a word of a text, the same without accents, has no accent that this one hasn't got."""
        plain, spelled, is_cut = form
        if is_cut and not self.takes_plural:
            return False
        if spelled in (plain, self.spelled):
            return True
        return len(spelled) == len(self.spelled) and all(
            letter in (own, fold(own)) for letter, own in zip(spelled, self.spelled, strict=True)
        )


def _tokens(text: str) -> list[tuple[str, str]]:
    return [(gap, word) for gap, word in _TOKEN.findall(text) if word]


def _folded(word: str) -> tuple[str, str]:
    """A word in small letters, without its accents and with them."""
    if word.isascii():
        plain = fold(word)
        return plain, plain
    if not word[0].isalnum():
        sign = fold(word)
        return sign, sign
    composed = unicodedata.normalize("NFKC", word.translate(_INVISIBLE)).casefold()
    spelled = unicodedata.normalize("NFC", composed.replace("œ", "oe").replace("æ", "ae"))
    return fold(spelled), spelled


def _may_take_plural(plain: str) -> bool:
    letters = sum(map(str.isalpha, plain))
    return letters >= _PLURAL_LETTERS and not plain.endswith(_PLURALS) and not plain[-1].isdigit()


def _touches_a_word(edge: str, beside: str) -> bool:
    """Whether a sign at the edge of a phrase has a letter or a digit right beside it, as '360°' has in '360°C'.

    An apostrophe may: "j'" stands before a letter.
    """
    return beside.isalnum() and not edge[0].isalnum() and fold(edge) != _APOSTROPHE
