"""What is recorded of people and asked by posts, from the command line: import, list, export, template, undo."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from smartpns_desktop.app import STORE
from tests.cli.program import Program
from tests.conftest import Cell, SheetWriter

SITI, BUDI = "198503122010012001", "198503122010012002"
SHEETS: dict[str, list[list[Cell]]] = {
    "ip-asn": [
        ["NO", "NAMA", "NIP", "KINERJA", "DISIPLIN", "KOMPETENSI", "KUALIFIKASI", "TOTAL", "TAHUN"],
        [1, "SITI AMINAH", SITI, 25, 5, "22,5", 15, "67,5", 2025],
    ],
    "performance-ratings": [["NIP", "Nama", "Tahun", "Predikat Kinerja"], [SITI, "Siti Aminah", "TA 2024", "BAIK"]],
    "disciplinary-actions": [
        ["NIP", "Nama", "Jenis Hukuman", "TMT Hukuman"],
        [SITI, "Siti Aminah", "Teguran lisan", "2 Januari 2024"],
    ],
    "positions": [["Nama Jabatan", "Kelas Jabatan", "Syarat Pendidikan"], ["Arsiparis Ahli Muda", 9, "S-1"]],
}
TOLD: dict[str, dict[str, object]] = {
    "ip-asn": {"nip": SITI, "year": 2025, "competence": 22.5, "total": 67.5, "category": "Rendah", "source": "BKN"},
    "performance-ratings": {"nip": SITI, "year": 2024, "rating": "Baik", "value": None},
    "disciplinary-actions": {"nip": SITI, "level": "ringan", "measure": "Teguran lisan", "until": None},
    "positions": {"name": "Arsiparis Ahli Muda", "position_class": 9, "education_level": "S-1/Sarjana"},
}


@pytest.fixture
def staffed(smartpns: Program, sheet: SheetWriter) -> Program:
    """The program with Siti Aminah and Budi Santoso."""
    people: list[list[Cell]] = [["NIP", "Nama"], [SITI, "Siti Aminah"], [BUDI, "Budi Santoso"]]
    smartpns("import", sheet(people, "people.xlsx"), "--yes")
    return smartpns


def test_the_sample_of_bkn_imports_as_expected(city: Program, samples: Path) -> None:
    expected = json.loads((samples / "expected.json").read_text())["ipasn_bkn_2025.csv"]
    answer = city("import", samples / "ipasn_bkn_2025.csv", "--dry-run")
    assert {name: answer[name] for name in expected} == expected
    assert answer["problems"] == answer["notices"] == []


@pytest.mark.parametrize("kind", SHEETS)
def test_a_kind_there_and_back(staffed: Program, sheet: SheetWriter, tmp_path: Path, kind: str) -> None:
    answer = staffed("import", sheet(SHEETS[kind]), "--yes")
    assert (answer["kind"], answer["new"], answer["rejected"], answer["problems"]) == (kind, 1, 0, [])
    (row,) = staffed.rows(kind)
    assert {name: row[name] for name in TOLD[kind]} == TOLD[kind]
    out = tmp_path / "out.xlsx"
    staffed("export", kind, out)
    again = staffed("import", out)
    assert (again["kind"], again["same"], again["rows"]) == (kind, 1, 1)
    assert staffed.say("list", kind).code == 0
    staffed("undo", answer["batch"])
    assert staffed.rows(kind) == []


@pytest.mark.parametrize("kind", SHEETS)
def test_a_template_of_each_kind_is_known_when_it_comes_back(staffed: Program, tmp_path: Path, kind: str) -> None:
    out = tmp_path / "template.xlsx"
    staffed("template", kind, out)
    answer = staffed("import", out, "--dry-run")
    assert (answer["kind"], answer["rows"]) == (kind, 0)


def test_a_year_that_nobody_tells_is_refused(staffed: Program, sheet: SheetWriter) -> None:
    rows = [[*row[:-1]] for row in SHEETS["ip-asn"]]
    answer = staffed("import", sheet(rows), code=2)
    assert [it["code"] for it in answer["problems"]] == ["year.missing"]
    assert answer["batch"] is None


def test_people_see_categories_and_predicates(staffed: Program, sheet: SheetWriter) -> None:
    for rows in SHEETS.values():
        staffed("import", sheet(rows), "--yes")
    said = staffed.say("list", "ip-asn").out
    assert said.startswith("IP ASN: 1\nNIP")
    assert "Kategori" in said
    assert "Rendah" in said
    assert "Ringan" in staffed.say("list", "disciplinary-actions").out


def test_a_discipline_record_stays_out_of_the_log(staffed: Program, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [
        ["NIP", "Nama", "Jenis Hukuman", "TMT Hukuman", "Alasan Hukuman"],
        [SITI, "Siti Aminah", "Teguran lisan", "besok", "Rahasia Sekali"],
        [BUDI, "Budi Santoso", "Teguran lisan", "2 Januari 2024", "Rahasia Sekali"],
    ]
    with closing(sqlite3.connect(staffed.data / STORE)) as connection, connection:
        connection.execute(
            "CREATE TRIGGER broken BEFORE INSERT ON disciplinary_actions BEGIN SELECT RAISE(ABORT, 'rusak'); END"
        )
    assert staffed.refusal("import", sheet(rows), "--good-rows-only", code=3) == "unexpected"
    logged = "".join(path.read_text(errors="replace") for path in staffed.data.rglob("*.log*"))
    assert "IntegrityError" in logged
    assert not any(word in logged for word in ("Rahasia", "Teguran", "Siti", SITI))
