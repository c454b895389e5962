"""Lists of people as offices print them: sections in sections, ditto marks, a column for each sex."""

from __future__ import annotations

from smartpns_desktop.app import App
from tests.conftest import SheetWriter
from tests.services.imports.outcomes import employee, imported, listed, nip, refused, warned

SITI, BUDI, WATI = nip(1), nip(2), nip(3)


def test_units_of_one_name_stand_each_in_its_own_section(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet([
        ["No", "Nama", "NIP"],
        ["KELURAHAN LOK TUAN"],
        ["SEKSI PEMERINTAHAN"],
        [1, "Siti", SITI],
        ["SEKSI EKONOMI"],
        [2, "Budi", BUDI],
        ["KELURAHAN GUNTUNG"],
        ["SEKSI PEMERINTAHAN"],
        [1, "Wati", WATI],
    ]))  # fmt: skip
    units = {(row["name"], row["parent"]) for row in listed(app, "agencies") if row["parent"]}
    assert units == {
        ("SEKSI PEMERINTAHAN", "KELURAHAN LOK TUAN"),
        ("SEKSI EKONOMI", "KELURAHAN LOK TUAN"),
        ("SEKSI PEMERINTAHAN", "KELURAHAN GUNTUNG"),
    }


def test_a_unit_that_all_agencies_have_stands_in_the_one_of_the_title(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet([["DINAS KESEHATAN"], ["No", "Nama", "NIP"], ["SEKRETARIAT"], [1, "Siti", SITI]]))
    assert [(row["name"], row["parent"]) for row in listed(app, "agencies")] == [
        ("DINAS KESEHATAN", None),
        ("SEKRETARIAT", "DINAS KESEHATAN"),
    ]


def test_a_unit_stands_in_the_agency_of_the_column_beside_it(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet([
        ["NIP", "Nama", "Unit Kerja", "OPD"],
        [SITI, "Siti", "Sekretariat", "Dinas Kesehatan"],
        [BUDI, "Budi", "Sekretariat", "Dinas Sosial"],
        [WATI, "Wati", None, "Dinas Sosial"],
    ]))  # fmt: skip
    units = sorted((row["name"], row["parent"]) for row in listed(app, "agencies") if row["parent"])
    assert units == [("Sekretariat", "Dinas Kesehatan"), ("Sekretariat", "Dinas Sosial")]
    assert employee(app, WATI)["agency"] == "Dinas Sosial"


def test_ditto_marks_a_rank_alone_and_marked_sexes(app: App, sheet: SheetWriter) -> None:
    plan = imported(app, sheet([
        ["NIP", "Nama", "Pangkat", "Jenis Kelamin", None, "Unit Kerja"],
        [None, None, None, "L", "P", None],
        [SITI, "Siti", "Penata Muda Tk. I", None, "v", "Dinas Sosial"],
        [BUDI, "Budi", "sda", "v", None, '"'],
    ]))  # fmt: skip
    assert (refused(plan), [it for it in warned(plan) if it[1].startswith("value.")]) == ({}, [])
    told = [(it["grade"], it["sex"], it["agency"]) for it in (employee(app, SITI), employee(app, BUDI))]
    assert told == [("III/b", "F", "Dinas Sosial"), ("III/b", "M", "Dinas Sosial")]


def test_the_last_event_of_a_person_is_no_signature(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet([["NIP", "Nama"], [SITI, "Siti"]], "people.xlsx"))
    plan = imported(app, sheet([
        ["RIWAYAT JABATAN"],
        ["NIP", "Nama", "Jabatan", "Unit Kerja", "TMT"],
        [SITI, "Siti", "Staf", "Dinas Sosial", "20-05-2012"],
        [None, None, "Kepala Seksi", "Dinas Sosial", "30-08-2016"],
    ]), kind="post-history")  # fmt: skip
    assert refused(plan) == {}
    assert sorted(row["post"] for row in listed(app, "post-history") if row["post"]) == ["Kepala Seksi", "Staf"]


def test_a_section_that_nobody_knows_is_not_part_of_the_agency_above(app: App, sheet: SheetWriter) -> None:
    plan = imported(app, sheet([
        ["No", "Nama", "NIP"],
        ["A. DINAS KESEHATAN"],
        ["PNS"],
        [1, "Siti", SITI],
        ["B. BAPPERIDA"],
        [1, "Budi", BUDI],
        ["C. TENAGA TEKNIS"],
        [1, "Wati", WATI],
    ]))  # fmt: skip
    assert [employee(app, it)["agency"] for it in (SITI, BUDI, WATI)] == ["DINAS KESEHATAN", "BAPPERIDA", "BAPPERIDA"]
    assert warned(plan) == [(3, "value.unknown"), (7, "value.unknown")]


def test_a_slip_of_the_pen_turns_no_column_of_days_round(app: App, sheet: SheetWriter) -> None:
    days = [f"01-{month:02}-{year}" for year in (2010, 2014) for month in range(2, 10)]
    numbers = [nip(at) for at in range(1, len(days) + 2)]
    rows = zip(numbers, [*days, "01-13-2016"], strict=True)
    plan = imported(app, sheet([["NIP", "Nama", "Gol", "TMT Gol"], *([it, "Siti", "III/a", day] for it, day in rows)]))
    assert refused(plan) == {len(numbers) + 1: "date.unreadable"}
    stored = [employee(app, it)["grade_date"].strftime("%d-%m-%Y") for it in numbers[:-1]]
    assert stored == days
