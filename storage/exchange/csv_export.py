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

_NAMED = {"habit": "name", "action": "title", "choice": "name", "campaign": "name", "measure": "name"}


def export_csv(session: Session) -> dict[str, str]:
    """The texts of the files, by their names. Refused when there is nothing to export."""
    with session.reading() as connection:
        content = read_content(connection, session.path)
        names = {table: {row["id"]: row[column] for row in content[table]} for table, column in _NAMED.items()}
        return {f"{table.csv or table.section}.csv": _sheet(table, content, names) for table in every_table()}


def _sheet(table: Table, content: Content, names: Names) -> str:
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet)
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
            yield names.get(column.target_in(row), {}).get(cell)


def _shown(value: object) -> object:
    """As a spreadsheet has it: 'true', '1 3 5'; nothing for what isn't there."""
    if isinstance(value, bool):
        return str(value).lower()
    return " ".join(map(str, value)) if isinstance(value, list) else value
