"""Statements on change sets and import batches as people look at them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import func, insert, select

from db import journal as chain
from db.database import Reader, Writer
from db.queries.writing import where_in
from db.tables.journal import change_sets, import_batches, journal, journalled_tables_table


def newest(reader: Reader) -> int:
    """Number of the newest change set, 0 in an empty store."""
    return head(reader)[0]


def head(reader: Reader) -> tuple[int, str]:
    """Number and link of the newest change set: two stores, or moments, of the same head hold the same records."""
    return chain.head(reader.connection)


def link_of(reader: Reader, number: int) -> str | None:
    """The link of one change set, `None` where it does not stand."""
    return chain.link_of(reader.connection, number)


def add_header(writer: Writer, header: Mapping[str, Any]) -> None:
    """Note what kind of import the running change set is."""
    writer.connection.execute(insert(import_batches).values(change_set_id=writer.change_set_id, **header))


def change_set(reader: Reader, number: int) -> Any | None:
    """One change set, `None` where there is none of that number."""
    return reader.connection.execute(select(change_sets).where(change_sets.c.id == number)).one_or_none()


def stands(reader: Reader, kind: str) -> bool:
    """Whether a change set of a kind was made and not taken back since."""
    made = select(change_sets.c.id).where(change_sets.c.kind == kind)
    return any(_last_turn(reader, number) != "undo" for number in list(reader.connection.execute(made).scalars()))


def _last_turn(reader: Reader, number: int) -> str:
    header = headers_of(reader, chain_of(reader, number)[-1:])
    return str(next(iter(header.values())).kind)


def chain_of(reader: Reader, root: int) -> list[int]:
    """A change set and all that undid and redid it, oldest first."""
    statement = select(change_sets.c.id).where((change_sets.c.id == root) | (change_sets.c.undoes_id == root))
    return list(reader.connection.execute(statement.order_by(change_sets.c.id)).scalars())


def log_backwards(reader: Reader) -> Iterator[Any]:
    """Who made, undid and redid what, newest first, as it is read: id, kind and the root of its chain.

    Left out is what undo cannot touch: reference data, and change sets that changed nothing.
    """
    root = func.coalesce(change_sets.c.undoes_id, change_sets.c.id).label("root")
    statement = (
        select(change_sets.c.id, change_sets.c.kind, root)
        .where(change_sets.c.kind != "reference", change_sets.c.first_entry <= change_sets.c.last_entry)
        .order_by(change_sets.c.id.desc())
    )
    with reader.connection.execute(statement.execution_options(yield_per=64)) as found:
        yield from found


def headers_of(reader: Reader, numbers: Sequence[int]) -> dict[int, Any]:
    """Id, kind, reason, started_at, actor, file_name and undoes_id of these change sets, by number."""
    names = ("id", "kind", "reason", "started_at", "actor", "file_name", "undoes_id")
    statement = select(*(change_sets.c[name] for name in names))
    return {row.id: row for row in where_in(reader, statement, change_sets.c.id, list(numbers))}


def entries_of(reader: Reader, number: int) -> Iterator[Any]:
    """Journal entries of one change set in order: id, table name, row_id, subject_id, operation, before."""
    header = change_set(reader, number)
    columns = (
        journal.c.id,
        journalled_tables_table.c.name.label("table"),
        journal.c.row_id,
        journal.c.subject_id,
        journal.c.operation,
        journal.c.before,
    )
    statement = select(*columns).join(journalled_tables_table, journalled_tables_table.c.id == journal.c.table_id)
    if header is None or header.first_entry > header.last_entry:
        return iter(())
    wanted = statement.where(journal.c.id.between(header.first_entry, header.last_entry)).order_by(journal.c.id)
    return iter(reader.connection.execute(wanted))


def touched_since(reader: Reader, entry: int) -> Iterator[Any]:
    """Who touched what after a journal entry: table name, subject_id, change set and the root of its chain."""
    root = func.coalesce(change_sets.c.undoes_id, change_sets.c.id).label("root")
    columns = (
        journalled_tables_table.c.name.label("table"),
        journal.c.subject_id,
        journal.c.change_set_id,
        root,
    )
    statement = (
        select(*columns)
        .distinct()
        .join(change_sets, change_sets.c.id == journal.c.change_set_id)
        .join(journalled_tables_table, journalled_tables_table.c.id == journal.c.table_id)
        .where(journal.c.id > entry)
    )
    return iter(reader.connection.execute(statement))


def reshaped_after(reader: Reader, number: int) -> list[str]:
    """Tables of a change set whose shape a migration has changed since."""
    late = journalled_tables_table.c.reshaped_after >= number
    if reader.connection.execute(select(journalled_tables_table.c.id).where(late).limit(1)).first() is None:
        # As a rule; a change set can have a million entries to look through.
        return []
    header = change_set(reader, number)
    if header is None:
        return []
    statement = (
        select(journalled_tables_table.c.name)
        .distinct()
        .join(journal, journal.c.table_id == journalled_tables_table.c.id)
        .where(
            journal.c.id.between(header.first_entry, header.last_entry),
            late,
        )
    )
    return list(reader.connection.execute(statement).scalars())


def touched_keys_since(reader: Reader, number: int, subject_tables: set[str]) -> set[int]:
    """Keys of subjects that change sets after this one touched through any of these tables."""
    statement = (
        select(journal.c.subject_id)
        .distinct()
        .join(journalled_tables_table, journalled_tables_table.c.id == journal.c.table_id)
        .where(journal.c.change_set_id > number, journalled_tables_table.c.name.in_(subject_tables))
    )
    return set(reader.connection.execute(statement).scalars())


def touched_rows_since(reader: Reader, number: int, table: str) -> set[int]:
    """Keys of the rows of a table that change sets after this one touched."""
    statement = (
        select(journal.c.row_id)
        .distinct()
        .join(journalled_tables_table, journalled_tables_table.c.id == journal.c.table_id)
        .where(journal.c.change_set_id > number, journalled_tables_table.c.name == table)
    )
    return set(reader.connection.execute(statement).scalars())


def added_since(reader: Reader, number: int, table: str, keys: Sequence[int]) -> set[int]:
    """Keys of these rows of a table that change sets after this one added."""
    statement = (
        select(journal.c.row_id.label("id"))
        .join(journalled_tables_table, journalled_tables_table.c.id == journal.c.table_id)
        .where(
            journal.c.change_set_id > number,
            journalled_tables_table.c.name == table,
            journal.c.operation == "insert",
        )
    )
    wanted = set(keys)
    return {row.id for row in where_in(reader, statement, journal.c.row_id, list(keys)) if row.id in wanted}


def senders(reader: Reader) -> list[str]:
    """Names of all senders of imports."""
    named = select(import_batches.c.sender).where(import_batches.c.sender.is_not(None)).distinct()
    return [str(sender) for sender in reader.connection.execute(named).scalars()]


def newest_batch(reader: Reader) -> Any | None:
    """The newest import that stands: change_set_id, file_name, started_at, row_count and rejected_count."""
    later = change_sets.alias("later")
    newest_turn = (
        select(later.c.kind).where(later.c.undoes_id == change_sets.c.id).order_by(later.c.id.desc()).limit(1)
    ).scalar_subquery()
    columns = (
        import_batches.c.change_set_id,
        change_sets.c.file_name,
        change_sets.c.started_at,
        import_batches.c.row_count,
        import_batches.c.rejected_count,
    )
    statement = select(*columns).select_from(import_batches.join(change_sets))
    statement = statement.where(func.coalesce(newest_turn, "redo") != "undo")
    return reader.connection.execute(statement.order_by(change_sets.c.id.desc()).limit(1)).first()
