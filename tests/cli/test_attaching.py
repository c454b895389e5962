"""Attaching files to one row from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.program import Program
from tests.conftest import SheetWriter

SITI = "198503122010012001"
WHERE = ("--where", f"nip={SITI}", "--where", "grade_date=2020-04-01")


@pytest.fixture
def staffed(smartpns: Program, sheet: SheetWriter) -> Program:
    """The program with Siti Aminah and her two grades."""
    smartpns("import", sheet([["NIP", "Nama"], [SITI, "Siti Aminah"]], "people.xlsx"), "--yes")
    heading = ["NIP", "Nama", "Golongan", "TMT Golongan", "Nomor SK"]
    rows = [[SITI, "Siti", "III/a", "01-04-2016", "1"], [SITI, "Siti", "III/b", "01-04-2020", "2"]]
    smartpns("import", sheet([heading, *rows], "grades.xlsx"), "--yes")
    return smartpns


@pytest.fixture
def decree(tmp_path: Path) -> Path:
    file = tmp_path / "SK.pdf"
    file.write_bytes(b"%PDF-1.7")
    return file


def test_a_file_is_attached_to_the_row_that_is_told(staffed: Program, decree: Path) -> None:
    found = staffed("attach", "grade-history", decree, *WHERE)
    assert [it["name"] for it in found["files"]] == ["SK.pdf"]
    assert len(found["batches"]) == 1
    again = staffed("attach", "grade-history", decree, *WHERE)
    assert (again["batches"], len(again["files"])) == ([], 1)
    assert "SK.pdf" in staffed.say("attach", "grade-history", decree, *WHERE).out


def test_a_file_that_is_gone_is_told_by_check(staffed: Program, decree: Path) -> None:
    found = staffed("attach", "grade-history", decree, *WHERE)
    digest = found["files"][0]["sha256"]
    assert staffed("check")["sound"]
    (staffed.data / "attachments" / digest[:2] / digest).unlink()
    told = staffed("check", code=1)
    assert [it["code"] for it in told["findings"]] == ["attachment.missing"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("grade-history", "SK.pdf", "--where", f"nip={SITI}"), "attachment.not_one"),
        (("grade-history", "SK.pdf", "--where", "nip=1"), "attachment.not_one"),
        (("batches", "SK.pdf", "--where", "batch=1"), "argument.unknown_kind"),
        (("grade-history", "tidak-ada.pdf", *WHERE), "file.missing"),
    ],
)
def test_what_cannot_be_attached_is_refused(
    staffed: Program, decree: Path, arguments: tuple[str, ...], code: str
) -> None:
    told = (str(decree) if it == "SK.pdf" else it for it in arguments)
    assert staffed.refusal("attach", *told) == code
