"""Opening the file: refuse what isn't ours, newer or damaged, before anything is written."""

from __future__ import annotations

import importlib
import os
import sqlite3

from storage.file import failures
from storage.file.address import MEMORY
from storage.file.new_files import FILE_MODE, FOLDER_MODE
from storage.file.shape import check_shape
from storage.file.versions import SCHEMA_VERSION, version_of

_BUSY_SECONDS = 5


def connect(path: str) -> sqlite3.Connection:
    """Open the file for reading and writing, creating or upgrading it first where that is needed.

    Unreadable when it isn't a lundi file, is newer or damaged; Unavailable when it can't be written.
    """
    if path != MEMORY:
        _make_room(path)
    return _checked(open_unchecked(path), path)


def connect_existing(path: str) -> sqlite3.Connection | None:
    """Open the file for a look at it; None where there is none yet. Nothing is created."""
    if os.path.isdir(path):
        raise failures.not_ours(path)
    try:
        if os.path.getsize(path) == 0:
            return None
    except FileNotFoundError:
        return None
    except OSError as error:
        raise failures.not_writable(path) from error
    return _checked(open_unchecked(path), path)


def open_unchecked(path: str) -> sqlite3.Connection:
    """Open a file as it is, whatever it is; to be checked and prepared before it is used."""
    with failures.told(path):
        # Transactions are written out (BEGIN IMMEDIATE), never opened behind our back.
        connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
    connection.row_factory = sqlite3.Row
    return connection


def _checked(connection: sqlite3.Connection, path: str) -> sqlite3.Connection:
    try:
        with failures.told(path):
            upgrade(connection, path)
            prepare(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def upgrade(connection: sqlite3.Connection, path: str) -> None:
    """Bring an open file of an earlier schema to the present one. Unreadable when it is not ours, newer, or hasn't the
    tables of its schema."""
    connection.execute("BEGIN")  # another program may be upgrading it: both looks see the same state
    try:
        version = version_of(connection, path)
        check_shape(connection, path, version)
    finally:
        if connection.in_transaction:  # an error may have ended it
            connection.execute("COMMIT")
    if version < SCHEMA_VERSION:
        # The one lazy door of storage: sqlite-utils costs more to import than a tick takes.
        importlib.import_module("storage.schema.migrations").migrate(connection, path)


def prepare(connection: sqlite3.Connection, path: str) -> None:
    """Have a file of ours written ahead, to the disk, and only as its tables allow. Damaged when it can't be read."""
    try:
        # After the schema's own commit: a write-ahead log before it would leave a file without tables after a crash.
        if connection.execute("PRAGMA journal_mode").fetchone()[0] == "delete":
            _write_ahead(connection)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_ERROR:  # the first look at the schema: it can't be read
            raise failures.damaged(path) from error
        raise


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Turn a file to write-ahead logging, where nobody is about to: SQLite doesn't wait for a lock on that."""
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        # Another program turns it now, and this connection follows by itself; or it reads, and the next start turns it.
        if failures.primary_code(error) != sqlite3.SQLITE_BUSY:
            raise


def _make_room(path: str) -> None:
    if os.path.isdir(path):
        raise failures.not_ours(path)
    try:
        os.makedirs(os.path.dirname(os.path.abspath(path)), mode=FOLDER_MODE, exist_ok=True)
        if not os.path.exists(path):  # closing a file that this process has open already would let SQLite's locks go
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, FILE_MODE))
    except OSError as error:
        raise failures.not_writable(path) from error
