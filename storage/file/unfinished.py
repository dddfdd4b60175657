"""What is typed into a sequence of questions before it is done with. No undo knows it, and no export."""

from __future__ import annotations

from lundi.time.days import Moment
from storage.file.session import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def read_unfinished(session: Session, form: str) -> dict[str, str]:
    """What was typed so far, by field; empty for a form that wasn't begun, or was finished."""
    with session.reading() as connection:
        rows = connection.execute("SELECT field, text FROM unfinished WHERE form = ?", (form,))
        return {row["field"]: row["text"] for row in rows}


def keep_unfinished(session: Session, form: str, texts: Mapping[str, str], now: Moment) -> None:
    """Keep what is typed, by field; other fields stay as they are."""
    with session.writing(now) as connection:
        connection.executemany(
            "INSERT INTO unfinished (form, field, text) VALUES (?, ?, ?)"
            " ON CONFLICT (form, field) DO UPDATE SET text = excluded.text",
            [(form, field, text) for field, text in texts.items()],
        )


def forget_unfinished(session: Session, form: str, now: Moment, fields: Iterable[str] | None = None) -> None:
    """The form is done with, or only these of its fields."""
    with session.writing(now) as connection:
        if fields is None:
            connection.execute("DELETE FROM unfinished WHERE form = ?", (form,))
        else:
            connection.executemany(
                "DELETE FROM unfinished WHERE form = ? AND field = ?", [(form, field) for field in fields]
            )
