"""Habits: reading them with their goals, adding, changing, archiving. Nothing is ever deleted."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta

from lundi.habits import changes
from lundi.habits.habit import Goal, Habit, Pause
from lundi.numbers import REVIEW_WEEKS
from lundi.time.days import Moment
from lundi.time.weeks import Week
from lundi.words.errors import NotUnderstood, Refused
from lundi.words.language import gettext as _
from lundi.words.language import ngettext
from lundi.words.names import Named, find
from lundi.words.text import fold
from storage.file.session import Session, is_gone, new_id
from storage.habits.cards import Card as Card
from storage.habits.cards import checked, merged
from storage.habits.rows import goal_of, habit_of
from storage.habits.ticks import archived

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class HabitIntents(Session):
    """Each method but the reads is one change, and refuses before it writes."""

    def habits(self) -> list[Habit]:
        """Every habit with its goals: current ones in their order, then settled ones, then archived ones."""
        with self.reading() as connection:
            return read_habits(connection)

    def find_habit(self, text: str) -> Habit:
        """The habit that a few letters mean. NotUnderstood when none or several do."""
        habits = {habit.id: habit for habit in self.habits()}
        named = [Named(habit.id, habit.name, not habit.is_archived) for habit in habits.values()]
        return habits[find(text, named).id]

    def add_habit(self, card: Card, goal: Goal, now: Moment) -> str:
        """Add a habit at the end and return its id. Refused when the places are taken, or its name is."""
        card = checked(card, now)
        with self.intent(changes.HABIT_ADDED, now, {"name": card.name}):
            self.refuse_without_place()
            self._refuse_taken_name(card.name)
            habit_id = new_id()
            self.connection.execute(
                "INSERT INTO habit (id, name, position, added_on) VALUES"
                " (?, ?, (SELECT coalesce(max(position), 0) + 1 FROM habit), ?)",
                (habit_id, card.name, now.day.isoformat()),
            )
            self._write_card(habit_id, card, card.review_on or now.day + timedelta(weeks=REVIEW_WEEKS))
            write_goals(self.connection, habit_id, [goal])
        return habit_id

    def edit_habit(self, habit: Habit, card: Card, goal: Goal | None, now: Moment) -> None:
        """Give a habit another card and, from a Monday on, another goal; the weeks before keep theirs (H43).

        `goal_week` says from which Monday that may be. What the card leaves as the habit has it is left as it is in
        the file, where another program may have changed it meanwhile.
        """
        card = checked(card, now)
        with self.intent(changes.HABIT_EDITED, now, {"name": habit.name}):
            present = self._present(habit)
            card = merged(card, Card.of(habit), Card.of(present))
            if fold(card.name) != fold(present.name):
                self._refuse_taken_name(card.name)
            self._write_card(habit.id, card, card.review_on or present.review_on)
            if goal is not None:
                write_goals(self.connection, habit.id, [goal])

    def goal_week(self, wanted: Week, now: Moment) -> Week:
        """The week from which a changed goal counts: the one that is wanted, or the next one where that is this week
        and is committed (what was committed to holds until Sunday). NotUnderstood for a past week."""
        if wanted < now.week:
            raise NotUnderstood(_("A past week keeps its rhythm. Choose this week or a later one."))
        with self.reading() as connection:
            committed = connection.execute("SELECT 1 FROM plan WHERE week = ?", (str(now.week),)).fetchone()
        return now.week + 1 if committed and wanted == now.week else wanted

    def archive_habit(self, habit: Habit, now: Moment) -> None:
        """Put a habit away with all its history. Refused when it is archived already."""
        with self.intent(changes.HABIT_ARCHIVED, now, {"name": habit.name}):
            if self._present(habit).is_archived:
                raise Refused(_("{name} is archived already.").format(name=habit.name))
            self.connection.execute("UPDATE habit SET archived_on = ? WHERE id = ?", (now.day.isoformat(), habit.id))

    def settle_habit(self, habit: Habit, now: Moment) -> None:
        """Let a habit go by itself: it may be ticked still, outside the plan and the five. Refused unless current."""
        with self.intent(changes.HABIT_SETTLED, now, {"name": habit.name}):
            self._refuse_put_away(self._present(habit))
            self.connection.execute("UPDATE habit SET settled_on = ? WHERE id = ?", (now.day.isoformat(), habit.id))

    def keep_habit(self, habit: Habit, now: Moment) -> None:
        """Keep a habit as it is for 13 weeks more, from today on (F21). Refused unless it is current."""
        with self.intent(changes.HABIT_KEPT, now, {"name": habit.name}):
            self._refuse_put_away(self._present(habit))
            review_on = now.day + timedelta(weeks=REVIEW_WEEKS)
            self.connection.execute("UPDATE habit SET review_on = ? WHERE id = ?", (review_on.isoformat(), habit.id))

    def go_on(self, habit: Habit, now: Moment) -> None:
        """Say that a habit is tried no more, and under way (H03). Refused unless it is current; one that is under way
        already keeps its day."""
        with self.intent(changes.HABIT_GOING, now, {"name": habit.name}):
            self._refuse_put_away(self._present(habit))
            self.connection.execute(
                "UPDATE habit SET going_on = ? WHERE id = ? AND going_on IS NULL", (now.day.isoformat(), habit.id)
            )

    def restore_habit(self, habit: Habit, now: Moment) -> None:
        """Take an archived or settled habit up again; the weeks between are a pause, and no misses.

        Refused when it is current, or when the places are taken, or its name.
        """
        with self.intent(changes.HABIT_RESTORED, now, {"name": habit.name}):
            present = self._present(habit)
            if (put_away_on := present.put_away_on) is None:
                raise Refused(_("{name} is neither archived nor settled.").format(name=habit.name))
            self.refuse_without_place()
            if present.is_archived:
                self._refuse_taken_name(present.name)
            self.connection.execute("UPDATE habit SET archived_on = NULL, settled_on = NULL WHERE id = ?", (habit.id,))
            if put_away_on < now.day:
                self.connection.execute(
                    "INSERT INTO habit_pause (habit_id, from_day, to_day) VALUES (?, ?, ?)"
                    " ON CONFLICT (habit_id, from_day) DO UPDATE SET to_day = excluded.to_day",
                    (habit.id, put_away_on.isoformat(), now.day.isoformat()),
                )

    def move_habit(self, habit: Habit, place: int, now: Moment) -> None:
        """Move a current habit to a place, counted from 1. Refused for another one, or a place that isn't there."""
        with self.intent(changes.HABIT_MOVED, now, {"name": habit.name}):
            present = self._present(habit)
            if present.is_archived:
                raise archived(present)
            if present.is_settled:
                raise Refused(_("{name} is settled, and stands after the others.").format(name=present.name))
            active = [other for other in self.habits() if other.is_current]
            if not 1 <= place <= len(active):
                raise Refused(_("There are places 1 to {last}.").format(last=len(active)))
            others = [other.id for other in active if other.id != habit.id]
            order = [*others[: place - 1], habit.id, *others[place - 1 :]]
            positions = sorted(other.position for other in active)
            if len(set(positions)) < len(positions):  # two machines may have given the same one
                positions = list(range(1, len(order) + 1))
            self.connection.executemany(
                "UPDATE habit SET position = ? WHERE id = ? AND position <> ?",
                [(position, habit_id, position) for position, habit_id in zip(positions, order, strict=True)],
            )

    def free_places(self) -> int:
        """How many habits may still be taken up (H29)."""
        with self.reading() as connection:
            (active,) = connection.execute(
                "SELECT count(*) FROM habit WHERE archived_on IS NULL AND settled_on IS NULL"
            ).fetchone()
        return max(0, self.habits_at_most - int(active))

    def _present(self, habit: Habit) -> Habit:
        """The habit as it is in the file now, which another program may have changed since it was read."""
        for present in self.habits():
            if present.id == habit.id:
                return present
        raise is_gone(habit.name)

    def refuse_without_place(self) -> None:
        """Refused when all the places are taken (H29)."""
        if not self.free_places():
            most = self.habits_at_most
            raise Refused(
                ngettext(
                    "{count} habit at most. Settle one, or archive one.",
                    "{count} habits at most. Settle one, or archive one.",
                    most,
                ).format(count=most)
            )

    def _refuse_put_away(self, present: Habit) -> None:
        if present.is_archived:
            raise archived(present)
        if present.is_settled:
            raise Refused(_("{name} is settled already.").format(name=present.name))

    def _write_card(self, habit_id: str, card: Card, review_on: date | None) -> None:
        self.connection.execute(
            "UPDATE habit SET name = ?, minimum = ?, after = ?, place = ?, minutes = ?, usual_time = ?, review_on = ?,"
            " letter = coalesce(nullif(?, ''), letter) WHERE id = ?",
            (
                card.name,
                card.minimum,
                card.after,
                card.place,
                card.minutes,
                card.usual_time,
                review_on.isoformat() if review_on else None,
                card.letter,
                habit_id,
            ),
        )

    def _refuse_taken_name(self, name: str) -> None:
        for row in self.connection.execute("SELECT name FROM habit WHERE archived_on IS NULL"):
            if fold(row["name"]) == fold(name):
                raise Refused(_("There is a habit called '{name}' already.").format(name=row["name"]))


def read_habits(connection: sqlite3.Connection) -> list[Habit]:
    """Every habit with its goals: current ones in their order, then settled ones, then archived ones."""
    goals: dict[str, list[Goal]] = {}
    for row in connection.execute("SELECT * FROM habit_goal ORDER BY habit_id, from_week"):
        goals.setdefault(row["habit_id"], []).append(goal_of(row))
    pauses: dict[str, list[Pause]] = {}
    for row in connection.execute("SELECT * FROM habit_pause ORDER BY habit_id, from_day"):
        pause = Pause(date.fromisoformat(row["from_day"]), date.fromisoformat(row["to_day"]))
        pauses.setdefault(row["habit_id"], []).append(pause)
    rows = connection.execute(
        "SELECT habit.*, (SELECT min(day) FROM tick WHERE habit_id = habit.id) AS first_tick_on FROM habit"
        " ORDER BY archived_on IS NOT NULL, settled_on IS NOT NULL, position, added_on, id"
    )
    return [habit_of(row, goals[row["id"]], pauses.get(row["id"], ())) for row in rows if row["id"] in goals]


def write_goals(connection: sqlite3.Connection, habit_id: str, goals: Iterable[Goal]) -> None:
    """Write goals of a habit; one that starts in the same week is replaced."""
    connection.executemany(
        "INSERT INTO habit_goal (habit_id, from_week, kind, target, days, every, due_from)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (habit_id, from_week) DO UPDATE SET kind = excluded.kind,"
        " target = excluded.target, days = excluded.days, every = excluded.every, due_from = excluded.due_from",
        [
            (
                habit_id,
                str(goal.from_week),
                goal.kind,
                goal.target,
                "".join(map(str, goal.days)),
                goal.every,
                str(goal.due_from) if goal.due_from else None,
            )
            for goal in goals
        ],
    )
