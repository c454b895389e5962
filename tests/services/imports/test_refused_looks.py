"""The refused rows come back in the sender's own look: wrong cells in colour with the reason, the rest as it was."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.colors import Color

from smartpns_desktop.app import App
from smartpns_desktop.services.imports.choices import ImportChoices
from smartpns_desktop.services.imports.plan import ImportPlan
from tests.cli.office import needs_office, save_as
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import counts, imported, listed, nip, reconciles, refused

THIN = Side(style="thin", color="FF333333")
RED = "FFF8CBCB"
HEAD = (("No", "NIP", "Nama", "Nama Pelatihan", "JP", "Tanggal", None, "Catatan"),
        (None, None, None, None, None, "Mulai", "Selesai", None))  # fmt: skip
ROWS: tuple[tuple[Any, ...], ...] = (
    (1, nip(1), "Siti", "Arsip", 20, "12-03-2026", "13-03-2026", 0.5),
    (2, float(nip(2)), "Budi", "Pajak", 20, "12-03-2026", "besok", 0.25),
    (3, nip(3), "Wati", "Hukum", 10, "14-03-2026", "15-03-2026", None),
    (4, nip(9), "Tono", "Gizi", 10, "14-03-2026", "15-03-2026", "=1+1"),
)


@pytest.fixture
def people(app: App, sheet: SheetWriter) -> App:
    rows: list[list[Cell]] = [["NIP", "Nama"], *([nip(number), "Siti"] for number in range(1, 6))]
    imported(app, sheet(rows, "orang.xlsx"))
    return app


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """A recap with a title, a heading of two rows, colours, borders, a hidden column, a formula, another sheet."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Rekap"
    page.merge_cells("A1:H1")
    page["A1"] = "REKAPITULASI PELATIHAN 2026"
    page["A1"].font = Font(name="Times New Roman", size=14, bold=True)
    for number, values in enumerate((*HEAD, *ROWS), start=3):
        for place, value in enumerate(values, start=1):
            cell = page.cell(number, place, value)
            cell.border = Border(THIN, THIN, THIN, THIN)
            if number < 5:
                cell.fill = PatternFill("solid", fgColor=Color(theme=4, tint=0.4))
                cell.alignment = Alignment(horizontal="center", vertical="center")
    for area in ("A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4", "F3:G3", "H3:H4"):
        page.merge_cells(area)
    page["H6"].number_format = "0%"
    page["H5"].comment = Comment("catatan pengirim", "pengirim")
    page.row_dimensions[1].height = 30
    page.row_dimensions[6].height = 18
    for letter, width in zip("ABCDEFGH", (5, 22, 28, 40, 8, 13, 13, 10), strict=True):
        page.column_dimensions[letter].width = width
    page.column_dimensions["H"].hidden = True
    book.create_sheet("Lain")["A1"] = "=SUM(Rekap!E5:E8)"
    book.save(tmp_path / "kirim.xlsx")
    return tmp_path / "kirim.xlsx"


def written(app: App, plan: ImportPlan, folder: Path) -> tuple[Path, Any]:
    out = folder / "salah.xlsx"
    assert app.imports.write_rejected(plan, out) == plan.rejected
    book = openpyxl.load_workbook(out)
    assert len(book.sheetnames) == 1
    return out, book.worksheets[0]


def red(page: Any) -> list[str]:
    return [cell.coordinate for row in page.iter_rows() for cell in row if cell.fill.fgColor.rgb == RED]


def mend(path: Path, cells: dict[str, object]) -> Path:
    book = openpyxl.load_workbook(path)
    for place, value in cells.items():
        book.worksheets[0][place].value = value
    book.save(path)
    return path


def through(path: Path, folder: Path, endings: Iterable[str]) -> Path:
    """The file, opened and saved by another office program in one format after the other."""
    for ending in endings:
        path = save_as(path, ending, folder)
    return path


def test_the_look_stays_and_only_wrong_cells_differ(people: App, sent: Path, tmp_path: Path) -> None:
    plan = people.imports.plan(sent, keep=True)
    assert refused(plan) == {6: "date.unreadable", 8: "person.unknown"}
    _, page = written(people, plan, tmp_path)
    assert page.title == "Rekap"
    assert (page["A1"].font.name, page["A1"].font.sz, page["A1"].font.b) == ("Times New Roman", 14, True)
    assert {str(area) for area in page.merged_cells.ranges} == {
        "A1:H1", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4", "F3:G3", "H3:H4",
    }  # fmt: skip
    assert page["B3"].fill.fgColor.rgb == page["F4"].fill.fgColor.rgb == "FF95B3D7"
    assert page["B3"].alignment.horizontal == "center"
    assert (page["A5"].border.left.style, page["C6"].border.bottom.style) == ("thin", "thin")
    assert page["H5"].number_format == "0%"
    assert page.row_dimensions[1].height == 30
    assert page.row_dimensions[5].height >= 18
    widths = {letter: round(page.column_dimensions[letter].width) for letter in "BCDF"}
    assert widths == {"B": 22, "C": 28, "D": 40, "F": 13}
    assert page.column_dimensions["H"].hidden
    assert page.freeze_panes == "A5"


def test_wrong_cells_are_red_and_say_why(people: App, sent: Path, tmp_path: Path) -> None:
    plan = people.imports.plan(sent, keep=True)
    _, page = written(people, plan, tmp_path)
    assert red(page) == ["B5", "G5", "B6"]
    assert "tidak utuh" in page["B5"].comment.text
    assert page["G5"].comment.text
    assert [cell.coordinate for row in page.iter_rows() for cell in row if cell.comment] == ["B5", "G5", "B6"]
    assert page["I4"].value == "Alasan"
    reasons = str(page["I5"].value).split("\n")
    assert [reason.split(":")[0] for reason in sorted(reasons)] == ["NIP", "Tanggal Selesai"]
    assert {row[8].value is None for row in page.iter_rows(min_row=5)} == {False}


def test_nothing_of_the_sender_travels_along_but_values(people: App, sent: Path, tmp_path: Path) -> None:
    _, page = written(people, people.imports.plan(sent, keep=True), tmp_path)
    assert not [cell for row in page.iter_rows() for cell in row if cell.data_type == "f"]
    assert (page["A5"].value, page["E5"].value, page["H5"].value) == (2, 20, 0.25)
    assert (page["B5"].number_format, page["F5"].number_format) == ("@", "@")


@needs_office
@pytest.mark.parametrize("endings", [(), ("ods", "xlsx")], ids=["as-it-is", "through-another-program"])
def test_mended_it_is_understood_and_takes_these_rows(
    people: App, sent: Path, tmp_path: Path, endings: tuple[str, ...]
) -> None:
    assert counts(imported(people, sent)) == {"new": 2, "rejected": 2}
    out, _ = written(people, people.imports.plan(sent, keep=True), tmp_path)
    again = people.imports.plan(through(out, tmp_path, endings))
    assert (again.rejected, again.rows, reconciles(again)) == (2, 2, True)
    mended = mend(out, {"B5": nip(2), "G5": "16-03-2026", "B6": nip(4)})
    done = imported(people, through(mended, tmp_path, endings))
    assert (counts(done), reconciles(done)) == ({"new": 2}, True)
    assert sorted(row["name"] for row in listed(people, "trainings")) == ["Arsip", "Gizi", "Hukum", "Pajak"]


def test_sections_keep_place_and_look(app: App, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    head = ["No", "Program Studi", "Jumlah", "2026"]
    rows: list[list[object]] = [
        ["Periode : 2026-2030"], head, ["Dinas A"], ["S-1"], [1, "Hukum", None, 1], [1, "Hukum", None, 1],
        ["S-2"], [1, "Hukum", None, 1], ["Dinas B"], ["S-1"], [1, "Hukum", None, 1],
        [1, "Hukum", None, 1],
    ]  # fmt: skip
    for row in rows:
        page.append(row)
    for place in ("A3", "A4", "A9", "A10"):
        page[place].font = Font(bold=True, color="FF0000FF")
        page.merge_cells(f"{place}:D{place[1:]}")
    book.save(tmp_path / "kirim.xlsx")
    plan = app.imports.plan(tmp_path / "kirim.xlsx", keep=True)
    assert refused(plan) == {6: "row.duplicate", 12: "row.duplicate"}
    out, page = written(app, plan, tmp_path)
    assert [[page[f"A{row}"].value, page[f"A{row}"].font.b] for row in (3, 4, 6, 7)] == [
        ["Dinas A", True], ["S-1", True], ["Dinas B", True], ["S-1", True],
    ]  # fmt: skip
    assert {str(area) for area in page.merged_cells.ranges} == {"A3:D3", "A4:D4", "A6:D6", "A7:D7"}
    assert counts(app.imports.plan(out)) == {"new": 2}


def test_what_the_clerk_said_of_the_columns_goes_with_the_file(app: App, sheet: SheetWriter, tmp_path: Path) -> None:
    rows: list[list[Cell]] = [
        ["Kode Orang", "Siapa", "Lahir di", "Nama"], [nip(1), "Siti", "Bima", "x"], ["123", "Budi", "Dompu", "y"],
    ]  # fmt: skip
    look = app.imports.look(sheet(rows))
    chosen = ImportChoices("employees", header_row=1, mapping={0: "nip", 1: "name", 2: "birth_place", 3: None})
    plan = app.imports.plan_of(look, chosen)
    assert (plan.rows, plan.rejected) == (2, 1)
    out, page = written(app, plan, tmp_path)
    assert page.row_dimensions[2].hidden
    assert refused(app.imports.plan(out)) == {3: "nip.not_18_digits"}
    assert counts(imported(app, mend(out, {"A3": nip(2)}))) == {"new": 1}
    (row,) = listed(app, "employees")
    assert (row["name"], row["birth_place"]) == ("Budi", "Dompu")


def test_days_are_written_as_they_were_understood(app: App, sheet: SheetWriter, tmp_path: Path) -> None:
    rows: list[list[Cell]] = [
        ["NIP", "Nama", "Tanggal Lahir"], ["123", "Siti", "03/08/1985"], ["124", "Budi", "03-08-85"],
    ]  # fmt: skip
    look = app.imports.look(sheet(rows))
    plan = app.imports.plan_of(look, ImportChoices("employees", date_orders={"birth_date": "mdy"}))
    _, page = written(app, plan, tmp_path)
    assert (page["C2"].value, page["C3"].value) == ("8 Mar 1985", "8 Mar 1985")


def test_a_text_file_gets_colours_and_reasons_too(app: App, tmp_path: Path) -> None:
    path = tmp_path / "kirim.csv"
    path.write_text(f"NIP;Nama;Tanggal Lahir\n{nip(1)};Siti;25-04-1985\n123;;besok\n", encoding="utf-8")
    plan = app.imports.plan(path, keep=True)
    _, page = written(app, plan, tmp_path)
    assert red(page) == ["A2", "B2", "C2"]
    assert page["B2"].comment.text
    assert page["A1"].font.b


def test_a_file_that_changed_since_gives_no_look(people: App, sent: Path, tmp_path: Path) -> None:
    plan = people.imports.plan(sent, keep=True)
    mend(sent, {"B6": "lain"})
    _, page = written(people, plan, tmp_path)
    assert page["A1"].font.name != "Times New Roman"
    assert red(page) == ["B5", "G5", "B6"]
    sent.unlink()
    _, page = written(people, plan, tmp_path)
    assert red(page) == ["B5", "G5", "B6"]


def test_rows_below_a_label_stay_with_their_person(people: App, sheet: SheetWriter, tmp_path: Path) -> None:
    rows: list[list[Cell]] = [
        ["RIWAYAT PANGKAT"], ["No", "Golongan", "TMT Golongan", "Nomor SK"], ["NIP", f": {nip(1)}"],
        [1.0, "III/a", "01-04-2012", "1"], [2.0, "III/b", "01-04-2016", "2"],
        ["NIP", f": {nip(2)}"], ["Nama", ": Siti"], [1.0, "III/a", "01-04-2013", "3"], [2.0, "III/b", "besok", "4"],
        ["NIP", f": {nip(3)}"], [1.0, "III/a", "01-04-2014", "5"],
    ]  # fmt: skip
    plan = people.imports.plan(sheet(rows), keep=True)
    assert (plan.kind, refused(plan)) == ("grade-history", {9: "date.unreadable"})
    out, page = written(people, plan, tmp_path)
    assert [[cell for cell in row if cell is not None][:2] for row in page.iter_rows(min_row=4, values_only=True)][
        -3:
    ] == [["NIP", f": {nip(2)}"], ["Nama", ": Siti"], [2, "III/b"]]
    row = page.max_row
    assert refused(people.imports.plan(out)) == {row: "date.unreadable"}
    done = imported(people, mend(out, {f"C{row}": "01-04-2017"}))
    assert counts(done) == {"new": 1}
    assert [it["nip"] for it in listed(people, "grade-history")] == [nip(2)]
