"""Changes of words of one's own, as people read them."""

from __future__ import annotations

from lundi.words.language import gettext as _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lundi.time.details import Sentences

WORD_ADDED = "word-added"
WORD_SILENCED = "word-silenced"
WORD_FORGOTTEN = "word-forgotten"


SENTENCES: Sentences = {
    WORD_ADDED: lambda detail: _("word added: {term}").format(term=detail["term"]),
    WORD_SILENCED: lambda detail: _("word silenced: {term}").format(term=detail["term"]),
    WORD_FORGOTTEN: lambda detail: _("word forgotten: {term}").format(term=detail["term"]),
}
