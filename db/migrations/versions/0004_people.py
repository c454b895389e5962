"""Agencies, posts, programmes, employees and their histories."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_EMPLOYEES = (
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("uuid", sa.Text(), nullable=False),
    sa.Column("nip", sa.Text(), nullable=False),
    sa.Column("previous_nip", sa.Text(), nullable=True),
    sa.Column("nik", sa.Text(), nullable=True),
    sa.Column("siasn_id", sa.Text(), nullable=True),
    sa.Column("name", sa.Text(), nullable=False),
    sa.Column("front_title", sa.Text(), nullable=True),
    sa.Column("back_title", sa.Text(), nullable=True),
    sa.Column("birth_place", sa.Text(), nullable=True),
    sa.Column("birth_date", sa.Text(), nullable=True),
    sa.Column("sex", sa.Text(), nullable=True),
    sa.Column("religion", sa.Text(), nullable=True),
    sa.Column("marital_status", sa.Text(), nullable=True),
    sa.Column("phone", sa.Text(), nullable=True),
    sa.Column("email", sa.Text(), nullable=True),
    sa.Column("official_email", sa.Text(), nullable=True),
    sa.Column("address", sa.Text(), nullable=True),
    sa.Column("tax_number", sa.Text(), nullable=True),
    sa.Column("health_insurance_number", sa.Text(), nullable=True),
    sa.Column("kind", sa.Text(), nullable=False),
    sa.Column("employment_type", sa.Text(), nullable=True),
    sa.Column("cpns_date", sa.Text(), nullable=True),
    sa.Column("cpns_decree_number", sa.Text(), nullable=True),
    sa.Column("cpns_decree_date", sa.Text(), nullable=True),
    sa.Column("pns_date", sa.Text(), nullable=True),
    sa.Column("pns_decree_number", sa.Text(), nullable=True),
    sa.Column("pns_decree_date", sa.Text(), nullable=True),
    sa.Column(
        "search_text",
        sa.Text(),
        sa.Computed("lower(name || ' ' || nip || ' ' || coalesce(nik, ''))", persisted=True),
        nullable=True,
    ),
)


def upgrade() -> None:
    _agencies()
    _employees()
    _agency_names()
    _grade_history()
    _positions()
    _standing_history()
    _study_programmes()
    _education_history()
    _post_history()


def _agencies() -> None:
    op.create_table(
        "agencies",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("short_name", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("closed_on", sa.Text(), nullable=True),
        sa.CheckConstraint("kind IN ('agency', 'unit')", name=op.f("ck_agencies_kind")),
        sa.ForeignKeyConstraint(["parent_id"], ["agencies.id"], name=op.f("fk_agencies_parent_id_agencies")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agencies")),
        sa.UniqueConstraint("code", name=op.f("uq_agencies_code")),
        sa.UniqueConstraint("uuid", name=op.f("uq_agencies_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index("ix_agencies_name_key", "agencies", ["name_key"], unique=False)
    op.create_index("ix_agencies_parent_id", "agencies", ["parent_id"], unique=False)


def _employees() -> None:
    op.create_table(
        "employees",
        *_EMPLOYEES,
        sa.CheckConstraint("kind IN ('PNS', 'CPNS', 'PPPK')", name=op.f("ck_employees_kind")),
        sa.CheckConstraint("sex IN ('M', 'F')", name=op.f("ck_employees_sex")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_employees")),
        sa.UniqueConstraint("nip", name=op.f("uq_employees_nip")),
        sa.UniqueConstraint("uuid", name=op.f("uq_employees_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index("ix_employees_search_text", "employees", ["search_text"], unique=False)


def _agency_names() -> None:
    op.create_table(
        "agency_names",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("used_until", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["agency_id"], ["agencies.id"], name=op.f("fk_agency_names_agency_id_agencies")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agency_names")),
        sa.UniqueConstraint("agency_id", "name_key", name=op.f("uq_agency_names_agency_id_name_key")),
        sa.UniqueConstraint("uuid", name=op.f("uq_agency_names_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _grade_history() -> None:
    op.create_table(
        "grade_history",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("effective_date", sa.Text(), nullable=False),
        sa.Column("grade_code", sa.Text(), nullable=False),
        sa.Column("service_years", sa.Integer(), nullable=True),
        sa.Column("service_months", sa.Integer(), nullable=True),
        sa.Column("decree_number", sa.Text(), nullable=True),
        sa.Column("decree_date", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_grade_history_employee_id_employees")),
        sa.ForeignKeyConstraint(["grade_code"], ["grades.code"], name=op.f("fk_grade_history_grade_code_grades")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grade_history")),
        sa.UniqueConstraint("employee_id", "effective_date", name=op.f("uq_grade_history_employee_id_effective_date")),
        sa.UniqueConstraint("uuid", name=op.f("uq_grade_history_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _positions() -> None:
    op.create_table(
        "positions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("kind_code", sa.Text(), nullable=False),
        sa.Column("echelon_code", sa.Text(), nullable=False),
        sa.Column("level_code", sa.Text(), nullable=True),
        sa.Column("retirement_age", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["level_code"], ["functional_levels.code"], name=op.f("fk_positions_level_code_functional_levels")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_positions")),
        sa.UniqueConstraint(
            "name_key", "kind_code", "echelon_code", name=op.f("uq_positions_name_key_kind_code_echelon_code")
        ),
        sa.UniqueConstraint("uuid", name=op.f("uq_positions_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _standing_history() -> None:
    op.create_table(
        "standing_history",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("effective_date", sa.Text(), nullable=False),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("decree_number", sa.Text(), nullable=True),
        sa.Column("decree_date", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["employee_id"], ["employees.id"], name=op.f("fk_standing_history_employee_id_employees")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_standing_history")),
        sa.UniqueConstraint(
            "employee_id", "effective_date", name=op.f("uq_standing_history_employee_id_effective_date")
        ),
        sa.UniqueConstraint("uuid", name=op.f("uq_standing_history_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _study_programmes() -> None:
    op.create_table(
        "study_programmes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("level_code", sa.Text(), nullable=True),
        sa.Column("siasn_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["level_code"],
            ["education_levels.code"],
            name=op.f("fk_study_programmes_level_code_education_levels"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_study_programmes")),
        sa.UniqueConstraint("name_key", "level_code", name=op.f("uq_study_programmes_name_key_level_code")),
        sa.UniqueConstraint("uuid", name=op.f("uq_study_programmes_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _education_history() -> None:
    op.create_table(
        "education_history",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("effective_date", sa.Text(), nullable=False),
        sa.Column("level_code", sa.Text(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=True),
        sa.Column("school", sa.Text(), nullable=True),
        sa.Column("certificate_number", sa.Text(), nullable=True),
        sa.Column("graduation_year", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["employee_id"], ["employees.id"], name=op.f("fk_education_history_employee_id_employees")
        ),
        sa.ForeignKeyConstraint(
            ["level_code"],
            ["education_levels.code"],
            name=op.f("fk_education_history_level_code_education_levels"),
        ),
        sa.ForeignKeyConstraint(
            ["programme_id"],
            ["study_programmes.id"],
            name=op.f("fk_education_history_programme_id_study_programmes"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_education_history")),
        sa.UniqueConstraint(
            "employee_id",
            "effective_date",
            "level_code",
            name=op.f("uq_education_history_employee_id_effective_date_level_code"),
        ),
        sa.UniqueConstraint("uuid", name=op.f("uq_education_history_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _post_history() -> None:
    op.create_table(
        "post_history",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("effective_date", sa.Text(), nullable=False),
        sa.Column("position_id", sa.Integer(), nullable=True),
        sa.Column("agency_id", sa.Integer(), nullable=True),
        sa.Column("decree_number", sa.Text(), nullable=True),
        sa.Column("decree_date", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["agency_id"], ["agencies.id"], name=op.f("fk_post_history_agency_id_agencies")),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_post_history_employee_id_employees")),
        sa.ForeignKeyConstraint(["position_id"], ["positions.id"], name=op.f("fk_post_history_position_id_positions")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_post_history")),
        sa.UniqueConstraint("employee_id", "effective_date", name=op.f("uq_post_history_employee_id_effective_date")),
        sa.UniqueConstraint("uuid", name=op.f("uq_post_history_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
