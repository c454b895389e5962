"""Statements on one person: the keys of what belongs to the person, and the NIPs borne before."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from db.database import Reader
from db.migrate import table_ids
from db.tables import metadata
from db.tables.journal import change_sets, journal
from db.tables.organisation import positions
from db.tables.people_merging import former_nips


def keys_of(reader: Reader, table: str, employee_key: int) -> list[int]:
    """Keys of a person's rows in a table that has a column `employee_id`."""
    target = metadata.tables[table]
    statement = select(target.c.id).where(target.c.employee_id == employee_key)
    return list(reader.connection.execute(statement.order_by(target.c.id)).scalars())


def former_nips_of(reader: Reader, employee_key: int) -> list[Any]:
    """Key, `nip`, and when (`at`) the record with that NIP became part of this one; the newest first."""
    came = (
        select(change_sets.c.started_at)
        .join(journal, journal.c.change_set_id == change_sets.c.id)
        .where(
            journal.c.table_id == table_ids(reader.connection)["former_nips"],
            journal.c.row_id == former_nips.c.id,
            journal.c.operation == "insert",
        )
        .order_by(change_sets.c.id)
        .limit(1)
        .scalar_subquery()
    )
    statement = select(former_nips.c.id.label("key"), former_nips.c.nip, came.label("at"))
    statement = statement.where(former_nips.c.employee_id == employee_key).order_by(former_nips.c.id.desc())
    return list(reader.connection.execute(statement))


def post_of(reader: Reader, position_key: int) -> Any | None:
    """What a post tells of its holder's retirement: name, kind_code, echelon_code, level_code, retirement_age."""
    names = ("name", "kind_code", "echelon_code", "level_code", "retirement_age")
    statement = select(*(positions.c[name] for name in names)).where(positions.c.id == position_key)
    return reader.connection.execute(statement).one_or_none()
