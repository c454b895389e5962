"""Agencies, posts and programmes that an employee sheet names: found whatever their spelling, else made and told."""

from __future__ import annotations

from datetime import date

import pytest

from smartpns_desktop.app import App
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import (
    changes,
    counts,
    employee,
    imported,
    listed,
    nip,
    notices,
    reconciles,
    refused,
    warned,
)

SITI, BUDI, WATI = nip(1), nip(2), nip(3)
UNITS: list[list[Cell]] = [
    ["Kode", "Nama Perangkat Daerah", "Singkatan", "Nama Lama"],
    ["2.10", "Dinas Komunikasi dan Informatika", "Diskominfo", "Kantor Pengolahan Data; Dinas Infokom"],
]


def at(*agencies: Cell) -> list[list[Cell]]:
    return [["NIP", "Nama", "Unit Kerja"], *([nip(number), "A", it] for number, it in enumerate(agencies, start=1))]


def test_an_unknown_agency_is_made_once_whatever_its_case_and_told(app: App, sheet: SheetWriter) -> None:
    plan = app.imports.plan(sheet(at("Dinas Baru", "DINAS BARU", " dinas  baru ", "Dinas Lain")))
    assert plan.needs_consent
    assert notices(plan)["agencies.created"] == ("Dinas Baru", "Dinas Lain")
    app.imports.apply(plan)
    assert [row["name"] for row in listed(app, "agencies")] == ["Dinas Baru", "Dinas Lain"]


@pytest.mark.parametrize(
    "name",
    [
        "Dinas Komunikasi dan Informatika",
        "DINAS KOMUNIKASI & INFORMATIKA",
        "diskominfo",
        "Kantor Pengolahan Data",
        "DINAS INFOKOM",
    ],
)
def test_an_agency_is_known_by_present_short_and_former_name(app: App, sheet: SheetWriter, name: str) -> None:
    imported(app, sheet(UNITS, "units.xlsx"))
    plan = imported(app, sheet(at(name)))
    assert not plan.needs_consent
    assert employee(app, SITI)["agency_code"] == "2.10"


def test_a_code_tells_the_agency_whatever_stands_beside_it(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet(UNITS, "units.xlsx"))
    plan = imported(app, sheet([["NIP", "Nama", "Unor ID", "Unor Nama"], [SITI, "Siti", "2.10", "KOMINFO KOTA"]]))
    assert not plan.needs_consent
    assert employee(app, SITI)["agency"] == "Dinas Komunikasi dan Informatika"


def test_an_unknown_code_without_a_name_is_told_and_makes_no_post(app: App, sheet: SheetWriter) -> None:
    plan = imported(app, sheet([["NIP", "Nama", "Unor ID"], [SITI, "Siti", "9.99"]]))
    assert warned(plan) == [(2, "value.unknown")]
    assert (employee(app, SITI)["agency"], employee(app, SITI)["post_date"]) == (None, None)
    assert counts(imported(app, sheet([["NIP", "Nama", "Unor ID"], [SITI, "Siti", "9.99"]]))) == {"same": 1}


@pytest.fixture
def namesakes(app: App, sheet: SheetWriter) -> App:
    """Two units called Sekretariat, Siti in the one and Budi in the other."""
    units: list[list[Cell]] = [
        ["Kode", "Nama Unit", "Kode Induk"],
        ["1", "Dinas A", None],
        ["1.1", "Sekretariat", "1"],
        ["2", "Dinas B", None],
        ["2.1", "Sekretariat", "2"],
    ]
    imported(app, sheet(units, "units.xlsx"))
    heading = ["NIP", "Nama", "Unor ID", "Unor Nama"]
    people: list[list[Cell]] = [[SITI, "Siti", "1.1", "Sekretariat"], [BUDI, "Budi", "2.1", "Sekretariat"]]
    imported(app, sheet([heading, *people], "people.xlsx"))
    return app


def test_a_name_that_several_units_bear_asks_for_whom_it_cannot_know(namesakes: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [[who, "A", "Sekretariat"] for who in (SITI, BUDI, WATI)]
    plan = namesakes.imports.plan(
        sheet([["NIP", "Gelar Depan", "Nama", "Unit Kerja"], *([w, None, *r] for w, *r in rows)])
    )
    assert refused(plan) == {4: "value.ambiguous"}
    assert reconciles(plan)
    assert not plan.needs_consent
    namesakes.imports.apply(plan, good_rows_only=True)
    assert [employee(namesakes, who)["agency_code"] for who in (SITI, BUDI)] == ["1.1", "2.1"]
    assert len(listed(namesakes, "agencies")) == 4


POSTS = ["NIP", "Nama", "Jenis Jabatan", "Eselon", "Jabatan"]


def test_posts_of_one_name_differ_by_kind_and_echelon(app: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [
        [SITI, "Siti", "Struktural", "III.a", "Sekretaris"],
        [BUDI, "Budi", "Struktural", "IV.a", "SEKRETARIS"],
        [WATI, "Wati", "Struktural", "III.a", "sekretaris"],
    ]
    plan = imported(app, sheet([POSTS, *rows]))
    assert (notices(plan)["positions.created"], notices(plan)["positions.varied"]) == (("Sekretaris",), ("SEKRETARIS",))
    assert [employee(app, who)["echelon"] for who in (SITI, BUDI, WATI)] == ["31", "41", "31"]


def test_a_post_told_by_its_name_alone_keeps_the_echelon(app: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [
        [SITI, "Siti", "Struktural", "III.a", "Sekretaris"],
        [BUDI, "Budi", "Struktural", "IV.a", "Sekretaris"],
    ]
    imported(app, sheet([POSTS, *rows]))
    bare = [["NIP", "Nama", "Jabatan"], [SITI, "Siti", "SEKRETARIS"], [BUDI, "Budi", "Sekretaris"]]
    plan = imported(app, sheet(bare))
    assert (counts(plan), changes(plan)) == ({"same": 2}, [])
    assert [employee(app, who)["echelon"] for who in (SITI, BUDI)] == ["31", "41"]


def test_sheets_that_tell_more_and_less_of_a_post_agree(app: App, sheet: SheetWriter) -> None:
    """First by name alone, then with its kind, then by name alone: the third tells nothing new."""
    bare = [["NIP", "Nama", "Jabatan"], [SITI, "Siti", "Arsiparis Mahir"]]
    imported(app, sheet(bare))
    imported(app, sheet([POSTS, [SITI, "Siti", "Fungsional", None, "Arsiparis Mahir"]]))
    assert employee(app, SITI)["position_kind"] == "2"
    assert counts(imported(app, sheet(bare))) == {"same": 1}
    assert employee(app, SITI)["position_kind"] == "2"


SCHOOL = ["NIP", "Nama", "Pendidikan", "Jurusan", "Tanggal Lulus", "Tahun Lulus"]


def test_an_education_of_a_year_and_of_its_day_are_one(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet([SCHOOL, [SITI, "Siti", "S-1", "Akuntansi", date(2008, 8, 15), None]]))
    assert counts(imported(app, sheet([SCHOOL, [SITI, "Siti", "S-1", "Akuntansi", None, 2008]]))) == {"same": 1}
    told = employee(app, SITI)
    assert (told["graduation_date"], told["graduation_year"]) == (date(2008, 8, 15), 2008)


def test_a_later_education_joins_the_earlier_one(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet([SCHOOL, [SITI, "Siti", "S-1", "Akuntansi", None, 2008]]))
    plan = imported(app, sheet([SCHOOL, [SITI, "Siti", "S-2", "Magister Manajemen", None, 2015]]))
    assert counts(plan) == {"changed": 1}
    assert [employee(app, SITI, date(year, 6, 1))["education_level"] for year in (2012, 2016)] == ["S-1/Sarjana", "S-2"]


def test_a_group_heading_names_the_agency_of_the_rows_below(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet(UNITS, "units.xlsx"))
    rows: list[list[Cell]] = [
        ["NIP", "Nama", "Golongan"],
        ["Diskominfo", None, None],
        [SITI, "Siti", "III/a"],
        [BUDI, "Budi", "III/a"],
    ]
    plan = imported(app, sheet(rows))
    assert (plan.skipped["section"], reconciles(plan)) == (1, True)
    assert {employee(app, who)["agency_code"] for who in (SITI, BUDI)} == {"2.10"}
