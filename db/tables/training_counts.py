"""Tables derived of trainings: how many there are of each name and of each set of facets, and their numbers."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, PrimaryKeyConstraint, Table, Text

from db.tables.base import metadata, plain
from db.tables.types import Flag

# All outside the journal and without foreign keys (`queries/training_counts.py`): they may lag behind, and must
# stand in nobody's way. Imports do not pay for them; they are brought up to date when they are next read.
training_facets = plain(
    "training_facets",
    Column("year", Integer),
    Column("form_code", Text),
    Column("verified", Flag, nullable=False),
    Column("source", Text),
    Column("trainings", Integer, nullable=False),
)

training_titles = plain(
    "training_titles",
    Column("name", Text, nullable=False),
    Column("organiser", Text),
    Column("trainings", Integer, nullable=False),
    Index("ix_training_titles_name_organiser", "name", "organiser"),
)

# Sorted by the bare number (`bare`: letters and digits alone), so that its beginning finds it.
training_numbers = Table(
    "training_numbers",
    metadata,
    Column("number", Text, nullable=False),
    Column("training_id", Integer, nullable=False),
    PrimaryKeyConstraint("number", "training_id"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
