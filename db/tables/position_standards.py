"""Tables of what posts ask of their holders since when, and how many people each unit needs in them."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, Table, Text, UniqueConstraint
from sqlalchemy.schema import SchemaItem

from db.tables.base import journalled
from db.tables.types import EffectiveDate


def _of_a_position(name: str, *items: SchemaItem) -> Table:
    return journalled(
        name,
        Column("position_id", Integer, ForeignKey("positions.id"), nullable=False),
        Column("effective_date", EffectiveDate, nullable=False),
        *items,
        subject="positions",
        subject_column="position_id",
    )


position_standards = _of_a_position(
    "position_standards",
    Column("position_class", Integer),
    Column("job_family", Text),
    Column("education_code", Text, ForeignKey("education_levels.code")),
    # Lists as the sheet writes them.
    Column("programmes", Text),
    Column("trainings", Text),
    Column("experience", Text),
    Column("competencies", Text),
    UniqueConstraint("position_id", "effective_date"),
)

position_quotas = _of_a_position(
    "position_quotas",
    Column("agency_id", Integer, ForeignKey("agencies.id"), nullable=False),
    Column("needed", Integer),
    Column("filled", Integer),
    UniqueConstraint("position_id", "agency_id", "effective_date"),
)
