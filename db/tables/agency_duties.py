"""Tables of what an agency answers for: its contacts, targets, commitments, and what it was asked to submit."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Text, UniqueConstraint

from db.tables.base import journalled, one_of
from db.tables.types import IsoDate, Number

CONTACT_ROLES = ("head", "in_charge")
TARGET_KINDS = ("jp_met_share", "jp_mean", "people_trained", "study_places")
SUBMISSION_KINDS = ("study-needs", "employees", "trainings", "performance-ratings", "ip-asn", "positions", "agencies")
SUBMISSION_STATES = ("BELUM", "SEBAGIAN", "DIAJUKAN", "DITERIMA")

agency_contacts = journalled(
    "agency_contacts",
    Column("agency_id", Integer, ForeignKey("agencies.id"), nullable=False),
    Column("role", Text, nullable=False),
    # A person of ours, or the name of somebody who is none.
    Column("employee_id", Integer, ForeignKey("employees.id")),
    Column("name", Text),
    Column("phone", Text),
    Column("email", Text),
    one_of("role", CONTACT_ROLES),
    CheckConstraint("employee_id IS NOT NULL OR name IS NOT NULL", name="who"),
    UniqueConstraint("agency_id", "role"),
    Index("ix_agency_contacts_employee_id", "employee_id"),
    subject="agencies",
    subject_column="agency_id",
)

agency_targets = journalled(
    "agency_targets",
    Column("agency_id", Integer, ForeignKey("agencies.id"), nullable=False),
    Column("year", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("value", Number, nullable=False),
    Column("note", Text),
    one_of("kind", TARGET_KINDS),
    CheckConstraint("value >= 0", name="value"),
    UniqueConstraint("agency_id", "year", "kind"),
    subject="agencies",
    subject_column="agency_id",
)

agency_commitments = journalled(
    "agency_commitments",
    Column("agency_id", Integer, ForeignKey("agencies.id"), nullable=False),
    Column("signed_on", IsoDate, nullable=False),
    Column("signer", Text, nullable=False),
    Column("number", Text),
    Column("subject", Text, nullable=False),
    Index("ix_agency_commitments_agency_id", "agency_id"),
    subject="agencies",
    subject_column="agency_id",
)

submission_calls = journalled(
    "submission_calls",
    Column("kind", Text, nullable=False),
    Column("period", Text, nullable=False),
    Column("year", Integer, nullable=False),
    Column("opened_on", IsoDate, nullable=False),
    Column("deadline", IsoDate, nullable=False),
    Column("note", Text),
    one_of("kind", SUBMISSION_KINDS),
    CheckConstraint("opened_on <= deadline", name="days"),
    UniqueConstraint("kind", "period"),
)

agency_submissions = journalled(
    "agency_submissions",
    Column("call_id", Integer, ForeignKey("submission_calls.id"), nullable=False),
    Column("agency_id", Integer, ForeignKey("agencies.id"), nullable=False),
    Column("state", Text, nullable=False),
    Column("submitted_on", IsoDate),
    Column("note", Text),
    one_of("state", SUBMISSION_STATES),
    UniqueConstraint("call_id", "agency_id"),
    Index("ix_agency_submissions_agency_id", "agency_id"),
    subject="agencies",
    subject_column="agency_id",
)
