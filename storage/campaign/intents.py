"""Campaigns: drafting, changing, starting, lengthening one; its message, measures and habits. Each is one change."""

from __future__ import annotations

from datetime import date, timedelta

from lundi.campaign import changes
from lundi.campaign.campaign import (
    LONGEST_MESSAGE,
    YES,
    Campaign,
    Message,
    Plan,
    check_dates,
    latest_end,
    refuse_unready,
)
from lundi.campaign.measures import Measure
from lundi.client.view import first_draft
from lundi.numbers import MEASURES_AT_MOST
from lundi.record import merged
from lundi.time.days import Moment
from lundi.time.formats import day_short
from lundi.words import amounts
from lundi.words.errors import NotUnderstood, Refused
from lundi.words.language import gettext as _
from lundi.words.text import clean, clean_lines
from storage.campaign.cards import checked, insert_campaign, insert_measure, write_habits, write_plan
from storage.campaign.cards import write_message as write_campaign_message
from storage.campaign.focus import CAMPAIGN
from storage.campaign.rows import read_campaigns
from storage.client.words import read_own_words
from storage.file.session import Session, is_gone
from storage.habits.actions import IDEA, insert_action
from storage.habits.names import checked_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


def draft_campaign(
    session: Session,
    plan: Plan,
    now: Moment,
    *,
    parent: Campaign | None = None,
    measures: Sequence[Measure] = (),
    first_piece: str = "",
) -> str:
    """Begin a campaign and return its id. Its name is its goal where it has none.

    Measures are taken over with their names, starts and targets; a first piece, smaller and now, becomes an idea
    (F13). NotUnderstood when there is neither name nor goal, or the end is before the start.
    """
    plan = checked(plan)
    with session.intent(changes.CAMPAIGN_DRAFTED, now, {"name": plan.name}):
        campaign_id = insert_campaign(session, plan, now, parent=parent, measures=measures)
        if first_piece := clean(first_piece):
            insert_action(session, first_piece, IDEA, None, now)
    return campaign_id


def edit_campaign(session: Session, campaign: Campaign, plan: Plan, now: Moment) -> None:
    """Give a campaign another card. What is the same as in the campaign that was read stays as it is in the file,
    where another program may have changed it meanwhile.

    The end of one that was started only moves by lengthening it, and its first day no more once it has come; Refused
    otherwise, and for a closed one.
    """
    plan = checked(plan)
    with session.intent(changes.CAMPAIGN_EDITED, now, {"name": plan.name}):
        present = present_campaign(session, campaign)
        _refuse_closed(present)
        plan = merged(plan, campaign.plan, present.plan)
        check_dates(plan)
        if present.started_on is not None:
            refuse_unready(plan, min(now.day, plan.ends_on or now.day))
            if plan.starts_on is None:
                raise NotUnderstood(_("A campaign that was started has a first day. Which one?"))
            first = present.plan.starts_on
            if first is not None and plan.starts_on != first and min(first - timedelta(1), plan.starts_on) < now.day:
                raise Refused(
                    _("Its first day doesn't move once it has come, nor into the past: {day} stays.").format(
                        day=day_short(first)
                    )
                )
            if plan.ends_on != present.plan.ends_on:
                latest = latest_end(present)
                raise Refused(
                    _("Its end doesn't move by itself. Lengthen it: once, until {day} at the latest.").format(
                        day=day_short(latest)
                    )
                )
        write_plan(session, campaign.id, plan, now)


def write_message(session: Session, campaign: Campaign, message: Message, now: Moment) -> None:
    """Write what a client is told, and the three answers (C09); what is remembered as its first draft comes from what
    it takes the place of. What is the same as in the campaign that was read stays as it is in the file.

    Refused for a closed campaign, and where another program has put something else there since it was read.
    """
    text, answers = clean_lines(message.text), [clean(answer) for answer in message.answers]
    if len(text) > LONGEST_MESSAGE:
        raise NotUnderstood(_("That text is longer than {most} characters.").format(most=LONGEST_MESSAGE))
    with session.intent(changes.CAMPAIGN_EDITED, now, {"name": campaign.name}):
        campaign_now = present_campaign(session, campaign)
        _refuse_closed(campaign_now)
        seen, present = campaign.message, campaign_now.message
        typed = Message(text, seen.first_draft, *answers)
        wanted = merged(typed, seen, present)
        if wanted != merged(present, seen, typed):  # both were changed, and not to the same
            raise Refused(
                _(
                    "Another program has written another message meanwhile, which stays. Open it again to put yours"
                    " in its place."
                )
            )
        draft = first_draft(present.first_draft, present.text, wanted.text, read_own_words(session))
        write_campaign_message(session.connection, campaign.id, Message(wanted.text, draft, *wanted.answers))


def carry_by(session: Session, campaign: Campaign, habit_ids: Iterable[str], now: Moment) -> None:
    """Say which habits carry a campaign (H01). Refused for a closed one."""
    with session.intent(changes.CAMPAIGN_EDITED, now, {"name": campaign.name}):
        campaign_now = present_campaign(session, campaign)
        _refuse_closed(campaign_now)
        wanted, present = list(dict.fromkeys(habit_ids)), set(campaign_now.habit_ids)
        session.connection.executemany(
            "DELETE FROM campaign_habit WHERE campaign_id = ? AND habit_id = ?",
            [(campaign.id, habit_id) for habit_id in present.difference(wanted)],
        )
        write_habits(session.connection, campaign.id, [one for one in wanted if one not in present])


def define_measures(session: Session, campaign: Campaign, measures: Sequence[Measure], now: Moment) -> None:
    """Say what a campaign measures, one to three (F27): a measure with an id is changed, one without is new, one that
    is left out is put away. Refused beyond three, NotUnderstood where one goes nowhere."""
    if len(measures) > MEASURES_AT_MOST:
        raise Refused(_("Three measures at most: what is looked at once a week."))
    for measure in measures:
        checked_name(measure.name, _("A measure needs a name: what is counted?"))
        _refuse_too_much((measure.start, measure.target))
        if measure.start == measure.target:
            raise NotUnderstood(
                _("'{name}' starts at {amount} and aims at {amount}. Give it another target.").format(
                    name=clean(measure.name), amount=amounts.shown(measure.start)
                )
            )
    with session.intent(changes.MEASURED, now, {"name": campaign.name}):
        campaign_now = present_campaign(session, campaign)
        _refuse_closed(campaign_now)
        present, kept = {measure.id for measure in campaign_now.measures}, {measure.id for measure in measures}
        session.connection.executemany(
            "UPDATE measure SET archived_on = ? WHERE id = ?",
            [(now.day.isoformat(), measure_id) for measure_id in present - kept],
        )
        for position, measure in enumerate(measures, 1):
            if measure.id:
                if measure.id not in present:
                    raise is_gone(measure.name)
                session.connection.execute(
                    "UPDATE measure SET position = ?, name = ?, start = ?, target = ? WHERE id = ?",
                    (position, clean(measure.name), measure.start, measure.target, measure.id),
                )
            else:
                insert_measure(session, campaign.id, position, measure)


def write_values(session: Session, campaign: Campaign, values: Mapping[str, int], now: Moment) -> None:
    """Write where measures stand today, by their ids, in thousandths. Refused for a closed campaign, or where one of
    the measures is gone."""
    _refuse_too_much(values.values())
    with session.intent(changes.MEASURED, now, {"name": campaign.name}):
        campaign_now = present_campaign(session, campaign)
        _refuse_closed(campaign_now)
        if values.keys() - {measure.id for measure in campaign_now.measures}:
            raise is_gone(campaign.name)
        session.connection.executemany(
            "INSERT INTO measure_value (measure_id, day, value) VALUES (?, ?, ?)"
            " ON CONFLICT (measure_id, day) DO UPDATE SET value = excluded.value",
            [(measure_id, now.day.isoformat(), value) for measure_id, value in values.items()],
        )


def start_campaign(
    session: Session, campaign: Campaign, now: Moment, *, anyway: str = "", hides_weakness: str = ""
) -> None:
    """Start a draft; `anyway` says why, where points of the start list are open. It begins on the day it has, also
    one to come; where that day has gone by since the draft was begun, or it has none, today.

    Refused where one of the five things is missing (F12), or another campaign is under way (F22).
    """
    with session.intent(changes.CAMPAIGN_STARTED, now, {"name": campaign.name}):
        present = present_campaign(session, campaign)
        if present.started_on is not None:
            raise Refused(_("'{name}' was started already.").format(name=present.name))
        refuse_second(session)
        session.connection.execute("DELETE FROM focus WHERE kind = ?", (CAMPAIGN,))  # it may point at nothing any more
        refuse_unready(present.plan, now.day)
        session.connection.execute(
            "UPDATE campaign SET started_on = ?, starts_on = ?, started_anyway = ?, hides_weakness = ? WHERE id = ?",
            (
                now.day.isoformat(),
                present.first_day_when_started(now.day).isoformat(),
                clean(anyway),
                hides_weakness,
                campaign.id,
            ),
        )
        session.connection.execute("INSERT INTO focus (kind, target_id) VALUES (?, ?)", (CAMPAIGN, campaign.id))


def repair_first(session: Session, campaign: Campaign, now: Moment) -> str:
    """The campaign would hide a weakness: it waits, and a draft to mend that comes first (X13). Returns its id."""
    name = _("Mend first")
    with session.intent(changes.CAMPAIGN_DRAFTED, now, {"name": name}):
        present = present_campaign(session, campaign)
        _refuse_closed(present)
        session.connection.execute("UPDATE campaign SET hides_weakness = ? WHERE id = ?", (YES, campaign.id))
        return insert_campaign(
            session,
            Plan(name, audience=present.plan.audience, line=present.plan.line, channel=present.plan.channel),
            now,
        )


def lengthen(session: Session, campaign: Campaign, end: date, why: str, now: Moment) -> None:
    """Give a campaign a later end that isn't past, once, by half its length at most, with a reason. Refused
    otherwise."""
    why = clean(why)
    with session.intent(changes.CAMPAIGN_LENGTHENED, now, {"name": campaign.name, "day": end.isoformat()}):
        present = present_campaign(session, campaign)
        latest = latest_end(present)
        if not why:
            raise NotUnderstood(_("Lengthening needs its reason, in a few words."))
        if not max(present.plan.ends_on or latest, now.day - timedelta(1)) < end <= latest:
            raise Refused(_("It may last until {day} at the latest: half as long again.").format(day=day_short(latest)))
        session.connection.execute(
            "UPDATE campaign SET first_end = ends_on, ends_on = ?, lengthened_why = ? WHERE id = ?",
            (end.isoformat(), why, campaign.id),
        )


def let_go(session: Session, campaign: Campaign, now: Moment) -> None:
    """Put a draft away. Refused for one that was started: it is closed."""
    with session.intent(changes.CAMPAIGN_LET_GO, now, {"name": campaign.name}):
        if present_campaign(session, campaign).started_on is not None:
            raise Refused(_("A campaign that was started isn't let go of: it is closed, and teaches something."))
        session.connection.execute(
            "UPDATE campaign SET archived_on = ? WHERE id = ?", (now.day.isoformat(), campaign.id)
        )


def refuse_second(session: Session) -> None:
    """Refused while a campaign is under way (F22)."""
    row = session.connection.execute(
        "SELECT name, ends_on FROM focus JOIN campaign ON campaign.id = target_id WHERE kind = ?"
        " AND started_on IS NOT NULL AND closed_on IS NULL AND archived_on IS NULL",
        (CAMPAIGN,),
    ).fetchone()
    if row:
        raise Refused(
            _("'{name}' runs until {day}. Close it first?").format(
                name=row["name"], day=day_short(date.fromisoformat(row["ends_on"]))
            )
        )


def present_campaign(session: Session, campaign: Campaign) -> Campaign:
    """The campaign as it is in the file now, which another program may have changed since it was read."""
    for present in read_campaigns(session):
        if present.id == campaign.id:
            return present
    raise is_gone(campaign.name)


def _refuse_closed(campaign: Campaign) -> None:
    if campaign.ending is not None:
        raise Refused(_("'{name}' is closed, and stays as it was. Repeat it, or begin another one.").format(
            name=campaign.name))  # fmt: skip


def _refuse_too_much(amounts_typed: Iterable[int]) -> None:
    for amount in amounts_typed:
        if abs(amount) > amounts.LARGEST:
            raise NotUnderstood(
                _("{amount} is too much to be counted: {most} at most.").format(
                    amount=amounts.shown(amount), most=amounts.shown(amounts.LARGEST)
                )
            )
