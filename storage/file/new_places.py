"""Places for new files that somebody names: nothing that is there is written over, and no folder is made."""

from __future__ import annotations

import os

from lundi.words.errors import Refused, Unavailable
from lundi.words.language import gettext as _
from lundi.words.text import clean


def new_place(path: str) -> str:
    """A path in full, for a new file. Refused where there is something already; Unavailable in no folder that is
    there."""
    path = os.path.abspath(path)
    refuse_taken(path)
    if not os.path.isdir(folder := os.path.dirname(path)):
        raise no_folder(folder)
    return path


def refuse_taken(path: str) -> None:
    """Refused where there is something at the path."""
    if os.path.lexists(path):
        raise Refused(_("There is something at {path} already; it was left as it is.").format(path=clean(path)))


def no_folder(folder: str) -> Unavailable:
    """What is said of a place in a folder that isn't there."""
    return Unavailable(
        _("There is no folder {folder}. Nothing was written; make it first, or give another one.").format(
            folder=clean(folder)
        )
    )
