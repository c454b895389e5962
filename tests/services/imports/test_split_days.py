"""Days that stand in three columns, one for the number, one for the month and one for the year."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.services.imports.choices import ImportChoices
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import counts, employee, imported, listed, nip, notices, reconciles, refused

SITI, BUDI, WATI = nip(1), nip(2, born="19900228", sex=1), nip(3, born="19791104")
PARTS: list[Cell] = ["TGL", "BLN", "THN"]


def born(app: App, *people: str) -> list[object]:
    return [employee(app, it)["birth_date"] for it in people]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (["No", "Nama", "NIP", "TANGGAL LAHIR"], [None, None, None, *PARTS]),
        (["No", "Nama", "NIP", "Lahir"], [None, None, None, "Tanggal", "Bulan", "Tahun"]),
        ([None, None, None, "Tanggal Lahir"], ["No", "Nama", "NIP", "Tgl.", "Bln.", "Thn."]),
    ],
)
def test_below_one_heading(app: App, sheet: SheetWriter, upper: list[Cell], lower: list[Cell]) -> None:
    rows: list[list[Cell]] = [
        ["DAFTAR PEGAWAI"],
        upper,
        lower,
        [1, "Siti", SITI, 12, 3, 1985],
        [2, "Budi", BUDI, "28", "Februari", 90],
        [3, "Wati", WATI, "04", "XI", "'79"],
    ]
    plan = imported(app, sheet(rows))
    assert (plan.kind, counts(plan), reconciles(plan)) == ("employees", {"new": 3}, True)
    assert born(app, SITI, BUDI, WATI) == [date(1985, 3, 12), date(1990, 2, 28), date(1979, 11, 4)]
    assert not {"columns.unknown", "columns.unheaded"} & notices(plan).keys()


def test_in_one_row_and_with_the_year_first(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet([["NIP", "Nama", "Thn Lahir", "Bln Lahir", "Tgl Lahir"], [SITI, "Siti", 1985, 3, 12]]))
    assert born(app, SITI) == [date(1985, 3, 12)]


def test_of_a_grade_and_a_post_beside_them(app: App, sheet: SheetWriter) -> None:
    plan = imported(app, sheet([
        ["NIP", "Nama", "Pangkat/Gol", "TMT", None, None, "Jabatan", "TMT", None, None, "Masa Kerja", None],
        [None, None, None, *PARTS, None, *PARTS, "THN", "BLN"],
        [SITI, "Siti", "III/a", 1, 4, 2015, "Arsiparis Ahli Pertama", 2, "Mei", 2016, 9, 3],
    ]))  # fmt: skip
    told = employee(app, SITI)
    assert (plan.kind, counts(plan)) == ("employees", {"new": 1})
    assert (told["grade_date"], told["post_date"]) == (date(2015, 4, 1), date(2016, 5, 2))


def test_a_history_is_known_by_them(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet([["NIP", "Nama"], [SITI, "Siti"]]))
    plan = imported(app, sheet([
        ["NIP", "Nama", "Gol", "TMT", None, None, "No SK"],
        [None, None, None, *PARTS, None],
        [SITI, "Siti", "III/a", 1, 4, 2015, "1/2015"],
        [SITI, "Siti", "III/b", 1, 4, 2019, "2/2019"],
    ]))  # fmt: skip
    assert (plan.kind, counts(plan)) == ("grade-history", {"new": 2})
    assert {it["grade_date"] for it in listed(app, "grade-history")} == {date(2015, 4, 1), date(2019, 4, 1)}


BAD: dict[str, list[Cell]] = {
    "no such day": [31, 2, 1985],
    "no such month": [12, 13, 1985],
    "a month that is none": [12, "Marettt", 1985],
    "no day": [None, 3, 1985],
    "no month": [12, None, 1985],
    "no year": [12, 3, None],
    "a year of three digits": [12, 3, 198],
    "a day that is half": [12.5, 3, 1985],
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_day_is_refused(app: App, sheet: SheetWriter, name: str, tmp_path: Path) -> None:
    rows: list[list[Cell]] = [
        ["NIP", "Nama", "Tanggal Lahir", None, None],
        [None, None, *PARTS],
        [SITI, "Siti", *BAD[name]],
        [BUDI, "Budi", 28, 2, 1990],
        [WATI, "Wati", *([0, 0, 0] if name == "no day" else [None, None, None])],
    ]
    plan = imported(app, sheet(rows), keep=True)
    assert (refused(plan), counts(plan)) == ({3: "date.unreadable"}, {"new": 2, "rejected": 1})
    assert born(app, BUDI, WATI) == [date(1990, 2, 28), None]
    out = tmp_path / "refused.xlsx"
    app.imports.write_rejected(plan, out)
    assert refused(imported(app, out)) == {3: "date.unreadable"}


def test_a_number_that_was_made_a_day_of_1900_is_refused(app: App, sheet: SheetWriter) -> None:
    plan = imported(app, sheet([["NIP", "Nama", "Lahir", None, None], [None, None, *PARTS],
                         [SITI, "Siti", date(1900, 1, 12), 3, 1985]]))  # fmt: skip
    assert refused(plan) == {3: "date.unreadable"}


def test_a_whole_day_beside_its_month_is_refused_unless_it_stands_alone(app: App, sheet: SheetWriter) -> None:
    plan = imported(app, sheet([
        ["NIP", "Nama", "Lahir", None, None],
        [None, None, *PARTS],
        [SITI, "Siti", date(1985, 3, 12), 3, 1985],
        [BUDI, "Budi", "28 Februari 1990", None, None],
        [WATI, "Wati", 4, 11, 1979],
        [nip(4), "Ani", 12, 3, 1985],
    ]))  # fmt: skip
    assert refused(plan) == {3: "date.unreadable"}
    assert born(app, BUDI, WATI) == [date(1990, 2, 28), date(1979, 11, 4)]


def test_days_from_one_to_another_stand_where_a_span_may_stand(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet([["NIP", "Nama"], [SITI, "Siti"]]))
    plan = imported(app, sheet([
        ["NIP", "Nama", "Nama Pelatihan", "Tanggal Pelaksanaan", None, None, "JP"],
        [None, None, None, *PARTS, None],
        [SITI, "Siti", "Bimtek Arsip", "10-12", 3, 2025, 24],
        [SITI, "Siti", "Bimtek SPBE", "5 s.d. 3", 3, 2025, 24],
        [SITI, "Siti", "Bimtek SAKIP", 7, 3, 2025, 8],
    ]))  # fmt: skip
    assert refused(plan) == {4: "date.unreadable"}
    days = {(it["name"], it["start"], it["end"]) for it in listed(app, "trainings")}
    assert days == {("Bimtek Arsip", date(2025, 3, 10), date(2025, 3, 12)), ("Bimtek SAKIP", date(2025, 3, 7), None)}


def test_whole_days_beside_their_months_and_years_stay_whole(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet([
        ["NIP", "Nama", "Tgl Lahir", "Bln Lahir", "Thn Lahir"],
        [SITI, "Siti", date(1985, 3, 12), 3, 1985],
        [BUDI, "Budi", "28-02-1990", 2, 1990],
    ]))  # fmt: skip
    assert born(app, SITI, BUDI) == [date(1985, 3, 12), date(1990, 2, 28)]


def test_a_clerk_sees_what_each_column_means_and_takes_it_or_not(app: App, sheet: SheetWriter) -> None:
    path = sheet([["NIP", "Nama", "Lahir", None, None], [None, None, *PARTS], [SITI, "Siti", 12, 3, 1985]])
    look = app.imports.look(path)
    columns = app.imports.columns_of(look, "employees")
    assert columns.mapping() == {0: "nip", 1: "name", 2: "birth_date", 3: "birth_date:month", 4: "birth_date:year"}
    labels = {it.name: it.label for it in columns.fields}
    assert labels["birth_date:month"] == f"{labels['birth_date']} (bulan)"
    plan = app.imports.plan_of(look, ImportChoices("employees", mapping=columns.mapping(), sender="Dinas A"))
    app.imports.apply(plan)
    assert born(app, SITI) == [date(1985, 3, 12)]
    assert counts(imported(app, path, sender="Dinas A")) == {"same": 1}


def test_a_clerk_may_tell_it_of_headings_that_nobody_knows(app: App, sheet: SheetWriter) -> None:
    path = sheet([["NIP", "Nama", "TGL", "BLN", "THN"], [SITI, "Siti", 12, 3, 1985]])
    look = app.imports.look(path)
    told = {0: "nip", 1: "name", 2: "birth_date", 3: "birth_date:month", 4: "birth_date:year"}
    app.imports.apply(app.imports.plan_of(look, ImportChoices("employees", mapping=told)))
    assert born(app, SITI) == [date(1985, 3, 12)]


def test_a_further_table_of_the_sheet_may_tell_them_otherwise(app: App, sheet: SheetWriter) -> None:
    plan = imported(app, sheet([
        ["No", "NIP", "Nama", "Jabatan", "Tanggal Lahir", None, None],
        [None, None, None, None, *PARTS],
        [1, SITI, "Siti", "Arsiparis", 12, 3, 1985],
        [],
        ["No", "Nama", "NIP", "Tanggal Lahir"],
        [1, "Budi", BUDI, "28-02-1990"],
        [],
        ["No", "Nama", "NIP", "Jabatan", "Tanggal Lahir", None, None],
        [None, None, None, None, "Thn", "Bln", "Tgl"],
        [1, "Wati", WATI, "Arsiparis", 1979, "Nop", 4],
    ]))  # fmt: skip
    assert (counts(plan), refused(plan)) == ({"new": 3}, {})
    assert born(app, SITI, BUDI, WATI) == [date(1985, 3, 12), date(1990, 2, 28), date(1979, 11, 4)]


def test_words_of_other_kinds_headings_are_no_slips_of_the_pen(app: App, sheet: SheetWriter) -> None:
    plan = imported(app, sheet([
        ["DAFTAR PEGAWAI KELURAHAN LOKTUAN"],
        ["No", "Nama", "NIP", "Lahir", None, None, None],
        [None, None, None, "Tempat", *PARTS],
        [1, "Siti", SITI, "Bontang", 12, 3, 1985],
    ]), take_likely=True)  # fmt: skip
    assert (plan.kind, counts(plan), employee(app, SITI)["birth_place"]) == ("employees", {"new": 1}, "Bontang")


def test_a_further_table_with_more_columns_speaks_for_the_kind_of_both(app: App, sheet: SheetWriter) -> None:
    plan = imported(app, sheet([
        ["A. PNS"],
        ["No", "Nama", "NIP", "Tanggal Lahir"],
        [1, "Siti", SITI, "12-03-1985"],
        ["B. PPPK"],
        ["No", "Nama", "NI PPPK", "Jabatan", "Tanggal Lahir", None, None],
        [None, None, None, None, *PARTS],
        [1, "Wati", WATI, "Arsiparis", 4, 11, 1979],
    ]))  # fmt: skip
    assert (plan.kind, counts(plan)) == ("employees", {"new": 2})
    assert born(app, SITI, WATI) == [date(1985, 3, 12), date(1979, 11, 4)]


def test_a_signature_below_the_days_makes_no_list_a_history(app: App, sheet: SheetWriter) -> None:
    signature: list[list[Cell]] = [[*[None] * 4, text] for text in (
        "Bontang, 30 Juni 2026", "Kepala Dinas,", "Drs. Sulaiman", f"NIP. {nip(9)}",
    )]  # fmt: skip
    plan = imported(app, sheet([
        ["NAMA", "NIP", "TANGGAL LAHIR", "GOL", "TMT", "JABATAN", "TMT"],
        ["Siti", SITI, "12-03-1985", "III/a", "01-04-2015", "Arsiparis", "02-05-2016"],
        ["Budi", BUDI, "28-02-1990", "III/b", "01-04-2016", "Arsiparis", "02-05-2017"],
        [],
        *signature,
    ]))  # fmt: skip
    assert (plan.kind, counts(plan), refused(plan)) == ("employees", {"new": 2}, {})
