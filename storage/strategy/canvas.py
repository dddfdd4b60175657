"""The strategy's page with what stands in its quarters, read at once."""

from __future__ import annotations

import sqlite3
from datetime import date

from lundi.habits.history import OFF
from lundi.strategy.canvas import Canvas, canvas
from lundi.time.stretches import Stretch
from lundi.time.weeks import Week
from storage.file.session import Session
from storage.file.values import day_of
from storage.strategy.intents import read_strategy


def read_canvas(session: Session, today: date) -> Canvas:
    """Everything that the strategy's place shows, as of a day."""
    with session.reading() as connection:
        page = read_strategy(session, today)
        rows = connection.execute("SELECT week, reason FROM week_mark WHERE kind = ? ORDER BY week", (OFF,))
        weeks_off = {Week.parse(row["week"]): row["reason"] for row in rows}
        return canvas(page, _campaigns(connection), weeks_off)


def _campaigns(connection: sqlite3.Connection) -> list[Stretch]:
    """Every campaign that wasn't let go of: its name and its days, the latest first."""
    return [
        Stretch(
            row["name"],
            day_of(row["starts_on"]),
            day_of(row["ends_on"]),
            day_of(row["started_on"]),
            day_of(row["closed_on"]),
            bool(row["goes_on"]),
        )
        for row in connection.execute(
            "SELECT name, starts_on, ends_on, started_on, closed_on, verdict = 'programme' AS goes_on FROM campaign"
            " WHERE archived_on IS NULL"
            " ORDER BY iif(started_on IS NULL, added_on, starts_on) DESC, added_on DESC, name, id"
        )
    ]
