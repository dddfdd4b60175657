"""A habit in words: its rhythm, and the one sentence of its card."""

from __future__ import annotations

from lundi.formats import weekday_short
from lundi.habits import EVERY, WEEKDAYS, Goal, Habit
from lundi.language import gettext as _
from lundi.language import ngettext
from lundi.weeks import DAYS, Week


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
    """'after the 9 o'clock coffee, in the office': the clauses that are filled in (H17); '' with none."""
    if habit.after and habit.place:
        return _("after {after}, {place}").format(after=habit.after, place=habit.place)
    if habit.after:
        return _("after {after}").format(after=habit.after)
    return habit.place


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
