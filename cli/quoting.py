"""Words as they stand on a line of a shell, with its quotes and backslashes."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"[^\w./,+-]")  # all but plain ones: readline would cut the word at : = @
_IN_DOUBLE_QUOTES = re.compile(r'["\\$`]')


def unquoted(word: str) -> tuple[str, str]:
    """What a shell makes of a word, but for its variables, and the quote that the word leaves open ('' for none)."""
    text, quote, escaped = [], "", False
    for character in word:
        if escaped:
            text.append(character if not quote or _IN_DOUBLE_QUOTES.match(character) else f"\\{character}")
            escaped = False
        elif character == "\\" and quote != "'":
            escaped = True
        elif character == quote:
            quote = ""
        elif character in "'\"" and not quote:
            quote = character
        else:
            text.append(character)
    return "".join(text), quote


def for_bash(text: str, quote: str = "") -> str:
    """A text as bash reads it back unchanged; after an open quote, what belongs inside it."""
    if not quote:
        return _SPECIAL.sub(r"\\\g<0>", text)
    if quote == "'":
        inside = text.replace("'", r"'\''")
    else:
        inside = _IN_DOUBLE_QUOTES.sub(r"\\\g<0>", text).replace("!", "\"'!'\"")
    return inside + quote * inside.endswith(quote)  # readline closes the quote itself, but for a word that ends in one
