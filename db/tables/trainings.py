"""Table of trainings: one row is one person's development activity with its lesson hours (JP)."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Text

from db.tables.base import OnePer, journalled
from db.tables.types import Flag, IsoDate, Number

trainings = journalled(
    "trainings",
    Column("employee_id", Integer, ForeignKey("employees.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False),
    Column("form_code", Text),
    Column("organiser", Text),
    Column("start_date", IsoDate),
    Column("end_date", IsoDate),
    Column("year", Integer),
    Column("jp", Number),
    Column("jp_counted", Number),
    Column("certificate_number", Text),
    Column("certificate_date", IsoDate),
    Column("source", Text),
    Column("verified", Flag, nullable=False),
    Column("note", Text),
    # Days on which it was held; `None` where that is every day from the first to the last.
    Column("day_count", Integer),
    # A person's trainings in their order; covers the counts of some people's without touching the rows.
    Index(
        "ix_trainings_employee_id_start_date_facets",
        "employee_id",
        "start_date",
        "year",
        "verified",
        "form_code",
        "source",
    ),
    # Covers "a year's JP per employee" without touching the rows.
    Index("ix_trainings_year_employee_id_jp", "year", "employee_id", "jp_counted", "jp", "verified"),
    one_per=(OnePer(("name_key", "start_date"), unless=("certificate_number",)),),
)
