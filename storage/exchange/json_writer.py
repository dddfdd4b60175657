"""Writing everything of the user's as one JSON document. It has no date of its own, no journal, no id of the file."""

from __future__ import annotations

import json

from storage.exchange.tables import FORMAT, TABLES, read_content
from storage.file.session import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from storage.exchange.columns import Content, Row, Table
    from storage.exchange.json_values import Cell

    Entry = dict[str, object]

_INDENT = "  "
_LONGEST_LINE = 160  # characters of an entry that stands on one line
_encode = json.JSONEncoder(ensure_ascii=False).encode


def export_json(session: Session) -> str:
    """The document: the same text for as long as nothing of the user's changes.

    Refused when there is nothing to export.
    """
    with session.reading() as connection:
        return document_of(read_content(connection, session.path))


def document_of(content: Content) -> str:
    """The text of a document, indented, with each short entry on a line of its own."""
    document: Entry = {"lundi": FORMAT}
    for table in TABLES:
        rows = content[table.name]
        if table.is_object:
            document[table.section] = {str(key): value for key, value in map(dict.values, rows)}
        else:
            document[table.section] = _entries(table, rows, content)
    return _laid_out(document) + "\n"


def _entries(table: Table, rows: Iterable[Row], content: Content, hidden: int = 0) -> list[Entry]:
    """Rows as entries, with what stands inside them, and without so many first columns."""
    inside = [(part, _by_parent(part, content[part.name])) for part in table.parts]
    entries = []
    for row in rows:
        entry: Entry = {
            column.name: column.kind.write(row[column.name])
            for column in table.columns[hidden:]
            if row[column.name] != column.default
        }
        for part, by_parent in inside:
            part_rows = by_parent.get(row[table.names[0]], [])
            if part_rows or part.least:
                entry[part.section] = _entries(part, part_rows, content, hidden=1)
        entries.append(entry)
    return entries


def _by_parent(part: Table, rows: Iterable[Row]) -> dict[Cell, list[Row]]:
    found: dict[Cell, list[Row]] = {}
    for row in rows:
        found.setdefault(row[part.names[0]], []).append(row)
    return found


def _laid_out(value: object, indent: str = "") -> str:
    """JSON with a line for every member, but what is short and holds only plain values on one line."""
    if _is_plain(value):
        line = _encode(value)
        if len(line) <= _LONGEST_LINE or not isinstance(value, dict):
            return line
    inner = indent + _INDENT
    if isinstance(value, dict):
        members = [f"{_encode(key)}: {_laid_out(member, inner)}" for key, member in value.items()]
        opening, closing = "{}"
    else:
        assert isinstance(value, list)
        members = [_laid_out(member, inner) for member in value]
        opening, closing = "[]"
    lines = ",\n".join(inner + member for member in members)
    return f"{opening}\n{lines}\n{indent}{closing}"


def _is_plain(value: object) -> bool:
    """Whether there is no object inside, but for the value itself."""
    members = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return not any(isinstance(member, dict) or not _is_plain(member) for member in members)
