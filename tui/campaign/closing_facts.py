"""What a campaign's end review lays on the table before it asks anything."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.reactive import reactive

from lundi.campaign import review as campaign_review
from lundi.campaign.campaign import LABELS
from lundi.time.formats import day_short, week_short
from lundi.time.weeks import Week
from lundi.words.language import gettext as _
from storage.campaign.review import Review
from tui.campaign.bars import bar, bar_room, standing
from tui.kit.drawing.blocks import Block, Blocks, Piece, beside, ending, flowing, labelled, paragraph, placed
from tui.kit.drawing.mission import BAR, quoted

_LABELS = 24, 20, 17  # columns of a label: with room, without, and in the narrowest terminals, as in the fields below
_FIGURES = 10  # columns of the figures, at least
_GAP = 4
_TWO_COLUMNS = 64  # columns from which on what worked and what did not stand beside each other

Told = tuple[Week, str]  # what a week taught


class Facts(Blocks):
    """Goal, measures, time, habits, money, tries, look-backs. What is typed below completes what a client cost."""

    GROUND = "surface"

    clients: reactive[int | None] = reactive(None, layout=True)

    def __init__(self, review: Review) -> None:
        super().__init__()
        self._review = review

    @property
    def shows(self) -> object:
        return self._review, self.clients

    def lay_out(self, width: int) -> Block:
        """All lines; with room, a blank one between what belongs together."""
        review, between = self._review, [()] if self.roomy else []
        parts = [
            self._mission(width),
            self._goal(width),
            self._measures(width),
            self._course(width),
            self._tried(width),
            self._taught(width),
        ]
        block: Block = []
        for part in filter(None, parts):
            block += [*(between if block else []), *part]
            if part is parts[0] and review.mission and not self.roomy:
                block.append(())
        return block

    @property
    def _column(self) -> int:
        return self.by_size(*_LABELS)

    def _said(self, label: str, text: str, width: int, voice: str = "text") -> Block:
        return labelled(label, paragraph(text, width - self._column, voice), self._column)

    @property
    def _is_early(self) -> bool:
        return campaign_review.is_early(self._review.campaign, self._review.today)

    def _mission(self, width: int) -> Block:
        """What all this is for, where the campaign would be given up (D06)."""
        lines = quoted(self._review.mission, width) if self._is_early else []
        return [(Piece(0, BAR, "accent"), Piece(2, line)) for line in lines]

    def _goal(self, width: int) -> Block:
        return self._said(_(LABELS["goal"]), self._review.campaign.plan.goal, width, "strong")

    def _measures(self, width: int) -> Block:
        measures, room = self._review.campaign.measures, width - self._column
        wide = max(0, bar_room(measures, room, _FIGURES))
        block: Block = []
        for one in measures:
            row = (*placed(0, bar(wide, int(wide * one.share))), ending(room, standing(one), "strong"))
            block += labelled(one.name, [row], self._column, "text")
        return block

    def _course(self, width: int) -> Block:
        """How it lasted, what its habits did, what it cost. Money has no place where the mission stands (D07)."""
        campaign, today = self._review.campaign, self._review.today
        how_long = campaign_review.how_far(campaign, today) if self._is_early else campaign_review.lasted(campaign)
        kept = [
            ((one.habit.name, "text"), (f" {one.met}/{one.active}", "strong" if one.met == one.active else "muted"))
            for one in self._review.habits
        ]
        block = self._said(_("how long"), how_long, width)
        block += self._said("", campaign_review.lengthened(campaign), width, "muted")
        block += labelled(_("weeks kept"), flowing(kept, width - self._column, _GAP), self._column)
        if not self._is_early:
            block += self._said(_("cost"), campaign_review.cost(campaign.plan.spent, self.clients), width)
        return block

    def _tried(self, width: int) -> Block:
        room = width - self._column
        tries: Block = []
        for one in self._review.tries:
            day = day_short(one.day)
            told = " · ".join(filter(None, (one.text, one.result, one.lesson)))
            start = len(day) + 2
            tries += beside((0, [(Piece(0, day, "faint"),)]), (start, paragraph(told, room - start)))
        block = labelled(_("one-off tries"), tries, self._column)
        label = LABELS["attempt"]
        return block + self._said(_(label), self._review.campaign.plan.attempt, width)

    def _taught(self, width: int) -> Block:
        """What worked in its weeks and what did not (H42), the latest first: beside each other where there is room."""
        look_backs = self._review.look_backs
        columns = [
            (_("what worked"), [(one.week, one.worked) for one in look_backs if one.worked]),
            (_("what did not"), [(one.week, one.did_not) for one in look_backs if one.did_not]),
        ]
        if width < _TWO_COLUMNS:
            return [row for heading, told in columns for row in _lessons(heading, told, width)]
        half = (width - _GAP) // 2
        return beside(*((number * (half + _GAP), _lessons(*column, half)) for number, column in enumerate(columns)))


def _lessons(heading: str, told: Sequence[Told], width: int) -> Block:
    """A heading over what some weeks taught; nothing where they taught nothing."""
    block: Block = [(Piece(0, heading, "faint"),)] if told else []
    for week, text in told:
        label = week_short(week)
        start = cell_len(label) + 2
        block += beside((0, [(Piece(0, label, "faint"),)]), (start, paragraph(text, width - start)))
    return block
