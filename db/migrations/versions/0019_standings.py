"""What each legal standing means for service, so that statements read the rule instead of repeating it."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    op.create_table(
        "standings",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.CheckConstraint("service IN ('active', 'away', 'left')", name=op.f("ck_standings_service")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_standings")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
