"""Money, in whole cents: how people write it in each language."""

from __future__ import annotations

import re

from lundi.words.errors import NotUnderstood
from lundi.words.language import current
from lundi.words.language import gettext as _

_CENTS = 100
_MOST = 1_000_000_000  # cents
_SPACES = "\u0020\u00a0\u202f"
_FIGURE = "(?:([0-9]{{1,3}}(?:[{between}][0-9]{{3}})+)|([0-9]{{1,12}}))(?:[.,]([0-9]{{1,2}}))?"
_FIGURES = {  # a comma stands between thousands in English, and only there
    "en": re.compile(_FIGURE.format(between=_SPACES + ",")),
    "fr": re.compile(_FIGURE.format(between=_SPACES)),
}


def shown(cents: int) -> str:
    """'€1,234.50', '1 234,50 €'; whole euros without cents."""
    whole, rest = divmod(cents, _CENTS)
    french = current() == "fr"
    figure = f"{whole:,}".replace(",", "\u00a0" if french else ",")
    if rest:
        figure += f"{',' if french else '.'}{rest:02}"
    return f"{figure}\u00a0€" if french else f"€{figure}"


def parse(text: str) -> int:
    """Cents, from '240', '12,50', '12.50', '€80', an amount as it is shown, or nothing. NotUnderstood when it is no
    amount, or more than ten million."""
    word = text.strip().removeprefix("€").removesuffix("€").strip()
    if not word:
        return 0
    found = _FIGURES[current()].fullmatch(word)
    cents = 0
    if found:
        thousands, plain, rest = found.groups()
        whole = plain or "".join(filter(str.isdecimal, thousands))
        cents = int(whole) * _CENTS + int((rest or "").ljust(2, "0"))
    if not found or cents > _MOST:
        raise NotUnderstood(_("'{text}' is no amount of money. Examples: 240, 12.50.").format(text=text.strip()))
    return cents
