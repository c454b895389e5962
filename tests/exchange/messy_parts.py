"""Of what handmade sheets are made: the styles of offices, their columns, and what rows of data hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import xlsxwriter

Cell = str | float | int
Merge = tuple[int, int, int, int]
"""First row, first column, last row, last column, from 0."""

PEOPLE = (
    "Siti Aminah",
    "BUDI SANTOSO",
    "Drs. Omar, M.Si",
    "Jumiati",
    "Totok Kepala",
    "dr. An Nisa",
    "Ketut Sub",
    "I Made",
)
UNITS = ("Dinas Kesehatan", "DINAS PENDIDIKAN", "Badan Kepegawaian Daerah")
INNER = ("Sekretariat", "BIDANG PEMBINAAN", "Seksi Umum")
LEVELS = ("S-1", "S-2", "D-III")
PROGRAMMES = (
    "Teknik Sipil",
    "Hukum",
    "Akuntansi",
    "Kesehatan Masyarakat",
    "Total Football Science",
    "Gizi",
    "Statistika",
)
POSTS = ("Kepala Seksi", "Pengelola Data", "Arsiparis")
COURSES = ("Bimtek SPBE", "Total Quality Management", "Jumlah dan Statistik", "Seminar Rata-rata Air", "Diklat PIM IV")


@dataclass(frozen=True)
class Style:
    """How one office makes its sheet; every part by itself."""

    kind: str = "employees"
    titles: int = 0
    title_pairs: str = ""
    left: int = 0
    heading: str = "one"
    numbers: str = ""
    repeat_after: int = 0
    sections: str = ""
    gap: int = 0
    totals: str = ""
    signature: str = ""
    notes: str = ""
    legend: bool = False
    number_gaps: bool = False
    spare_rows: int = 0
    lost_nips: bool = False
    rows: int = 6


@dataclass
class Truth:
    """What a sheet holds: by row (from 1) the values of each row of data, and why the others are none."""

    rows: dict[int, dict[str, str]] = field(default_factory=dict)
    skipped: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Place:
    """A column: its heading by rows ("over", "under"), and its field, "" for the running number."""

    over: str
    under: str
    field: str
    plain: str


COLUMNS: dict[str, tuple[Place, ...]] = {
    "employees": (
        Place("NO", "", "", "No."), Place("NAMA PEGAWAI", "", "name", "Nama"), Place("NIP", "", "nip", "NIP"),
        Place("PANGKAT", "GOL/RUANG", "grade", "Gol. Ruang"), Place("", "TMT", "grade_date", "TMT Pangkat"),
        Place("JABATAN", "NAMA", "post", "Jabatan"), Place("", "TMT", "post_date", "TMT Jabatan"),
    ),
    "trainings": (
        Place("No", "", "", "No."), Place("Nama", "", "person", "Nama Pegawai"), Place("NIP", "", "nip", "NIP"),
        Place("Pelatihan", "Nama", "name", "Nama Diklat"), Place("", "Penyelenggara", "organiser", "Penyelenggara"),
        Place("Tanggal", "Mulai", "start", "Tanggal Mulai"), Place("", "Selesai", "end", "Tanggal Selesai"),
        Place("Lama (JP)", "", "jp", "Jumlah JP"),
    ),
    "study-needs": (
        Place("NO", "", "", "No"), Place("JENJANG", "", "level", "Jenjang"),
        Place("PROGRAM STUDI", "", "programme", "Program Studi"),
        Place("KEBUTUHAN TAHUN", "2026", "heads_2026", "2026"), Place("", "2027", "heads_2027", "2027"),
        Place("SUMBER BIAYA", "", "funding", "Sumber Biaya"),
    ),
    "agencies": (
        Place("NO", "", "", "No"), Place("KODE", "", "code", "Kode Unit"), Place("UNIT", "NAMA", "name", "Nama Unit"),
        Place("", "INDUK", "parent", "Unit Induk"), Place("SINGKATAN", "", "short_name", "Singkatan"),
    ),
}  # fmt: skip


def nip(number: int) -> str:
    """A sound NIP; `number` from 1 to 900 tells people apart."""
    return f"198503122010012{number:03}"


def values(kind: str, number: int) -> dict[str, Cell]:
    """The cells of the `number`-th row of data by field."""
    if kind == "employees":
        return {"name": PEOPLE[number % len(PEOPLE)], "nip": nip(number), "grade": "III/c", "grade_date": "01-04-2020",
                "post": POSTS[number % 3], "post_date": "13-02-2021"}  # fmt: skip
    if kind == "trainings":
        return {"person": PEOPLE[number % len(PEOPLE)], "nip": nip(number), "name": COURSES[number % len(COURSES)],
                "organiser": "BPSDM", "start": "13-02-2025", "end": "15-02-2025", "jp": 20 + number}  # fmt: skip
    if kind == "study-needs":
        return {"level": LEVELS[number % 3], "programme": PROGRAMMES[number % len(PROGRAMMES)],
                "heads_2026": number % 3, "heads_2027": 1, "funding": "APBD"}  # fmt: skip
    return {"code": f"4.{number:02}", "name": f"{UNITS[number % 3]} {number}", "parent": "", "short_name": f"D{number}"}


def write(path: Path, grid: Sequence[Sequence[Cell]], merges: Sequence[Merge]) -> Path:
    """The sheet as a workbook, its merged areas merged."""
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Data")
        for first, left, last, right in merges:
            if (first, left) != (last, right):
                page.merge_range(first, left, last, right, "")
        for number, row in enumerate(grid):
            for place, cell in enumerate(row):
                if isinstance(cell, str) and cell:
                    page.write_string(number, place, cell)
                elif cell != "":
                    page.write_number(number, place, cell)
    return path
