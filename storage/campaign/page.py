"""What the Campaign's place reads, in one consistent look at the file."""

from __future__ import annotations

import re
from datetime import date

from lundi.campaign.page import CampaignPage
from lundi.client.view import look
from storage.campaign.rows import read_campaigns, read_programmes
from storage.client.words import read_own_words
from storage.file.session import Session
from storage.habits.intents import read_habits


def read_campaign_page(session: Session, today: date, chosen: str = "") -> CampaignPage:
    """The campaign of an id; without it, or where it isn't open any more, the one under way or the latest draft."""
    with session.reading() as connection:
        campaigns = read_campaigns(session)
        programmes, own_words = read_programmes(session), read_own_words(session)
        names = {habit.id: habit.name for habit in read_habits(connection) if habit.archived_on is None}
    open_ones = sorted((one for one in campaigns if one.ending is None), key=lambda one: one.started_on is None)
    shown = next((one for one in open_ones if one.id == chosen), open_ones[0] if open_ones else None)
    first_words = " ".join(filter(None, re.split("[ \n]+", shown.message.first_draft if shown else "")))
    return CampaignPage(
        today=today,
        open_ones=tuple(open_ones),
        campaign=shown,
        habits=tuple(names[habit_id] for habit_id in names if shown and habit_id in shown.habit_ids),
        message=look(shown.message.text if shown else "", own_words),
        first_draft=look(first_words, own_words),
        first_words=first_words,
        parent=next((one for one in campaigns if shown and one.id == shown.parent_id), None),
        programmes=tuple(programmes),
    )
