"""A habit in words: its rhythm, and the one sentence of its card."""

from __future__ import annotations

import re
from datetime import date, timedelta

from lundi.habits.habit import EVERY, GOING, SETTLED, TRYING, WEEKDAYS, Goal, Habit
from lundi.time.days import parse_coming_day
from lundi.time.formats import weekday_short
from lundi.time.weeks import DAYS, Week
from lundi.words.errors import NotUnderstood
from lundi.words.language import gettext as _
from lundi.words.language import ngettext

_MOST_DIGITS = 5


def rhythm(goal: Goal) -> str:
    """'5 a week', 'Mon, Thu', 'every day', 'every 4 weeks'."""
    if goal.kind == WEEKDAYS:
        if len(goal.days) == DAYS:
            return _("every day")
        return ", ".join(weekday_short(number) for number in goal.days)
    if goal.kind == EVERY:
        if goal.target > 1:
            return _("{target} every {weeks} weeks").format(target=goal.target, weeks=goal.every)
        return _("every {weeks} weeks").format(weeks=goal.every)
    return ngettext("{target} a week", "{target} a week", goal.target).format(target=goal.target)


def where_and_after(habit: Habit) -> str:
    """'after the coffee, in the office, at ten': the clauses that are filled in (H17); '' with none."""
    clauses = [_("after {after}").format(after=habit.after) if habit.after else "", habit.place, habit.usual_time]
    return ", ".join(clause for clause in clauses if clause)


def practised(habit: Habit, week: Week) -> str:
    """'Under way, for 41 weeks.' (H03, H38): how far it has come and how long it has been, and no promise of how long
    it takes."""
    weeks, at = habit.weeks_practised(week), habit.stage
    if at == TRYING:
        said = ngettext("Trying, for {count} week.", "Trying, for {count} weeks.", weeks)
    elif at == GOING:
        said = ngettext("Under way, for {count} week.", "Under way, for {count} weeks.", weeks)
    elif at == SETTLED:
        said = ngettext("Settled, practised for {count} week.", "Settled, practised for {count} weeks.", weeks)
    else:
        said = ngettext("Archived, practised for {count} week.", "Archived, practised for {count} weeks.", weeks)
    return said.format(count=weeks)


def parse_minutes(text: str) -> int | None:
    """How long it takes, from '10'; None without a word. NotUnderstood when it is no whole number."""
    word = text.strip().removesuffix("min").strip()
    if not word:
        return None
    if not (word.isascii() and word.isdigit() and len(word) <= _MOST_DIGITS):
        raise NotUnderstood(_("'{text}' is no number of minutes.").format(text=text.strip()))
    return int(word)


def parse_review(text: str, today: date) -> date:
    """The day of a review: '8' weeks from today, or a day to come as '16/11', '16/11/2026' or '2026-11-16' (F21).

    NotUnderstood when it is neither. That it is at most 13 weeks away is checked where it is kept.
    """
    word = text.strip().lower()
    if match := re.fullmatch(r"(\d{1,2})\s*(w|s|sem|weeks?|semaines?)?\.?", word):
        return today + timedelta(weeks=int(match[1]))
    return parse_coming_day(word, today)


def sentence(habit: Habit, week: Week) -> str:
    """The card as one sentence (H17); an empty field drops its clause.

    'After the coffee, in the office, 5 a week: Calls; at least a voice message.'
    """
    clauses = [clause for clause in (where_and_after(habit), rhythm(habit.goal_in(week))) if clause]
    circumstances = ", ".join(clauses)
    opening = circumstances[:1].upper() + circumstances[1:]
    if habit.minimum:
        return _("{circumstances}: {name}; at least {minimum}.").format(
            circumstances=opening, name=habit.name, minimum=habit.minimum
        )
    return _("{circumstances}: {name}.").format(circumstances=opening, name=habit.name)
