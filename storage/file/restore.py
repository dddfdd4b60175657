"""Putting a copy back. It is read and checked first, and the file as it was copied aside; then it is all or nothing."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, contextmanager

from lundi.words.errors import Damaged, NotUnderstood, Refused, Unavailable, Unreadable
from lundi.words.language import gettext as _
from lundi.words.text import clean
from storage.file import copies, failures
from storage.file.address import MEMORY, address
from storage.file.connection import open_unchecked, prepare, upgrade
from storage.file.rescue import is_wreck
from storage.file.session import Session
from storage.file.shape import check_shape
from storage.file.versions import version_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Findings = Callable[[Session], Iterable[str]]  # sentences about what can't be read

_BEFORE = "before-restore"


def restore(path: str, copy: str, findings: Findings = lambda _content: ()) -> str | None:
    """Put the content of a copy into the file; return where the file as it was is now, None where there was none.

    Whoever has the file open goes on with it and sees that content. A copy of an earlier version is upgraded on the
    way, and stays as it is itself. NotUnderstood when there is no such copy; Refused when it is the file itself;
    Unreadable when it is damaged, newer than the program or not of lundi, or when the file is one of the last two, or
    when there are findings in what it holds; Unavailable when the file can't be copied aside or written. The file is as
    it was then.
    """
    with closing(sqlite3.connect(MEMORY, isolation_level=None)) as content:
        _read(copy, path, content)
        content.row_factory = sqlite3.Row
        for finding in findings(Session(content, MEMORY)):
            sentence = _("{finding} Nothing was restored from {path}; give another copy.")
            raise Unreadable(sentence.format(finding=finding, path=clean(copy)))
        if os.path.isdir(path):
            raise failures.not_ours(path)
        if not os.path.exists(path) or os.path.getsize(path) == 0:
            copies.write_copy(content, os.path.realpath(path))
            return None
        try:
            return _put_in(content, path)
        except Damaged:
            return _put_in_place_of(content, path)


@contextmanager
def opened_copy(copy: str) -> Iterator[Session]:
    """What is in a copy, in memory and of the present version, for a look at it. Errors as those of `restore`."""
    with closing(sqlite3.connect(MEMORY, isolation_level=None)) as content:
        _read(copy, "", content)
        content.row_factory = sqlite3.Row
        yield Session(content, MEMORY)


def _read(copy: str, path: str, content: sqlite3.Connection) -> None:
    """Take what is in a copy into memory, sound and of the present version. Nothing is written to the copy."""
    if not os.path.exists(copy):
        raise NotUnderstood(_("There is no file {path}.").format(path=copy))
    if not os.path.isfile(copy) or os.path.getsize(copy) == 0:
        raise failures.not_ours(copy)
    if os.path.exists(path) and os.path.samefile(copy, path):
        raise Refused(_("{path} is the file in use. Give one of its copies.").format(path=copy))
    if not os.access(copy, os.R_OK):
        raise Unavailable(_("Cannot read {path}. Nothing was written; check the rights on it.").format(path=copy))
    try:
        with failures.told(copy):
            with closing(sqlite3.connect(_address(copy), uri=True)) as reader:
                version_of(reader, copy)
                heed = copies.patient(copy)
                reader.backup(content, progress=lambda status, _left, _total: heed(status))
            if not copies.is_whole(content):
                raise failures.damaged(copy)
            check_shape(content, copy, version_of(content, copy))
            upgrade(content, MEMORY)
    except Damaged as error:
        raise Unreadable(
            _("The copy is damaged: {path}. Nothing was restored; give another one.").format(path=copy)
        ) from error


def _address(copy: str) -> str:
    """Where no program has the copy open, SQLite makes nothing beside it: it may lie where nothing can be written."""
    is_in_use = any(os.path.exists(copy + suffix) and os.path.getsize(copy + suffix) for suffix in copies.HOLDING)
    return address(copy, "ro", "" if is_in_use else "&immutable=1")


def _put_in(content: sqlite3.Connection, path: str) -> str:
    """Write over the file in one transaction of SQLite's own. Damaged when the file isn't sound."""
    aside, heed = "", copies.patient(path)

    def keep_aside(status: int = sqlite3.SQLITE_OK, _left: int = 0, _total: int = 0) -> None:
        nonlocal aside
        heed(status)
        if not aside and status in (sqlite3.SQLITE_OK, sqlite3.SQLITE_DONE):
            aside = copies.keep_aside(path, _BEFORE)

    with failures.told(path), closing(open_unchecked(path)) as present:
        _check(present, path)
        if _page_size(present) != _page_size(content):  # SQLite can't write over such a file, only lundi beside it
            keep_aside()
            copies.write_copy(content, os.path.realpath(path))
        else:
            if not _is_logged(present):
                keep_aside()  # nobody can read it any more once it is written to
            # A page at a time: after the first, nobody else can write, and all that others wrote is copied aside.
            content.backup(present, pages=1, progress=keep_aside)
    return aside


def _put_in_place_of(content: sqlite3.Connection, path: str) -> str:
    """Put a new file where a damaged one is, of which every byte is kept."""
    aside = copies.keep_damaged(path)
    if aside is None:
        raise failures.not_writable(copies.folder_of(path))
    copies.write_copy(content, os.path.realpath(path))
    return aside


def _check(present: sqlite3.Connection, path: str) -> None:
    """Damaged when it can't be read; Unreadable when it is another program's file, or that of a newer lundi."""
    try:
        version_of(present, path)
        prepare(present, path)
    except sqlite3.DatabaseError as error:
        # Without its first page a file of ours is known by its copies; any other one may be anybody's.
        if failures.primary_code(error) == sqlite3.SQLITE_NOTADB and is_wreck(path):
            raise failures.damaged(path) from error
        raise


def _page_size(connection: sqlite3.Connection) -> int:
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    return int(size)


def _is_logged(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal")
