"""A campaign as its place shows it: the card, where it stands, what a client sees in its message."""

from __future__ import annotations

from datetime import date

from lundi.campaign.campaign import Campaign, Programme
from lundi.client.view import ClientsView
from lundi.record import record
from lundi.time.stretches import DRAFT


@record
class CampaignPage:
    """The campaign that is shown, among those that aren't closed."""

    today: date
    open_ones: tuple[Campaign, ...]  # the one under way first, then drafts, the latest first
    campaign: Campaign | None  # one of them; None without any
    habits: tuple[str, ...]  # the names of those that carry it
    message: ClientsView  # what a client sees in it, and in its first draft
    first_draft: ClientsView
    first_words: str  # the first draft on one line, as it was looked at
    parent: Campaign | None  # the one that it repeats or adapts
    programmes: tuple[Programme, ...]  # what earlier ones became

    @property
    def number(self) -> int:
        """The place of the campaign among the open ones, from 1 on; 0 without any."""
        return self.open_ones.index(self.campaign) + 1 if self.campaign else 0

    @property
    def under_way(self) -> Campaign | None:
        """The one that was started and not closed yet, whichever is shown."""
        first = self.open_ones[0] if self.open_ones else None
        return first if first is not None and first.state(self.today) != DRAFT else None
