"""Statements on settings: plain keys and values outside the journal."""

from __future__ import annotations

from sqlalchemy import delete, insert, select

from db.database import Reader
from db.tables.journal import settings


def get(reader: Reader, key: str) -> str | None:
    """The value of a setting, `None` where it was never set."""
    found = reader.connection.execute(select(settings.c.value).where(settings.c.key == key)).scalar()
    return None if found is None else str(found)


def put(reader: Reader, key: str, value: str) -> None:
    """Set a setting, in a writing transaction."""
    reader.connection.execute(delete(settings).where(settings.c.key == key))
    reader.connection.execute(insert(settings).values(key=key, value=value))


def values_below(reader: Reader, prefix: str) -> list[str]:
    """Values of all settings whose key begins so, in the order of their keys."""
    wanted = select(settings.c.value).where(settings.c.key.startswith(prefix, autoescape=True))
    return list(reader.connection.execute(wanted.order_by(settings.c.key)).scalars())
