"""Tables of what is recorded of a person year by year or case by case: performance, discipline, the index."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, Table, Text, UniqueConstraint
from sqlalchemy.schema import SchemaItem

from db.tables.base import journalled, one_of
from db.tables.types import IsoDate, Number

RATINGS = ("Sangat Baik", "Baik", "Cukup", "Butuh Perbaikan", "Kurang", "Sangat Kurang", "Buruk")
EXPECTATIONS = ("Di Atas Ekspektasi", "Sesuai Ekspektasi", "Di Bawah Ekspektasi")
DISCIPLINE_LEVELS = ("ringan", "sedang", "berat")


def _record(name: str, *items: SchemaItem) -> Table:
    return journalled(
        name,
        Column("employee_id", Integer, ForeignKey("employees.id"), nullable=False),
        *items,
        subject="employees",
        subject_column="employee_id",
    )


performance_ratings = _record(
    "performance_ratings",
    Column("year", Integer, nullable=False),
    Column("rating", Text),
    Column("value", Number),
    Column("result", Text),
    Column("behaviour", Text),
    Column("assessor_nip", Text),
    Column("assessor", Text),
    one_of("rating", RATINGS),
    one_of("result", EXPECTATIONS),
    one_of("behaviour", EXPECTATIONS),
    UniqueConstraint("employee_id", "year"),
)

disciplinary_actions = _record(
    "disciplinary_actions",
    Column("effective_date", IsoDate, nullable=False),
    # Empty where the sheet tells the level alone, so that the three together are one key.
    Column("measure", Text, nullable=False),
    Column("level", Text),
    Column("until", IsoDate),
    Column("decree_number", Text),
    Column("decree_date", IsoDate),
    Column("reason", Text),
    one_of("level", DISCIPLINE_LEVELS),
    UniqueConstraint("employee_id", "effective_date", "measure"),
)

professionalism_index = _record(
    "professionalism_index",
    Column("year", Integer, nullable=False),
    Column("source", Text, nullable=False),
    # Points, already weighted: the total is their sum.
    Column("qualification", Number),
    Column("competence", Number),
    Column("performance", Number),
    Column("discipline", Number),
    Column("total", Number, nullable=False),
    Column("updated_on", IsoDate),
    UniqueConstraint("employee_id", "year", "source"),
)
