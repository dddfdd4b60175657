"""The mission's helper: words that make it about whoever writes, and four plain questions (D03)."""

from __future__ import annotations

import re

from lundi.words.language import N_
from lundi.words.text import fold

QUESTIONS = (
    N_("Is it one sentence?"),
    N_("Is it about others?"),
    N_("Could you say it aloud to a client?"),
    N_("Would it hold if sales halved?"),
)
# Of either language, folded; what is about size, rank and turnover is no mission.
_ABOUT_US = re.compile(
    r"\b("
    r"leaders?|leadership|chiffres? d'affaires|doubler|tripler|numeros? (?:1|un)|n ?° ?1|premiers? du marche"
    r"|parts? de marche|croissance|rentabilite|(?<!au )benefices?|domin(?:er|ons|ez|e|ant|ante|ation|ate|ating|ance)"
    r"|turnover|revenue|double our|double my|number (?:1|one)|market share|growth|profits?|profitab\w+|biggest|largest"
    r")\b"
)


def flagged(text: str) -> list[str]:
    """The words of a mission that are about size or rank, in their order, folded, each once."""
    return list(dict.fromkeys(match[0] for match in _ABOUT_US.finditer(fold(text))))
