"""The client's view of a text of 100 kB, against counting the words of the same text."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable
from random import Random
from time import perf_counter

from benchmarks.compare import in_turn
from benchmarks.homes import LANGUAGE
from lundi.client import jargon
from lundi.client import view as clients_view
from lundi.words import language

_CHARACTERS = 100_000
_WORD = re.compile(r"\w+")
_LIST = os.path.join(os.path.dirname(jargon.__file__), f"jargon_{LANGUAGE}.toml")


def measure(runs: int) -> list[list[float]]:
    """Seconds of counting, and of looking."""
    language.use(LANGUAGE)
    text = _text()
    return in_turn(
        runs,
        lambda: _seconds(lambda: len(_WORD.findall(text))),
        lambda: _seconds(lambda: clients_view.look(text)),
    )


def _text() -> str:
    """Words of the list and of what to say instead, in no order: more jargon than anybody writes."""
    with open(_LIST, "rb") as file:
        terms = tomllib.load(file)["terms"]
    words = [word for term in terms for word in (*term["t"].split(), *term["p"].split())]
    return " ".join(Random(1).choices(words, k=_CHARACTERS))[:_CHARACTERS]


def _seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start
