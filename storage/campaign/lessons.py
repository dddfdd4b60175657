"""What bothered clients, what was tried once: irritants and one-off tries."""

from __future__ import annotations

from datetime import date

from lundi.campaign import changes
from lundi.time.days import Moment
from lundi.words.errors import NotUnderstood, Refused
from lundi.words.language import gettext as _
from lundi.words.text import clean
from storage.campaign.rows import Irritant, Try
from storage.file.session import Session, is_gone, new_id


def note_irritant(session: Session, text: str, now: Moment, line: str = "") -> None:
    """Note what bothered a client with a line, by its name, or with the chosen one; it is open until it is mended.
    NotUnderstood without a word."""
    text = clean(text)
    if not text:
        raise NotUnderstood(_("It needs a few words."))
    with session.intent(changes.IRRITANT, now, {"name": text}):
        session.connection.execute(
            "INSERT INTO irritant (id, text, line_id, day) VALUES"
            " (?1, ?2, coalesce((SELECT id FROM choice WHERE kind = 'line' AND name = ?4 ORDER BY added_on LIMIT 1),"
            " (SELECT nullif(text, '') FROM course WHERE kind = 'line' AND from_day <= ?3"
            " ORDER BY from_day DESC, made_on DESC LIMIT 1)), ?3)",
            (new_id(), text, now.day.isoformat(), line),
        )


def mend_irritant(session: Session, irritant: Irritant, now: Moment) -> None:
    """Close one, or open it again. Refused when it is gone."""
    name = changes.IRRITANT_MENDED if irritant.mended_on is None else changes.IRRITANT_OPENED
    with session.intent(name, now, {"name": irritant.text}):
        changed = session.connection.execute(
            "UPDATE irritant SET mended_on = ? WHERE id = ?",
            (now.day.isoformat() if irritant.mended_on is None else None, irritant.id),
        )
        if not changed.rowcount:
            raise is_gone(irritant.text)


def write_try(session: Session, tried: Try | None, day: date, text: str, result: str, lesson: str, now: Moment) -> None:
    """Record something that was tried once (with None), or change what is said of it (F14); without a text it is put
    away. Refused when it is gone."""
    if day > now.day:
        raise Refused(_("Tomorrow is not done yet."))
    text = clean(text)
    if tried is None and not text:
        raise NotUnderstood(_("It needs a few words."))
    with session.intent(changes.TRIED, now, {"name": text or (tried.text if tried else "")}):
        try_id = tried.id if tried else new_id()
        if tried is None:
            session.connection.execute(
                "INSERT INTO one_off_try (id, day, text) VALUES (?, ?, ?)", (try_id, day.isoformat(), text)
            )
        changed = session.connection.execute(
            "UPDATE one_off_try SET day = ?, text = ?, result = ?, lesson = ?, archived_on = ?"
            " WHERE id = ? AND archived_on IS NULL",
            (
                day.isoformat(),
                text or (tried.text if tried else ""),
                clean(result),
                clean(lesson),
                None if text else now.day.isoformat(),
                try_id,
            ),
        )
        if tried is not None and not changed.rowcount:
            raise is_gone(tried.text)
