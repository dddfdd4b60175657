"""What is to be asked about single habits, in one consistent look at the file."""

from __future__ import annotations

from datetime import date

from lundi.habits.habit import Habit
from lundi.numbers import STRENGTH_WEEKS
from lundi.ritual.habit_questions import HabitQuestion, habit_questions
from lundi.time.days import Moment
from lundi.time.weeks import Week
from storage.campaign.rows import read_running
from storage.file.session import Session
from storage.file.unfinished import keep_unfinished, read_unfinished
from storage.habits.history import ask
from storage.habits.reviews import read_misses, read_thoughts

_STILL_TRYING = "still-trying"  # of what is kept: the week in which that was said, by habit id


def read_habit_questions(session: Session, week: Week, today: date) -> list[HabitQuestion]:
    """What the ritual of a week asks on a day, in its order."""
    with session.reading() as connection:
        campaign = read_running(session)
        carriers = campaign.habit_ids if campaign else ()
        misses = read_misses(session, week + -STRENGTH_WEEKS, week + -1)
        thoughts = read_thoughts(session)
        trying = {
            habit_id: Week.parse(said_in) for habit_id, said_in in read_unfinished(session, _STILL_TRYING).items()
        }
        return ask(
            connection,
            week,
            lambda history: habit_questions(history, week, today, carriers, misses, thoughts, trying),
        )


def keep_trying(session: Session, habit: Habit, now: Moment) -> None:
    """Not under way yet: that isn't asked again for four weeks. There is nothing to undo in that."""
    keep_unfinished(session, _STILL_TRYING, {habit.id: str(now.week)}, now)
