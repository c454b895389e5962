"""The MetaData of all tables and the two shapes a table can have: journalled or plain."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import CheckConstraint, Column, Integer, MetaData, Table, Text
from sqlalchemy.schema import SchemaItem

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


@dataclass(frozen=True, slots=True)
class OnePer:
    """How two rows of one owner are known to tell one thing: the fields of `same` agree.

    Those of `unless` must not contradict: where both rows tell them they agree.
    """

    same: tuple[str, ...]
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Journalled:
    """What the journal needs to know of a table.

    `subject` is the table of the thing a row belongs to (a grade row belongs to its employee) and
    `subject_column` the column that points at it. Undo keeps or takes back a subject whole. `one_per` tells rows of
    one owner apart where no unique constraint does.
    """

    subject: str
    subject_column: str = "id"
    one_per: tuple[OnePer, ...] = ()


def journalled(
    name: str,
    *items: SchemaItem,
    subject: str = "",
    subject_column: str = "id",
    one_per: tuple[OnePer, ...] = (),
) -> Table:
    """A table whose every change is captured: integer key, UUID that travels, STRICT, ids never used twice."""
    return Table(
        name,
        metadata,
        Column("id", Integer, primary_key=True),
        Column("uuid", Text, nullable=False, unique=True),
        *items,
        sqlite_strict=True,
        sqlite_autoincrement=True,
        info={"journal": Journalled(subject or name, subject_column, one_per)},
    )


def plain(name: str, *items: SchemaItem, autoincrement: bool = False, by_key: bool = False) -> Table:
    """A table outside the journal: the journal itself, settings, headers of batches; `by_key` its rows lie by key."""
    return Table(
        name, metadata, *items, sqlite_strict=True, sqlite_autoincrement=autoincrement, sqlite_with_rowid=not by_key
    )


def one_of(column: str, values: tuple[str, ...]) -> CheckConstraint:
    """A CHECK that holds a column to the values of an enum of the domain (a test compares the two)."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def journal_of(table: Table) -> Journalled | None:
    """The journal's description of a table, or `None` where its changes are not captured."""
    found = table.info.get("journal")
    return found if isinstance(found, Journalled) else None


def journalled_tables() -> list[Table]:
    """All captured tables, parents before children."""
    return [table for table in metadata.sorted_tables if journal_of(table)]
