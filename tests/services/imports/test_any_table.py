"""Whatever stands in a sheet: every row is accounted for, the second time tells nothing new, undo leaves nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.sqlite.backup import copy_database
from smartpns_desktop.app import STORE, App, open_app
from smartpns_desktop.domain.errors import CannotDo
from tests.conftest import Cell, SheetWriter
from tests.services.edit_checks import snapshot
from tests.services.imports.outcomes import nip, reconciles

NAMES = st.sampled_from(["Siti Aminah", "BUDI", "dr. Wati, Sp.A", ",", "Å 你好", "Jumlah", "Total 3", "=1+1", "NIP"])
NIPS = st.sampled_from([nip(1), nip(2), nip(3), f"'{nip(4)}", "19850312 201001 2 005", "198503122010", "abc"])
DATES = st.sampled_from(
    ["01-04-2020", "03/08/2026", "25/04/1985", "04/25/1985", "besok", "1985", "00-00-0000", "30 Peb 2020"]
)
NUMBERS = st.sampled_from(["20", "20 JP", "1.250.000", "1,5", "-3", "9" * 30, "1e5", "12.5.1", "0", "٣"])
AGENCIES = st.sampled_from(["Dinas A", "DINAS A", "Dinas B", "Sekretariat", "1.01", "S-2", "Kode"])
CODES = st.sampled_from(
    ["1", "1.01", "33", "III/c", "IX", "S-1", "45", "Fungsional", "IV.a", "L", "P", "PPPK", "C", "Ya"]
)
REALS = st.one_of(st.integers(-10, 10**6).map(float), st.floats(-1e18, 1e18), st.sampled_from([1.97603162007121e17]))
DAYS = st.dates(date(1900, 3, 1), date(2100, 1, 1))
BLANKS = st.sampled_from([None, "", "-", "  ", "\u00a0", "null"])
ANYTHING: st.SearchStrategy[Cell] = st.one_of(
    NAMES, NIPS, DATES, NUMBERS, AGENCIES, CODES, REALS, DAYS, BLANKS, st.booleans()
)

Likely = dict[str, st.SearchStrategy[Cell]]
EMPLOYEES: Likely = {
    "NIP": NIPS, "Nama": NAMES, "Gelar Depan": NAMES, "Tanggal Lahir": DATES, "L/P": CODES, "NIK": NUMBERS,
    "Status": CODES, "Golongan": CODES, "TMT Golongan": DATES, "MK Tahun": NUMBERS, "Jenis Jabatan": CODES,
    "Eselon": CODES, "Jabatan": AGENCIES, "TMT Jabatan": DATES, "Pendidikan": CODES, "Jurusan": NAMES,
    "Tahun Lulus": NUMBERS, "Unor ID": CODES, "Unit Kerja": AGENCIES,
}  # fmt: skip
TRAININGS: Likely = {
    "NIP": NIPS, "Nama": NAMES, "Nama Pelatihan": NAMES, "Jenis Diklat": CODES, "Mulai": DATES, "Selesai": DATES,
    "JP": NUMBERS, "Nomor Sertifikat": CODES, "Terverifikasi": CODES,
}  # fmt: skip
NEEDS: Likely = {
    "Perangkat Daerah": AGENCIES, "Periode": DATES, "Jenjang": CODES, "Program Studi": NAMES, "Jabatan Sasaran": NAMES,
    "2026": NUMBERS, "2027": NUMBERS, "Sumber Biaya": CODES, "Biaya APBD": NUMBERS, "Status": CODES,
}  # fmt: skip
UNITS: Likely = {
    "Kode": CODES, "Nama Unit": AGENCIES, "Jenis": CODES, "Kode Induk": CODES, "Induk": AGENCIES, "Nama Lama": AGENCIES,
    "Ditutup": DATES,
}  # fmt: skip


@st.composite
def tables(draw: st.DrawFn) -> list[list[Cell]]:
    """A heading of one kind and rows whose cells are mostly likely and sometimes anything."""
    likely = draw(st.sampled_from([EMPLOYEES, TRAININGS, NEEDS, UNITS]))
    row = st.tuples(*(st.one_of(cell, cell, cell, BLANKS, ANYTHING) for cell in likely.values())).map(list)
    return [list(likely), *draw(st.lists(row, min_size=1, max_size=8))]


@pytest.fixture
def fresh_app(fresh_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], App]]:
    """Opens the program on a new store with some people, once per example; one is open at a time."""
    opened: list[App] = []

    def make() -> App:
        while opened:
            opened.pop().close()
        folder = tmp_path_factory.mktemp("any")
        copy_database(fresh_store, folder / STORE)
        opened.append(open_app(folder, "penguji"))
        return opened[-1]

    yield make
    while opened:
        opened.pop().close()


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tables(), tables())
def test_every_row_is_accounted_for_and_every_import_can_be_taken_back(
    fresh_app: Callable[[], App], sheet: SheetWriter, first: list[list[Cell]], second: list[list[Cell]]
) -> None:
    app = fresh_app()
    states = [snapshot(app)]
    batches = []
    people = [["NIP", "Nama"], [nip(1), "Siti Aminah"], [nip(2), "Budi"]]
    for rows in (people, first, second):
        batch = taken_in(app, sheet(rows))
        if batch is not None:
            batches.append(batch)
            states.append(snapshot(app))
    for batch in reversed(batches):
        assert states.pop() == snapshot(app)
        assert app.undo.undo(batch).kept == ()
    assert states == [snapshot(app)]
    assert app.health.check().sound


def taken_in(app: App, path: Path) -> int | None:
    """Import a file twice, the second time without effect; the batch, or `None` where there was nothing to do."""
    try:
        plan = app.imports.plan(path)
        assert reconciles(plan)
        batch = app.imports.apply(plan, good_rows_only=True).batch
        again = app.imports.plan(path)
    except CannotDo:
        return None
    assert (again.judgement.new, again.judgement.changed, again.has_work) == (0, 0, False)
    return batch
