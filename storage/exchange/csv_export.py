"""Writing everything of the user's as CSV files, one a table, which a spreadsheet opens."""

from __future__ import annotations

import csv
import io

from storage.exchange.tables import every_table, read_content
from storage.file.session import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from storage.exchange.columns import Content, Row, Table
    from storage.exchange.json_values import Cell

    Names = dict[str, dict[Cell, Cell]]  # what people call the rows of a table, by the table and their ids

# What a cell begins with that a spreadsheet takes for a formula, and the sign before a text that is to stay one.
_RECKONED, _TEXT_SIGN = ("=", "+", "-", "@", "\t", "\r", "'"), "'"
_NAMED = {"habit": "name", "action": "title", "choice": "name", "campaign": "name", "measure": "name"}


def export_csv(session: Session, *, for_excel: bool = False) -> dict[str, str]:
    """The texts of the files, by their names. Refused when there is nothing to export.

    For Excel where it is set to a comma in numbers, as in French: a byte order mark, and semicolons between the cells.
    """
    mark, between = ("\ufeff", ";") if for_excel else ("", ",")
    with session.reading() as connection:
        content = read_content(connection, session.path)
        names = {table: {row["id"]: row[column] for row in content[table]} for table, column in _NAMED.items()}
        sheets = {table.csv or table.section: _sheet(table, content, names, between) for table in every_table()}
        return {f"{name}.csv": mark + sheet for name, sheet in sheets.items()}


def text_of(cell: str) -> str:
    """What a cell of ours says, without the sign that keeps a spreadsheet from reckoning with it."""
    return cell[1:] if cell[:1] == _TEXT_SIGN and cell[1:2] in _RECKONED else cell


def _sheet(table: Table, content: Content, names: Names, between: str) -> str:
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, delimiter=between)
    writer.writerow(_head(table))
    writer.writerows(_line(table, row, names) for row in content[table.name])
    return sheet.getvalue()


def _head(table: Table) -> Iterator[str]:
    """The columns' names; 'habit' after 'habit_id', for the name of that habit, and 'name' after another one."""
    for column in table.columns:
        yield column.name
        if column.points_to or column.points_by:
            yield column.name.removesuffix("_id") if column.name.endswith("_id") else "name"


def _line(table: Table, row: Row, names: Names) -> Iterator[object]:
    for column in table.columns:
        cell = row[column.name]
        yield _shown(column.kind.write(cell))
        if column.points_to or column.points_by:
            yield _shown(names.get(column.target_in(row), {}).get(cell))


def _shown(value: object) -> object:
    """As a spreadsheet has it: 'true', '1 3 5'; nothing for what isn't there."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str) and value[:1] in _RECKONED and value:
        return _TEXT_SIGN + value
    return " ".join(map(str, value)) if isinstance(value, list) else value
