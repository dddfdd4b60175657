"""A change, as the journal remembers it and as people read it."""

from __future__ import annotations

from datetime import date

from lundi.record import record
from lundi.rooms import in_every_room
from lundi.words.language import gettext as _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lundi.time.details import Sentences

IMPORTED = "imported"
SETTINGS = "settings"
FIRST_ANSWER = "first-answer"


@record
class Change:
    """One change of the user's: one undo."""

    intent: str
    made_on: date
    detail: dict[str, str | int]
    number: int = 0  # of its batch in the journal

    @property
    def sentence(self) -> str:
        """What was changed, in a few words: 'Calls, Wed 18 Nov: 2 ticks'."""
        return _sentences()[self.intent](self.detail)


_SENTENCES: Sentences = {
    IMPORTED: lambda detail: _("the import of {file}").format(file=detail["file"]),
    SETTINGS: lambda detail: _("settings: {names}").format(names=", ".join(map(_, str(detail["labels"]).split("\n")))),
    FIRST_ANSWER: lambda detail: _("first run: {label}").format(label=_(str(detail["label"]))),
}
_of_all: Sentences = {}


def _sentences() -> Sentences:
    """Those of every room that has some. They are imported for the first change that is read, and not by a tick."""
    if not _of_all:
        _of_all.update(_SENTENCES)
        for changes in in_every_room("lundi", "changes"):
            _of_all.update(changes.SENTENCES)
    return _of_all
