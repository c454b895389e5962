"""Tables of the journal: change sets, their entries, and the headers of imports; none is journalled itself."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Text, text

from db.tables.base import one_of, plain
from db.tables.types import Moment

CHANGE_SET_KINDS = ("edit", "import", "demo", "merge", "undo", "redo", "reference")

change_sets = plain(
    "change_sets",
    Column("id", Integer, primary_key=True),
    Column("uuid", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("file_name", Text),
    Column("file_digest", Text),
    Column("undoes_id", Integer, ForeignKey("change_sets.id")),
    Column("first_entry", Integer, nullable=False),
    Column("last_entry", Integer, nullable=False),
    # Four bytes of each entry's digest: they name the damaged entry, the link proves the damage.
    Column("entry_marks", LargeBinary, nullable=False),
    Column("link", Text, nullable=False),
    one_of("kind", CHANGE_SET_KINDS),
    autoincrement=True,
)

journalled_tables_table = plain(
    "journalled_tables",
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("fingerprint", Text, nullable=False),
    # Change sets up to this one were made under an older shape of the table: readable, not undoable.
    Column("reshaped_after", Integer, nullable=False),
    autoincrement=True,
)

DELETED_OWNER = "coalesce(json_extract(before, '$.employee_id'), json_extract(before, '$.plan_id'), subject_id)"
"""Whom a deleted row belonged to: a training its person, a line its plan, any other row its subject."""

DELETED = "operation = 'delete'"

journal = plain(
    "journal",
    Column("id", Integer, primary_key=True),
    Column("change_set_id", Integer, ForeignKey("change_sets.id"), nullable=False),
    Column("table_id", Integer, ForeignKey("journalled_tables.id"), nullable=False),
    Column("row_id", Integer, nullable=False),
    Column("subject_id", Integer, nullable=False),
    Column("operation", Text, nullable=False),
    # JSON: nothing on insert, the changed fields' old values on update, the old row on delete.
    Column("before", Text),
    # Stands in for `before` once that was destroyed, so that the chain still holds.
    Column("digest", Text),
    one_of("operation", ("insert", "update", "delete")),
    Index("ix_journal_table_id_row_id", "table_id", "row_id"),
    # What a thing once had is found by it; imports, which delete nothing, do not pay for it.
    Index("ix_journal_deleted_owner", "table_id", text(DELETED_OWNER), sqlite_where=text(DELETED)),
    autoincrement=True,
)

current_change_set = plain(
    "current_change_set",
    Column("change_set_id", Integer, ForeignKey("change_sets.id"), primary_key=True),
)

import_batches = plain(
    "import_batches",
    Column("change_set_id", Integer, ForeignKey("change_sets.id"), primary_key=True),
    Column("kind", Text, nullable=False),
    Column("sheet", Text, nullable=False),
    Column("sender", Text),
    Column("row_count", Integer, nullable=False),
    Column("new_count", Integer, nullable=False),
    Column("changed_count", Integer, nullable=False),
    Column("same_count", Integer, nullable=False),
    Column("rejected_count", Integer, nullable=False),
)

settings = plain(
    "settings",
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
