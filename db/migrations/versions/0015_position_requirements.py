"""What versions of a post's standard ask item by item, career paths, the competencies that all posts share, gaps."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

_KINDS = "'programme', 'training', 'certificate', 'experience', 'competency'"
_TRAINING_KINDS = "'structural', 'functional', 'technical'"
_COMPETENCY_KINDS = "'technical', 'managerial', 'sociocultural'"


def upgrade() -> None:
    _standard_requirements()
    _career_steps()
    _competencies()
    _person_gaps()


def _standard_requirements() -> None:
    table = "standard_requirements"
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("position_id", sa.Integer(), nullable=False),
        sa.Column("standard_id", sa.Integer(), nullable=False),
        sa.Column("ordering", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("mandatory", sa.Integer(), nullable=False),
        sa.Column("validity", sa.Integer(), nullable=True),
        sa.Column("training_kind", sa.Text(), nullable=True),
        sa.Column("months", sa.Integer(), nullable=True),
        sa.Column("post_level", sa.Text(), nullable=True),
        sa.Column("competency_kind", sa.Text(), nullable=True),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.CheckConstraint(f"kind IN ({_KINDS})", name=op.f(f"ck_{table}_kind")),
        sa.CheckConstraint(f"training_kind IN ({_TRAINING_KINDS})", name=op.f(f"ck_{table}_training_kind")),
        sa.CheckConstraint(f"competency_kind IN ({_COMPETENCY_KINDS})", name=op.f(f"ck_{table}_competency_kind")),
        sa.CheckConstraint("level BETWEEN 1 AND 5", name=op.f(f"ck_{table}_level")),
        sa.ForeignKeyConstraint(["position_id"], ["positions.id"], name=op.f(f"fk_{table}_position_id_positions")),
        sa.ForeignKeyConstraint(
            ["standard_id"], ["position_standards.id"], name=op.f(f"fk_{table}_standard_id_position_standards")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("uuid", name=op.f(f"uq_{table}_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(f"ix_{table}_standard_id", table, ["standard_id"], unique=False)


def _career_steps() -> None:
    table = "career_steps"
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("position_id", sa.Integer(), nullable=False),
        sa.Column("next_position_id", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.CheckConstraint("position_id <> next_position_id", name=op.f(f"ck_{table}_onward")),
        sa.ForeignKeyConstraint(["position_id"], ["positions.id"], name=op.f(f"fk_{table}_position_id_positions")),
        sa.ForeignKeyConstraint(
            ["next_position_id"], ["positions.id"], name=op.f(f"fk_{table}_next_position_id_positions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("position_id", "next_position_id", name=op.f(f"uq_{table}_position_id_next_position_id")),
        sa.UniqueConstraint("uuid", name=op.f(f"uq_{table}_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(f"ix_{table}_next_position_id", table, ["next_position_id"], unique=False)


def _competencies() -> None:
    op.create_table(
        "competencies",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("effective_from", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_competencies")),
        sa.UniqueConstraint("code", "effective_from", name=op.f("uq_competencies_code_effective_from")),
        sa.UniqueConstraint("uuid", name=op.f("uq_competencies_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _person_gaps() -> None:
    op.create_table(
        "person_gaps",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("position_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("mandatory", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.CheckConstraint(f"kind IN ('education', {_KINDS})", name=op.f("ck_person_gaps_kind")),
        sa.CheckConstraint("verdict IN ('soon', 'unclear', 'expired', 'missing')", name=op.f("ck_person_gaps_verdict")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_gaps")),
        sqlite_strict=True,
    )
    op.create_index("ix_person_gaps_employee_id", "person_gaps", ["employee_id"], unique=False)
