"""The journal: no way of writing escapes it, and no damage to it goes unseen."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from db import ChangeSetHeader, Database, journal
from db.journal import Fault
from db.queries import batches
from db.tables.journal import change_sets
from db.tables.journal import journal as entries

EDIT = ChangeSetHeader("edit", "penguji", "Uji")
AGENCY = "INSERT INTO agencies (id, uuid, code, name, name_key, kind) VALUES (?, ?, ?, ?, ?, 'agency')"
DINAS = (1, "u1", "1.01", "Dinas", "dinas")
BADAN = (2, "u2", None, "Badan", "badan")

Told = tuple[int, str, dict[str, Any] | None]


def write(database: Database, *statements: str | tuple[str, Any]) -> list[Told]:
    """One change set of these statements; row, operation and old values of what the journal caught."""
    with database.write(EDIT) as writer:
        for it in statements:
            statement, values = it if isinstance(it, tuple) else (it, ())
            writer.connection.exec_driver_sql(statement, values)
    with database.read() as reader:
        found = batches.entries_of(reader, writer.change_set_id)
        return [(entry.row_id, entry.operation, json.loads(entry.before) if entry.before else None) for entry in found]


def faults(database: Database) -> list[Fault]:
    with database.read() as reader:
        return journal.verify(reader.connection)


def test_an_insert_is_caught_by_its_key_alone(database: Database) -> None:
    assert write(database, (AGENCY, DINAS)) == [(1, "insert", None)]


def test_many_inserts_of_one_statement_are_caught_one_by_one(database: Database) -> None:
    assert write(database, (AGENCY, [DINAS, BADAN])) == [(1, "insert", None), (2, "insert", None)]


@pytest.mark.parametrize(
    ("change", "before"),
    [
        ("name = 'Kantor', name_key = 'kantor'", {"name": "Dinas", "name_key": "dinas"}),
        ("code = NULL", {"code": "1.01"}),
        ("short_name = 'D'", {"short_name": None}),
        ("name = 'Dinas', code = '1.02', closed_on = NULL", {"code": "1.01"}),
        ("code = ''", {"code": "1.01"}),
        ("id = 9", {"id": 1}),
    ],
)
def test_an_update_keeps_the_old_values_of_what_changed(
    database: Database, change: str, before: dict[str, object]
) -> None:
    write(database, (AGENCY, DINAS))
    assert write(database, f"UPDATE agencies SET {change}") == [(1, "update", before)]


def test_an_update_that_changes_nothing_is_no_entry(database: Database) -> None:
    write(database, (AGENCY, DINAS))
    assert write(database, "UPDATE agencies SET name = 'Dinas', short_name = NULL") == []


def test_a_delete_keeps_the_whole_row(database: Database) -> None:
    write(database, (AGENCY, DINAS))
    row = {"id": 1, "uuid": "u1", "parent_id": None, "code": "1.01", "name": "Dinas", "name_key": "dinas",
           "short_name": None, "kind": "agency", "closed_on": None, "opened_on": None}  # fmt: skip
    assert write(database, "DELETE FROM agencies") == [(1, "delete", row)]


def test_replacing_a_row_is_caught_as_its_end_and_a_new_beginning(database: Database) -> None:
    write(database, (AGENCY, DINAS))
    told = write(database, (AGENCY.replace("INSERT", "INSERT OR REPLACE"), (1, "u3", None, "Lain", "lain")))
    assert [(row, operation) for row, operation, _ in told] == [(1, "delete"), (1, "insert")]
    assert told[0][2] is not None
    assert told[0][2]["uuid"] == "u1"


def test_an_upsert_is_caught_as_what_it_did(database: Database) -> None:
    upsert = f"{AGENCY} ON CONFLICT (code) DO UPDATE SET name = excluded.name"
    assert write(database, (upsert, DINAS)) == [(1, "insert", None)]
    other = (7, "u7", "1.01", "Kantor", "kantor")
    assert write(database, (upsert, other)) == [(1, "update", {"name": "Dinas"})]


@pytest.mark.parametrize("text", ["", "'", '"', "Ä→\u2028\\", "{}", "null", "1.0", "\x01\t\n", "😀"])
def test_old_texts_are_kept_letter_by_letter(database: Database, text: str) -> None:
    write(database, (AGENCY, (1, "u1", None, text, "k")))
    assert write(database, "UPDATE agencies SET name = 'x'") == [(1, "update", {"name": text})]


@pytest.mark.parametrize("number", [0.0, 4.5, 20.0, 0.1, 1e300, -2.25, 42.6666666666667, 123456789012.345])
def test_old_numbers_are_kept_exactly(database: Database, number: float) -> None:
    write(
        database,
        "INSERT INTO employees (id, uuid, nip, name, kind) VALUES (1, 'p', '1', 'Ani', 'PNS')",
        (
            "INSERT INTO trainings (uuid, employee_id, name, name_key, jp, verified) VALUES ('t', 1, '', '', ?, 0)",
            (number,),
        ),
    )
    assert write(database, "UPDATE trainings SET jp = NULL") == [(1, "update", {"jp": number})]


def test_a_row_belongs_to_its_thing(database: Database) -> None:
    write(database, (AGENCY, DINAS))
    write(database, "INSERT INTO agency_names (id, uuid, agency_id, name, name_key) VALUES (5, 'n', 1, 'L', 'l')")
    with database.read() as reader:
        newest = list(batches.entries_of(reader, batches.newest(reader)))
    assert [(it.table, it.row_id, it.subject_id) for it in newest] == [("agency_names", 5, 1)]


@pytest.mark.parametrize("statement", ["INSERT", "UPDATE", "DELETE"])
def test_nothing_is_written_outside_a_change_set(database: Database, statement: str) -> None:
    write(database, (AGENCY, DINAS))
    statements = {
        "INSERT": (AGENCY, BADAN),
        "UPDATE": ("UPDATE agencies SET name = 'x'", ()),
        "DELETE": ("DELETE FROM agencies", ()),
    }
    with pytest.raises(IntegrityError), database.maintain() as writer:
        writer.connection.exec_driver_sql(*statements[statement])
    with database.read() as reader:
        assert reader.connection.exec_driver_sql("SELECT name FROM agencies").scalars().all() == ["Dinas"]


def test_a_change_set_that_fails_leaves_nothing(database: Database) -> None:
    before = faults(database), _state(database)
    with pytest.raises(IntegrityError):
        write(database, (AGENCY, DINAS), (AGENCY, DINAS))
    assert (faults(database), _state(database)) == before
    assert write(database, (AGENCY, DINAS)) == [(1, "insert", None)]


def _state(database: Database) -> list[object]:
    with database.read() as reader:
        return [
            reader.connection.execute(select(table)).all() for table in (change_sets, entries)
        ] + reader.connection.exec_driver_sql("SELECT * FROM agencies").all()


@pytest.fixture
def damaged(database: Database) -> Callable[..., list[Fault]]:
    """Three change sets (2, 3, 4) of two entries each; hands out what `verify` says after these statements."""
    write(database, (AGENCY, [DINAS, BADAN]))
    write(database, "UPDATE agencies SET kind = 'unit'")
    write(database, "DELETE FROM agencies")
    database.close()

    def damage(*statements: str) -> list[Fault]:
        with closing(sqlite3.connect(database.path)) as connection, connection:
            for statement in statements:
                connection.execute(statement)
        return faults(database)

    return damage


def entry_of(place: int) -> str:
    """The journal's entry of that place (from 0) among the last six, as part of a statement."""
    return f"(SELECT id FROM journal ORDER BY id DESC LIMIT 1 OFFSET {5 - place})"


def described(database: Database, found: Sequence[Fault]) -> list[tuple[str, int, int | None]]:
    """Faults with the entry's place among the last six instead of its number."""
    with database.read() as reader:
        header = batches.change_set(reader, 2)
    first = header.first_entry if header else 0
    return [(it.kind, it.change_set_id, None if it.entry is None else it.entry - first) for it in found]


def test_a_whole_chain_is_sound(damaged: Callable[..., list[Fault]]) -> None:
    assert damaged() == []


@pytest.mark.parametrize("place", range(6))
@pytest.mark.parametrize(
    "change",
    [
        "change_set_id = 1",
        "table_id = table_id + 1",
        "row_id = 99",
        "subject_id = 99",
        "operation = CASE operation WHEN 'insert' THEN 'delete' ELSE 'insert' END",
        "before = coalesce(before, '') || ' '",
        "digest = 'x'",
    ],
)
def test_an_edited_entry_is_named(
    database: Database, damaged: Callable[..., list[Fault]], place: int, change: str
) -> None:
    found = damaged(f"UPDATE journal SET {change} WHERE id = {entry_of(place)}")
    assert described(database, found) == [("entry.altered", 2 + place // 2, place)]


@pytest.mark.parametrize("place", range(6))
def test_a_deleted_entry_is_named(database: Database, damaged: Callable[..., list[Fault]], place: int) -> None:
    found = damaged(f"DELETE FROM journal WHERE id = {entry_of(place)}")
    assert described(database, found) == [("entry.deleted", 2 + place // 2, place)]


@pytest.mark.parametrize("number", [1, 2, 3, 4])
@pytest.mark.parametrize(
    "change",
    [
        "kind = 'demo'",
        "actor = 'x'",
        "reason = 'x'",
        "started_at = '2020-01-01T00:00:00+00:00'",
        "file_name = 'x'",
        "file_digest = 'x'",
        "undoes_id = 1",
        "uuid = 'x'",
        "link = 'x'",
        "entry_marks = zeroblob(length(entry_marks))",
        "entry_marks = substr(entry_marks, 2)",
        "first_entry = first_entry + 1",
        "first_entry = first_entry - 1",
        "last_entry = last_entry - 1",
        "last_entry = last_entry + 1",
    ],
)
def test_an_edited_change_set_is_named(damaged: Callable[..., list[Fault]], number: int, change: str) -> None:
    found = damaged(f"UPDATE change_sets SET {change} WHERE id = {number}")
    assert Fault("change_set.altered", number) in found
    assert {it.change_set_id for it in found} == {number}


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_deleted_change_set_is_named(damaged: Callable[..., list[Fault]], number: int) -> None:
    found = damaged(f"DELETE FROM change_sets WHERE id = {number}")
    assert Fault("change_set.deleted", number) in found
    assert {(it.kind, it.change_set_id) for it in found} == {
        ("change_set.deleted", number),
        ("entry.stray", number),
    }


def test_a_cut_tail_is_named(damaged: Callable[..., list[Fault]]) -> None:
    found = damaged("DELETE FROM journal WHERE change_set_id > 2", "DELETE FROM change_sets WHERE id > 2")
    assert found == [Fault("change_set.deleted", 3), Fault("change_set.deleted", 4)]


def test_a_stray_entry_at_the_end_is_named(database: Database, damaged: Callable[..., list[Fault]]) -> None:
    stray = "INSERT INTO journal (change_set_id, table_id, row_id, subject_id, operation) VALUES (3, 1, 1, 1, 'insert')"
    assert described(database, damaged(stray)) == [("entry.stray", 3, 6)]
    write(database, (AGENCY, DINAS))
    assert described(database, faults(database)) == [("entry.stray", 3, 6)]


def test_a_change_set_from_nowhere_is_named(damaged: Callable[..., list[Fault]]) -> None:
    columns = "kind, actor, reason, started_at, first_entry, last_entry, entry_marks, link"
    copied = f"INSERT INTO change_sets (uuid, {columns}) SELECT 'x', {columns} FROM change_sets WHERE id = 4"
    assert Fault("change_set.altered", 5) in damaged(copied)


def test_a_payload_can_be_destroyed_and_the_chain_holds(
    database: Database, damaged: Callable[..., list[Fault]]
) -> None:
    with database.read() as reader:
        wanted = select(entries.c.id, entries.c.before).where(entries.c.before.is_not(None))
        payloads = reader.connection.execute(wanted).all()
    destroyed = [
        f"UPDATE journal SET before = NULL, digest = '{journal.payload_digest(row.before)}' WHERE id = {row.id}"
        for row in payloads
    ]
    assert len(destroyed) == 4
    assert damaged(*destroyed) == []
    assert len(damaged(f"UPDATE journal SET digest = 'x' WHERE id = {payloads[0].id}")) == 1


@pytest.mark.parametrize("asked", [1, 2])
def test_a_change_set_can_be_stopped_until_it_is_committed(database: Database, asked: int) -> None:
    answers = iter([False] * (asked - 1) + [True])  # while the entries are linked, and before the commit
    with database.read() as reader:
        before = batches.newest(reader)

    def go_on() -> None:
        if next(answers):
            raise KeyError

    with pytest.raises(KeyError), database.write(EDIT, go_on) as writer:
        writer.connection.exec_driver_sql(AGENCY, DINAS)
    assert next(answers, None) is None
    with database.read() as reader:
        assert batches.newest(reader) == before
    assert write(database, (AGENCY, DINAS)) == [(1, "insert", None)]
    assert faults(database) == []
