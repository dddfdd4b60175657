"""The short list before a campaign starts: what is there, what is open. All of it can be passed with a reason."""

from __future__ import annotations

from lundi.campaign.campaign import Campaign
from lundi.record import record
from lundi.time.formats import day_short
from lundi.words.language import gettext as _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


@record
class Point:
    """One point of the list."""

    is_there: bool
    sentence: str


@record
class StartList:
    """What stands before a campaign that has the five things it needs."""

    points: tuple[Point, ...]
    irritants: tuple[str, ...]  # what bothered clients of its line, and isn't mended (X13)
    unchecked: tuple[str, ...]  # what isn't right yet of its line's quality list (X10)

    @property
    def is_open(self) -> bool:
        """Whether anything is left that wants a reason; what may be weak wants an answer besides."""
        return bool(self.irritants or self.unchecked) or not all(point.is_there for point in self.points)


def start_list(
    campaign: Campaign, habits: Sequence[str], irritants: Sequence[str], unchecked: Sequence[str]
) -> StartList:
    """The list of a campaign, with the names of the habits that carry it and what may be weak in its line."""
    plan, answered = campaign.plan, sum(map(bool, campaign.message.answers))
    end = day_short(plan.ends_on) if plan.ends_on else ""
    points = (
        Point(bool(end), _("an end: {day}").format(day=end) if end else _("an end")),
        Point(bool(plan.offer), _("one offer: {offer}").format(offer=plan.offer) if plan.offer else _("one offer")),
        Point(bool(plan.line), _("one line: {line}").format(line=plan.line) if plan.line else _("one line")),
        Point(bool(plan.channel), _("one channel: {channel}").format(channel=plan.channel)),
        Point(
            bool(habits),
            _("carried by {habits}").format(habits=", ".join(habits)) if habits else _("a habit that carries it"),
        ),
        Point(
            answered == len(campaign.message.answers),
            _("the client's questions: {count} of {all} answered").format(
                count=answered, all=len(campaign.message.answers)
            ),
        ),
    )
    return StartList(points, tuple(irritants), tuple(unchecked))
