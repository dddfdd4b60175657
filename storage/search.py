"""Finding words in whatever was written, in any room."""

from __future__ import annotations

from datetime import date

from lundi.record import record
from lundi.rooms import in_every_room
from lundi.words.text import fold
from storage.file.session import Session

_MOST = 100
_COLUMNS = "SELECT 1 AS rank, '' AS text, '' AS day, NULL AS habit_id, '' AS habit, '' AS place WHERE 0"


@record
class Found:
    """One text with the words in it."""

    text: str
    day: date  # to which it belongs; of a habit, the day it was added
    habit_id: str | None = None
    habit: str = ""  # its name, where the text isn't that
    place: str = "week"  # where it stands


def search(session: Session, text: str) -> list[Found]:
    """Every text that holds all of these words, in any order, without regard to case and accents (F15).

    Habits first, then the latest ones; at most a hundred.
    """
    words = fold(text).split()
    if not words:
        return []
    found = []
    with session.reading() as connection:
        for row in connection.execute(_texts()):
            folded = fold(row["text"])
            if all(word in folded for word in words):
                day = date.fromisoformat(row["day"])
                found.append(Found(row["text"], day, row["habit_id"], row["habit"], row["place"]))
                if len(found) == _MOST:
                    break
    return found


def _texts() -> str:
    """Every text of every room that has some: columns rank, text, day, habit_id, habit, place, as the room's `TEXTS`
    select them (rank 0 comes first)."""
    selects = " UNION ALL ".join(room.TEXTS for room in in_every_room("storage", "texts"))
    return f"{_COLUMNS} UNION ALL {selects} ORDER BY rank, day DESC, text"
