"""Tables of the organisation: agencies and units as one tree and what they were before, posts, programmes of study."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Text, UniqueConstraint

from db.tables.base import journalled, one_of
from db.tables.types import IsoDate

agencies = journalled(
    "agencies",
    Column("parent_id", Integer, ForeignKey("agencies.id")),
    Column("code", Text, unique=True),
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False),
    Column("short_name", Text),
    Column("kind", Text, nullable=False),
    # The first day on which it is there, and the first on which it is no more; nothing where nobody knows or it stands.
    Column("closed_on", IsoDate),
    Column("opened_on", IsoDate),
    one_of("kind", ("agency", "unit")),
    Index("ix_agencies_name_key", "name_key"),
    Index("ix_agencies_parent_id", "parent_id"),
)

agency_names = journalled(
    "agency_names",
    Column("agency_id", Integer, ForeignKey("agencies.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False),
    # The first day on which it bore another name; nothing where the name is known, but not when it was borne.
    Column("used_until", IsoDate),
    UniqueConstraint("agency_id", "name_key", "used_until"),
    subject="agencies",
    subject_column="agency_id",
)

agency_codes = journalled(
    "agency_codes",
    Column("agency_id", Integer, ForeignKey("agencies.id"), nullable=False),
    Column("code", Text, nullable=False),
    Column("used_until", IsoDate, nullable=False),
    UniqueConstraint("agency_id", "code", "used_until"),
    subject="agencies",
    subject_column="agency_id",
)

agency_parents = journalled(
    "agency_parents",
    Column("agency_id", Integer, ForeignKey("agencies.id"), nullable=False),
    # Nothing where it stood at the top.
    Column("parent_id", Integer, ForeignKey("agencies.id")),
    Column("used_until", IsoDate, nullable=False),
    UniqueConstraint("agency_id", "used_until"),
    Index("ix_agency_parents_parent_id", "parent_id"),
    subject="agencies",
    subject_column="agency_id",
)

agency_successors = journalled(
    "agency_successors",
    Column("agency_id", Integer, ForeignKey("agencies.id"), nullable=False),
    Column("successor_id", Integer, ForeignKey("agencies.id"), nullable=False),
    Column("effective_date", IsoDate, nullable=False),
    UniqueConstraint("agency_id", "successor_id", "effective_date"),
    Index("ix_agency_successors_successor_id", "successor_id"),
    subject="agencies",
    subject_column="agency_id",
)

positions = journalled(
    "positions",
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False),
    # Empty text where the sheet does not tell, so that the three together are one key.
    Column("kind_code", Text, nullable=False),
    Column("echelon_code", Text, nullable=False),
    Column("level_code", Text, ForeignKey("functional_levels.code")),
    Column("retirement_age", Integer),
    UniqueConstraint("name_key", "kind_code", "echelon_code"),
)

study_programmes = journalled(
    "study_programmes",
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False),
    Column("level_code", Text, ForeignKey("education_levels.code")),
    Column("siasn_id", Text),
    UniqueConstraint("name_key", "level_code"),
)
