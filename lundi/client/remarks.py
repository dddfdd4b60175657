"""What the client's view says of a text, as sentences."""

from __future__ import annotations

from lundi.client.jargon import AMONG_COLLEAGUES, HOLLOW, INCOMPREHENSIBLE
from lundi.client.view import ClientsView, Finding
from lundi.words.language import gettext as _
from lundi.words.text import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

SIGNS = {INCOMPREHENSIBLE: "■", HOLLOW: "▪", AMONG_COLLEAGUES: "·"}  # by severity
_BETWEEN = " / "  # two proposals


def proposals(finding: Finding) -> list[str]:
    """How one would say it to a client; none for a word of one's own without any."""
    return finding.plain.split(_BETWEEN) if finding.plain else []


def rather(plain: str) -> str:
    """'rather: …'; '' without any."""
    return _("rather: {plain}").format(plain=plain) if plain else ""


def unless(finding: Finding) -> str:
    """When a word is fine; '' where it never is."""
    return _("unless: {meaning}").format(meaning=finding.ok) if finding.ok else ""


def figures(seen: ClientsView) -> tuple[str, str, str]:
    """How many words a client wouldn't use, whom the text is about, and whether it says how much."""
    return (
        _("jargon {count}").format(count=sum(finding.severity >= HOLLOW for finding in seen.findings)),
        _("you {you}, us {us}").format(you=seen.mirror.you, us=seen.mirror.we),
        _("a number") if seen.has_number else _("no number"),
    )


def sentences(seen: ClientsView) -> Iterator[str]:
    """Whom the text is about, words for how instead of what for, and whether it says how much."""
    if seen.mirror.is_about_us:
        yield _("You speak of yourself {we}×, of the client {you}×.").format(we=seen.mirror.we, you=seen.mirror.you)
    if seen.how_words:
        words = ", ".join(map(shown, seen.how_words))
        yield _("How often, where or how, and not what for: {words}").format(words=words)
    if not (seen.has_number or seen.is_empty):
        yield _("No number: which one would be true?")


def shown(words: str) -> str:
    """Words of a text on one line, without what a terminal would obey."""
    return " ".join(clean(words).split())
