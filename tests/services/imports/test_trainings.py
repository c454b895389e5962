"""Training sheets: whose they are, which are known already, and what is credited."""

from __future__ import annotations

from datetime import date

import pytest

from smartpns_desktop.app import App
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import changes, counts, imported, listed, nip, reconciles, refused, warned

SITI, BUDI = nip(1), nip(2)
HEADING = ["NIP", "Nama", "Nama Pelatihan", "Jenis Diklat", "Mulai", "Selesai", "JP", "Nomor Sertifikat"]
MARCH = date(2026, 3, 2)


@pytest.fixture
def staffed(app: App, sheet: SheetWriter) -> App:
    """Siti Aminah and Budi Santoso."""
    imported(app, sheet([["NIP", "Nama"], [SITI, "Siti Aminah"], [BUDI, "Budi Santoso"]], "people.xlsx"))
    return app


def course(
    name: Cell = "Bimtek SPBE", *, who: Cell = SITI, start: Cell = MARCH, jp: Cell = 20, number: Cell = None
) -> list[Cell]:
    return [who, None, name, None, start, None, jp, number]


def test_a_training_arrives_with_all_that_the_sheet_tells(staffed: App, sheet: SheetWriter) -> None:
    row: list[Cell] = [
        SITI,
        "Siti Aminah, S.E.",
        "Pengelolaan SPBE",
        "Bimtek",
        MARCH,
        date(2026, 3, 4),
        "20,5 JP",
        "7/K",
    ]
    plan = imported(staffed, sheet([HEADING, row]))
    assert (counts(plan), plan.problems) == ({"new": 1}, ())
    (row,) = listed(staffed, "trainings")
    expected = {
        "nip": SITI, "person": "Siti Aminah", "name": "Pengelolaan SPBE", "form_code": "B10", "start": MARCH,
        "end": date(2026, 3, 4), "year": 2026, "jp": 20.5, "certificate": "7/K", "verified": False,
    }  # fmt: skip
    assert {name: row[name] for name in expected} == expected


def test_who_is_not_in_the_store_is_refused(staffed: App, sheet: SheetWriter) -> None:
    plan = imported(
        staffed, sheet([HEADING, course(who=nip(9)), course(who=1.97603162007121e17), course(who="x"), course()])
    )
    assert refused(plan) == {2: "person.unknown", 3: "nip.damaged", 4: "nip.not_18_digits"}
    assert reconciles(plan)
    assert len(listed(staffed, "trainings")) == 1


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ("SITI AMINAH", []),
        ("Dra. Siti Aminah, M.Si.", []),
        ("Siti Aminnah", []),
        ("Budi Santoso", [(2, "person.name_differs")]),
    ],
)
def test_a_nip_beside_another_name_is_told(
    staffed: App, sheet: SheetWriter, person: str, expected: list[tuple[int, str]]
) -> None:
    row = course()
    row[1] = person
    plan = imported(staffed, sheet([HEADING, row]))
    assert (warned(plan), counts(plan)) == (expected, {"new": 1})


@pytest.mark.parametrize("name", [None, "-", "  "])
def test_a_training_without_a_name_is_refused(staffed: App, sheet: SheetWriter, name: Cell) -> None:
    plan = imported(staffed, sheet([HEADING, course(name), course()]))
    assert refused(plan) == {2: "value.missing"}


@pytest.mark.parametrize(
    ("first", "second", "twins"),
    [
        (course(), course(), True),
        (course(), course("BIMTEK  SPBE"), True),
        (course(), course(number="7"), True),
        (course(number="7"), course(number="8"), False),
        (course(), course(start=date(2026, 4, 2)), False),
        (course(), course("Bimtek Arsip"), False),
        (course(), course(who=BUDI), False),
        (course(start=None), course(start=None), True),
    ],
)
def test_the_same_course_of_a_person_twice_in_one_sheet(
    staffed: App, sheet: SheetWriter, first: list[Cell], second: list[Cell], twins: bool
) -> None:
    plan = imported(staffed, sheet([HEADING, first, second]))
    assert refused(plan) == ({3: "row.duplicate"} if twins else {})
    again = imported(staffed, sheet([HEADING, first, second]))
    assert counts(again) == ({"same": 1, "rejected": 1} if twins else {"same": 2})


@pytest.mark.parametrize(
    ("told", "change"),
    [
        (course(jp=30), ("jp", "20.0", "30.0")),
        (course(number="7"), ("certificate_number", "", "7")),
    ],
)
def test_a_known_training_is_mended(
    staffed: App, sheet: SheetWriter, told: list[Cell], change: tuple[str, str, str]
) -> None:
    imported(staffed, sheet([HEADING, course()]))
    plan = imported(staffed, sheet([HEADING, told]))
    assert (counts(plan), changes(plan)) == ({"changed": 1}, [change])
    assert len(listed(staffed, "trainings")) == 1


def test_a_certificate_finds_its_course_on_another_day(staffed: App, sheet: SheetWriter) -> None:
    imported(staffed, sheet([HEADING, course(number="7")]))
    plan = imported(staffed, sheet([HEADING, course(number="7", start=date(2026, 3, 3))]))
    assert changes(plan) == [("start_date", "2026-03-02", "2026-03-03")]
    assert [row["start"] for row in listed(staffed, "trainings")] == [date(2026, 3, 3)]


def test_empty_cells_erase_nothing(staffed: App, sheet: SheetWriter) -> None:
    imported(
        staffed, sheet([HEADING, [SITI, "Siti Aminah", "Bimtek SPBE", "Bimtek", MARCH, date(2026, 3, 4), 20, "7"]])
    )
    plan = imported(staffed, sheet([HEADING, [SITI, None, "Bimtek SPBE", None, MARCH, None, None, None]]))
    assert counts(plan) == {"same": 1}


def test_credit_follows_what_a_row_changes(staffed: App, sheet: SheetWriter) -> None:
    """A seminar counts a fixed figure a day, whatever is claimed (RULES.md section 4)."""
    row: list[Cell] = [SITI, None, "Seminar Nasional", "Seminar", MARCH, MARCH, 30, None]
    imported(staffed, sheet([HEADING, row]))
    (first,) = listed(staffed, "trainings")
    row[5] = date(2026, 3, 4)
    imported(staffed, sheet([HEADING, row]))
    (then,) = listed(staffed, "trainings")
    assert first["jp_counted"] > 0
    assert then["jp_counted"] == 3 * first["jp_counted"]
    assert (first["jp"], then["jp"]) == (30, 30)


def test_doubts_are_told_and_refuse_nobody(staffed: App, sheet: SheetWriter) -> None:
    row: list[Cell] = [SITI, None, "Rapat", "Arisan", MARCH, date(2026, 3, 1), "banyak", None]
    plan = imported(staffed, sheet([HEADING, row]))
    codes = ["number.unreadable", "training.ends_before_start", "training.form_unknown"]
    assert warned(plan) == [(2, code) for code in codes]
    assert counts(plan) == {"new": 1}


def test_a_long_fraction_is_the_same_the_second_time_and_after_undo(staffed: App, sheet: SheetWriter) -> None:
    path = sheet([HEADING, course(jp=128 / 3)])
    imported(staffed, path)
    assert counts(imported(staffed, path)) == {"same": 1}
    (stored,) = listed(staffed, "trainings")
    imported(staffed, sheet([HEADING, course(jp=20)]))
    staffed.undo.undo(listed(staffed, "changes")[0]["change_set"])
    assert listed(staffed, "trainings") == [stored]
    assert stored["jp"] == pytest.approx(128 / 3)


@pytest.mark.parametrize("jp", ["9" * 400, "1" * 25, 1e300])
def test_a_number_beyond_all_bounds_is_told_and_left_out(staffed: App, sheet: SheetWriter, jp: Cell) -> None:
    plan = imported(staffed, sheet([HEADING, course(jp=jp)]))
    assert warned(plan) == [(2, "value.out_of_range")]
    assert [row["jp"] for row in listed(staffed, "trainings")] == [None]


def test_a_year_without_a_day_is_kept(staffed: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [
        ["nipBaru", "namaKursus", "tahunKursus", "tanggalKursus", "jumlahJam"],
        [SITI, "Kursus A", 2019, None, 20],
        [SITI, "Kursus B", "Th. 2020", None, 20],
        [SITI, "Kursus C", "2019/2020", None, 20],
        [SITI, "Kursus D", 2019, date(2021, 5, 4), 20],
    ]
    path = sheet(rows)
    plan = imported(staffed, path)
    assert (counts(plan), warned(plan)) == ({"new": 4}, [(4, "value.unknown")])
    years = {row["name"]: (row["year"], row["start"]) for row in listed(staffed, "trainings")}
    expected = {"Kursus A": (2019, None), "Kursus B": (2020, None), "Kursus C": (None, None)}
    assert years == expected | {"Kursus D": (2021, date(2021, 5, 4))}
    assert counts(staffed.imports.plan(path)) == {"same": 4}
    again = imported(staffed, sheet([rows[0], [SITI, "Kursus A", None, None, 24]], "more.xlsx"))
    assert counts(again) == {"changed": 1}
    assert {row["name"]: row["year"] for row in listed(staffed, "trainings")}["Kursus A"] == 2019
