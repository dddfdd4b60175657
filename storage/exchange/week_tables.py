"""What an export holds of habits and weeks, of the inbox, and of words of one's own."""

from __future__ import annotations

from lundi.client.jargon import AMONG_COLLEAGUES, HOLLOW, INCOMPREHENSIBLE, LONGEST_WORD
from lundi.habits.habit import ACT, EVERY, LETTERS, QUOTA, WEEKDAYS
from lundi.habits.history import OFF, STORM
from lundi.habits.plans import ACTION, HABIT
from lundi.habits.rhythms import MOST_A_WEEK, MOST_WEEKS
from lundi.ideas.idea import FOR_WHOM
from lundi.numbers import RITUAL_DAY
from lundi.time.weeks import DAYS
from lundi.words.amounts import ONE
from lundi.words.language import LANGUAGES
from lundi.words.language import gettext as _
from storage.exchange import json_values as values
from storage.exchange.columns import LONGEST_NAME, MINUTES, POSITION, Column, Table
from storage.exchange.json_values import Misfit, choice, filled, optional, short, whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from storage.exchange.columns import Row

_SECONDS = whole(0, 7 * 24 * 60 * 60)  # a ritual lies in its week


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
        Column("item_id", values.ID, points_by="kind", tables={HABIT: "habit", ACTION: "action"}),
        Column("kind", choice(HABIT, ACTION)),
        Column("position", POSITION),
        Column("squares", values.WEEKDAYS, ""),
    ),
    key=2,
    order=("week", "position", "item_id"),
    csv="plan_lines",
)

WEEK_TABLES = (
    Table("setting", "settings", (Column("key", values.LINE), Column("value", values.LINE)), is_object=True),
    Table(
        "habit",
        "habits",
        (
            Column("id", values.ID),
            Column("name", short(filled(values.LINE), LONGEST_NAME)),
            Column("position", POSITION),
            Column("added_on", values.DAY),
            Column("going_on", optional(values.DAY), None),
            Column("settled_on", optional(values.DAY), None),
            Column("archived_on", optional(values.DAY), None),
            Column("review_on", optional(values.DAY), None),
            Column("minimum", values.LINE, ""),
            Column("after", values.LINE, ""),
            Column("place", values.LINE, ""),
            Column("usual_time", values.LINE, ""),
            Column("minutes", optional(MINUTES), None),
            Column("letter", choice(*LETTERS), ACT),
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
            Column("minutes", optional(MINUTES), None),
            Column("enough", values.LINE, ""),
            Column("for_whom", choice("", *FOR_WHOM), ""),
            Column("times_chosen", whole(0, 10_000), 0),
            Column("line_id", optional(values.ID), None, points_to="choice"),
            Column("parent_id", optional(values.ID), None, points_to="action"),
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
            Column("seconds", optional(_SECONDS), None),
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
