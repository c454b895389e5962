"""Attached files by content, certificates and contracts; standings in codes that end, posts held for a time."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

_STANDINGS = (
    ("%tugas belajar%", "study"),
    ("%luar tanggungan%", "unpaid_leave"),
    ("%cltn%", "unpaid_leave"),
    ("%sementara%", "suspended"),
    ("%persiapan pensiun%", "pre_retirement"),
    ("%mpp%", "pre_retirement"),
    ("%pensiun%", "retired"),
    ("%meninggal%", "died"),
    ("%wafat%", "died"),
    ("%pindah%", "moved_out"),
    ("%mutasi keluar%", "moved_out"),
    ("%diberhentikan%", "dismissed"),
    ("%pemberhentian%", "dismissed"),
    ("aktif%", "active"),
)
"""How earlier versions were told of a standing, the first that fits; what fits none has no code."""


def upgrade() -> None:
    _attachments()
    _certificates()
    _contracts()
    _standings()
    _posts()


def _attachments() -> None:
    op.create_table(
        "attachments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachments")),
        sa.UniqueConstraint(
            "subject", "subject_id", "sha256", name=op.f("uq_attachments_subject_subject_id_sha256")
        ),
        sa.UniqueConstraint("uuid", name=op.f("uq_attachments_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )  # fmt: skip
    op.create_index("ix_attachments_sha256", "attachments", ["sha256"], unique=False)


def _certificates() -> None:
    op.create_table(
        "certificates",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("issuer", sa.Text(), nullable=True),
        sa.Column("issued_on", sa.Text(), nullable=True),
        sa.Column("valid_until", sa.Text(), nullable=True),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("training_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_certificates_employee_id_employees")),
        sa.ForeignKeyConstraint(
            ["training_id"],
            ["trainings.id"],
            name=op.f("fk_certificates_training_id_trainings"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificates")),
        sa.UniqueConstraint("uuid", name=op.f("uq_certificates_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index("ix_certificates_employee_id", "certificates", ["employee_id"], unique=False)
    op.create_index("ix_certificates_training_id", "certificates", ["training_id"], unique=False)
    op.create_index("ix_certificates_valid_until", "certificates", ["valid_until"], unique=False)


def _contracts() -> None:
    op.create_table(
        "contracts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("effective_date", sa.Text(), nullable=False),
        sa.Column("until", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("decree_number", sa.Text(), nullable=True),
        sa.Column("decree_date", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_contracts_employee_id_employees")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contracts")),
        sa.UniqueConstraint("employee_id", "effective_date", name=op.f("uq_contracts_employee_id_effective_date")),
        sa.UniqueConstraint("uuid", name=op.f("uq_contracts_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index("ix_contracts_until", "contracts", ["until"], unique=False)


def _standings() -> None:
    op.add_column("standing_history", sa.Column("code", sa.Text(), nullable=True))
    op.add_column("standing_history", sa.Column("until", sa.Text(), nullable=True))
    op.add_column("employee_current", sa.Column("standing_code", sa.Text(), nullable=True))
    connection = op.get_bind()
    # The rules of this step are older than any change set: nothing of it is journalled.
    _without_triggers("standing_history")
    fill = sa.text("UPDATE standing_history SET code = :code WHERE code IS NULL AND lower(standing) LIKE :like")
    for like, code in _STANDINGS:
        connection.execute(fill, {"like": like, "code": code})
    # What was derived is derived anew.
    op.execute("DELETE FROM settings WHERE key = 'employee_current'")


def _without_triggers(table: str) -> None:
    """The journal's triggers are made anew when all steps are done."""
    found = op.get_bind().exec_driver_sql(
        f"SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '{table}'"
    )
    for name in list(found.scalars()):
        op.execute(f'DROP TRIGGER "{name}"')


def _posts() -> None:
    """A post held for a time stands beside the own one, so that only a new table has the right key."""
    connection = op.get_bind()
    counter = connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = 'post_history'").scalar()
    _without_triggers("post_history")
    _post_history("post_history_with_appointments")
    own = "id, uuid, employee_id, effective_date, position_id, agency_id, decree_number, decree_date"
    op.execute(f"INSERT INTO post_history_with_appointments ({own}) SELECT {own} FROM post_history")
    op.drop_table("post_history")
    op.rename_table("post_history_with_appointments", "post_history")
    if counter is not None:
        op.execute(sa.text("UPDATE sqlite_sequence SET seq = :seq WHERE name = 'post_history'").bindparams(seq=counter))


def _post_history(name: str) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("effective_date", sa.Text(), nullable=False),
        sa.Column("position_id", sa.Integer(), nullable=True),
        sa.Column("agency_id", sa.Integer(), nullable=True),
        sa.Column("appointment", sa.Text(), server_default="definitif", nullable=False),
        sa.Column("until", sa.Text(), nullable=True),
        sa.Column("decree_number", sa.Text(), nullable=True),
        sa.Column("decree_date", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "appointment IN ('definitif', 'Plt.', 'Plh.', 'Pj.')", name=op.f("ck_post_history_appointment")
        ),
        sa.ForeignKeyConstraint(["agency_id"], ["agencies.id"], name=op.f("fk_post_history_agency_id_agencies")),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_post_history_employee_id_employees")),
        sa.ForeignKeyConstraint(["position_id"], ["positions.id"], name=op.f("fk_post_history_position_id_positions")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_post_history")),
        sa.UniqueConstraint(
            "employee_id",
            "effective_date",
            "appointment",
            name=op.f("uq_post_history_employee_id_effective_date_appointment"),
        ),
        sa.UniqueConstraint("uuid", name=op.f("uq_post_history_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
