"""The year: what each day was worth, from nothing to everything that was expected."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from lundi.habits.habit import Habit
from lundi.habits.history import History, Met
from lundi.numbers import HELD_FROM
from lundi.record import record
from lundi.time.weeks import DAYS, Week, weeks_between
from lundi.week.scores import Totals, WeekScore, mondays_held, totals, week_score
from lundi.words.amounts import ONE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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


def level(reached: int, wanted: int) -> int:
    """Five levels of a share: 0, up to a third, up to two thirds, below one, one."""
    if reached == 0:
        return 0
    if reached >= wanted:
        return FULL
    return 1 + (3 * reached > wanted) + (3 * reached > 2 * wanted)


def expected(history: History, habit: Habit, week: Week) -> tuple[int, ...]:
    """Ticks that a plan expected of a habit on each day of a week.

    A weekday habit expects its days, a quota the squares of the committed plan; a storm week only the first square
    of each. Nothing is expected on a day off, an excused day, in a week off, or while the habit didn't exist.
    """
    ticks = [0] * DAYS
    if history.is_active(habit, week):
        days = week.days
        for number in history.squares(habit, week):
            day = days[number - 1]
            if habit.existed_on(day) and not history.is_free(habit, day):
                ticks[number - 1] += 1
    return tuple(ticks)


@record
class HabitDays:
    """What a plan expected of a habit on each day of a week, and what was done, Monday first."""

    expected: tuple[int, ...]  # ticks
    done: tuple[int, ...]  # thousandths of a tick; a weekday habit's day is done once


def week_days(history: History, habits: Sequence[Habit], week: Week) -> list[HabitDays]:
    """The days of some habits in a week."""
    return [HabitDays(expected(history, habit, week), history.days_done(habit, week)) for habit in habits]


def week_levels(habits: Sequence[HabitDays]) -> tuple[int | None, ...]:
    """The level of each day of a week over some habits, 0 to 4; None for a blank (nothing expected, nothing done).

    A day's share is the sum of min(done, expected) over the sum of expected; with nothing expected but something
    done the day is full.
    """
    by_habit = [list(zip(days.expected, days.done, strict=True)) for days in habits]
    return tuple(_day_level([row[day] for row in by_habit]) for day in range(DAYS))


def _day_level(habits: Sequence[tuple[int, int]]) -> int | None:
    wanted = sum(expected for expected, _done in habits)
    if wanted:
        return level(sum(min(done, expected * ONE) for expected, done in habits), wanted * ONE)
    return FULL if any(done for _expected, done in habits) else None


def on_day_share(habits: Iterable[HabitDays]) -> Fraction | None:
    """Of what was done of the plans of some weeks, the share done on its planned day (H29: 'at the right moment').

    From 0 to 1; None where nothing planned was done. Ticks beyond the plan don't count.
    """
    on_day = of_plan = 0
    for days in habits:
        if squares := sum(days.expected):
            on_day += sum(min(done, expected * ONE) for expected, done in zip(days.expected, days.done, strict=True))
            of_plan += min(sum(days.done), squares * ONE)
    return Fraction(on_day, of_plan) if of_plan else None


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
    days_of = {week: week_days(history, habits, week) for week in weeks}
    columns = tuple(
        YearWeek(
            week,
            tuple(
                value if day <= today else None
                for value, day in zip(week_levels(days_of[week]), week.days, strict=True)
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
        on_day=on_day_share(days for week in weeks if week <= current for days in days_of[week]),
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
