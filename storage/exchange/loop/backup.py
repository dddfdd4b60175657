"""What lundi takes from a backup of Loop Habit Tracker, as values."""

from __future__ import annotations

from datetime import date

from lundi.record import record


@record
class Entry:
    """What Loop says of one habit on one day."""

    row: int  # its id in the backup
    day: date
    amount: int  # thousandths; 0 where nothing was done
    is_skip: bool
    note: str


@record
class LoopHabit:
    """A habit as Loop knew it."""

    id: int
    name: str  # may be empty
    uuid: str  # empty before version 24
    is_archived: bool
    is_numeric: bool
    is_at_most: bool
    times: int  # so many times...
    days: int  # ...in so many days; both 0 where that can't be read
    target: int  # thousandths of the unit, for a numeric habit
    unit: str
    entries: tuple[Entry, ...]  # the oldest first, one a day


@record
class Backup:
    """Everything that lundi takes from one file."""

    file: str  # its name, without the folder
    habits: tuple[LoopHabit, ...]  # in Loop's order
    rows: int  # how many repetitions were read
    refused: tuple[int, ...]  # the ids of those that can't be read
