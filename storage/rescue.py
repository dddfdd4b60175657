"""What is said and done when the file turns out to be damaged: a copy of it is kept, and the latest sound one named."""

from __future__ import annotations

import re

from lundi.formats import day_short
from lundi.language import gettext as _
from storage.copies import daily_copies, folder_of, keep_damaged, newest_sound

_PLAIN = re.compile(r"[\w./,+-]+", re.ASCII)
_MAGIC = b"SQLite format 3\0"


def rescued(path: str, option: str = "") -> list[str]:
    """Copy a damaged file aside, once; two sentences: where that copy is, and the command that puts a sound one back.

    The option is what names the file on the shell's line.
    """
    damaged, sound = keep_damaged(path), newest_sound(path)
    return [
        _("It was copied to {copy}.").format(copy=damaged) if damaged else _("No copy of it could be made."),
        _("The latest sound copy is of {day}; to put it back: lundi restore {copy}").format(
            day=day_short(sound.day), copy=in_shell(sound.path) + option
        )
        if sound
        else _("There is no sound copy in {folder}.").format(folder=folder_of(path)),
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
