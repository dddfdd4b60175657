"""What is asked in a line or two, and what is listed: notes, excuses, changes, finds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from lundi.habits.habit import Habit
from lundi.time.formats import day_short
from lundi.week.page import Cell
from lundi.words.language import gettext as _
from storage.file.undo import last_changes
from storage.search import Found, search
from storage.store import Store
from tui.kit.fields.field import LINE_BREAK, Field, Texts
from tui.kit.intents import Perform
from tui.kit.screens.dialog import Dialog
from tui.kit.screens.lists import Act, Entry, ListScreen

_CHANGES_LISTED = 20


def note(habit: Habit, cell: Cell, perform: Perform) -> Dialog:
    """The note of a day."""
    return Dialog(
        _("A note: {name}, {day}").format(name=habit.name, day=day_short(cell.day)),
        [Field("text", "", cell.note.replace("\n", LINE_BREAK))],
        lambda texts: perform(lambda store, now: store.set_note(habit, cell.day, _lines(texts), now)),
    )


def excuse(habit: Habit, day: date, perform: Perform) -> Dialog:
    """The reason why a day is excused."""
    return Dialog(
        _("Excused: {name}, {day}").format(name=habit.name, day=day_short(day)),
        [Field("text", _("reason"), example=_("ill, travelling, a client's emergency"))],
        lambda texts: perform(lambda store, now: store.excuse(habit, day, texts["text"], now)),
    )


def changes(store: Store, take_back: Callable[[int, int], str | None]) -> ListScreen:
    """The last changes; Enter takes back everything down to one. Take_back gets how many, and the number of the
    latest one that is listed."""
    listed = last_changes(store, _CHANGES_LISTED)
    entries = [Entry(str(count), change.sentence, day_short(change.made_on)) for count, change in enumerate(listed, 1)]
    return ListScreen(
        _("The last changes"),
        lambda: entries,
        [Act("enter", _("take back down to here"), lambda count: take_back(int(count), listed[0].number))],
        empty=_("Nothing was changed yet."),
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


def find(store: Store, go_to: Callable[[Found], None]) -> ListScreen:
    """What habits, notes, excuses, actions and ideas say; Enter goes to the day."""
    found: dict[str, Found] = {}

    def entries(text: str) -> list[Entry]:
        found.clear()
        found.update((str(number), item) for number, item in enumerate(search(store, text)))
        return [Entry(number, item.text.replace("\n", LINE_BREAK), _beside(item)) for number, item in found.items()]

    def choose(number: str) -> None:
        go_to(found[number])

    return ListScreen(
        _("Find"),
        lambda: (),
        [Act("enter", _("go there"), choose)],
        empty=_("Nothing for '{text}'."),
        search=entries,
    )


def elsewhere(path: str, waiting: int, submit: Callable[[Texts], str | None]) -> Dialog:
    """Where else to save, when the file takes nothing and the program is to be quit."""
    return Dialog(
        _("The file can't be written. Save everything in another place?"),
        [Field("path", _("where"), path, replaces=True)],
        submit,
        hint=_("Changes not saved yet: {count}. An empty line quits without them.").format(count=waiting),
    )


def _beside(found: Found) -> str:
    return f"{found.habit}, {day_short(found.day)}" if found.habit else day_short(found.day)


def _lines(texts: Texts) -> str:
    return texts["text"].replace(LINE_BREAK, "\n")
