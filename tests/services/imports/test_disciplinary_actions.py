"""Sheets of disciplinary actions: whom, how and until when, as SIASN and offices write it."""

from __future__ import annotations

from datetime import date

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.services.lists import ListQuery
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import changes, counts, imported, listed, nip, reconciles, refused, warned

SITI, BUDI = nip(1), nip(2)
PEOPLE: list[list[Cell]] = [["NIP", "Nama"], [SITI, "Siti Aminah"], [BUDI, "Budi Santoso"]]
CUT = "Pemotongan tunjangan kinerja 25% selama 6 bulan"
FIELDS = ("nip", "level", "measure", "effective_date", "until", "decree_number", "reason")


@pytest.fixture
def staffed(app: App, sheet: SheetWriter) -> App:
    """Siti Aminah and Budi Santoso."""
    imported(app, sheet(PEOPLE, "people.xlsx"))
    return app


def actions(app: App) -> list[tuple[object, ...]]:
    """What is recorded, by person."""
    return [tuple(row[name] for name in FIELDS) for row in listed(app, "disciplinary-actions")]


SIASN: list[list[Cell]] = [
    ["NIP", "NAMA", "JENIS TINGKAT HUKUMAN", "JENIS HUKUMAN", "ALASAN HUKUMAN DISIPLIN", "SK NOMOR", "SK TANGGAL",
     "HUKUMAN TANGGAL", "MASA TAHUN", "MASA BULAN", "AKHIR HUKUM TANGGAL"],
    [BUDI, "BUDI SANTOSO", "SEDANG", "PEMOTONGAN TUKIN 25%", "Tidak masuk kerja", "800/7/2024", "15-02-2024",
     "01-03-2024", "0", "6", "31-08-2024"],
    [SITI, "SITI AMINAH", "RINGAN", "TEGURAN LISAN", "Terlambat", "800/8/2024", "15-02-2024", "01-03-2024",
     "", "", ""],
]  # fmt: skip
RECAP: list[list[Cell]] = [
    ["DAFTAR PEGAWAI YANG DIJATUHI HUKUMAN DISIPLIN"],
    ["Keadaan s.d. 31 Desember 2024"],
    ["No", "Nama", "NIP", "Jabatan", "Unit Kerja", "Hukuman Disiplin", "", "Keputusan", "", "Masa Hukuman", "",
     "Pelanggaran"],
    ["", "", "", "", "", "Tingkat Hukuman", "Jenis Hukuman", "No. SK", "Tgl. SK", "Mulai", "Berakhir", ""],
    [1, "Budi Santoso", BUDI, "Arsiparis", "Dinas A", "Sedang", "Potong TPP 25% selama 6 (enam) bulan", "800/7/2024",
     "15 Februari 2024", "1 Maret 2024", "31 Agustus 2024", "Tidak masuk kerja"],
    [2, "Siti Aminah", SITI, "Arsiparis", "Dinas A", "Ringan", "Teguran lisan", "800/8/2024", "15 Februari 2024",
     "1 Maret 2024", "-", "Terlambat"],
]  # fmt: skip
PLAIN: list[list[Cell]] = [
    ["NIP", "Nama Pegawai", "Jenis Hukuman Disiplin", "TMT Hukuman", "Masa Hukuman", "Nomor SK", "Jenis Pelanggaran"],
    [
        BUDI,
        "Budi Santoso",
        "Pemotongan tunjangan kinerja",
        date(2024, 3, 1),
        "6 bulan",
        "800/7/2024",
        "Tidak masuk kerja",
    ],
    [SITI, "Siti Aminah", "teguran lisan", date(2024, 3, 1), None, "800/8/2024", "Terlambat"],
]


@pytest.mark.parametrize("rows", [SIASN, RECAP, PLAIN], ids=["siasn", "recap", "plain"])
def test_every_office_s_style_tells_the_same(staffed: App, sheet: SheetWriter, rows: list[list[Cell]]) -> None:
    plan = imported(staffed, sheet(rows))
    assert (plan.kind, counts(plan), plan.problems) == ("disciplinary-actions", {"new": 2}, ())
    assert reconciles(plan)
    march, august = date(2024, 3, 1), date(2024, 8, 31)
    assert actions(staffed) == [
        (BUDI, "sedang", CUT, march, august, "800/7/2024", "Tidak masuk kerja"),
        (SITI, "ringan", "Teguran lisan", march, None, "800/8/2024", "Terlambat"),
    ]


HEADING: list[Cell] = ["NIP", "Nama", "Tingkat Hukuman", "Jenis Hukuman", "TMT Hukuman", "Masa Hukuman"]


@pytest.mark.parametrize(
    ("level", "measure", "start", "length", "code"),
    [
        ("Ringan", None, None, None, "value.missing"),
        (None, None, date(2024, 3, 1), None, "value.missing"),
        ("Ringan", "Tidak ada", date(2024, 3, 1), None, "value.not_in_list"),
        ("Ringan", "Teguran lisan", "besok", None, "date.unreadable"),
    ],
)
def test_what_no_record_can_be_made_of_is_refused(
    staffed: App, sheet: SheetWriter, level: Cell, measure: Cell, start: Cell, length: Cell, code: str
) -> None:
    plan = imported(staffed, sheet([HEADING, [SITI, "Siti Aminah", level, measure, start, length]]))
    assert (refused(plan), actions(staffed)) == ({2: code}, [])


@pytest.mark.parametrize(
    ("level", "measure", "start", "length", "told", "codes"),
    [
        ("Sedang", "Teguran lisan", date(2024, 3, 1), None, ("sedang", "Teguran lisan", None),
         ["discipline.level_differs"]),
        (None, "Hukuman Ringan", date(2024, 3, 1), None, ("ringan", "", None), []),
        ("Parah", "Teguran lisan", date(2024, 3, 1), None, ("ringan", "Teguran lisan", None), ["value.unknown"]),
        ("Sedang", "Penundaan kenaikan pangkat selama 1 tahun", date(2015, 3, 1), None,
         ("sedang", "Penundaan kenaikan pangkat selama 1 tahun", date(2016, 2, 29)), ["discipline.measure_unknown"]),
        ("Sedang", "Pemotongan tukin", date(2024, 3, 1), 6, ("sedang", "Pemotongan tukin", None),
         ["discipline.measure_unknown", "value.unknown"]),
    ],
)  # fmt: skip
def test_what_is_odd_is_told_and_taken(
    staffed: App,
    sheet: SheetWriter,
    level: Cell,
    measure: Cell,
    start: Cell,
    length: Cell,
    told: tuple[object, ...],
    codes: list[str],
) -> None:
    plan = imported(staffed, sheet([HEADING, [SITI, "Siti Aminah", level, measure, start, length]]))
    assert [code for _, code in warned(plan)] == codes
    (row,) = listed(staffed, "disciplinary-actions")
    assert (row["level"], row["measure"], row["until"]) == told


def test_the_same_action_twice_and_again(staffed: App, sheet: SheetWriter) -> None:
    row: list[Cell] = [SITI, "Siti Aminah", "Ringan", "Teguran lisan", date(2024, 3, 1), None]
    plan = imported(staffed, sheet([HEADING, row, row]))
    assert (counts(plan), refused(plan)) == ({"new": 1, "rejected": 1}, {3: "row.duplicate"})
    more: list[Cell] = [*HEADING, "Nomor SK"]
    plan = imported(staffed, sheet([more, [*row, "800/9"]]))
    assert (counts(plan), changes(plan)) == ({"changed": 1}, [("decree_number", "", "800/9")])


def test_an_export_tells_nothing_new_and_undo_leaves_nothing(staffed: App, sheet: SheetWriter) -> None:
    path = sheet(SIASN)
    batch = staffed.imports.apply(staffed.imports.plan(path)).batch
    out = path.with_name("out.xlsx")
    assert staffed.exports.export("disciplinary-actions", out) == 2
    again = staffed.imports.plan(out)
    assert (again.kind, counts(again), again.problems) == ("disciplinary-actions", {"same": 2}, ())
    assert batch is not None
    staffed.undo.undo(batch)
    assert actions(staffed) == []


def test_a_punishment_holds_from_its_first_to_its_last_day(staffed: App, sheet: SheetWriter) -> None:
    imported(staffed, sheet(SIASN))

    def held(day: date) -> list[str]:
        return [row["nip"] for row in listed(staffed, "disciplinary-actions", as_of=day) if row["in_force"]]

    assert held(date(2024, 2, 29)) == []
    assert held(date(2024, 3, 1)) == held(date(2024, 8, 31)) == [BUDI]
    assert held(date(2024, 9, 1)) == []


def test_the_person_s_history_tells_it(staffed: App, sheet: SheetWriter) -> None:
    imported(staffed, sheet(SIASN))
    (key,) = staffed.lists.keys("employees", ListQuery(where=(("nip", BUDI),)))
    told = [entry.thing for entry in staffed.trail.of("employees", key)]
    assert f"Hukuman disiplin {CUT}" in told


def test_the_sender_s_reasons_are_not_taken_for_ours(staffed: App, sheet: SheetWriter) -> None:
    heading: list[Cell] = ["NIP", "Nama", "Jenis Hukuman", "Alasan", "TMT Hukuman"]
    rows: list[list[Cell]] = [
        [SITI, "Siti Aminah", "Teguran lisan", "Terlambat", "besok"],
        [BUDI, "Budi Santoso", "Teguran lisan", "Bolos", date(2024, 3, 1)],
    ]
    path = sheet([heading, *rows])
    plan = staffed.imports.plan(path, keep=True)
    refusals = path.with_name("refused.xlsx")
    assert staffed.imports.write_rejected(plan, refusals) == 1
    again = staffed.imports.plan(refusals, keep=True)
    columns = {mapped.heading: mapped.field for mapped in again.kept.layout.columns}
    assert columns["Alasan"] == "reason"
    assert (again.kind, refused(again), again.notices) == ("disciplinary-actions", {2: "date.unreadable"}, ())
    (told,) = (row for row in again.kept.sheet.rows if SITI in row)
    assert "Terlambat" in told
