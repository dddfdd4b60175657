"""What the end review of a campaign reads, and what past campaigns show side by side."""

from __future__ import annotations

import sqlite3
from datetime import date

from lundi.campaign.campaign import Campaign, Difference, Programme, differences
from lundi.campaign.review import Kept, habits_kept, look_backs_of
from lundi.habits import reviews
from lundi.record import record
from lundi.time.weeks import Week
from storage.campaign.rows import Try, read_campaigns, read_programmes, read_tries
from storage.file.session import Session
from storage.habits.history import read_carriers
from storage.habits.mission import read_mission
from storage.habits.reviews import read_reviews

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


@record
class Review:
    """A campaign that is to be closed, with what its time held."""

    campaign: Campaign
    today: date
    mission: str
    habits: tuple[Kept, ...]
    tries: tuple[Try, ...]  # of its days, oldest first
    look_backs: tuple[reviews.Review, ...] = ()  # on its weeks, as far as they taught something, the latest first (H42)


@record
class PastCampaign:
    """A closed campaign, with what became of it."""

    campaign: Campaign
    habits: tuple[Kept, ...]
    differences: tuple[Difference, ...] = ()  # from the one it was made of (F27)
    programme: Programme | None = None  # while it goes on as one (F28)


def read_review(session: Session, campaign: Campaign, today: date) -> Review:
    """A campaign as its end review needs it, as of a day."""
    with session.reading() as connection:
        start, end = campaign.span or (today, today)
        tries = [one for one in reversed(read_tries(session)) if start <= one.day <= max(end, today)]
        kept = _habits_of(connection, [campaign], today)
        look_backs = look_backs_of(campaign, read_reviews(session))
        return Review(campaign, today, read_mission(session), kept[campaign.id], tuple(tries), look_backs)


def read_past(session: Session, today: date) -> list[PastCampaign]:
    """Closed campaigns, the latest first."""
    with session.reading() as connection:
        campaigns = read_campaigns(session)
        by_id = {campaign.id: campaign for campaign in campaigns}
        closed = [campaign for campaign in campaigns if campaign.ending is not None]
        kept = _habits_of(connection, closed, today)
        past = [PastCampaign(campaign, kept[campaign.id], _differences(by_id, campaign)) for campaign in closed]
        return read_programmes_of(session, past)


def read_programmes_of(session: Session, past: Iterable[PastCampaign]) -> list[PastCampaign]:
    """The same campaigns with what they are as programmes now; nothing else of them is read again."""
    programmes = {programme.campaign_id: programme for programme in read_programmes(session)}
    return [PastCampaign(one.campaign, one.habits, one.differences, programmes.get(one.campaign.id)) for one in past]


def _differences(by_id: Mapping[str, Campaign], campaign: Campaign) -> tuple[Difference, ...]:
    parent = by_id.get(campaign.parent_id or "")
    return tuple(differences(parent, campaign)) if parent else ()


def _habits_of(
    connection: sqlite3.Connection, campaigns: Sequence[Campaign], today: date
) -> dict[str, tuple[Kept, ...]]:
    """What the habits did, by campaign id, in one look at the weeks of all of them."""
    weeks = [week for campaign in campaigns for week in campaign.weeks]
    current = Week.of(today)
    history = read_carriers(connection, min(weeks, default=current), max(weeks, default=current))
    return {campaign.id: habits_kept(history, campaign, today) for campaign in campaigns}
