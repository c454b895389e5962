"""Trainings and study needs."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    _study_plans()
    _trainings()
    _study_needs()
    _study_need_heads()


def _study_plans() -> None:
    op.create_table(
        "study_plans",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("first_year", sa.Integer(), nullable=False),
        sa.Column("last_year", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "state IN ('BELUM', 'DIASISTENSI', 'DIAJUKAN', 'DIVERIFIKASI', 'DISAHKAN')",
            name=op.f("ck_study_plans_state"),
        ),
        sa.CheckConstraint("first_year <= last_year", name=op.f("ck_study_plans_years")),
        sa.ForeignKeyConstraint(["agency_id"], ["agencies.id"], name=op.f("fk_study_plans_agency_id_agencies")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_study_plans")),
        sa.UniqueConstraint(
            "agency_id", "first_year", "last_year", name=op.f("uq_study_plans_agency_id_first_year_last_year")
        ),
        sa.UniqueConstraint("uuid", name=op.f("uq_study_plans_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _trainings() -> None:
    op.create_table(
        "trainings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("form_code", sa.Text(), nullable=True),
        sa.Column("organiser", sa.Text(), nullable=True),
        sa.Column("start_date", sa.Text(), nullable=True),
        sa.Column("end_date", sa.Text(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("jp", sa.REAL(), nullable=True),
        sa.Column("jp_counted", sa.REAL(), nullable=True),
        sa.Column("certificate_number", sa.Text(), nullable=True),
        sa.Column("certificate_date", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("verified", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_trainings_employee_id_employees")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trainings")),
        sa.UniqueConstraint("uuid", name=op.f("uq_trainings_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index("ix_trainings_employee_id_start_date", "trainings", ["employee_id", "start_date"], unique=False)
    op.create_index(
        "ix_trainings_year_employee_id_jp",
        "trainings",
        ["year", "employee_id", "jp_counted", "jp", "verified"],
        unique=False,
    )


def _study_needs() -> None:
    op.create_table(
        "study_needs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("level_code", sa.Text(), nullable=True),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("position_id", sa.Integer(), nullable=True),
        sa.Column("funding", sa.Text(), nullable=True),
        sa.Column("amount_apbn", sa.Integer(), nullable=True),
        sa.Column("amount_apbd", sa.Integer(), nullable=True),
        sa.Column("amount_sponsor", sa.Integer(), nullable=True),
        sa.Column("amount_self", sa.Integer(), nullable=True),
        sa.Column("basis", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "funding IN ('APBN', 'APBD', 'SPONSOR', 'MANDIRI', 'COST_SHARING')",
            name=op.f("ck_study_needs_funding"),
        ),
        sa.CheckConstraint("state IN ('DIAJUKAN', 'DIVERIFIKASI', 'DITOLAK')", name=op.f("ck_study_needs_state")),
        sa.ForeignKeyConstraint(
            ["level_code"], ["education_levels.code"], name=op.f("fk_study_needs_level_code_education_levels")
        ),
        sa.ForeignKeyConstraint(["plan_id"], ["study_plans.id"], name=op.f("fk_study_needs_plan_id_study_plans")),
        sa.ForeignKeyConstraint(["position_id"], ["positions.id"], name=op.f("fk_study_needs_position_id_positions")),
        sa.ForeignKeyConstraint(
            ["programme_id"],
            ["study_programmes.id"],
            name=op.f("fk_study_needs_programme_id_study_programmes"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_study_needs")),
        sa.UniqueConstraint("uuid", name=op.f("uq_study_needs_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index("ix_study_needs_plan_id", "study_needs", ["plan_id"], unique=False)


def _study_need_heads() -> None:
    op.create_table(
        "study_need_heads",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("need_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("heads", sa.Integer(), nullable=False),
        sa.CheckConstraint("heads >= 0", name=op.f("ck_study_need_heads_heads")),
        sa.ForeignKeyConstraint(["need_id"], ["study_needs.id"], name=op.f("fk_study_need_heads_need_id_study_needs")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_study_need_heads")),
        sa.UniqueConstraint("need_id", "year", name=op.f("uq_study_need_heads_need_id_year")),
        sa.UniqueConstraint("uuid", name=op.f("uq_study_need_heads_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
