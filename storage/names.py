"""Names as they are kept: every one of them is held to the same, so that what is exported can be imported."""

from __future__ import annotations

from lundi.errors import NotUnderstood
from lundi.habits import LONGEST_NAME
from lundi.language import gettext as _
from lundi.text import clean


def checked_name(text: str, missing: str = "") -> str:
    """A name, cleaned. NotUnderstood where it is too long, or is none and a sentence says that it is missing."""
    name = clean(text)
    if not name and missing:
        raise NotUnderstood(missing)
    if len(name) > LONGEST_NAME:
        raise NotUnderstood(_("That name is longer than {most} characters.").format(most=LONGEST_NAME))
    return name
