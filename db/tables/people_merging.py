"""Tables of who is whom: the NIPs that people bore before records were merged, and who were judged to be two."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Text, UniqueConstraint

from db.tables.base import journalled

former_nips = journalled(
    "former_nips",
    Column("employee_id", Integer, ForeignKey("employees.id"), nullable=False),
    Column("nip", Text, nullable=False, unique=True),
    Index("ix_former_nips_employee_id", "employee_id"),
    subject="employees",
    subject_column="employee_id",
)

# By NIP, not by key: the judgement outlives an import that is undone and read again.
different_people = journalled(
    "different_people",
    Column("nip", Text, nullable=False),
    Column("other_nip", Text, nullable=False),
    UniqueConstraint("nip", "other_nip"),
    CheckConstraint("nip < other_nip", name="order"),
)
