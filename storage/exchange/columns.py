"""What an export is described by: tables and their columns, with what each cell may be."""

from __future__ import annotations

from lundi.habits.habit import LONGEST_NAME as LONGEST_NAME
from lundi.record import record
from storage.exchange.json_values import Kind, whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from storage.exchange.json_values import Cell

    Row = dict[str, Cell]
    Content = dict[str, list[Row]]  # the rows of every table, by its name

REQUIRED = object()
MINUTES = whole(1, 24 * 60)
POSITION = whole(0, 1_000_000)


@record
class Column:
    """One column: its name in the file, in a document, and at the head of a CSV."""

    name: str
    kind: Kind
    default: object = REQUIRED  # where it is this, a document leaves it out
    points_to: str = ""  # the table of which it holds an id...
    points_by: str = ""  # ...or the column that says of which...
    tables: Mapping[str, str] | None = None  # ...and which table that is, by the words of that column

    def target_in(self, row: Row) -> str:
        """The table that a row's cell points to; '' for none."""
        if row[self.name] in (None, ""):
            return ""
        return (self.tables or {}).get(str(row[self.points_by]), "") if self.points_by else self.points_to


@record
class Table:
    """One table. Its key is made of its first columns."""

    name: str
    section: str  # its name in a document
    columns: tuple[Column, ...]
    key: int = 1  # how many columns make it
    order: tuple[str, ...] = ()  # the columns to sort by; the key without any
    parts: tuple[Table, ...] = ()  # tables whose first column holds this one's key; they stand inside its entries
    least: int = 0  # of a part: how many of its entries there are at least
    check: Callable[[Row], None] | None = None  # Misfit where its cells don't fit each other
    is_object: bool = False  # two columns that a document holds as one object, key to value
    csv: str = ""  # the name of its CSV, where that isn't the section's

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    def key_of(self, row: Row) -> tuple[Cell, ...]:
        return tuple(row[column.name] for column in self.columns[: self.key])
