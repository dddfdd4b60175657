"""The course as the ritual goes over it: the vision, this year's theme, the campaign, what changed since last time."""

from __future__ import annotations

import re
from datetime import date

from lundi.campaign.campaign import Campaign
from lundi.campaign.measures import Measure
from lundi.record import record
from lundi.strategy.page import CourseChange, StrategyPage
from lundi.time.stretches import TO_CLOSE

_END = re.compile(r"[.!?…]+(?:[\u00a0 ]?[»”\")])*(?= )")  # of a sentence, where a blank follows
_TITLE = re.compile(r"\b[^\W\d_a-zà-ÿ]\w?$")  # 'M', 'Dr': a dot after it ends nothing


@record
class CoursePage:
    """Where all this is going, and what is asked about it. Texts are '' where nothing was written."""

    today: date
    vision: str  # its first sentence
    theme: str  # this year's
    line: str  # the chosen one
    campaign: Campaign | None  # the one under way, until it is closed
    changes: tuple[CourseChange, ...]  # those that waited, hold now, and were not asked about yet; the latest first
    is_check_week: bool  # the quarterly check

    @property
    def days_left(self) -> int | None:
        """Days until the campaign's end, negative after it; None without a campaign."""
        return self.campaign.days_left(self.today) if self.campaign else None

    @property
    def measures(self) -> tuple[Measure, ...]:
        """What the campaign measures."""
        return self.campaign.measures if self.campaign else ()

    @property
    def campaign_is_over(self) -> bool:
        """Whether its end has gone by: the end review takes the place of the step."""
        return self.campaign is not None and self.campaign.state(self.today) == TO_CLOSE

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was written yet."""
        return not (self.vision or self.theme or self.campaign)


def first_sentence(text: str) -> str:
    """The first sentence of a text on one line; all of it where it is one."""
    text = " ".join(text.split("\n")).strip()
    for end in _END.finditer(text):
        if not (end.group() == "." and _TITLE.search(text, 0, end.start())):
            return text[: end.end()]
    return text


def to_confirm(page: StrategyPage, since: date) -> tuple[CourseChange, ...]:
    """Changes of course that waited for a Monday from a day on and hold today (F01). What was forced before its Monday
    needs no question, nor does what something else has followed or is about to follow."""
    found: dict[str, CourseChange] = {}
    for change in page.changes:
        if change.from_day <= page.today and change.kind not in page.waiting:
            found.setdefault(change.kind, change)
    return tuple(
        change
        for change in found.values()
        if change.from_day >= since
        and change.made_on < change.from_day
        and change.from_day.isoweekday() == 1
        and change.after == page.text(change.kind)
    )
