"""Examining a file: what SQLite says of its pages, and what lundi needs of its rows. Nothing is changed."""

from __future__ import annotations

import os
import sqlite3
import stat
from datetime import date

from lundi.record import record
from lundi.settings import SETTINGS
from lundi.strategy.page import CHANNEL, FIRST_YEAR, HORIZON, LINE
from lundi.time.weeks import Week
from lundi.words.errors import NotUnderstood
from lundi.words.language import gettext as _
from lundi.words.language import ngettext
from lundi.words.text import clean
from storage.campaign.focus import CAMPAIGN
from storage.file import failures
from storage.file.address import MEMORY
from storage.file.session import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


@record
class Examination:
    """What an examination has found."""

    habits: int
    ticks: int
    plans: int
    changes: int
    findings: tuple[str, ...]  # sentences; none in a sound file
    remarks: tuple[str, ...]  # what is worth saying of a sound file too

    @property
    def is_sound(self) -> bool:
        return not self.findings


def examine(session: Session) -> Examination:
    """Look at everything in a file. Unreadable when SQLite finds its pages damaged."""
    with session.reading() as connection:
        if [tuple(row) for row in connection.execute("PRAGMA integrity_check(1)")] != [("ok",)]:
            raise failures.damaged(session.path)
        return Examination(
            habits=_count(connection, "habit"),
            ticks=_count(connection, "tick"),
            plans=_count(connection, "plan"),
            changes=_count(connection, "batch"),
            findings=tuple(finding for look in _LOOKS for finding in look(connection)),
            remarks=tuple(_rights(session.path)),
        )


def unreadable_cells(session: Session) -> list[str]:
    """Sentences about the cells of a file that hold what they can't: days that are none, settings, numbers."""
    with session.reading() as connection:
        looks = (_unreadable_values, _unreadable_settings, _unreadable_years)
        return [finding for look in looks for finding in look(connection)]


def _count(connection: sqlite3.Connection, table: str) -> int:
    (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(count)


def _pointing_nowhere(connection: sqlite3.Connection) -> Iterator[str]:
    counts: dict[str, int] = {}
    for row in connection.execute("PRAGMA foreign_key_check"):
        counts[row["table"]] = counts.get(row["table"], 0) + 1
    for table, count in counts.items():
        if table == "change":
            yield ngettext(
                "The journal holds {count} change that belongs to none of its entries.",
                "The journal holds {count} changes that belong to none of its entries.",
                count,
            ).format(count=count)
        else:
            yield ngettext(
                "{table}: {count} row points to one that is missing.",
                "{table}: {count} rows point to ones that are missing.",
                count,
            ).format(table=table, count=count)


def _unreadable_values(connection: sqlite3.Connection) -> Iterator[str]:
    for table, columns in _READ_AS.items():
        for column, read in columns.items():
            # As bytes: text that is no UTF-8 would stop the examination.
            rows = connection.execute(
                f"SELECT CAST({column} AS BLOB), count(*) FROM {table} WHERE {column} IS NOT NULL GROUP BY 1"
            )
            for value, count in rows:
                if not _is_readable(value, read):
                    yield _unreadable(table, column, value, count)


def _unreadable_settings(connection: sqlite3.Connection) -> Iterator[str]:
    for key, value in connection.execute("SELECT key, CAST(value AS BLOB) FROM setting"):
        if key in SETTINGS and not _is_readable(value, SETTINGS[key].read):
            yield _unreadable("setting", key, value, 1)


def _habits_without_goals(connection: sqlite3.Connection) -> Iterator[str]:
    for (name,) in connection.execute(
        "SELECT CAST(name AS BLOB) FROM habit WHERE id NOT IN (SELECT habit_id FROM habit_goal) ORDER BY position"
    ):
        yield _("The habit '{name}' has no rhythm.").format(name=_shown(name))


def _lines_without_items(connection: sqlite3.Connection) -> Iterator[str]:
    for week, count in connection.execute(
        "SELECT CAST(week AS BLOB), count(*) FROM plan_line"
        " WHERE NOT (kind = 'habit' AND item_id IN (SELECT id FROM habit))"
        " AND NOT (kind = 'action' AND item_id IN (SELECT id FROM action)) GROUP BY 1"
    ):
        yield ngettext(
            "The plan of {week} holds {count} line without its habit or action.",
            "The plan of {week} holds {count} lines without their habits or actions.",
            count,
        ).format(week=_shown(week), count=count)


def _unreadable_years(connection: sqlite3.Connection) -> Iterator[str]:
    for value, count in connection.execute(
        "SELECT CAST(text AS BLOB), count(*) FROM course WHERE kind IN (?, ?) GROUP BY 1", (FIRST_YEAR, HORIZON)
    ):
        if not _is_readable(value, lambda text: str(int(text))):
            yield _unreadable("course", "text", value, count)


def _course_without_choices(connection: sqlite3.Connection) -> Iterator[str]:
    (count,) = connection.execute(
        "SELECT count(*) FROM course WHERE kind IN (?, ?) AND text <> ''"
        " AND NOT EXISTS (SELECT 1 FROM choice WHERE choice.id = text AND choice.kind = course.kind)",
        (LINE, CHANNEL),
    ).fetchone()
    if count:
        yield ngettext(
            "The strategy's page names {count} line or channel that is missing.",
            "The strategy's page names {count} lines or channels that are missing.",
            count,
        ).format(count=count)


def _campaigns_without_end(connection: sqlite3.Connection) -> Iterator[str]:
    for (name,) in connection.execute(
        "SELECT CAST(name AS BLOB) FROM campaign"
        " WHERE started_on IS NOT NULL AND (starts_on IS NULL OR ends_on IS NULL) ORDER BY added_on, id"
    ):
        yield _("The campaign '{name}' was started without a start or an end.").format(name=_shown(name))


def _focus_on_nothing(connection: sqlite3.Connection) -> Iterator[str]:
    for name, started_on, closed_on, archived_on in connection.execute(
        "SELECT CAST(name AS BLOB), started_on, closed_on, archived_on"
        " FROM focus LEFT JOIN campaign ON campaign.id = target_id WHERE focus.kind = ?",
        (CAMPAIGN,),
    ):
        if name is None:
            yield _("The campaign that is said to be under way is missing.")
        elif started_on is None or closed_on is not None or archived_on is not None:
            yield _("The campaign '{name}' is said to be under way, and isn't.").format(name=_shown(name))


def _campaigns_out_of_focus(connection: sqlite3.Connection) -> Iterator[str]:
    for (name,) in connection.execute(
        "SELECT CAST(name AS BLOB) FROM campaign WHERE started_on IS NOT NULL AND closed_on IS NULL"
        " AND archived_on IS NULL AND id NOT IN (SELECT target_id FROM focus WHERE kind = ?) ORDER BY added_on, id",
        (CAMPAIGN,),
    ):
        yield _("The campaign '{name}' was started, and isn't the one under way.").format(name=_shown(name))


def _open_batches(connection: sqlite3.Connection) -> Iterator[str]:
    if connection.execute("SELECT 1 FROM open_batch").fetchone():
        yield _("The journal was left open: a change was written without its end.")


def _rights(path: str) -> Iterator[str]:
    if os.name != "posix" or path == MEMORY:
        return
    mode = stat.S_IMODE(os.stat(path).st_mode)
    if mode & _OTHERS:
        yield _("Others on this computer may open it: its mode is {mode}; 0600 is enough.").format(mode=f"{mode:04o}")


def _shown(value: bytes) -> str:
    """Bytes as text that a terminal can be given."""
    return clean(value.decode(errors="replace"))


def _is_readable(value: bytes, read: Callable[[str], str]) -> bool:
    """Whether a text is written the one way that it is compared in."""
    try:
        text = value.decode()
        return read(text) == text
    except (ValueError, NotUnderstood):  # no UTF-8 is a ValueError too
        return False


def _unreadable(table: str, column: str, value: bytes, count: int) -> str:
    return ngettext(
        "{table}.{column}: '{text}' can't be read, in {count} row.",
        "{table}.{column}: '{text}' can't be read, in {count} rows.",
        count,
    ).format(table=table, column=column, text=_shown(value), count=count)


def _day(text: str) -> str:
    return date.fromisoformat(text).isoformat()


def _week(text: str) -> str:
    return str(Week.parse(text))


def _weekdays(text: str) -> str:
    return "".join(sorted(digit for digit in text if digit in "1234567"))


_READ_AS: dict[str, dict[str, Callable[[str], str]]] = {
    "habit": {"added_on": _day, "archived_on": _day, "settled_on": _day, "review_on": _day, "going_on": _day},
    "habit_pause": {"from_day": _day, "to_day": _day},
    "habit_goal": {"from_week": _week, "due_from": _week, "days": _weekdays},
    "tick": {"day": _day, "entered_on": _day},
    "note": {"day": _day},
    "day_off": {"day": _day},
    "excuse": {"day": _day},
    "week_mark": {"week": _week},
    "plan": {"week": _week, "committed_on": _day},
    "plan_line": {"week": _week, "squares": _weekdays},
    "action": {"added_on": _day, "week": _week, "done_on": _day},
    "batch": {"day": _day},
    "review": {"week": _week},
    "miss": {"week": _week},
    "thought": {"week": _week},
    "quarter_check": {"week": _week},
    "course": {"from_day": _day, "made_on": _day, "confirmed_on": _day},
    "choice": {"added_on": _day, "look_again_on": _day, "archived_on": _day},
    "quality_item": {"archived_on": _day},
    "campaign": dict.fromkeys(
        ("added_on", "starts_on", "ends_on", "started_on", "first_end", "closed_on", "archived_on"), _day
    ),
    "measure": {"archived_on": _day},
    "measure_value": {"day": _day},
    "programme": {"from_day": _day, "check_on": _day, "archived_on": _day},
    "irritant": {"day": _day, "mended_on": _day},
    "one_off_try": {"day": _day, "archived_on": _day},
}
_LOOKS = (
    _pointing_nowhere,
    _unreadable_values,
    _unreadable_settings,
    _habits_without_goals,
    _lines_without_items,
    _unreadable_years,
    _course_without_choices,
    _campaigns_without_end,
    _focus_on_nothing,
    _campaigns_out_of_focus,
    _open_batches,
)
