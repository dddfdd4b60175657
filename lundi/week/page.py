"""The Week as it is shown, in the dashboard and in the shell: rows, cells, the two actions, the score."""

from __future__ import annotations

from datetime import date

from lundi.habits.habit import WEEKDAYS, Goal, Habit
from lundi.habits.history import Action, DayDone, History
from lundi.habits.plans import ACTION
from lundi.numbers import HELD_FROM
from lundi.record import record
from lundi.time.weeks import Week
from lundi.week.scores import WeekScore, line_shares, week_score
from lundi.words.amounts import ONE

_SCORES_BEFORE = 4
_HARD_BELOW = 50  # per cent of the last week that counts (D06)
_PER_CENT = 100


@record
class Cell:
    """One day of one habit."""

    day: date
    entry: DayDone | None = None
    planned: int = 0  # squares of the plan that are still hollow
    note: str = ""
    excuse: str | None = None  # the reason (may be ''); None when the day isn't excused
    is_off: bool = False  # a day off, or in a week off

    @property
    def whole_ticks(self) -> bool:
        """Whether the ticks can be drawn one square each."""
        return self.entry is None or self.entry.amount == self.entry.ticks * ONE


@record
class Row:
    """One habit of the week."""

    habit: Habit
    goal: Goal
    cells: tuple[Cell, ...]
    done: int  # thousandths
    target: int | None  # None: no line that week (not due, every day off or excused, week off)
    met: bool
    late: tuple[date, ...] = ()
    in_plan: bool = False
    before: tuple[int, int] | None = None  # never twice: done (thousandths) and target of the week that asks for it

    @property
    def surplus(self) -> int:
        """Thousandths beyond the target (F25): shown, never scored."""
        return max(0, self.done - self.target * ONE) if self.target is not None else 0

    def is_outside(self, page: WeekPage) -> bool:
        """Whether a committed plan doesn't count it: it was added afterwards."""
        return page.planned and not self.in_plan and self.target is not None

    def is_due(self, today: date) -> bool:
        """Whether a square of today is still hollow."""
        return self._is_open_on(today) and bool(self._cell(today).planned)

    def is_behind(self, today: date) -> bool:
        """Whether an earlier square is still hollow and today can make up for it; the same of ticks that no square
        was given to, once a day."""
        if not self._is_open_on(today) or not (self.in_plan or self.before):
            return False
        ticked_today = self._cell(today).entry is not None
        if ticked_today and self.goal.kind == WEEKDAYS:  # it counts days: a second tick would be none
            return False
        squares = sum(cell.planned for cell in self.cells)
        has_no_square = (self.target or 0) * ONE - self.done > squares * ONE
        return any(cell.planned for cell in self.cells if cell.day < today) or (has_no_square and not ticked_today)

    def _is_open_on(self, day: date) -> bool:
        """Whether something is asked of the habit that day, and not met yet."""
        cell = self._cell(day)
        is_free = cell.is_off or cell.excuse is not None
        return self.habit.is_current and self.target is not None and not self.met and not is_free

    def _cell(self, day: date) -> Cell:
        return self.cells[day.weekday()]


FIRST_RUN, RITUAL = "first-run", "ritual"


@record
class Left:
    """A sequence of questions that was left half-way."""

    kind: str  # FIRST_RUN or RITUAL
    step: int  # the question to go on with


@record
class WeekPage:
    """Everything that the Week shows."""

    week: Week
    today: date
    score: WeekScore
    rows: tuple[Row, ...]
    actions: tuple[Action, ...]
    days_off: dict[date, str]
    is_off: bool
    is_storm: bool
    planned: bool
    off_plan: frozenset[str] = frozenset()  # ids of actions that a committed plan doesn't count
    given_back: tuple[Action, ...] = ()  # actions of the committed plan that were given back: they count all the same
    lines: int = 0
    lines_done: int = 0
    held_from: int = HELD_FROM
    scores_before: tuple[int, ...] = ()
    mission: str = ""
    left: Left | None = None  # what waits to be gone on with; of the present week only
    is_hard: bool = False  # a moment of giving up: the mission is said (D06)

    @property
    def header(self) -> tuple[object, ...]:
        """What the whole grid shares: another one is another look of every row."""
        return self.week, self.today, self.is_off, self.is_storm, self.days_off

    @property
    def alerts(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.before)

    @property
    def open_actions(self) -> tuple[Action, ...]:
        return tuple(action for action in self.actions if not action.is_done_in(self.week))

    @property
    def is_done_so_far(self) -> bool:
        """Whether a plan leaves nothing to do for today: whatever it holds up to today is done (C16)."""
        if not self.planned or self.is_off or self.today in self.days_off or self.open_actions:
            return False
        return not any(row.is_due(self.today) or row.is_behind(self.today) for row in self.rows)


@record
class Past:
    """What a week shows of the weeks before it, which no tick of its own changes."""

    missed: dict[str, tuple[int, int]]  # done (thousandths) and target of last active weeks missed, by habit id
    scores: tuple[WeekScore, ...]  # the last four that count, oldest first
    mission: str = ""
    left: Left | None = None


def past_of(history: History, week: Week, today: date, mission: str = "", left: Left | None = None) -> Past:
    """Look back from a week; the history must reach back as far as that takes. Left is what waits in the file."""
    missed = {}
    for habit in filter(lambda habit: habit.is_current, history.habits):
        last = next(history.active_weeks_before(habit, week), None)
        if last is not None and not last.met:
            missed[habit.id] = (history.done(habit, last.week), history.target(habit, last.week) or 0)
    return Past(missed, _scores_before(history, week, Week.of(today)), mission, left)


def week_page(
    history: History,
    week: Week,
    today: date,
    past: Past,
    notes: dict[tuple[str, date], str],
    held_from: int = HELD_FROM,
) -> WeekPage:
    """Put a week together. The notes are by habit id and day; the threshold is that of a week not yet committed.

    Every habit is listed, whenever it began; of archived ones only those that were ticked or planned in the week.
    """
    current = Week.of(today)
    plan = history.plans.get(week)
    planned_ids = {line.item_id for line in plan.lines} if plan else set()
    rows = [
        _row(
            history,
            habit,
            week,
            today,
            past if week == current and (plan is None or habit.id in planned_ids) else None,
            notes,
            in_plan=habit.id in planned_ids,
        )
        for habit in history.habits
        if _is_listed(history, habit, week, planned_ids)
    ]
    actions = actions_of(history, week, is_current=week == current)
    score = week_score(history, week, current)
    shares = line_shares(history, week)
    return WeekPage(
        week=week,
        today=today,
        score=score,
        rows=tuple(rows),
        actions=actions,
        days_off={day: history.days_off[day] for day in week.days if day in history.days_off},
        is_off=history.is_off(week),
        is_storm=history.is_storm(week),
        planned=plan is not None,
        off_plan=frozenset(set(history.actions) - planned_ids) if plan else frozenset(),
        given_back=tuple(one for one in history.actions.values() if one.id in planned_ids and one not in actions),
        lines=len(shares),
        lines_done=sum(share == 1 for share in shares),
        held_from=plan.held_from if plan else held_from,
        scores_before=tuple(before.points for before in past.scores if before.points is not None),
        mission=past.mission,
        left=_left(past.left, is_planned=plan is not None) if week == current else None,
        is_hard=week == current and _is_hard(past.scores, score, is_off=history.is_off(week)),
    )


def _left(left: Left | None, *, is_planned: bool) -> Left | None:
    """What waits to be gone on with: no ritual once the week is committed."""
    return None if left is not None and left.kind == RITUAL and is_planned else left


def _is_hard(before: tuple[WeekScore, ...], score: WeekScore, *, is_off: bool) -> bool:
    """Whether one may want to give up: the last week that counts was under half, or the last two were not held. A week
    off, or one that is as good as held, is no such moment."""
    if is_off or (score.share is not None and score.held_from and score.share * _PER_CENT >= score.held_from):
        return False
    if before and (before[-1].points or 0) < _HARD_BELOW:
        return True
    return len(before) > 1 and not any(week.held for week in before[-2:])


def _is_listed(history: History, habit: Habit, week: Week, planned_ids: set[str]) -> bool:
    if not habit.is_archived:
        return True
    return habit.id in planned_ids or any(history.done_on(habit, day) for day in week.days)


def _row(
    history: History,
    habit: Habit,
    week: Week,
    today: date,
    past: Past | None,
    notes: dict[tuple[str, date], str],
    *,
    in_plan: bool,
) -> Row:
    goal = habit.goal_in(week)
    active = history.is_active(habit, week)
    met = active and history.is_met(habit, week)
    before = past.missed.get(habit.id) if past and active and not met else None
    if past and active and not met and habit.is_current and before is None and history.missed_running(habit, today):
        before = (history.done(habit, week), history.target(habit, week) or 0)
    hollow = _hollow_squares(history, habit, week) if active else (0,) * len(week.days)
    return Row(
        habit=habit,
        goal=goal,
        cells=tuple(
            Cell(
                day,
                history.done_on(habit, day),
                planned,
                notes.get((habit.id, day), ""),
                history.excuses.get((habit.id, day)),
                day in history.days_off or history.is_off(week),
            )
            for day, planned in zip(week.days, hollow, strict=True)
        ),
        done=history.done(habit, week),
        target=history.target(habit, week) if active else None,
        met=met,
        late=history.late_days(habit, week),
        in_plan=in_plan,
        before=before,
    )


def _hollow_squares(history: History, habit: Habit, week: Week) -> tuple[int, ...]:
    """Planned squares not yet filled, a day each; what was done elsewhere fills the earliest ones."""
    squares = history.squares(habit, week)
    hollow = [squares.count(day.isoweekday()) for day in week.days]
    has_days = habit.goal_in(week).kind == WEEKDAYS  # done once a day, however often it was ticked
    elsewhere = 0
    for index, day in enumerate(week.days):
        entry = history.done_on(habit, day)
        ticks = 0 if entry is None else 1 if has_days else entry.ticks
        elsewhere += max(0, ticks - hollow[index])
        hollow[index] = max(0, hollow[index] - ticks)
    for index, planned in enumerate(hollow):
        filled = min(planned, elsewhere)
        hollow[index] -= filled
        elsewhere -= filled
    return tuple(hollow)


def actions_of(history: History, week: Week, *, is_current: bool) -> tuple[Action, ...]:
    """The actions of the committed plan, in its order, then those chosen after it. What was given back is not shown
    in the present week any more; it counts all the same."""
    plan = history.plans.get(week)
    ids = [line.item_id for line in plan.lines if line.kind == ACTION] if plan else []
    ids += [action.id for action in history.actions.values() if action.week == week and action.id not in ids]
    listed = (history.actions[action_id] for action_id in ids if action_id in history.actions)
    return tuple(one for one in listed if one.week == week or not is_current or one.is_done_in(week))


def _scores_before(history: History, week: Week, current: Week) -> tuple[WeekScore, ...]:
    """The last four scores that count before a week, oldest first."""
    scores: list[WeekScore] = []
    past = week + -1
    while len(scores) < _SCORES_BEFORE and past >= history.since:
        score = week_score(history, past, current)
        if score.counts:
            scores.append(score)
        past += -1
    return tuple(reversed(scores))
