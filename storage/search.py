"""Finding words in what was written: about habits and weeks, looking back, on the strategy's page, of campaigns."""

from __future__ import annotations

from datetime import date

from lundi.record import record
from lundi.strategy.page import CHANNEL, FIRST_YEAR, HORIZON, LINE
from lundi.words.text import fold
from storage.file.session import Session

_MOST = 100
WEEK, STRATEGY, CAMPAIGN, IDEAS = "week", "strategy", "campaign", "ideas"  # where a text stands


@record
class Found:
    """One text with the words in it."""

    text: str
    day: date  # to which it belongs; of a habit, the day it was added
    habit_id: str | None = None
    habit: str = ""  # its name, where the text isn't that
    place: str = WEEK


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
                found.append(Found(row["text"], day, row["habit_id"], row["habit"], row["place"]))
                if len(found) == _MOST:
                    break
    return found


_NO_TEXTS = f"'{LINE}', '{CHANNEL}', '{FIRST_YEAR}', '{HORIZON}'"  # of these, an id or a number is kept
# The day on which the week of a row begins: the Monday of the week that holds 4 January, and so many weeks more.
_MONDAY = "date(substr(week, 1, 4) || '-01-04', 'weekday 0', '-6 days', ((substr(week, 7) - 1) * 7) || ' days')"
_TEXTS = f"""
    SELECT 0 AS rank, name AS text, added_on AS day, id AS habit_id, '' AS habit, '{WEEK}' AS place FROM habit
    UNION ALL
    SELECT 1, text, day, habit_id, habit.name, '{WEEK}' FROM note JOIN habit ON habit.id = habit_id
    UNION ALL
    SELECT 1, reason, day, habit_id, habit.name, '{WEEK}' FROM excuse JOIN habit ON habit.id = habit_id
    UNION ALL
    SELECT 1, title, coalesce(done_on, added_on), NULL, '', iif(state = 'idea', '{IDEAS}', '{WEEK}') FROM action
    UNION ALL
    SELECT 1, text, {_MONDAY}, NULL, '', '{WEEK}' FROM (
        SELECT week, proud AS text FROM review
        UNION SELECT week, worked FROM review
        UNION SELECT week, did_not FROM review
        UNION SELECT week, better FROM review
    )
    UNION ALL
    SELECT 1, text, from_day, NULL, '', '{STRATEGY}' FROM course WHERE kind NOT IN ({_NO_TEXTS})
    UNION ALL
    SELECT 1, name, added_on, NULL, '', '{STRATEGY}' FROM choice WHERE archived_on IS NULL
    UNION ALL
    SELECT 1, text, coalesce(started_on, added_on), NULL, '', '{CAMPAIGN}' FROM (
        SELECT name AS text, started_on, added_on, archived_on FROM campaign
        UNION SELECT goal, started_on, added_on, archived_on FROM campaign
        UNION SELECT offer, started_on, added_on, archived_on FROM campaign
        UNION SELECT message, started_on, added_on, archived_on FROM campaign
        UNION SELECT lesson, started_on, added_on, archived_on FROM campaign
    ) WHERE archived_on IS NULL
    UNION ALL
    SELECT 1, text, day, NULL, '', '{CAMPAIGN}' FROM irritant
    UNION ALL
    SELECT 1, text, day, NULL, '', '{CAMPAIGN}' FROM (
        SELECT text, day, archived_on FROM one_off_try
        UNION SELECT result, day, archived_on FROM one_off_try
        UNION SELECT lesson, day, archived_on FROM one_off_try
    ) WHERE archived_on IS NULL
    ORDER BY rank, day DESC, text
"""
