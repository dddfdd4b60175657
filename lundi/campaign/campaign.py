"""A campaign: one at a time, with an end, from its draft to what it taught."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from lundi.campaign.measures import Measure
from lundi.numbers import PREPARATION_DAYS
from lundi.record import record
from lundi.time.formats import day_short
from lundi.time.stretches import Stretch
from lundi.time.weeks import DAYS, Week
from lundi.words.errors import NotUnderstood, Refused
from lundi.words.language import N_
from lundi.words.language import gettext as _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

STOP, REPEAT, ADAPT, PROGRAMME = "stop", "repeat", "adapt", "programme"
YES, PARTLY, NO = "yes", "partly", "no"
LONGEST_MESSAGE = 100_000  # characters
_FAR_AWAY = timedelta(30)
_A_YEAR = timedelta(366)

LABELS = {
    "goal": N_("goal"),
    "offer": N_("offer"),
    "audience": N_("for whom"),
    "reader": N_("written for"),
    "line": N_("line"),
    "channel": N_("channel"),
    "message": N_("message"),
    "enough": N_("enough when"),
    "attempt": N_("this time I try"),
}  # what one campaign can have other than the one it comes from


@record
class Plan:
    """What can be said of a campaign before it starts; everything may be empty but the name."""

    name: str
    goal: str = ""
    offer: str = ""
    audience: str = ""
    reader: str = ""  # the one person it is written for
    line: str = ""  # names, as on the strategy's page
    channel: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    enough: str = ""  # 'enough when…' (F11)
    attempt: str = ""  # 'this time I try…'
    spent: int = 0  # cents


@record
class Message:
    """What a client is told, and how they would answer."""

    text: str = ""
    first_draft: str = ""  # as it was before it was read with their eyes
    for_me: str = ""  # For me? So what? What do I do now? (C09)
    so_what: str = ""
    what_now: str = ""

    @property
    def answers(self) -> tuple[str, str, str]:
        return self.for_me, self.so_what, self.what_now


@record
class Ending:
    """What the closing review found."""

    closed_on: date
    verdict: str  # STOP, REPEAT, ADAPT or PROGRAMME (F28)
    reached: str = ""  # YES, PARTLY, NO, or '' where it wasn't said
    new_clients: int | None = None
    lesson: str = ""
    attempt_worked: str = ""  # YES, NO or ''


@record
class Campaign:
    """One campaign. Days are local dates."""

    id: str
    plan: Plan
    added_on: date
    message: Message = Message()
    measures: tuple[Measure, ...] = ()  # one to three (F27)
    habit_ids: tuple[str, ...] = ()  # the habits that carry it (H01)
    parent_id: str | None = None  # the one that it repeats or adapts
    started_on: date | None = None  # the day somebody started it
    started_anyway: str = ""  # why, with points of the start list open
    hides_weakness: str = ""  # YES, NO or '' (X13)
    first_end: date | None = None  # the end before it was lengthened
    lengthened_why: str = ""
    ending: Ending | None = None

    @property
    def name(self) -> str:
        return self.plan.name

    @property
    def stretch(self) -> Stretch:
        """Its days, and how far they have come."""
        ending = self.ending
        return Stretch(
            self.name,
            self.plan.starts_on,
            self.plan.ends_on,
            self.started_on,
            ending.closed_on if ending else None,
            ending is not None and ending.verdict == PROGRAMME,
        )

    def state(self, today: date) -> str:
        """DRAFT, RUNNING, TO_CLOSE from the day after its end on, or CLOSED."""
        return self.stretch.state(today)

    def days_left(self, today: date) -> int:
        """Days until the end: 0 on the last day, negative after it. Only for one that has an end."""
        return self.stretch.days_left(today)

    @property
    def span(self) -> tuple[date, date] | None:
        """The first and the last day, as far as they are known; of a closed one until it was closed."""
        return self.stretch.span

    def first_day_when_started(self, today: date) -> date:
        """Where its first day lies when it is started: on the one it has, unless that has gone by since it was begun
        (one that was under way before it was written down keeps its own)."""
        planned = self.plan.starts_on or today
        return today if self.added_on <= planned < today else planned

    def elapsed(self, today: date) -> Fraction:
        """The share of its days that has begun, from 0 to 1; both end days count."""
        if self.span is None:
            return Fraction(0)
        start, end = self.span
        days = (end - start).days + 1
        return Fraction(min(days, max(0, (today - start).days + 1)), days)

    @property
    def weeks(self) -> tuple[Week, ...]:
        """Its ISO weeks, in order."""
        if self.span is None:
            return ()
        first, last = map(Week.of, self.span)
        return tuple(first + number for number in range(last.since(first) + 1))

    @property
    def week_count(self) -> int:
        """How many weeks it lasts, counted from its first day, whatever weekday that is; 0 without days."""
        if self.span is None:
            return 0
        start, end = self.span
        return (end - start).days // DAYS + 1

    def week_number(self, today: date) -> int:
        """Which of those is under way, from 1 on; the first before them, the last after them."""
        if self.span is None:
            return 0
        return min(self.week_count, max(0, (today - self.span[0]).days) // DAYS + 1)

    def days_of_preparation(self, today: date) -> int:
        """Days from its first word to its start, or so far (F12)."""
        return max(0, ((self.started_on or today) - self.added_on).days)

    def is_prepared_too_long(self, today: date) -> bool:
        """Whether that is longer than it should take (F12)."""
        return self.days_of_preparation(today) > PREPARATION_DAYS


@record
class Programme:
    """What a campaign became (F28): kept up, looked at once a year, and no campaign any more."""

    campaign_id: str
    name: str
    every: int  # weeks
    from_day: date
    check_on: date


@record
class Difference:
    """Something that an adapted campaign has other than its parent (F27)."""

    label: str  # an English msgid
    before: str
    after: str


def differences(parent: Campaign, child: Campaign) -> Iterator[Difference]:
    """What changed from one campaign to the one that was made of it, in the order of the card; what was taken away too,
    but for what each tries anew."""
    for name, label in LABELS.items():
        before, after = (
            one.message.text if name == "message" else str(getattr(one.plan, name)) for one in (parent, child)
        )
        if before != after and (after or name != "attempt"):
            yield Difference(label, before, after)


def check_dates(plan: Plan) -> None:
    """NotUnderstood where the end is before the start."""
    if plan.starts_on is not None and plan.ends_on is not None and plan.ends_on < plan.starts_on:
        raise NotUnderstood(
            _("The end is before the start ({end} < {start}).").format(
                end=day_short(plan.ends_on), start=day_short(plan.starts_on)
            )
        )


def refuse_unready(plan: Plan, today: date) -> None:
    """Refused where one of the five things is missing that a campaign needs to start (F12, F26, X18)."""
    check_dates(plan)
    for sentence in missing(plan, today):
        raise Refused(sentence)


def missing(plan: Plan, today: date) -> Iterator[str]:
    """What a campaign needs before it may start, a sentence each."""
    if plan.ends_on is None:
        yield _("A campaign has an end. Which day?")
    elif plan.ends_on < today:
        yield _("Its end has gone by: {day}. Give it another one.").format(day=day_short(plan.ends_on))
    elif plan.ends_on - max(plan.starts_on or today, today) > _A_YEAR:
        yield _("A campaign ends within a year. Which day?")
    for text, sentence in (
        (plan.goal, _("It needs a goal, in a few words.")),
        (plan.offer, _("It needs an offer: one sentence with a price or a first step.")),
        (plan.audience, _("It needs somebody it is for.")),
        (plan.channel, _("It needs a channel, one.")),
    ):
        if not text:
            yield sentence
    if has_two_offers(plan.offer):
        yield which_offer()


def which_offer() -> str:
    """What is said of an offer in several lines (X18)."""
    return _("That is more than one offer. Which one?")


def has_two_offers(offer: str) -> bool:
    """Whether an offer is written in several lines (X18)."""
    return "\n" in offer


def starts_far_away(plan: Plan, today: date) -> bool:
    """Whether the start is more than thirty days away: then a smaller first piece is asked for (F13)."""
    return plan.starts_on is not None and plan.starts_on - today > _FAR_AWAY


def latest_end(campaign: Campaign) -> date:
    """The last day that it may be lengthened to: by half its length at most. Refused when it was lengthened already,
    or isn't under way."""
    if campaign.first_end is not None:
        raise Refused(_("It was lengthened once already. Close it, and repeat it if it is worth it."))
    if campaign.started_on is None or campaign.span is None or campaign.ending is not None:
        raise Refused(_("Only a campaign under way can be lengthened."))
    start, end = campaign.span
    return end + timedelta(((end - start).days + 1) // 2)
