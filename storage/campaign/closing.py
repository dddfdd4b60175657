"""Closing a campaign: the verdict, what follows from it, and what becomes of each of its habits."""

from __future__ import annotations

from datetime import date, timedelta

from lundi.campaign import changes
from lundi.campaign.campaign import ADAPT, PROGRAMME, REPEAT, Campaign, Ending, Plan
from lundi.campaign.measures import Measure
from lundi.habits.rhythms import MOST_WEEKS
from lundi.numbers import REVIEW_WEEKS
from lundi.record import record
from lundi.time.days import Moment
from lundi.words.errors import NotUnderstood, Refused
from lundi.words.language import gettext as _
from lundi.words.text import clean
from storage.campaign.cards import insert_campaign
from storage.campaign.focus import CAMPAIGN
from storage.campaign.intents import present_campaign
from storage.campaign.rows import read_programmes
from storage.file.session import Session, is_gone
from storage.habits.names import checked_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

KEEP, CHANGE, PUT_AWAY = "keep", "change", "put-away"  # what becomes of a habit
_A_LEAP_DAY = (2, 29)


@record
class Cadence:
    """How a programme goes on (F28)."""

    name: str
    every: int  # weeks
    check_on: date


def close_campaign(
    session: Session,
    campaign: Campaign,
    ending: Ending,
    now: Moment,
    *,
    habits: Mapping[str, str] | None = None,
    cadence: Cadence | None = None,
) -> str | None:
    """Close a campaign that was started: one change. Habits by id are kept for thirteen weeks, kept to be changed, or
    put away; one that isn't named is left as it is.

    Repeat and adapt leave a draft with the same card, without its days, and return its id. A programme takes its
    cadence. Refused for one that wasn't started, or is closed already.
    """
    with session.intent(changes.CAMPAIGN_CLOSED, now, {"name": campaign.name}):
        present = present_campaign(session, campaign)
        if present.started_on is None or present.ending is not None:
            raise Refused(_("'{name}' is not under way. Nothing was changed.").format(name=campaign.name))
        if ending.verdict == PROGRAMME and (cadence is None or not 1 <= cadence.every <= MOST_WEEKS):
            raise NotUnderstood(_("A programme needs to know: every how many weeks?"))
        _write_ending(session, present, ending)
        session.connection.execute("DELETE FROM focus WHERE kind = ? AND target_id = ?", (CAMPAIGN, campaign.id))
        for habit_id, fate in (habits or {}).items():
            _decide(session, habit_id, fate, now)
        if ending.verdict == PROGRAMME and cadence is not None:
            _begin_programme(session, present, cadence, now)
        return _copy(session, present, now) if ending.verdict in (REPEAT, ADAPT) else None


def end_programme(session: Session, campaign_id: str, name: str, now: Moment) -> None:
    """Let a programme end. Refused when it is gone."""
    with session.intent(changes.PROGRAMME_ENDED, now, {"name": name}):
        _change_programme(session, "archived_on", now.day, campaign_id, name)


def keep_programme(session: Session, campaign_id: str, name: str, now: Moment) -> None:
    """Keep a programme for another year, from its check on, or from today where that is past (F28). Refused when it is
    gone."""
    with session.intent(changes.PROGRAMME_KEPT, now, {"name": name}):
        check_on = next((one.check_on for one in read_programmes(session) if one.campaign_id == campaign_id), now.day)
        _change_programme(session, "check_on", year_from(max(check_on, now.day)), campaign_id, name)


def year_from(day: date) -> date:
    """When a programme that begins on a day is looked at again: the same day of the next year, of 29 February the
    28th."""
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == _A_LEAP_DAY else day.day)


def _change_programme(session: Session, column: str, day: date, campaign_id: str, name: str) -> None:
    changed = session.connection.execute(
        f"UPDATE programme SET {column} = ? WHERE campaign_id = ? AND archived_on IS NULL",
        (day.isoformat(), campaign_id),
    )
    if not changed.rowcount:
        raise is_gone(name)


def _write_ending(session: Session, campaign: Campaign, ending: Ending) -> None:
    session.connection.execute(
        "UPDATE campaign SET closed_on = ?, verdict = ?, reached = ?, new_clients = ?, lesson = ?, attempt_worked = ?"
        " WHERE id = ?",
        (
            ending.closed_on.isoformat(),
            ending.verdict,
            ending.reached,
            ending.new_clients,
            clean(ending.lesson),
            ending.attempt_worked,
            campaign.id,
        ),
    )


def _decide(session: Session, habit_id: str, fate: str, now: Moment) -> None:
    if fate == PUT_AWAY:
        session.connection.execute(
            "UPDATE habit SET archived_on = ? WHERE id = ? AND archived_on IS NULL", (now.day.isoformat(), habit_id)
        )
    else:  # to be changed: it is looked at again at once
        review = now.day if fate == CHANGE else now.day + timedelta(weeks=REVIEW_WEEKS)
        session.connection.execute("UPDATE habit SET review_on = ? WHERE id = ?", (review.isoformat(), habit_id))


def _begin_programme(session: Session, campaign: Campaign, cadence: Cadence, now: Moment) -> None:
    session.connection.execute(
        "INSERT INTO programme (campaign_id, name, every, from_day, check_on) VALUES (?, ?, ?, ?, ?)",
        (
            campaign.id,
            checked_name(cadence.name) or campaign.name,
            cadence.every,
            now.day.isoformat(),
            cadence.check_on.isoformat(),
        ),
    )


def _copy(session: Session, campaign: Campaign, now: Moment) -> str:
    """A draft with the same card; its days, money and figures are its own."""
    plan = campaign.plan
    card = Plan(
        plan.name, plan.goal, plan.offer, plan.audience, plan.reader, plan.line, plan.channel, enough=plan.enough
    )
    measures = [Measure("", measure.name, measure.start, measure.target) for measure in campaign.measures]
    return insert_campaign(session, card, now, parent=campaign, measures=measures)
