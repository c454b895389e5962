"""Lists of one course's participants, courses as sections, a person's own block: what stands once counts for all."""

from __future__ import annotations

from datetime import date

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.domain.errors import CannotDo
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import counts, imported, listed, nip, notices, reconciles, refused, warned

SITI, BUDI = nip(1), nip(2)
PEOPLE: list[list[Cell]] = [[1, "Siti Aminah", SITI, "III/c"], [2, "Budi Santoso", BUDI, "III/a"]]
HEADING: list[Cell] = ["No", "Nama", "NIP", "Pangkat/Gol", "Tanda Tangan"]
TITLE: list[list[Cell]] = [
    ["DAFTAR HADIR"],
    ["Nama Kegiatan : Bimtek SKP"],
    ["Waktu : 08.00 WIB s.d. selesai"],
    ["Hari/Tanggal", ":", "Senin s.d. Rabu, 10 s.d. 12 Maret 2025"],
    ["Jumlah JP", ": 24 (dua puluh empat) JP"],
    ["Penyelenggara", "BKPSDM"],
]


@pytest.fixture
def staffed(app: App, sheet: SheetWriter) -> App:
    """Siti Aminah and Budi Santoso."""
    imported(app, sheet([["NIP", "Nama"], [SITI, "Siti Aminah"], [BUDI, "Budi Santoso"]], "people.xlsx"))
    return app


def stored(app: App) -> list[tuple[Cell, ...]]:
    rows = listed(app, "trainings")
    return sorted(tuple(row[it] for it in ("nip", "name", "start", "end", "jp", "organiser")) for row in rows)


def test_the_title_of_a_list_of_participants_tells_of_all_rows(staffed: App, sheet: SheetWriter) -> None:
    plan = imported(staffed, sheet([*TITLE, HEADING, *PEOPLE]))
    facts = ("Bimtek SKP", date(2025, 3, 10), date(2025, 3, 12), 24, "BKPSDM")
    assert (plan.kind, counts(plan), stored(staffed)) == (
        "trainings",
        {"new": 2},
        [(SITI, *facts), (BUDI, *facts)],
    )
    assert reconciles(plan)


def test_a_cell_of_its_own_stands_above_the_title(staffed: App, sheet: SheetWriter) -> None:
    people: list[list[Cell]] = [["Siti Aminah", SITI, 16], ["Budi Santoso", BUDI, ""]]
    imported(staffed, sheet([*TITLE, ["Nama", "NIP", "Jml JP"], *people]))
    assert [row[4] for row in stored(staffed)] == [16, 24]


@pytest.mark.parametrize(
    ("day", "code"),
    [("03/08/2025", "date.ambiguous"), ("Maret 2025", "date.unreadable"), ("31/02/2025", "date.unreadable")],
)
def test_a_day_of_the_title_that_nobody_can_read_refuses_the_rows(
    staffed: App, sheet: SheetWriter, day: str, code: str
) -> None:
    plan = imported(staffed, sheet([["Nama Kegiatan : Bimtek SKP"], [f"Tanggal : {day}"], HEADING, *PEOPLE]))
    assert refused(plan) == {4: code, 5: code}


def test_the_day_of_a_letter_is_not_that_of_its_trainings(staffed: App, sheet: SheetWriter) -> None:
    title: list[list[Cell]] = [["Tanggal : 31 Desember 2025"], ["JP : 99"]]
    rows: list[list[Cell]] = [["NIP", "Nama", "Nama Diklat", "Mulai", "JP"], [SITI, "Siti Aminah", "Diklat A", "", ""]]
    imported(staffed, sheet([*title, *rows]))
    assert [row[1:5] for row in stored(staffed)] == [("Diklat A", None, None, None)]


def test_a_list_of_participants_that_does_not_say_of_what_is_asked_about(staffed: App, sheet: SheetWriter) -> None:
    with pytest.raises(CannotDo) as told:
        imported(staffed, sheet([["DAFTAR PESERTA BIMTEK SKP"], HEADING, *PEOPLE]))
    assert told.value.code == "columns.missing"


def test_each_block_of_a_course_speaks_for_itself(staffed: App, sheet: SheetWriter) -> None:
    first: list[list[Cell]] = [["Nama Diklat : Bimtek A"], ["Tanggal : 3 Maret 2025"], ["JP : 8"], HEADING, *PEOPLE]
    second: list[list[Cell]] = [["Nama Diklat : Bimtek B"], HEADING, *PEOPLE]
    imported(staffed, sheet([*first, [], *second]))
    assert [row[1:5] for row in stored(staffed) if row[0] == SITI] == [
        ("Bimtek A", date(2025, 3, 3), None, 8),
        ("Bimtek B", None, None, None),
    ]


def test_courses_may_be_sections(staffed: App, sheet: SheetWriter) -> None:
    heading: list[Cell] = ["No", "Nama", "NIP", "Tgl Mulai", "JP"]
    rows: list[list[Cell]] = [
        [1, "Siti Aminah", SITI, date(2025, 2, 10), 40],
        [2, "Budi Santoso", BUDI, date(2025, 2, 11), 40],
    ]
    imported(staffed, sheet([heading, ["A. Pelatihan Arsip"], rows[0], ["B. Bimtek SKP"], rows[1]]))
    assert [row[:2] for row in stored(staffed)] == [(SITI, "Pelatihan Arsip"), (BUDI, "Bimtek SKP")]


@pytest.mark.parametrize("colon", [" :", ""])
def test_a_block_belongs_to_the_person_above_it(staffed: App, sheet: SheetWriter, colon: str) -> None:
    heading: list[Cell] = ["Nama Diklat", "Mulai", "JP"]

    def block(name: str, number: str) -> list[list[Cell]]:
        return [["Nama" + colon, name], ["NIP" + colon, number], heading, [f"Diklat {name}", date(2025, 2, 10), 8], []]

    plan = imported(staffed, sheet([*block("Siti Aminah", SITI), *block("Budi Santoso", BUDI[:-2])]))
    assert [row[:2] for row in stored(staffed)] == [(SITI, "Diklat Siti Aminah")]
    assert refused(plan) == {9: "nip.not_18_digits"}


def test_a_person_named_once_has_the_rows_below(staffed: App, sheet: SheetWriter) -> None:
    heading: list[Cell] = ["Nama", "NIP", "Nama Diklat", "Mulai"]
    rows: list[list[Cell]] = [
        ["Siti Aminah", SITI, "A", MARCH],
        ["", "", "B", MARCH],
        ["Budi Santoso", BUDI, "C", MARCH],
    ]
    imported(staffed, sheet([heading, *rows, ["", "", "D", MARCH]]))
    assert [row[:2] for row in stored(staffed)] == [(SITI, "A"), (SITI, "B"), (BUDI, "C"), (BUDI, "D")]


MARCH = date(2025, 3, 3)


@pytest.mark.parametrize(
    "heading",
    [
        ("NIP PNS", "NAMA PNS", "Nama Diklat/Bimtek", "Tgl. Pelaksanaan", "Jml. Jam"),
        ("Username", "Full Name", "Course Title", "Start Date", "Learning Hours"),
        ("NIP_BARU", "NAMA_ASN", "PELATIHAN YANG DIIKUTI", "TGL_MULAI_DIKLAT", "JML_JP"),
        ("NIP", "Nama", "Pengembangan Kompetensi", "Waktu Pelaksanaan Kegiatan", "Lama (JP)"),
    ],
)
def test_senders_call_the_columns_what_they_like(staffed: App, sheet: SheetWriter, heading: tuple[str, ...]) -> None:
    imported(staffed, sheet([[*heading], [SITI, "Siti Aminah", "Pelatihan A", "10 s.d. 12 Maret 2025", "24 JP"]]))
    assert stored(staffed) == [(SITI, "Pelatihan A", date(2025, 3, 10), date(2025, 3, 12), 24, None)]


def test_a_column_of_running_numbers_is_no_certificate(staffed: App, sheet: SheetWriter) -> None:
    imported(staffed, sheet([["Nomor", "NIP", "Nama", "Nama Diklat"], [1, SITI, "Siti Aminah", "A"]]))
    assert [row["certificate"] for row in listed(staffed, "trainings")] == [None]


def test_a_course_that_stands_once_is_that_of_all_its_participants(staffed: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [
        ["No", "Nama Diklat", "Tanggal", "JP", "Nama Peserta", "NIP"],
        [1, "Diklat PBJ", "1 s.d. 5 April 2025", 40, "Siti Aminah", SITI],
        [None, None, None, None, "Budi Santoso", BUDI],
        [2, "Diklat Pajak", "7-9 April 2025", 24, "Siti Aminah", SITI],
        [None, None, None, "?", "Budi Santoso", BUDI],
    ]
    plan = imported(staffed, sheet(rows))
    assert (counts(plan), reconciles(plan)) == ({"new": 4}, True)
    assert warned(plan) == [(3, "value.from_above"), (5, "number.unreadable"), (5, "value.from_above")]
    pbj = ("Diklat PBJ", date(2025, 4, 1), date(2025, 4, 5), 40, None)
    tax = ("Diklat Pajak", date(2025, 4, 7), date(2025, 4, 9))
    assert stored(staffed) == sorted([(SITI, *pbj), (BUDI, *pbj), (SITI, *tax, 24, None), (BUDI, *tax, None, None)])


def test_of_plan_and_outcome_the_outcome_counts(staffed: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [
        ["NIP", "NAMA DIKLAT", "RENCANA", None, "REALISASI", None],
        [None, None, "TANGGAL", "JP", "TANGGAL", "JP"],
        [SITI, "Bimtek SKP", "13-01-2025", 10, "14-02-2025", 12],
    ]
    plan = imported(staffed, sheet(rows))
    assert (counts(plan), notices(plan)) == ({"new": 1}, {"columns.unknown": ("RENCANA TANGGAL", "RENCANA JP")})
    assert stored(staffed) == [(SITI, "Bimtek SKP", date(2025, 2, 14), None, 12, None)]


def test_a_persons_labels_above_the_next_heading_are_no_part_of_it(staffed: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = []
    for name, number in (("Siti Aminah", SITI), ("Budi Santoso", BUDI)):
        rows += [
            ["Nama", ":", name],
            ["N I P", ":", number],
            ["Jabatan", ":", "Arsiparis"],
            ["Unit Kerja", ":", "Dinas A"],
        ]
        rows += [["No", "Nama Pelatihan", "Tgl. Mulai", "Jml JP"], [1, "Bimtek SKP", "10 Maret 2025", 8], []]
    plan = imported(staffed, sheet(rows))
    assert (counts(plan), refused(plan), reconciles(plan)) == ({"new": 2}, {}, True)
    assert [row[:4] for row in stored(staffed)] == [
        (SITI, "Bimtek SKP", date(2025, 3, 10), None),
        (BUDI, "Bimtek SKP", date(2025, 3, 10), None),
    ]


@pytest.mark.parametrize(
    ("heading", "row"),
    [
        ([["NIP", "Nama Pelatihan", "JP", None, "NIP", "Nama Pelatihan", "JP"]], [SITI, "A", 8, None, BUDI, "B", 8]),
        (
            [["NIP", "Diklat 1", None, "Diklat 2", None], [None, "Nama Diklat", "JP", "Nama Diklat", "JP"]],
            [SITI, "A", 8, "B", 8],
        ),
    ],
)
def test_what_stands_beside_the_table_is_told_of_each_row(
    staffed: App, sheet: SheetWriter, heading: list[list[Cell]], row: list[Cell]
) -> None:
    alone: list[Cell] = [*row[:3], *[None] * (len(row) - 3)]
    plan = imported(staffed, sheet([*heading, row, [BUDI, *alone[1:]]]), kind="trainings")
    told = [(problem.row, problem.value) for problem in plan.problems if problem.code == "row.beside"]
    assert told == [(len(heading) + 1, str(cell)) for cell in row[3:] if cell in (BUDI, "B")]
