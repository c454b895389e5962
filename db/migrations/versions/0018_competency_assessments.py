"""Competencies of people as they were assessed; an index that covers the counts of some people's trainings."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"

_TABLE = "competency_assessments"


def upgrade() -> None:
    _assessments()
    op.drop_index("ix_trainings_employee_id_start_date", table_name="trainings")
    op.create_index(
        "ix_trainings_employee_id_start_date_facets",
        "trainings",
        ["employee_id", "start_date", "year", "verified", "form_code", "source"],
        unique=False,
    )


def _assessments() -> None:
    op.create_table(
        _TABLE,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("assessed_on", sa.Text(), nullable=False),
        sa.Column("competency", sa.Text(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("assessor", sa.Text(), nullable=True),
        sa.Column("number", sa.Text(), nullable=True),
        sa.CheckConstraint("level BETWEEN 1 AND 5", name=op.f(f"ck_{_TABLE}_level")),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f(f"fk_{_TABLE}_employee_id_employees")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{_TABLE}")),
        sa.UniqueConstraint(
            "employee_id", "assessed_on", "competency", name=op.f(f"uq_{_TABLE}_employee_id_assessed_on_competency")
        ),
        sa.UniqueConstraint("uuid", name=op.f(f"uq_{_TABLE}_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
