"""Tables of people: the employee and the dated histories from which the present state is derived."""

from __future__ import annotations

from sqlalchemy import Column, Computed, ForeignKey, Index, Integer, Table, Text, UniqueConstraint, text
from sqlalchemy.schema import SchemaItem

from db.tables.base import journalled, one_of, plain
from db.tables.types import EffectiveDate, IsoDate

EMPLOYEE_KINDS = ("PNS", "CPNS", "PPPK")
SERVICES = ("active", "away", "left")
APPOINTMENTS = ("definitif", "Plt.", "Plh.", "Pj.")
OWN_POST = APPOINTMENTS[0]
"""The appointment that makes a post one's own; the others are held for a time beside it."""

employees = journalled(
    "employees",
    Column("nip", Text, nullable=False, unique=True),
    Column("previous_nip", Text),
    Column("nik", Text),
    Column("siasn_id", Text),
    Column("name", Text, nullable=False),
    Column("front_title", Text),
    Column("back_title", Text),
    Column("birth_place", Text),
    Column("birth_date", IsoDate),
    Column("sex", Text),
    Column("religion", Text),
    Column("marital_status", Text),
    Column("phone", Text),
    Column("email", Text),
    Column("official_email", Text),
    Column("address", Text),
    Column("tax_number", Text),
    Column("health_insurance_number", Text),
    Column("kind", Text, nullable=False),
    Column("employment_type", Text),
    Column("cpns_date", IsoDate),
    Column("cpns_decree_number", Text),
    Column("cpns_decree_date", IsoDate),
    Column("pns_date", IsoDate),
    Column("pns_decree_number", Text),
    Column("pns_decree_date", IsoDate),
    Column("note", Text),
    # The search index: computed by the store itself, so never out of step; its covering index is what is scanned.
    Column(
        "search_text",
        Text,
        Computed("lower(name || ' ' || nip || ' ' || coalesce(nik, ''))", persisted=True),
    ),
    one_of("kind", EMPLOYEE_KINDS),
    one_of("sex", ("M", "F")),
    Index("ix_employees_search_text", "search_text"),
    Index("ix_employees_without_birth_date", "id", sqlite_where=text("birth_date IS NULL")),
)


def _history(name: str, *items: SchemaItem) -> Table:
    return journalled(
        name,
        Column("employee_id", Integer, ForeignKey("employees.id"), nullable=False),
        Column("effective_date", EffectiveDate, nullable=False),
        *items,
        subject="employees",
        subject_column="employee_id",
    )


grade_history = _history(
    "grade_history",
    Column("grade_code", Text, ForeignKey("grades.code"), nullable=False),
    Column("service_years", Integer),
    Column("service_months", Integer),
    Column("decree_number", Text),
    Column("decree_date", IsoDate),
    UniqueConstraint("employee_id", "effective_date"),
)

post_history = _history(
    "post_history",
    Column("position_id", Integer, ForeignKey("positions.id")),
    Column("agency_id", Integer, ForeignKey("agencies.id")),
    Column("appointment", Text, nullable=False, server_default=OWN_POST),
    # The last day, of a post held for a time; the own one ends where the next begins.
    Column("until", IsoDate),
    Column("decree_number", Text),
    Column("decree_date", IsoDate),
    one_of("appointment", APPOINTMENTS),
    UniqueConstraint("employee_id", "effective_date", "appointment"),
)

education_history = _history(
    "education_history",
    Column("level_code", Text, ForeignKey("education_levels.code"), nullable=False),
    Column("programme_id", Integer, ForeignKey("study_programmes.id")),
    Column("school", Text),
    Column("certificate_number", Text),
    # Where only the year is known, `effective_date` is its first day.
    Column("graduation_year", Integer),
    UniqueConstraint("employee_id", "effective_date", "level_code"),
)

standing_history = _history(
    "standing_history",
    Column("standing", Text, nullable=False),
    # What the words mean (`domain.standings`), `None` where nobody knows.
    Column("code", Text),
    # The last day (leave ends); what held before holds again from the next day on.
    Column("until", IsoDate),
    Column("decree_number", Text),
    Column("decree_date", IsoDate),
    UniqueConstraint("employee_id", "effective_date"),
)

# What each code of a standing means, as the rules have it (`domain.employment`); brought up to date at the start.
standings = plain(
    "standings",
    Column("code", Text, primary_key=True),
    Column("service", Text, nullable=False),
    one_of("service", SERVICES),
    by_key=True,
)

# Derived and outside the journal (`queries/employee_current.py`): what lists sort and count by, in rows so narrow that
# a scan of all people is quick. No foreign keys: it may lag behind, and must stand in nobody's way.
employee_current = plain(
    "employee_current",
    Column("employee_id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("nip", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("sex", Text),
    # Keys of the rows of the histories in force.
    Column("grade_id", Integer),
    Column("post_id", Integer),
    Column("education_id", Integer),
    Column("standing_id", Integer),
    Column("grade_code", Text),
    Column("agency_id", Integer),
    Column("standing_code", Text),
    # Everybody in order, and who is still in service, without touching the rows.
    Index("ix_employee_current_name_nip_standing_code", "name", "nip", "standing_code", unique=True),
)
