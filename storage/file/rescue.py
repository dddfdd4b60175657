"""What is said and done when the file turns out to be damaged: a copy of it is kept, and the latest sound one named."""

from __future__ import annotations

import re

from lundi.record import record
from lundi.time.formats import day_short
from lundi.words.language import gettext as _
from storage.file.copies import Copy, daily_copies, folder_of, keep_damaged, newest_sound

_PLAIN = re.compile(r"[\w./,+-]+", re.ASCII)
_MAGIC = b"SQLite format 3\0"


@record
class Rescue:
    """What there is of a damaged file."""

    path: str
    copy: str | None  # of the file as it is; None where none could be made
    sound: Copy | None  # the latest sound one


def rescued(path: str) -> Rescue:
    """Copy a damaged file aside, once, and look for the latest sound copy."""
    return Rescue(path, keep_damaged(path), newest_sound(path))


def worded(rescue: Rescue, in_use: str) -> list[str]:
    """Two sentences: where that copy is, and the command that puts a sound one back.

    The command names the file where it isn't the one in use, which lundi opens without being told.
    """
    sound = rescue.sound
    option = "" if rescue.path == in_use else f" --db {in_shell(rescue.path)}"
    command = _("lundi restore {copy}").format(copy=in_shell(sound.path) if sound else _("FILE")) + option
    return [
        _("It was copied to {copy}.").format(copy=rescue.copy) if rescue.copy else _("No copy of it could be made."),
        _("The latest sound copy is of {day}; to put it back: {command}").format(
            day=day_short(sound.day), command=command
        )
        if sound
        else _("There is no sound copy in {folder}. `{command}` puts another one back.").format(
            folder=folder_of(rescue.path), command=command
        ),
    ]


def is_wreck(path: str) -> bool:
    """Whether a file that has daily copies is no SQLite file any more: it was ours, and its beginning is damaged."""
    if not daily_copies(path):
        return False
    try:
        with open(path, "rb") as file:
            return file.read(len(_MAGIC)) != _MAGIC
    except OSError:
        return False


def in_shell(word: str) -> str:
    """A word as it is typed into a shell."""
    return word if _PLAIN.fullmatch(word) else "'" + word.replace("'", "'\\''") + "'"
