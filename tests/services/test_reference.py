"""Reference data: every shipped row in its table, written once, mended after an update, handed to the rules."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from db import ChangeSetHeader, Database, Reader
from db.queries import employment, settings, writing
from db.queries import reference as queries
from db.tables import metadata
from db.tables.employees import SERVICES, standings
from smartpns_desktop.app import App
from smartpns_desktop.domain.employment import Service, service_in
from smartpns_desktop.domain.regulations import KEYS
from smartpns_desktop.domain.standings import Standing
from smartpns_desktop.services import reference
from smartpns_desktop.services.lists import ListQuery
from smartpns_desktop.services.reference import FILES, ReferenceFile, load_reference
from tests.contents import content_digest
from tests.services.edit_checks import snapshot
from tests.services.imports.outcomes import listed

FOLDER = Path(__file__).parents[2] / "resources" / "reference"


def shipped(file: str) -> list[dict[str, str]]:
    return list(csv.DictReader((FOLDER / file).read_text(encoding="utf-8-sig").splitlines()))


def spoken(value: Any) -> str:
    """A stored value as the file writes it."""
    if isinstance(value, float):
        return f"{value:g}"
    return "" if value is None else str(value)


def test_every_shipped_file_has_its_table() -> None:
    assert {file.file for file in FILES} == {path.name for path in FOLDER.glob("*.csv")}
    assert len({file.table for file in FILES}) == len(FILES)
    assert {file.table for file in FILES if "effective_from" in file.columns} == set(KEYS)


@pytest.mark.parametrize("file", FILES, ids=lambda it: it.table)
def test_every_column_of_a_file_is_kept(file: ReferenceFile) -> None:
    (first, *_) = shipped(file.file)
    assert {heading for heading, _ in file.columns.values()} == set(first)
    stored = {column.name for column in metadata.tables[file.table].columns} - {"id", "uuid"}
    assert set(file.columns) == stored


@pytest.mark.parametrize("file", FILES, ids=lambda it: it.table)
def test_every_shipped_row_stands_in_its_table(database: Database, file: ReferenceFile) -> None:
    with database.read() as reader:
        stored = queries.rows_of(reader, file.table)
    told = [{heading: spoken(row[name]) for name, (heading, _) in file.columns.items()} for row in stored]
    expected = [{heading: text.strip() for heading, text in row.items()} for row in shipped(file.file)]
    assert [plain(row) for row in told] == [plain(row) for row in expected]


def plain(row: dict[str, str]) -> dict[str, str]:
    """Numbers in one spelling: 9.50 and 9.5 are one."""
    return {name: f"{float(text):g}" if text.replace(".", "", 1).isdigit() else text for name, text in row.items()}


def test_regulations_are_listed_with_their_source_and_status(app: App) -> None:
    rows = listed(app, "regulations")
    dated = [row for file in FILES if file.table in KEYS for row in shipped(file.file)]
    assert len(rows) == len(dated)
    assert all(row["source"] and row["status"] and row["effective_from"] for row in rows)
    told = sorted((row["source"], row["status"], row["effective_from"].isoformat()) for row in rows)
    assert told == sorted((row["dasar"], row["status"], row["berlaku_mulai"]) for row in dated)


def test_a_legal_number_is_found_by_its_words(app: App) -> None:
    rows = app.lists.rows("regulations", ListQuery(where=(("table", "retirement_ages"),)))[1]
    assert {row["code"]: row["value"] for row in rows} == {
        row["kelompok_jabatan"]: row["bup_tahun"] for row in shipped("batas_usia_pensiun.csv")
    }


def meanings(reader: Reader) -> dict[str, str]:
    """What each code of a standing means for service, as it is stored."""
    return {row.code: row.service for row in reader.connection.execute(select(standings))}


def test_statements_count_by_what_the_rules_say_of_each_standing(database: Database) -> None:
    with database.read() as reader:
        assert meanings(reader) == {it.value: service_in(it).value for it in Standing}
    assert set(SERVICES) == set(Service)


def test_a_rule_of_another_version_gives_way(database: Database) -> None:
    with database.maintain() as writer:
        employment.put_meanings(writer, {"retired": "active", "gone_fishing": "left"})
    forget(database)
    load_reference(database, "penguji")
    with database.read() as reader:
        assert meanings(reader) == {it.value: service_in(it).value for it in Standing}


def test_loading_again_writes_nothing(database: Database) -> None:
    before = content_digest(database.path)
    load_reference(database, "penguji")
    assert content_digest(database.path) == before


def forget(database: Database) -> None:
    """As if the program had been updated: it no longer knows that these files were loaded."""
    with database.maintain() as writer:
        settings.put(writer, "reference.digest", "older")


def test_files_that_say_the_same_change_nothing(app: App) -> None:
    before = snapshot(app)
    forget(app.database)
    load_reference(app.database, "penguji")
    assert snapshot(app) == before
    assert listed(app, "changes")[0]["entries"] == 0


def test_a_changed_file_is_a_change_set_of_its_own(app: App) -> None:
    """An older version knew another name, a row less, and one that ships no longer."""
    with app.database.write(ChangeSetHeader("reference", "penguji", "Versi lama")) as writer:
        keys = {row["code"]: row["id"] for row in queries.rows_of(writer, "education_levels")}
        writing.update_rows(writer, "education_levels", [(keys["40"], {"name": "Sarjana"})])
        writing.delete_rows(writer, "education_levels", [keys["50"]])
        writing.insert_one(writer, "education_levels", {"code": "99", "name": "Lain", "ordering": 99})
    forget(app.database)
    load_reference(app.database, "penguji")
    newest = listed(app, "changes")[0]
    assert (newest["kind"], newest["entries"], newest["actor"]) == ("reference", 2, "penguji")
    names = {row["code"]: row["name"] for row in listed(app, "education-levels")}
    assert names == {row["kode_bkn"]: row["nama"] for row in shipped("tingkat_pendidikan.csv")} | {"99": "Lain"}
    assert app.health.check().sound


def test_the_rules_get_what_the_store_holds(database: Database) -> None:
    with database.read() as reader:
        in_force = reference.regulations(reader).on(date(2026, 1, 15))
    expected = {row["kode"] for row in shipped("bentuk_pengembangan_kompetensi.csv")}
    assert set(in_force.training_forms) == expected
