"""Bringing a backup of Loop Habit Tracker in: one change, so that one undo takes it all back."""

from __future__ import annotations

from lundi import changes
from lundi.time.days import Moment
from lundi.time.weeks import Week
from lundi.words.language import gettext as _
from lundi.words.language import ngettext
from lundi.words.text import fold
from storage.exchange.loop.backup import Backup, Entry, LoopHabit
from storage.exchange.loop.days import write_days
from storage.exchange.loop.goals import goal_of, inexact
from storage.exchange.loop.origins import match
from storage.exchange.report import Report, of_taken_name, without_place
from storage.file.session import new_id
from storage.habits.intents import write_goals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from storage.habits.intents import HabitIntents


class _TakenBack(Exception):
    """Ends the transaction without a trace: a dry run, or nothing to write."""


def import_backup(store: HabitIntents, backup: Backup, now: Moment, *, dry_run: bool = False) -> Report:
    """Add what a backup has and the file hasn't; what is here stays as it is.

    A dry run says the same and writes nothing; a backup without anything new writes nothing either.
    """
    importing = _Import(store, backup, now)
    is_written = False
    try:
        with store.intent(changes.IMPORTED, now, {"file": backup.file}):
            importing.run()
            if dry_run or not importing.has_changed:
                raise _TakenBack
            is_written = True
    except _TakenBack:
        pass
    return importing.report(is_written=is_written)


class _Import:
    """One pass over a backup, inside a transaction, and its tally."""

    def __init__(self, store: HabitIntents, backup: Backup, now: Moment) -> None:
        self.has_changed = False
        self._store = store
        self._backup = backup
        self._now = now
        self._refused = list(backup.refused)
        self._added = self._doubles = 0
        self._habits_added = self._habits_archived = self._habits_met = 0
        self._free_places = 0
        self._names: set[str] = set()  # of the habits that were here and are not archived
        self._of_taken_name: list[str] = []
        self._without_place: list[str] = []
        self._sentences: list[str] = []

    def run(self) -> None:
        """Write every habit and its days."""
        self._free_places = self._store.free_places()
        self._names = {fold(habit.name) for habit in self._store.habits() if not habit.is_archived}
        matches = match(self._store.connection, self._backup.habits)
        for number, habit in enumerate(self._backup.habits, 1):
            found = matches[habit.id]
            entries = self._past(habit)
            if found.habit_id is None:
                name = habit.name or _("Habit {number}").format(number=number)
                habit_id = self._add(habit, name, found.origin, entries)
            else:
                habit_id = found.habit_id
                self._meet(habit_id, found.origin)
            added, doubles = write_days(self._store.connection, habit_id, entries)
            self._added += added
            self._doubles += doubles
            self.has_changed = self.has_changed or added > 0

    def report(self, *, is_written: bool) -> Report:
        """The tally so far."""
        empty = self._backup.rows - self._added - self._doubles - len(self._refused)
        sentences = list(self._sentences)
        if self._of_taken_name:
            sentences.append(of_taken_name(self._of_taken_name))
        if self._without_place:
            sentences.append(without_place(self._without_place))
        if empty:
            sentences.append(
                ngettext(
                    "{count} line says that nothing was done that day; it leaves no trace here.",
                    "{count} lines say that nothing was done that day; they leave no trace here.",
                    empty,
                ).format(count=empty)
            )
        return Report(
            read=self._backup.rows,
            added=self._added,
            doubles=self._doubles,
            refused=tuple(sorted(self._refused)),
            habits_added=self._habits_added,
            habits_archived=self._habits_archived,
            habits_met=self._habits_met,
            is_written=is_written,
            sentences=tuple(sentences),
        )

    def _past(self, habit: LoopHabit) -> list[Entry]:
        """The days that have come; the others are refused."""
        self._refused += [entry.row for entry in habit.entries if entry.day > self._now.day]
        return [entry for entry in habit.entries if entry.day <= self._now.day]

    def _meet(self, habit_id: str, origin: str) -> None:
        """Keep the habit as it is here; one brought in by its name takes the uuid that it has got since."""
        self._habits_met += 1
        updated = self._store.connection.execute(
            "UPDATE habit SET origin = ? WHERE id = ? AND origin <> ?", (origin, habit_id, origin)
        )
        self.has_changed = self.has_changed or updated.rowcount > 0

    def _add(self, habit: LoopHabit, name: str, origin: str, entries: Sequence[Entry]) -> str:
        habit_id = new_id()
        today = self._now.day
        first, last = (entries[0].day, entries[-1].day) if entries else (today, today)
        archived_on = None
        if habit.is_archived or habit.is_at_most:
            archived_on = last
        elif fold(name) in self._names:
            archived_on = today
            self._of_taken_name.append(name)
        elif self._free_places:
            self._free_places -= 1
        else:
            archived_on = today
            self._without_place.append(name)
        self._store.connection.execute(
            "INSERT INTO habit (id, name, position, added_on, archived_on, origin)"
            " VALUES (?, ?, (SELECT coalesce(max(position), 0) + 1 FROM habit), ?, ?, ?)",
            (habit_id, name, first.isoformat(), archived_on.isoformat() if archived_on else None, origin),
        )
        goal = goal_of(habit, Week.of(first))
        write_goals(self._store.connection, habit_id, [goal])
        self._sentences += inexact(habit, goal, name)
        self._habits_added += 1
        self._habits_archived += archived_on is not None
        self.has_changed = True
        return habit_id
