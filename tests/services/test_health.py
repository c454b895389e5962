"""The check: what was damaged behind the program's back, and what the data lack."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db import StoreError
from smartpns_desktop.app import App
from tests.conftest import Cell, SheetWriter
from tests.contents import content_digest
from tests.services.imports.outcomes import imported, nip

SITI, BUDI = nip(1), nip(2)


@pytest.fixture
def staffed(app: App, sheet: SheetWriter) -> App:
    """Siti of whom all is known, Budi of whom next to nothing is."""
    heading = [
        "NIP",
        "Nama",
        "NIK",
        "Status",
        "TMT CPNS",
        "TMT PNS",
        "HP",
        "Email",
        "Golongan",
        "Jabatan",
        "Pendidikan",
    ]
    full: list[Cell] = [SITI, "Siti", "6474015203850001", "P", "01-01-2010", "01-01-2011", "0812", "a@b.example",
                        "III/a", "Arsiparis Mahir", "S-1"]  # fmt: skip
    bare: list[Cell] = [BUDI, "Budi", "123", "P", "01-01-2010", None, *[None] * 5]
    imported(app, sheet([heading, full, bare]))
    return app


def damage(path: Path, *statements: str) -> None:
    """Statements that no program of ours would send: without triggers' consent and without references."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def test_a_new_store_is_sound(app: App) -> None:
    report = app.health.check()
    assert (report.sound, report.findings, report.change_sets) == (True, (), 1)


def test_a_check_changes_nothing(staffed: App) -> None:
    before = content_digest(staffed.database.path)
    assert staffed.health.check().sound
    assert content_digest(staffed.database.path) == before


@pytest.mark.parametrize(
    ("statement", "code", "facts"),
    [
        ("DROP TRIGGER journal_employees_update", "trigger.fault", {"detail": "journal_employees_update"}),
        ("UPDATE journal SET row_id = 99 WHERE change_set_id = 2 AND id % 2 = 0", "entry.altered", {"change_set": "2"}),
        ("UPDATE change_sets SET actor = 'x' WHERE id = 1", "change_set.altered", {"change_set": "1"}),
        ("DELETE FROM change_sets WHERE id = 2", "change_set.deleted", {"change_set": "2"}),
    ],
)
def test_what_was_damaged_is_named(staffed: App, statement: str, code: str, facts: dict[str, str]) -> None:
    damage(staffed.database.path, statement)
    report = staffed.health.check()
    assert not report.sound
    assert code in {it.code for it in report.findings}
    assert all(facts.items() <= it.facts.items() for it in report.findings if it.code == code)


def test_a_trigger_that_does_nothing_is_no_trigger(staffed: App) -> None:
    hollow = "CREATE TRIGGER journal_employees_delete AFTER DELETE ON employees BEGIN SELECT 1; END"
    damage(staffed.database.path, "DROP TRIGGER journal_employees_delete", hollow)
    assert [it.facts["detail"] for it in staffed.health.check().findings] == ["journal_employees_delete"]


def test_a_row_that_points_at_nothing_is_named(staffed: App) -> None:
    damage(
        staffed.database.path,
        "DROP TRIGGER journal_post_history_update",
        "UPDATE post_history SET agency_id = 99",
    )
    codes = {it.code: it.facts["detail"] for it in staffed.health.check().findings}
    assert codes["reference.fault"] == "post_history #1 -> agencies"


def test_a_damaged_page_is_told_one_way_or_the_other(staffed: App) -> None:
    staffed.close()
    with staffed.database.path.open("r+b") as file:
        file.seek(4096 * 20)
        file.write(b"\xff" * 4096 * 4)
    try:
        findings = [it.code for it in staffed.health.check().findings]
    except StoreError:
        return
    assert "store.fault" in findings


def test_what_the_data_lack_is_counted_and_no_fault(staffed: App) -> None:
    report = staffed.health.check()
    assert report.sound
    expected = {
        "employees": 2, "trainings": 0, "no_nik": 1, "no_pns_date": 1, "no_email": 1, "no_phone": 1,
        "pns_before_cpns": 0, "no_grade": 1, "no_post": 1, "no_education": 1,
    }  # fmt: skip
    assert {name: report.data[name] for name in expected} == expected


def test_a_pns_date_before_the_cpns_date_is_counted(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet([["NIP", "Nama", "TMT CPNS", "TMT PNS"], [SITI, "Siti", "01-02-2010", "31-01-2010"]]))
    assert app.health.check().data["pns_before_cpns"] == 1
