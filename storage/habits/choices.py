"""Lines and channels as rows: strategy and campaigns name them."""

from __future__ import annotations

import sqlite3
from datetime import date

from lundi.strategy.page import Choice
from lundi.time.days import Moment
from lundi.words.text import fold
from storage.file.session import Session, new_id
from storage.file.values import day_of
from storage.habits.names import checked_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def read_choices(connection: sqlite3.Connection) -> dict[str, Choice]:
    """Every line and channel by id, those that were put away too: the past names them still."""
    return {
        row["id"]: Choice(
            row["id"], row["kind"], row["name"], day_of(row["look_again_on"]), row["why"], day_of(row["archived_on"])
        )
        for row in connection.execute("SELECT * FROM choice ORDER BY added_on, name, id")
    }


def find_choice(choices: Iterable[Choice], kind: str, name: str, *, put_away: bool = False) -> Choice | None:
    """The one of that name, whatever its case and accents: among those that weren't put away, or those that were."""
    same = (one for one in choices if one.kind == kind and fold(one.name) == fold(name))
    return next((one for one in same if (one.put_away_on is not None) == put_away), None)


def insert_choice(session: Session, kind: str, name: str, look_again_on: date | None, now: Moment) -> str:
    """Add one inside another change; returns its id. NotUnderstood where its name is too long."""
    choice_id = new_id()
    session.connection.execute(
        "INSERT INTO choice (id, kind, name, look_again_on, added_on) VALUES (?, ?, ?, ?, ?)",
        (
            choice_id,
            kind,
            checked_name(name),
            look_again_on.isoformat() if look_again_on else None,
            now.day.isoformat(),
        ),
    )
    return choice_id
