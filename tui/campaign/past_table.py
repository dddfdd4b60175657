"""Past campaigns side by side, a column each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from textual.reactive import reactive

from lundi.campaign import review as campaign_review
from lundi.campaign.campaign import LABELS, Ending
from lundi.campaign.review import ANSWERS, VERDICTS
from lundi.words.language import N_
from lundi.words.language import gettext as _
from storage.campaign.review import PastCampaign
from tui.campaign.bars import standing
from tui.kit.drawing.blocks import Block, Blocks, Piece, beside, labelled, paragraph
from tui.kit.drawing.lines import fitted

_LABELS = 20, 17, 14  # columns of a label: with room, without, and where one campaign is shown at a time
_NARROWEST = 25  # columns of a campaign
_WIDEST = 36
_BETWEEN = 3
_AFTER_FIGURES = 2

Cell = Callable[[PastCampaign, int, date], Block]


class PastTable(Blocks):
    """As many columns as fit; the chosen one is always among them."""

    GROUND = "surface"

    chosen: reactive[int] = reactive(0, layout=True)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._past: Sequence[PastCampaign] = ()
        self._first = 0  # the first column that is shown

    def show(self, past: Sequence[PastCampaign]) -> None:
        """Show other ones, or the same as they are now."""
        self._past = past
        self.chosen = max(0, min(self.chosen, len(past) - 1))
        self.refresh(layout=True)

    @property
    def shows(self) -> object:
        return self._past, self.chosen

    def lay_out(self, width: int) -> Block:
        if not self._past:
            return []
        label = self.by_size(*_LABELS)
        count = max(1, (width - label + _BETWEEN) // (_NARROWEST + _BETWEEN))
        column = min(_WIDEST, (width - label + _BETWEEN) // count - _BETWEEN)
        self._first = max(min(self._first, self.chosen), self.chosen - count + 1)
        shown = self._past[self._first : self._first + count]
        places = [number * (column + _BETWEEN) for number in range(len(shown))]
        block = self._heading(shown, places, column, label)
        for group in _GROUPS:
            rows: Block = []
            for words, cell in group:
                blocks = [cell(past, column, self._today) for past in shown]
                rows += labelled(_(words), beside(*zip(places, blocks, strict=True)), label)
            block += [*([()] if rows and (self.roomy or group is _GROUPS[0]) else []), *rows]
        return block

    def _heading(self, shown: Sequence[PastCampaign], places: list[int], column: int, start: int) -> Block:
        """The names; the chosen one behind the cursor."""
        names = []
        for number, (past, place) in enumerate(zip(shown, places, strict=True), self._first):
            is_chosen = number == self.chosen
            name = paragraph(past.campaign.name, column, "strong" if is_chosen else "muted")
            names.append((place, name))
            if is_chosen:
                names.append((place - 2, [(Piece(0, "›", "accent-strong"),)]))
        before, after = self._first, len(self._past) - self._first - len(shown)
        more = (Piece(0, f"{f'← {before}' if before else ''}  {f'{after} →' if after else ''}".strip(), "faint"),)
        return beside((0, [more]), (start, beside(*sorted(names, key=lambda one: one[0]))))


def _ending(past: PastCampaign) -> Ending:
    assert past.campaign.ending is not None  # closed campaigns only
    return past.campaign.ending


def _dates(past: PastCampaign, width: int, _today: date) -> Block:
    block = paragraph(campaign_review.lasted(past.campaign), width, "muted")
    return block + paragraph(campaign_review.lengthened(past.campaign), width, "muted")


def _goal(past: PastCampaign, width: int, _today: date) -> Block:
    return paragraph(past.campaign.plan.goal, width)


def _reached(past: PastCampaign, width: int, _today: date) -> Block:
    reached = _ending(past).reached
    return paragraph(_(ANSWERS[reached]), width, "strong") if reached else []


def _measures(past: PastCampaign, width: int, _today: date) -> Block:
    return _figures([(standing(one), one.name) for one in past.campaign.measures], width)


def _kept(past: PastCampaign, width: int, _today: date) -> Block:
    """A line a habit, its name cut: there may be many."""
    counts = [f"{one.met}/{one.active}" for one in past.habits]
    room = width - max(map(len, counts), default=0) - _AFTER_FIGURES
    names = [fitted(one.habit.name, room) for one in past.habits]
    return _figures(list(zip(counts, names, strict=True)), width)


def _figures(figures: list[tuple[str, str]], width: int) -> Block:
    """Figures under each other, and what they are of."""
    start = max((len(figure) for figure, _name in figures), default=0) + _AFTER_FIGURES
    return [
        row
        for figure, name in figures
        for row in beside((0, [(Piece(0, figure, "strong"),)]), (start, paragraph(name, width - start, "muted")))
    ]


def _clients(past: PastCampaign, width: int, _today: date) -> Block:
    clients = _ending(past).new_clients
    return [] if clients is None else paragraph(str(clients), width, "strong")


def _cost(past: PastCampaign, width: int, _today: date) -> Block:
    return paragraph(campaign_review.cost(past.campaign.plan.spent, _ending(past).new_clients), width)


def _tried(past: PastCampaign, width: int, _today: date) -> Block:
    return paragraph(past.campaign.plan.attempt, width)


def _worked(past: PastCampaign, width: int, _today: date) -> Block:
    worked = _ending(past).attempt_worked
    return paragraph(_(ANSWERS[worked]), width, "strong") if worked and past.campaign.plan.attempt else []


def _lesson(past: PastCampaign, width: int, _today: date) -> Block:
    return paragraph(_ending(past).lesson, width)


def _changes(past: PastCampaign, width: int, _today: date) -> Block:
    return [row for one in past.differences for row in paragraph(campaign_review.changed(one), width)]


def _verdict(past: PastCampaign, width: int, _today: date) -> Block:
    return paragraph(_(VERDICTS[_ending(past).verdict]), width, "strong")


def _programme(past: PastCampaign, width: int, today: date) -> Block:
    if (programme := past.programme) is None:
        return []
    name = paragraph(programme.name, width) if programme.name != past.campaign.name else []
    checked = campaign_review.checked_on(programme, today)
    voice = "warm" if campaign_review.is_due(programme, today) else "muted"
    return [*name, *paragraph(campaign_review.comes_round(programme), width), *paragraph(checked, width, voice)]


def _plan(name: str) -> Cell:
    return lambda past, width, _today: paragraph(getattr(past.campaign.plan, name), width)


_GROUPS: tuple[tuple[tuple[str, Cell], ...], ...] = (
    ((N_("how long"), _dates), (LABELS["line"], _plan("line")), (LABELS["channel"], _plan("channel"))),
    ((LABELS["goal"], _goal), (N_("reached"), _reached), (N_("measures"), _measures)),
    ((N_("new clients"), _clients), (N_("cost"), _cost), (N_("weeks kept"), _kept)),
    ((N_("tried"), _tried), (N_("works"), _worked), (N_("it taught"), _lesson)),
    ((N_("verdict"), _verdict), (N_("programme"), _programme)),
    ((N_("changed"), _changes),),
)
