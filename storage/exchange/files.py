"""Files that are brought in or written out: read whole, and written whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress

from lundi.words.errors import NotUnderstood, Unavailable, Unreadable
from lundi.words.language import gettext as _
from lundi.words.text import clean
from storage.file import failures
from storage.file.new_files import FOLDER_MODE, parts_of
from storage.file.new_places import no_folder, refuse_taken

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_MEBIBYTE = 1024 * 1024


def read_whole(path: str, largest: int) -> bytes:
    """Read a file of so many bytes at most.

    NotUnderstood when there is none; Unreadable when it is larger, or a folder, or a pipe, which would be waited for;
    Unavailable when the system doesn't let it be read.
    """
    if not os.path.exists(path):
        raise NotUnderstood(_("There is no file {path}.").format(path=clean(path)))
    if not os.path.isfile(path):
        raise Unreadable(_("{path} is a folder or a device, no file. Nothing was written.").format(path=clean(path)))
    try:
        with open(path, "rb") as file:
            if os.fstat(file.fileno()).st_size <= largest and len(content := file.read(largest + 1)) <= largest:
                return content
    except OSError as error:
        raise Unavailable(
            _("Cannot read {path}. Nothing was written; check the rights on it.").format(path=clean(path))
        ) from error
    raise Unreadable(
        _("{path} is larger than {most} MiB, the most that lundi brings in. Nothing was written.").format(
            path=clean(path), most=largest // _MEBIBYTE
        )
    )


def write_files(texts: Mapping[str, str]) -> None:
    """Write new files, texts by path, that only their owner may read: all of them or none.

    Refused when there is something at one of the paths already; Unavailable when they can't be written.
    """
    for path in texts:
        refuse_taken(path)
    try:
        with parts_of(*texts) as parts:
            for part, text in zip(parts, texts.values(), strict=True):
                with open(part, "wb") as file:
                    file.write(text.encode())
                    file.flush()
                    os.fsync(file.fileno())
    except OSError as error:
        raise _not_writable(next(iter(texts))) from error


def write_folder(folder: str, texts: Mapping[str, str]) -> None:
    """The same in a folder, texts by name. It is made where there is none, and taken away again where that fails."""
    is_new = not os.path.isdir(folder)
    if is_new:
        refuse_taken(folder)
        try:
            os.mkdir(folder, FOLDER_MODE)
        except OSError as error:
            raise _not_writable(folder) from error
    try:
        write_files({os.path.join(folder, name): text for name, text in texts.items()})
    except BaseException:
        if is_new:
            with suppress(OSError):
                os.rmdir(folder)
        raise


def _folder_of(path: str) -> str:
    return os.path.dirname(path.rstrip(os.sep)) or os.curdir


def _not_writable(path: str) -> Unavailable:
    if os.path.isdir(_folder_of(path)):
        return failures.not_writable(clean(path))
    return no_folder(_folder_of(path))
