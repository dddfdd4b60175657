"""Beginning again after weeks away: whether that is due, and the one habit to begin with."""

from __future__ import annotations

from datetime import date, timedelta

from lundi.habits.habit import Goal, Habit
from lundi.habits.history import OFF
from lundi.ritual import changes
from lundi.time.days import Moment
from lundi.time.weeks import DAYS, Week
from lundi.words.text import clean
from storage.file.session import Session, is_gone
from storage.file.unfinished import keep_unfinished, read_unfinished
from storage.habits.history import read_history
from storage.habits.intents import Card
from storage.week.intents import WeekIntents

_FORM, _PUT_OFF_IN = "fresh-start", "put-off-in"
_AWAY = 3 * DAYS


def is_due(session: Session, today: date) -> bool:
    """Whether nothing was ticked, done or committed to for three weeks or more, weeks off not counted, in a file that
    had commits. Never in a week off, nor once it was put off in this week."""
    week = Week.of(today)
    with session.reading() as connection:
        (committed,) = connection.execute("SELECT max(committed_on) FROM plan").fetchone()
        if committed is None or (today - date.fromisoformat(committed)).days < _AWAY:
            return False
        (last,) = connection.execute(
            "SELECT max(day) FROM (SELECT max(day) AS day FROM tick UNION ALL SELECT max(done_on) FROM action)"
        ).fetchone()
        last_day = date.fromisoformat(max(committed, last or committed))
        marked = connection.execute(
            "SELECT week FROM week_mark WHERE kind = ? AND week BETWEEN ? AND ?",
            (OFF, str(Week.of(last_day)), str(week)),
        )
        weeks_off = {Week.parse(row["week"]) for row in marked}
        if week in weeks_off or read_unfinished(session, _FORM).get(_PUT_OFF_IN) == str(week):
            return False
    days = (Week.of(last_day + timedelta(number)) for number in range(1, (today - last_day).days + 1))
    return sum(week not in weeks_off for week in days) >= _AWAY


def put_off(session: Session, now: Moment) -> None:
    """Not now: it isn't due again before next week. There is nothing to undo in that."""
    keep_unfinished(session, _FORM, {_PUT_OFF_IN: str(now.week)}, now)


def read_to_begin_with(session: Session, today: date) -> list[Habit]:
    """The current habits for which something is to be done this week, in their order."""
    week = Week.of(today)
    with session.reading() as connection:
        history = read_history(connection, week, week)
    return [habit for habit in history.habits if habit.is_current and history.target(habit, week) is not None]


def begin_again(store: WeekIntents, habit: Habit, now: Moment) -> None:
    """Commit to this week with one habit alone. What was chosen and left undone is an idea again, as if it were new;
    nothing else of the past changes. Refused when the habit has nothing to do this week, or the week is committed."""
    with store.intent(changes.BEGUN_AGAIN, now, {"name": habit.name}):
        store.connection.execute(
            "UPDATE action SET state = 'idea', week = NULL, times_chosen = 0"
            " WHERE done_on IS NULL AND (state = 'chosen' OR (state = 'idea' AND times_chosen > 0))"
        )
        store.commit_chosen(now)
        store.connection.execute("DELETE FROM plan_line WHERE week = ? AND item_id <> ?", (str(now.week), habit.id))
        if store.connection.execute("SELECT 1 FROM plan_line WHERE week = ?", (str(now.week),)).fetchone() is None:
            raise is_gone(habit.name)


def begin_with_new(store: WeekIntents, card: Card, goal: Goal, now: Moment) -> Habit:
    """The same with a new habit, which is added by the same change; returns it. Refused where it can't be added."""
    with store.intent(changes.BEGUN_AGAIN, now, {"name": clean(card.name)}):
        habit_id = store.add_habit(card, goal, now)
        habit = next(habit for habit in store.habits() if habit.id == habit_id)
        begin_again(store, habit, now)
    return habit
