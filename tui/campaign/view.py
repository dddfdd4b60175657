"""Campaign: the one under way and the drafts, each on a page, and everything that is done with one."""

from __future__ import annotations

from textual import getters
from textual.app import ComposeResult

from lundi.campaign.campaign import Campaign, refuse_unready
from lundi.time.stretches import DRAFT as DRAFTED
from lundi.words.errors import Refused
from lundi.words.language import gettext as _
from storage.campaign.intents import let_go, refuse_second
from storage.campaign.page import read_campaign_page
from storage.campaign.rows import read_campaigns
from storage.strategy.intents import read_mission
from tui.campaign import card as campaign_card
from tui.campaign import closing, learned, measures, past
from tui.campaign import start as campaign_start
from tui.campaign.commands import CAMPAIGN, COMMANDS, DRAFT, RUNNING, SEVERAL
from tui.campaign.page import CampaignSheet
from tui.client import view as clients_view
from tui.kit.commands import EMPTY, FILLED, bindings
from tui.kit.place import Desk, PlaceView


class CampaignView(PlaceView):
    """A page to read; keys open what there is to do."""

    BINDINGS = bindings(COMMANDS, CAMPAIGN)

    sheet = getters.query_one(CampaignSheet)

    def __init__(self, desk: Desk, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(desk, id=id)
        self._chosen = ""  # the id of the campaign that is shown
        self._mission_was_asked = False

    def compose(self) -> ComposeResult:
        yield CampaignSheet()

    def show_file(self, *, only_ticks: bool = False) -> None:
        page = read_campaign_page(self.desk.store, self.desk.today, self._chosen)
        self._chosen = page.campaign.id if page.campaign else ""
        self.sheet.page = page

    @property
    def conditions(self) -> frozenset[str]:
        page = self.sheet.page
        if page is None or page.campaign is None:
            return super().conditions | {EMPTY}
        holding = {FILLED}
        holding |= {DRAFT} if page.campaign.state(page.today) == DRAFTED else set()
        holding |= {RUNNING} if page.under_way else set()
        holding |= {SEVERAL} if len(page.open_ones) > 1 else set()
        return super().conditions | holding

    def show_campaign(self, campaign_id: str) -> None:
        """Show another campaign."""
        self._chosen = campaign_id
        with self.desk.told():
            self.desk.show()
        self.scroll_home(animate=False)

    @property
    def campaign(self) -> Campaign:
        """The one that is shown. Refused without any."""
        page = self.sheet.page
        if page is None or page.campaign is None:
            raise Refused(_("No campaign yet. `a` begins one."))
        return page.campaign

    def action_next_campaign(self, step: int) -> None:
        page = self.sheet.page
        if page is not None and page.campaign is not None:
            place = (page.number - 1 + step) % len(page.open_ones)
            self.show_campaign(page.open_ones[place].id)

    def action_begin(self) -> None:
        """The first one asks for the mission before, once (D08)."""
        with self.desk.told():
            asks_mission = not (self._mission_was_asked or read_mission(self.desk.store))
            self.desk.open(campaign_card.templates(self.desk, self.show_campaign))
            if asks_mission and not read_campaigns(self.desk.store):
                self._mission_was_asked = True
                self.desk.open(campaign_card.mission_first(self.desk))

    def action_edit(self) -> None:
        with self.desk.told():
            self.desk.open(campaign_card.edit_card(self.desk, self.campaign))

    def action_carry(self) -> None:
        with self.desk.told():
            self.desk.open(campaign_card.carriers(self.desk, self.campaign))

    def action_start(self) -> None:
        with self.desk.told():
            campaign = self.campaign
            if campaign.started_on is not None:
                raise Refused(_("'{name}' was started already.").format(name=campaign.name))
            self._refuse_second()
            refuse_unready(campaign.plan, self.desk.today)
            self.desk.open(campaign_start.start_dialog(self.desk, campaign))

    def _refuse_second(self) -> None:
        """One at a time: the other one's review is a key away (F22)."""
        try:
            refuse_second(self.desk.store)
        except Refused as refusal:
            raise Refused(_("{sentence} `b` opens its review.").format(sentence=refusal.sentence)) from refusal

    def action_measure(self) -> None:
        with self.desk.told():
            campaign = self.campaign
            screen = measures.standing if campaign.measures else measures.define
            self.desk.open(screen(self.desk, campaign))

    def action_define_measures(self) -> None:
        with self.desk.told():
            self.desk.open(measures.define(self.desk, self.campaign))

    def action_lengthen(self) -> None:
        with self.desk.told():
            self.desk.open(measures.lengthening(self.desk, self.campaign))

    def action_let_go(self) -> None:
        with self.desk.told():
            campaign = self.campaign
            said = _("Let go of: {name}. `u` brings it back.").format(name=campaign.name)
            self.desk.demand(lambda store, now: let_go(store, campaign, now), said)

    def action_show_clients_view(self) -> None:
        with self.desk.told():
            self.desk.open(clients_view.clients_view(self.campaign, self.desk))

    def action_review(self) -> None:
        """Of the one under way, whichever is shown."""
        with self.desk.told():
            page = self.sheet.page
            if page is None or page.under_way is None:
                raise Refused(_("No campaign is under way. There is nothing to look back on yet."))
            self.desk.open(closing.closing_review(self.desk.store, page.under_way, self.desk, self.show_campaign))

    def action_show_past(self) -> None:
        with self.desk.told():
            self.desk.open(past.past_campaigns(self.desk))

    def action_show_irritants(self) -> None:
        with self.desk.told():
            page = self.sheet.page
            shown = page.campaign if page is not None else None
            self.desk.open(learned.irritants(self.desk, shown.plan.line if shown is not None else ""))

    def action_show_tries(self) -> None:
        with self.desk.told():
            self.desk.open(learned.tries(self.desk))
