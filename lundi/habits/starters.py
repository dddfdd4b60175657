"""What somebody new may begin with: twelve habits, each with a version of two minutes (H16), and eight channels."""

from __future__ import annotations

import os
import tomllib
from functools import lru_cache

from lundi.habits.habit import ACT
from lundi.record import record
from lundi.words.language import current

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

AT_MOST = 3  # habits to begin with (H16)
_FILE = os.path.join(os.path.dirname(__file__), "starters.toml")


@record
class Starter:
    """A habit to begin with, in the language in use."""

    id: str
    name: str
    rhythm: str  # as somebody types it
    minutes: int
    minimum: str  # what two minutes are enough for
    letter: str  # the one of LETTERS that it feeds (H18)


def starters() -> list[Starter]:
    """The habits, in their order."""
    return [
        Starter(row["id"], words["name"], row["rhythm"], row["minutes"], words["minimum"], row.get("letter", ACT))
        for row in _read()["habits"]
        for words in (row[current()],)
    ]


def channels() -> list[str]:
    """The channels in the language in use: four without a screen, then four with one."""
    return [row[current()] for row in _read()["channels"]]


@lru_cache(maxsize=1)
def _read() -> dict[str, Any]:
    with open(_FILE, "rb") as file:
        return tomllib.load(file)
