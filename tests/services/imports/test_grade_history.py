"""Sheets that tell of grades, a row for each person and promotion, in the styles of three offices."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from smartpns_desktop.app import App
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
EVERYTHING = ListQuery()
SIASN = ["NIP BARU", "GOLONGAN ID", "GOLONGAN", "TMT GOLONGAN", "SK NOMOR", "SK TANGGAL",
         "MASA KERJA GOLONGAN TAHUN", "MASA KERJA GOLONGAN BULAN"]  # fmt: skip


@pytest.fixture
def staffed(app: App, sheet: SheetWriter) -> App:
    """Siti Aminah, in III/b since 2018, and Budi Santoso, of whom nothing is known."""
    rows: list[list[Cell]] = [
        ["NIP", "Nama", "Golongan", "TMT Golongan", "TMT CPNS", "Tanggal Lahir"],
        [SITI, "Siti Aminah", "III/b", date(2018, 4, 1), date(2010, 1, 1), date(1985, 3, 12)],
        [BUDI, "Budi Santoso", None, None, None, None],
    ]
    imported(app, sheet(rows, "people.xlsx"))
    return app


def test_a_history_as_siasn_writes_it(staffed: App, sheet: SheetWriter) -> None:
    plan = imported(staffed, sheet([
        SIASN,
        [SITI, "31", "III/a", "01-01-2010", "821/1/2010", "10-12-2009", "0", "0"],
        [SITI, "32", "III/b", "01-04-2018", "823/7/2018", "20-03-2018", "8", "3"],
        [SITI, "33", "III/c", "01-04-2022", "823/9/2022", "21-03-2022", "12", "3"],
        [BUDI, "21", "II/a", "01-01-2010", "821/2/2010", "10-12-2009", "0", "0"],
    ]))  # fmt: skip
    assert (plan.kind, plan.problems, reconciles(plan)) == ("grade-history", (), True)
    assert counts(plan) == {"new": 3, "changed": 1}
    rows = listed(staffed, "grade-history", nip=SITI)
    assert [(row["grade"], row["grade_date"], row["decree_number"], row["service_years"]) for row in rows] == [
        ("III/a", date(2010, 1, 1), "821/1/2010", 0),
        ("III/b", date(2018, 4, 1), "823/7/2018", 8),
        ("III/c", date(2022, 4, 1), "823/9/2022", 12),
    ]
    assert rows[2]["decree_date"] == date(2022, 3, 21)


OFFICE = ["No", "Nama Lengkap", "NIP", "Pangkat, Gol. Ruang", "TMT", "No. SK", "Tgl. SK", "Pejabat Penetap"]


def test_a_history_as_a_department_keeps_it(staffed: App, sheet: SheetWriter) -> None:
    """A title, a number row, ranks with their grades, days in words, a foot."""
    plan = imported(staffed, sheet([
        ["RIWAYAT KEPANGKATAN PEGAWAI"],
        ["Dinas Kesehatan Kota Bontang"],
        [],
        OFFICE,
        [1, 2, 3, 4, 5, 6, 7, 8],
        [1, "SITI AMINAH, S.E.", SITI, "Penata Muda (III/a)", "1 Januari 2010", "821/1", "10 Des 2009", "Wali Kota"],
        [2, "SITI AMINAH, S.E.", SITI, "Penata (III/c)", "1 April 2022", "823/9/2022", "21 Maret 2022", "Wali Kota"],
        [],
        [None, None, None, None, None, "Kepala Dinas"],
        [None, None, None, None, None, "NIP. 196501011990031001"],
    ]))  # fmt: skip
    assert (plan.kind, counts(plan), plan.problems, reconciles(plan)) == ("grade-history", {"new": 2}, (), True)
    assert plan.skipped == {"heading": 1, "title": 2, "section": 0, "number": 1, "blank": 2, "total": 0,
                            "signature": 2, "left_out": 0}  # fmt: skip
    assert [row["grade"] for row in listed(staffed, "grade-history", nip=SITI)] == ["III/a", "III/b", "III/c"]


def test_a_two_row_heading_tells_whose_date_is_whose(staffed: App, sheet: SheetWriter) -> None:
    plan = imported(staffed, sheet([
        ["NIP", "Nama", "Pangkat", None, "Surat Keputusan", None, "Masa Kerja", None],
        [None, None, "Gol.", "TMT", "Nomor", "Tanggal", "Thn", "Bln"],
        [SITI, "Siti Aminah", "III/a", date(2010, 1, 1), "821/1/2010", date(2009, 12, 10), 0, 0],
        [SITI, "Siti Aminah", "III/c", date(2022, 4, 1), "823/9/2022", date(2022, 3, 21), 12, 3],
    ]))  # fmt: skip
    assert (plan.kind, counts(plan)) == ("grade-history", {"new": 2})
    row = listed(staffed, "grade-history", nip=SITI, grade="III/c")[0]
    assert (row["decree_number"], row["decree_date"], row["service_years"]) == ("823/9/2022", date(2022, 3, 21), 12)


BLOCK = ["No", "Golongan", "TMT", "No SK"]


def person(name: str, number: str) -> list[list[Cell]]:
    return [[None, "Nama", ": " + name], [None, "NIP", ": " + number], [None, "Unit Kerja", ": Dinas Kesehatan"], BLOCK]


def test_rows_below_a_persons_own_heading_are_that_persons(staffed: App, sheet: SheetWriter) -> None:
    """As in a daftar riwayat hidup: each person a block, with the heading again."""
    plan = imported(staffed, sheet([
        ["DAFTAR RIWAYAT HIDUP"],
        ["RIWAYAT PANGKAT"],
        *person("Siti Aminah", SITI),
        [1, "III/a", "01-01-2010", "821/1/2010"],
        [2, "III/c", "01-04-2022", "823/9/2022"],
        [],
        *person("Budi Santoso", BUDI),
        [1, "II/a", "01-01-2010", "821/2/2010"],
    ]))  # fmt: skip
    assert (plan.kind, counts(plan), refused(plan), reconciles(plan)) == ("grade-history", {"new": 3}, {}, True)
    assert [row["grade"] for row in listed(staffed, "grade-history", nip=SITI)] == ["III/a", "III/b", "III/c"]
    assert [row["grade"] for row in listed(staffed, "grade-history", nip=BUDI)] == ["II/a"]


def test_a_block_without_a_number_never_falls_to_the_person_above(staffed: App, sheet: SheetWriter) -> None:
    plan = imported(staffed, sheet([
        ["RIWAYAT PANGKAT"],
        *person("Siti Aminah", SITI),
        [1, "III/a", "01-01-2010", "821/1/2010"],
        [None, "Nama", ": Budi Santoso"],
        BLOCK,
        [1, "II/a", "01-01-2010", "821/2/2010"],
    ]))  # fmt: skip
    assert (counts(plan), set(refused(plan))) == ({"new": 1, "rejected": 1}, {9})


def test_the_same_history_again_is_all_the_same(staffed: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [
        SIASN,
        [SITI, "31", "III/a", "01-01-2010", "821/1/2010", "10-12-2009", "0", "0"],
        [SITI, "33", "III/c", "01-04-2022", "823/9/2022", "21-03-2022", "12", "3"],
    ]
    imported(staffed, sheet(rows))
    assert counts(imported(staffed, sheet(rows))) == {"same": 2}


def test_the_same_tmt_corrects_its_row_and_the_present_grade_follows(staffed: App, sheet: SheetWriter) -> None:
    heading: list[Cell] = ["NIP", "Nama", "Golongan", "TMT Golongan", "Nomor SK"]
    plan = imported(staffed, sheet([
        heading,
        [SITI, "Siti Aminah", "III/a", "01-04-2018", "823/7/2018"],
        [SITI, "Siti Aminah", "III/b", "01-04-2022", "823/9/2022"],
    ]))  # fmt: skip
    assert counts(plan) == {"new": 1, "changed": 1}
    assert ("grade", "III/b", "III/a") in changes(plan)
    assert [employee(staffed, SITI, date(year, 6, 1))["grade"] for year in (2019, 2023)] == ["III/a", "III/b"]
    assert employee(staffed, SITI)["grade"] == "III/b"
    staffed.undo.undo(staffed.lists.rows("changes", EVERYTHING)[1][0]["change_set"])
    assert employee(staffed, SITI)["grade"] == "III/b"
    assert [row["grade_date"] for row in listed(staffed, "grade-history", nip=SITI)] == [date(2018, 4, 1)]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ([SITI, "Siti Aminah", "III/c", None, "1"], "value.missing"),
        ([SITI, "Siti Aminah", None, "01-04-2022", "1"], "value.missing"),
        ([SITI, "Siti Aminah", "III/z", "01-04-2022", "1"], "value.not_in_list"),
        ([SITI, "Siti Aminah", "IX", "01-04-2022", "1"], "value.not_in_list"),
        ([SITI, "Siti Aminah", "III/c", "April 2022 kira-kira", "1"], "date.unreadable"),
        ([nip(9), "Siapa Dia", "III/c", "01-04-2022", "1"], "person.unknown"),
        ([1.97603162007121e17, "Siti Aminah", "III/c", "01-04-2022", "1"], "nip.damaged"),
    ],
)
def test_a_row_that_says_nothing_is_refused(staffed: App, sheet: SheetWriter, row: list[Cell], code: str) -> None:
    good: list[Cell] = [SITI, "Siti Aminah", "III/a", "01-01-2010", "0"]
    plan = imported(staffed, sheet([["NIP", "Nama", "Golongan", "TMT Golongan", "Nomor SK"], good, row]))
    assert (refused(plan), counts(plan), reconciles(plan)) == ({3: code}, {"new": 1, "rejected": 1}, True)


def test_one_promotion_told_twice(staffed: App, sheet: SheetWriter) -> None:
    """Word for word: the first stands. Less than the first: so, too. Otherwise: nobody can tell which is right."""
    plan = imported(staffed, sheet([
        ["NIP", "Nama", "Golongan", "TMT Golongan", "Nomor SK"],
        [SITI, "Siti Aminah", "III/a", "01-01-2010", "1"],
        [SITI, "Siti Aminah", "Penata Muda (III/a)", "01-01-2010", "1"],
        [SITI, "Siti Aminah", "III/a", "01-01-2010", None],
        [SITI, "Siti Aminah", "III/c", "01-04-2022", "9"],
        [SITI, "Siti Aminah", "III/d", "01-04-2022", "9"],
    ]))  # fmt: skip
    assert refused(plan) == {3: "row.duplicate", 4: "row.duplicate", 5: "state.contradicts", 6: "state.contradicts"}
    assert {it.row: it.facts["first_row"] for it in plan.problems} == {3: "2", 4: "2", 5: "6", 6: "5"}
    assert counts(plan) == {"new": 1, "rejected": 4}


def test_impossible_promotions_are_refused_and_odd_ones_told(staffed: App, sheet: SheetWriter) -> None:
    plan = imported(staffed, sheet([
        ["NIP", "Nama", "Golongan", "TMT Golongan", "Nomor SK"],
        [SITI, "Siti Aminah", "II/c", "01-04-1984", "1"],
        [SITI, "Siti Aminah", "II/c", "01-04-2008", "1"],
        [SITI, "Siti Aminah", "III/a", "01-04-2022", "1"],
    ]))  # fmt: skip
    assert refused(plan) == {2: "event.before_birth", 3: "event.before_cpns"}
    assert warned(plan) == [(4, "grade.falls")]
    assert counts(plan) == {"new": 1, "rejected": 2}


GROUPED: list[list[Cell]] = [
    ["No", "NIP", "Nama", "Golongan", "TMT Golongan", "No SK"],
    [1, SITI, "Siti Aminah", "III/a", "01-01-2010", "1"],
    [None, None, None, "III/c", "01-04-2022", "2"],
    [2, BUDI, "Budi Santoso", "II/a", "01-01-2010", "3"],
    [None, None, None, "II/b", "01-04-2014", "4"],
]


def test_a_person_may_be_named_in_the_first_of_several_rows(staffed: App, sheet: SheetWriter) -> None:
    plan = imported(staffed, sheet(GROUPED), kind="grade-history")
    assert (counts(plan), warned(plan)) == ({"new": 4}, [(3, "person.from_above"), (5, "person.from_above")])
    assert [row["grade"] for row in listed(staffed, "grade-history", nip=BUDI)] == ["II/a", "II/b"]


@pytest.mark.parametrize(
    ("number", "name", "code"),
    [
        (1.97603162007121e17, "Budi Santoso", "nip.damaged"),
        (None, "Budi Santosa Widjaja Kusuma", "nip.not_18_digits"),
        (nip(9), "Siapa Dia", "person.unknown"),
    ],
)
def test_who_is_not_known_hands_nothing_down_and_takes_nothing(
    staffed: App, sheet: SheetWriter, number: Cell, name: str, code: str
) -> None:
    rows = [*GROUPED[:3], [2, number, name, *GROUPED[3][3:]], GROUPED[4]]
    plan = imported(staffed, sheet(rows), kind="grade-history")
    assert (refused(plan)[4], set(refused(plan)), counts(plan)) == (code, {4, 5}, {"new": 2, "rejected": 2})
    assert listed(staffed, "grade-history", nip=BUDI) == []


def test_where_every_row_names_its_person_one_without_is_refused(staffed: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [
        GROUPED[0],
        GROUPED[1],
        [2, SITI, "Siti Aminah", "III/d", "01-04-2024", "5"],
        *GROUPED[2:],
    ]
    plan = imported(staffed, sheet(rows), kind="grade-history")
    assert set(refused(plan)) == {4, 6}


def test_a_row_without_a_day_is_only_what_is_known_without_one(staffed: App, sheet: SheetWriter) -> None:
    imported(staffed, sheet([["NIP", "Nama", "Golongan"], [BUDI, "Budi Santoso", "II/a"]]))
    plan = imported(staffed, sheet([
        ["NIP", "Nama", "Golongan", "TMT Golongan", "No SK"],
        [BUDI, "Budi Santoso", "II/a", None, None],
        [BUDI, "Budi Santoso", "II/b", None, None],
        [BUDI, "Budi Santoso", "II/c", "01-04-2022", "7"],
    ]))  # fmt: skip
    assert (counts(plan), refused(plan)) == ({"new": 1, "same": 1, "rejected": 1}, {3: "value.missing"})


def test_an_unknown_grade_is_asked_about_and_the_answer_taken(staffed: App, sheet: SheetWriter) -> None:
    path = sheet(
        [["NIP", "Nama", "Golongan", "TMT Golongan", "No SK"], [SITI, "Siti", "Gol tiga d", "01-04-2024", "7"]]
    )
    look = staffed.imports.look(path)
    assert look.kind == "grade-history"
    columns = staffed.imports.columns_of(look, look.kind)
    choices = ImportChoices(look.kind, header_row=columns.header_row, mapping=columns.mapping())
    plan = staffed.imports.plan_of(look, choices)
    (question,) = staffed.imports.questions_of(plan)
    assert (question.code, question.spellings, plan.rejected) == ("grade.unknown", ("Gol tiga d",), 1)
    answered = replace(choices, values={("grade", "Gol tiga d"): "34"})
    assert counts(staffed.imports.plan_of(look, answered)) == {"new": 1}
