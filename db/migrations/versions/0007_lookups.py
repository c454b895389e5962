"""Small indexes that find what is rare: deleted rows in the journal, people without a birth date."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_OWNER = "coalesce(json_extract(before, '$.employee_id'), json_extract(before, '$.plan_id'), subject_id)"


def upgrade() -> None:
    op.create_index(
        "ix_journal_deleted_owner",
        "journal",
        ["table_id", sa.text(_OWNER)],
        unique=False,
        sqlite_where=sa.text("operation = 'delete'"),
    )
    op.create_index(
        "ix_employees_without_birth_date",
        "employees",
        ["id"],
        unique=False,
        sqlite_where=sa.text("birth_date IS NULL"),
    )
