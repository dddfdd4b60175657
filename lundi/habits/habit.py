"""A habit and the goals that it has had, each from a Monday on."""

from __future__ import annotations

from datetime import date, timedelta

from lundi.numbers import REVIEW_WEEKS
from lundi.record import record
from lundi.time.weeks import Week
from lundi.words.language import N_

QUOTA, WEEKDAYS, EVERY = "quota", "weekdays", "every"
TRYING, GOING, SETTLED, ARCHIVED = "trying", "going", "settled", "archived"  # each step is proposed, none is silent
COURSE, STUDY, PLAN, ACT, TRACK = "C", "S", "P", "A", "T"
LETTERS = {COURSE: N_("course"), STUDY: N_("study"), PLAN: N_("plan"), ACT: N_("act"), TRACK: N_("track")}  # H18
LONGEST_NAME = 1000  # characters


@record
class Goal:
    """How often, from a week on: a weekly quota, fixed weekdays, or every N weeks (H13).

    A changed goal is another goal; the weeks before it keep theirs (H43).
    """

    from_week: Week
    kind: str  # QUOTA, WEEKDAYS or EVERY
    target: int = 1  # ticks in a week; for WEEKDAYS the number of days
    days: tuple[int, ...] = ()  # WEEKDAYS only: 1 for Monday to 7 for Sunday
    every: int = 1  # EVERY only: weeks from one due week to the next
    due_from: Week | None = None  # EVERY only: a due week, from which the others are counted

    def is_due(self, week: Week) -> bool:
        return self.kind != EVERY or week.since(self.due_from or self.from_week) % self.every == 0


@record
class Pause:
    """A stretch in which a habit was put away; both days are still its own."""

    from_day: date
    to_day: date

    def spans(self, week: Week) -> bool:
        """Whether a week lies between the week it was put away and the week it was taken up again."""
        return Week.of(self.from_day) < week < Week.of(self.to_day)

    @property
    def weeks(self) -> int:
        """How many weeks it spans."""
        return max(0, Week.of(self.to_day).since(Week.of(self.from_day)) - 1)


@record
class Habit:
    """What somebody does again and again. Days are local dates; nothing here is ever deleted."""

    id: str
    name: str
    position: int
    added_on: date
    goals: tuple[Goal, ...]  # oldest first, at least one
    archived_on: date | None = None
    minimum: str = ""  # the smallest version that still counts
    after: str = ""
    place: str = ""
    minutes: int | None = None
    first_tick_on: date | None = None
    usual_time: str = ""  # 'at ten', 'between two clients'
    settled_on: date | None = None  # it goes by itself: ticked still, outside the plan and the five
    review_on: date | None = None
    pauses: tuple[Pause, ...] = ()  # oldest first
    letter: str = ACT  # one of LETTERS: which of the five it feeds (H18)
    going_on: date | None = None  # the day on which it was tried no more, and under way (H03)

    def goal_in(self, week: Week) -> Goal:
        """The goal that held in a week; before the first one, the first."""
        held = self.goals[0]
        for goal in self.goals:
            if goal.from_week > week:
                break
            held = goal
        return held

    @property
    def first_day(self) -> date:
        """The earlier of the day it was added and the day of its first tick."""
        return min(self.added_on, self.first_tick_on or self.added_on)

    @property
    def first_week(self) -> Week:
        return Week.of(self.first_day)

    @property
    def is_archived(self) -> bool:
        return self.archived_on is not None

    @property
    def is_settled(self) -> bool:
        return self.settled_on is not None

    @property
    def is_current(self) -> bool:
        """Whether it is one of the five: neither archived nor settled."""
        return self.archived_on is None and self.settled_on is None

    @property
    def put_away_on(self) -> date | None:
        """The day from which nothing is expected of it any more: settled or archived, whichever came first."""
        days = [day for day in (self.settled_on, self.archived_on) if day is not None]
        return min(days) if days else None

    @property
    def review_day(self) -> date:
        """The day on which to decide: keep, change, settle or stop (F21: 13 weeks at most)."""
        return self.review_on or self.added_on + timedelta(weeks=REVIEW_WEEKS)

    @property
    def stage(self) -> str:
        """TRYING, GOING, SETTLED or ARCHIVED (H03); what was settled and archived later is archived."""
        if self.is_archived:
            return ARCHIVED
        if self.is_settled:
            return SETTLED
        return GOING if self.going_on is not None else TRYING

    def exists_in(self, week: Week) -> bool:
        """Whether the week lies between its first week and the week it was put away, both included, and in no pause."""
        if week < self.first_week or any(pause.spans(week) for pause in self.pauses):
            return False
        return self.put_away_on is None or week <= Week.of(self.put_away_on)

    def existed_on(self, day: date) -> bool:
        """The same for a day."""
        if day < self.first_day or any(pause.from_day < day < pause.to_day for pause in self.pauses):
            return False
        return self.put_away_on is None or day <= self.put_away_on

    def weeks_practised(self, week: Week) -> int:
        """In how many weeks it was there up to one, that one included (H38)."""
        last = week if self.put_away_on is None else min(week, Week.of(self.put_away_on))
        paused = sum(pause.weeks for pause in self.pauses)
        return max(0, last.since(self.first_week) + 1 - paused)
