"""Triggers that write every change of a table into the journal."""

from __future__ import annotations

from sqlite_utils import Database


def follow(db: Database, table: str, key: tuple[str, ...]) -> None:
    """Write every change of a table into the journal; to be called again when a step adds a column.

    Only inside an intent (which opens a batch): the sample year, say, is no change that anybody made.
    """
    columns = [column.name for column in db.table(table).columns]

    def row(prefix: str, names: tuple[str, ...] | list[str]) -> str:
        return "json_object(" + ", ".join(f"'{name}', {prefix}.{name}" for name in names) + ")"

    for event, alive, before, after in (
        ("INSERT", "new", "NULL", row("new", columns)),
        ("UPDATE", "new", row("old", columns), row("new", columns)),
        ("DELETE", "old", row("old", columns), "NULL"),
    ):
        name = f"journal_{table}_{event.lower()}"
        db.conn.execute(f"DROP TRIGGER IF EXISTS {name}")
        db.conn.execute(
            f"""
            CREATE TRIGGER {name} AFTER {event} ON {table} WHEN EXISTS (SELECT 1 FROM open_batch)
            BEGIN
                INSERT INTO change (batch_id, table_name, key, before, after)
                SELECT id, '{table}', {row(alive, key)}, {before}, {after} FROM open_batch;
            END
            """
        )
