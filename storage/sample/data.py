"""What the sample year is made of: the data, its words in the language in use, and ids that never change."""

from __future__ import annotations

import os
import re
import sqlite3
import tomllib
import uuid
from datetime import date
from typing import Any

from lundi.time.days import Moment
from lundi.time.weeks import Week
from lundi.words.language import current

FIRST_WEEK = -52
MONDAY, WEDNESDAY, FRIDAY = 1, 3, 5
_FILE = os.path.join(os.path.dirname(__file__), "year.toml")
_ENGLISH = os.path.join(os.path.dirname(__file__), "words_en.toml")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_SPACE = re.compile(r" (?=[:;?!])")
_NAMESPACE = uuid.UUID("6c756e64-6900-5000-8000-000000000000")

Data = dict[str, Any]  # a table of the TOML file


class SampleData:
    """The data of the year."""

    def __init__(self) -> None:
        self.data = read_year()
        self.english = _read(_ENGLISH) if current() == "en" else None
        self.week_zero = Week.of(self.data["anchor"])
        self.now = Moment(self.data["now"].date(), self.data["now"].isoformat())

    def text(self, french: str) -> str:
        """A text of the data in the language in use. KeyError when its English is missing."""
        return typographic(french) if self.english is None else str(self.english[french])

    def some_text(self, table: Data, key: str) -> str:
        """The same of a key that may be left out; '' without it."""
        return self.text(table[key]) if key in table else ""

    def day(self, offset: int, weekday: int) -> date:
        """The weekday of the week that is so many after week 0."""
        return (self.week_zero + offset).days[weekday - 1]


def read_year() -> Data:
    """The data as they are written, in French."""
    return _read(_FILE)


def id_of(*parts: str) -> str:
    """The same id for the same words."""
    return uuid.uuid5(_NAMESPACE, "/".join(parts)).hex


def insert_row(connection: sqlite3.Connection, table: str, **cells: object) -> None:
    """Write a row of these cells."""
    columns, marks = ", ".join(cells), ", ".join(f":{name}" for name in cells)
    connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", cells)


def typographic(text: str) -> str:
    """French as it is printed: ’ between letters, a no-break space before : ; ? !"""
    return _SPACE.sub("\u00a0", _APOSTROPHE.sub("’", text))


def _read(path: str) -> Data:
    with open(path, "rb") as file:
        return tomllib.load(file)
