"""Which file is ours, and of which schema: two numbers in its header."""

from __future__ import annotations

import sqlite3

from storage.file import failures

APPLICATION_ID = 0x6C756E64  # "lund", in the header of the file
SCHEMA_VERSION = 6  # how many migrations there are; kept in the header as user_version


def version_of(connection: sqlite3.Connection, path: str) -> int:
    """The schema version of a file of ours, 0 for one without a page. Unreadable when it is not ours, or newer."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        if pages:
            raise failures.not_ours(path)
        return 0
    if version > SCHEMA_VERSION:
        raise failures.newer(path, version)
    return int(version)
