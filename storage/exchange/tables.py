"""What an export holds: every table that is the user's, with its columns. JSON and CSV both follow from it.

A step of the schema that adds a table or a column adds it here (a test compares the two), with a default, so that
documents of an earlier format can be read still; and it raises FORMAT, so that an earlier program refuses the new ones.
"""

from __future__ import annotations

import sqlite3

from lundi.amounts import ONE
from lundi.errors import Refused
from lundi.habits import EVERY, QUOTA, WEEKDAYS
from lundi.history import OFF, STORM
from lundi.jargon import AMONG_COLLEAGUES, HOLLOW, INCOMPREHENSIBLE, LONGEST_WORD
from lundi.language import LANGUAGES
from lundi.language import gettext as _
from lundi.plans import ACTION, HABIT
from lundi.record import record
from lundi.rhythms import MOST_A_WEEK, MOST_WEEKS
from lundi.rules import RITUAL_DAY
from lundi.text import clean
from lundi.weeks import DAYS
from storage.exchange import json_values as values
from storage.exchange.json_values import Kind, Misfit, choice, filled, optional, short, whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from storage.exchange.json_values import Cell

    Row = dict[str, Cell]
    Content = dict[str, list[Row]]  # the rows of every table, by its name

FORMAT = 2
REQUIRED = object()
_LONGEST_NAME = 1000
_MINUTES = whole(1, 24 * 60)
_POSITION = whole(0, 1_000_000)


@record
class Column:
    """One column: its name in the file, in a document, and at the head of a CSV."""

    name: str
    kind: Kind
    default: object = REQUIRED  # where it is this, a document leaves it out
    points_to: str = ""  # the table of which it holds an id...
    points_by: str = ""  # ...or the column that holds that table's name

    def target_in(self, row: Row) -> str:
        """The table that a row's cell points to; '' for none."""
        return str(row[self.points_by]) if self.points_by else self.points_to


@record
class Table:
    """One table. Its key is made of its first columns."""

    name: str
    section: str  # its name in a document
    columns: tuple[Column, ...]
    key: int = 1  # how many columns make it
    order: tuple[str, ...] = ()  # the columns to sort by; the key without any
    parts: tuple[Table, ...] = ()  # tables whose first column holds this one's key; they stand inside its entries
    least: int = 0  # of a part: how many of its entries there are at least
    check: Callable[[Row], None] | None = None  # Misfit where its cells don't fit each other
    is_object: bool = False  # two columns that a document holds as one object, key to value
    csv: str = ""  # the name of its CSV, where that isn't the section's

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    def key_of(self, row: Row) -> tuple[Cell, ...]:
        return tuple(row[column.name] for column in self.columns[: self.key])


def every_table(tables: tuple[Table, ...] | None = None) -> Iterator[Table]:
    """Every table, one that others point to before them."""
    for table in TABLES if tables is None else tables:
        yield table
        yield from every_table(table.parts)


def read_content(connection: sqlite3.Connection, path: str) -> Content:
    """Everything of the user's in a file. Refused when there is nothing."""
    content = {table.name: read_rows(connection, table) for table in every_table()}
    if not any(content.values()):
        raise nothing_to_export(path)
    return content


def nothing_to_export(path: str) -> Refused:
    return Refused(_("There is nothing to export yet: {path}").format(path=clean(path)))


def read_rows(connection: sqlite3.Connection, table: Table) -> list[Row]:
    """The rows of one table, in an order that depends on nothing but themselves."""
    order = table.order or table.names[: table.key]
    rows = connection.execute(f"SELECT {', '.join(table.names)} FROM {table.name} ORDER BY {', '.join(order)}")
    return [dict(zip(table.names, row, strict=True)) for row in rows]


def _check_goal(row: Row) -> None:
    kind, days = row["kind"], str(row["days"])
    if kind == WEEKDAYS and not days:
        raise Misfit(_("{place}: the weekdays of this goal are expected, as [1, 3, 5].")).within(".days")
    if kind == WEEKDAYS and row["target"] != len(set(days)):
        raise Misfit(_("{place}: as many as there are different days are expected.")).within(".target")
    for name, default, owner in (("days", "", WEEKDAYS), ("every", 1, EVERY), ("due_from", None, EVERY)):
        if kind != owner and row[name] != default:
            raise Misfit(_("{place}: only a goal of the kind '{kind}' has this."), kind=owner).within(f".{name}")


def _check_pause(row: Row) -> None:
    if str(row["to_day"]) < str(row["from_day"]):
        raise Misfit(_("{place}: a day that is not before from_day is expected.")).within(".to_day")


def _check_action(row: Row) -> None:
    if row["state"] == "chosen" and row["week"] is None:
        raise Misfit(_("{place}: a chosen action needs its week.")).within(".week")


_GOALS = Table(
    "habit_goal",
    "goals",
    (
        Column("habit_id", values.ID, points_to="habit"),
        Column("from_week", values.WEEK),
        Column("kind", choice(QUOTA, WEEKDAYS, EVERY)),
        Column("target", whole(1, MOST_A_WEEK)),
        Column("days", values.WEEKDAYS, ""),
        Column("every", whole(1, MOST_WEEKS), 1),
        Column("due_from", optional(values.WEEK), None),
    ),
    key=2,
    least=1,
    check=_check_goal,
)
_PAUSES = Table(
    "habit_pause",
    "pauses",
    (
        Column("habit_id", values.ID, points_to="habit"),
        Column("from_day", values.DAY),
        Column("to_day", values.DAY),
    ),
    key=2,
    check=_check_pause,
)
_LINES = Table(
    "plan_line",
    "lines",
    (
        Column("week", values.WEEK),
        Column("item_id", values.ID, points_by="kind"),
        Column("kind", choice(HABIT, ACTION)),
        Column("position", _POSITION),
        Column("squares", values.WEEKDAYS, ""),
    ),
    key=2,
    order=("week", "position", "item_id"),
    csv="plan_lines",
)

TABLES = (
    Table("setting", "settings", (Column("key", values.LINE), Column("value", values.LINE)), is_object=True),
    Table(
        "habit",
        "habits",
        (
            Column("id", values.ID),
            Column("name", short(filled(values.LINE), _LONGEST_NAME)),
            Column("position", _POSITION),
            Column("added_on", values.DAY),
            Column("settled_on", optional(values.DAY), None),
            Column("archived_on", optional(values.DAY), None),
            Column("review_on", optional(values.DAY), None),
            Column("minimum", values.LINE, ""),
            Column("after", values.LINE, ""),
            Column("place", values.LINE, ""),
            Column("usual_time", values.LINE, ""),
            Column("minutes", optional(_MINUTES), None),
            Column("origin", optional(filled(values.LINE)), None),
        ),
        order=("position", "added_on", "id"),
        parts=(_GOALS, _PAUSES),
    ),
    Table(
        "action",
        "actions",
        (
            Column("id", values.ID),
            Column("title", filled(values.LINE)),
            Column("state", choice("idea", "chosen", "dropped")),
            Column("added_on", values.DAY),
            Column("at", values.INSTANT),
            Column("week", optional(values.WEEK), None),
            Column("done_on", optional(values.DAY), None),
            Column("minutes", optional(_MINUTES), None),
        ),
        order=("at", "id"),
        check=_check_action,
    ),
    Table(
        "tick",
        "ticks",
        (
            Column("id", values.ID),
            Column("habit_id", values.ID, points_to="habit"),
            Column("day", values.DAY),
            Column("amount", values.AMOUNT, ONE),
            Column("smallest", values.FLAG, 0),
            Column("entered_on", values.DAY),
            Column("at", values.INSTANT),
        ),
        order=("day", "habit_id", "at", "id"),
    ),
    Table(
        "note",
        "notes",
        (
            Column("habit_id", values.ID, points_to="habit"),
            Column("day", values.DAY),
            Column("text", filled(values.LINES)),
        ),
        key=2,
        order=("day", "habit_id"),
    ),
    Table("day_off", "days_off", (Column("day", values.DAY), Column("reason", values.LINE, ""))),
    Table(
        "excuse",
        "excuses",
        (
            Column("habit_id", values.ID, points_to="habit"),
            Column("day", values.DAY),
            Column("reason", values.LINE, ""),
        ),
        key=2,
        order=("day", "habit_id"),
    ),
    Table(
        "week_mark",
        "weeks",
        (
            Column("week", values.WEEK),
            Column("kind", choice(OFF, STORM)),
            Column("reason", values.LINE, ""),
        ),
    ),
    Table(
        "plan",
        "plans",
        (
            Column("week", values.WEEK),
            Column("committed_on", values.DAY),
            Column("committed_at", values.INSTANT),
            Column("held_from", whole(1, 100)),
            Column("ritual_day", whole(1, DAYS), RITUAL_DAY),
        ),
        parts=(_LINES,),
    ),
    Table(
        "jargon_word",
        "jargon_words",
        (
            Column("language", choice(*LANGUAGES)),
            Column("term", short(filled(values.LINE), LONGEST_WORD)),
            Column("plain", values.LINE, ""),
            Column("severity", whole(AMONG_COLLEAGUES, INCOMPREHENSIBLE), HOLLOW),
            Column("silenced", values.FLAG, 0),
        ),
        key=2,
    ),
)
