"""Bringing an export in: one change, so that one undo takes it all back. What is here already stays as it is."""

from __future__ import annotations

import sqlite3
from contextlib import nullcontext

from lundi import changes
from lundi import numbers as rules
from lundi.settings import HABITS_AT_MOST
from lundi.time.days import Moment
from lundi.words.language import ngettext
from storage.exchange.json_arrivals import Actions, Campaigns, Habits, PlanLines, merged_note
from storage.exchange.json_reader import Document
from storage.exchange.report import Report, of_taken_name, without_place
from storage.exchange.tables import every_table, read_rows
from storage.file.journal import batch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from storage.exchange.columns import Content, Row, Table
    from storage.file.session import Session


def import_document(session: Session, document: Document, now: Moment, *, dry_run: bool = False) -> Report:
    """Add what a document has and the file hasn't.

    A dry run says the same and writes nothing; a document without anything new writes nothing either.
    """
    with nullcontext() if dry_run else session.writing(now):
        with session.reading() as connection:
            here = {table.name: read_rows(connection, table) for table in every_table()}
            merge = _Merge(here, document.content, now.day.isoformat())
        is_written = merge.has_news and not dry_run
        if is_written:
            with batch(connection, changes.IMPORTED, now, {"file": document.file}):
                merge.write(connection)
    return merge.report(is_written=is_written)


class _Merge:
    """What a document brings to a file. Rows meet by their keys."""

    def __init__(self, here: Content, content: Content, today: str) -> None:
        self._content = content
        self._new: Content = {table.name: [] for table in every_table()}
        self._notes: list[Row] = []  # those that are here and get lines more
        self._doubles = self._differing = 0
        settings = {row["key"]: row["value"] for row in [*content["setting"], *here["setting"]]}
        self._habits = Habits(here["habit"], int(settings.get(HABITS_AT_MOST) or rules.HABITS_AT_MOST), today)
        self._actions = Actions(here["action"])
        self._campaigns = Campaigns(here, content)
        arrivals: dict[str, Callable[[Row], Row | None]] = {
            "habit": self._habits.arrive,
            "action": self._actions.arrive,
            "plan_line": PlanLines(here["plan"]).arrive,
            "campaign": self._campaigns.arrive,
            "focus": self._campaigns.arrive_focus,
        }
        for table in every_table():
            present = {table.key_of(row): row for row in here[table.name]}
            arrive = arrivals.get(table.name, _as_it_is)
            for row in content[table.name]:
                if met := present.get(table.key_of(row)):
                    self._meet(table, met, row)
                elif arrived := arrive(row):
                    self._new[table.name].append(arrived)
                else:
                    self._differing += 1

    @property
    def has_news(self) -> bool:
        return any(self._new.values()) or bool(self._notes)

    def write(self, connection: sqlite3.Connection) -> None:
        """Write what is new, what others point to first; a campaign may come before the one that it comes from."""
        connection.execute("PRAGMA defer_foreign_keys = ON")
        for table in every_table():
            columns, marks = ", ".join(table.names), ", ".join(f":{name}" for name in table.names)
            connection.executemany(f"INSERT INTO {table.name} ({columns}) VALUES ({marks})", self._new[table.name])
        connection.executemany("UPDATE note SET text = :text WHERE habit_id = :habit_id AND day = :day", self._notes)

    def report(self, *, is_written: bool) -> Report:
        """What it comes to."""
        habits = self._new["habit"]
        return Report(
            read=sum(map(len, self._content.values())),
            added=sum(map(len, self._new.values())) + len(self._notes),
            doubles=self._doubles,
            refused=(),
            habits_added=len(habits),
            habits_archived=sum(row["archived_on"] is not None for row in habits),
            habits_met=len(self._content["habit"]) - len(habits),
            is_written=is_written,
            sentences=tuple(self._sentences()),
        )

    def _meet(self, table: Table, here: Row, row: Row) -> None:
        """Keep what is here; only a note takes what it hasn't got."""
        if table.name == "note":
            text = merged_note(str(here["text"]), str(row["text"]))
            if text != here["text"]:
                self._notes.append({**here, "text": text})
                return
        elif _without_order(table, here) != _without_order(table, row):
            self._differing += 1
            return
        self._doubles += 1

    def _sentences(self) -> Iterator[str]:
        """A sentence for everything that is not as it was in the document."""
        if names := self._habits.of_taken_name:
            yield of_taken_name(names)
        if names := self._habits.without_place:
            yield without_place(names)
        if count := self._actions.as_ideas:
            yield ngettext(
                "{count} action arrives as an idea: its week has two here already.",
                "{count} actions arrive as ideas: their weeks have two here already.",
                count,
            ).format(count=count)
        if names := self._campaigns.as_drafts:
            yield ngettext(
                "{names}: it arrives as a draft, for one campaign at a time is under way.",
                "{names}: they arrive as drafts, for one campaign at a time is under way.",
                len(names),
            ).format(names=", ".join(names))
        if count := len(self._notes):
            yield ngettext(
                "{count} note says something else here; what was missing stands below it.",
                "{count} notes say something else here; what was missing stands below them.",
                count,
            ).format(count=count)
        if count := self._differing:
            yield ngettext(
                "{count} line differs and stays as it is here.",
                "{count} lines differ and stay as they are here.",
                count,
            ).format(count=count)


def _as_it_is(row: Row) -> Row:
    return row


def _without_order(table: Table, row: Row) -> Row:
    """A habit without its place in the list, which is a matter of each file."""
    return {**row, "position": 0} if table.name == "habit" else row
