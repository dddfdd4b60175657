"""The week as a whole: committing it, its two actions, days off, weeks off, storm weeks, ideas."""

from __future__ import annotations

from datetime import date

from lundi.habits.coming import coming_squares, habits_due
from lundi.habits.habit import Habit
from lundi.habits.history import OFF, STORM, Action, History
from lundi.habits.plans import ACTION, HABIT, PlanLine, are_weekdays, digits_of_squares, may_move
from lundi.ideas.changes import IDEAS
from lundi.numbers import ACTIONS_A_WEEK
from lundi.time.days import Moment
from lundi.time.weeks import Week
from lundi.week import changes
from lundi.words.errors import NotUnderstood, Refused
from lundi.words.language import gettext as _
from lundi.words.text import clean, filled_lines, fold
from storage.file.journal import batch
from storage.file.session import Session
from storage.habits.actions import IDEA, choose_action, insert_action, is_full
from storage.habits.history import read_history
from storage.habits.intents import HabitIntents

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_MARKED = {OFF: changes.WEEK_OFF, STORM: changes.WEEK_STORM, None: changes.WEEK_PLAIN}


class WeekIntents(HabitIntents):
    """Each method but the reads is one change, and refuses before it writes."""

    def commit_chosen(
        self, now: Moment, squares: Mapping[str, tuple[int, ...]] = {}, seconds: int | None = None
    ) -> None:
        """Commit to this week: freeze its lines, which are the habits that are due and the actions chosen for it.

        Squares that were moved beforehand, by habit id, hold where they fit; the seconds are those that it took. What
        is chosen later is outside the plan. Refused when there is nothing to commit to, or it is committed.
        """
        self.commit_week((), now, squares, seconds)

    def commit_week(
        self,
        titles: Sequence[str],
        now: Moment,
        squares: Mapping[str, tuple[int, ...]] = {},
        seconds: int | None = None,
    ) -> None:
        """The same, once actions with these titles are chosen, as one change: of what waits, or new ones.

        In a week that is committed they are outside its plan. Refused where that makes more than two open ones (F19).
        """
        wanted = [title for title in map(clean, titles) if title]
        with self.intent(changes.COMMITTED, now, {"week": str(now.week)}):
            with self.reading() as connection:
                history = read_history(connection, now.week + -1, now.week)
            before = self._chosen(now.week)
            chosen = {**before, **{self._choose(title, before, now): title for title in wanted}}
            if now.week not in history.plans:
                self._freeze(history, list(chosen)[:ACTIONS_A_WEEK], now, squares, seconds)
            elif len(chosen) == len(before):
                raise Refused(_("This week is committed. `r` changes its two actions."))
        if now.day.isoweekday() == self.ritual_day:
            self.keep_daily(now.day)

    def move_squares(self, week: Week, habit: Habit, squares: tuple[int, ...], now: Moment) -> None:
        """Put a habit's squares of a committed week on other weekdays; which lines count stays as it was committed.

        Refused where its days are fixed, or these aren't as many squares as the plan has.
        """
        line = (str(week), habit.id)
        with self.intent(changes.PLAN_MOVED, now, {"week": str(week)}):
            if not may_move(habit.goal_in(week)):
                raise Refused(_("{name} has fixed days. `e` on the Week changes them.").format(name=habit.name))
            row = self.connection.execute(
                "SELECT squares FROM plan_line WHERE week = ? AND item_id = ?", line
            ).fetchone()
            if row is None or len(row["squares"]) != len(squares) or not are_weekdays(squares):
                raise Refused(_("The plan was changed in the meantime. Nothing was moved."))
            self.connection.execute(
                "UPDATE plan_line SET squares = ? WHERE week = ? AND item_id = ?",
                (digits_of_squares(tuple(sorted(squares))), *line),
            )

    def toggle_action(self, action: Action, now: Moment) -> None:
        """Tick one of the two, or untick it. Refused where two others of its week are open by now (F19)."""
        done = action.done_on is None
        name = changes.ACTION_DONE if done else changes.ACTION_UNDONE
        with self.intent(name, now, {"title": action.title}):
            if not done and action.week is not None and is_full(self, action.week):
                raise Refused(_("Two others are open by now. `r` gives one back."))
            self.connection.execute(
                "UPDATE action SET done_on = ? WHERE id = ?",
                (now.day.isoformat() if done else None, action.id),
            )

    def capture(self, text: str, now: Moment) -> int:
        """Park ideas, one a line, and return how many (H08). NotUnderstood when there is none."""
        titles = filled_lines(text)
        if not titles:
            raise NotUnderstood(_("An idea needs a few words."))
        with self.intent(IDEAS, now, {"count": len(titles), "title": titles[0]}):
            for title in titles:
                insert_action(self, title, IDEA, None, now)
        return len(titles)

    def mark_week(self, week: Week, kind: str | None, now: Moment) -> None:
        """Make a week a storm week or a week off, or (with None) an ordinary one again."""
        with self.intent(_MARKED[kind], now, {"week": str(week)}):
            if kind is None:
                self.connection.execute("DELETE FROM week_mark WHERE week = ?", (str(week),))
            else:
                self.connection.execute(
                    "INSERT INTO week_mark (week, kind) VALUES (?, ?)"
                    " ON CONFLICT (week) DO UPDATE SET kind = excluded.kind",
                    (str(week), kind),
                )

    def toggle_day_off(self, day: date, now: Moment) -> bool:
        """Take a day off beforehand, or take that back; True when it is off now. Refused for a past day."""
        with self.writing(now) as connection:
            was_off = connection.execute("SELECT 1 FROM day_off WHERE day = ?", (day.isoformat(),)).fetchone()
            if day < now.day and not was_off:
                raise Refused(_("A day off is taken beforehand. `s` excuses a day afterwards."))
            with batch(connection, changes.DAY_ON if was_off else changes.DAY_OFF, now, {"day": day.isoformat()}):
                if was_off:
                    connection.execute("DELETE FROM day_off WHERE day = ?", (day.isoformat(),))
                else:
                    connection.execute("INSERT INTO day_off (day) VALUES (?)", (day.isoformat(),))
        return not was_off

    def _freeze(
        self,
        history: History,
        action_ids: Sequence[str],
        now: Moment,
        squares: Mapping[str, tuple[int, ...]],
        seconds: int | None,
    ) -> None:
        """Write the plan of this week. Refused when it would have no line."""
        habits = habits_due(history, now.week)
        if not habits and not action_ids:
            raise Refused(_("Nothing to commit to yet. `a` adds a habit."))
        self.connection.execute(
            "INSERT INTO plan (week, committed_on, committed_at, held_from, ritual_day, seconds)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (str(now.week), now.day.isoformat(), now.stamp, self.held_from, self.ritual_day, seconds),
        )
        weekday = now.day.isoweekday()
        lines = [
            PlanLine(habit.id, HABIT, coming_squares(history, habit, now.week, weekday, squares.get(habit.id, ())))
            for habit in habits
        ]
        write_lines(self, now.week, [*lines, *(PlanLine(action_id, ACTION) for action_id in action_ids)])

    def _chosen(self, week: Week) -> dict[str, str]:
        """The titles of what is chosen for a week, by id: what is done first, as another may have been drawn since."""
        rows = self.connection.execute(
            "SELECT id, title FROM action WHERE state = 'chosen' AND week = ? ORDER BY done_on IS NULL, at, id",
            (str(week),),
        )
        return {row["id"]: row["title"] for row in rows}

    def _choose(self, title: str, chosen: Mapping[str, str], now: Moment) -> str:
        """Choose what has a title, unless it is among the chosen ones; its id."""
        for action_id, known in chosen.items():
            if fold(known) == fold(title):
                return action_id
        row = self.connection.execute(
            "SELECT id FROM action WHERE title = ? AND done_on IS NULL"
            " AND (state = 'idea' OR (state = 'chosen' AND week < ?)) ORDER BY state, at, id LIMIT 1",
            (title, str(now.week)),
        ).fetchone()
        action_id = str(row["id"]) if row else insert_action(self, title, IDEA, None, now)
        choose_action(self, action_id, now.week)
        return action_id


def write_lines(session: Session, week: Week, lines: Sequence[PlanLine]) -> None:
    """Write the lines of a committed plan, in their order."""
    session.connection.executemany(
        "INSERT INTO plan_line (week, item_id, kind, position, squares) VALUES (?, ?, ?, ?, ?)",
        [
            (str(week), line.item_id, line.kind, position, digits_of_squares(line.squares))
            for position, line in enumerate(lines, 1)
        ],
    )
