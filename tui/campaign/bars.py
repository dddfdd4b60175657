"""What a campaign measures, as bars with one guide of elapsed time through all of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from rich.cells import cell_len

from lundi.campaign.campaign import Campaign
from lundi.campaign.measures import Measure
from lundi.time.stretches import DRAFT
from lundi.words import amounts
from lundi.words.amounts import percent
from lundi.words.language import gettext as _
from tui.kit.drawing.blocks import Block, Piece, Run, ending, keyed, placed
from tui.kit.drawing.lines import fitted

_LEVELS = "▁▂▃▄▅▆▇█"
_NARROWEST = 8  # columns of a bar
_GAP = 2
_VALUES = 8  # columns of the figures, at least


def level(share: Fraction) -> str:
    """A share from 0 to 1 as a block."""
    return _LEVELS[min(len(_LEVELS) - 1, int(share * len(_LEVELS)))]


def standing(measure: Measure) -> str:
    """'7/10'; '9/10 (from 2)' where it didn't begin at nothing."""
    figures = f"{amounts.shown(measure.now)}/{amounts.shown(measure.target)}"
    if not measure.start:
        return figures
    return _("{figures} (from {start})").format(figures=figures, start=amounts.shown(measure.start))


def bar_room(measures: Iterable[Measure], width: int, figures: int = _VALUES) -> int:
    """Columns that are left for bars beside the figures of all of them, which take so many at least."""
    return width - max([figures, *(cell_len(standing(measure)) + _GAP for measure in measures)])


def bars(campaign: Campaign, today: date, start: int, width: int, *, by_week: bool) -> Block:
    """A row a measure and one of the time, from a column on; with what each was week by week under it."""
    values = [standing(measure) for measure in campaign.measures]
    room = bar_room(campaign.measures, width - start)
    if room < _NARROWEST:
        return [(Piece(0, fitted(measure.name, width - len(value) - _GAP)), ending(width, value, "strong"))
                for measure, value in zip(campaign.measures, values, strict=True)]  # fmt: skip
    has_time = campaign.span is not None and campaign.state(today) != DRAFT
    guide = min(room - 1, int(room * campaign.elapsed(today))) if has_time else None
    block: Block = []
    for measure, value in zip(campaign.measures, values, strict=True):
        name = measure.name[:1].upper() + measure.name[1:]
        drawn = bar(room, int(room * measure.share), guide)
        block.append((Piece(0, fitted(name, start - _GAP)), *placed(start, drawn), ending(width, value, "strong")))
        if by_week:
            block.append(placed(start, _weeks(campaign, measure, today, guide) if guide is not None else ()))
    if not campaign.measures:
        block += [placed(0, keyed(_("Nothing is measured yet. `M` says what."), "muted")), *([()] if by_week else [])]
    if guide is not None:
        share = percent(int(campaign.elapsed(today) * 100))
        label = Piece(0, fitted(_("Time gone"), start - _GAP), "faint")
        block.append((label, *placed(start, bar(room, guide, guide, "muted", "┴")), ending(width, share, "muted")))
    return block


def week_line(campaign: Campaign, measure: Measure, today: date) -> str:
    """The same week by week, a block each, without any room to place it."""
    return "".join(level(share) for share in measure.by_week(campaign.weeks, today) if share is not None)


def bar(width: int, filled: int, guide: int | None = None, voice: str = "accent", sign: str = "┼") -> tuple[Run, ...]:
    """A bar of a width, filled so far, with the guide of elapsed time through it where there is one."""
    if guide is None:
        return ("━" * filled, voice), ("─" * (width - filled), "rule")
    before, after = min(filled, guide), max(filled, guide + 1)
    return (
        ("━" * before, voice),
        ("─" * (guide - before), "rule"),
        (sign, "muted"),
        ("━" * (after - guide - 1), voice),
        ("─" * (width - after), "rule"),
    )


def _weeks(campaign: Campaign, measure: Measure, today: date, guide: int) -> tuple[Run, ...]:
    """Each week as wide as its share of the time, up to the guide."""
    if campaign.span is None:
        return ()
    first, last = campaign.span
    drawn = ""
    for week, share in zip(campaign.weeks, measure.by_week(campaign.weeks, today), strict=True):
        if share is None:
            break
        gone = (min(week.sunday, today, last) - first).days + 1
        end = guide if week.sunday >= min(today, last) else int(guide * gone / ((min(today, last) - first).days + 1))
        drawn += level(share) * (end - len(drawn) - 1) + " " * (end > len(drawn))
    return (drawn, "rule"), ("│", "mid")
