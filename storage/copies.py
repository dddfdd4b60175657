"""Copies of the file: one a day, one before anything that can't be undone, and any that is asked for.

They lie in a folder beside the file. A copy is written under another name first, so that there is never half of one.
"""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import closing, suppress
from datetime import date

from lundi.record import record
from storage import failures

KEPT = 8  # daily copies
_FOLDER = "backups"
_FOLDER_MODE, _FILE_MODE = 0o700, 0o600
_BLOCK = 1 << 20
_BESIDE = ("-wal", "-shm")  # what SQLite keeps beside a file in use


@record
class Copy:
    """A copy made by itself, on a day."""

    day: date
    path: str


def folder_of(path: str) -> str:
    """Where the copies of a file are."""
    return os.path.join(os.path.dirname(os.path.abspath(path)), _FOLDER)


def daily_copies(path: str) -> list[Copy]:
    """The daily copies of a file, the latest first, by the day in their names; other files in the folder are left."""
    pattern = re.compile(re.escape(_stem(path)) + r"-(\d{4}-\d{2}-\d{2})\.db")
    copies = []
    with suppress(OSError):
        for name in os.listdir(folder_of(path)):
            if match := pattern.fullmatch(name):
                with suppress(ValueError):  # a 31 June is none of ours
                    copies.append(Copy(date.fromisoformat(match[1]), os.path.join(folder_of(path), name)))
    return sorted(copies, reverse=True)


def has_copy_of(path: str, day: date) -> bool:
    """Whether there is one of that day."""
    return os.path.exists(_daily(path, day))


def keep_daily(path: str, day: date) -> None:
    """Copy what is written in the file by now, in the place of an earlier copy of that day; keep the latest eight.

    Unavailable where that can't be written: the earlier copies are still there then.
    """
    _copy_file(path, _daily(path, day))
    for copy in daily_copies(path)[KEPT:]:
        if copy.day != day:  # on a clock that went back, today is the oldest
            with suppress(OSError):
                os.remove(copy.path)


def keep_aside(path: str, why: str) -> str:
    """Copy what is written in the file under a name that says why, and return that path; nothing ever overwrites it."""
    target = _free(path, why)
    _copy_file(path, target)
    return target


def keep_damaged(path: str) -> str | None:
    """Copy a file that can't be read, byte by byte, with what lies beside it; None where no copy can be made.

    A file that hasn't changed since its last such copy isn't copied again.
    """
    changed = os.stat(path).st_mtime_ns // 1_000_000_000
    target = os.path.join(folder_of(path), f"{_stem(path)}-damaged-{changed}.db")
    try:
        if not os.path.exists(target):
            _make_folder(path)
            for suffix in (*_BESIDE, ""):  # the file itself last: where it is, the copy is whole
                if os.path.exists(path + suffix):
                    _copy_bytes(path + suffix, target + suffix)
    except OSError:
        return None
    return target


def newest_sound(path: str) -> Copy | None:
    """The latest daily copy that SQLite finds nothing wrong with."""
    return next((copy for copy in daily_copies(path) if is_sound(copy.path)), None)


def is_sound(path: str) -> bool:
    """Whether SQLite can read every page of a file."""
    try:
        with closing(sqlite3.connect(f"file:{_quoted(path)}?mode=ro", uri=True)) as connection:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except sqlite3.DatabaseError:
        return False


def write_copy(connection: sqlite3.Connection, target: str) -> None:
    """Copy an open file whole, as one file that needs nothing beside it. What was at the target is replaced.

    Unavailable where that can't be written; nothing of it is left then.
    """
    part = f"{target}.part"
    try:
        with failures.told(target):
            os.makedirs(os.path.dirname(target), mode=_FOLDER_MODE, exist_ok=True)
            with suppress(FileNotFoundError):
                os.remove(part)  # of a program that was killed
            os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, _FILE_MODE))
            with closing(sqlite3.connect(part, isolation_level=None)) as copy:
                connection.backup(copy)
                copy.execute("PRAGMA journal_mode = DELETE")
            os.replace(part, target)
            _sync(os.path.dirname(target))
    except OSError as error:
        raise failures.not_writable(target) from error
    finally:
        with suppress(OSError):
            os.remove(part)


def _copy_file(path: str, target: str) -> None:
    """With a connection of its own, which sees what is committed, beside a lock that this program may hold."""
    with failures.told(path), closing(sqlite3.connect(path)) as reader:
        write_copy(reader, target)


def _copy_bytes(source: str, target: str) -> None:
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _FILE_MODE)
    with open(source, "rb") as original, open(handle, "wb") as copy:
        while part := original.read(_BLOCK):
            copy.write(part)


def _make_folder(path: str) -> None:
    os.makedirs(folder_of(path), mode=_FOLDER_MODE, exist_ok=True)


def _daily(path: str, day: date) -> str:
    return os.path.join(folder_of(path), f"{_stem(path)}-{day.isoformat()}.db")


def _free(path: str, why: str) -> str:
    number, target = 1, os.path.join(folder_of(path), f"{_stem(path)}-{why}.db")
    while os.path.exists(target):
        number += 1
        target = os.path.join(folder_of(path), f"{_stem(path)}-{why}-{number}.db")
    return target


def _stem(path: str) -> str:
    return os.path.basename(path).removesuffix(".db")


def _quoted(path: str) -> str:
    return path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def _sync(folder: str) -> None:
    """Have the folder's new entry on the disk too, where a system can do that."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
