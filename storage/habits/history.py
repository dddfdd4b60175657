"""Reading a stretch of weeks: ticks, plans, actions and exceptions, as the rules want them."""

from __future__ import annotations

import sqlite3
from datetime import date

from lundi.habits.history import Action, BeyondHistory, DayDone, History
from lundi.habits.plans import Plan, PlanLine
from lundi.time.weeks import Week
from storage.habits.intents import read_habits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import TypeVar

    T = TypeVar("T")

_FIRST_LOOK = 8  # weeks; enough for most questions about this week
_FURTHER = 4

_TICKED = (
    "SELECT habit_id, day, sum(amount), count(*), sum(smallest), sum(NOT smallest AND entered_on > day)"
    " FROM tick WHERE {} GROUP BY day, habit_id"
)


def read_history(connection: sqlite3.Connection, since: Week, until: Week) -> History:
    """Everything from a week's Monday to another's Sunday. Habits are read whole, whenever they lived."""
    return _history(
        connection,
        since,
        until,
        done=read_done(connection, since, until),
        plans=_plans(connection, (str(since), str(until))),
        actions=read_actions(connection, since, until),
    )


def read_carriers(connection: sqlite3.Connection, since: Week, until: Week) -> History:
    """The same without plans and actions, and with no other ticks than those that habits got in the weeks of campaigns
    that they carry: little of a file of many years."""
    rows = connection.execute(
        _TICKED.format(
            "rowid IN (SELECT tick.rowid FROM campaign_habit JOIN campaign ON campaign.id = campaign_id"
            " JOIN tick ON tick.habit_id = campaign_habit.habit_id"
            " AND day BETWEEN date(starts_on, 'weekday 0', '-6 days') AND date(ends_on, 'weekday 0'))"
        )
    )
    return _history(connection, since, until, done=_done(rows))


def _history(
    connection: sqlite3.Connection,
    since: Week,
    until: Week,
    done: Mapping[tuple[str, date], DayDone],
    plans: Mapping[Week, Plan] | None = None,
    actions: Mapping[str, Action] | None = None,
) -> History:
    days = (since.monday.isoformat(), until.sunday.isoformat())
    weeks = (str(since), str(until))
    return History(
        since,
        habits=read_habits(connection),
        done=done,
        plans=plans,
        actions=actions,
        days_off={
            date.fromisoformat(row["day"]): row["reason"]
            for row in connection.execute("SELECT day, reason FROM day_off WHERE day BETWEEN ? AND ?", days)
        },
        excuses={
            (row["habit_id"], date.fromisoformat(row["day"])): row["reason"]
            for row in connection.execute("SELECT habit_id, day, reason FROM excuse WHERE day BETWEEN ? AND ?", days)
        },
        week_marks={
            Week.parse(row["week"]): row["kind"]
            for row in connection.execute("SELECT week, kind FROM week_mark WHERE week BETWEEN ? AND ?", weeks)
        },
    )


def ask(
    connection: sqlite3.Connection, until: Week, question: Callable[[History], T], begun: History | None = None
) -> T:
    """Put a question to the history up to a week, with as many weeks before it as the answer takes: first to the one
    that was read already, where there is one."""
    weeks = _FIRST_LOOK
    history = begun or read_history(connection, until + -weeks, until)
    while True:
        try:
            return question(history)
        except BeyondHistory:
            weeks *= _FURTHER
            history = read_history(connection, until + -weeks, until)


def first_week(connection: sqlite3.Connection, today: Week) -> Week:
    """The first week of the file: of its first habit, tick or plan; this week in an empty one."""
    row = connection.execute(
        "SELECT min(day) AS day FROM (SELECT min(day) AS day FROM tick UNION ALL SELECT min(added_on) FROM habit)"
    ).fetchone()
    plan = connection.execute("SELECT min(week) AS week FROM plan").fetchone()
    weeks = [today]
    if row["day"]:
        weeks.append(Week.of(date.fromisoformat(row["day"])))
    if plan["week"]:
        weeks.append(Week.parse(plan["week"]))
    return min(weeks)


def read_notes(connection: sqlite3.Connection, since: date, until: date) -> dict[tuple[str, date], str]:
    """The notes of some days, by habit id and day."""
    rows = connection.execute(
        "SELECT habit_id, day, text FROM note WHERE day BETWEEN ? AND ?",
        (since.isoformat(), until.isoformat()),
    )
    return {(row["habit_id"], date.fromisoformat(row["day"])): row["text"] for row in rows}


def read_done(connection: sqlite3.Connection, since: Week, until: Week) -> dict[tuple[str, date], DayDone]:
    """What was ticked from a week's Monday to another's Sunday, by habit id and day."""
    days = (since.monday.isoformat(), until.sunday.isoformat())
    return _done(connection.execute(_TICKED.format("day BETWEEN ? AND ?"), days))


def _done(rows: Iterable[sqlite3.Row]) -> dict[tuple[str, date], DayDone]:
    return {(row[0], date.fromisoformat(row[1])): DayDone(row[2], row[3], row[4], row[5]) for row in rows}


def _plans(connection: sqlite3.Connection, weeks: tuple[str, str]) -> dict[Week, Plan]:
    lines: dict[str, list[PlanLine]] = {}
    for row in connection.execute(
        "SELECT week, item_id, kind, squares FROM plan_line WHERE week BETWEEN ? AND ? ORDER BY week, position",
        weeks,
    ):
        line = PlanLine(row["item_id"], row["kind"], tuple(map(int, row["squares"])))
        lines.setdefault(row["week"], []).append(line)
    rows = connection.execute(
        "SELECT week, committed_on, held_from, ritual_day FROM plan WHERE week BETWEEN ? AND ?", weeks
    )
    return {
        Week.parse(row["week"]): Plan(
            date.fromisoformat(row["committed_on"]),
            row["held_from"],
            tuple(lines.get(row["week"], ())),
            row["ritual_day"],
        )
        for row in rows
    }


def read_actions(connection: sqlite3.Connection, since: Week, until: Week | None = None) -> dict[str, Action]:
    """The actions that plans of some weeks (or of one) name, and those chosen for one of them since, by id."""
    rows = connection.execute(
        "SELECT id, title, week, done_on, minutes, enough FROM action WHERE week BETWEEN ?1 AND ?2"
        " OR id IN (SELECT item_id FROM plan_line WHERE kind = 'action' AND week BETWEEN ?1 AND ?2) ORDER BY at, id",
        (str(since), str(until or since)),
    )
    return {
        row["id"]: Action(
            row["id"],
            row["title"],
            date.fromisoformat(row["done_on"]) if row["done_on"] else None,
            Week.parse(row["week"]) if row["week"] else None,
            row["minutes"],
            row["enough"],
        )
        for row in rows
    }
