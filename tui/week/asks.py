"""What the Week asks in a line, and what it lists: notes, excuses, habits that were put away."""

from __future__ import annotations

from datetime import date

from lundi.habits.habit import Habit
from lundi.time.formats import day_short
from lundi.week.page import Cell
from lundi.words.language import gettext as _
from tui.kit.fields.field import LINE_BREAK, Field, Texts
from tui.kit.intents import Perform
from tui.kit.place import Desk
from tui.kit.screens.dialog import Dialog, Kept
from tui.kit.screens.lists import Act, Entry, ListScreen


def note(desk: Desk, habit: Habit, cell: Cell) -> Dialog:
    """The note of a day."""
    return Dialog(
        _("A note: {name}, {day}").format(name=habit.name, day=day_short(cell.day)),
        [Field("text", "", cell.note.replace("\n", LINE_BREAK))],
        lambda texts: desk.perform(lambda store, now: store.set_note(habit, cell.day, _lines(texts), now)),
        kept=Kept(desk, f"note/{habit.id}/{cell.day}"),
    )


def excuse(desk: Desk, habit: Habit, day: date) -> Dialog:
    """The reason why a day is excused."""
    return Dialog(
        _("Excused: {name}, {day}").format(name=habit.name, day=day_short(day)),
        [Field("text", _("reason"), example=_("ill, travelling, a client's emergency"))],
        lambda texts: desk.perform(lambda store, now: store.excuse(habit, day, texts["text"], now)),
        kept=Kept(desk, f"excuse/{habit.id}/{day}"),
    )


def put_away(habits: list[Habit], perform: Perform) -> ListScreen:
    """Settled and archived habits; Enter takes one up again."""
    by_id = {habit.id: habit for habit in habits}
    entries = [
        Entry(
            habit.id,
            habit.name,
            _("archived {day}").format(day=day_short(habit.archived_on))
            if habit.archived_on
            else _("settled {day}").format(day=day_short(habit.settled_on or habit.added_on)),
        )
        for habit in habits
    ]

    def restore(habit_id: str) -> str | None:
        return perform(lambda store, now: store.restore_habit(by_id[habit_id], now))

    return ListScreen(
        _("Settled and archived habits"),
        lambda: entries,
        [Act("enter", _("take up again"), restore)],
        empty=_("None. `d` archives a habit, `S` settles one that goes by itself."),
    )


def _lines(texts: Texts) -> str:
    return texts["text"].replace(LINE_BREAK, "\n")
