"""Tables of what posts ask of their holders since when, how many people units need in them, and where they lead."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint
from sqlalchemy.schema import SchemaItem

from db.tables.base import journalled, one_of, plain
from db.tables.types import EffectiveDate, Flag

REQUIREMENT_KINDS = ("programme", "training", "certificate", "experience", "competency")
TRAINING_KINDS = ("structural", "functional", "technical")
COMPETENCY_KINDS = ("technical", "managerial", "sociocultural")
GAP_VERDICTS = ("soon", "unclear", "expired", "missing")


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
    # Lists as the sheet writes them; their items are rows of `standard_requirements`.
    Column("programmes", Text),
    Column("trainings", Text),
    Column("experience", Text),
    Column("competencies", Text),
    UniqueConstraint("position_id", "effective_date"),
)

# Items belong to the post as their version does: undo takes a post with all that belongs to it.
standard_requirements = journalled(
    "standard_requirements",
    Column("position_id", Integer, ForeignKey("positions.id"), nullable=False),
    Column("standard_id", Integer, ForeignKey("position_standards.id"), nullable=False),
    Column("ordering", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("mandatory", Flag, nullable=False),
    # Months for which a training or certificate holds.
    Column("validity", Integer),
    Column("training_kind", Text),
    # Months of experience, and the level of the posts in which they are asked.
    Column("months", Integer),
    Column("post_level", Text),
    Column("competency_kind", Text),
    Column("level", Integer),
    one_of("kind", REQUIREMENT_KINDS),
    one_of("training_kind", TRAINING_KINDS),
    one_of("competency_kind", COMPETENCY_KINDS),
    CheckConstraint("level BETWEEN 1 AND 5", name="level"),
    Index("ix_standard_requirements_standard_id", "standard_id"),
    subject="positions",
    subject_column="position_id",
)

position_quotas = _of_a_position(
    "position_quotas",
    Column("agency_id", Integer, ForeignKey("agencies.id"), nullable=False),
    Column("needed", Integer),
    Column("filled", Integer),
    UniqueConstraint("position_id", "agency_id", "effective_date"),
)

career_steps = journalled(
    "career_steps",
    Column("position_id", Integer, ForeignKey("positions.id"), nullable=False),
    Column("next_position_id", Integer, ForeignKey("positions.id"), nullable=False),
    Column("note", Text),
    UniqueConstraint("position_id", "next_position_id"),
    CheckConstraint("position_id <> next_position_id", name="onward"),
    Index("ix_career_steps_next_position_id", "next_position_id"),
    subject="positions",
    subject_column="position_id",
)

# Derived and outside the journal (`queries/person_gaps.py`): what people lack of what their post asks on a day. The key
# is the person's with the place of what is asked. No foreign keys: it may lag behind, and must stand in nobody's way.
person_gaps = plain(
    "person_gaps",
    Column("id", Integer, primary_key=True),
    Column("employee_id", Integer, nullable=False),
    Column("position_id", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("mandatory", Flag, nullable=False),
    Column("verdict", Text, nullable=False),
    one_of("kind", ("education", *REQUIREMENT_KINDS)),
    one_of("verdict", GAP_VERDICTS),
    Index("ix_person_gaps_employee_id", "employee_id"),
)
