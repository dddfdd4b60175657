"""Looking back on a week: what was done first, then what was not, and what the last weeks ask for."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import islice, takewhile

from lundi.habits.habit import ACT, COURSE, PLAN, STUDY, TRACK, Habit
from lundi.habits.history import BeyondHistory, History
from lundi.habits.misses import asks_for_a_lighter_week, asks_to_lighten, counted
from lundi.habits.plans import HABIT, PlanLine
from lundi.numbers import HELD_FROM, MINUTES_A_WEEK
from lundi.record import record
from lundi.ritual.choosing import asked_of
from lundi.time.weeks import Week
from lundi.week import scores
from lundi.week.scores import WeekScore, line_share, week_score
from lundi.week.year import week_days
from lundi.words.amounts import ONE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lundi.habits.history import Action
    from lundi.habits.misses import Miss
    from lundi.habits.reviews import Review

NORMAL, FIRST, OFF, UNPLANNED = "normal", "first", "off", "unplanned"
LIGHTEN, LIGHTER = "lighten", "lighter"
UP, DOWN, STABLE = "up", "down", "stable"
LETTERS = (COURSE, STUDY, PLAN, ACT, TRACK)
_SCORES = 8
_A_DIFFERENCE = Fraction(5, 100)


@record
class LineDone:
    """One line of the week, and what was done of it."""

    name: str
    done: int  # thousandths
    target: int | None  # ticks; None for an action, or where nothing was asked for
    is_met: bool


@record
class Missed:
    """A habit of the plan that didn't reach its target; only of habits that are current still."""

    habit: Habit
    done: int  # thousandths
    target: int
    days: tuple[date, ...]  # those that stayed hollow
    reason: str = ""  # one of lundi.habits.misses.REASONS; '' where none was given


@record
class LookBack:
    """A week as it is looked back on. Of the week before the file's first one, and of a week off, there are no lines;
    of one without a plan, what was done."""

    week: Week
    kind: str  # the first that fits of FIRST (there was no such week), OFF, UNPLANNED, NORMAL
    score: WeekScore
    held_from: int  # per cent, of that week's plan; without one, as it is set now
    scores: tuple[WeekScore, ...]  # the last 8 that have a share, this one included, oldest first
    trend: str  # UP, DOWN or STABLE: the last four against the four before; '' with fewer than 8
    done: tuple[LineDone, ...]  # habits, then the actions, in the plan's order
    promised: int  # ticks and acts of the lines that count
    kept: int  # of those, what was done, each line capped; promised - kept is the gap (H07)
    off_plan: int  # ticks and acts of what had no line that counts (H26)
    minutes_planned: int  # of habits that say their minutes (H10)
    minutes_kept: int  # of those, each line capped; without a plan, of what was done
    missed: tuple[Missed, ...]
    better: str  # what was to be 1 % better that week (D05)
    obstacles: tuple[tuple[str, int], ...]  # reason and how often, over 13 weeks, the most frequent first (D26)
    letters: tuple[bool, ...]  # which of LETTERS were fed (H18)
    load: str  # LIGHTEN (H15), LIGHTER (F24) or ''
    unplanned_before: int = 0  # weeks without a plan right before it; weeks off among them are passed over


@record
class _Line:
    """One line, before it is counted."""

    name: str
    done: int  # thousandths
    target: int | None
    share: Fraction  # from 0 to 1
    minutes: int = 0  # that it asked for
    habit: Habit | None = None

    @property
    def units(self) -> int:
        return self.target or 1


def look_back(
    history: History,
    week: Week,
    today: date,
    first: Week,
    reviews: Mapping[Week, Review],
    misses: Sequence[Miss],
    held_from: int = HELD_FROM,
    budget: int = MINUTES_A_WEEK,
) -> LookBack:
    """Look back on a week from a day. BeyondHistory where the history doesn't reach back far enough.

    The first week is the file's. Reviews are those that were written of this week and the one before, misses those of
    the 13 weeks up to this one. The threshold and the minutes of a week are as they are set now.
    """
    current = Week.of(today)
    score = week_score(history, week, current)
    kind = _kind(score, first)
    lines = [] if kind in (FIRST, OFF) else _lines(history, week) if kind == NORMAL else _all_done(history, week)
    promised = lines if kind == NORMAL else []
    last = list(islice((one for one in _backwards(history, week, current, first) if one.counts), _SCORES))[::-1]
    return LookBack(
        week=week,
        kind=kind,
        score=score,
        held_from=score.held_from or held_from,
        scores=tuple(last),
        trend=_trend(last),
        done=tuple(LineDone(line.name, line.done, line.target, line.share == 1) for line in lines),
        promised=sum(line.units for line in promised),
        kept=int(sum(line.share * line.units for line in promised)),
        off_plan=_off_plan(history, week, lines) if kind == NORMAL else 0,
        minutes_planned=sum(line.minutes for line in promised),
        minutes_kept=int(sum(line.share * line.minutes for line in lines)),
        missed=tuple(_missed(history, week, promised, misses)),
        better=reviews[week + -1].better if week + -1 in reviews else "",
        obstacles=tuple(counted(misses).items()),
        letters=_letters(history, week, reviews),
        load=_load(history, last, budget),
        unplanned_before=_unplanned_before(history, week, current, first),
    )


def _kind(score: WeekScore, first: Week) -> str:
    if score.week < first:
        return FIRST
    return {scores.WEEK_OFF: OFF, scores.UNPLANNED: UNPLANNED}.get(score.state, NORMAL)


def _lines(history: History, week: Week) -> list[_Line]:
    """The lines of the plan that count, habits first."""
    plan = history.plans.get(week)
    found = []
    for line in sorted(plan.lines, key=lambda line: line.kind != HABIT) if plan else ():
        share = line_share(history, line, week)
        if share is None:
            continue
        if line.kind == HABIT:
            habit = next(habit for habit in history.habits if habit.id == line.item_id)
            found.append(_habit_line(history, habit, week, share))
        elif action := history.actions.get(line.item_id):
            found.append(_Line(action.title, int(share * ONE), None, share))
    return found


def _all_done(history: History, week: Week) -> list[_Line]:
    """Whatever was done in a week without a plan."""
    found = []
    for habit in history.habits:
        if any(history.done_on(habit, day) for day in week.days):
            share = line_share(history, PlanLine(habit.id, HABIT), week)
            found.append(_habit_line(history, habit, week, Fraction(1) if share is None else share))
    return [*found, *(_Line(action.title, ONE, None, Fraction(1)) for action in _acts(history, week))]


def _habit_line(history: History, habit: Habit, week: Week, share: Fraction) -> _Line:
    done, target = history.done(habit, week), history.target(habit, week)
    return _Line(habit.name, done, target, share, asked_of(history, habit, week), habit)


def _acts(history: History, week: Week) -> list[Action]:
    """The actions that were done in a week."""
    return [one for one in history.actions.values() if one.done_on is not None and Week.of(one.done_on) == week]


def _off_plan(history: History, week: Week, lines: Sequence[_Line]) -> int:
    of_plan = {line.habit.id for line in lines if line.habit}
    plan = history.plans.get(week)
    planned = {line.item_id for line in plan.lines} if plan else set()
    ticks = history.tick_count([habit for habit in history.habits if habit.id not in of_plan], [week])
    return ticks + sum(action.id not in planned for action in _acts(history, week))


def _missed(history: History, week: Week, lines: Sequence[_Line], misses: Sequence[Miss]) -> Iterator[Missed]:
    reasons = {miss.habit_id: miss.reason for miss in misses if miss.week == week}
    for line in lines:
        if line.habit and line.habit.is_current and line.share < 1:
            days = tuple(_hollow(history, line.habit, week))
            yield Missed(line.habit, line.done, line.units, days, reasons.get(line.habit.id, ""))


def _hollow(history: History, habit: Habit, week: Week) -> Iterator[date]:
    """The days on which something was expected and not done; what was done on others makes up for the earliest."""
    (days,) = week_days(history, [habit], week)
    amounts = [(expected * ONE, done) for expected, done in zip(days.expected, days.done, strict=True)]
    elsewhere = sum(max(0, done - expected) for expected, done in amounts)
    for day, (expected, done) in zip(week.days, amounts, strict=True):
        left = max(0, expected - done)
        if left > elsewhere:
            yield day
        elsewhere = max(0, elsewhere - left)


def _letters(history: History, week: Week, reviews: Mapping[Week, Review]) -> tuple[bool, ...]:
    studies = [habit for habit in history.habits if habit.letter == STUDY]
    others = [habit for habit in history.habits if habit.letter != STUDY]
    fed = {
        COURSE: week + -1 in reviews,  # its ritual went over the course
        STUDY: history.tick_count(studies, [week]) > 0,
        PLAN: week in history.plans,
        ACT: history.tick_count(others, [week]) > 0 or bool(_acts(history, week)),
        TRACK: week in reviews,
    }
    return tuple(fed[letter] for letter in LETTERS)


def _backwards(history: History, week: Week, current: Week, first: Week) -> Iterator[WeekScore]:
    """The scores of a week and of those before it, down to the first."""
    while week >= first:
        if week < history.since:
            raise BeyondHistory
        yield week_score(history, week, current)
        week += -1


def _trend(last: Sequence[WeekScore]) -> str:
    """The mean of the last four against that of the four before; '' with fewer than eight."""
    if len(last) < _SCORES:
        return ""
    shares = [score.share or Fraction(0) for score in last]
    half = _SCORES // 2
    difference = (sum(shares[half:], Fraction(0)) - sum(shares[:half], Fraction(0))) / half
    if abs(difference) < _A_DIFFERENCE:
        return STABLE
    return UP if difference > 0 else DOWN


def _load(history: History, last: Sequence[WeekScore], budget: int) -> str:
    if asks_to_lighten([score.share or Fraction(0) for score in last]):
        return LIGHTEN
    return LIGHTER if asks_for_a_lighter_week([_was_too_much(history, score, budget) for score in last]) else ""


def _was_too_much(history: History, score: WeekScore, budget: int) -> bool:
    """Whether a week's score would be above 100 % if nothing capped it, or its minutes above the budget. A storm week,
    which asks for little, never is."""
    if score.state == scores.STORM_WEEK:
        return False
    lines = _lines(history, score.week)
    uncapped = sum(Fraction(line.done, line.units * ONE) for line in lines)
    minutes = sum((habit.minutes or 0) * history.done(habit, score.week) for habit in history.habits)
    minutes += sum((action.minutes or 0) * ONE for action in _acts(history, score.week))
    return uncapped > len(lines) or minutes > budget * ONE


def _unplanned_before(history: History, week: Week, current: Week, first: Week) -> int:
    before = (one for one in _backwards(history, week + -1, current, first) if one.state != scores.WEEK_OFF)
    return sum(1 for _week in takewhile(lambda one: one.state == scores.UNPLANNED, before))
