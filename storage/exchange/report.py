"""What an import says of itself, whatever it brought in."""

from __future__ import annotations

from lundi.record import record
from lundi.words.language import ngettext

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


@record
class Report:
    """What an import did, or would do."""

    read: int  # lines of the backup
    added: int  # lines that brought a tick, an excuse or a note
    doubles: int  # lines of which everything was here already
    refused: tuple[int, ...]  # ids of lines that can't be read, or lie in the future
    habits_added: int
    habits_archived: int  # of those that were added
    habits_met: int  # here already
    is_written: bool
    sentences: tuple[str, ...]  # what is not as it was there


def without_place(names: Sequence[str]) -> str:
    """What is said of habits for which none of the places was free."""
    return ngettext(
        "No free place for {names}: it arrives archived. `lundi habit restore` takes it up.",
        "No free place for {names}: they arrive archived. `lundi habit restore` takes one up.",
        len(names),
    ).format(names=", ".join(names))


def of_taken_name(names: Sequence[str]) -> str:
    """What is said of habits of which the name is that of a habit that is here."""
    return ngettext(
        "{names}: there is a habit of that name here already, so this one arrives archived.",
        "{names}: there are habits of these names here already, so these arrive archived.",
        len(names),
    ).format(names=", ".join(names))
