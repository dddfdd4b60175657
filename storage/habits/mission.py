"""The mission as it is now, for the moments of giving up (D06): a read of its own, so that the Week needs no more."""

from __future__ import annotations

from storage.file.session import Session


def read_mission(session: Session) -> str:
    """The mission, '' without one."""
    with session.reading() as connection:
        row = connection.execute(
            "SELECT text FROM course WHERE kind = 'mission' ORDER BY from_day DESC, made_on DESC LIMIT 1"
        ).fetchone()
    return row["text"] if row else ""
