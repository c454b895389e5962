"""The commands that tell who is in service: days of the past, what falls due, and people whom a complete list lacks."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.cli.program import Program
from tests.conftest import Cell, SheetWriter

HEAD: list[Cell] = ["NIP", "Nama", "Kedudukan Hukum", "TMT Kedudukan Hukum", "Unit Kerja"]
SITI, BUDI, CITRA = "196803122010012001", "196701102010011001", "199002022015012001"
STAFF: list[list[Cell]] = [
    [SITI, "Siti", "Aktif", "01-01-2010", "Dinas A"],
    [BUDI, "Budi", "Pensiun", "01-02-2025", "Dinas A"],
    [CITRA, "Citra", "Aktif", "01-01-2015", "Dinas B"],
]


@pytest.fixture
def staffed(smartpns: Program, sheet: SheetWriter) -> Program:
    """Three people, one of them retired since 1 February 2025."""
    smartpns("import", sheet([HEAD, *STAFF]), "--yes")
    return smartpns


def test_a_day_counts_those_who_were_in_service(staffed: Program) -> None:
    def count(*arguments: str) -> int:
        return int(staffed("list", "employees", "--limit", 0, *arguments)["count"])

    assert count("--as-of", "2009-12-31") == 0
    assert count("--as-of", "2014-12-31") == 2
    assert count("--as-of", "2025-01-31") == 3
    assert count("--as-of", "2025-02-01") == 2
    assert (count(), count("--where", "service=left")) == (3, 1)


def test_reports_and_exports_of_a_day(staffed: Program, tmp_path: Path) -> None:
    def total(day: str) -> int:
        out = tmp_path / f"{day}.xlsx"
        staffed("report", "employees", out, "--as-of", day)
        cells = [[cell.value for cell in row] for row in openpyxl.load_workbook(out).active.iter_rows()]
        assert any("Keadaan tanggal" in str(row[0]) for row in cells)
        (row,) = [row for row in cells if row[0] == "Jumlah"]
        return int(row[4])

    assert (total("2014-12-31"), total("2025-01-31"), total("2025-02-01")) == (2, 3, 2)
    day = ("--as-of", "2025-02-01")
    assert staffed("export", "employees", tmp_path / "a.xlsx", *day)["rows"] == 2
    assert staffed("export", "employees", tmp_path / "b.xlsx", *day, "--agency", "Dinas A")["rows"] == 1
    assert staffed.refusal("report", "employees", tmp_path / "c.xlsx", "--as-of", "kemarin") == "argument.unusable"


def test_what_falls_due_is_told_with_what_to_do(staffed: Program) -> None:
    found = staffed("due", "--as-of", "2026-01-15", "--until", "2026-12-31")
    (row,) = found["rows"]
    assert found["kind"] == "due"
    assert (row["nip"], row["kind"], row["date"], row["days_left"]) == (SITI, "retirement", "2026-04-01", 76)
    assert row["to_do"]
    assert staffed("due", "--as-of", "2026-01-15", "--until", "2026-03-31")["count"] == 0
    assert staffed("list", "due", "--as-of", "2026-01-15", "--where", "nip=" + SITI)["count"] == 1
    assert "Pensiun (BUP)" in staffed.say("due", "--as-of", "2026-01-15").out


def test_a_complete_list_tells_who_is_absent_and_they_are_decided(staffed: Program, sheet: SheetWriter) -> None:
    whole = sheet([HEAD, STAFF[2]], "lengkap.xlsx")
    assert staffed("import", whole, "--full-list", "--dry-run")["absent"] == 1
    told = staffed("import", whole, "--full-list", "--agency", "Dinas B", "--dry-run")
    assert (told["absent"], told["notices"]) == (0, [])
    staffed("import", whole, "--full-list", "--yes")
    (row,) = staffed.rows("absences")
    assert (row["nip"], row["decision"], row["file"]) == (SITI, "open", "lengkap.xlsx")
    assert staffed.refusal("absence", SITI, "--decision", "died") == "absence.no_date"
    assert staffed.refusal("absence", CITRA, "--decision", "stays") == "absence.unknown"
    assert staffed.refusal("absence", SITI, "--decision", "hilang") == "argument.unusable"
    decided = staffed("absence", SITI, "--decision", "moved", "--date", "2026-02-01", "--decree", "800/7")
    assert decided["people"] == 1
    assert staffed("list", "employees", "--as-of", "2026-02-01", "--limit", 0)["count"] == 1
    assert [it["decision"] for it in staffed.rows("absences")] == ["moved"]
    staffed("undo", decided["change_set"])
    assert staffed("list", "employees", "--as-of", "2026-02-01", "--limit", 0)["count"] == 2


def test_an_agency_alone_says_nothing(staffed: Program, sheet: SheetWriter) -> None:
    path = sheet([HEAD, STAFF[2]], "lengkap.xlsx")
    assert staffed.refusal("import", path, "--agency", "Dinas B") == "argument.unusable"
    assert staffed.refusal("import", path, "--full-list", "--agency", "Dinas X") == "agency.unknown"
