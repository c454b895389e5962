"""Sheets that tell of schools, a row for each person and certificate, in the styles of three offices."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.exchange.lexicon import LEAVE
from smartpns_desktop.services.imports.choices import ImportChoices
from smartpns_desktop.services.lists import ListQuery
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import (
    changes,
    counts,
    employee,
    imported,
    listed,
    nip,
    reconciles,
    refused,
    warned,
)

SITI, BUDI = nip(1), nip(2)
SCHOOL = ["NIP", "Nama", "Pendidikan", "Jurusan", "Tanggal Lulus", "Tahun Lulus"]
HISTORY = ["NIP", "Nama", "Tingkat Pendidikan", "Jurusan", "Nama Sekolah", "Tanggal Lulus", "Tahun Lulus", "No Ijazah"]


@pytest.fixture
def staffed(app: App, sheet: SheetWriter) -> App:
    """Siti Aminah, born 1985, and Budi Santoso."""
    rows: list[list[Cell]] = [
        ["NIP", "Nama", "Tanggal Lahir"],
        [SITI, "Siti Aminah", date(1985, 3, 12)],
        [BUDI, "Budi Santoso", None],
    ]
    imported(app, sheet(rows, "people.xlsx"))
    return app


def schools(app: App, who: str = SITI) -> list[tuple[Any, ...]]:
    rows = listed(app, "education-history", nip=who)
    return [(row["education_level"], row["graduation_date"], row["graduation_year"]) for row in rows]


def test_schools_as_siasn_writes_them(staffed: App, sheet: SheetWriter) -> None:
    plan = imported(staffed, sheet([
        ["nipBaru", "tkPendidikanId", "tkPendidikanNama", "pendidikanNama", "tahunLulus", "tglLulus", "nomorIjasah",
         "namaSekolah"],
        [SITI, "15", "SLTA", "SMA IPA", "2003", None, "DN-01", "SMAN 1 Bontang"],
        [SITI, "40", "S-1/Sarjana", "S-1 AKUNTANSI", "2008", "15-08-2008", "UM/77", "Universitas Mulawarman"],
    ]))  # fmt: skip
    assert (plan.kind, counts(plan), plan.problems) == ("education-history", {"new": 2}, ())
    first, second = listed(staffed, "education-history", nip=SITI)
    assert (first["certificate_number"], first["school"], first["graduation_date"]) == ("DN-01", "SMAN 1 Bontang", None)
    expected = {"education_level": "S-1/Sarjana", "education": "S-1 AKUNTANSI", "graduation_year": 2008,
                "graduation_date": date(2008, 8, 15), "certificate_number": "UM/77"}  # fmt: skip
    assert {name: second[name] for name in expected} == expected
    assert employee(staffed, SITI)["education_level"] == "S-1/Sarjana"
    then = staffed.employees.by_nip(SITI, date(2005, 1, 1)).educations
    assert [it.level for it in then if it.in_force] == ["SLTA"]


def test_schools_as_an_office_lists_them(staffed: App, sheet: SheetWriter) -> None:
    """A title, level and programme in one column, the certificate below a heading of its own."""
    plan = imported(staffed, sheet([
        ["DATA RIWAYAT PENDIDIKAN FORMAL"],
        [],
        ["No.", "Nama", "NIP", "Pendidikan", "Perguruan Tinggi", "Ijazah", None],
        [None, None, None, None, None, "Nomor", "Tanggal"],
        [1, "Siti Aminah", SITI, "S1 Akuntansi", "Universitas Mulawarman", "UM/77", "15 Agustus 2008"],
        [2, "Siti Aminah", SITI, "S2 Magister Manajemen", "Universitas Indonesia", "UI/9", "2 Februari 2015"],
        [3, "Budi Santoso", BUDI, "D-III Kebidanan", "Poltekkes", "PK/3", "1 September 2006"],
    ]))  # fmt: skip
    assert (plan.kind, counts(plan), refused(plan)) == ("education-history", {"new": 3}, {})
    assert [row[0] for row in schools(staffed)] == ["S-1/Sarjana", "S-2"]
    assert listed(staffed, "education-history", nip=BUDI)[0]["certificate_number"] == "PK/3"


def test_schools_below_each_person(staffed: App, sheet: SheetWriter) -> None:
    heading: list[Cell] = ["Tingkat", "Nama Sekolah", "Jurusan", "Tahun Lulus"]
    plan = imported(staffed, sheet([
        ["RIWAYAT PENDIDIKAN"],
        ["Nama : Siti Aminah"],
        [f"NIP : {SITI}"],
        heading,
        ["SD", "SDN 1", None, 1997],
        ["S-1", "Universitas Mulawarman", "Akuntansi", 2008],
        ["Nama : Budi Santoso"],
        [f"NIP : {BUDI}"],
        heading,
        ["SMP", "SMPN 2", None, 2000],
    ]))  # fmt: skip
    assert (plan.kind, counts(plan), refused(plan), reconciles(plan)) == ("education-history", {"new": 3}, {}, True)
    assert [row[2] for row in schools(staffed)] == [1997, 2008]
    assert [row[2] for row in schools(staffed, BUDI)] == [2000]


def test_two_levels_of_one_year_are_two_schools(staffed: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [
        HISTORY,
        [SITI, "Siti Aminah", "S-1", "Keperawatan", "Unmul", None, 2008, "1"],
        [SITI, "Siti Aminah", "Profesi", "Ners", "Unmul", None, 2008, "2"],
    ]
    assert counts(imported(staffed, sheet(rows))) == {"new": 2}
    assert counts(imported(staffed, sheet(rows))) == {"same": 2}


@pytest.mark.parametrize("kind", ["employees", "education-history"])
def test_the_day_of_a_year_that_is_known_corrects_that_row(staffed: App, sheet: SheetWriter, kind: str) -> None:
    imported(staffed, sheet([SCHOOL, [SITI, "Siti Aminah", "S-1", "Akuntansi", None, 2008]]), kind=kind)
    rows: list[list[Cell]] = [SCHOOL, [SITI, "Siti Aminah", "S-1", "Akuntansi", date(2008, 8, 15), None]]
    plan = imported(staffed, sheet(rows), kind=kind)
    assert (counts(plan), changes(plan)) == ({"changed": 1}, [("graduation_date", "", "2008-08-15")])
    assert schools(staffed) == [("S-1/Sarjana", date(2008, 8, 15), 2008)]
    assert counts(imported(staffed, sheet(rows), kind=kind)) == {"same": 1}
    undone = staffed.lists.rows("changes", ListQuery())[1][0]["change_set"]
    staffed.undo.undo(undone)
    assert schools(staffed) == [("S-1/Sarjana", None, 2008)]
    staffed.undo.redo(undone)
    assert schools(staffed) == [("S-1/Sarjana", date(2008, 8, 15), 2008)]


@pytest.mark.parametrize("kind", ["employees", "education-history"])
def test_the_day_of_another_level_is_another_school(staffed: App, sheet: SheetWriter, kind: str) -> None:
    imported(staffed, sheet([SCHOOL, [SITI, "Siti Aminah", "S-1", "Akuntansi", None, 2008]]), kind=kind)
    imported(staffed, sheet([SCHOOL, [SITI, "Siti Aminah", "Profesi", "Akuntan", date(2008, 12, 1), None]]), kind=kind)
    assert [row[0] for row in schools(staffed)] == ["S-1/Sarjana", "Profesi"]


def test_one_school_by_its_year_and_by_its_day_in_one_sheet(staffed: App, sheet: SheetWriter) -> None:
    plan = imported(staffed, sheet([
        HISTORY,
        [SITI, "Siti Aminah", "S-1", "Akuntansi", "Unmul", "15-08-2008", None, "1"],
        [SITI, "Siti Aminah", "S-1", "Akuntansi", "Unmul", None, 2008, "1"],
    ]))  # fmt: skip
    assert (refused(plan), schools(staffed)) == ({3: "row.duplicate"}, [("S-1/Sarjana", date(2008, 8, 15), 2008)])


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ([SITI, "Siti Aminah", "S-1", "Akuntansi", "Unmul", None, None, "1"], "value.missing"),
        ([SITI, "Siti Aminah", None, None, "Unmul", None, 2008, "1"], "value.missing"),
        ([SITI, "Siti Aminah", "Kursus menjahit", "Akuntansi", "Unmul", None, 2008, "1"], "value.not_in_list"),
        ([nip(9), "Siapa Dia", "S-1", "Akuntansi", "Unmul", None, 2008, "1"], "person.unknown"),
    ],
)
def test_a_row_that_says_nothing_is_refused(staffed: App, sheet: SheetWriter, row: list[Cell], code: str) -> None:
    good: list[Cell] = [SITI, "Siti Aminah", "SMA", None, "SMAN 1", None, 2003, "0"]
    plan = imported(staffed, sheet([HISTORY, good, row]))
    assert (refused(plan), counts(plan), reconciles(plan)) == ({3: code}, {"new": 1, "rejected": 1}, True)
    assert not [it for it in plan.notices if it.code == "programmes.created"]


def test_impossible_schools_are_refused_and_odd_ones_told(staffed: App, sheet: SheetWriter) -> None:
    plan = imported(staffed, sheet([
        HISTORY,
        [SITI, "Siti Aminah", "SD", None, "SDN 1", None, 1984, "0"],
        [SITI, "Siti Aminah", "SMP", None, "SMPN 1", None, 1993, "0"],
    ]))  # fmt: skip
    assert refused(plan) == {2: "event.before_birth"}
    assert warned(plan) == [(3, "education.too_young")]
    assert counts(plan) == {"new": 1, "rejected": 1}


def test_another_level_of_the_same_year_corrects_no_school(staffed: App, sheet: SheetWriter) -> None:
    imported(staffed, sheet([HISTORY, [SITI, "Siti Aminah", "S-1", "Keperawatan", "Unmul", None, 2008, "1"]]))
    plan = imported(staffed, sheet([HISTORY, [SITI, "Siti Aminah", "Profesi", "Ners", "Unmul", None, 2008, "2"]]))
    assert counts(plan) == {"new": 1}
    assert {row[0] for row in schools(staffed)} == {"S-1/Sarjana", "Profesi"}


def test_two_days_of_one_year_never_share_the_row_of_that_year(staffed: App, sheet: SheetWriter) -> None:
    imported(staffed, sheet([HISTORY, [SITI, "Siti Aminah", "S-1", "Hukum", "Unmul", None, 2008, "1"]]))
    plan = imported(staffed, sheet([
        HISTORY,
        [SITI, "Siti Aminah", "S-1", "Hukum", "Unmul", "01-03-2008", None, "1"],
        [SITI, "Siti Aminah", "S-1", "Ekonomi", "UT", "15-08-2008", None, "2"],
    ]))  # fmt: skip
    assert counts(plan) == {"new": 1, "changed": 1}
    assert [row[1] for row in schools(staffed)] == [date(2008, 3, 1), date(2008, 8, 15)]


def test_a_level_that_says_nothing_leaves_nothing_of_its_row(staffed: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [HISTORY, [SITI, "Siti Aminah", "Kursus", "Jahit", "LPK", None, 2008, "1"]]
    look = staffed.imports.look(sheet(rows))
    columns = staffed.imports.columns_of(look, "education-history")
    choices = ImportChoices(
        "education-history",
        header_row=columns.header_row,
        mapping=columns.mapping(),
        values={("education_level", "Kursus"): LEAVE},
    )
    plan = staffed.imports.plan_of(look, choices)
    assert (refused(plan), plan.rows, reconciles(plan)) == ({2: "value.missing"}, 1, True)
