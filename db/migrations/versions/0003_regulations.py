"""Dated legal parameters."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    _data_quality_checks()
    _index_categories()
    _index_scores()
    _normative_study_periods()
    _regulation_parameters()
    _retirement_ages()
    _training_forms()


def _data_quality_checks() -> None:
    op.create_table(
        "data_quality_checks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("dimension", sa.Text(), nullable=False),
        sa.Column("dimension_weight", sa.REAL(), nullable=False),
        sa.Column("indicator_weight", sa.REAL(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("effective_from", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_quality_checks")),
        sa.UniqueConstraint("code", "effective_from", name=op.f("uq_data_quality_checks_code_effective_from")),
        sa.UniqueConstraint("uuid", name=op.f("uq_data_quality_checks_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _index_categories() -> None:
    op.create_table(
        "index_categories",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("lowest_score", sa.REAL(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("effective_from", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_index_categories")),
        sa.UniqueConstraint(
            "lowest_score", "effective_from", name=op.f("uq_index_categories_lowest_score_effective_from")
        ),
        sa.UniqueConstraint("uuid", name=op.f("uq_index_categories_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _index_scores() -> None:
    op.create_table(
        "index_scores",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("dimension", sa.Text(), nullable=False),
        sa.Column("position_group", sa.Text(), nullable=False),
        sa.Column("criterion", sa.Text(), nullable=False),
        sa.Column("time_window", sa.Text(), nullable=True),
        sa.Column("score", sa.REAL(), nullable=False),
        sa.Column("effective_from", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_index_scores")),
        sa.UniqueConstraint(
            "dimension",
            "position_group",
            "criterion",
            "effective_from",
            name=op.f("uq_index_scores_dimension_position_group_criterion_effective_from"),
        ),
        sa.UniqueConstraint("uuid", name=op.f("uq_index_scores_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _normative_study_periods() -> None:
    op.create_table(
        "normative_study_periods",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("level_code", sa.Text(), nullable=False),
        sa.Column("years", sa.Integer(), nullable=False),
        sa.Column("effective_from", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_normative_study_periods")),
        sa.UniqueConstraint(
            "level_code", "effective_from", name=op.f("uq_normative_study_periods_level_code_effective_from")
        ),
        sa.UniqueConstraint("uuid", name=op.f("uq_normative_study_periods_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _regulation_parameters() -> None:
    op.create_table(
        "regulation_parameters",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("effective_from", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_regulation_parameters")),
        sa.UniqueConstraint("code", "effective_from", name=op.f("uq_regulation_parameters_code_effective_from")),
        sa.UniqueConstraint("uuid", name=op.f("uq_regulation_parameters_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _retirement_ages() -> None:
    op.create_table(
        "retirement_ages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("position_group", sa.Text(), nullable=False),
        sa.Column("years", sa.Integer(), nullable=False),
        sa.Column("effective_from", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_retirement_ages")),
        sa.UniqueConstraint(
            "position_group", "effective_from", name=op.f("uq_retirement_ages_position_group_effective_from")
        ),
        sa.UniqueConstraint("uuid", name=op.f("uq_retirement_ages_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _training_forms() -> None:
    op.create_table(
        "training_forms",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("siasn_kind_code", sa.Text(), nullable=True),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("national_jp", sa.Text(), nullable=True),
        sa.Column("international_jp", sa.Text(), nullable=True),
        sa.Column("limit_text", sa.Text(), nullable=True),
        sa.Column("effective_from", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_forms")),
        sa.UniqueConstraint("code", "effective_from", name=op.f("uq_training_forms_code_effective_from")),
        sa.UniqueConstraint("uuid", name=op.f("uq_training_forms_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
