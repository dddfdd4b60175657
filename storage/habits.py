"""Habits: reading them with their goals, adding, changing, archiving. Nothing is ever deleted."""

from __future__ import annotations

import sqlite3
from datetime import date

from lundi import changes
from lundi.days import Moment
from lundi.errors import NotUnderstood, Refused
from lundi.habits import Goal, Habit
from lundi.language import gettext as _
from lundi.language import ngettext
from lundi.names import Named, find
from lundi.record import record
from lundi.text import clean, fold
from lundi.weeks import Week
from storage.session import Session, new_id

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST_NAME = 1000
_LONGEST_MINUTES = 24 * 60


@record
class Card:
    """What can be said of a habit besides its rhythm."""

    name: str
    minimum: str = ""
    after: str = ""
    place: str = ""
    minutes: int | None = None


class HabitIntents(Session):
    """Each method but the reads is one change, and refuses before it writes."""

    def habits(self) -> list[Habit]:
        """Every habit with its goals: active ones in their order, then archived ones."""
        with self.reading() as connection:
            return read_habits(connection)

    def find_habit(self, text: str) -> Habit:
        """The habit that a few letters mean. NotUnderstood when none or several do."""
        habits = {habit.id: habit for habit in self.habits()}
        named = [Named(habit.id, habit.name, not habit.is_archived) for habit in habits.values()]
        return habits[find(text, named).id]

    def add_habit(self, card: Card, goal: Goal, now: Moment) -> str:
        """Add a habit at the end and return its id. Refused when the places are taken, or its name is."""
        card = _checked(card)
        with self.intent(changes.HABIT_ADDED, now, {"name": card.name}):
            self._refuse_without_place()
            self._refuse_taken_name(card.name)
            habit_id = new_id()
            self.connection.execute(
                "INSERT INTO habit (id, name, position, added_on, minimum, after, place, minutes)"
                " VALUES (?, ?, (SELECT coalesce(max(position), 0) + 1 FROM habit), ?, ?, ?, ?, ?)",
                (
                    habit_id,
                    card.name,
                    now.day.isoformat(),
                    card.minimum,
                    card.after,
                    card.place,
                    card.minutes,
                ),
            )
            write_goals(self.connection, habit_id, [goal])
        return habit_id

    def edit_habit(self, habit: Habit, card: Card, goal: Goal | None, now: Moment) -> None:
        """Give a habit another card and, from a Monday on, another goal; the weeks before keep theirs (H43)."""
        card = _checked(card)
        with self.intent(changes.HABIT_EDITED, now, {"name": habit.name}):
            if fold(card.name) != fold(habit.name):
                self._refuse_taken_name(card.name)
            self.connection.execute(
                "UPDATE habit SET name = ?, minimum = ?, after = ?, place = ?, minutes = ? WHERE id = ?",
                (card.name, card.minimum, card.after, card.place, card.minutes, habit.id),
            )
            if goal is not None:
                write_goals(self.connection, habit.id, [goal])

    def archive_habit(self, habit: Habit, now: Moment) -> None:
        """Put a habit away with all its history. Refused when it is archived already."""
        if habit.is_archived:
            raise Refused(_("{name} is archived already.").format(name=habit.name))
        with self.intent(changes.HABIT_ARCHIVED, now, {"name": habit.name}):
            self.connection.execute("UPDATE habit SET archived_on = ? WHERE id = ?", (now.day.isoformat(), habit.id))

    def restore_habit(self, habit: Habit, now: Moment) -> None:
        """Take an archived habit up again. Refused when it is active, or when the places are taken."""
        if not habit.is_archived:
            raise Refused(_("{name} is not archived.").format(name=habit.name))
        with self.intent(changes.HABIT_RESTORED, now, {"name": habit.name}):
            self._refuse_without_place()
            self.connection.execute("UPDATE habit SET archived_on = NULL WHERE id = ?", (habit.id,))

    def move_habit(self, habit: Habit, place: int, now: Moment) -> None:
        """Move an active habit to a place, counted from 1. Refused for an archived one or a place that isn't there."""
        active = [other for other in self.habits() if not other.is_archived]
        if habit.is_archived:
            raise Refused(_("{name} is archived. `lundi habit restore` brings it back.").format(name=habit.name))
        if not 1 <= place <= len(active):
            raise Refused(_("There are places 1 to {last}.").format(last=len(active)))
        others = [other.id for other in active if other.id != habit.id]
        order = [*others[: place - 1], habit.id, *others[place - 1 :]]
        positions = sorted(other.position for other in active)
        if len(set(positions)) < len(positions):  # two machines may have given the same one
            positions = list(range(1, len(order) + 1))
        with self.intent(changes.HABIT_MOVED, now, {"name": habit.name}):
            self.connection.executemany(
                "UPDATE habit SET position = ? WHERE id = ? AND position <> ?",
                [(position, habit_id, position) for position, habit_id in zip(positions, order, strict=True)],
            )

    def free_places(self) -> int:
        """How many habits may still be taken up (H29)."""
        with self.reading() as connection:
            (active,) = connection.execute("SELECT count(*) FROM habit WHERE archived_on IS NULL").fetchone()
        return max(0, self.habits_at_most - int(active))

    def _refuse_without_place(self) -> None:
        if not self.free_places():
            most = self.habits_at_most
            raise Refused(
                ngettext(
                    "{count} habit at most. Archive one first.",
                    "{count} habits at most. Archive one first.",
                    most,
                ).format(count=most)
            )

    def _refuse_taken_name(self, name: str) -> None:
        for row in self.connection.execute("SELECT name FROM habit WHERE archived_on IS NULL"):
            if fold(row["name"]) == fold(name):
                raise Refused(_("There is a habit called '{name}' already.").format(name=row["name"]))


def read_habits(connection: sqlite3.Connection) -> list[Habit]:
    """Every habit with its goals: active ones in their order, then archived ones in theirs."""
    goals: dict[str, list[Goal]] = {}
    for row in connection.execute("SELECT * FROM habit_goal ORDER BY habit_id, from_week"):
        goals.setdefault(row["habit_id"], []).append(_goal(row))
    rows = connection.execute(
        "SELECT habit.*, (SELECT min(day) FROM tick WHERE habit_id = habit.id) AS first_tick_on FROM habit"
        " ORDER BY archived_on IS NOT NULL, position, added_on, id"
    )
    return [_habit(row, goals[row["id"]]) for row in rows if row["id"] in goals]


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


def _checked(card: Card) -> Card:
    name = clean(card.name)
    if not name:
        raise NotUnderstood(_("A habit needs a name, even a short one."))
    if len(name) > _LONGEST_NAME:
        raise NotUnderstood(_("That name is longer than {most} characters.").format(most=_LONGEST_NAME))
    if card.minutes is not None and not 1 <= card.minutes <= _LONGEST_MINUTES:
        raise NotUnderstood(_("Minutes are a whole number from 1 to {most}.").format(most=_LONGEST_MINUTES))
    return Card(name, clean(card.minimum), clean(card.after), clean(card.place), card.minutes)


def _goal(row: sqlite3.Row) -> Goal:
    return Goal(
        from_week=Week.parse(row["from_week"]),
        kind=row["kind"],
        target=row["target"],
        days=tuple(map(int, row["days"])),
        every=row["every"],
        due_from=Week.parse(row["due_from"]) if row["due_from"] else None,
    )


def _habit(row: sqlite3.Row, goals: list[Goal]) -> Habit:
    return Habit(
        id=row["id"],
        name=row["name"],
        position=row["position"],
        added_on=date.fromisoformat(row["added_on"]),
        goals=tuple(goals),
        archived_on=date.fromisoformat(row["archived_on"]) if row["archived_on"] else None,
        minimum=row["minimum"],
        after=row["after"],
        place=row["place"],
        minutes=row["minutes"],
        first_tick_on=date.fromisoformat(row["first_tick_on"]) if row["first_tick_on"] else None,
    )
