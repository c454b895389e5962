"""The triggers that capture every change of a journalled table, generated from its columns."""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, Table

from db.tables import journal_of

_CHANGE_SET = "(SELECT change_set_id FROM current_change_set)"


def expected_triggers(table_ids: dict[str, int]) -> dict[str, str]:
    """Name and statement of every trigger that should stand, for the given numbers of the tables."""
    from db.tables import journalled_tables  # loads every table, which a start does not need

    return {
        name: statement
        for table in journalled_tables()
        for name, statement in _triggers_of(table, table_ids[table.name]).items()
    }


def install_triggers(connection: Connection, table_ids: dict[str, int]) -> None:
    """Drop and make anew all journal triggers; a migration that rebuilds a table drops them silently."""
    for name in standing_triggers(connection):
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    for statement in expected_triggers(table_ids).values():
        connection.exec_driver_sql(statement)


def standing_triggers(connection: Connection) -> dict[str, str]:
    """Name and statement of the journal triggers that the store holds."""
    rows = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'journal!_%' ESCAPE '!'"
    ).all()
    return {row.name: row.sql for row in rows}


def fingerprint(table: Table) -> str:
    """A short digest of a table's columns; it changes when a migration reshapes the table."""
    return hashlib.sha256(" ".join(_columns(table)).encode()).hexdigest()[:16]


def _columns(table: Table) -> list[str]:
    return [column.name for column in table.columns if column.computed is None]


def _triggers_of(table: Table, table_id: int) -> dict[str, str]:
    columns = _columns(table)
    differs = [f"OLD.{name} IS NOT NEW.{name}" for name in columns]
    whole_row = ", ".join(f"'{name}', OLD.{name}" for name in columns)
    changed_fields = " UNION ALL ".join(
        f"SELECT '{name}' AS field, OLD.{name} AS value WHERE {differs[position]}"
        for position, name in enumerate(columns)
    )
    bodies = {
        "insert": ("", _entry(table, table_id, "NEW", "insert", "NULL")),
        "update": (
            f" WHEN {' OR '.join(differs)}",
            f"{_entry(table, table_id, 'OLD', 'update', 'json_group_object(field, value)')} FROM ({changed_fields})",
        ),
        "delete": ("", _entry(table, table_id, "OLD", "delete", f"json_object({whole_row})")),
    }
    return {
        f"journal_{table.name}_{operation}": (
            f"CREATE TRIGGER journal_{table.name}_{operation} AFTER {operation.upper()} ON {table.name}{when} "
            f"BEGIN INSERT INTO journal (change_set_id, table_id, row_id, subject_id, operation, before) {body}; END"
        )
        for operation, (when, body) in bodies.items()
    }


def _entry(table: Table, table_id: int, row: str, operation: str, before: str) -> str:
    """Outside a change set the first value is NULL, which the journal refuses: nothing escapes it."""
    shape = journal_of(table)
    subject = f"{row}.{shape.subject_column}" if shape else f"{row}.id"
    return f"SELECT {_CHANGE_SET}, {table_id}, {row}.id, {subject}, '{operation}', {before}"
