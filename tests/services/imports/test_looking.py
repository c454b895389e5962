"""The first look at a file: what is shown of it, and that the file is not needed any more afterwards."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import pytest

from smartpns_desktop.app import App
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.imports.choices import ImportChoices
from smartpns_desktop.services.watch import Watch
from tests.conftest import SheetWriter
from tests.services.imports.outcomes import counts, imported, nip, notices

RECAP = "rekap_diklat_diskominfo_2025.xlsx"


def test_a_file_is_shown_with_its_heading(app: App, samples: Path) -> None:
    look = app.imports.look(samples / RECAP)
    assert (look.name, look.format, look.sheet, look.kind) == (RECAP, "xlsx", "Rekap 2025", "trainings")
    assert look.size == (samples / RECAP).stat().st_size
    assert look.header_row == 6
    assert "NIP" in look.top[look.header_row - 1]
    assert len({len(row) for row in look.top}) == 1
    told = {notice.code: notice for notice in look.notices}
    assert told["rows.hidden"].names == ("16", "17")
    (shown,) = [it for it in look.sheets if it.name == look.sheet]
    assert shown.rows == look.rows


@pytest.mark.parametrize("name", [RECAP, "riwayat_kursus_siasn.csv", "pegawai_lama.xls", "pegawai_kecamatan.ods"])
def test_a_look_plans_what_the_command_line_plans(app: App, samples: Path, name: str) -> None:
    imported(app, samples / "siasn_profil_asn.xlsx")
    short = app.imports.plan(samples / name)
    look = app.imports.look(samples / name)
    assert look.kind == short.kind
    plan = app.imports.plan_of(look, ImportChoices(short.kind))
    assert counts(plan) == counts(short)
    assert (plan.digest, plan.problems, plan.header_row) == (short.digest, short.problems, short.header_row)
    mine, other = plan.judgement.bundle, short.judgement.bundle
    assert {it: mine.new_rows(it) for it in mine.inserts} == {it: other.new_rows(it) for it in other.inserts}


def test_a_stick_that_is_pulled_out_loses_nothing(app: App, samples: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(samples / "siasn_profil_asn.xlsx", tmp_path / "stik.xlsx"))
    look = app.imports.look(path)
    path.unlink()
    columns = app.imports.columns_of(look, "employees")
    plan = app.imports.plan_of(look, ImportChoices("employees", mapping=columns.mapping()))
    assert app.imports.apply(plan, good_rows_only=True).new == 167


def test_a_heading_that_nobody_knows_is_no_error(app: App, sheet: SheetWriter) -> None:
    look = app.imports.look(sheet([["Daftar"], ["A", "B"], ["1", "2"]]))
    assert (look.kind, look.kinds, look.header_row, look.rows) == (None, (), 0, 3)
    assert look.top == (("Daftar", ""), ("A", "B"), ("1", "2"))
    with pytest.raises(CannotDo, match=r"heading\.missing"):
        app.imports.columns_of(look, "employees")


def test_another_sheet_can_be_looked_at(app: App, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    first, second = book.worksheets[0], book.create_sheet("Pegawai")
    book.create_sheet("Kosong").sheet_state = "hidden"
    first.append(["catatan"])
    for row in (["NIP", "Nama"], [nip(1), "Siti"]):
        second.append(row)
    first.merge_cells("A1:C1")
    book.save(tmp_path / "dua.xlsx")
    look = app.imports.look(tmp_path / "dua.xlsx")
    assert (look.sheet, look.kind) == ("Pegawai", "employees")
    assert [(it.name, it.visible, it.rows) for it in look.sheets] == [
        ("Sheet", True, 1), ("Pegawai", True, 2), ("Kosong", False, 0),
    ]  # fmt: skip
    other = app.imports.look(tmp_path / "dua.xlsx", sheet="Sheet")
    assert (other.sheet, other.kind, other.content.merged) == ("Sheet", None, 1)
    assert [it.code for it in other.notices] == ["cells.merged", "sheet.others"]
    for name, code in (("Kosong", "sheet.empty"), ("Tiada", "sheet.missing")):
        with pytest.raises(CannotDo) as caught:
            app.imports.look(tmp_path / "dua.xlsx", sheet=name)
        assert caught.value.code == code


@pytest.mark.parametrize(("name", "code"), [("tiada.xlsx", "file.missing")])
def test_a_file_that_cannot_be_read_is_refused_calmly(app: App, samples: Path, name: str, code: str) -> None:
    with pytest.raises(CannotDo) as caught:
        app.imports.look(samples / name)
    assert caught.value.code == code


def test_a_look_can_be_cancelled(app: App, samples: Path) -> None:
    watch = Watch()
    watch.cancelled = True
    with pytest.raises(CannotDo, match="cancelled"):
        app.imports.look(samples / RECAP, watch)
    look = app.imports.look(samples / RECAP)
    with pytest.raises(CannotDo, match="cancelled"):
        app.imports.plan_of(look, ImportChoices("trainings"), watch)


def test_long_cells_are_cut_where_they_are_shown_and_whole_where_they_are_kept(app: App, sheet: SheetWriter) -> None:
    look = app.imports.look(sheet([["NIP", "Nama", "Alamat"], [nip(1), "Siti", "x" * 10_000]]))
    columns = app.imports.columns_of(look, "employees")
    assert max(len(text) for row in look.top for text in row) == 200
    assert len(columns.columns[2].samples[0]) == 200
    app.imports.apply(app.imports.plan_of(look, ImportChoices("employees")))
    assert notices(app.imports.plan_of(look, ImportChoices("employees"))) == {}
    assert counts(app.imports.plan_of(look, ImportChoices("employees"))) == {"same": 1}
