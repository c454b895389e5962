"""The table of files that are attached to rows of other tables; the files stand beside the store, by content."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, Text, UniqueConstraint

from db.tables.base import journalled

# No foreign key: a row whose thing is gone stays, so that undoing brings the thing back with its files. No key is used
# twice, hence what a row points at is its own thing or none.
attachments = journalled(
    "attachments",
    Column("subject", Text, nullable=False),
    Column("subject_id", Integer, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("format", Text, nullable=False),
    # In bytes.
    Column("size", Integer, nullable=False),
    UniqueConstraint("subject", "subject_id", "sha256"),
    Index("ix_attachments_sha256", "sha256"),
)
