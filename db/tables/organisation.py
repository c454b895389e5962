"""Tables of the organisation: agencies and units as one tree, posts, programmes of study."""

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
    Column("closed_on", IsoDate),
    one_of("kind", ("agency", "unit")),
    Index("ix_agencies_name_key", "name_key"),
    Index("ix_agencies_parent_id", "parent_id"),
)

agency_names = journalled(
    "agency_names",
    Column("agency_id", Integer, ForeignKey("agencies.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False),
    Column("used_until", IsoDate),
    UniqueConstraint("agency_id", "name_key"),
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
