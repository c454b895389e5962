"""Tables of the health of the data: what was found of a day, derived, and figures kept for the trend."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, Text

from db.tables.base import plain
from db.tables.types import Flag, IsoDate

# Derived and outside the journal, like `employee_current`: no foreign keys, it stands in nobody's way.
data_findings = plain(
    "data_findings",
    Column("day", IsoDate, primary_key=True),
    # Employee and check in one number, so that a row keeps its key when it is derived anew.
    Column("key", Integer, primary_key=True),
    Column("employee_id", Integer, nullable=False),
    # Where the own post of that day is.
    Column("agency_id", Integer),
    # Empty in the one row that each person has whatever was found: it says that the person was looked at.
    Column("check_code", Text, nullable=False),
    # Whether data lack by which the check could be judged.
    Column("is_open", Flag, nullable=False),
    by_key=True,
)

health_figures = plain(
    "health_figures",
    Column("id", Integer, primary_key=True),
    # The day whose state was looked at, and the agency at the top (nothing: people without one).
    Column("day", IsoDate, nullable=False),
    Column("agency_id", Integer),
    Column("check_code", Text, nullable=False),
    Column("people", Integer, nullable=False),
    Column("found", Integer, nullable=False),
    Column("open", Integer, nullable=False),
    Index("ix_health_figures_day", "day"),
)
