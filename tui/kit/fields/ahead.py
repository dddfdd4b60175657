"""Letters that are typed at a list: they lead to the line that begins so."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from lundi.words.text import fold

_PATIENCE = 1.0  # seconds between two letters of one word


class Ahead:
    """What was typed of a line so far."""

    def __init__(self) -> None:
        self.typed = ""
        self._at = 0.0

    @property
    def is_going_on(self) -> bool:
        """Whether the next letter belongs to the same word."""
        return monotonic() - self._at < _PATIENCE

    def first(self, lines: Sequence[str], letter: str) -> int | None:
        """The place of the first line that begins with what is typed, this letter the last of it; signs before its
        words don't count. None where none does: what is typed is that of a line that isn't there."""
        self.typed = self.typed + letter if self.is_going_on else letter
        self._at = monotonic()
        wanted = fold(self.typed)
        begins = (place for place, line in enumerate(lines) if _words(line).startswith(wanted))
        return next(begins, None)


def _words(line: str) -> str:
    """A line from its first letter or digit on, folded."""
    start = next((place for place, character in enumerate(line) if character.isalnum()), 0)
    return fold(line[start:])
