"""Whether a file with our mark has our tables, and nothing else: a trigger or a view acts behind everybody's back."""

from __future__ import annotations

import importlib
import sqlite3
import zlib

from lundi.words.errors import Unreadable
from lundi.words.language import gettext as _
from lundi.words.text import clean
from storage.file import failures

# Of each version of the schema, everything that it made; a test makes them and compares.
SHAPES = {
    0: 0x0D4CBB29,  # nothing
    1: 0x6B6ED24A,
    2: 0x2E3C5AE9,
    3: 0x76816586,
    4: 0x203A2E6D,
    5: 0x93A0FB51,
    6: 0xAAA5B794,
}
_MADE_BY_A_LIBRARY = "_sqlite_migrations"  # in its own words, which may change
_OBJECTS = "SELECT type, name, sql FROM sqlite_schema WHERE substr(name, 1, 7) <> 'sqlite_' ORDER BY type, name"
_NAMED_AT_MOST = 5


def shape_of(connection: sqlite3.Connection) -> int:
    """A number for all tables, indexes, views and triggers of a file, as they were made: another one where one of them
    is another."""
    rows = connection.execute(_OBJECTS).fetchall()
    made = [(kind, name, "" if name == _MADE_BY_A_LIBRARY else sql) for kind, name, sql in rows]
    return zlib.crc32(repr(made).encode("utf-8", "surrogatepass"))


def check_shape(connection: sqlite3.Connection, path: str, version: int) -> None:
    """Unreadable when a file of a schema version (0 for an empty one) lacks something of it, or holds anything else;
    Damaged when its schema can't be read."""
    if version not in SHAPES:  # a number that no lundi has written
        raise failures.damaged(path)
    try:
        shape = shape_of(connection)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_ERROR:  # the first look at the schema: it can't be read
            raise failures.damaged(path) from error
        raise
    if shape != SHAPES[version] and (version or shape not in SHAPES.values()):  # it may have lost its number
        raise _refused(connection, path, version)


def _refused(connection: sqlite3.Connection, path: str, version: int) -> Unreadable:
    # Making the tables of a version takes longer than a tick, and is for the sentence only.
    expected = importlib.import_module("storage.schema.migrations").made_by(version)
    present = {name: (kind, sql) for kind, name, sql in connection.execute(_OBJECTS)}
    foreign = sorted(set(present) - set(expected))
    other = sorted(name for name in expected if name != _MADE_BY_A_LIBRARY and present.get(name) != expected[name])
    if other:
        sentence = _("{path} has lundi's mark, but not its tables ({names}). Nothing was changed; put a copy back.")
    else:
        sentence = _("{path} holds something that is not lundi's ({names}). Nothing was changed; put a copy back.")
    names = ", ".join(clean(str(name)) for name in (other or foreign)[:_NAMED_AT_MOST])
    return Unreadable(sentence.format(path=clean(path), names=names))
