"""Reading an export as one JSON document: everything in it is looked at before anything is taken."""

from __future__ import annotations

import json
import math
import os
from decimal import Decimal, DecimalException

from lundi.record import record
from lundi.settings import SETTINGS
from lundi.words.errors import NotUnderstood, Refused, Unreadable
from lundi.words.language import gettext as _
from lundi.words.text import clean
from storage.exchange.columns import REQUIRED
from storage.exchange.files import read_whole
from storage.exchange.json_values import LINE, Misfit, Within, short, whole
from storage.exchange.tables import FORMAT, TABLES, every_table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from storage.exchange.columns import Column, Content, Row, Table
    from storage.exchange.json_values import Cell

LARGEST = 64 * 1024 * 1024  # bytes; twenty habits ticked every day for twenty years take less than half of that
_FORMAT = "lundi"  # the key that says of which format a document is
_ANY_FORMAT = whole(1, 1_000_000)
_SETTING = short(LINE, 100)
_LONGEST_NUMBER = 25  # characters; more digits than arithmetic with decimals keeps
_LONGEST_KEY = 40  # characters of a key that are quoted


@record
class Document:
    """What an export holds, checked."""

    file: str  # its name, without the folder
    content: Content


def read_document(path: str) -> Document:
    """Read an export.

    NotUnderstood when there is no such file; Unavailable when the system doesn't let it be read; Unreadable when it
    is no export, comes from a newer lundi, or isn't as it has to be: the place is named; Refused when it is empty.
    """
    document = _parsed(read_whole(path, LARGEST), path)
    if not isinstance(document, dict) or _FORMAT not in document:
        raise _not_an_export(path)
    reader = _Reader()
    try:
        with Within(f".{_FORMAT}"):
            version = _ANY_FORMAT.read(document[_FORMAT])
        if isinstance(version, int) and version > FORMAT:
            raise _newer(version, path)
        reader.read(document)
    except Misfit as misfit:
        kept = _("Nothing was written. The document: {path}").format(path=clean(path))
        raise Unreadable(f"{misfit.sentence}\n{kept}") from misfit
    if not any(reader.content.values()):
        raise Refused(_("There is nothing in {path}; nothing was written.").format(path=clean(path)))
    return Document(clean(os.path.basename(path)), reader.content)


class _Reader:
    """One pass over a document. An entry points to what was read before it, or stands in the same list."""

    def __init__(self) -> None:
        self.content: Content = {table.name: [] for table in every_table()}
        self._keys: dict[str, set[tuple[Cell, ...]]] = {table.name: set() for table in every_table()}

    def read(self, document: object) -> None:
        """Read every section; one that is left out is empty."""
        sections = _fields(document, {_FORMAT, *(table.section for table in TABLES)})
        for table in TABLES:
            if table.section in sections:
                with Within(f".{table.section}"):
                    if table.is_object:
                        self._read_settings(table, sections[table.section])
                    else:
                        self._read_entries(table, sections[table.section])

    def _read_settings(self, table: Table, value: object) -> None:
        for key, text in _fields(value, SETTINGS).items():
            with Within(f".{key}"):
                try:
                    self.content[table.name].append({"key": key, "value": SETTINGS[key].read(str(_SETTING.read(text)))})
                except NotUnderstood as error:
                    raise Misfit(_("{place}: {reason}"), reason=error.sentence) from error

    def _read_entries(self, table: Table, value: object, *inside: Cell) -> None:
        """Read a list of entries, which stand inside the entry with a key."""
        if not isinstance(value, list):
            raise Misfit(_("{place}: a list is expected."))
        if len(value) < table.least:
            raise Misfit(_("{place}: at least one entry is expected."))
        columns = table.columns[len(inside) :]
        known = {column.name for column in columns}.union(part.section for part in table.parts)
        for number, entry in enumerate(value):
            with Within(f"[{number}]"):
                fields = _fields(entry, known)
                row: Row = dict(zip(table.names, inside, strict=False))
                for column in columns:
                    row[column.name] = _cell(column, fields)
                self._take(table, row)
                for part in table.parts:
                    with Within(f".{part.section}"):
                        self._read_entries(part, fields.get(part.section, []), *table.key_of(row))
        if any(column.points_to == table.name for column in table.columns):
            for number, row in enumerate(self.content[table.name]):
                with Within(f"[{number}]"):
                    self._find_targets(table, row, in_its_list=True)

    def _take(self, table: Table, row: Row) -> None:
        if table.check:
            table.check(row)
        self._find_targets(table, row, in_its_list=False)
        key = table.key_of(row)
        if key in self._keys[table.name]:
            raise Misfit(_("{place}: this entry is there twice."))
        self._keys[table.name].add(key)
        self.content[table.name].append(row)

    def _find_targets(self, table: Table, row: Row, *, in_its_list: bool) -> None:
        """Misfit where a row points to something that isn't there: in its own list, or in one that was read before."""
        for column in table.columns:
            target = column.target_in(row)
            if target and (target == table.name) == in_its_list and (row[column.name],) not in self._keys[target]:
                raise Misfit(_("{place}: nothing in this document has that id.")).within(f".{column.name}")


class _Repeating(dict[str, object]):
    """An object in which a key is there twice."""

    key = ""


def _fields(value: object, known: Collection[str]) -> dict[str, object]:
    if not isinstance(value, dict):
        raise Misfit(_("{place}: an object is expected."))
    if isinstance(value, _Repeating):
        raise Misfit(_("{place}: this key is there twice.")).within(f".{_quoted(value.key)}")
    for key in value:
        if key not in known:
            raise Misfit(_("{place}: lundi does not know this key.")).within(f".{_quoted(key)}")
    return value


def _cell(column: Column, fields: dict[str, object]) -> Cell:
    with Within(f".{column.name}"):
        if column.name in fields:
            return column.kind.read(fields[column.name])
        if column.default is REQUIRED:
            raise Misfit(_("{place} is missing."))
    default: Cell = column.default  # type: ignore[assignment]
    return default


def _quoted(key: str) -> str:
    return clean(key)[:_LONGEST_KEY]


def _parsed(text: bytes, path: str) -> object:
    try:
        return json.loads(
            text.decode("utf-8-sig"),
            object_pairs_hook=_object,
            parse_int=_number,
            parse_float=_number,
            parse_constant=float,
        )
    except json.JSONDecodeError as error:
        if not error.doc[: error.pos].strip():
            raise _not_an_export(path) from error
        raise Unreadable(
            _("From line {line}, column {column} on this is no JSON: {path}. Nothing was written.").format(
                line=error.lineno, column=error.colno, path=clean(path)
            )
        ) from error
    except (UnicodeDecodeError, RecursionError) as error:  # the second: nested a thousand deep
        raise _not_an_export(path) from error


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    repeating, keys = _Repeating(found), [key for key, _value in pairs]
    repeating.key = max(keys, key=keys.count)
    return repeating


def _number(text: str) -> int | Decimal | float:
    """A number as exact as it is written; one that is out of all reach is infinite, which is never expected."""
    try:
        if len(text) <= _LONGEST_NUMBER:
            return int(text) if text.removeprefix("-").isdigit() else Decimal(text)
    except DecimalException:
        pass
    return math.inf


def _not_an_export(path: str) -> Unreadable:
    return Unreadable(
        _("This is no export of lundi: {path}. Nothing was written; `lundi export json` makes one.").format(
            path=clean(path)
        )
    )


def _newer(version: Cell, path: str) -> Unreadable:
    return Unreadable(
        _("This export comes from a newer lundi (format {version}). Update lundi. Nothing was written: {path}").format(
            version=version, path=clean(path)
        )
    )
