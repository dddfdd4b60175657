"""What an export holds: every table that is the user's, with its columns. JSON and CSV both follow from it.

A step of the schema that adds a table or a column adds it here (a test compares the two), with a default, so that
documents of an earlier format can be read still; and it raises FORMAT, so that an earlier program refuses the new ones.
"""

from __future__ import annotations

import sqlite3

from lundi.words.errors import Refused
from lundi.words.language import gettext as _
from lundi.words.text import clean
from storage.exchange.campaign_tables import CAMPAIGN_TABLES
from storage.exchange.columns import Table
from storage.exchange.look_back_tables import LOOK_BACK_TABLES
from storage.exchange.strategy_tables import STRATEGY_TABLES
from storage.exchange.week_tables import WEEK_TABLES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from storage.exchange.columns import Content, Row

FORMAT = 5
TABLES = (*STRATEGY_TABLES, *WEEK_TABLES, *LOOK_BACK_TABLES, *CAMPAIGN_TABLES)  # actions point to lines


def every_table(tables: tuple[Table, ...] | None = None) -> Iterator[Table]:
    """Every table, one that others point to before them."""
    for table in TABLES if tables is None else tables:
        yield table
        yield from every_table(table.parts)


def read_content(connection: sqlite3.Connection, path: str) -> Content:
    """Everything of the user's in a file. Refused when there is nothing."""
    content = {table.name: read_rows(connection, table) for table in every_table()}
    if not any(content.values()):
        raise nothing_to_export(path)
    return content


def nothing_to_export(path: str) -> Refused:
    return Refused(_("There is nothing to export yet: {path}").format(path=clean(path)))


def read_rows(connection: sqlite3.Connection, table: Table) -> list[Row]:
    """The rows of one table, in an order that depends on nothing but themselves."""
    order = table.order or table.names[: table.key]
    rows = connection.execute(f"SELECT {', '.join(table.names)} FROM {table.name} ORDER BY {', '.join(order)}")
    return [dict(zip(table.names, row, strict=True)) for row in rows]
