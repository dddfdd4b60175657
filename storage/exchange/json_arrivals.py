"""How what an export brings comes in beside what is here already. Into an empty file everything comes in as it is."""

from __future__ import annotations

from collections import Counter

from lundi.rules import ACTIONS_A_WEEK
from lundi.text import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from storage.exchange.json_values import Cell
    from storage.exchange.tables import Row


class Habits:
    """New habits come after those that are here, and archived where the places are taken, or the name is."""

    def __init__(self, here: Sequence[Row], places: int, today: str) -> None:
        self.without_place: list[str] = []
        self.of_taken_name: list[str] = []
        self._is_first = not here
        self._today = today
        self._last = max((int(row["position"] or 0) for row in here), default=0)
        self._origins = {row["origin"] for row in here if row["origin"] is not None}
        self._names = {fold(str(row["name"])) for row in here if row["archived_on"] is None}
        self._free = places - sum(_is_current(row) for row in here)

    def arrive(self, row: Row) -> Row:
        """The row as it is written."""
        if self._is_first:
            return row
        self._last += 1
        # What Loop's next backup brings goes to the habit that is here.
        row = {**row, "position": self._last, "origin": None if row["origin"] in self._origins else row["origin"]}
        if row["archived_on"] is not None:
            return row
        name = str(row["name"])
        if fold(name) in self._names:
            self.of_taken_name.append(name)
        elif not _is_current(row):
            return row
        elif self._free > 0:
            self._free -= 1
            return row
        else:
            self.without_place.append(name)
        return {**row, "archived_on": self._today}


class Actions:
    """An action left undone comes back as an idea where its week has two already: two means two."""

    def __init__(self, here: Iterable[Row]) -> None:
        self.as_ideas = 0
        self._chosen = Counter(row["week"] for row in here if row["state"] == "chosen")

    def arrive(self, row: Row) -> Row:
        """The row as it is written."""
        week = row["week"]
        if row["state"] != "chosen" or week not in self._chosen:
            return row
        if row["done_on"] is None and self._chosen[week] >= ACTIONS_A_WEEK:
            self.as_ideas += 1
            return {**row, "state": "idea", "week": None}
        self._chosen[week] += 1
        return row


class PlanLines:
    """A week that was committed here keeps its lines."""

    def __init__(self, plans: Iterable[Row]) -> None:
        self._committed: set[Cell] = {row["week"] for row in plans}

    def arrive(self, row: Row) -> Row | None:
        """The row; None where it doesn't come in."""
        return None if row["week"] in self._committed else row


def merged_note(here: str, text: str) -> str:
    """A note with the lines of another one that it hasn't got below it."""
    lines = here.split("\n")
    return "\n".join([*lines, *(line for line in text.split("\n") if line and line not in lines)])


def _is_current(row: Row) -> bool:
    return row["archived_on"] is None and row["settled_on"] is None
