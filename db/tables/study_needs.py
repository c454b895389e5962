"""Tables of study-need planning: the plan of an agency for a period, its lines, and heads per year."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Text, UniqueConstraint

from db.tables.base import journalled, one_of

PLAN_STATES = ("BELUM", "DIASISTENSI", "DIAJUKAN", "DIVERIFIKASI", "DISAHKAN")
NEED_STATES = ("DIAJUKAN", "DIVERIFIKASI", "DITOLAK")
FUNDINGS = ("APBN", "APBD", "SPONSOR", "MANDIRI", "COST_SHARING")

study_plans = journalled(
    "study_plans",
    Column("agency_id", Integer, ForeignKey("agencies.id"), nullable=False),
    Column("first_year", Integer, nullable=False),
    Column("last_year", Integer, nullable=False),
    Column("state", Text, nullable=False),
    one_of("state", PLAN_STATES),
    CheckConstraint("first_year <= last_year", name="years"),
    UniqueConstraint("agency_id", "first_year", "last_year"),
)

study_needs = journalled(
    "study_needs",
    Column("plan_id", Integer, ForeignKey("study_plans.id"), nullable=False),
    Column("level_code", Text, ForeignKey("education_levels.code")),
    Column("programme_id", Integer, ForeignKey("study_programmes.id"), nullable=False),
    Column("field", Text),
    Column("position_id", Integer, ForeignKey("positions.id")),
    Column("funding", Text),
    # Whole rupiah per source; they add up to the cost where the funding is shared.
    Column("amount_apbn", Integer),
    Column("amount_apbd", Integer),
    Column("amount_sponsor", Integer),
    Column("amount_self", Integer),
    Column("basis", Text),
    Column("state", Text, nullable=False),
    Column("note", Text),
    one_of("funding", FUNDINGS),
    one_of("state", NEED_STATES),
    Index("ix_study_needs_plan_id", "plan_id"),
)

study_need_heads = journalled(
    "study_need_heads",
    Column("need_id", Integer, ForeignKey("study_needs.id"), nullable=False),
    Column("year", Integer, nullable=False),
    Column("heads", Integer, nullable=False),
    CheckConstraint("heads >= 0", name="heads"),
    UniqueConstraint("need_id", "year"),
    subject="study_needs",
    subject_column="need_id",
)
