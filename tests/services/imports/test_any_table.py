"""Whatever stands in a sheet: every row is accounted for, the second time tells nothing new, undo leaves nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from smartpns_desktop.app import STORE, App, open_app
from smartpns_desktop.domain.errors import CannotDo
from tests.conftest import Cell, SheetWriter
from tests.services.edit_checks import snapshot
from tests.services.imports.outcomes import nip, partitions, reconciles


def one(*cells: Cell) -> st.SearchStrategy[Cell]:
    return st.sampled_from(cells)


NIPS = one(nip(1), nip(2), nip(3), f"'{nip(4)}", "19850312 201001 2 005")
PEOPLE = one("Siti Aminah", "SITI AMINAH", "Budi", "dr. Wati, Sp.A")
DATES = one("01-04-2020", "13-05-2021", "2 Mei 2022", date(2023, 6, 1))
AGENCIES = one("Dinas A", "DINAS A", "Dinas B", "Sekretariat", "Bidang C")
CODES = one("1", "2", "1.1", "2.1")
LEVELS, PROGRAMMES = one("S-1", "S-2", "D-III"), one("Hukum", "HUKUM", "Sains")
POSTS, KINDS, ECHELONS = one("Sekretaris", "Arsiparis Mahir"), one("1", "2", "Fungsional"), one("III.a", "IV.a")
NUMBERS = one("20", "20 JP", "1,5", 3.0, 128 / 3, "0")
YEARS = one(2008.0, "2015", 2020.0)
BLANKS = one(None, "", "-", "  ", "\u00a0", "null")
ODD = st.one_of(
    one("03/08/2026", "04/25/1985", "besok", "1985", "00-00-0000", "30 Peb 2020", "12.5.1", "9" * 30, "-3", "٣"),
    one("Jumlah", "Total 3", "=1+1", "NIP", ",", "Å 你好", "198502302010", "honorer", 1.97603162007121e17, True),
    st.floats(-1e18, 1e18),
    st.dates(date(1900, 3, 1), date(2100, 1, 1)),
)

Likely = dict[str, st.SearchStrategy[Cell]]
EMPLOYEES: Likely = {
    "NIP": NIPS, "Nama": PEOPLE, "Gelar Depan": one("dr.", "Ir."), "Tanggal Lahir": DATES, "L/P": one("L", "P"),
    "NIK": one("6474015203850001", "123"), "Status": one("P", "C", "PPPK"), "Golongan": one("III/a", "III/b", "IX"),
    "TMT Golongan": DATES, "MK Tahun": YEARS, "Jenis Jabatan": KINDS, "Eselon": ECHELONS, "Jabatan": POSTS,
    "TMT Jabatan": DATES, "Pendidikan": LEVELS, "Jurusan": PROGRAMMES, "Tahun Lulus": YEARS, "Unor ID": CODES,
    "Unit Kerja": AGENCIES,
}  # fmt: skip
TRAININGS: Likely = {
    "NIP": one(nip(1), nip(2)), "Nama": PEOPLE, "Nama Pelatihan": one("Seminar", "SEMINAR", "Bimtek"),
    "Jenis Diklat": one("9", "Bimtek", "Arisan"), "Mulai": DATES, "Selesai": DATES, "JP": NUMBERS,
    "Nomor Sertifikat": one("7/K", "8/K"), "Terverifikasi": one("Ya", "Tidak"),
}  # fmt: skip
NEEDS: Likely = {
    "Perangkat Daerah": AGENCIES, "Periode": one("2026-2030", "2027-2031"), "Jenjang": LEVELS,
    "Program Studi": PROGRAMMES, "Jabatan Sasaran": POSTS, "2026": one(1.0, 2.0, "3"), "2027": one(1.0, "0"),
    "Sumber Biaya": one("APBD", "Mandiri"), "Biaya APBD": one("Rp 1.250.000", 5e6), "Status": one("Diajukan", "X"),
}  # fmt: skip
UNITS: Likely = {
    "No": one(1.0, 2.0), "Kode": CODES, "Nama Unit": AGENCIES, "Jenis": one("Unit", "Perangkat Daerah"),
    "Kode Induk": CODES, "Induk": AGENCIES, "Nama Lama": one("Kantor A", "Dinas B; Kantor B"), "Ditutup": DATES,
}  # fmt: skip


INDEX: Likely = {
    "NIP": one(nip(1), nip(2)), "Nama": PEOPLE, "Kualifikasi": NUMBERS, "Kompetensi": NUMBERS, "Kinerja": NUMBERS,
    "Disiplin": NUMBERS, "Total": NUMBERS, "Tahun": one("2024", "TA 2025", 2023.0), "Updated": DATES,
}  # fmt: skip
RATINGS: Likely = {
    "NIP": one(nip(1), nip(2)), "Nama": PEOPLE, "Tahun": one("2019", "TA 2025", 2023.0),
    "Predikat Kinerja": one("BAIK", "Sangat baik", "80,5", "Kurang"), "Nilai Kinerja": NUMBERS,
    "Hasil Kerja": one("Sesuai", "DIATAS EKSPEKTASI"), "Perilaku Kerja": one("Sesuai", "Di bawah"),
    "NIP Penilai": NIPS, "Nama Penilai": PEOPLE,
}  # fmt: skip
ACTIONS: Likely = {
    "NIP": one(nip(1), nip(2)), "Nama": PEOPLE, "Tingkat Hukuman": one("Ringan", "BERAT"),
    "Jenis Hukuman": one("Teguran lisan", "TEGURAN LISAN", "Potong TPP", "Sedang"), "TMT Hukuman": DATES,
    "Akhir Hukuman": DATES, "Masa Hukuman": one("6 bulan", "1 tahun"), "Nomor SK": one("7/K"), "Tanggal SK": DATES,
}  # fmt: skip
STANDARDS: Likely = {
    "Nama Jabatan": POSTS, "Jenis": KINDS, "Eselon": ECHELONS, "Kelas Jabatan": one("9", 11.0), "Unit Kerja": AGENCIES,
    "Syarat Pendidikan": LEVELS, "Syarat Jurusan": PROGRAMMES, "BUP": one(58.0, "60"), "Kebutuhan": NUMBERS,
    "Bezetting": NUMBERS, "Berlaku Mulai": DATES,
}  # fmt: skip


SHEETS = [EMPLOYEES, TRAININGS, NEEDS, UNITS, INDEX, RATINGS, ACTIONS, STANDARDS]


@st.composite
def tables(draw: st.DrawFn) -> list[list[Cell]]:
    """A heading of one kind and rows whose cells are mostly likely, sometimes empty and rarely odd."""
    likely = draw(st.sampled_from(SHEETS))
    row = st.tuples(*(st.one_of(*[cell] * 8, BLANKS, BLANKS, ODD) for cell in likely.values())).map(list)
    return [list(likely), *draw(st.lists(row, min_size=1, max_size=8))]


@pytest.fixture
def fresh_app(fresh_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], App]]:
    """Opens the program on a new store with some people, once per example; one is open at a time."""
    opened: list[App] = []

    def make() -> App:
        while opened:
            opened.pop().close()
        folder = tmp_path_factory.mktemp("any")
        shutil.copyfile(fresh_store, folder / STORE)
        opened.append(open_app(folder, "penguji"))
        return opened[-1]

    yield make
    while opened:
        opened.pop().close()


# Each example costs a store: a table that fails is not made smaller.
@settings(max_examples=60, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture])
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
        plan = app.imports.plan(path, keep=True)
        assert reconciles(plan)
        assert partitions(app, plan)
        assert app.imports.questions_of(plan) == app.imports.questions_of(plan)
        batch = app.imports.apply(plan, good_rows_only=True).batch
        again = app.imports.plan(path)
    except CannotDo:
        return None
    assert (again.judgement.new, again.judgement.changed, again.has_work) == (0, 0, False)
    return batch
