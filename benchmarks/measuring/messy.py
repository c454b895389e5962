"""The same people as `people.py` writes, in a sheet as an office would make it by hand."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from measuring.people import HEADINGS, profiles

_MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
_TITLES = ("PEMERINTAH KOTA CONTOH", "DAFTAR NOMINATIF PEGAWAI", "KEADAAN: DESEMBER 2025")
_PAGE = 500
"""People to a page: then a total, a gap and the heading once more."""
_DATES = [place for place, heading in enumerate(HEADINGS) if heading.startswith(("TANGGAL", "TMT"))]


def write_messy(path: Path, count: int) -> None:
    """Titles, number rows, headings on every page, totals, gaps, a signature; NIP with spaces, dates in words."""
    people = profiles(count)
    with Workbook(str(path), {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet("Nominatif")
        row = 0
        for title in _TITLES:
            sheet.write_string(row, 0, title)
            row += 1
        row += 1
        while page := list(islice(people, _PAGE)):
            row = _write_page(sheet, row, page)
        for line in ("Contoh, 31 Desember 2025", "Kepala Badan,", "", "NAMA KEPALA", "NIP. 197001011995031001"):
            sheet.write_string(row, len(HEADINGS) - 2, line)
            row += 1


def _write_page(sheet: Worksheet, row: int, page: list[list[str]]) -> int:
    """A page's heading, column numbers, people, total and gap; the row below it."""
    rows = [["NO.", *HEADINGS], [str(number) for number in range(1, len(HEADINGS) + 2)]]
    rows += [[str(number), *_by_hand(cells)] for number, cells in enumerate(page, start=1)]
    rows += [["JUMLAH", str(len(page))], []]
    for cells in rows:
        for place, cell in enumerate(cells):
            if cell:
                sheet.write_string(row, place, cell)
        row += 1
    return row


def _by_hand(cells: list[str]) -> list[str]:
    nip = cells[0]
    written = [f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}", *cells[1:]]
    for place in _DATES:
        day, month, year = written[place].split("-")
        written[place] = f"{int(day)} {_MONTHS[int(month) - 1]} {year}"
    return written
