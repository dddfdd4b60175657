"""Bringing a file to the present schema."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from sqlite_utils import Database

from storage.file.address import MEMORY
from storage.file.copies import keep_aside
from storage.file.versions import APPLICATION_ID, SCHEMA_VERSION
from storage.schema import migrations


def migrate(connection: sqlite3.Connection, path: str) -> None:
    """Bring a file (an empty one too) to the present schema, in one transaction.

    A file of an earlier version is copied aside first; without room for that copy it stays as it is, and so does
    one that is damaged.
    """
    connection.execute("PRAGMA foreign_keys = OFF")  # can't be changed inside a transaction
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have done it while this one waited for the lock: then nothing is left to apply.
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if 0 < version < SCHEMA_VERSION and path != MEMORY:
            keep_aside(path, f"before-schema-{SCHEMA_VERSION}")
        pointing_nowhere = _pointing_nowhere(connection)
        migrations.apply(Database(connection))
        if (broken := _pointing_nowhere(connection) - pointing_nowhere) > 0:
            raise AssertionError(f"{broken} rows point nowhere since the migration")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk has rolled back already
            connection.execute("ROLLBACK")
        raise


def made_by(version: int) -> dict[str, tuple[str, str]]:
    """Everything that the steps up to a version make: kind and SQL, by name."""
    with closing(sqlite3.connect(MEMORY)) as connection:
        database = Database(connection)
        later = [step.name for step in migrations.pending(database)][version:]
        migrations.apply(database, stop_before=later[:1])
        rows = connection.execute("SELECT name, type, sql FROM sqlite_schema WHERE substr(name, 1, 7) <> 'sqlite_'")
        return {name: (kind, sql) for name, kind, sql in rows}


def _pointing_nowhere(connection: sqlite3.Connection) -> int:
    """How many rows point to one that is missing: what another program took away is no reason not to go on."""
    return len(connection.execute("PRAGMA foreign_key_check").fetchall())
