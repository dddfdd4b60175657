"""What SQLite and the system say, as sentences."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager

from lundi.words.errors import Damaged, LundiError, Unavailable, Unreadable
from lundi.words.language import gettext as _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_PRIMARY = 0xFF  # SQLite's extended codes keep the primary one in the low byte
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_DAMAGED = {sqlite3.SQLITE_CORRUPT}
_NOT_A_DATABASE = {sqlite3.SQLITE_NOTADB}
_NOT_WRITABLE = {
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
}


def busy(path: str) -> Unavailable:
    return Unavailable(
        _("The file is busy with another program: {path}. Nothing was changed; try again in a moment.").format(
            path=path
        ),
        _("The file is busy with another program: {path}. Your change is kept here and tried again.").format(path=path),
    )


def not_writable(path: str) -> Unavailable:
    return Unavailable(
        _("Cannot write to {path}. Nothing was changed; check the rights and the room on the disk.").format(path=path),
        _("Cannot write to {path}. Your change is kept here and tried again; `q` offers another place.").format(
            path=path
        ),
    )


def gone(path: str) -> Unavailable:
    return Unavailable(
        _("The file was deleted or moved: {path}. Nothing was changed; put it back to go on.").format(path=path),
        _(
            "The file was deleted or moved: {path}. Your change is kept until it is back; `q` offers another place."
        ).format(path=path),
    )


def replaced(path: str) -> Unavailable:
    return Unavailable(
        _("Another file is at {path} now. Nothing was written to it; put yours back to go on.").format(path=path),
        _("Another file is at {path} now. Your change is kept until yours is back; `q` offers another place.").format(
            path=path
        ),
    )


def unreadable(path: str) -> Unreadable:
    """A damaged file that is brought in."""
    return Unreadable(_("The file is damaged: {path}. It was left as it is.").format(path=path))


def damaged(path: str) -> Damaged:
    """The user's own file, damaged."""
    return Damaged(unreadable(path).sentence)


def not_ours(path: str) -> Unreadable:
    return Unreadable(_("This is not a lundi file: {path}. It was left as it is; give another one.").format(path=path))


def newer(path: str, version: int) -> Unreadable:
    return Unreadable(
        _("This file comes from a newer version ({version}). Update lundi. Nothing was written: {path}").format(
            version=version, path=path
        )
    )


def primary_code(error: sqlite3.Error) -> int:
    """The number of SQLite's kind of error, without the extension that says more; 0 for an error of Python's own."""
    return int(getattr(error, "sqlite_errorcode", 0)) & _PRIMARY


@contextmanager
def told(path: str) -> Iterator[None]:
    """Turn what SQLite raises inside into a sentence; what is a fault of the program goes through."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        sentence = _sentence(error, path)
        if sentence is None:
            raise
        raise sentence from error
    except UnicodeDecodeError as error:  # SQLite's own message quotes a damaged schema
        raise damaged(path) from error


def _sentence(error: sqlite3.DatabaseError, path: str) -> LundiError | None:
    if isinstance(error, sqlite3.OperationalError) and not hasattr(error, "sqlite_errorcode"):
        return damaged(path)  # Python's own words, not SQLite's: a text that is no UTF-8
    primary = primary_code(error)
    lacks_a_page = getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_IOERR_SHORT_READ
    if primary in _BUSY:
        return busy(path)
    if primary in _DAMAGED or lacks_a_page:
        return damaged(path)
    if primary in _NOT_A_DATABASE:
        return not_ours(path)
    if primary in _NOT_WRITABLE:
        return not_writable(path)
    return None
