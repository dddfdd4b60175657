"""The year: what each day was worth, from nothing to everything that was expected."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from lundi.amounts import ONE
from lundi.habits import WEEKDAYS, Habit
from lundi.history import History, Met
from lundi.record import record
from lundi.rules import HELD_FROM
from lundi.scores import Totals, WeekScore, mondays_held, totals, week_score
from lundi.weeks import Week, weeks_between

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

FULL = 4
WEEKS_SHOWN = 53


@record
class YearWeek:
    """One column of the year."""

    week: Week
    levels: tuple[int | None, ...]  # seven, Monday first; None is blank
    score: WeekScore
    is_off: bool
    is_storm: bool


@record
class YearPage:
    """A year of one habit or of all, its scores and their totals."""

    weeks: tuple[YearWeek, ...]
    first: Week  # of the file; what lies before it never was
    today: date
    held_from: int  # per cent, where the line of the scores stands
    totals: Totals
    ticks: int
    has_earlier: bool
    on_day: Fraction | None = None  # of what was done of the plans, the share done on the day planned (H29), 0 to 1


@record
class HabitYear:
    """What the table under the year says of a habit, as of this week."""

    habit: Habit
    done: int  # thousandths, this week
    target: int | None
    strength: tuple[Met, ...]  # the last 13 past active weeks, oldest first
    streak: int
    weeks_in_place: int
    alert: bool

    @property
    def weeks_met(self) -> int:
        return sum(week.met for week in self.strength)


@record
class Standing:
    """How the habits stand this week, whatever year is looked at."""

    habits: tuple[HabitYear, ...]  # archived ones last
    mondays_held: tuple[int, int]  # out of so many


def level(share: Fraction) -> int:
    """Five levels: 0, up to a third, up to two thirds, below one, one."""
    if share == 0:
        return 0
    if share >= 1:
        return FULL
    return 1 + (share > Fraction(1, 3)) + (share > Fraction(2, 3))


def expected(history: History, habit: Habit, week: Week) -> tuple[int, ...]:
    """Ticks that a plan expected of a habit on each day of a week.

    A weekday habit expects its days, a quota the squares of the committed plan; a storm week only the first square
    of each. Nothing is expected on a day off, an excused day, in a week off, or while the habit didn't exist.
    """
    days = week.days
    if not history.is_active(habit, week):
        return (0,) * len(days)
    squares = history.squares(habit, week)
    return tuple(
        squares.count(number) if habit.existed_on(day) and not history.is_free(habit, day) else 0
        for number, day in enumerate(days, 1)
    )


def week_levels(history: History, habits: Sequence[Habit], week: Week) -> tuple[int | None, ...]:
    """The level of each day of a week over some habits, 0 to 4; None for a blank (nothing expected, nothing done).

    A day's share is the sum of min(done, expected) over the sum of expected; with nothing expected but something
    done the day is full.
    """
    days = week.days
    wanted = [0] * len(days)
    reached = [Fraction(0)] * len(days)
    anything = [False] * len(days)
    for habit in habits:
        squares = expected(history, habit, week)
        for index, day in enumerate(days):
            if done := _done(history, habit, day):
                anything[index] = True
                reached[index] += min(done, Fraction(squares[index]))
            wanted[index] += squares[index]
    return tuple(
        level(reached[index] / wanted[index]) if wanted[index] else FULL if anything[index] else None
        for index in range(len(days))
    )


def on_day_share(history: History, habits: Sequence[Habit], weeks: Sequence[Week]) -> Fraction | None:
    """Of what was done of the plans of some weeks, the share done on its planned day (H29: 'at the right moment').

    From 0 to 1; None where nothing planned was done. Ticks beyond the plan don't count.
    """
    on_day = of_plan = Fraction(0)
    for week in weeks:
        for habit in habits:
            squares = expected(history, habit, week)
            if not any(squares):
                continue
            done = [_done(history, habit, day) for day in week.days]
            on_day += sum((min(one, Fraction(square)) for one, square in zip(done, squares, strict=True)), Fraction(0))
            of_plan += min(sum(done, Fraction(0)), Fraction(sum(squares)))
    return on_day / of_plan if of_plan else None


def _done(history: History, habit: Habit, day: date) -> Fraction:
    entry = history.done_on(habit, day)
    if entry is None:
        return Fraction(0)
    return Fraction(1) if habit.goal_in(Week.of(day)).kind == WEEKDAYS else Fraction(entry.amount, ONE)


def year_page(
    history: History,
    habits: Sequence[Habit],
    last: Week,
    today: date,
    first: Week,
    held_from: int = HELD_FROM,
) -> YearPage:
    """The 53 weeks up to one, for these habits; the history must hold them. Days to come are blank.

    The first week of the file says where the totals begin, and whether there are earlier years.
    """
    current = Week.of(today)
    weeks = weeks_between(last + (1 - WEEKS_SHOWN), last)
    columns = tuple(
        YearWeek(
            week,
            tuple(
                value if day <= today else None
                for value, day in zip(week_levels(history, habits, week), week.days, strict=True)
            ),
            week_score(history, week, current),
            history.is_off(week),
            history.is_storm(week),
        )
        for week in weeks
    )
    return YearPage(
        weeks=columns,
        first=first,
        today=today,
        held_from=held_from,
        totals=totals(column.score for column in columns if column.week >= first),
        ticks=history.tick_count(habits, weeks),
        has_earlier=first < weeks[0],
        on_day=on_day_share(history, habits, [week for week in weeks if week <= current]),
    )


def standing(history: History, habits: Sequence[Habit], today: date, first: Week) -> Standing:
    """Strength, streak and alert of some habits, as of this week; Mondays held, since the first week of the file."""
    week = Week.of(today)
    return Standing(tuple(habit_year(history, habit, week) for habit in habits), mondays_held(history, week, first))


def habit_year(history: History, habit: Habit, week: Week) -> HabitYear:
    """What the rules say of a habit in a week."""
    return HabitYear(
        habit=habit,
        done=history.done(habit, week),
        target=history.target(habit, week) if history.is_active(habit, week) else None,
        strength=history.strength(habit, week),
        streak=history.streak(habit, week),
        weeks_in_place=habit.weeks_practised(week),
        alert=history.alert(habit, week),
    )
