"""The score of a week: every line weighs the same, everything is decided on exact fractions."""

from __future__ import annotations

from fractions import Fraction

from lundi.habits.history import BeyondHistory, History
from lundi.habits.plans import HABIT, PlanLine
from lundi.numbers import STRENGTH_WEEKS
from lundi.record import record
from lundi.time.weeks import Week
from lundi.words.amounts import ONE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

SCORED, STORM_WEEK, WEEK_OFF, UNPLANNED, RUNNING = "scored", "storm", "off", "unplanned", "running"
COUNTED = (SCORED, STORM_WEEK)
_PER_CENT = 100


@record
class WeekScore:
    """How a week went."""

    week: Week
    state: str  # the first that fits of off, running, unplanned, storm, scored
    share: Fraction | None  # from 0 to 1; None without a plan, or where no line of it is left
    held_from: int | None  # per cent, None without a plan

    @property
    def points(self) -> int | None:
        """The share in per cent, floored: 84.9 shows 84."""
        return None if self.share is None else floored(self.share)

    @property
    def counts(self) -> bool:
        """Whether the week enters counts and means."""
        return self.state in COUNTED and self.share is not None

    @property
    def held(self) -> bool | None:
        """Decided on the exact share against the threshold of that week; None where the week doesn't count."""
        if not self.counts or self.share is None or self.held_from is None:
            return None
        return self.share * _PER_CENT >= self.held_from


@record
class Totals:
    """A few weeks together."""

    scored_weeks: int
    held_weeks: int
    unplanned_weeks: int
    mean: Fraction | None  # exact, from 0 to 1


def floored(share: Fraction) -> int:
    """A share from 0 to 1 in whole per cent, never rounded up."""
    return int(share * _PER_CENT // 1)


def line_share(history: History, line: PlanLine, week: Week) -> Fraction | None:
    """What one line of the plan adds, from 0 to 1 (F25: never more); None where it has no line that week."""
    if line.kind != HABIT:
        action = history.actions.get(line.item_id)
        return Fraction(bool(action and action.is_done_in(week)))
    habit = next((habit for habit in history.habits if habit.id == line.item_id), None)
    target = history.target(habit, week) if habit else None
    if habit is None or target is None:
        return None
    if history.is_met(habit, week):
        return Fraction(1)
    return Fraction(history.done(habit, week), target * ONE)


def line_shares(history: History, week: Week) -> list[Fraction]:
    """The shares of all lines of a committed plan that count that week."""
    plan = history.plans.get(week)
    shares = (line_share(history, line, week) for line in plan.lines) if plan else ()
    return [share for share in shares if share is not None]


def week_score(history: History, week: Week, today: Week) -> WeekScore:
    """State and score of a week, seen from this one."""
    plan = history.plans.get(week)
    state = _state(history, week, today)
    shares = [] if state in (WEEK_OFF, UNPLANNED) else line_shares(history, week)
    return WeekScore(
        week,
        state,
        sum(shares, Fraction(0)) / len(shares) if shares else None,
        plan.held_from if plan else None,
    )


def totals(scores: Iterable[WeekScore]) -> Totals:
    """Counts and exact mean over the weeks that count; weeks off and weeks without a plan don't."""
    listed = list(scores)
    shares = [score.share for score in listed if score.counts and score.share is not None]
    return Totals(
        scored_weeks=len(shares),
        held_weeks=sum(score.held is True for score in listed),
        unplanned_weeks=sum(score.state == UNPLANNED for score in listed),
        mean=sum(shares, Fraction(0)) / len(shares) if shares else None,
    )


def mondays_held(history: History, today: Week, first: Week) -> tuple[int, int]:
    """Plans committed on the ritual's day, out of the last 13 weeks not off since the first, this one too (H37)."""
    weeks: list[Week] = []
    week = today
    while week >= first and len(weeks) < STRENGTH_WEEKS:
        if week < history.since:
            raise BeyondHistory
        if not history.is_off(week):
            weeks.append(week)
        week += -1
    plans = (history.plans[week] for week in weeks if week in history.plans)
    held = sum(plan.committed_on.isoweekday() == plan.ritual_day for plan in plans)
    return held, len(weeks)


def _state(history: History, week: Week, today: Week) -> str:
    if history.is_off(week):
        return WEEK_OFF
    if week == today:
        return RUNNING
    if week not in history.plans:
        return UNPLANNED
    return STORM_WEEK if history.is_storm(week) else SCORED
