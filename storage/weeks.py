"""The week as a whole: committing it, its two actions, days off, weeks off, storm weeks, ideas."""

from __future__ import annotations

from datetime import date

from lundi import changes
from lundi.days import Moment
from lundi.errors import NotUnderstood, Refused
from lundi.habits import Habit
from lundi.history import OFF, STORM, Action, History
from lundi.language import gettext as _
from lundi.plans import ACTION, HABIT, PlanLine, place_squares
from lundi.rules import ACTIONS_A_WEEK
from lundi.text import clean, clean_lines, fold
from lundi.weeks import Week
from storage.actions import CHOSEN, IDEA, insert_action
from storage.history import read_history
from storage.journal import batch
from storage.session import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_MARKED = {OFF: changes.WEEK_OFF, STORM: changes.WEEK_STORM, None: changes.WEEK_PLAIN}


class WeekIntents(Session):
    """Each method but the reads is one change, and refuses before it writes."""

    def commit_week(self, titles: Sequence[str], now: Moment, enough: Sequence[str] = ()) -> None:
        """Commit to this week: freeze its lines, and choose the actions with these titles (two at most).

        A title of an action left undone, or of an idea, takes that one. Once committed the lines stay; a title
        given in the place of an action renames it, one beyond them adds an action outside the plan. `enough` says of
        each title when it is enough (F11); without it, what was said stays.
        Refused when there is nothing to commit to.
        """
        wanted = [title for title in map(clean, titles) if title]
        if len(wanted) > ACTIONS_A_WEEK:
            raise Refused(_("Two means two. Finish one first."))
        said = {clean(title): clean(sentence) for title, sentence in zip(titles, enough, strict=False)}
        with self.intent(changes.COMMITTED, now, {"week": str(now.week)}):
            with self.reading() as connection:
                history = read_history(connection, now.week + -1, now.week)
            if now.week in history.plans:
                self._edit_actions(history, wanted, said, now)
                return
            habits = [habit for habit in history.habits if _has_a_line(history, habit, now)]
            if not habits and not wanted:
                raise Refused(_("Nothing to commit to yet. `a` adds a habit."))
            actions = [self._choose(title, now) for title in wanted]
            self._say_enough(said, now)
            self.connection.execute(
                "INSERT INTO plan (week, committed_on, committed_at, held_from, ritual_day) VALUES (?, ?, ?, ?, ?)",
                (str(now.week), now.day.isoformat(), now.stamp, self.held_from, self.ritual_day),
            )
            last = history.plans.get(now.week + -1)
            lines = [
                PlanLine(
                    habit.id,
                    HABIT,
                    place_squares(
                        habit.goal_in(now.week),
                        last.squares_of(habit.id) if last else (),
                        now.day.isoweekday(),
                    ),
                )
                for habit in habits
            ]
            write_lines(self, now.week, [*lines, *(PlanLine(action_id, ACTION) for action_id in actions)])
        if now.day.isoweekday() == self.ritual_day:
            self.keep_daily(now.day)

    def carried_actions(self, week: Week) -> list[Action]:
        """What was chosen for the week before and left undone, for the next commit to propose."""
        with self.reading() as connection:
            rows = connection.execute(
                "SELECT id, title, enough FROM action WHERE state = 'chosen' AND week = ? AND done_on IS NULL"
                " ORDER BY at, id",
                (str(week + -1),),
            ).fetchall()
        return [Action(row["id"], row["title"], enough=row["enough"]) for row in rows]

    def toggle_action(self, action: Action, now: Moment) -> None:
        """Tick one of the two, or untick it."""
        done = action.done_on is None
        name = changes.ACTION_DONE if done else changes.ACTION_UNDONE
        with self.intent(name, now, {"title": action.title}):
            self.connection.execute(
                "UPDATE action SET done_on = ? WHERE id = ?",
                (now.day.isoformat() if done else None, action.id),
            )

    def capture(self, text: str, now: Moment) -> int:
        """Park ideas, one a line, and return how many (H08). NotUnderstood when there is none."""
        titles = [line for line in clean_lines(text).split("\n") if line]
        if not titles:
            raise NotUnderstood(_("An idea needs a few words."))
        with self.intent(changes.IDEAS, now, {"count": len(titles), "title": titles[0]}):
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

    def _edit_actions(self, history: History, wanted: Sequence[str], said: Mapping[str, str], now: Moment) -> None:
        present = [action for action in history.actions.values() if action.week == now.week]
        titles = {fold(action.title) for action in present}
        added = [title for title in wanted if fold(title) not in titles]
        replaced = [action for action in present if fold(action.title) not in set(map(fold, wanted))]
        for title, action in zip(added, replaced, strict=False):
            self.connection.execute("UPDATE action SET title = ? WHERE id = ?", (title, action.id))
        beyond = added[len(replaced) :]
        if len(present) + len(beyond) > ACTIONS_A_WEEK:
            raise Refused(_("Two means two. Finish one first."))
        for title in beyond:
            self._choose(title, now)
        if not self._say_enough(said, now) and not added:
            raise Refused(_("This week is committed. `r` changes its two actions."))

    def _say_enough(self, said: Mapping[str, str], now: Moment) -> bool:
        """Say when actions of this week are enough, by their titles; whether that says anything new."""
        written = self.connection.executemany(
            "UPDATE action SET enough = ?1 WHERE title = ?2 AND week = ?3 AND enough <> ?1",
            [(sentence, title, str(now.week)) for title, sentence in said.items()],
        )
        return written.rowcount > 0

    def _choose(self, title: str, now: Moment) -> str:
        row = self.connection.execute(
            "SELECT id FROM action WHERE title = ? AND done_on IS NULL"
            " AND (state = 'idea' OR (state = 'chosen' AND week < ?)) ORDER BY state, at, id LIMIT 1",
            (title, str(now.week)),
        ).fetchone()
        if row is None:
            return insert_action(self, title, CHOSEN, now.week, now)
        self.connection.execute("UPDATE action SET state = 'chosen', week = ? WHERE id = ?", (str(now.week), row["id"]))
        return str(row["id"])


def write_lines(session: Session, week: Week, lines: Sequence[PlanLine]) -> None:
    """Write the lines of a committed plan, in their order."""
    session.connection.executemany(
        "INSERT INTO plan_line (week, item_id, kind, position, squares) VALUES (?, ?, ?, ?, ?)",
        [
            (str(week), line.item_id, line.kind, position, "".join(map(str, line.squares)))
            for position, line in enumerate(lines, 1)
        ],
    )


def _has_a_line(history: History, habit: Habit, now: Moment) -> bool:
    return habit.is_current and history.target(habit, now.week) is not None
