"""Where all this is going, in three lines: the vision, this year's theme, the campaign with what it measures."""

from __future__ import annotations

from rich.cells import cell_len
from textual.reactive import reactive

from lundi.campaign.campaign import Campaign
from lundi.ritual.course import CoursePage
from lundi.words.language import gettext as _
from tui.campaign.bars import bars
from tui.kit.drawing.blocks import Block, Blocks, Piece, ending, flowing, keyed, labelled, paragraph
from tui.kit.drawing.lines import fitted

_LABEL, _LABEL_NARROW = 14, 11  # columns of a label
_NARROW = 60
_MEASURE, _MEASURE_NARROW = 20, 14  # columns of a measure's name
_WIDEST = 64  # columns of a measure with its bar: a short one
_GAP = 2
_VISION_LINES = 2, 4  # at most, without and with room


class CourseFacts(Blocks):
    """Money is never among it."""

    course: reactive[CoursePage | None] = reactive(None, layout=True)

    @property
    def shows(self) -> object:
        return self.course

    def lay_out(self, width: int) -> Block:
        course = self.course
        if course is None:
            return []
        if course.is_empty:
            words = _(
                "Nothing is written here yet. After the ritual: `2`, `e` for the vision and the themes; `3`, `a` for a"
                " campaign."
            )
            return _sentence(words, width)
        start = _LABEL_NARROW if width < _NARROW else _LABEL
        room = width - start
        vision = paragraph(course.vision, room, most=_VISION_LINES[self.roomy])
        parts = [
            labelled(_("Vision"), vision or _sentence(_("Not written yet. After the ritual: `2`, `e`."), room), start),
            labelled(str(course.today.year), _theme(course, room), start),
            labelled(_("Campaign"), _campaign(course, room), start),
        ]
        block: Block = []
        for part in parts:
            block += [*[()] * (self.roomy and bool(block)), *part]
        return block


def _sentence(words: str, width: int) -> Block:
    """A calm sentence, in as many lines as it takes; the keys in it stand out where it takes one."""
    line = flowing([keyed(words, "muted")], width, 0)
    if cell_len(words.replace("`", "")) <= width:
        return line
    return paragraph(words.replace("`", ""), width, "muted")


def _theme(course: CoursePage, width: int) -> Block:
    return paragraph(course.theme, width, "strong") or _sentence(_("No theme yet. After the ritual: `2`, `e`."), width)


def _campaign(course: CoursePage, width: int) -> Block:
    """Its name, how long it lasts still, what it measures."""
    campaign = course.campaign
    if campaign is None:
        return _sentence(_("None under way. After the ritual: `3`, `a`."), width)
    wide = min(width, _WIDEST)
    left = _days_left(course, campaign)
    row = (Piece(0, fitted(campaign.name, wide - cell_len(left) - _GAP), "strong"), ending(wide, left, "strong"))
    if not campaign.measures:
        return [row]
    return [row, *bars(campaign, course.today, _MEASURE_NARROW if width < _NARROW - _LABEL else _MEASURE, wide,
                       by_week=False)]  # fmt: skip


def _days_left(course: CoursePage, campaign: Campaign) -> str:
    """'D-23', as the header says it."""
    days = campaign.days_left(course.today)
    return _("D-{days}").format(days=days) if days >= 0 else _("to close")
