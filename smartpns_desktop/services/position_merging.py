"""Making one post of two: what belongs to the one that goes becomes the other's, once for each day and unit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from db import Writer
from db.queries import positions as queries
from db.queries import references, writing

_BELONGING = {
    "position_standards": ("effective_date",),
    "position_quotas": ("agency_id", "effective_date"),
    "career_steps": ("next_position_id",),
}
"""Tables whose rows belong to a post, and the fields of which it has one row each."""


def merge(writer: Writer, key: int, into: int) -> set[str]:
    """Bring all that belongs to a post or points at it to another one, and remove it; the tables it touched."""
    queries.hand_over(writer, key, into)
    _hand_over_steps(writer, key, into)
    for table, identity in _BELONGING.items():
        _hand_over(writer, table, identity, key, into)
    references.remove(writer, "positions", [key])
    return {"positions", "post_history", "study_needs", "standard_requirements", *_BELONGING}


def _hand_over(writer: Writer, table: str, identity: Sequence[str], key: int, into: int) -> None:
    """Rows that the other post has already stay behind, and go with the post that goes."""
    told = {_values(row, identity) for row in queries.rows_about(writer, table, into)}
    moved = [row.id for row in queries.rows_about(writer, table, key) if _values(row, identity) not in told]
    writing.update_rows(writer, table, [(row, {"position_id": into}) for row in moved])
    if table == "position_standards":
        items = [row.id for row in queries.items_of(writer, moved) if row.standard_id in set(moved)]
        writing.update_rows(writer, "standard_requirements", [(row, {"position_id": into}) for row in items])


def _hand_over_steps(writer: Writer, key: int, into: int) -> None:
    """Steps that led to the post that goes lead to the other; one that would lead to itself goes."""
    steps = queries.steps_of(writer)
    known = {it.position_id for it in steps if it.next_position_id == into}
    led = [it for it in steps if it.next_position_id == key]
    gone = [it.id for it in led if it.position_id in (into, *known)]
    gone += [it.id for it in steps if (it.position_id, it.next_position_id) == (key, into)]
    writing.delete_rows(writer, "career_steps", gone)
    kept = [it.id for it in led if it.id not in gone]
    writing.update_rows(writer, "career_steps", [(row, {"next_position_id": into}) for row in kept])


def _values(row: Any, names: Sequence[str]) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in names)
