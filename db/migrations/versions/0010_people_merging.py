"""Former NIPs of merged people, pairs judged to be two people, and the change set that merges."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_table(
        "former_nips",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("nip", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_former_nips_employee_id_employees")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_former_nips")),
        sa.UniqueConstraint("nip", name=op.f("uq_former_nips_nip")),
        sa.UniqueConstraint("uuid", name=op.f("uq_former_nips_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index("ix_former_nips_employee_id", "former_nips", ["employee_id"], unique=False)
    op.create_table(
        "different_people",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("nip", sa.Text(), nullable=False),
        sa.Column("other_nip", sa.Text(), nullable=False),
        sa.CheckConstraint("nip < other_nip", name=op.f("ck_different_people_order")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_different_people")),
        sa.UniqueConstraint("nip", "other_nip", name=op.f("uq_different_people_nip_other_nip")),
        sa.UniqueConstraint("uuid", name=op.f("uq_different_people_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    _allow_merges()


def _allow_merges() -> None:
    """Only a new table can have another CHECK; its counter goes on where the old one's stood."""
    counter = op.get_bind().exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = 'change_sets'").scalar()
    op.create_table(
        "change_sets_with_merges",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("started_at", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=True),
        sa.Column("file_digest", sa.Text(), nullable=True),
        sa.Column("undoes_id", sa.Integer(), nullable=True),
        sa.Column("first_entry", sa.Integer(), nullable=False),
        sa.Column("last_entry", sa.Integer(), nullable=False),
        sa.Column("entry_marks", sa.LargeBinary(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('edit', 'import', 'demo', 'merge', 'undo', 'redo', 'reference')",
            name=op.f("ck_change_sets_kind"),
        ),
        sa.ForeignKeyConstraint(["undoes_id"], ["change_sets.id"], name=op.f("fk_change_sets_undoes_id_change_sets")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change_sets")),
        sa.UniqueConstraint("uuid", name=op.f("uq_change_sets_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.execute("INSERT INTO change_sets_with_merges SELECT * FROM change_sets")
    op.drop_table("change_sets")
    op.rename_table("change_sets_with_merges", "change_sets")
    if counter is not None:
        op.execute(sa.text("UPDATE sqlite_sequence SET seq = :seq WHERE name = 'change_sets'").bindparams(seq=counter))
