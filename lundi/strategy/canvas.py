"""The strategy on one page with its years: which campaign stands in which quarter, and when nobody worked."""

from __future__ import annotations

from collections import Counter
from datetime import date

from lundi.record import record
from lundi.strategy.page import StrategyPage
from lundi.time.quarters import QUARTERS, Quarter, quarter_of
from lundi.time.stretches import CLOSED, DRAFT, RUNNING, TO_CLOSE, Stretch
from lundi.time.weeks import Week

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_FOREMOST = (RUNNING, TO_CLOSE, CLOSED, DRAFT)  # of several in one quarter, which one is named


@record
class Slot:
    """One quarter of a year on the page (F20)."""

    campaign: Stretch | None = None  # of several the foremost, the latest
    others: int = 0  # campaigns in the same quarter that aren't named
    off: str | None = None  # why weeks of a quarter without a campaign were off; None where none was


@record
class Canvas:
    """Everything that the place draws."""

    page: StrategyPage
    slots: dict[Quarter, Slot]  # of every quarter of the years on the page


def canvas(page: StrategyPage, campaigns: Iterable[Stretch], weeks_off: Mapping[Week, str]) -> Canvas:
    """Put campaigns and weeks off (with their reasons) into the quarters of the page's years. A campaign stands in the
    quarter that holds most of its days; one without a day stands in none."""
    held: dict[Quarter, list[Stretch]] = {}
    for campaign in campaigns:
        if span := _span(campaign):
            held.setdefault(quarter_of(*span), []).append(campaign)
    off: dict[Quarter, Counter[str]] = {}
    for week, reason in weeks_off.items():
        off.setdefault(quarter_of(week.monday, week.sunday), Counter())[reason] += 1
    quarters = [Quarter(year, number + 1) for year in page.years for number in range(QUARTERS)]
    return Canvas(page, {one: _slot(held.get(one, []), off.get(one), page.today) for one in quarters})


def _span(campaign: Stretch) -> tuple[date, date] | None:
    """The days of a campaign; of a draft with one day only that one."""
    day = campaign.starts_on or campaign.ends_on
    return campaign.span or ((day, day) if day else None)


def _slot(campaigns: list[Stretch], off: Counter[str] | None, today: date) -> Slot:
    if campaigns:
        latest_first = sorted(campaigns, key=lambda one: one.starts_on or today, reverse=True)
        foremost = min(latest_first, key=lambda one: _FOREMOST.index(one.state(today)))
        return Slot(foremost, len(campaigns) - 1)
    return Slot(off=off.most_common(1)[0][0] if off else None)
