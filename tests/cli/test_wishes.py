"""On the command line: what is hidden, what nobody knows, what a sender's headings meant before."""

from __future__ import annotations

from pathlib import Path

import xlsxwriter

from tests.cli.program import Program
from tests.conftest import SheetWriter
from tests.services.imports.outcomes import nip

ANI, BUDI = nip(1), nip(2)


def codes(answer: dict[str, object]) -> set[str]:
    notices = answer["notices"]
    assert isinstance(notices, list)
    return {it["code"] for it in notices}


def test_hidden_rows_and_columns_are_left_on_request(smartpns: Program, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet()
        for number, row in enumerate([["NIP", "Nama", "No HP"], [ANI, "Ani", "0812"], [BUDI, "Budi", "0813"]]):
            page.write_row(number, 0, row)
        page.autofilter(0, 0, 2, 2)
        page.set_row(2, options={"hidden": True})
        page.set_column(2, 2, options={"hidden": True})
    taken = smartpns("import", path, "--dry-run")
    assert (taken["new"], codes(taken)) == (2, {"rows.hidden", "columns.hidden"})
    left = smartpns("import", path, "--leave-hidden-rows", "--leave-hidden-columns")
    assert (left["new"], left["skipped"]["left_out"], codes(left)) == (1, 1, {"rows.left_out", "columns.left_out"})
    assert "phone" not in {name for row in smartpns.rows("employees") for name, it in row.items() if it == "0812"}


def test_unknown_columns_are_kept_on_request_and_remembered_for_their_sender(
    smartpns: Program, sheet: SheetWriter
) -> None:
    first = sheet([["NIP", "Nama", "Warna"], [ANI, "Ani", "biru"]])
    assert codes(smartpns("import", first, "--keep-unknown", "--sender", "Dinas Satu")) == {"columns.noted"}
    second = sheet([["Warna", "NIP", "Nama"], ["hijau", BUDI, "Budi"]], "lagi.xlsx")
    assert codes(smartpns("import", second, "--sender", "dinas satu")) == set()
    assert codes(smartpns("import", second, "--sender", "Dinas Dua", "--dry-run")) == {"columns.unknown"}


def test_a_heading_with_a_slip_of_the_pen_needs_consent(smartpns: Program, sheet: SheetWriter) -> None:
    path = sheet([["NIP", "Nma Pegawai", "Jabatan", "Nama Atasan", "NIP Atasan"], [ANI, "Ani", "Arsiparis", "X", BUDI]])
    assert smartpns.refusal("import", path) == "heading.missing"
    answer = smartpns("import", path, "--yes")
    assert (answer["new"], codes(answer)) == (1, {"columns.proposed", "columns.unknown", "positions.created"})
