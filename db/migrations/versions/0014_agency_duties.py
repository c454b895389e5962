"""Agencies over time (codes, parents, successors), who answers for one, its targets, commitments and submissions."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0014"
down_revision = "0013"

_UUID = (
    "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || "
    "substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))"
)
"""A new random UUID (version 4, RFC 9562)."""


def upgrade() -> None:
    _add_opening()
    _add_pasts()
    _name_anew()
    _add_contacts_and_targets()
    _add_submissions()


def _create(name: str, *items: SchemaItem, unique: tuple[str, ...] = ()) -> None:
    """A journalled table: key, UUID, the columns, a foreign key for each that ends in _id, the unique columns."""
    referred = {"agency_id": "agencies", "parent_id": "agencies", "successor_id": "agencies"}
    referred |= {"employee_id": "employees", "call_id": "submission_calls"}
    columns = [it.name for it in items if isinstance(it, sa.Column)]
    keys = [
        sa.ForeignKeyConstraint([it], [f"{referred[it]}.id"], name=op.f(f"fk_{name}_{it}_{referred[it]}"))
        for it in columns
        if it in referred
    ]
    rules = [sa.UniqueConstraint(*unique, name=op.f(f"uq_{name}_{'_'.join(unique)}"))] if unique else []
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        *items,
        *keys,
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        *rules,
        sa.UniqueConstraint("uuid", name=op.f(f"uq_{name}_uuid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _number(name: str, *, null: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=null)


def _text(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=null)


def _listed(table: str, column: str, *values: str) -> sa.CheckConstraint:
    told = ", ".join(f"'{value}'" for value in values)
    return sa.CheckConstraint(f"{column} IN ({told})", name=op.f(f"ck_{table}_{column}"))


def _add_opening() -> None:
    """A column added to a table stands behind its constraints, so the table is made anew from its own words."""
    connection = op.get_bind()
    words = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'agencies'").scalar_one()
    indexes = connection.exec_driver_sql(
        "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'agencies' AND sql IS NOT NULL"
    ).scalars()
    statements = list(indexes)
    head, found, tail = words.partition("(")[2].partition("CONSTRAINT")
    op.execute(f"CREATE TABLE agencies_with_opening ({head}opened_on TEXT, {found}{tail}")
    own = "id, uuid, parent_id, code, name, name_key, short_name, kind, closed_on"
    op.execute(f"INSERT INTO agencies_with_opening ({own}) SELECT {own} FROM agencies")
    counter = _counter("agencies")
    op.drop_table("agencies")
    op.rename_table("agencies_with_opening", "agencies")
    _count_on("agencies", counter)
    for statement in statements:
        op.execute(statement)


def _counter(table: str) -> int | None:
    found = op.get_bind().exec_driver_sql(f"SELECT seq FROM sqlite_sequence WHERE name = '{table}'").scalar()
    return None if found is None else int(found)


def _count_on(table: str, counter: int | None) -> None:
    """Let a table's counter go on where that of the old one stood: no id is used twice."""
    if counter is not None:
        connection = op.get_bind()
        connection.exec_driver_sql(f"DELETE FROM sqlite_sequence WHERE name = '{table}'")
        connection.exec_driver_sql(f"INSERT INTO sqlite_sequence (name, seq) VALUES ('{table}', {counter})")


def _add_pasts() -> None:
    unique = ("agency_id", "code", "used_until")
    _create("agency_codes", _number("agency_id"), _text("code"), _text("used_until"), unique=unique)
    _create(
        "agency_parents",
        _number("agency_id"),
        _number("parent_id", null=True),
        _text("used_until"),
        unique=("agency_id", "used_until"),
    )
    op.create_index("ix_agency_parents_parent_id", "agency_parents", ["parent_id"], unique=False)
    unique = ("agency_id", "successor_id", "effective_date")
    _create("agency_successors", *map(_number, unique[:2]), _text("effective_date"), unique=unique)
    op.create_index("ix_agency_successors_successor_id", "agency_successors", ["successor_id"], unique=False)


def _name_anew() -> None:
    """A name may be borne, left and borne again; names that came with a merger become those of the successor's past.

    Mergers used to hand the names of the closed agency on, with the day on which it was closed.
    """
    op.execute(
        f"INSERT INTO agency_successors (uuid, agency_id, successor_id, effective_date) SELECT {_UUID}, * FROM ("
        "SELECT DISTINCT gone.id, names.agency_id, gone.closed_on FROM agencies AS gone JOIN agency_names AS names "
        "ON names.name_key = gone.name_key AND names.used_until = gone.closed_on AND names.agency_id <> gone.id)"
    )
    op.rename_table("agency_names", "agency_names_before")
    _create(
        "agency_names",
        _number("agency_id"),
        _text("name"),
        _text("name_key"),
        _text("used_until", null=True),
        unique=("agency_id", "name_key", "used_until"),
    )
    op.execute(
        "INSERT INTO agency_names SELECT id, uuid, agency_id, name, name_key, CASE WHEN EXISTS ("
        "SELECT 1 FROM agency_successors AS went JOIN agencies AS gone ON gone.id = went.agency_id "
        "LEFT JOIN agency_names_before AS own ON own.agency_id = gone.id WHERE went.successor_id = names.agency_id "
        "AND names.name_key IN (gone.name_key, own.name_key)) THEN NULL ELSE used_until END "
        "FROM agency_names_before AS names"
    )
    _count_on("agency_names", _counter("agency_names_before"))
    op.drop_table("agency_names_before")


def _add_contacts_and_targets() -> None:
    name = "agency_contacts"
    _create(
        name, _number("agency_id"), _text("role"), _number("employee_id", null=True), _text("name", null=True),
        _text("phone", null=True), _text("email", null=True), _listed(name, "role", "head", "in_charge"),
        sa.CheckConstraint("employee_id IS NOT NULL OR name IS NOT NULL", name=op.f(f"ck_{name}_who")),
        unique=("agency_id", "role"),
    )  # fmt: skip
    op.create_index("ix_agency_contacts_employee_id", name, ["employee_id"], unique=False)
    name = "agency_targets"
    _create(
        name, _number("agency_id"), _number("year"), _text("kind"), sa.Column("value", sa.REAL(), nullable=False),
        _text("note", null=True), _listed(name, "kind", "jp_met_share", "jp_mean", "people_trained", "study_places"),
        sa.CheckConstraint("value >= 0", name=op.f(f"ck_{name}_value")),
        unique=("agency_id", "year", "kind"),
    )  # fmt: skip
    name = "agency_commitments"
    _create(
        name, _number("agency_id"), _text("signed_on"), _text("signer"), _text("number", null=True), _text("subject")
    )
    op.create_index("ix_agency_commitments_agency_id", name, ["agency_id"], unique=False)


def _add_submissions() -> None:
    name = "submission_calls"
    _create(
        name, _text("kind"), _text("period"), _number("year"), _text("opened_on"), _text("deadline"),
        _text("note", null=True),
        _listed(name, "kind", "study-needs", "employees", "trainings", "performance-ratings", "ip-asn", "positions",
                "agencies"),
        sa.CheckConstraint("opened_on <= deadline", name=op.f(f"ck_{name}_days")),
        unique=("kind", "period"),
    )  # fmt: skip
    name = "agency_submissions"
    _create(
        name, _number("call_id"), _number("agency_id"), _text("state"), _text("submitted_on", null=True),
        _text("note", null=True), _listed(name, "state", "BELUM", "SEBAGIAN", "DIAJUKAN", "DITERIMA"),
        unique=("call_id", "agency_id"),
    )  # fmt: skip
    op.create_index("ix_agency_submissions_agency_id", name, ["agency_id"], unique=False)
