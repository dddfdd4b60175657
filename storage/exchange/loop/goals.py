"""Loop's frequencies as goals: so many times in so many days becomes a rhythm of weeks."""

from __future__ import annotations

from fractions import Fraction
from math import floor

from lundi.habits.habit import EVERY, QUOTA, WEEKDAYS, Goal
from lundi.habits.rhythms import MOST_WEEKS
from lundi.time.weeks import DAYS, Week
from lundi.words.amounts import shown
from lundi.words.language import gettext as _
from storage.exchange.loop.backup import LoopHabit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_QUOTA = 2 * DAYS  # days from one time to the next; a rarer habit is due every so many weeks


def goal_of(habit: LoopHabit, week: Week) -> Goal:
    """The nearest goal, from a week on (its first due week too). Halves go up: 1/2 is four a week."""
    if habit.times >= habit.days:  # a rhythm that can't be read, 0/0, too
        return Goal(week, WEEKDAYS, DAYS, tuple(range(1, DAYS + 1)))
    between = Fraction(habit.days, habit.times)
    if between > _LONGEST_QUOTA:
        return Goal(week, EVERY, every=min(MOST_WEEKS, _rounded(between / DAYS)), due_from=week)
    return Goal(week, QUOTA, max(1, _rounded(DAYS / between)))


def inexact(habit: LoopHabit, goal: Goal, name: str) -> Iterator[str]:
    """A sentence for everything that the goal doesn't keep."""
    if goal.kind == WEEKDAYS and not habit.days:
        yield _("{name}: its rhythm in Loop can't be read; every day here.").format(name=name)
    elif goal.kind == WEEKDAYS and habit.times > habit.days:
        yield _("{name}: {times}/{days} in Loop, every day here.").format(name=name, times=habit.times, days=habit.days)
    elif goal.kind == QUOTA and goal.target * habit.days != DAYS * habit.times:
        yield _("{name}: {times} in {days} days in Loop, {target} a week here.").format(
            name=name, times=habit.times, days=habit.days, target=goal.target
        )
    elif goal.kind == EVERY and goal.every * DAYS * habit.times != habit.days:
        yield _("{name}: {times} in {days} days in Loop, once every {weeks} weeks here.").format(
            name=name, times=habit.times, days=habit.days, weeks=goal.every
        )
    if habit.is_numeric and habit.unit:
        yield _("{name}: the amounts are kept; Loop's target ({target} {unit}) and its unit are not.").format(
            name=name, target=shown(habit.target), unit=habit.unit
        )
    elif habit.is_numeric:
        yield _("{name}: the amounts are kept; Loop's target ({target}) is not.").format(
            name=name, target=shown(habit.target)
        )
    if habit.is_at_most:
        yield _("{name}: 'at most' in Loop, which lundi does not have; it arrives archived.").format(name=name)


def _rounded(number: Fraction) -> int:
    return floor(number + Fraction(1, 2))
