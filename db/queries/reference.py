"""Statements on code tables and dated regulations."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from db.database import Reader
from db.queries.writing import table_named


def rows_of(reader: Reader, table: str) -> list[dict[str, Any]]:
    """All rows of a reference table by column name."""
    target = table_named(table)
    return [dict(row._mapping) for row in reader.connection.execute(select(target).order_by(target.c.id))]
