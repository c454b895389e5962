"""Code tables of BKN and the civil service."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    _disciplinary_actions()
    _echelons()
    _education_levels()
    _functional_levels()
    _grades()
    _position_kinds()
    _siasn_training_kinds()
    _structural_trainings()


def _disciplinary_actions() -> None:
    op.create_table(
        "disciplinary_actions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disciplinary_actions")),
        sa.UniqueConstraint("name", name=op.f("uq_disciplinary_actions_name")),
        sa.UniqueConstraint("uuid", name=op.f("uq_disciplinary_actions_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _echelons() -> None:
    op.create_table(
        "echelons",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("managerial_level", sa.Text(), nullable=False),
        sa.Column("lowest_grade", sa.Text(), nullable=True),
        sa.Column("highest_grade", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_echelons")),
        sa.UniqueConstraint("code", name=op.f("uq_echelons_code")),
        sa.UniqueConstraint("uuid", name=op.f("uq_echelons_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _education_levels() -> None:
    op.create_table(
        "education_levels",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("ordering", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_education_levels")),
        sa.UniqueConstraint("code", name=op.f("uq_education_levels_code")),
        sa.UniqueConstraint("uuid", name=op.f("uq_education_levels_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _functional_levels() -> None:
    op.create_table(
        "functional_levels",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_functional_levels")),
        sa.UniqueConstraint("code", name=op.f("uq_functional_levels_code")),
        sa.UniqueConstraint("uuid", name=op.f("uq_functional_levels_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _grades() -> None:
    op.create_table(
        "grades",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("rank", sa.Text(), nullable=True),
        sa.Column("ordering", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grades")),
        sa.UniqueConstraint("code", name=op.f("uq_grades_code")),
        sa.UniqueConstraint("uuid", name=op.f("uq_grades_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _position_kinds() -> None:
    op.create_table(
        "position_kinds",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_position_kinds")),
        sa.UniqueConstraint("code", name=op.f("uq_position_kinds_code")),
        sa.UniqueConstraint("uuid", name=op.f("uq_position_kinds_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _siasn_training_kinds() -> None:
    op.create_table(
        "siasn_training_kinds",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("certificate_code", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_siasn_training_kinds")),
        sa.UniqueConstraint("code", name=op.f("uq_siasn_training_kinds_code")),
        sa.UniqueConstraint("uuid", name=op.f("uq_siasn_training_kinds_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _structural_trainings() -> None:
    op.create_table(
        "structural_trainings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_structural_trainings")),
        sa.UniqueConstraint("code", name=op.f("uq_structural_trainings_code")),
        sa.UniqueConstraint("uuid", name=op.f("uq_structural_trainings_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
