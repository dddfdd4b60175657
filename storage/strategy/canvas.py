"""The strategy's page with what stands in its quarters, read at once."""

from __future__ import annotations

from datetime import date

from lundi.habits.history import OFF
from lundi.strategy.canvas import Canvas, canvas
from lundi.time.weeks import Week
from storage.campaign.rows import read_campaigns
from storage.file.session import Session
from storage.strategy.intents import read_strategy


def read_canvas(session: Session, today: date) -> Canvas:
    """Everything that the strategy's place shows, as of a day."""
    with session.reading() as connection:
        page = read_strategy(session, today)
        rows = connection.execute("SELECT week, reason FROM week_mark WHERE kind = ? ORDER BY week", (OFF,))
        weeks_off = {Week.parse(row["week"]): row["reason"] for row in rows}
        return canvas(page, read_campaigns(session), weeks_off)
