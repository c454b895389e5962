"""Table of people whom a list that was said to be complete did not name, and of what was decided about each."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, Text

from db.tables.base import journalled, one_of
from db.tables.types import IsoDate

ABSENCE_DECISIONS = ("moved", "retired", "died", "dismissed", "stays", "archived")

absences = journalled(
    "absences",
    Column("employee_id", Integer, ForeignKey("employees.id"), nullable=False, unique=True),
    # The agency whose list it was; nothing where it was that of the whole office.
    Column("agency_id", Integer, ForeignKey("agencies.id")),
    Column("noticed_on", IsoDate, nullable=False),
    Column("file_name", Text),
    Column("decision", Text),
    # The day from which the decision holds.
    Column("effective_date", IsoDate),
    Column("note", Text),
    # A later complete list named the person again: the absence is over.
    Column("named_on", IsoDate),
    one_of("decision", ABSENCE_DECISIONS),
    subject="employees",
    subject_column="employee_id",
)
