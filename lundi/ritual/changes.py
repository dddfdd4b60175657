"""Changes of the ritual, as people read them."""

from __future__ import annotations

from lundi.words.language import gettext as _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lundi.time.details import Sentences

BEGUN_AGAIN = "begun-again"
RITUAL = "ritual"


SENTENCES: Sentences = {
    BEGUN_AGAIN: lambda detail: _("a fresh start: {name}").format(name=detail["name"]),
    RITUAL: lambda detail: _("Monday ritual: {label}").format(label=_(str(detail["label"]))),
}
