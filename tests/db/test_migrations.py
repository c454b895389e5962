"""Migrations: from every older version, with data in place, whole or not at all, and never over what is not ours."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from db import Database, errors, migrate
from db.sqlite.connection import open_engine
from db.sqlite.triggers import expected_triggers, standing_triggers
from db.tables import metadata
from db.tables.employees import EMPLOYEE_KINDS
from db.tables.position_standards import COMPETENCY_KINDS, REQUIREMENT_KINDS, TRAINING_KINDS
from db.tables.study_needs import FUNDINGS, NEED_STATES, PLAN_STATES
from smartpns_desktop.domain.employees import EmployeeKind, Sex
from smartpns_desktop.domain.requirements import CompetencyKind, RequirementKind, TrainingKind
from smartpns_desktop.domain.study_needs import Funding, NeedState, PlanState
from tests.contents import content_digest
from tests.db.revision_rows import POST, ROWS, STANDING

REVISIONS = migrate.known_revisions()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data.smartpns"


@pytest.fixture
def engine(path: Path) -> Iterator[Engine]:
    engine = open_engine(path, busy_seconds=0.2)
    yield engine
    engine.dispose()


def old_store(engine: Engine, revision: str) -> None:
    """A store as that revision left it, with a row in tables of every revision up to it."""
    migrate.upgrade_to(engine, revision)
    with engine.begin() as connection:
        for statement in (it for number, rows in ROWS.items() if number <= revision for it in rows):
            connection.exec_driver_sql(statement)
    engine.dispose()


def rows_of(path: Path, *, tables: set[str]) -> dict[str, list[dict[str, object]]]:
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return {name: [dict(row) for row in connection.execute(f'SELECT * FROM "{name}"')] for name in tables}


def schema(path: Path) -> dict[tuple[str, str], str]:
    """Statement of every table, index and trigger, in one spelling."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {(kind, name): re.sub(r"[\s\"]+", " ", sql).strip() for kind, name, sql in rows}


def tables_of(path: Path) -> set[str]:
    return {name for kind, name in schema(path) if kind == "table" and not name.startswith("sqlite_")}


def upgraded(path: Path) -> Path | None:
    with closing(Database(path)) as database:
        return database.upgrade()


def test_revisions_follow_each_other_without_a_gap() -> None:
    assert [int(revision) for revision in REVISIONS] == list(range(1, len(REVISIONS) + 1))
    assert set(ROWS) == set(REVISIONS), "a new revision needs its row here"


@pytest.mark.parametrize("revision", REVISIONS[:-1])
def test_data_of_every_older_version_arrive(engine: Engine, path: Path, revision: str) -> None:
    old_store(engine, revision)
    kept_tables = tables_of(path) - {"alembic_version", "journalled_tables"}
    before = rows_of(path, tables=kept_tables)
    assert all(any(f"INTO {table} " in row for table in before) for row in ROWS[revision])
    upgraded(path)
    after = rows_of(path, tables=kept_tables)
    for name, rows in before.items():
        assert [{it: row[it] for it in old} for row, old in zip(after[name], rows, strict=True)] == rows
    assert rows_of(path, tables={"alembic_version"}) == {"alembic_version": [{"version_num": REVISIONS[-1]}]}
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize("revision", REVISIONS[:-1])
def test_every_way_leads_to_the_same_store(engine: Engine, path: Path, tmp_path: Path, revision: str) -> None:
    old_store(engine, revision)
    upgraded(path)
    upgraded(tmp_path / "fresh.smartpns")
    assert schema(path) == schema(tmp_path / "fresh.smartpns")


def test_all_migrations_together_make_the_tables_of_the_code(path: Path, tmp_path: Path) -> None:
    upgraded(path)
    other = open_engine(tmp_path / "code.smartpns", busy_seconds=0.2)
    metadata.create_all(other)
    other.dispose()
    migrated = {key: parts(sql) for key, sql in schema(path).items() if key[0] != "trigger"}
    migrated.pop(("table", "alembic_version"))
    assert migrated == {key: parts(sql) for key, sql in schema(tmp_path / "code.smartpns").items()}


def parts(statement: str) -> tuple[str, list[str]]:
    """What stands before the brackets with what stands behind, and what stands between in any order."""
    head, _, rest = statement.partition("(")
    body, _, tail = rest.rpartition(")")
    pieces, depth, start = [], 0, 0
    for place, letter in enumerate(f"{body},"):
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth == 0:
            pieces.append(" ".join(body[start:place].split()))
            start = place + 1
    return f"{head.strip()} … {tail.strip()}", sorted(pieces)


def test_the_comparison_sees_a_missing_check() -> None:
    sound = "CREATE TABLE t (id INTEGER, kind TEXT, CONSTRAINT ck CHECK (kind IN ('a', 'b'))) STRICT"
    assert parts(sound) != parts(sound.replace(", CONSTRAINT ck CHECK (kind IN ('a', 'b'))", ""))
    assert parts(sound) != parts(sound.replace("'b'", "'c'"))
    assert parts(sound) != parts(sound.replace(" STRICT", ""))


def test_a_migrated_store_has_the_triggers_of_the_code(path: Path, engine: Engine) -> None:
    upgraded(path)
    with engine.connect() as connection:
        standing = standing_triggers(connection)
        assert standing == expected_triggers(migrate.table_ids(connection))
    assert len(standing) == 3 * sum("journal" in table.info for table in metadata.tables.values())


@pytest.mark.parametrize(
    ("revision", "obstacle", "error"),
    [
        ("0002", "CREATE TABLE trainings (x)", OperationalError),
        ("0003", "CREATE TABLE study_need_heads (x)", OperationalError),
        ("0004", "CREATE INDEX ix_trainings_year_employee_id_jp ON employees (nip)", OperationalError),
        (
            "0004",
            f"{POST} (2, 'x', 1, '2020-01-01', 99)",
            errors.StoreDamaged,
        ),
    ],
)
def test_a_migration_that_fails_midway_leaves_the_store_as_it_was(
    engine: Engine, path: Path, revision: str, obstacle: str, error: type[Exception]
) -> None:
    old_store(engine, revision)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(obstacle)
    before = schema(path), content_digest(path)
    with pytest.raises(error):
        upgraded(path)
    assert (schema(path), content_digest(path)) == before


def test_a_copy_of_the_old_store_is_kept(engine: Engine, path: Path) -> None:
    old_store(engine, "0004")
    before = content_digest(path)
    kept = upgraded(path)
    assert kept is not None
    assert kept.parent == path.parent / "backups"
    assert content_digest(kept) == before != content_digest(path)


def test_nothing_is_kept_of_a_new_or_present_store(path: Path) -> None:
    assert upgraded(path) is None
    assert upgraded(path) is None
    assert not (path.parent / "backups").exists()


def test_a_newer_store_is_refused_untouched(path: Path) -> None:
    upgraded(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = path.read_bytes()
    with pytest.raises(errors.StoreNewer):
        upgraded(path)
    assert path.read_bytes() == before
    assert [it.name for it in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(
    "statements",
    [
        ("CREATE TABLE letters (x)",),
        ("CREATE TABLE alembic_version (version_num)", "INSERT INTO alembic_version VALUES ('0001')"),
    ],
)
def test_a_database_of_another_program_is_refused_untouched(path: Path, statements: tuple[str, ...]) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)
    before = path.read_bytes()
    with pytest.raises(errors.StoreForeign):
        upgraded(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused_untouched(path: Path) -> None:
    path.write_text("NIP;Nama\n" * 500)
    before = path.read_bytes()
    with pytest.raises(errors.StoreDamaged):
        upgraded(path)
    assert path.read_bytes() == before


def test_a_folder_in_the_place_of_the_store_is_refused(path: Path) -> None:
    path.mkdir()
    with pytest.raises(errors.StoreForeign):
        Database(path)


def test_a_store_that_was_copied_by_hand_gets_its_write_ahead_log_again(path: Path) -> None:
    upgraded(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode=DELETE").fetchone() == ("delete",)
    upgraded(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


@pytest.mark.parametrize(
    ("table", "column", "constant", "enum"),
    [
        ("employees", "kind", EMPLOYEE_KINDS, EmployeeKind),
        ("employees", "sex", ("M", "F"), Sex),
        ("study_needs", "funding", FUNDINGS, Funding),
        ("study_needs", "state", NEED_STATES, NeedState),
        ("study_plans", "state", PLAN_STATES, PlanState),
        ("standard_requirements", "kind", REQUIREMENT_KINDS, RequirementKind),
        ("standard_requirements", "training_kind", TRAINING_KINDS, TrainingKind),
        ("standard_requirements", "competency_kind", COMPETENCY_KINDS, CompetencyKind),
    ],
)
def test_the_store_allows_what_the_code_knows(
    path: Path, table: str, column: str, constant: tuple[str, ...], enum: type
) -> None:
    upgraded(path)
    check = re.search(rf"\( ?{column} IN \(([^)]+)\)", schema(path)["table", table])
    assert check is not None
    allowed = tuple(re.findall(r"'([^']+)'", check[1]))
    assert allowed == constant == tuple(member.value for member in enum)


def test_the_penalties_move_with_what_the_journal_tells_of_them(engine: Engine, path: Path) -> None:
    old_store(engine, "0007")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO journalled_tables VALUES (77, 'disciplinary_actions', 'x', 0)")
        connection.execute("INSERT INTO disciplinary_actions VALUES (5, 'w', 'ringan', 'Teguran lisan')")
    upgraded(path)
    found = rows_of(path, tables={"disciplinary_measures", "disciplinary_actions", "journalled_tables"})
    assert found["disciplinary_measures"] == [{"id": 5, "uuid": "w", "level": "ringan", "name": "Teguran lisan"}]
    assert found["disciplinary_actions"] == []
    assert [row["name"] for row in found["journalled_tables"] if row["id"] == 77] == ["disciplinary_measures"]


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("Aktif", "active"),
        ("CLTN", "unpaid_leave"),
        ("Cuti di Luar Tanggungan Negara", "unpaid_leave"),
        ("Pemberhentian sementara", "suspended"),
        ("Masa Persiapan Pensiun (MPP)", "pre_retirement"),
        ("Pensiun", "retired"),
        ("Tugas Belajar", "study"),
        ("Lainnya", None),
    ],
)
def test_standings_of_older_versions_get_their_code(engine: Engine, path: Path, told: str, code: str | None) -> None:
    old_store(engine, "0010")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"{STANDING} (2, 'm', 1, '2020-01-01', '{told}')")
    upgraded(path)
    rows = rows_of(path, tables={"standing_history"})["standing_history"]
    assert [(row["standing"], row["code"]) for row in rows] == [("Aktif", "active"), (told, code)]
