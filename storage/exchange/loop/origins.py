"""Which habit of ours came from which of Loop's, so that a habit brought in is met again and not doubled."""

from __future__ import annotations

import re
import sqlite3

from lundi.record import record
from storage.exchange.loop.backup import LoopHabit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_PREFIX = "loop:"
_OF_UUID = re.compile(_PREFIX + "[0-9a-f]{32}")


@record
class Match:
    """A habit of Loop's, and the one of ours that it is."""

    habit_id: str | None  # None when it was never brought in
    origin: str


class _Ours:
    """The habits that came from Loop, each met once at most."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        rows = connection.execute(
            "SELECT id, name, origin FROM habit WHERE origin IS NOT NULL ORDER BY position, id"
        ).fetchall()
        self._left = {row["origin"]: row for row in rows if row["origin"].startswith(_PREFIX)}

    def take(self, origin: str) -> str | None:
        row = self._left.pop(origin, None)
        return str(row["id"]) if row else None

    def holds(self, origin: str) -> bool:
        return origin in self._left

    def origin_called(self, name: str) -> str | None:
        """A habit that was brought in from a later backup, which knew its uuid."""
        return next(
            (origin for origin, row in self._left.items() if row["name"] == name and _OF_UUID.fullmatch(origin)),
            None,
        )


def match(connection: sqlite3.Connection, habits: Sequence[LoopHabit]) -> dict[int, Match]:
    """Find every habit of a backup among ours, by Loop's id: by uuid first, then by name and occurrence.

    A backup without uuids, older than the one already brought in, meets its habits by their names.
    """
    ours = _Ours(connection)
    found: dict[int, Match] = {}
    by_age = sorted(habits, key=lambda habit: habit.id)  # somebody may have moved them since
    by_uuid = _by_uuid(by_age)
    for habit_id, origin in by_uuid.items():
        found[habit_id] = Match(ours.take(origin), origin)
    for habit, origin in _by_name(by_age):
        if habit.id not in found:
            ours_called = None if ours.holds(origin) else ours.origin_called(habit.name)
            found[habit.id] = Match(ours.take(ours_called or origin), ours_called or origin)
        elif found[habit.id].habit_id is None:
            found[habit.id] = Match(ours.take(origin), by_uuid[habit.id])
    return found


def _by_uuid(habits: Sequence[LoopHabit]) -> dict[int, str]:
    """Loop's ids and origins; a uuid that comes twice is the first one's."""
    first: dict[str, int] = {}
    for habit in habits:
        if habit.uuid:
            first.setdefault(_PREFIX + habit.uuid, habit.id)
    return {habit_id: origin for origin, habit_id in first.items()}


def _by_name(habits: Sequence[LoopHabit]) -> list[tuple[LoopHabit, str]]:
    """'loop:Sport' for the first one called so, 'loop:Sport#2' for the second."""
    origins: dict[str, LoopHabit] = {}
    for habit in habits:
        origin, occurrence = _PREFIX + habit.name, 1
        while origin in origins:
            occurrence += 1
            origin = f"{_PREFIX}{habit.name}#{occurrence}"
        origins[origin] = habit
    return [(habit, origin) for origin, habit in origins.items()]
