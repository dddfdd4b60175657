"""Copies of the file: one a day, one before anything that can't be undone, and any that is asked for.

They lie in a folder beside the file. A copy is written under another name first, so that there is never half of one.
"""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing, contextmanager, suppress
from datetime import date

from lundi.later import Later
from lundi.record import record
from lundi.words.errors import Damaged, LundiError, Unavailable
from lundi.words.language import gettext as _
from storage.file import failures
from storage.file.address import address
from storage.file.new_files import FOLDER_MODE, parts_of, remove
from storage.file.new_places import new_place
from storage.file.versions import version_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator
else:
    re = Later("re")

KEPT = 8  # daily copies
_FOLDER = "backups"
_BLOCK = 1 << 20
_AS_IT_IS = getattr(os, "O_BINARY", 0)  # without it Windows reads lines
_PATIENCE = 4.5  # seconds; the first step itself waits for five
_BESIDE = ("-wal", "-shm", "-journal")  # what SQLite keeps beside a file in use
HOLDING = ("-wal", "-journal")  # those that hold content
_PART = r".*\.[0-9a-f]{8}\.lundi-part(-\w+)?"  # compiled when it is used: a tick has no need of it
_ABANDONED = 24 * 60 * 60  # seconds after which the part of a copy is that of a program that was killed


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
    return _dated_copies(path, "")


def _dated_copies(path: str, time_of_day: str) -> list[Copy]:
    """Copies with a day in their names, and what may follow it there; the latest first."""
    stem, extension = map(re.escape, _name(path))
    pattern = re.compile(rf"{stem}-(\d{{4}}-\d{{2}}-\d{{2}})({time_of_day}){extension}", re.ASCII)
    copies = []
    with suppress(OSError):
        for name in os.listdir(folder_of(path)):
            if match := pattern.fullmatch(name):
                with suppress(ValueError):  # a 31 June is none of ours
                    copies.append((match[2], Copy(date.fromisoformat(match[1]), os.path.join(folder_of(path), name))))
    return [copy for _time, copy in sorted(copies, key=lambda dated: (dated[1].day, dated[0]), reverse=True)]


def has_copy_of(path: str, day: date) -> bool:
    """Whether there is one of that day."""
    return os.path.exists(_place(path, day.isoformat()))


def keep_daily(path: str, day: date) -> None:
    """Copy what is written in the file by now, in the place of an earlier copy of that day; keep eight.

    Unavailable where that can't be done: the earlier copies are still there then, and so is what was just written.
    """
    try:
        _copy_file(path, _place(path, day.isoformat()))
    except Damaged as error:
        raise Unavailable(
            _("The change is kept, but the file is damaged and was not copied today. `lundi doctor` examines it.")
        ) from error
    except LundiError as error:
        raise Unavailable(
            _(
                "The change is kept, but no copy of today could be made in {folder}."
                " Check the rights and the room on the disk."
            ).format(folder=folder_of(path))
        ) from error
    others = [copy for copy in daily_copies(path) if copy.day != day]  # on a clock that went back, today is the oldest
    for copy in others[KEPT - 1 :]:
        with suppress(OSError):
            os.remove(copy.path)


def keep_aside(path: str, why: str) -> str:
    """Copy what is written in the file under a name that says why, and return that path; nothing ever overwrites it.

    Unavailable where that can't be written; Damaged when the file is.
    """
    number, target = 1, _place(path, why)
    while os.path.exists(target):
        number += 1
        target = _place(path, f"{why}-{number}")
    _copy_file(path, target)
    return target


def keep_as(path: str, target: str) -> str:
    """Copy what is written in the file to a place that somebody names, and return that path, in full.

    Refused where there is something already; Unavailable where that can't be written, or in no folder that is there;
    Damaged when the file is.
    """
    target = new_place(target)
    _copy_file(path, target)
    return target


def keep_damaged(path: str) -> str | None:
    """Copy a file that can't be read, byte by byte, with what lies beside it; None where no copy can be made.

    A file that wasn't written to since its last such copy isn't copied again.
    """
    file = os.path.realpath(path)  # SQLite keeps its log beside that one
    try:
        written = [*(suffix for suffix in HOLDING if os.path.exists(file + suffix)), ""]
        changed = max(os.stat(file + suffix).st_mtime_ns for suffix in written)
        target = _place(path, f"damaged-{_instant(changed)}")
        if not os.path.exists(target):
            for suffix in written:  # the file itself last: where it is, the copy is whole
                _copy_bytes(file + suffix, target + suffix)
    except OSError:
        return None
    return target


def newest_sound(path: str) -> Copy | None:
    """The latest copy that can be put back, a daily one or one that was asked for: one of ours, not newer than the
    program, with nothing wrong in it."""
    return next((copy for copy in _dated_copies(path, r"(?:-\d{4}(?:-\d+)?)?") if is_sound(copy.path)), None)


def is_sound(path: str) -> bool:
    """Whether a file is one of ours, not newer than the program, and SQLite can read every page of it."""
    try:
        with failures.told(path), closing(_reader(path)) as connection:
            return version_of(connection, path) > 0 and is_whole(connection)
    except LundiError:
        return False


def is_damaged(path: str) -> bool:
    """Whether SQLite finds something wrong in the pages of the user's file. One that can't be read now is not known to
    be."""
    try:
        with failures.told(path), closing(_reader(path)) as connection:
            return not is_whole(connection)
    except Damaged:
        return True
    except LundiError:
        return False


def is_whole(connection: sqlite3.Connection) -> bool:
    """Whether SQLite finds nothing wrong in the pages of an open file."""
    return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")


def write_copy(connection: sqlite3.Connection, target: str, *, of: str | None = None) -> None:
    """Copy an open file whole, as one file that needs nothing beside it. What was at the target is replaced.

    Unavailable where that can't be written; nothing of it is left then. With the path that it is a copy `of`,
    Damaged when that isn't sound: then it isn't copied.
    """
    try:
        with failures.told(target), _part_of(target) as part:
            with closing(sqlite3.connect(part, isolation_level=None)) as copy:
                heed = patient(of or target)
                connection.backup(copy, progress=lambda status, _left, _total: heed(status))
                copy.execute("PRAGMA journal_mode = DELETE")
                if of is not None and not is_whole(copy):
                    raise failures.damaged(target)
            remove(target + suffix for suffix in _BESIDE)  # of another file, they would be taken for parts of this one
    except Damaged as error:
        raise failures.damaged(of or target) from error
    except OSError as error:
        raise failures.not_writable(target) from error


def _copy_file(path: str, target: str) -> None:
    """With a connection of its own, which sees what is committed, beside a lock that this program may hold."""
    with failures.told(path), closing(_reader(path)) as reader:
        write_copy(reader, target, of=path)


def _reader(path: str) -> sqlite3.Connection:
    return sqlite3.connect(address(path, "ro"), uri=True)


def patient(path: str) -> Callable[[int], None]:
    """What looks at the status of each step of SQLite's copying, which would wait for ever behind a lock: Unavailable
    when another program has held one for five seconds."""
    free_at = time.monotonic()

    def heed(status: int) -> None:
        nonlocal free_at
        if status not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            free_at = time.monotonic()
        elif time.monotonic() - free_at > _PATIENCE:
            raise failures.busy(path)

    return heed


@contextmanager
def _part_of(target: str) -> Iterator[str]:
    """A new file beside the target, to be written; it takes the target's place at the end, or goes."""
    folder = os.path.dirname(target)
    os.makedirs(folder, mode=FOLDER_MODE, exist_ok=True)
    _remove_abandoned(folder)
    with parts_of(target) as (part,):
        try:
            yield part
        finally:
            remove(part + suffix for suffix in _BESIDE)
    _sync(folder)


def _remove_abandoned(folder: str) -> None:
    for name in os.listdir(folder):
        if re.fullmatch(_PART, name):
            with suppress(OSError):  # gone meanwhile
                if time.time() - os.stat(os.path.join(folder, name)).st_mtime > _ABANDONED:
                    os.remove(os.path.join(folder, name))


def _copy_bytes(source: str, target: str) -> None:
    with _part_of(target) as part, open(part, "wb") as copy:
        original = os.open(source, os.O_RDONLY | _AS_IT_IS)
        while block := os.read(original, _BLOCK):
            copy.write(block)
        if os.name != "posix":  # there, closing it would let go the locks that SQLite may hold in this process
            os.close(original)
        copy.flush()
        os.fsync(copy.fileno())


def _instant(nanoseconds: int) -> str:
    """'2026-11-18-091002-014000000', on the wall's clock."""
    seconds, rest = divmod(nanoseconds, 1_000_000_000)
    return f"{time.strftime('%Y-%m-%d-%H%M%S', time.localtime(seconds))}-{rest:09}"


def _place(path: str, what: str) -> str:
    """Where 'lundi-2026-11-18.db' goes; no two files of a folder have copies of the same name."""
    stem, extension = _name(path)
    return os.path.join(folder_of(path), f"{stem}-{what}{extension}")


def _name(path: str) -> tuple[str, str]:
    return os.path.splitext(os.path.basename(path))


def _sync(folder: str) -> None:
    """Have the folder's new entry on the disk too, where a system can do that."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
