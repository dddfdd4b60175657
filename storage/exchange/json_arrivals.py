"""How what an export brings comes in beside what is here already. Into an empty file everything comes in as it is."""

from __future__ import annotations

from collections import Counter

from lundi.numbers import ACTIONS_A_WEEK
from lundi.words.text import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from storage.exchange.columns import Content, Row
    from storage.exchange.json_values import Cell


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


class Campaigns:
    """One campaign at a time: one under way comes back as a draft where another one is, here or in its document."""

    def __init__(self, here: Content, content: Content) -> None:
        self.as_drafts: list[str] = []
        self._focus: Cell = None  # the one that may arrive as it is
        if not here["focus"] and content["focus"]:
            present = {row["id"] for row in here["campaign"]}
            target = content["focus"][0]["target_id"]
            self._focus = None if target in present else target
        self._under_way: set[Cell] = set()

    def arrive(self, row: Row) -> Row:
        """The row as it is written."""
        if row["started_on"] is None or row["closed_on"] is not None or row["archived_on"] is not None:
            return row
        if row["id"] == self._focus:
            self._under_way.add(row["id"])
            return row
        self.as_drafts.append(str(row["name"]))
        return {**row, "started_on": None, "started_anyway": "", "first_end": None, "lengthened_why": ""}

    def arrive_focus(self, row: Row) -> Row | None:
        """What is in focus; None unless it has just arrived, under way."""
        return row if row["target_id"] in self._under_way else None


def merged_note(here: str, text: str) -> str:
    """A note with the lines of another one that it hasn't got below it."""
    lines = here.split("\n")
    return "\n".join([*lines, *(line for line in text.split("\n") if line and line not in lines)])


def _is_current(row: Row) -> bool:
    return row["archived_on"] is None and row["settled_on"] is None
