"""A note for each person and each training: what a sheet says of them that no other column takes."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    _add_note("employees", before="search_text TEXT GENERATED")
    _add_note("trainings", before="CONSTRAINT fk_trainings")


def _add_note(table: str, before: str) -> None:
    """A column added to a table stands behind its constraints, so the table is made anew from its own words.

    Its counter goes on where the old one's stood: no id is used twice.
    """
    connection = op.get_bind()
    words = connection.exec_driver_sql(f"SELECT sql FROM sqlite_master WHERE name = '{table}'").scalar_one()
    own = [row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({table})")]
    indexes = connection.exec_driver_sql(
        f"SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = '{table}' AND sql IS NOT NULL"
    ).scalars()
    statements = list(indexes)
    counter = connection.exec_driver_sql(f"SELECT seq FROM sqlite_sequence WHERE name = '{table}'").scalar()
    head, found, tail = words.partition(before)
    assert found, f"{table} has another shape"
    _, _, body = head.partition("(")
    op.execute(f"CREATE TABLE {table}_with_note ({body}note TEXT, {found}{tail}")
    columns = ", ".join(own)
    op.execute(f"INSERT INTO {table}_with_note ({columns}) SELECT {columns} FROM {table}")
    op.drop_table(table)
    op.rename_table(f"{table}_with_note", table)
    for statement in statements:
        op.execute(statement)
    if counter is not None:
        name = sa.text("UPDATE sqlite_sequence SET seq = :seq WHERE name = :name")
        op.execute(name.bindparams(seq=counter, name=table))
