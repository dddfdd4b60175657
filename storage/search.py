"""Finding words in what was written: habits, notes, excuses, actions and ideas."""

from __future__ import annotations

from datetime import date

from lundi.record import record
from lundi.text import fold
from storage.session import Session

_MOST = 100


@record
class Found:
    """One text with the words in it."""

    text: str
    day: date  # to which it belongs; of a habit, the day it was added
    habit_id: str | None = None
    habit: str = ""  # its name, where the text isn't that


def search(session: Session, text: str) -> list[Found]:
    """Every text that holds all of these words, in any order, without regard to case and accents (F15).

    Habits first, then the latest ones; at most a hundred.
    """
    words = fold(text).split()
    if not words:
        return []
    found = []
    with session.reading() as connection:
        for row in connection.execute(_TEXTS):
            folded = fold(row["text"])
            if all(word in folded for word in words):
                day = date.fromisoformat(row["day"])
                found.append(Found(row["text"], day, row["habit_id"], row["habit"]))
                if len(found) == _MOST:
                    break
    return found


_TEXTS = """
    SELECT 0 AS rank, name AS text, added_on AS day, id AS habit_id, '' AS habit FROM habit
    UNION ALL
    SELECT 1, text, day, habit_id, habit.name FROM note JOIN habit ON habit.id = habit_id
    UNION ALL
    SELECT 1, reason, day, habit_id, habit.name FROM excuse JOIN habit ON habit.id = habit_id WHERE reason <> ''
    UNION ALL
    SELECT 1, title, coalesce(done_on, added_on), NULL, '' FROM action
    ORDER BY rank, day DESC, text
"""
