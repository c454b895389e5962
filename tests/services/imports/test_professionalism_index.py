"""Sheets of the IP ASN: BKN's download, what offices make of it, and the year, which is never guessed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from smartpns_desktop.app import App
from tests.conftest import Cell, SheetWriter
from tests.contents import content_digest
from tests.services.imports.outcomes import (
    changes,
    counts,
    imported,
    listed,
    nip,
    notices,
    partitions,
    reconciles,
    refused,
    warned,
)

SITI, BUDI, WATI = nip(1), nip(2), nip(3)
PEOPLE: list[list[Cell]] = [["NIP", "Nama"], [SITI, "Siti Aminah"], [BUDI, "Budi Santoso"], [WATI, "Wati Lestari"]]
PARTS = ("qualification", "competence", "performance", "discipline", "total")
BKN = "nip;nama;unor;kualifikasi;kompetensi;kinerja;disiplin;total;tahun;updated"


@pytest.fixture
def staffed(app: App, sheet: SheetWriter) -> App:
    """Siti Aminah, Budi Santoso and Wati Lestari."""
    imported(app, sheet(PEOPLE, "people.xlsx"))
    return app


def points(app: App) -> dict[tuple[str, int], tuple[float | None, ...]]:
    """The points of everybody's index, by person and year."""
    return {(row["nip"], row["year"]): tuple(row[part] for part in PARTS) for row in listed(app, "ip-asn")}


def csv(tmp_path: Path, *lines: str, name: str = "ipasn.csv") -> Path:
    path = tmp_path / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_bkn_s_download_arrives_whole(staffed: App, tmp_path: Path) -> None:
    path = csv(
        tmp_path,
        BKN,
        f"{SITI};Siti Aminah;Dinas A;15;22,5;30;5;72,5;2025;2026-02-01 08:00:00",
        f"{BUDI};Budi Santoso;Dinas A;5;0;25;5;35;2025;2026-02-01 08:00:00",
    )
    plan = imported(staffed, path)
    assert (plan.kind, counts(plan), plan.problems, plan.notices) == ("ip-asn", {"new": 2}, (), ())
    assert points(staffed) == {(SITI, 2025): (15, 22.5, 30, 5, 72.5), (BUDI, 2025): (5, 0, 25, 5, 35)}
    (row,) = listed(staffed, "ip-asn", nip=SITI)
    assert (row["source"], row["updated"], row["category"]) == ("BKN", date(2026, 2, 1), "Sedang")


KENDAL: list[list[Cell]] = [
    ["PEMERINTAH KABUPATEN KENDAL"],
    ["IP ASN TAHUN 2024"],
    ["Dicetak tanggal 3 Februari 2026"],
    [],
    ["NO", "NAMA", "NIP", "KINERJA", "DISIPLIN", "KOMPETENSI", "KUALIFIKASI", "TOTAL"],
    [1, "SITI AMINAH, S.E.", f"'{SITI}", 25, 5, 15, 15, 60],
    [2, "BUDI SANTOSO", f"'{BUDI}", "30", "5", "22,5", "5", "62,5"],
    ["Jumlah", None, None, 55, 10, 37.5, 20, 122.5],
]
TWO_ROWS: list[list[Cell]] = [
    ["Lampiran Surat Kepala BKPSDM Nomor 800/12/2026"],
    ["No", "Pegawai", "", "Unit Kerja", "Dimensi", "", "", "", "Nilai IP ASN", "Periode"],
    ["", "Nama", "NIP", "", "Kualifikasi (25)", "Kompetensi (40)", "Kinerja (30)", "Disiplin (5)", "", ""],
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    ["Dinas Komunikasi"],
    [1, "Siti Aminah", SITI, "Dinas A", 15, "15.000", 25, 5, "60.000", "TA 2024"],
    [2, "Budi Santoso", BUDI, "Dinas A", 5, 22.5, 30, 5, 62.5, "Tahun 2024"],
]
SECTIONS: list[list[Cell]] = [
    ["NIP PEGAWAI", "NAMA PEGAWAI", "SKOR KUALIFIKASI", "SKOR KOMPETENSI", "SKOR KINERJA", "SKOR DISIPLIN", "JUMLAH"],
    ["TAHUN 2024"],
    [SITI, "Siti Aminah", 15, 15, 25, 5, 60],
    [BUDI, "Budi Santoso", 5, 22.5, 30, 5, None],
]


@pytest.mark.parametrize("rows", [KENDAL, TWO_ROWS, SECTIONS], ids=["kendal", "two rows", "sections"])
def test_every_office_s_style_tells_the_same(staffed: App, sheet: SheetWriter, rows: list[list[Cell]]) -> None:
    plan = imported(staffed, sheet(rows))
    assert (plan.kind, counts(plan), plan.problems) == ("ip-asn", {"new": 2}, ())
    assert reconciles(plan)
    assert points(staffed) == {(SITI, 2024): (15, 15, 25, 5, 60), (BUDI, 2024): (5, 22.5, 30, 5, 62.5)}


def short(*titles: str) -> list[list[Cell]]:
    heading: list[Cell] = ["NIP", "Nama", "Kualifikasi", "Kompetensi", "Kinerja", "Disiplin", "Total"]
    return [*[[title] for title in titles], heading, [SITI, "Siti Aminah", 15, 15, 25, 5, 60]]


@pytest.mark.parametrize(
    ("titles", "name", "year"),
    [
        (("REKAP IP ASN TAHUN 2023",), "kirim_2026.xlsx", 2023),
        (("REKAP IP ASN",), "ip_asn_2022_final.xlsx", 2022),
        (("REKAP IP ASN", "Dicetak 5 Januari 2026"), "rekap.xlsx", None),
        (("REKAP IP ASN 2023 DAN 2024",), "rekap_2024.xlsx", None),
        (("REKAP IP ASN SEMESTER I",), "rekap_2024.xlsx", None),
        ((), "rekap.xlsx", None),
    ],
)
def test_the_year_is_that_of_the_title_or_the_file_or_nobody_s(
    staffed: App, sheet: SheetWriter, titles: tuple[str, ...], name: str, year: int | None
) -> None:
    plan = imported(staffed, sheet(short(*titles), name))
    assert [year for _, year in points(staffed)] == ([year] if year else [])
    assert notices(plan).get("year.shared") == ((str(year),) if year else None)
    assert list(refused(plan).values()) == ([] if year else ["year.missing"])
    assert reconciles(plan)


@pytest.mark.parametrize("cell", ["2024/2025", "dua ribu", 45000.0, "25"])
def test_a_year_that_cannot_be_read_is_not_replaced_by_the_title_s(
    staffed: App, sheet: SheetWriter, cell: Cell
) -> None:
    rows = short("IP ASN TAHUN 2025")
    rows[1].append("Tahun")
    rows[2].append(cell)
    plan = imported(staffed, sheet(rows))
    assert list(refused(plan).values()) == ["year.unreadable"]
    assert listed(staffed, "ip-asn") == []


def test_what_does_not_add_up_is_told_and_taken(staffed: App, tmp_path: Path) -> None:
    plan = imported(
        staffed,
        csv(
            tmp_path,
            BKN,
            f"{SITI};Siti Aminah;A;15;22,5;30;5;80;2025;",
            f"{BUDI};Budi Santoso;A;15;41;30;5;91;2025;",
            f"{WATI};Wati Lestari;A;15;;30;5;;2025;",
        ),
    )
    assert warned(plan) == [(2, "index.total_differs"), (3, "value.out_of_range")]
    assert refused(plan) == {4: "value.missing"}
    assert points(staffed)[SITI, 2025] == (15, 22.5, 30, 5, 80)


def test_the_same_person_and_year_twice_in_one_sheet(staffed: App, tmp_path: Path) -> None:
    lines = (f"{SITI};Siti Aminah;A;15;22,5;30;5;72,5;{year};" for year in (2025, 2024, 2025))
    plan = imported(staffed, csv(tmp_path, BKN, *lines))
    assert (counts(plan), refused(plan)) == ({"new": 2, "rejected": 1}, {4: "row.duplicate"})


def test_newer_figures_correct_the_known_ones(staffed: App, tmp_path: Path) -> None:
    imported(staffed, csv(tmp_path, BKN, f"{SITI};Siti Aminah;A;15;0;30;5;50;2025;2026-02-01"))
    plan = imported(staffed, csv(tmp_path, BKN, f"{SITI};Siti Aminah;A;15;22,5;30;5;72,5;2025;2026-03-01"))
    assert counts(plan) == {"changed": 1}
    assert changes(plan) == [
        ("competence", "0", "22,5"),
        ("total", "50", "72,5"),
        ("updated_on", "2026-02-01", "2026-03-01"),
    ]
    assert points(staffed) == {(SITI, 2025): (15, 22.5, 30, 5, 72.5)}


def test_whoever_is_not_there_is_refused(staffed: App, tmp_path: Path) -> None:
    lines = (f"{who};Siti Aminah;A;15;22,5;30;5;72,5;2025;" for who in (nip(9), "1.97603E+17", ""))
    plan = imported(staffed, csv(tmp_path, BKN, *lines))
    assert refused(plan)[2] == "person.unknown"
    assert (counts(plan), reconciles(plan)) == ({"rejected": 3}, True)


def test_an_export_tells_nothing_new_and_undo_leaves_nothing(staffed: App, sheet: SheetWriter, tmp_path: Path) -> None:
    before = content_digest(staffed.database.path)
    plan = staffed.imports.plan(sheet(KENDAL))
    batch = staffed.imports.apply(plan).batch
    out = tmp_path / "out.xlsx"
    assert staffed.exports.export("ip-asn", out, year=2024) == 2
    again = staffed.imports.plan(out)
    assert (again.kind, counts(again), again.problems, again.notices) == ("ip-asn", {"same": 2}, (), ())
    assert batch is not None
    staffed.undo.undo(batch)
    assert listed(staffed, "ip-asn") == []
    assert before != content_digest(staffed.database.path), "the journal remembers"


def test_the_window_sees_every_row_once(staffed: App, sheet: SheetWriter) -> None:
    plan = staffed.imports.plan(sheet(KENDAL), keep=True)
    assert partitions(staffed, plan)
    assert staffed.imports.questions_of(plan) == ()
