"""Campaigns as they are in the file: reading them whole, with their measures and habits."""

from __future__ import annotations

import sqlite3
from datetime import date

from lundi.campaign.campaign import Campaign, Ending, Message, Plan, Programme
from lundi.campaign.measures import Measure
from lundi.record import record
from storage.campaign.focus import CAMPAIGN
from storage.file.session import Session
from storage.file.values import day_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


@record
class Irritant:
    """What bothered a client; open until it is mended (X13)."""

    id: str
    text: str
    day: date
    mended_on: date | None = None
    line: str = ""  # the name of the line that was the chosen one then


@record
class Try:
    """Something done once, outside any campaign, and what it taught (F14)."""

    id: str
    day: date
    text: str
    result: str = ""
    lesson: str = ""


def read_campaigns(session: Session) -> list[Campaign]:
    """Every campaign that wasn't let go of, the latest first: drafts by the day they were begun, others by their
    first day."""
    with session.reading() as connection:
        measures = _measures(connection)
        habits: dict[str, list[str]] = {}
        for row in connection.execute("SELECT * FROM campaign_habit ORDER BY campaign_id, habit_id"):
            habits.setdefault(row["campaign_id"], []).append(row["habit_id"])
        rows = connection.execute(
            "SELECT campaign.*, line.name AS line, channel.name AS channel FROM campaign"
            " LEFT JOIN choice AS line ON line.id = line_id LEFT JOIN choice AS channel ON channel.id = channel_id"
            " WHERE campaign.archived_on IS NULL ORDER BY iif(started_on IS NULL, campaign.added_on, starts_on) DESC,"
            " campaign.added_on DESC, campaign.name, campaign.id"
        )
        return [_campaign(row, measures.get(row["id"], ()), habits.get(row["id"], ())) for row in rows]


def read_running(session: Session) -> Campaign | None:
    """The one campaign that was started and not closed yet."""
    with session.reading() as connection:
        row = connection.execute("SELECT target_id FROM focus WHERE kind = ?", (CAMPAIGN,)).fetchone()
        found = [campaign for campaign in read_campaigns(session) if row and campaign.id == row["target_id"]]
    return found[0] if found else None


def read_programmes(session: Session) -> list[Programme]:
    """What campaigns became and still is, the next to look at first."""
    with session.reading() as connection:
        return [
            Programme(
                row["campaign_id"],
                row["name"],
                row["every"],
                date.fromisoformat(row["from_day"]),
                date.fromisoformat(row["check_on"]),
            )
            for row in connection.execute("SELECT * FROM programme WHERE archived_on IS NULL ORDER BY check_on, name")
        ]


def read_irritants(session: Session) -> list[Irritant]:
    """Everything that bothered somebody: open ones first, the oldest first."""
    with session.reading() as connection:
        return [
            Irritant(
                row["id"], row["text"], date.fromisoformat(row["day"]), day_of(row["mended_on"]), row["line"] or ""
            )
            for row in connection.execute(
                "SELECT irritant.*, choice.name AS line FROM irritant LEFT JOIN choice ON choice.id = line_id"
                " ORDER BY mended_on IS NOT NULL, day, irritant.text, irritant.id"
            )
        ]


def read_tries(session: Session) -> list[Try]:
    """One-off tries, the latest first."""
    with session.reading() as connection:
        return [
            Try(row["id"], date.fromisoformat(row["day"]), row["text"], row["result"], row["lesson"])
            for row in connection.execute(
                "SELECT * FROM one_off_try WHERE archived_on IS NULL ORDER BY day DESC, text, id"
            )
        ]


def _measures(connection: sqlite3.Connection) -> dict[str, list[Measure]]:
    values: dict[str, list[tuple[date, int]]] = {}
    for row in connection.execute("SELECT * FROM measure_value ORDER BY measure_id, day"):
        values.setdefault(row["measure_id"], []).append((date.fromisoformat(row["day"]), row["value"]))
    measures: dict[str, list[Measure]] = {}
    for row in connection.execute("SELECT * FROM measure WHERE archived_on IS NULL ORDER BY campaign_id, position, id"):
        measure = Measure(row["id"], row["name"], row["start"], row["target"], tuple(values.get(row["id"], ())))
        measures.setdefault(row["campaign_id"], []).append(measure)
    return measures


def _campaign(row: sqlite3.Row, measures: Iterable[Measure], habit_ids: Iterable[str]) -> Campaign:
    closed_on = day_of(row["closed_on"])
    if row["started_on"] is not None and None in (row["starts_on"], row["ends_on"]):
        raise ValueError(row["id"])  # what was started has both its days
    return Campaign(
        id=row["id"],
        plan=Plan(
            name=row["name"],
            goal=row["goal"],
            offer=row["offer"],
            audience=row["audience"],
            reader=row["reader"],
            line=row["line"] or "",
            channel=row["channel"] or "",
            starts_on=day_of(row["starts_on"]),
            ends_on=day_of(row["ends_on"]),
            enough=row["enough"],
            attempt=row["attempt"],
            spent=row["spent"],
        ),
        added_on=date.fromisoformat(row["added_on"]),
        message=Message(row["message"], row["first_draft"], row["for_me"], row["so_what"], row["what_now"]),
        measures=tuple(measures),
        habit_ids=tuple(habit_ids),
        parent_id=row["parent_id"],
        started_on=day_of(row["started_on"]),
        started_anyway=row["started_anyway"],
        hides_weakness=row["hides_weakness"],
        first_end=day_of(row["first_end"]),
        lengthened_why=row["lengthened_why"],
        ending=None
        if closed_on is None
        else Ending(
            closed_on, row["verdict"], row["reached"], row["new_clients"], row["lesson"], row["attempt_worked"]
        ),
    )
