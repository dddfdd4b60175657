"""Ticking, taking ticks back, notes, excuses: what happens on one day of one habit."""

from __future__ import annotations

from datetime import date

from lundi.habits import changes
from lundi.habits.habit import Habit
from lundi.time.days import Moment
from lundi.time.formats import day_short
from lundi.words.amounts import ONE
from lundi.words.errors import Refused
from lundi.words.language import gettext as _
from lundi.words.text import clean, clean_lines
from storage.file.journal import batch
from storage.file.session import Session, new_id


class TickIntents(Session):
    """Each method is one change, and refuses before it writes."""

    def tick(
        self,
        habit: Habit,
        day: date,
        now: Moment,
        *,
        count: int = 1,
        amount: int = ONE,
        smallest: bool = False,
        note: str = "",
    ) -> None:
        """Add so many ticks of an amount (thousandths) each; a note is put after what the day's note says already.

        Refused on a future day, or after the habit was archived.
        """
        if day > now.day:
            raise Refused(_("Tomorrow is not done yet."))
        if habit.archived_on is not None and day > habit.archived_on:
            raise archived(habit)
        with self.intent(changes.TICK, now, _about(habit, day, amount * count)):
            self.connection.executemany(
                "INSERT INTO tick (id, habit_id, day, amount, smallest, entered_on, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    (new_id(), habit.id, day.isoformat(), amount, smallest, now.day.isoformat(), now.stamp)
                    for _tick in range(count)
                ],
            )
            if text := clean_lines(note):
                before = self.note(habit, day)
                self._write_note(habit, day, f"{before}\n{text}" if before else text)

    def untick(self, habit: Habit, day: date, now: Moment, *, count: int = 1) -> None:
        """Take the last ticks of a day back; its note stays. Refused when there are fewer."""
        with self.writing(now) as connection:
            found = connection.execute(
                "SELECT id, amount FROM tick WHERE habit_id = ? AND day = ? ORDER BY at DESC, rowid DESC LIMIT ?",
                (habit.id, day.isoformat(), count),
            ).fetchall()
            if not found:
                raise Refused(_("No tick to take back: {name}, {day}.").format(name=habit.name, day=day_short(day)))
            if len(found) < count:
                raise Refused(
                    _("Only {count} to take back: {name}, {day}. Nothing was changed.").format(
                        count=len(found), name=habit.name, day=day_short(day)
                    )
                )
            amount = sum(row["amount"] for row in found)
            with batch(connection, changes.UNTICK, now, _about(habit, day, amount)):
                connection.executemany("DELETE FROM tick WHERE id = ?", [(row["id"],) for row in found])

    def set_note(self, habit: Habit, day: date, text: str, now: Moment) -> None:
        """Write a day's note; an empty one takes it away."""
        with self.intent(changes.NOTE, now, _about(habit, day)):
            self._write_note(habit, day, clean_lines(text))

    def note(self, habit: Habit, day: date) -> str:
        """The note of a day, '' without one."""
        with self.reading() as connection:
            row = connection.execute(
                "SELECT text FROM note WHERE habit_id = ? AND day = ?", (habit.id, day.isoformat())
            ).fetchone()
        return row["text"] if row else ""

    def excuse(self, habit: Habit, day: date, reason: str, now: Moment) -> None:
        """Excuse a day afterwards, with a reason. Refused before the day has come (that is a day off)."""
        if day > now.day:
            raise Refused(_("An excuse comes afterwards. `o` marks a day off beforehand."))
        with self.intent(changes.EXCUSED, now, _about(habit, day)):
            self.connection.execute(
                "INSERT INTO excuse (habit_id, day, reason) VALUES (?, ?, ?)"
                " ON CONFLICT (habit_id, day) DO UPDATE SET reason = excluded.reason",
                (habit.id, day.isoformat(), clean(reason)),
            )

    def unexcuse(self, habit: Habit, day: date, now: Moment) -> None:
        """Take an excuse back."""
        with self.intent(changes.UNEXCUSED, now, _about(habit, day)):
            self.connection.execute("DELETE FROM excuse WHERE habit_id = ? AND day = ?", (habit.id, day.isoformat()))

    def _write_note(self, habit: Habit, day: date, text: str) -> None:
        if text:
            self.connection.execute(
                "INSERT INTO note (habit_id, day, text) VALUES (?, ?, ?)"
                " ON CONFLICT (habit_id, day) DO UPDATE SET text = excluded.text",
                (habit.id, day.isoformat(), text),
            )
        else:
            self.connection.execute("DELETE FROM note WHERE habit_id = ? AND day = ?", (habit.id, day.isoformat()))


def archived(habit: Habit) -> Refused:
    """What is said when something is wanted of an archived habit."""
    return Refused(_("{name} is archived. `lundi habit restore` brings it back.").format(name=habit.name))


def _about(habit: Habit, day: date, amount: int = 0) -> dict[str, str | int]:
    return {"name": habit.name, "day": day.isoformat(), "amount": amount}
