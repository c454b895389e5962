"""The journal and its change sets, settings."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _change_sets()
    _journalled_tables()
    _settings()
    _current_change_set()
    _import_batches()
    _journal()


def _change_sets() -> None:
    op.create_table(
        "change_sets",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("started_at", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=True),
        sa.Column("file_digest", sa.Text(), nullable=True),
        sa.Column("undoes_id", sa.Integer(), nullable=True),
        sa.Column("first_entry", sa.Integer(), nullable=False),
        sa.Column("last_entry", sa.Integer(), nullable=False),
        sa.Column("entry_marks", sa.LargeBinary(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('edit', 'import', 'demo', 'undo', 'redo', 'reference')",
            name=op.f("ck_change_sets_kind"),
        ),
        sa.ForeignKeyConstraint(["undoes_id"], ["change_sets.id"], name=op.f("fk_change_sets_undoes_id_change_sets")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change_sets")),
        sa.UniqueConstraint("uuid", name=op.f("uq_change_sets_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _journalled_tables() -> None:
    op.create_table(
        "journalled_tables",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("reshaped_after", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journalled_tables")),
        sa.UniqueConstraint("name", name=op.f("uq_journalled_tables_name")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _settings() -> None:
    op.create_table(
        "settings",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_settings")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
    )


def _current_change_set() -> None:
    op.create_table(
        "current_change_set",
        sa.Column("change_set_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["change_set_id"],
            ["change_sets.id"],
            name=op.f("fk_current_change_set_change_set_id_change_sets"),
        ),
        sa.PrimaryKeyConstraint("change_set_id", name=op.f("pk_current_change_set")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
    )


def _import_batches() -> None:
    op.create_table(
        "import_batches",
        sa.Column("change_set_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("sheet", sa.Text(), nullable=False),
        sa.Column("sender", sa.Text(), nullable=True),
        sa.Column("row_count", sa.Integer(), nullable=False),
        sa.Column("new_count", sa.Integer(), nullable=False),
        sa.Column("changed_count", sa.Integer(), nullable=False),
        sa.Column("same_count", sa.Integer(), nullable=False),
        sa.Column("rejected_count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["change_set_id"], ["change_sets.id"], name=op.f("fk_import_batches_change_set_id_change_sets")
        ),
        sa.PrimaryKeyConstraint("change_set_id", name=op.f("pk_import_batches")),
        sqlite_autoincrement=False,
        sqlite_strict=True,
    )


def _journal() -> None:
    op.create_table(
        "journal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("change_set_id", sa.Integer(), nullable=False),
        sa.Column("table_id", sa.Integer(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("operation", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("digest", sa.Text(), nullable=True),
        sa.CheckConstraint("operation IN ('insert', 'update', 'delete')", name=op.f("ck_journal_operation")),
        sa.ForeignKeyConstraint(
            ["change_set_id"], ["change_sets.id"], name=op.f("fk_journal_change_set_id_change_sets")
        ),
        sa.ForeignKeyConstraint(
            ["table_id"], ["journalled_tables.id"], name=op.f("fk_journal_table_id_journalled_tables")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index("ix_journal_table_id_row_id", "journal", ["table_id", "row_id"], unique=False)
