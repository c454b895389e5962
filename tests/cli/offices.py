"""Sheets as other offices lay them out, and beside each what an importer must find in it."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import xlsxwriter

Cell = str | float | date | None
MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
AGENCIES = ("Dinas Pendidikan", "Dinas Kesehatan", "Badan Pengelolaan Keuangan dan Aset Daerah", "Kecamatan Utara")
POSTS = ("Analis Kebijakan Ahli Muda", "Pengadministrasi Perkantoran", "Kepala Bidang", "Arsiparis Terampil")
NAMES = ("Ahmad Fauzi", "Siti Aminah", "Ñandú Éa", "I Made Jumlah", "Total Siregar", "Dwi", "M. Nur'aini", "O'Brien")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody invented, with the fields that sheets tell."""

    nip: str
    name: str
    back_title: str
    born: date
    sex: str
    kind: str
    grade: str
    post: str
    agency: str

    @property
    def spaced(self) -> str:
        """The NIP in its groups, as letters print it."""
        return f"{self.nip[:8]} {self.nip[8:14]} {self.nip[14]} {self.nip[15:]}"

    @property
    def titled(self) -> str:
        """The name with its titles."""
        return f"{self.name}, {self.back_title}" if self.back_title else self.name


def people(count: int) -> list[Person]:
    """So many people, one in seven of them PPPK, in the order of their agencies."""
    return [_person(number, count) for number in range(count)]


def _person(number: int, count: int) -> Person:
    born = date(1970 + number % 25, 1 + number % 12, 1 + number % 28)
    pppk, sex = number % 7 == 3, "MF"[number % 2]
    month = "21" if pppk else f"{1 + number % 12:02}"
    nip = f"{born:%Y%m%d}{born.year + 21 + number % 9}{month}{number % 2 + 1}{number // 300 + 1:03}"
    return Person(
        nip, f"{NAMES[number % len(NAMES)]} {_letters(number)}", "S.E." if number % 3 == 0 else "", born, sex,
        "PPPK" if pppk else "PNS", "IX" if pppk else ("III/a", "III/d", "IV/b")[number % 3],
        POSTS[number % len(POSTS)], AGENCIES[number * len(AGENCIES) // count],
    )  # fmt: skip


def _letters(number: int) -> str:
    """A last name of its own for each number."""
    text = ""
    while True:
        number, rest = divmod(number, 20)
        text = "bcdfghjklmnprstvwyz"[rest % 19] + "aiueo"[rest % 5] + text
        if not number:
            return text.capitalize()


def said_in_full(day: date) -> str:
    """1 Januari 1970."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


@dataclass(slots=True)
class Layout:
    """Rows while they are laid out; what is no data is counted by its reason, what is faulty by its row."""

    rows: list[list[Cell]] = field(default_factory=list)
    skipped: dict[str, int] = field(default_factory=dict)
    rejected: dict[int, str] = field(default_factory=dict)
    good: int = 0

    def beside(self, reason: str, *cells: Cell) -> None:
        """A row that is no data."""
        self.rows.append([*cells])
        self.skipped[reason] = self.skipped.get(reason, 0) + 1

    def data(self, *cells: Cell, fault: str = "") -> None:
        """A row of data; `fault` is the code for which it must be rejected."""
        self.rows.append([*cells])
        if fault:
            self.rejected[len(self.rows)] = fault
        else:
            self.good += 1

    def foot(self, width: int) -> None:
        """A place, an office, a name and a number, as they stand below a signature."""
        blank = [""] * (width - 2)
        self.beside("blank")
        for text in ("Bontang, 2 Januari 2026", "Kepala Dinas,"):
            self.beside("signature", *blank, text)
        self.beside("blank")
        for text in ("H. Pejabat, S.H., M.Si.", "NIP. 19680101 199003 1 001"):
            self.beside("signature", *blank, text)


def write_xlsx(path: Path, rows: Sequence[Sequence[Cell]]) -> Path:
    """The rows as a workbook; dates become date cells."""
    with xlsxwriter.Workbook(path) as book:
        page, day = book.add_worksheet("Data"), book.add_format({"num_format": "dd/mm/yyyy"})
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                if isinstance(cell, date):
                    page.write_datetime(number, place, cell, day)
                elif isinstance(cell, str):
                    page.write_string(number, place, cell)
                elif cell is not None:
                    page.write_number(number, place, cell)
    return path


def csv_writer(separator: str, encoding: str) -> Callable[[Path, Sequence[Sequence[Cell]]], Path]:
    """Writes rows as text with that separator, in that encoding, numbers with a decimal comma."""

    def write(path: Path, rows: Sequence[Sequence[Cell]]) -> Path:
        target = path.with_suffix(".csv")
        with target.open("w", encoding=encoding, newline="") as file:
            writer = csv.writer(file, delimiter=separator)
            for row in rows:
                writer.writerow([str(cell).replace(".", ",") if isinstance(cell, float) else cell for cell in row])
        return target

    return write
