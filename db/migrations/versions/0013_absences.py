"""People who were absent from a full list, and what was decided about them; who is in service, in order."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.create_table(
        "absences",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("agency_id", sa.Integer(), nullable=True),
        sa.Column("noticed_on", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=True),
        sa.Column("decision", sa.Text(), nullable=True),
        sa.Column("effective_date", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("named_on", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "decision IN ('moved', 'retired', 'died', 'dismissed', 'stays', 'archived')",
            name=op.f("ck_absences_decision"),
        ),
        sa.ForeignKeyConstraint(["agency_id"], ["agencies.id"], name=op.f("fk_absences_agency_id_agencies")),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_absences_employee_id_employees")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absences")),
        sa.UniqueConstraint("employee_id", name=op.f("uq_absences_employee_id")),
        sa.UniqueConstraint("uuid", name=op.f("uq_absences_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.drop_index("ix_employee_current_name_nip", "employee_current")
    op.create_index(
        "ix_employee_current_name_nip_standing_code", "employee_current", ["name", "nip", "standing_code"], unique=True
    )
