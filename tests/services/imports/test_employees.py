"""Employee sheets: who is new, what a sheet may change, and what it never may."""

from __future__ import annotations

from datetime import date

import pytest

from smartpns_desktop.app import App
from tests.conftest import Cell, SheetWriter
from tests.contents import content_digest
from tests.services.imports.outcomes import (
    changes,
    counts,
    employee,
    imported,
    listed,
    nip,
    notices,
)

SITI, BUDI = nip(1), nip(2, born="19900417", since="201903", sex=1)
PPPK = nip(3, born="19911105", since="202321", sex=1)


def test_a_new_person_arrives_with_all_that_the_sheet_tells(app: App, sheet: SheetWriter) -> None:
    row: dict[str, Cell] = {
        "NIP BARU": SITI,
        "NAMA": "Siti Aminah",
        "GELAR BELAKANG": "S.Kom.",
        "TANGGAL LAHIR": date(1985, 3, 12),
        "L/P": "P",
        "NIK": "6474015203850001",
        "STATUS CPNS PNS": "P",
        "TMT CPNS": "01-01-2010",
        "GOL AKHIR NAMA": "III/c",
        "TMT GOLONGAN": "01-04-2022",
        "JENIS JABATAN NAMA": "Fungsional Tertentu",
        "JABATAN NAMA": "Pranata Komputer Ahli Muda",
        "TMT JABATAN": "01-06-2021",
        "TINGKAT PENDIDIKAN NAMA": "S-1/Sarjana",
        "PENDIDIKAN NAMA": "S-1 Teknik Informatika",
        "TAHUN LULUS": 2008,
        "KEDUDUKAN HUKUM NAMA": "Aktif",
        "UNOR ID": "2.10",
        "UNOR NAMA": "Dinas Komunikasi dan Informatika",
    }
    plan = imported(app, sheet([list(row), list(row.values())]))
    assert counts(plan) == {"new": 1}
    assert plan.problems == ()
    told = employee(app, SITI)
    expected = {
        "nip": SITI, "name": "Siti Aminah", "back_title": "S.Kom.", "birth_date": date(1985, 3, 12), "sex": "F",
        "nik": "6474015203850001", "kind": "PNS", "cpns_date": date(2010, 1, 1), "grade": "III/c", "rank": "Penata",
        "grade_date": date(2022, 4, 1), "post": "Pranata Komputer Ahli Muda", "post_date": date(2021, 6, 1),
        "position_kind": "2", "education_level": "S-1/Sarjana", "education": "S-1 Teknik Informatika",
        "graduation_year": 2008, "graduation_date": None, "standing": "Aktif", "agency_code": "2.10",
        "agency": "Dinas Komunikasi dan Informatika",
    }  # fmt: skip
    assert {name: told[name] for name in expected} == expected


def grades(*rows: tuple[str, Cell, Cell]) -> list[list[Cell]]:
    return [["NIP", "Nama", "Golongan", "TMT Golongan"], *([it[0], "Siti Aminah", *it[1:]] for it in rows)]


def test_a_promotion_is_a_new_row_and_the_past_stays(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet(grades((SITI, "III/b", date(2018, 4, 1)))))
    plan = imported(app, sheet(grades((SITI, "III/c", date(2022, 4, 1)))))
    assert counts(plan) == {"changed": 1}
    assert changes(plan) == [("grade", "III/b", "III/c"), ("grade_date", "2018-04-01", "2022-04-01")]
    assert [employee(app, SITI, date(year, 5, 1))["grade"] for year in (2018, 2021, 2022)] == [
        "III/b",
        "III/b",
        "III/c",
    ]
    assert employee(app, SITI, date(2018, 3, 31))["grade"] is None
    assert employee(app, SITI)["grade_date"] == date(2022, 4, 1)


def test_an_older_grade_that_arrives_late_takes_its_place_in_the_past(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet(grades((SITI, "III/c", date(2022, 4, 1)))))
    imported(app, sheet(grades((SITI, "III/b", date(2018, 4, 1)))))
    assert [employee(app, SITI, date(year, 5, 1))["grade"] for year in (2019, 2023)] == ["III/b", "III/c"]


def test_the_same_date_corrects_the_row(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet(grades((SITI, "III/b", date(2018, 4, 1)))))
    plan = imported(app, sheet(grades((SITI, "III/c", date(2018, 4, 1)))))
    assert changes(plan) == [("grade", "III/b", "III/c")]
    assert employee(app, SITI, date(2018, 4, 1))["grade"] == "III/c"
    assert employee(app, SITI, date(2018, 3, 31))["grade"] is None


def test_without_a_date_the_row_in_force_is_corrected(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet(grades((SITI, "III/b", date(2018, 4, 1)))))
    imported(app, sheet(grades((SITI, "III/c", date(2022, 4, 1)))))
    plan = imported(app, sheet(grades((SITI, "III/d", None))))
    assert changes(plan) == [("grade", "III/c", "III/d")]
    assert [employee(app, SITI, date(year, 5, 1))["grade"] for year in (2018, 2022)] == ["III/b", "III/d"]


def test_a_grade_of_an_unknown_date_has_always_held_until_a_dated_one(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet(grades((SITI, "III/b", None))))
    assert (employee(app, SITI)["grade"], employee(app, SITI)["grade_date"]) == ("III/b", None)
    imported(app, sheet(grades((SITI, "III/c", date(2022, 4, 1)))))
    assert [employee(app, SITI, date(year, 5, 1))["grade"] for year in (2012, 2022)] == ["III/b", "III/c"]


def test_a_move_keeps_the_old_post_in_the_past(app: App, sheet: SheetWriter) -> None:
    heading = ["NIP", "Nama", "Jabatan", "TMT Jabatan", "Unit Kerja"]
    imported(app, sheet([heading, [SITI, "Siti", "Arsiparis Mahir", date(2015, 1, 1), "Dinas A"]]))
    plan = imported(app, sheet([heading, [SITI, "Siti", "Arsiparis Penyelia", date(2020, 1, 1), "Dinas B"]]))
    assert changes(plan) == [
        ("post", "Arsiparis Mahir", "Arsiparis Penyelia"),
        ("agency", "Dinas A", "Dinas B"),
        ("post_date", "2015-01-01", "2020-01-01"),
    ]
    then, now = employee(app, SITI, date(2019, 1, 1)), employee(app, SITI)
    assert (then["post"], then["agency"]) == ("Arsiparis Mahir", "Dinas A")
    assert (now["post"], now["agency"]) == ("Arsiparis Penyelia", "Dinas B")


def test_who_was_not_yet_appointed_is_not_in_a_list_of_the_past(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet([["NIP", "Nama", "TMT CPNS"], [SITI, "Siti", "01-01-2010"], [BUDI, "Budi", "13-03-2019"]]))
    assert [row["name"] for row in listed(app, "employees", date(2015, 1, 1))] == ["Siti"]
    assert len(listed(app, "employees")) == 2


def test_empty_cells_and_absent_columns_erase_nothing(app: App, sheet: SheetWriter) -> None:
    heading = ["NIP", "Nama", "NIK", "HP", "Alamat", "Golongan", "Jabatan", "Unit Kerja", "Pendidikan", "Agama"]
    full = [SITI, "Siti", "6474015203850001", "0812", "Jl. A", "III/c", "Arsiparis Mahir", "Dinas A", "S-1", "Islam"]
    imported(app, sheet([heading, full]))
    before = content_digest(app.database.path)
    for row in ([SITI, "Siti", *[None] * 8], [SITI, "Siti", *["-"] * 8], [SITI, "Siti", *["  "] * 8]):
        assert counts(imported(app, sheet([heading, row]))) == {"same": 1}
    assert counts(imported(app, sheet([["NIP", "Nama"], [SITI, "Siti"]]))) == {"same": 1}
    assert content_digest(app.database.path) == before


@pytest.mark.parametrize(
    ("stored", "told", "kept"),
    [
        ("Siti Aminah", "SITI AMINAH", "Siti Aminah"),
        ("SITI AMINAH", "Siti Aminah", "Siti Aminah"),
        ("Siti Aminah", "SITI AMINAH PUTRI", "SITI AMINAH PUTRI"),
        ("Siti Aminah", "Siti Aminah Putri", "Siti Aminah Putri"),
    ],
)
def test_shouting_overwrites_no_spelling(app: App, sheet: SheetWriter, stored: str, told: str, kept: str) -> None:
    heading = ["NIP", "Nama", "Gelar Depan", "Tempat Lahir"]
    imported(app, sheet([heading, [SITI, stored, None, "Bontang"]]))
    plan = imported(app, sheet([heading, [SITI, told, None, "BONTANG"]]))
    assert (employee(app, SITI)["name"], employee(app, SITI)["birth_place"]) == (kept, "Bontang")
    assert changes(plan) == ([("name", stored, kept)] if kept != stored else [])


def test_titles_are_taken_off_names_where_they_have_no_column(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet([["NIP", "Nama"], [SITI, "dr. Siti Aminah, S.Ked., M.Kes."]]))
    told = employee(app, SITI)
    assert (told["front_title"], told["name"], told["back_title"]) == ("dr.", "Siti Aminah", "S.Ked., M.Kes.")


def test_the_grade_of_a_pppk_is_known_without_a_column_for_the_status(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet([["NIP", "Nama", "Gol"], [PPPK, "Wati", "IX"], [SITI, "Siti", "III/a"]]))
    told = employee(app, PPPK)
    assert (told["kind"], told["grade"], employee(app, SITI)["grade"]) == ("PPPK", "IX", "III/a")


def test_a_sheet_without_status_makes_no_cpns_a_pns(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet([["NIP", "Nama", "Status"], [SITI, "Siti", "CPNS"]]))
    assert counts(imported(app, sheet([["NIP", "Nama"], [SITI, "Siti"]]))) == {"same": 1}
    assert employee(app, SITI)["kind"] == "CPNS"


def test_people_of_a_full_list_that_are_missing_are_named_and_stay(app: App, sheet: SheetWriter) -> None:
    heading = ["NIP", "Nama", "Unit Kerja"]
    everyone = [[nip(number), f"Pegawai {number}", "Dinas A"] for number in range(1, 6)]
    imported(app, sheet([heading, *everyone, [BUDI, "Budi", "Dinas B"]]))
    plan = imported(app, sheet([heading, *everyone[:3]]))
    assert notices(plan)["employees.missing"] == (f"{nip(4)} Pegawai 4", f"{nip(5)} Pegawai 5")
    assert len(listed(app, "employees")) == 6
    few = imported(app, sheet([heading, *everyone[:2]]))
    assert "employees.missing" not in notices(few)


def test_a_new_date_alone_is_a_new_row(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet(grades((SITI, "III/b", date(2018, 4, 1)))))
    plan = imported(app, sheet(grades((SITI, "III/b", date(2020, 4, 1)))))
    assert counts(plan) == {"changed": 1}
    assert changes(plan) == [("grade_date", "2018-04-01", "2020-04-01")]
    assert employee(app, SITI)["grade_date"] == date(2020, 4, 1)
