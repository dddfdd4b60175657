"""Looking back on weeks: what was written, why something was missed, what was learned."""

from __future__ import annotations

import sqlite3
from datetime import date

from lundi.habits import changes
from lundi.habits.misses import REASONS, Miss
from lundi.habits.reviews import (
    KEEP,
    LEAST_CONFIDENT,
    MOST_CONFIDENT,
    MOST_PEOPLE,
    MOST_SALES,
    VERDICTS,
    Lesson,
    QuarterlyCheck,
    Review,
)
from lundi.time.days import Moment
from lundi.time.weeks import Week
from lundi.words.errors import NotUnderstood
from lundi.words.language import gettext as _
from lundi.words.text import clean
from storage.file.session import Session

_TEXTS = ("proud", "worked", "did_not", "better")
_MOST = {"contacts": MOST_PEOPLE, "meetings": MOST_PEOPLE, "sales": MOST_SALES}
_COLUMNS = (*_TEXTS, *_MOST, "confidence")
_SCALE = range(LEAST_CONFIDENT, MOST_CONFIDENT + 1)


def read_review(session: Session, week: Week) -> Review:
    """What was written about a week; empty where nothing was."""
    with session.reading() as connection:
        row = connection.execute("SELECT * FROM review WHERE week = ?", (str(week),)).fetchone()
        return _review(row) if row else Review(week)


def has_review(session: Session, week: Week) -> bool:
    """Whether a week was looked back on, even without a word."""
    with session.reading() as connection:
        return connection.execute("SELECT 1 FROM review WHERE week = ?", (str(week),)).fetchone() is not None


def read_reviews(session: Session) -> list[Review]:
    """Everything that was written, the latest week first."""
    with session.reading() as connection:
        return [_review(row) for row in connection.execute("SELECT * FROM review ORDER BY week DESC")]


def write_review(session: Session, review: Review, now: Moment) -> None:
    """Write what one looks back on, in the place of what was there.

    NotUnderstood for a confidence that is none, or a number below 0 or out of all reach.
    """
    if review.confidence is not None and review.confidence not in _SCALE:
        raise NotUnderstood(_("Confidence goes from 1 to 5."))
    for name, most in _MOST.items():
        if (number := getattr(review, name)) is not None and not 0 <= number <= most:
            raise NotUnderstood(_("Contacts, meetings and sales are numbers from 0 on, or nothing."))
    texts = [clean(getattr(review, name)) for name in _TEXTS]
    with session.intent(changes.LOOKED_BACK, now, {"week": str(review.week)}):
        session.connection.execute(
            f"INSERT INTO review (week, {', '.join(_COLUMNS)}) VALUES (?, {', '.join('?' for _name in _COLUMNS)})"
            f" ON CONFLICT (week) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in _COLUMNS)}",
            (str(review.week), *texts, *(getattr(review, name) for name in _COLUMNS[len(_TEXTS) :])),
        )


def write_miss(session: Session, miss: Miss, name: str, now: Moment) -> None:
    """Say why a habit's week was missed; with '' that is taken back. The name is the habit's.

    ValueError for a reason that is none of REASONS; Refused when the habit is gone.
    """
    if miss.reason and miss.reason not in REASONS:
        raise ValueError(miss.reason)
    key = str(miss.week), miss.habit_id
    with session.intent(changes.MISSED, now, {"name": name, "week": str(miss.week)}):
        if miss.reason:
            session.connection.execute(
                "INSERT INTO miss (week, habit_id, reason) VALUES (?, ?, ?)"
                " ON CONFLICT (week, habit_id) DO UPDATE SET reason = excluded.reason",
                (*key, miss.reason),
            )
        else:
            session.connection.execute("DELETE FROM miss WHERE week = ? AND habit_id = ?", key)


def read_misses(session: Session, since: Week, until: Week) -> list[Miss]:
    """Why habits were missed from a week to another, both included."""
    with session.reading() as connection:
        rows = connection.execute(
            "SELECT * FROM miss WHERE week BETWEEN ? AND ? ORDER BY week, habit_id", (str(since), str(until))
        )
        return [Miss(Week.parse(row["week"]), row["habit_id"], row["reason"]) for row in rows]


def write_thought(session: Session, habit_id: str, name: str, week: Week, answer: int, now: Moment) -> None:
    """Say how much a habit is still thought of, from 1 (never) to 5 (H39). The name is the habit's.

    NotUnderstood for another number; Refused when the habit is gone.
    """
    if answer not in _SCALE:
        raise NotUnderstood(_("The answer goes from 1, never, to 5."))
    with session.intent(changes.THOUGHT_OF, now, {"name": name}):
        session.connection.execute(
            "INSERT INTO thought (habit_id, week, answer) VALUES (?, ?, ?)"
            " ON CONFLICT (habit_id, week) DO UPDATE SET answer = excluded.answer",
            (habit_id, str(week), answer),
        )


def read_thoughts(session: Session) -> dict[str, list[tuple[Week, int]]]:
    """The answers by habit id, the oldest first."""
    thoughts: dict[str, list[tuple[Week, int]]] = {}
    with session.reading() as connection:
        for row in connection.execute("SELECT * FROM thought ORDER BY habit_id, week"):
            thoughts.setdefault(row["habit_id"], []).append((Week.parse(row["week"]), row["answer"]))
    return thoughts


def write_check(session: Session, check: QuarterlyCheck, now: Moment) -> None:
    """Write what the quarterly check decided (F08). NotUnderstood for another course without a reason; ValueError for
    a verdict that is none of VERDICTS."""
    if check.verdict not in VERDICTS:
        raise ValueError(check.verdict)
    why = clean(check.why)
    if check.verdict != KEEP and not why:
        raise NotUnderstood(_("Another course needs its reason, in a few words."))
    with session.intent(changes.CHECKED, now, {"week": str(check.week)}):
        session.connection.execute(
            "INSERT INTO quarter_check (week, verdict, why) VALUES (?, ?, ?)"
            " ON CONFLICT (week) DO UPDATE SET verdict = excluded.verdict, why = excluded.why",
            (str(check.week), check.verdict, why),
        )


def read_check(session: Session, week: Week) -> QuarterlyCheck | None:
    """What was decided in a week, or None."""
    with session.reading() as connection:
        row = connection.execute("SELECT * FROM quarter_check WHERE week = ?", (str(week),)).fetchone()
    return QuarterlyCheck(week, row["verdict"], row["why"]) if row else None


def read_lessons(session: Session, since: date | None = None, until: date | None = None) -> list[Lesson]:
    """What was learned, the latest first: in look-backs, campaigns and one-off tries (H42), from a day to another,
    both included. What a week taught is dated its Sunday."""
    lessons = []
    with session.reading() as connection:
        for review in read_reviews(session):
            lessons += [Lesson(review.week.sunday, text, "") for text in (review.worked, review.did_not) if text]
        lessons += [
            Lesson(date.fromisoformat(row["day"]), row["lesson"], row["name"])
            for row in connection.execute(
                "SELECT closed_on AS day, lesson, name FROM campaign WHERE lesson <> '' AND closed_on IS NOT NULL"
                " UNION ALL SELECT day, lesson, text FROM one_off_try WHERE lesson <> '' AND archived_on IS NULL"
                " ORDER BY name, lesson"
            )
        ]
    within = [lesson for lesson in lessons if (since or date.min) <= lesson.day <= (until or date.max)]
    return sorted(within, key=lambda lesson: lesson.day, reverse=True)


def _review(row: sqlite3.Row) -> Review:
    return Review(Week.parse(row["week"]), *(row[name] for name in _COLUMNS))
