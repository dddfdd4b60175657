"""What a campaign is made of, written inside a change: its card, message, habits and measures."""

from __future__ import annotations

import sqlite3

from lundi.campaign.campaign import Campaign, Message, Plan, check_dates
from lundi.campaign.measures import Measure
from lundi.strategy.page import CHANNEL, LINE
from lundi.time.days import Moment
from lundi.words.language import gettext as _
from lundi.words.text import clean, clean_lines
from storage.file.session import Session, new_id
from storage.habits.choices import find_choice, insert_choice, read_choices
from storage.habits.names import checked_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def insert_campaign(
    session: Session, plan: Plan, now: Moment, *, parent: Campaign | None = None, measures: Sequence[Measure] = ()
) -> str:
    """Begin a campaign inside another change; returns its id. It has the message of the one it comes from, and those
    of its habits that weren't put away."""
    campaign_id = new_id()
    session.connection.execute(
        "INSERT INTO campaign (id, name, added_on, parent_id) VALUES (?, ?, ?, ?)",
        (campaign_id, plan.name, now.day.isoformat(), parent.id if parent else None),
    )
    write_plan(session, campaign_id, checked(plan), now)
    for position, measure in enumerate(measures, 1):
        insert_measure(session, campaign_id, position, measure)
    if parent is not None:
        write_message(session.connection, campaign_id, parent.message)
        current = session.connection.execute("SELECT id FROM habit WHERE archived_on IS NULL")
        alive = {row["id"] for row in current}
        write_habits(session.connection, campaign_id, [one for one in parent.habit_ids if one in alive])
    return campaign_id


def checked(plan: Plan) -> Plan:
    """A card as it is kept: cleaned, and named by its goal where it has no name. NotUnderstood when there is neither,
    or the end is before the start."""
    name = checked_name(clean(plan.name) or plan.goal, _("A campaign needs a name or a goal, in a few words."))
    check_dates(plan)
    return Plan(
        name,
        clean(plan.goal),
        clean_lines(plan.offer),
        clean(plan.audience),
        clean(plan.reader),
        clean(plan.line),
        clean(plan.channel),
        plan.starts_on,
        plan.ends_on,
        clean(plan.enough),
        clean(plan.attempt),
        plan.spent,
    )


def write_plan(session: Session, campaign_id: str, plan: Plan, now: Moment) -> None:
    """Give a campaign a card that was checked."""
    session.connection.execute(
        "UPDATE campaign SET name = ?, goal = ?, offer = ?, audience = ?, reader = ?, line_id = ?, channel_id = ?,"
        " starts_on = ?, ends_on = ?, enough = ?, attempt = ?, spent = ? WHERE id = ?",
        (
            plan.name,
            plan.goal,
            plan.offer,
            plan.audience,
            plan.reader,
            _choice_id(session, LINE, plan.line, now),
            _choice_id(session, CHANNEL, plan.channel, now),
            plan.starts_on.isoformat() if plan.starts_on else None,
            plan.ends_on.isoformat() if plan.ends_on else None,
            plan.enough,
            plan.attempt,
            plan.spent,
            campaign_id,
        ),
    )


def _choice_id(session: Session, kind: str, name: str, now: Moment) -> str | None:
    """The line or channel of that name, also one that was put away; a new one is on the strategy's shelf from now
    on."""
    if not name:
        return None
    choices = read_choices(session.connection).values()
    found = find_choice(choices, kind, name) or find_choice(choices, kind, name, put_away=True)
    return found.id if found else insert_choice(session, kind, name, None, now)


def write_message(connection: sqlite3.Connection, campaign_id: str, message: Message) -> None:
    """Give a campaign its message."""
    connection.execute(
        "UPDATE campaign SET message = ?, first_draft = ?, for_me = ?, so_what = ?, what_now = ? WHERE id = ?",
        (message.text, message.first_draft, *message.answers, campaign_id),
    )


def write_habits(connection: sqlite3.Connection, campaign_id: str, habit_ids: Iterable[str]) -> None:
    """Join habits to a campaign that aren't yet."""
    connection.executemany(
        "INSERT INTO campaign_habit (campaign_id, habit_id) VALUES (?, ?)",
        [(campaign_id, habit_id) for habit_id in habit_ids],
    )


def insert_measure(session: Session, campaign_id: str, position: int, measure: Measure) -> None:
    """Give a campaign one more measure."""
    session.connection.execute(
        "INSERT INTO measure (id, campaign_id, position, name, start, target) VALUES (?, ?, ?, ?, ?, ?)",
        (new_id(), campaign_id, position, clean(measure.name), measure.start, measure.target),
    )
