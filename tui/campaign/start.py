"""Starting a campaign: the short list, whether it hides a weakness, and why all the same."""

from __future__ import annotations

from lundi.campaign.campaign import NO, YES, Campaign
from lundi.campaign.start_list import StartList, start_list
from lundi.strategy.page import LINE
from lundi.time.days import Moment
from lundi.words.errors import NotUnderstood
from lundi.words.language import gettext as _
from lundi.words.language import ngettext
from lundi.words.marks import MET, PLANNED
from storage.campaign.intents import repair_first, start_campaign
from storage.campaign.page import read_campaign_page
from storage.campaign.rows import read_irritants
from storage.store import Store
from storage.strategy.intents import read_strategy
from tui.kit.drawing.blocks import Block, Blocks, Piece, beside, paragraph
from tui.kit.drawing.lines import fitted
from tui.kit.fields.field import Field, Texts
from tui.kit.place import Desk
from tui.kit.screens.dialog import Dialog, Kept

_LISTED = 4  # of what bothered clients, and of what isn't right yet


def start_dialog(desk: Desk, campaign: Campaign) -> Dialog:
    """The list with its two questions. With nothing open, Enter starts the campaign."""
    listed = _read(desk, campaign)

    def submit(texts: Texts) -> str | None:
        if texts["weakness"] == YES:
            said = _("It waits. 'Mend first' is a draft now: tab shows it.")
            return desk.perform(lambda store, now: repair_first(store, campaign, now), said)
        said = _("Started: {name}").format(name=campaign.name)
        return desk.perform(lambda store, now: _start(store, now, texts), said)

    def _start(store: Store, now: Moment, texts: Texts) -> None:
        if (listed.is_open or not texts["weakness"]) and not texts["anyway"].strip():
            raise NotUnderstood(_("Something is open. Why start all the same? A few words are enough."))
        start_campaign(store, campaign, now, anyway=texts["anyway"], hides_weakness=texts["weakness"])

    def describe(texts: Texts) -> str:
        if texts["weakness"] == YES:
            return _("Then this campaign waits, and a draft to mend it first is begun.")
        return _("Does this campaign hide a weakness? Promotion mends none: it shows it to more people.")

    return Dialog(
        _("Before {name} starts").format(name=campaign.name),
        [
            Field(
                "weakness",
                _("hides a weakness?"),
                choices=(("", _("not answered")), (NO, _("no")), (YES, _("yes: mend it first"))),
            ),
            Field("anyway", _("why all the same?"), example=_("needed only where something is open")),
        ],
        submit,
        kept=Kept(desk, f"start/{campaign.id}"),
        describe=describe,
        lead=StartPoints(listed),
    )


def _read(desk: Desk, campaign: Campaign) -> StartList:
    page = read_campaign_page(desk.store, desk.today, campaign.id)
    strategy = read_strategy(desk.store, desk.today)
    line = campaign.plan.line
    irritants = [
        one.text for one in read_irritants(desk.store) if one.mended_on is None and (not line or one.line in ("", line))
    ]
    unchecked = [item.text for item in strategy.quality if not item.is_right]
    is_its_line = line in ("", strategy.text(LINE))  # the quality list is that of the chosen line
    return start_list(campaign, page.habits, irritants, unchecked if is_its_line else ())


class StartPoints(Blocks):
    """What is there, with a sign before it, and what is open."""

    GROUND = "surface"

    def __init__(self, listed: StartList) -> None:
        super().__init__()
        self._listed = listed

    @property
    def shows(self) -> object:
        return self._listed

    def lay_out(self, width: int) -> Block:
        listed = self._listed
        block: Block = []
        for point in listed.points:
            sign = Piece(0, MET, "success") if point.is_there else Piece(0, PLANNED)
            voice = "muted" if point.is_there else "text"
            block.append((sign, Piece(2, fitted(point.sentence.replace("\n", " "), width - 2), voice)))
        for heading, texts in (
            (_("What bothered clients, and isn't mended"), listed.irritants),
            (_("What isn't right yet"), listed.unchecked),
        ):
            if texts:
                more = len(texts) - _LISTED
                rows: Block = [(Piece(0, PLANNED), Piece(2, fitted(text, width - 4))) for text in texts[:_LISTED]]
                block += [(Piece(0, heading, "faint"),), *beside((2, rows))]
                if more > 0:
                    words = ngettext("and {count} more", "and {count} more", more).format(count=more)
                    block += beside((4, paragraph(words, width - 4, "faint")))
        return block
