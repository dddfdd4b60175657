"""Reading a rhythm as people write it: '5', 'mon thu', '1/4'."""

from __future__ import annotations

import re

from lundi.habits.habit import EVERY, QUOTA, WEEKDAYS, Goal
from lundi.time.days import parse_weekday
from lundi.time.formats import weekday_short
from lundi.time.weeks import DAYS, Week
from lundi.words.errors import NotUnderstood
from lundi.words.language import gettext as _
from lundi.words.text import fold

MOST_A_WEEK = 99
MOST_WEEKS = 52
_DAILY = {"every day", "daily", "tous les jours", "chaque jour"}


def quota(text: str, from_week: Week) -> Goal:
    """A weekly quota from '5'; NotUnderstood unless it is a whole number from 1 to 99."""
    number = _whole(text, MOST_A_WEEK)
    if number is None:
        raise NotUnderstood(_("'{text}' is no number of ticks a week. A whole number from 1 to 99.").format(text=text))
    return Goal(from_week, QUOTA, number)


def weekdays(text: str, from_week: Week) -> Goal:
    """Fixed weekdays from 'mon,thu' or 'lun jeu'; NotUnderstood when a word is no weekday."""
    numbers = set()
    for word in re.split(r"[\s,;]+", text.strip()):
        number = parse_weekday(word)
        if number is None:
            raise NotUnderstood(_("'{text}' is no weekday. Examples: mon, thu, lundi.").format(text=word))
        numbers.add(number)
    return Goal(from_week, WEEKDAYS, len(numbers), tuple(sorted(numbers)))


def every(text: str, from_week: Week, due_from: Week | None = None) -> Goal:
    """Once every N weeks from '4'; NotUnderstood unless it is a whole number from 2 to 52."""
    weeks = _whole(text, MOST_WEEKS)
    if weeks is None or weeks == 1:
        raise NotUnderstood(_("'{text}' is no number of weeks. A whole number from 2 to 52.").format(text=text))
    return Goal(from_week, EVERY, 1, every=weeks, due_from=due_from or from_week)


def parse_rhythm(text: str, from_week: Week) -> Goal:
    """Any of the three: '5' a week, weekdays 'mon thu', '1/4' once every four weeks. NotUnderstood otherwise."""
    word = fold(text).strip()
    if not word:
        raise NotUnderstood(_("How often? Examples: 5, mon thu, 1/4 (once every four weeks)."))
    if word in _DAILY:
        return Goal(from_week, WEEKDAYS, DAYS, tuple(range(1, DAYS + 1)))
    if match := re.fullmatch(r"1\s*/\s*(\d+)", word):
        return every(match[1], from_week)
    if re.fullmatch(r"[-+\d.,]+", word):
        return quota(word, from_week)
    try:
        return weekdays(word, from_week)
    except NotUnderstood:
        raise NotUnderstood(
            _("I do not understand the rhythm '{text}'. Examples: 5, mon thu, 1/4 (once every four weeks).").format(
                text=text
            )
        ) from None


def written(goal: Goal) -> str:
    """A goal as somebody would type it: '5', 'mon thu', '1/4'."""
    if goal.kind == WEEKDAYS:
        return " ".join(weekday_short(number).lower() for number in goal.days)
    return f"{goal.target}/{goal.every}" if goal.kind == EVERY else str(goal.target)


def _whole(text: str, most: int) -> int | None:
    word = text.strip()
    if not re.fullmatch(r"[0-9]{1,3}", word):
        return None
    return int(word) if 1 <= int(word) <= most else None
