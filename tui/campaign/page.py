"""A campaign on one page: its card, where it stands, its message and what a client sees in it."""

from __future__ import annotations

from rich.cells import cell_len
from rich.style import Style
from textual.reactive import reactive

from lundi.campaign.campaign import Campaign
from lundi.campaign.page import CampaignPage
from lundi.time.formats import day_and_month
from lundi.time.stretches import DRAFT, RUNNING
from lundi.words.language import gettext as _
from tui.campaign.bars import bars
from tui.campaign.parts import Columns, before_it_starts, card, empty, intentions, message, origin, programmes
from tui.kit.drawing.blocks import Block, Blocks, Piece, ending, moved
from tui.kit.drawing.layout import is_roomy
from tui.kit.drawing.lines import fitted

_MARGIN = 2  # columns, with room
_AROUND, _AROUND_ROOMY = 5, 7  # lines of the header, what is said, the footer and their margins
_GAP = 3  # columns between the name and what stands beside it
_NAME = 20  # columns of a name, before what stands beside it goes under it
_LIST_ONLY = 56
# How the page is laid out, the first way that fits: the ease of its sections, blank lines between them, and how many of
# the last sections stand without any.
_WAYS = ((2, 2, 0), (2, 1, 0), (1, 1, 0), (1, 1, 1), (1, 1, 2), (0, 1, 0), (0, 1, 1), (0, 1, 2))
_FLAGGED = Style(underline=True)


class CampaignSheet(Blocks):
    """The whole page; what doesn't fit is scrolled to."""

    page: reactive[CampaignPage | None] = reactive(None, layout=True)

    @property
    def shows(self) -> object:
        return self.page

    def voice(self, name: str) -> Style:
        return super().voice("warm") + _FLAGGED if name == "flagged" else super().voice(name)

    def lay_out(self, width: int) -> Block:
        if self.page is None:
            return []
        roomy = is_roomy(self.app.size)
        margin = _MARGIN * roomy
        text, start = (22, 22) if roomy else (14, 20) if width >= _LIST_ONLY else (11, 16)
        room = self.app.size.height - (_AROUND_ROOMY if roomy else _AROUND)
        for ease, blank, closed in _WAYS:
            columns = Columns(width - margin, text, start, roomy, ease)
            foot = programmes(self.page, columns)
            block = _stacked([*_sections(self.page, columns), foot], blank, closed)
            if len(block) <= room or (ease == 0 and len(block) - len(foot) - blank <= room):
                break
        return moved(block, margin)


def _sections(page: CampaignPage, columns: Columns) -> list[Block]:
    """What the page has, from top to bottom; an empty one is left out."""
    campaign = page.campaign
    if campaign is None:
        return [empty(columns)]
    is_draft = campaign.state(page.today) == DRAFT
    title: Block = [*_title(page, campaign, columns.width), *([()] if columns.roomy else [])]
    measures = bars(campaign, page.today, columns.bars, columns.width, by_week=columns.roomy and not is_draft)
    return [
        [*title, *card(page, campaign, columns)],
        origin(page, campaign, columns),
        before_it_starts(page, campaign, columns) if is_draft else [],
        measures if campaign.measures or not is_draft else [],
        *message(page, campaign, columns),
        intentions(campaign, columns),
    ]


def _title(page: CampaignPage, campaign: Campaign, width: int) -> Block:
    """The name, which of several it is, and where it stands in time; that on a line of its own where it is narrow."""
    state = _state(page, campaign)
    several = _("{number} of {count}").format(number=page.number, count=len(page.open_ones))
    several = several if len(page.open_ones) > 1 else ""
    beside = cell_len(state) + _GAP
    is_narrow = width - beside - cell_len(several) - _GAP < min(cell_len(campaign.name), _NAME)
    name = fitted(campaign.name, width - (0 if is_narrow else beside) - (cell_len(several) + _GAP if several else 0))
    first = Piece(0, name, "strong"), Piece(cell_len(name) + _GAP, several, "faint")
    if is_narrow:
        return [first, (Piece(0, fitted(state, width), "muted"),)]
    return [(*first, ending(width, state, "muted"))]


def _state(page: CampaignPage, campaign: Campaign) -> str:
    state, end = campaign.state(page.today), campaign.plan.ends_on
    day = day_and_month(end) if end else ""
    if state == DRAFT:
        return _("Draft, until {day}").format(day=day) if end else _("Draft")
    if state != RUNNING:
        return _("to close since {day}").format(day=day)
    if campaign.span and page.today < campaign.span[0]:
        return _("begins {start}, until {day}").format(start=day_and_month(campaign.span[0]), day=day)
    return _("week {number} of {count}, until {day}").format(
        number=campaign.week_number(page.today), count=campaign.week_count, day=day
    )


def _stacked(sections: list[Block], blank: int, closed: int) -> Block:
    """Sections one under another, so many blank lines apart; the closed last ones of them, but for the foot, none."""
    *present, foot = sections
    present = [section for section in present if section]
    gaps = [0, *[blank] * (len(present) - 1)]
    gaps[1:] = [0 if place > len(gaps) - 1 - closed else gap for place, gap in enumerate(gaps) if place]
    block: Block = []
    for section, gap in zip([*present, foot], [*gaps, blank if foot else 0], strict=True):
        block += [*[()] * gap, *section]
    return block
