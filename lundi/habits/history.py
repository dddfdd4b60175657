"""What was done in a stretch of weeks, and the rules that read it: targets, streaks, strength, never twice."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from lundi.habits.habit import WEEKDAYS, Habit
from lundi.habits.plans import Plan
from lundi.numbers import STRENGTH_WEEKS
from lundi.record import record
from lundi.time.weeks import DAYS, Week
from lundi.words.amounts import ONE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

OFF, STORM = "off", "storm"
_NOTHING, _NOTHING_DONE = (None,) * DAYS, (0,) * DAYS  # on the days of a week


class BeyondHistory(Exception):
    """A rule looked at a week before those that were loaded. Load more and ask again."""


@record
class DayDone:
    """What was ticked on one day for one habit."""

    amount: int  # thousandths
    ticks: int
    smallest: int = 0  # how many of the ticks were the smallest version
    backfilled: int = 0  # how many of the others were entered on a later day


@record
class Action:
    """One of the two things chosen from the emptied head."""

    id: str
    title: str
    done_on: date | None = None
    week: Week | None = None  # the week it was last chosen for
    minutes: int | None = None
    enough: str = ""  # 'enough when…' (F11)

    def is_done_in(self, week: Week) -> bool:
        """Done by the end of that week; an action carried on counts in the week it was done."""
        return self.done_on is not None and self.done_on <= week.sunday


@record
class Met:
    """A past active week of a habit, and whether its target was met."""

    week: Week
    met: bool


class History:
    """Habits, ticks, plans and exceptions from a week on; every rule of the method that a line needs."""

    def __init__(
        self,
        since: Week,
        habits: Sequence[Habit] = (),
        done: Mapping[tuple[str, date], DayDone] | None = None,
        plans: Mapping[Week, Plan] | None = None,
        actions: Mapping[str, Action] | None = None,
        days_off: Mapping[date, str] | None = None,
        excuses: Mapping[tuple[str, date], str] | None = None,
        week_marks: Mapping[Week, str] | None = None,
    ) -> None:
        self.since = since
        self.habits = list(habits)
        self.plans = dict(plans or {})
        self.actions = dict(actions or {})
        self.days_off = dict(days_off or {})
        self.excuses = dict(excuses or {})
        self.week_marks = dict(week_marks or {})
        self._done = dict(done or {})
        self._first_day = since.monday
        self._by_week: dict[tuple[str, Week], list[DayDone | None]] = {}  # a week's seven days, Monday first
        for (habit_id, day), entry in self._done.items():
            self._by_week.setdefault((habit_id, Week.of(day)), [None] * DAYS)[day.weekday()] = entry

    def after(self, done: Mapping[tuple[str, date], DayDone], actions: Mapping[str, Action]) -> History:
        """The same with other ticks and actions."""
        return History(self.since, self.habits, done, self.plans, actions, self.days_off, self.excuses, self.week_marks)

    def done_on(self, habit: Habit, day: date) -> DayDone | None:
        """The ticks of a day, or None when there is none."""
        if day < self._first_day:
            raise BeyondHistory
        return self._done.get((habit.id, day))

    def is_off(self, week: Week) -> bool:
        return self.week_marks.get(week) == OFF

    def is_storm(self, week: Week) -> bool:
        return self.week_marks.get(week) == STORM

    def is_free(self, habit: Habit, day: date) -> bool:
        """Whether nothing is expected of a habit that day: a day off, or an excuse."""
        return day in self.days_off or (habit.id, day) in self.excuses

    def fixed_days(self, habit: Habit, week: Week) -> tuple[date, ...]:
        """The days of a weekday habit that are neither off nor excused; empty for another habit."""
        goal = habit.goal_in(week)
        if goal.kind != WEEKDAYS:
            return ()
        days = week.days
        return tuple(days[number - 1] for number in goal.days if not self.is_free(habit, days[number - 1]))

    def squares(self, habit: Habit, week: Week) -> list[int]:
        """The weekdays (1 to 7) on which a habit is planned, one entry a square: its fixed days, or those of the
        committed plan. A storm week keeps the first one only."""
        if habit.goal_in(week).kind == WEEKDAYS:
            squares = [day.isoweekday() for day in self.fixed_days(habit, week)]
        else:
            plan = self.plans.get(week)
            squares = sorted(plan.squares_of(habit.id)) if plan else []
        return squares[:1] if self.is_storm(week) else squares

    def target(self, habit: Habit, week: Week) -> int | None:
        """Ticks asked for in a week; None where the habit has no line (not due, every day off or excused).

        A storm week asks for one, of any size (F33).
        """
        goal = habit.goal_in(week)
        if not goal.is_due(week):
            return None
        target = goal.target
        if goal.kind == WEEKDAYS:
            target = len(self.fixed_days(habit, week))
            if target == 0:
                return None
        return 1 if self.is_storm(week) else target

    def days_done(self, habit: Habit, week: Week) -> tuple[int, ...]:
        """Thousandths done on each day of a week, Monday first; a weekday habit's day is done once."""
        entries = self._entries(habit, week)
        if entries is _NOTHING:
            return _NOTHING_DONE
        if habit.goal_in(week).kind == WEEKDAYS:
            return tuple(ONE if entry else 0 for entry in entries)
        return tuple(entry.amount if entry else 0 for entry in entries)

    def done(self, habit: Habit, week: Week) -> int:
        """Thousandths done in a week: the sum of a quota's amounts, or a weekday habit's distinct days."""
        return sum(self.days_done(habit, week))

    def is_active(self, habit: Habit, week: Week) -> bool:
        """Whether the week counts for the habit: it exists, is due, and the week isn't off."""
        return habit.exists_in(week) and not self.is_off(week) and self.target(habit, week) is not None

    def is_met(self, habit: Habit, week: Week) -> bool:
        """Whether the target of an active week was reached; in a storm week any tick does it."""
        target = self.target(habit, week)
        if target is None:
            return False
        if self.is_storm(week):
            return any(self._entries(habit, week))
        return self.done(habit, week) >= target * ONE

    def late_days(self, habit: Habit, week: Week) -> tuple[date, ...]:
        """Days on which a weekday habit was done though they aren't its days (H13)."""
        goal = habit.goal_in(week)
        if goal.kind != WEEKDAYS:
            return ()
        return tuple(day for day in week.days if day.isoweekday() not in goal.days and self.done_on(habit, day))

    def active_weeks_before(self, habit: Habit, week: Week) -> Iterator[Met]:
        """Past active weeks of a habit, the latest first."""
        past = week + -1
        while past >= habit.first_week:
            if self.is_active(habit, past):
                yield Met(past, self.is_met(habit, past))
            past += -1

    def alert(self, habit: Habit, week: Week) -> bool:
        """Never twice: missed in the last active week, and not yet met in this one; of current habits only."""
        if not habit.is_current or not self.is_active(habit, week) or self.is_met(habit, week):
            return False
        last = next(self.active_weeks_before(habit, week), None)
        return last is not None and not last.met

    def missed_running(self, habit: Habit, today: date) -> bool:
        """Never twice, within a week: the last two expected days of a weekday habit went by without it."""
        days = [day for day in self.fixed_days(habit, Week.of(today)) if day < today and habit.existed_on(day)]
        return len(days) > 1 and not any(self.done_on(habit, day) for day in days[-2:])

    def missed_twice(self, habit: Habit, week: Week) -> list[Week]:
        """Every past active week that was missed, as was the active week before it; oldest first."""
        past = list(self.active_weeks_before(habit, week))
        return [late.week for late, early in pairwise(past) if not (late.met or early.met)][::-1]

    def streak(self, habit: Habit, week: Week) -> int:
        """Active weeks met in a row; the running one counts once it is met, and never against."""
        streak = int(self.is_active(habit, week) and self.is_met(habit, week))
        for past in self.active_weeks_before(habit, week):
            if not past.met:
                break
            streak += 1
        return streak

    def strength(self, habit: Habit, week: Week) -> tuple[Met, ...]:
        """The last 13 past active weeks (fewer where there are fewer), oldest first (H34)."""
        weeks: list[Met] = []
        for past in self.active_weeks_before(habit, week):
            weeks.append(past)
            if len(weeks) == STRENGTH_WEEKS:
                break
        return tuple(reversed(weeks))

    def tick_count(self, habits: Sequence[Habit], weeks: Sequence[Week]) -> int:
        """How many ticks some habits got in some weeks."""
        ids, days = {habit.id for habit in habits}, {day for week in weeks for day in week.days}
        return sum(entry.ticks for (habit_id, day), entry in self._done.items() if habit_id in ids and day in days)

    def _entries(self, habit: Habit, week: Week) -> Sequence[DayDone | None]:
        """What was done on each day of a week."""
        if week < self.since:
            raise BeyondHistory
        return self._by_week.get((habit.id, week), _NOTHING)
