"""What somebody says of a habit, as it is taken down."""

from __future__ import annotations

from datetime import date, timedelta

from lundi.habits.habit import LONGEST_NAME, Habit
from lundi.numbers import REVIEW_WEEKS
from lundi.record import record
from lundi.time.days import Moment
from lundi.time.formats import day_short
from lundi.words.errors import NotUnderstood
from lundi.words.language import gettext as _
from lundi.words.text import clean

_LONGEST_MINUTES = 24 * 60


@record
class Card:
    """What can be said of a habit besides its rhythm."""

    name: str
    minimum: str = ""
    after: str = ""
    place: str = ""
    minutes: int | None = None
    usual_time: str = ""
    review_on: date | None = None  # None: left as it is; for a new habit 13 weeks away
    letter: str = ""  # one of LETTERS (H18); '': left as it is; for a new habit that of acting

    @classmethod
    def of(cls, habit: Habit) -> Card:
        """What a habit's card says now."""
        return cls(
            habit.name, habit.minimum, habit.after, habit.place, habit.minutes, habit.usual_time, None, habit.letter
        )


def checked(card: Card, now: Moment) -> Card:
    """The card as it is written. NotUnderstood where it says what no habit can have."""
    name = clean(card.name)
    if not name:
        raise NotUnderstood(_("A habit needs a name, even a short one."))
    if len(name) > LONGEST_NAME:
        raise NotUnderstood(_("That name is longer than {most} characters.").format(most=LONGEST_NAME))
    if card.minutes is not None and not 1 <= card.minutes <= _LONGEST_MINUTES:
        raise NotUnderstood(_("Minutes are a whole number from 1 to {most}.").format(most=_LONGEST_MINUTES))
    if card.review_on is not None and card.review_on < now.day:
        raise NotUnderstood(_("A review lies ahead: {day} is past.").format(day=day_short(card.review_on)))
    latest = now.day + timedelta(weeks=REVIEW_WEEKS)
    if card.review_on is not None and card.review_on > latest:
        raise NotUnderstood(_("A review is at most 13 weeks away: {day} at the latest.").format(day=day_short(latest)))
    return Card(
        name,
        clean(card.minimum),
        clean(card.after),
        clean(card.place),
        card.minutes,
        clean(card.usual_time),
        card.review_on,
        card.letter,
    )


def merged(card: Card, seen: Card, present: Card) -> Card:
    """The present card with those fields that were changed from what somebody saw."""
    return Card(
        card.name if card.name != seen.name else present.name,
        card.minimum if card.minimum != seen.minimum else present.minimum,
        card.after if card.after != seen.after else present.after,
        card.place if card.place != seen.place else present.place,
        card.minutes if card.minutes != seen.minutes else present.minutes,
        card.usual_time if card.usual_time != seen.usual_time else present.usual_time,
        card.review_on,
        card.letter if card.letter != seen.letter else "",
    )
