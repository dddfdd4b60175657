"""Words of a call as people type them."""

from __future__ import annotations


def joined(words: list[str]) -> str:
    """Words of a name or a text that was typed without quotes."""
    return " ".join(word.strip() if is_relative(word.strip()) else word for word in words)


def is_relative(word: str) -> bool:
    """'-3' days and '-1w' weeks are values, though they look like options."""
    return word.startswith("-") and word[1:].rstrip("wsWS").isdecimal()
