"""Names as they are kept: every one of them is held to the same, so that what is exported can be imported."""

from __future__ import annotations

from lundi.habits.habit import LONGEST_NAME
from lundi.words.errors import NotUnderstood
from lundi.words.language import gettext as _
from lundi.words.text import clean


def checked_name(text: str, missing: str = "") -> str:
    """A name, cleaned. NotUnderstood where it is too long, or is none and a sentence says that it is missing."""
    name = clean(text)
    if not name and missing:
        raise NotUnderstood(missing)
    if len(name) > LONGEST_NAME:
        raise NotUnderstood(_("That name is longer than {most} characters.").format(most=LONGEST_NAME))
    return name
