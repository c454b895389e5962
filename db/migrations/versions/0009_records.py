"""What is recorded of people and asked by posts; the table of penalties gives its name to the people's records."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    _disciplinary_measures()
    _disciplinary_actions()
    _performance_ratings()
    _professionalism_index()
    _position_standards()
    _position_quotas()


def _disciplinary_measures() -> None:
    op.create_table(
        "disciplinary_measures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disciplinary_measures")),
        sa.UniqueConstraint("name", name=op.f("uq_disciplinary_measures_name")),
        sa.UniqueConstraint("uuid", name=op.f("uq_disciplinary_measures_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.execute("INSERT INTO disciplinary_measures SELECT id, uuid, level, name FROM disciplinary_actions")
    op.drop_table("disciplinary_actions")
    # What the journal tells of the old table is about the rows that moved.
    op.execute("UPDATE journalled_tables SET name = 'disciplinary_measures' WHERE name = 'disciplinary_actions'")


def _disciplinary_actions() -> None:
    op.create_table(
        "disciplinary_actions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("effective_date", sa.Text(), nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=True),
        sa.Column("until", sa.Text(), nullable=True),
        sa.Column("decree_number", sa.Text(), nullable=True),
        sa.Column("decree_date", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.CheckConstraint("level IN ('ringan', 'sedang', 'berat')", name=op.f("ck_disciplinary_actions_level")),
        sa.ForeignKeyConstraint(
            ["employee_id"], ["employees.id"], name=op.f("fk_disciplinary_actions_employee_id_employees")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disciplinary_actions")),
        sa.UniqueConstraint(
            "employee_id",
            "effective_date",
            "measure",
            name=op.f("uq_disciplinary_actions_employee_id_effective_date_measure"),
        ),
        sa.UniqueConstraint("uuid", name=op.f("uq_disciplinary_actions_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


_RATINGS = "'Sangat Baik', 'Baik', 'Cukup', 'Butuh Perbaikan', 'Kurang', 'Sangat Kurang', 'Buruk'"
_EXPECTATIONS = "'Di Atas Ekspektasi', 'Sesuai Ekspektasi', 'Di Bawah Ekspektasi'"


def _performance_ratings() -> None:
    op.create_table(
        "performance_ratings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("rating", sa.Text(), nullable=True),
        sa.Column("value", sa.REAL(), nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("behaviour", sa.Text(), nullable=True),
        sa.Column("assessor_nip", sa.Text(), nullable=True),
        sa.Column("assessor", sa.Text(), nullable=True),
        sa.CheckConstraint(f"rating IN ({_RATINGS})", name=op.f("ck_performance_ratings_rating")),
        sa.CheckConstraint(f"result IN ({_EXPECTATIONS})", name=op.f("ck_performance_ratings_result")),
        sa.CheckConstraint(f"behaviour IN ({_EXPECTATIONS})", name=op.f("ck_performance_ratings_behaviour")),
        sa.ForeignKeyConstraint(
            ["employee_id"], ["employees.id"], name=op.f("fk_performance_ratings_employee_id_employees")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_performance_ratings")),
        sa.UniqueConstraint("employee_id", "year", name=op.f("uq_performance_ratings_employee_id_year")),
        sa.UniqueConstraint("uuid", name=op.f("uq_performance_ratings_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _professionalism_index() -> None:
    op.create_table(
        "professionalism_index",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("qualification", sa.REAL(), nullable=True),
        sa.Column("competence", sa.REAL(), nullable=True),
        sa.Column("performance", sa.REAL(), nullable=True),
        sa.Column("discipline", sa.REAL(), nullable=True),
        sa.Column("total", sa.REAL(), nullable=False),
        sa.Column("updated_on", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["employee_id"], ["employees.id"], name=op.f("fk_professionalism_index_employee_id_employees")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_professionalism_index")),
        sa.UniqueConstraint(
            "employee_id", "year", "source", name=op.f("uq_professionalism_index_employee_id_year_source")
        ),
        sa.UniqueConstraint("uuid", name=op.f("uq_professionalism_index_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _position_standards() -> None:
    op.create_table(
        "position_standards",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("position_id", sa.Integer(), nullable=False),
        sa.Column("effective_date", sa.Text(), nullable=False),
        sa.Column("position_class", sa.Integer(), nullable=True),
        sa.Column("job_family", sa.Text(), nullable=True),
        sa.Column("education_code", sa.Text(), nullable=True),
        sa.Column("programmes", sa.Text(), nullable=True),
        sa.Column("trainings", sa.Text(), nullable=True),
        sa.Column("experience", sa.Text(), nullable=True),
        sa.Column("competencies", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["position_id"], ["positions.id"], name=op.f("fk_position_standards_position_id_positions")
        ),
        sa.ForeignKeyConstraint(
            ["education_code"],
            ["education_levels.code"],
            name=op.f("fk_position_standards_education_code_education_levels"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_position_standards")),
        sa.UniqueConstraint(
            "position_id", "effective_date", name=op.f("uq_position_standards_position_id_effective_date")
        ),
        sa.UniqueConstraint("uuid", name=op.f("uq_position_standards_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _position_quotas() -> None:
    op.create_table(
        "position_quotas",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("position_id", sa.Integer(), nullable=False),
        sa.Column("effective_date", sa.Text(), nullable=False),
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("needed", sa.Integer(), nullable=True),
        sa.Column("filled", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["agency_id"], ["agencies.id"], name=op.f("fk_position_quotas_agency_id_agencies")),
        sa.ForeignKeyConstraint(
            ["position_id"], ["positions.id"], name=op.f("fk_position_quotas_position_id_positions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_position_quotas")),
        sa.UniqueConstraint(
            "position_id",
            "agency_id",
            "effective_date",
            name=op.f("uq_position_quotas_position_id_agency_id_effective_date"),
        ),
        sa.UniqueConstraint("uuid", name=op.f("uq_position_quotas_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
