"""Campaigns to begin with: one that has the five things which it needs to start."""

from __future__ import annotations

from datetime import date

from lundi.campaign.campaign import Campaign, Plan
from lundi.time.days import Moment
from storage.campaign.intents import draft_campaign
from storage.campaign.rows import read_campaigns
from storage.store import Store

NAME = "Each one brings one"
TODAY = date(2026, 11, 18)
END = date(2026, 12, 11)
FIVE = {"goal": "three clients", "offer": "an hour", "audience": "craftsmen", "channel": "email", "ends_on": END}


def at(day: date) -> Moment:
    """Ten past nine of a day."""
    return Moment(day, f"{day}T09:10:00")


NOW = at(TODAY)


def plan(name: str = NAME, **other: object) -> Plan:
    """A card that is ready to start, but for what is said otherwise."""
    return Plan(**{"name": name, **FIVE, **other})


def draft(store: Store, name: str = NAME, now: Moment = NOW, **other: object) -> Campaign:
    """Begin a campaign, and read it."""
    campaign_id = draft_campaign(store, plan(name, **other), now)
    return next(one for one in read_campaigns(store) if one.id == campaign_id)
