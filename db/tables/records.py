"""Tables of what is recorded of a person year by year or case by case: performance, discipline, certificates, …"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint
from sqlalchemy.schema import SchemaItem

from db.tables.base import OnePer, journalled, one_of
from db.tables.types import IsoDate, Number

RATINGS = ("Sangat Baik", "Baik", "Cukup", "Butuh Perbaikan", "Kurang", "Sangat Kurang", "Buruk")
EXPECTATIONS = ("Di Atas Ekspektasi", "Sesuai Ekspektasi", "Di Bawah Ekspektasi")
DISCIPLINE_LEVELS = ("ringan", "sedang", "berat")


def _record(name: str, *items: SchemaItem, one_per: tuple[OnePer, ...] = ()) -> Table:
    return journalled(
        name,
        Column("employee_id", Integer, ForeignKey("employees.id"), nullable=False),
        *items,
        subject="employees",
        subject_column="employee_id",
        one_per=one_per,
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

certificates = _record(
    "certificates",
    Column("name", Text, nullable=False),
    Column("number", Text),
    Column("issuer", Text),
    Column("issued_on", IsoDate),
    # The last day; `None` for one that never expires.
    Column("valid_until", IsoDate),
    # The field or competency that it proves.
    Column("field", Text),
    # A certificate stands without the training that led to it; the journal captures the letting go as any change.
    Column("training_id", Integer, ForeignKey("trainings.id", ondelete="SET NULL")),
    Index("ix_certificates_employee_id", "employee_id"),
    Index("ix_certificates_training_id", "training_id"),
    Index("ix_certificates_valid_until", "valid_until"),
    one_per=(OnePer(("name", "number", "issued_on"), unless=("valid_until",)),),
)

competency_assessments = _record(
    "competency_assessments",
    Column("assessed_on", IsoDate, nullable=False),
    # The name as the reference or the posts' standards have it, where they do.
    Column("competency", Text, nullable=False),
    Column("level", Integer, nullable=False),
    Column("assessor", Text),
    Column("number", Text),
    CheckConstraint("level BETWEEN 1 AND 5", name="level"),
    UniqueConstraint("employee_id", "assessed_on", "competency"),
)

contracts = _record(
    "contracts",
    Column("effective_date", IsoDate, nullable=False),
    Column("until", IsoDate, nullable=False),
    Column("number", Text),
    Column("decree_number", Text),
    Column("decree_date", IsoDate),
    UniqueConstraint("employee_id", "effective_date"),
    Index("ix_contracts_until", "until"),
)
