"""Days of an employee sheet that cannot be: before birth, before the service, a school left as an infant."""

from __future__ import annotations

from datetime import date

import pytest

from smartpns_desktop.app import App
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import counts, imported, reconciles, refused

SITI, PPPK = "198503122010012001", "198807172023211004"
BASE: dict[str, Cell] = {
    "NIP": SITI, "NAMA": "Siti Aminah", "TEMPAT LAHIR": "Bandung", "ALAMAT": "Jalan Contoh 1",
    "TMT CPNS": date(2010, 1, 1),
}  # fmt: skip


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"GOL AKHIR": "III/c", "TMT GOLONGAN": date(2009, 12, 31)}, "event.before_cpns"),
        ({"GOL AKHIR": "III/c", "TMT GOLONGAN": date(1984, 4, 1)}, "event.before_birth"),
        ({"JABATAN": "Arsiparis Ahli Muda", "TMT JABATAN": date(1985, 3, 12)}, "event.before_birth"),
        ({"KEDUDUKAN HUKUM": "Pensiun", "TMT KEDUDUKAN HUKUM": date(2009, 4, 1)}, "event.before_entry"),
        ({"KEDUDUKAN HUKUM": "Meninggal", "TMT KEDUDUKAN HUKUM": date(1980, 4, 1)}, "event.before_birth"),
        ({"TINGKAT PENDIDIKAN": "S-1", "TANGGAL LULUS": date(1987, 7, 1)}, "education.as_infant"),
        ({"TINGKAT PENDIDIKAN": "S-1", "TAHUN LULUS": 1984}, "event.before_birth"),
    ],
)
def test_days_that_cannot_be_are_refused_with_their_row(
    app: App, sheet: SheetWriter, told: dict[str, Cell], code: str
) -> None:
    row = BASE | told
    plan = app.imports.plan(sheet([list(row), list(row.values())]))
    assert plan.kind == "employees"
    assert refused(plan) == {2: code}
    assert reconciles(plan)


@pytest.mark.parametrize(
    "told",
    [
        {"GOL AKHIR": "III/a", "TMT GOLONGAN": date(2010, 1, 1)},
        {"JABATAN": "Arsiparis Ahli Muda", "TMT JABATAN": date(2009, 1, 1)},
        {"KEDUDUKAN HUKUM": "Aktif", "TMT KEDUDUKAN HUKUM": date(2009, 12, 1)},
        {"KEDUDUKAN HUKUM": "Pensiun", "TMT KEDUDUKAN HUKUM": date(2020, 1, 1)},
        {"TINGKAT PENDIDIKAN": "SD", "TAHUN LULUS": 1994},
        {"NIP": PPPK, "TMT CPNS": date(2023, 3, 1), "GOL AKHIR": "IX", "TMT GOLONGAN": date(2021, 1, 1)},
    ],
)
def test_days_that_may_be_come_in(app: App, sheet: SheetWriter, told: dict[str, Cell]) -> None:
    row = BASE | told
    plan = imported(app, sheet([list(row), list(row.values())]))
    assert (plan.kind, counts(plan)) == ("employees", {"new": 1})


def test_without_a_date_of_entry_the_nip_tells_it(app: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [
        ["NIP", "NAMA", "KEDUDUKAN HUKUM", "TMT KEDUDUKAN HUKUM", "GOL AKHIR", "TMT GOLONGAN"],
        [SITI, "Siti Aminah", "Pensiun", date(2009, 12, 31), None, None],
        ["199001012015011001", "Budi Santoso", "Pensiun", date(2015, 1, 1), "III/a", date(2014, 1, 1)],
    ]
    assert refused(app.imports.plan(sheet(rows))) == {2: "event.before_entry"}
