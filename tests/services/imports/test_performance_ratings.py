"""Sheets of performance ratings: predicates and values as offices of the old and the new law write them."""

from __future__ import annotations

import pytest

from smartpns_desktop.app import App
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import (
    changes,
    counts,
    imported,
    listed,
    nip,
    notices,
    reconciles,
    refused,
    warned,
)

SITI, BUDI = nip(1), nip(2)
PEOPLE: list[list[Cell]] = [["NIP", "Nama"], [SITI, "Siti Aminah"], [BUDI, "Budi Santoso"]]


@pytest.fixture
def staffed(app: App, sheet: SheetWriter) -> App:
    """Siti Aminah and Budi Santoso."""
    imported(app, sheet(PEOPLE, "people.xlsx"))
    return app


def ratings(app: App) -> dict[tuple[str, int], tuple[str | None, float | None]]:
    """Predicate and value of everybody's years."""
    rows = listed(app, "performance-ratings")
    return {(row["nip"], row["year"]): (row["rating"], row["value"]) for row in rows}


SIASN: list[list[Cell]] = [
    ["NIP", "NAMA", "TAHUN", "HASIL KINERJA", "PERILAKU KERJA", "KUADRAN KINERJA", "PENILAI NIP", "PENILAI NAMA"],
    [SITI, "SITI AMINAH", "2023", "DIATAS EKSPEKTASI", "DIATAS EKSPEKTASI", "SANGAT BAIK", nip(2), "BUDI SANTOSO"],
    [BUDI, "BUDI SANTOSO", "2023", "SESUAI EKSPEKTASI", "DIATAS EKSPEKTASI", "BAIK", "", "BUPATI"],
]
RECAP: list[list[Cell]] = [
    ["REKAPITULASI PREDIKAT KINERJA PEGAWAI"],
    ["DINAS KOMUNIKASI DAN INFORMATIKA TAHUN 2023"],
    [],
    ["No", "Nama / NIP", "", "Pangkat/Gol.", "Jabatan", "Unit Kerja", "Penilaian Kinerja", "", ""],
    ["", "Nama", "NIP", "", "", "", "Rating Hasil Kerja", "Rating Perilaku Kerja", "Predikat"],
    [1, "Siti Aminah, S.E.", SITI, "III/c", "Arsiparis", "Sekretariat", "Di atas ekspektasi", "Di Atas", "Sangat baik"],
    [2, "Budi Santoso", BUDI, "III/a", "Arsiparis", "Sekretariat", "Sesuai", "Sesuai ekspektasi", "BAIK"],
    ["", "Kepala Dinas,"],
    ["", "NIP. 196901011990031001"],
]
PLAIN: list[list[Cell]] = [
    ["NIP Baru", "Nama Pegawai", "Predikat SKP", "Tahun Penilaian"],
    [f"'{SITI}", "Siti Aminah", "SB", "TA 2023"],
    [f"'{BUDI}", "Budi Santoso", "baik", 2023],
]


@pytest.mark.parametrize("rows", [SIASN, RECAP, PLAIN], ids=["siasn", "recap", "plain"])
def test_every_office_s_style_tells_the_same(staffed: App, sheet: SheetWriter, rows: list[list[Cell]]) -> None:
    plan = imported(staffed, sheet(rows))
    assert (plan.kind, counts(plan), plan.problems) == ("performance-ratings", {"new": 2}, ())
    assert reconciles(plan)
    assert ratings(staffed) == {(SITI, 2023): ("Sangat Baik", None), (BUDI, 2023): ("Baik", None)}


def test_all_that_siasn_tells_is_kept(staffed: App, sheet: SheetWriter) -> None:
    imported(staffed, sheet(SIASN))
    (row,) = listed(staffed, "performance-ratings", nip=SITI)
    told = {name: row[name] for name in ("result", "behaviour", "assessor_nip", "assessor")}
    assert told == {
        "result": "Di Atas Ekspektasi",
        "behaviour": "Di Atas Ekspektasi",
        "assessor_nip": nip(2),
        "assessor": "BUDI SANTOSO",
    }


@pytest.mark.parametrize(
    ("heading", "cell", "year", "told"),
    [
        ("Nilai SKP", "87,56", 2019, ("Baik", 87.56)),
        ("Nilai SKP", 91.0, 2019, ("Sangat Baik", 91)),
        ("Nilai SKP", "87.560", 2019, ("Baik", 87.56)),
        ("Nilai Prestasi Kerja", "76,02 (Baik)", 2018, ("Baik", 76.02)),
        ("Nilai SKP", "95 (Sangat Baik)", 2022, ("Sangat Baik", 95)),
        ("Nilai Prestasi Kerja", "76,02", 2018, ("Baik", 76.02)),
        ("Predikat Kinerja", "80,5", 2019, ("Baik", 80.5)),
        ("Nilai SKP", "Baik", 2022, ("Baik", None)),
        ("Nilai SKP", "95,1", 2022, (None, 95.1)),
        ("Predikat Kinerja", "Kurang/Misconduct", 2024, ("Kurang", None)),
        ("Predikat Kinerja", "2", 2024, None),
        ("SKP", "2023", 2024, None),
        ("Predikat Kinerja", "lulus", 2024, None),
        ("Predikat Kinerja", None, 2024, None),
    ],
)
def test_a_predicate_as_text_or_number(
    staffed: App, sheet: SheetWriter, heading: str, cell: Cell, year: int, told: tuple[str | None, float | None] | None
) -> None:
    plan = imported(staffed, sheet([["NIP", "Nama", "Tahun", heading], [SITI, "Siti Aminah", year, cell]]))
    assert ratings(staffed) == ({(SITI, year): told} if told else {})
    assert bool(refused(plan)) is (told is None)
    assert reconciles(plan)


def test_the_final_value_stands_above_its_first_part(staffed: App, sheet: SheetWriter) -> None:
    heading: list[Cell] = ["NIP", "Nama", "Tahun", "Nilai SKP", "Nilai Prestasi Kerja", "Sebutan"]
    imported(staffed, sheet([heading, [SITI, "Siti Aminah", 2018, 88.5, 85.2, "Baik"]]))
    assert ratings(staffed) == {(SITI, 2018): ("Baik", 85.2)}


@pytest.mark.parametrize(
    ("title", "name", "year"),
    [
        ("DAFTAR NILAI SKP TAHUN 2020", "nilai.xlsx", 2020),
        ("DAFTAR NILAI SKP", "skp-2020.xlsx", 2020),
        ("PP 30 Tahun 2019: PENILAIAN KINERJA", "nilai.xlsx", None),
    ],
)
def test_a_bare_value_below_a_title_that_names_the_kind(
    staffed: App, sheet: SheetWriter, title: str, name: str, year: int | None
) -> None:
    rows: list[list[Cell]] = [
        [title],
        ["No", "NIP", "Nama", "Nilai", "Predikat"],
        [1, SITI, "Siti Aminah", "80,25", "Baik"],
    ]
    plan = imported(staffed, sheet(rows, name))
    assert plan.kind == "performance-ratings"
    assert ratings(staffed) == ({(SITI, year): ("Baik", 80.25)} if year else {})
    assert list(refused(plan).values()) == ([] if year else ["year.missing"])
    assert notices(plan).get("year.shared") == ((str(year),) if year else None)


def test_years_in_sections(staffed: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [
        ["NIP", "Nama", "Predikat Kinerja"],
        ["TAHUN 2022"],
        [SITI, "Siti Aminah", "Baik"],
        ["TAHUN 2023"],
        [SITI, "Siti Aminah", "Sangat Baik"],
    ]
    plan = imported(staffed, sheet(rows))
    assert (counts(plan), plan.skipped["section"], plan.problems) == ({"new": 2}, 2, ())
    assert ratings(staffed) == {(SITI, 2022): ("Baik", None), (SITI, 2023): ("Sangat Baik", None)}


def test_what_contradicts_itself_is_told(staffed: App, sheet: SheetWriter) -> None:
    heading: list[Cell] = ["NIP", "Nama", "Tahun", "Predikat Kinerja", "Nilai Kinerja", "Hasil Kerja", "Perilaku Kerja"]
    rows: list[list[Cell]] = [
        [SITI, "Siti Aminah", 2019, "Sangat Baik", 80, None, None],
        [SITI, "Siti Aminah", 2023, "Sangat Baik", None, "Sesuai", "Sesuai"],
        [SITI, "Siti Aminah", 2018, "Baik", 180, "lumayan", None],
        [BUDI, "Budi Santoso", 2023, None, None, "Di Bawah", "Sesuai"],
    ]
    plan = imported(staffed, sheet([heading, *rows]))
    assert warned(plan) == [
        (2, "rating.differs"),
        (3, "rating.differs"),
        (4, "value.out_of_range"),
        (4, "value.unknown"),
    ]
    assert ratings(staffed)[SITI, 2023] == ("Sangat Baik", None), "as it is told"
    assert ratings(staffed)[BUDI, 2023] == ("Butuh Perbaikan", None)


def test_one_rating_for_each_person_and_year(staffed: App, sheet: SheetWriter) -> None:
    heading: list[Cell] = ["NIP", "Nama", "Tahun", "Predikat Kinerja"]
    plan = imported(
        staffed,
        sheet(
            [
                heading,
                [SITI, "Siti Aminah", 2023, "Baik"],
                [SITI, "Siti Aminah", "2023", "Cukup"],
                [SITI, "Siti Aminah", 2022, "Baik"],
            ]
        ),
    )
    assert (counts(plan), refused(plan)) == ({"new": 2, "rejected": 1}, {3: "row.duplicate"})
    plan = imported(
        staffed, sheet([heading, [SITI, "Siti Aminah", 2023, "Sangat Baik"], [SITI, "Siti Aminah", 2022, "Baik"]])
    )
    assert counts(plan) == {"changed": 1, "same": 1}
    assert changes(plan) == [("rating", "Baik", "Sangat Baik")]


def test_a_list_of_people_stays_one_whatever_its_title(staffed: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [
        ["PEGAWAI YANG BELUM MENYUSUN SKP TAHUN 2025"],
        ["NIP", "Nama", "Golongan", "Jabatan", "Unit Kerja"],
        [SITI, "Siti Aminah", "III/c", "Arsiparis", "Dinas A"],
    ]
    assert staffed.imports.plan(sheet(rows)).kind == "employees"


def test_an_export_tells_nothing_new(staffed: App, sheet: SheetWriter) -> None:
    path = sheet(SIASN)
    imported(staffed, path)
    out = path.with_name("out.xlsx")
    assert staffed.exports.export("performance-ratings", out) == 2
    again = staffed.imports.plan(out)
    assert (again.kind, counts(again), again.problems) == ("performance-ratings", {"same": 2}, ())


def test_people_without_a_nip_are_known_by_nik_or_birth_date(staffed: App, sheet: SheetWriter) -> None:
    people: list[list[Cell]] = [["NIP", "Nama", "NIK"], [SITI, "Siti Aminah", "6474015203850001"]]
    imported(staffed, sheet(people, "nik.xlsx"))
    heading: list[Cell] = ["NIK", "Nama", "Tanggal Lahir", "Predikat Kinerja", "Tahun"]
    rows: list[list[Cell]] = [
        ["6474015203850001", "Siti Aminah", None, "Baik", 2024],
        [None, "Budi Santoso", "12-03-1985", "Kurang", 2024],
        [None, "Budi Santoso", None, "Baik", 2023],
    ]
    plan = imported(staffed, sheet([heading, *rows]))
    assert (plan.kind, counts(plan)) == ("performance-ratings", {"new": 2, "rejected": 1}), "a NIP tells the birth too"
    assert ratings(staffed) == {(SITI, 2024): ("Baik", None), (BUDI, 2024): ("Kurang", None)}


def test_years_that_divide_a_column_stand_above_the_title_s_year(staffed: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [
        ["PREDIKAT KINERJA TAHUN 2024"],
        ["NIP", "Nama", "Predikat Kinerja", ""],
        ["", "", 2023, 2024],
        [SITI, "Siti Aminah", "Kurang", "Baik"],
    ]
    plan = imported(staffed, sheet(rows))
    assert (refused(plan), ratings(staffed)) == ({}, {(SITI, 2023): ("Kurang", None), (SITI, 2024): ("Baik", None)})
