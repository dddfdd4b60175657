"""What the end review of a campaign says: what its habits did, how long it lasted, what it cost."""

from __future__ import annotations

from datetime import date

from lundi.campaign.campaign import ADAPT, NO, PARTLY, PROGRAMME, REPEAT, STOP, YES, Campaign, Difference, Programme
from lundi.habits.habit import Habit
from lundi.habits.history import History
from lundi.habits.reviews import Review
from lundi.habits.rhythms import MOST_WEEKS
from lundi.record import record
from lundi.time.formats import day_and_month
from lundi.time.weeks import Week
from lundi.words import money
from lundi.words.errors import NotUnderstood
from lundi.words.language import N_, ngettext
from lundi.words.language import gettext as _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST_CLIENTS = 100_000

ANSWERS = {YES: N_("yes"), PARTLY: N_("partly"), NO: N_("no")}
VERDICTS = {
    STOP: N_("stopped"),
    REPEAT: N_("repeated"),
    ADAPT: N_("adapted"),
    PROGRAMME: N_("made a programme"),
}


@record
class Kept:
    """What a habit did for a campaign: weeks met among the active ones."""

    habit: Habit
    met: int
    active: int


def habits_kept(history: History, campaign: Campaign, today: date) -> tuple[Kept, ...]:
    """The habits that carry a campaign, in their order, with their weeks in it so far.

    The running week counts once it is met, and never against. The history must reach back to the campaign's start.
    """
    carriers = [habit for habit in history.habits if habit.id in campaign.habit_ids]
    return tuple(_kept(history, habit, campaign, Week.of(today)) for habit in carriers)


def _kept(history: History, habit: Habit, campaign: Campaign, current: Week) -> Kept:
    weeks = [week for week in campaign.weeks if week <= current and history.is_active(habit, week)]
    met = [week for week in weeks if history.is_met(habit, week)]
    running = current in weeks and current not in met
    return Kept(habit, len(met), len(weeks) - running)


def look_backs_of(campaign: Campaign, reviews: Iterable[Review]) -> tuple[Review, ...]:
    """The look-backs on a campaign's weeks that taught something, in the order they come in (H42)."""
    weeks = set(campaign.weeks)
    return tuple(review for review in reviews if review.has_lessons and review.week in weeks)


def is_early(campaign: Campaign, today: date) -> bool:
    """Whether closing it today gives it up before its end (D06)."""
    return campaign.days_left(today) > 0


def lasted(campaign: Campaign) -> str:
    """'13 weeks, 14 September – 11 December 2026': of a closed one until it was closed."""
    start, end = campaign.span or (campaign.added_on, campaign.added_on)
    count = campaign.week_count
    return ngettext(
        "{count} week, {start} – {end}\u00a0{year}", "{count} weeks, {start} – {end}\u00a0{year}", count
    ).format(count=count, start=_unbroken(day_and_month(start)), end=_unbroken(day_and_month(end)), year=end.year)


def _unbroken(text: str) -> str:
    """On one line, wherever it stands."""
    return text.replace(" ", "\u00a0")


def how_far(campaign: Campaign, today: date) -> str:
    """'week 10 of 13, 23 days before its end'."""
    days = campaign.days_left(today)
    return ngettext(
        "week {number} of {weeks}, {days} day before its end",
        "week {number} of {weeks}, {days} days before its end",
        days,
    ).format(number=campaign.week_number(today), weeks=campaign.week_count, days=days)


def lengthened(campaign: Campaign) -> str:
    """That its end was moved, and why; '' where it wasn't."""
    if campaign.first_end is None:
        return ""
    return _("lengthened; it was to end {day}: {why}").format(
        day=day_and_month(campaign.first_end), why=campaign.lengthened_why
    )


def cost(spent: int, clients: int | None) -> str:
    """What a campaign cost, and for each new client; beside it what one costs that somebody sent (X02)."""
    if not spent:
        return _("nothing spent")
    if not clients:
        return _("{spent}; by word of mouth: {nothing}").format(spent=money.shown(spent), nothing=money.shown(0))
    return ngettext(
        "{spent} and {count} client: {each} each; by word of mouth: {nothing}",
        "{spent} and {count} clients: {each} each; by word of mouth: {nothing}",
        clients,
    ).format(spent=money.shown(spent), count=clients, each=money.shown(spent // clients), nothing=money.shown(0))


def changed(difference: Difference) -> str:
    """'channel: e-mail → breakfast' (F27)."""
    return _("{label}: {before} → {after}").format(
        label=_(difference.label), before=difference.before or "–", after=difference.after or "–"
    )


def comes_round(programme: Programme) -> str:
    """'every 4 weeks'."""
    return _("weekly") if programme.every == 1 else _("every {count} weeks").format(count=programme.every)


def checked_on(programme: Programme, today: date) -> str:
    """When it is looked at again; that it is time, from that day on (F28)."""
    sentence = _("to be looked at since {day} {year}") if is_due(programme, today) else _("looked at on {day} {year}")
    return sentence.format(day=day_and_month(programme.check_on), year=programme.check_on.year)


def is_due(programme: Programme, today: date) -> bool:
    """Whether its yearly check has come."""
    return programme.check_on <= today


def parse_clients(text: str) -> int | None:
    """How many new clients; None where nothing is said. NotUnderstood when it is no number of people."""
    word = text.strip()
    if not word:
        return None
    if not (
        word.isascii() and word.isdecimal() and len(word) <= len(str(_MOST_CLIENTS)) and int(word) <= _MOST_CLIENTS
    ):
        raise NotUnderstood(
            _("'{text}' is no number of clients. Examples: 0, 3; or nothing, when it isn't known.").format(text=word)
        )
    return int(word)


def parse_every(text: str) -> int:
    """From how many weeks to how many a programme comes round, from 1 to 52. NotUnderstood otherwise."""
    word = text.strip()
    if not (word.isascii() and word.isdecimal() and len(word) <= len(str(MOST_WEEKS)) and 1 <= int(word) <= MOST_WEEKS):
        raise NotUnderstood(
            _("A programme needs to know: every how many weeks? A whole number from 1 to {most}.").format(
                most=MOST_WEEKS
            )
        )
    return int(word)
