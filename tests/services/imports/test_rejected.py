"""The refused rows as the sender gets them back: mended, they import again, and nothing in them was damaged."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from smartpns_desktop.app import App
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.imports.choices import ImportChoices
from smartpns_desktop.services.imports.plan import ImportPlan
from smartpns_desktop.services.watch import Watch
from tests.conftest import Cell, SheetWriter
from tests.exchange.protected import agile
from tests.services.imports.outcomes import counts, employee, imported, nip, notices, refused


def written(app: App, plan: ImportPlan, folder: Path) -> tuple[Path, Any]:
    """Where the refused rows were written, and the sheet that holds them."""
    out = folder / "salah.xlsx"
    assert app.imports.write_rejected(plan, out) == plan.rejected
    return out, openpyxl.load_workbook(out).worksheets[0]


def texts(page: Any) -> list[list[object]]:
    return [[cell for cell in row if cell is not None] for row in page.iter_rows(values_only=True)]


def test_refused_rows_stand_under_the_senders_heading_with_reasons(
    app: App, sheet: SheetWriter, tmp_path: Path
) -> None:
    rows: list[list[Cell]] = [
        ["Daftar pegawai Dinas A"], ["No", "NIP", "Nama", "HP", "Warna"],
        [1.0, nip(1), "Siti", "0812", "biru"], [2.0, 1.97603162007121e17, "Budi", "0813", "=1+1"],
        [3.0, "123", None, None, None],
    ]  # fmt: skip
    out, page = written(app, app.imports.plan(sheet(rows), keep=True), tmp_path)
    title, heading, budi, nobody = texts(page)
    assert (title, heading) == (["Daftar pegawai Dinas A"], ["No", "NIP", "Nama", "HP", "Warna", "Alasan"])
    assert budi[:5] == [2, "1.97603162007121e+17", "Budi", "0813", "=1+1"]
    assert str(budi[5]).startswith("NIP: NIP “1.97603162007121e+17” tidak utuh")
    assert nobody[:2] == [3, "123"]
    assert str(nobody[2]).count("\n") == 1
    assert (page.title, page["B3"].data_type, page["B3"].number_format) == ("Data", "s", "@")
    again = app.imports.plan(out)
    assert (refused(again), notices(again)) == (
        {3: "nip.damaged", 4: "name.missing"}, {"columns.unknown": ("Warna",)},
    )  # fmt: skip


def test_mended_rows_import_again(app: App, sheet: SheetWriter, tmp_path: Path) -> None:
    rows: list[list[Cell]] = [
        ["NIP", "Nama", "Tanggal Lahir", "TMT CPNS"], [nip(1), "Siti", "03/08/1985", date(2010, 1, 4)],
        [float(nip(3)), "Wati", "05/05/1985", 40179.0],
        [float(nip(2)), "Budi", "05/08/1985", 40179.0],
    ]  # fmt: skip
    plan = app.imports.plan(sheet(rows), keep=True)
    out, page = written(app, plan, tmp_path)
    assert [cell.value for cell in page[2]][:4] == [nip(1), "Siti", "03/08/1985", "4 Jan 2010"]
    # What was open for the sender is still open here: no day that we wrote decides it.
    assert refused(app.imports.plan(out)) == {2: "date.ambiguous", 3: "nip.damaged", 4: "date.ambiguous"}
    book = openpyxl.load_workbook(out)
    for place, value in {"A3": nip(3), "A4": nip(2), "C2": "3 Agustus 1985", "C4": "5 Agustus 1985"}.items():
        book.worksheets[0][place].value = value
    book.save(out)
    assert counts(imported(app, out)) == {"new": 3}
    assert employee(app, nip(1))["cpns_date"] == date(2010, 1, 4)
    assert employee(app, nip(2))["cpns_date"] == date(2010, 1, 1)


def test_days_mean_the_same_without_the_rows_that_proved_their_order(
    app: App, sheet: SheetWriter, tmp_path: Path
) -> None:
    rows: list[list[Cell]] = [
        ["NIP", "Nama", "Tanggal Lahir"], [nip(1), "Siti", "25/04/1985"], ["123", "Budi", "03/08/1985"],
    ]  # fmt: skip
    out, page = written(app, app.imports.plan(sheet(rows), keep=True), tmp_path)
    assert page["C2"].value == "3 Agu 1985"
    assert refused(app.imports.plan(out)) == {2: "nip.not_18_digits"}


def test_a_day_that_could_be_read_decides_nothing_for_the_others(app: App, sheet: SheetWriter, tmp_path: Path) -> None:
    rows: list[list[Cell]] = [
        ["NIP", "Nama", "Tanggal Lahir"], [nip(1), "Siti", "04/25/1985"], ["123", "Budi", "25/04/1985"],
        [nip(3), "Wati", "03/08/1985"],
    ]  # fmt: skip
    out, _ = written(app, app.imports.plan(sheet(rows), keep=True), tmp_path)
    assert refused(app.imports.plan(out)) == {2: "nip.not_18_digits", 3: "date.ambiguous"}


def test_reasons_are_not_piled_up(app: App, sheet: SheetWriter, tmp_path: Path) -> None:
    rows: list[list[Cell]] = [["NIP", "Nama", "Alasan", "HP"], ["123", "Siti", "lama", "0812"]]
    _, page = written(app, app.imports.plan(sheet(rows), keep=True), tmp_path)
    heading, row = texts(page)
    assert heading == ["NIP", "Nama", "Alasan", "HP"]
    assert str(row[2]).startswith("NIP: NIP terdiri atas 18 angka")


def test_rows_keep_the_sections_above_them(app: App, sheet: SheetWriter, tmp_path: Path) -> None:
    head: list[Cell] = ["No", "Program Studi", "Jumlah", "2026"]
    rows: list[list[Cell]] = [
        ["Periode : 2026-2030"], head, ["Dinas A"], ["S-1"], [1.0, "Hukum", None, 1.0], [1.0, "Hukum", None, 1.0],
        ["S-2"], [1.0, "Hukum", None, 1.0], ["Dinas B"], ["S-1"], [1.0, "Hukum", None, 1.0],
        [1.0, "Hukum", None, 1.0],
    ]  # fmt: skip
    plan = app.imports.plan(sheet(rows), keep=True)
    assert refused(plan) == {6: "row.duplicate", 12: "row.duplicate"}
    out, page = written(app, plan, tmp_path)
    assert [row[0] for row in texts(page)] == ["Periode : 2026-2030", "No", "Dinas A", "S-1", 1, "Dinas B", "S-1", 1]
    assert counts(app.imports.plan(out)) == {"new": 2}


def test_a_heading_of_two_rows_is_written_whole(app: App, sheet: SheetWriter, tmp_path: Path) -> None:
    imported(app, sheet([["NIP", "Nama"], [nip(1), "Siti"]], "orang.xlsx"))
    rows: list[list[Cell]] = [
        ["NIP", "Nama Pelatihan", "Tanggal", None], [None, None, "Mulai", "Selesai"],
        [nip(1), "Arsip", "besok", "03-02-2026"],
    ]  # fmt: skip
    out, _ = written(app, app.imports.plan(sheet(rows), keep=True), tmp_path)
    again = app.imports.plan(out)
    assert (again.header_row, refused(again), notices(again)) == (2, {3: "date.unreadable"}, {})


def test_long_cells_come_back_whole(app: App, sheet: SheetWriter, tmp_path: Path) -> None:
    plan = app.imports.plan(sheet([["NIP", "Nama", "Alamat"], ["1", "Siti", "x" * 10_000]]), keep=True)
    _, page = written(app, plan, tmp_path)
    assert page["C2"].value == "x" * 10_000


def test_the_senders_file_is_never_written_over(app: App, sheet: SheetWriter) -> None:
    path = sheet([["NIP", "Nama"], ["1", "Siti"]])
    plan, before = app.imports.plan(path, keep=True), path.read_bytes()
    for out, code in ((path, "export.onto_source"), (path.with_suffix(".csv"), "export.unsupported_ending")):
        with pytest.raises(CannotDo) as caught:
            app.imports.write_rejected(plan, out)
        assert caught.value.code == code
    assert path.read_bytes() == before


def test_a_cancelled_writing_leaves_nothing(app: App, sheet: SheetWriter, tmp_path: Path) -> None:
    rows: list[list[Cell]] = [["NIP", "Nama"], *([f"{number}", "Siti"] for number in range(600))]
    look = app.imports.look(sheet(rows))
    plan = app.imports.plan_of(look, ImportChoices("employees"))
    watch = Watch()
    steps: list[int] = []

    def step(done: int, total: int) -> None:
        steps.append(total)
        watch.cancelled = done > 0
        Watch.step(watch, done, total)

    watch.step = step  # type: ignore[method-assign]
    folder = tmp_path / "keluar"
    folder.mkdir()
    with pytest.raises(CannotDo, match="cancelled"):
        app.imports.write_rejected(plan, folder / "salah.xlsx", watch)
    assert steps[-1] == 600
    assert list(folder.iterdir()) == []


def test_what_is_taken_out_of_a_protected_file_asks_for_its_password(
    app: App, sheet: SheetWriter, tmp_path: Path
) -> None:
    secret = tmp_path / "rahasia.xlsx"
    secret.write_bytes(agile(sheet([["NIP", "Nama"], ["123", "Siti"]]).read_bytes(), "Sandi 1"))
    plan, out = app.imports.plan(secret, keep=True, password="Sandi 1"), tmp_path / "salah.xlsx"
    assert app.imports.write_rejected(plan, out, password="Sandi 1") == 1
    with pytest.raises(CannotDo, match=r"file\.encrypted"):
        app.imports.plan(out)
    again = app.imports.plan(out, password="Sandi 1")
    assert (again.rows, refused(again)) == (1, {2: "nip.not_18_digits"})
    app.imports.write_rejected(plan, out)
    assert app.imports.plan(out).rows == 1


def test_a_password_given_for_an_open_file_locks_nothing(app: App, sheet: SheetWriter, tmp_path: Path) -> None:
    plan, out = app.imports.plan(sheet([["NIP", "Nama"], ["123", "Siti"]]), keep=True), tmp_path / "salah.xlsx"
    app.imports.write_rejected(plan, out, password="Sandi 1")
    assert app.imports.plan(out).rows == 1
