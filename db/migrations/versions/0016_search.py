"""What is kept of trainings to be counted and found by: facets, names with organisers, numbers of certificates."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.create_table(
        "training_facets",
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("form_code", sa.Text(), nullable=True),
        sa.Column("verified", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("trainings", sa.Integer(), nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "training_titles",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("organiser", sa.Text(), nullable=True),
        sa.Column("trainings", sa.Integer(), nullable=False),
        sqlite_strict=True,
    )
    op.create_index("ix_training_titles_name_organiser", "training_titles", ["name", "organiser"], unique=False)
    op.create_table(
        "training_numbers",
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("training_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number", "training_id", name=op.f("pk_training_numbers")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
