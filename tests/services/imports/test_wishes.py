"""What becomes of hidden rows and columns, of unknown and misspelled headings, and which sheet is taken."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
import xlsxwriter

from smartpns_desktop.app import App
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.imports.choices import ImportChoices
from smartpns_desktop.services.imports.wishes import Wishes
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import counts, employee, listed, nip, notices, reconciles

Rows = Sequence[Sequence[str | float]]
SITI, BUDI = nip(1), nip(2)


def book(path: Path, sheets: dict[str, Rows], *, rows: Sequence[int] = (), columns: Sequence[int] = ()) -> Path:
    """A workbook of these sheets; of the last, these rows and columns (from 0) are hidden."""
    with xlsxwriter.Workbook(path) as workbook:
        for name, content in sheets.items():
            page = workbook.add_worksheet(name)
            for number, row in enumerate(content):
                page.write_row(number, 0, row)
        for number in rows:
            page.set_row(number, options={"hidden": True})
        for place in columns:
            page.set_column(place, place, options={"hidden": True})
    return path


PEOPLE: Rows = [["NIP", "Nama", "No HP"], [SITI, "Siti", "0812"], [BUDI, "Budi", "0813"]]


def test_hidden_rows_and_columns_are_taken_and_the_import_says_so(app: App, tmp_path: Path) -> None:
    plan = app.imports.plan(book(tmp_path / "a.xlsx", {"Data": PEOPLE}, rows=[2], columns=[2]))
    app.imports.apply(plan)
    assert (counts(plan), employee(app, BUDI)["phone"]) == ({"new": 2}, "0813")
    assert _reason(app) == "Impor a.xlsx (1 baris tersembunyi ikut dibaca dan 1 kolom tersembunyi ikut dibaca)"


def _reason(app: App) -> str:
    (reason,) = {str(row["reason"]) for row in listed(app, "changes") if row["kind"] == "import"}
    return reason


def test_hidden_rows_and_columns_are_left_where_that_is_wished(app: App, tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", {"Data": PEOPLE}, rows=[2], columns=[2])
    plan = app.imports.plan(path, wishes=Wishes(leave_hidden_rows=True, leave_hidden_columns=True))
    app.imports.apply(plan)
    assert (counts(plan), plan.skipped["left_out"], reconciles(plan)) == ({"new": 1}, 1, True)
    assert (notices(plan)["rows.left_out"], notices(plan)["columns.left_out"]) == (("3",), ("No HP",))
    assert employee(app, SITI)["phone"] is None
    assert _reason(app) == "Impor a.xlsx (1 baris tersembunyi dilewati dan 1 kolom tersembunyi dilewati)"


def test_a_hidden_column_that_tells_the_rows_apart_cannot_be_left(app: App, tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", {"Data": PEOPLE}, columns=[0])
    look = app.imports.look(path)
    with pytest.raises(CannotDo, match=r"columns\.missing"):
        app.imports.plan_of(look, ImportChoices("employees", leave_hidden_columns=True))


ODD: Sequence[Sequence[Cell]] = [
    ["NIP", "Nama", "Warna", "Ukuran Baju", "Keterangan"],
    [SITI, "Siti", "biru", "L", "rajin"],
    [BUDI, "Budi", None, None, None],
]


def test_unknown_columns_are_kept_as_notes_on_request(app: App, sheet: SheetWriter) -> None:
    plain = app.imports.plan(sheet(ODD))
    assert notices(plain)["columns.unknown"] == ("Warna", "Ukuran Baju")
    plan = app.imports.plan(sheet(ODD), wishes=Wishes(keep_unknown=True), sender="Dinas Satu")
    assert (notices(plan)["columns.noted"], "columns.unknown" in notices(plan)) == (("Warna", "Ukuran Baju"), False)
    app.imports.apply(plan)
    notes = [app.employees.by_nip(number).note for number in (SITI, BUDI)]
    assert notes == ["Warna: biru; Ukuran Baju: L; rajin", None]
    again = app.imports.plan(sheet(ODD), sender="dinas satu")
    assert (counts(again), notices(again)) == ({"same": 2}, {})


def test_several_columns_may_be_chosen_as_notes(app: App, sheet: SheetWriter) -> None:
    look = app.imports.look(sheet(ODD))
    plan = app.imports.plan_of(look, ImportChoices("employees", mapping={2: "note", 3: "note", 4: "note"}))
    assert plan.judgement.bundle.new_rows("employees")[0]["note"] == "Warna: biru; Ukuran Baju: L; rajin"
    assert "note" in {it.name for it in app.imports.columns_of(look, "employees").fields if it.many}


def test_a_slip_of_the_pen_is_taken_with_consent_alone(app: App, sheet: SheetWriter) -> None:
    path = sheet(
        [["NIP", "Nma Pegawai", "Tangal Lahir", "Jabtan", "Nama Anak"], [SITI, "Siti", "12-03-1985", "Arsiparis", "A"]]
    )
    with pytest.raises(CannotDo, match=r"heading\.missing"):
        app.imports.plan(path)
    plan = app.imports.plan(path, take_likely=True)
    assert notices(plan)["columns.proposed"] == (
        "Nma Pegawai = Nama", "Tangal Lahir = Tanggal lahir", "Jabtan = Jabatan",
    )  # fmt: skip
    assert notices(plan)["columns.unknown"] == ("Nama Anak",)
    assert counts(plan) == {"new": 1}


def test_columns_without_a_heading_are_told(app: App, sheet: SheetWriter) -> None:
    plan = app.imports.plan(sheet([["NIP", "Nama", None], [SITI, "Siti", "0812"]]))
    assert notices(plan) == {"columns.unheaded": ("C",)}


def test_the_sheet_with_most_rows_of_a_clear_kind_is_taken(app: App, tmp_path: Path) -> None:
    one: Rows = [["NIP", "Nama"], [SITI, "Siti"]]
    recap: Rows = [["No", "Unit Kerja", "Jumlah"], [1.0, "Dinas A", 12.0], [2.0, "Dinas B", 7.0], [3.0, "Dinas C", 9.0]]
    index: Rows = [["No", "Lembar"], [1.0, "Bidang A"], [2.0, "Bidang B"]]
    path = book(tmp_path / "a.xlsx", {"Daftar Isi": index, "Rekap": recap, "Bidang A": one, "Bidang B": PEOPLE})
    plan = app.imports.plan(path)
    assert (plan.sheet, counts(plan)) == ("Bidang B", {"new": 2})
    assert notices(plan)["sheet.others"] == ("Daftar Isi", "Rekap", "Bidang A")
    assert app.imports.look(path).sheet == "Bidang B"
