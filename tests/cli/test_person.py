"""The command person, as a caller sees it."""

from __future__ import annotations

from pathlib import Path

from tests.cli.program import Program
from tests.conftest import SheetWriter

SITI = "198503122010012001"


def fill(smartpns: Program, sheet: SheetWriter) -> None:
    people = sheet([["NIP", "Nama", "Nomor HP"], [SITI, "Siti Aminah", "0811"]], "people.xlsx")
    smartpns("import", people, "--kind", "employees", "--yes")


def test_all_that_is_stored_about_a_person_is_printed(smartpns: Program, sheet: SheetWriter) -> None:
    fill(smartpns, sheet)
    told = smartpns("person", "19850312 201001 2 001")
    assert told["nip"] == SITI
    assert told["data"]["employees"][0]["phone"] == "0811"
    assert [it["file"] for it in told["sources"]] == ["people.xlsx"]


def test_or_written_to_a_file(smartpns: Program, sheet: SheetWriter, tmp_path: Path) -> None:
    fill(smartpns, sheet)
    out = tmp_path / "siti.xlsx"
    assert smartpns("person", SITI, "--out", out)["file"] == str(out)
    assert out.stat().st_size > 0


def test_an_unknown_nip_is_refused(smartpns: Program) -> None:
    assert smartpns.refusal("person", SITI) == "employee.unknown"
