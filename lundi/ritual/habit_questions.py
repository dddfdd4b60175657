"""What the Monday ritual asks about single habits. Everything is proposed, nothing is silent."""

from __future__ import annotations

from datetime import date

from lundi.habits.habit import TRYING, Habit
from lundi.habits.history import History
from lundi.habits.misses import asked_for, goes_by_itself, repeated
from lundi.record import record
from lundi.time.weeks import Week

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from lundi.habits.misses import Miss

REVIEW, REPEATED, SETTLE, GOING, THOUGHT = "review", "repeated", "settle", "going", "thought"  # in the order asked
_ORDER = (REVIEW, REPEATED, SETTLE, GOING, THOUGHT)
_THOUGHT_EVERY = 4  # weeks (H39)
_THOUGHTS_A_WEEK = 2  # the others wait for the next ritual
_GOING_AFTER = 4  # good weeks, so in the fifth at the earliest (H03)
_TRYING_ON = 4  # weeks for which 'still trying' holds


@record
class HabitQuestion:
    """Something to decide about a habit. Once it is put away, its other questions are none any more."""

    kind: str  # REVIEW, REPEATED, SETTLE, GOING or THOUGHT
    habit: Habit
    reason: str = ""  # REPEATED: the reason that was given again and again
    asks_for: tuple[str, ...] = ()  # REPEATED: SMALLER, OTHER_HOUR, AFTER_SOMETHING (lundi.habits.misses)
    count: int = 0  # REPEATED: how often; GOING: weeks met


def habit_questions(
    history: History,
    week: Week,
    today: date,
    carriers: Collection[str],
    misses: Sequence[Miss],
    thoughts: Mapping[str, Sequence[tuple[Week, int]]],
    still_trying: Mapping[str, Week],
) -> list[HabitQuestion]:
    """What the ritual of a week asks on a day about current habits: at most one question of each kind a habit, and
    whether it is still thought of about two of them, those that were asked about longest ago.

    Habits that carry the running campaign (their ids) end with it: its end review asks about them (F21). Misses are
    those of the last 13 weeks, thoughts the answers by habit id, oldest first; still trying, the week in which that was
    said of a habit last. BeyondHistory as in `History`.
    """
    habits = [habit for habit in history.habits if habit.is_current]
    questions = [
        question
        for habit in habits
        for question in _questions(history, habit, week, misses, thoughts.get(habit.id, ()))
        if question.kind != GOING or week.since(still_trying.get(habit.id, week + -_TRYING_ON)) >= _TRYING_ON
    ]
    questions += [
        HabitQuestion(REVIEW, habit) for habit in habits if habit.review_day <= today and habit.id not in carriers
    ]
    questions += _thoughts([habit for habit in habits if habit.weeks_practised(week) > _THOUGHT_EVERY], week, thoughts)
    return sorted(questions, key=lambda question: _ORDER.index(question.kind))


def _questions(
    history: History, habit: Habit, week: Week, misses: Sequence[Miss], thoughts: Sequence[tuple[Week, int]]
) -> Iterator[HabitQuestion]:
    # Only when it was given once more: whatever was answered, the next weeks don't ask again.
    if found := repeated(misses, habit.id, week + -1):
        reason, times = found
        yield HabitQuestion(REPEATED, habit, reason, asked_for(reason), times)
    strength = history.strength(habit, week)
    weeks_since = week.since(thoughts[-1][0]) if thoughts else _THOUGHT_EVERY
    # As often as the answers come that it stands on, so that 'not yet' holds for a while.
    if (weeks_since <= 0 or weeks_since >= _THOUGHT_EVERY) and goes_by_itself(
        [one for _week, one in thoughts], strength
    ):
        yield HabitQuestion(SETTLE, habit)
    met = sum(past.met for past in strength)
    if habit.stage == TRYING and met >= _GOING_AFTER:
        yield HabitQuestion(GOING, habit, count=met)


def _thoughts(
    habits: Sequence[Habit], week: Week, thoughts: Mapping[str, Sequence[tuple[Week, int]]]
) -> list[HabitQuestion]:
    weeks_since = {habit.id: week.since(thoughts[habit.id][-1][0]) for habit in habits if thoughts.get(habit.id)}
    answered = sum(weeks <= 0 for weeks in weeks_since.values())
    due = [habit for habit in habits if weeks_since.get(habit.id, _THOUGHT_EVERY) >= _THOUGHT_EVERY]
    due.sort(key=lambda habit: (habit.id in weeks_since, -weeks_since.get(habit.id, 0)))
    return [HabitQuestion(THOUGHT, habit) for habit in due[: max(0, _THOUGHTS_A_WEEK - answered)]]
