"""Other hands' sheets: every row is right, or refused for the right reason; none is silently wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.cli.offices import AGENCIES, Cell, Layout, Person, csv_writer, people, said_in_full, write_xlsx
from tests.cli.program import Program, rejected_rows

Write = Callable[[Path, Sequence[Sequence[Cell]]], Path]
SIZES = (10, 3_000)
WRITERS: dict[str, Write] = {
    "xlsx": write_xlsx,
    "koma": csv_writer(",", "utf-8-sig"),
    "tab": csv_writer("\t", "cp1252"),
    "titik koma": csv_writer(";", "utf-16"),
}


def ranking_list(staff: Sequence[Person]) -> Layout:
    """A list by rank: titles, a heading of two rows, numbered columns, sections by agency, totals, a signature."""
    sheet = Layout()
    for text in ("PEMERINTAH KOTA CONTOH", "DAFTAR URUT KEPANGKATAN", "Keadaan 31 Desember 2025"):
        sheet.beside("title", text)
    sheet.beside("blank")
    sheet.beside("heading", "No.", "Nama Lengkap", "N I P", "Pangkat", "", "Jabatan", "Tgl. Lahir", "L/P", "Catatan")
    sheet.beside("heading", "", "", "", "Gol. Ruang", "TMT", "", "", "", "")
    sheet.beside("number", *(str(number) for number in range(1, 10)))
    agency = ""
    for number, it in enumerate(staff, start=1):
        if it.agency != agency:
            sheet.beside("section", agency := it.agency)
        sex = "L" if it.sex == "M" else "P"
        sheet.data(number, it.titled, it.spaced, it.grade, "01-04-2020", it.post, said_in_full(it.born), sex, "x")
        if number % 40 == 0:
            sheet.beside("total", "", "Jumlah halaman ini", "40")
    sheet.data(0, "Angka Rusak", float(staff[0].nip), "III/a", "", "", "", "L", "", fault="nip.damaged")
    sheet.data(0, staff[1].titled, staff[1].spaced, "III/a", "", "", "", "L", "", fault="row.duplicate")
    sheet.data(0, "Kurang Angka", "19700101 199503 1 02", "III/a", "", "", "", "L", "", fault="nip.not_18_digits")
    sheet.beside("total", "", "JUMLAH", str(len(staff)))
    sheet.foot(9)
    return sheet


def plain_list(staff: Sequence[Person]) -> Layout:
    """One heading in another order among columns of the office's own; printed again on each page."""
    headings = ["Absen", "Unit Kerja", "NAMA PEGAWAI", "Kelas", "NIP/NI PPPK", "Status Pegawai", "GOL",
                "Jabatan Sekarang", "TGL LAHIR", "Jenis Kelamin"]  # fmt: skip
    sheet = Layout()
    sheet.beside("heading", *headings)
    for number, it in enumerate(staff):
        if number and number % 30 == 0:
            sheet.beside("blank")
            sheet.beside("heading", *headings)
        sex = "Laki-laki" if it.sex == "M" else "Perempuan"
        sheet.data("h", it.agency, it.titled, "7", it.nip, it.kind, it.grade, it.post, f"{it.born:%d/%m/%Y}", sex)
    last = staff[-1]
    sheet.data("h", last.agency, "", "7", "197001011995031002", "PNS", "", "", "", "", fault="name.missing")
    sheet.data("h", last.agency, "Tanpa NIP", "7", "", "PNS", "", "", "", "", fault="nip.not_18_digits")
    sheet.data("h", last.agency, "Mustahil", "7", "197013011995031002", "PNS", "", "", "", "", fault="nip.impossible")
    sheet.data(
        "h", "", "Hari Salah", "7", "197001011995031009", "PNS", "", "", "31/02/1970", "", fault="date.unreadable"
    )
    return sheet


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("lay_out", "writer"),
    [
        (ranking_list, "xlsx"),
        (plain_list, "xlsx"),
        (plain_list, "koma"),
        (plain_list, "tab"),
        (plain_list, "titik koma"),
    ],
)
def test_employees(
    smartpns: Program, tmp_path: Path, lay_out: Callable[[Sequence[Person]], Layout], writer: str, size: int
) -> None:
    staff = people(size)
    sheet = lay_out(staff)
    check(smartpns, sheet, WRITERS[writer](tmp_path / "daftar.xlsx", sheet.rows), "employees")
    stored = {row["nip"]: row for row in smartpns.rows("employees")}
    assert stored.keys() == {it.nip for it in staff}
    for it in staff:
        row = stored[it.nip]
        assert (row["name"], row["back_title"] or "") == (it.name, it.back_title)
        assert (row["birth_date"], row["sex"], row["kind"]) == (it.born.isoformat(), it.sex, it.kind)
        assert (row["grade"], row["post"], row["agency"]) == (it.grade, it.post, it.agency)


def check(program: Program, sheet: Layout, path: Path, kind: str) -> None:
    """Import a sheet and compare every count and every rejected row with what it was made of."""
    answer = program("import", path, "--yes", "--good-rows-only", code=1 if sheet.rejected else 0)
    assert answer["kind"] == kind
    assert rejected_rows(answer) == sheet.rejected
    assert (answer["new"], answer["rejected"]) == (sheet.good, len(sheet.rejected))
    assert {reason: count for reason, count in answer["skipped"].items() if count} == sheet.skipped
    assert answer["rows"] + sum(answer["skipped"].values()) == len(sheet.rows)


def days(number: int) -> tuple[date, date]:
    """When a course begins and ends."""
    start = date(2025, 1, 1) + timedelta(days=number % 300)
    return start, start + timedelta(days=2)


def hours(number: int) -> float:
    """The hours that a course claims, half hours among them."""
    return 4.5 + number % 40


def recap(staff: Sequence[Person]) -> Layout:
    """A year's recap: dates under one heading, hours with their unit, sections, subtotals, a signature."""
    sheet = Layout()
    sheet.beside("title", "REKAPITULASI PENGEMBANGAN KOMPETENSI TAHUN 2025")
    sheet.beside("blank")
    sheet.beside(
        "heading", "No", "Pegawai", "", "Nama Diklat", "Penyelenggara", "Pelaksanaan", "Tanggal", "", "Jumlah JP"
    )
    sheet.beside("heading", "", "Nama", "NIP", "", "", "Tempat", "Mulai", "Selesai", "")
    sheet.beside("number", *(f"({number})" for number in range(1, 10)))
    agency = ""
    for number, it in enumerate(staff):
        if it.agency != agency:
            sheet.beside("section", agency := it.agency)
        start, end = days(number)
        spoken = f"{hours(number):.1f}".replace(".", ",") + " JP"
        sheet.data(number + 1, it.titled, it.spaced, f"Total Quality {number}", "LAN", "Aula", said_in_full(start), end,
                   spoken)  # fmt: skip
        if number % 50 == 49:
            sheet.beside("total", "", "Jumlah", "", "", "", "", "", "", 225)
    sheet.data(0, "Orang Lain", "19700101 199503 1 002", "Diklat", "LAN", "", "", "", "1 JP", fault="person.unknown")
    sheet.data(0, "Angka Rusak", float(staff[0].nip), "Diklat", "LAN", "", "", "", "1 JP", fault="nip.damaged")
    sheet.data(0, staff[0].titled, staff[0].spaced, "", "LAN", "", "", "", "1 JP", fault="value.missing")
    sheet.beside("total", "JUMLAH", "", "", "", "", "", "", "", 1_000)
    sheet.foot(9)
    return sheet


def course_history(staff: Sequence[Person]) -> Layout:
    """Field names for headings, in another order and with unknown ones, decimal commas."""
    sheet = Layout()
    sheet.beside("heading", "id", "nama_kursus", "jumlah_jam", "institusi_penyelenggara", "tanggal_kursus",
                 "tanggal_selesai_kursus", "lokasi", "nip_baru")  # fmt: skip
    for number, it in enumerate(staff):
        start, end = days(number)
        sheet.data(str(number), f"Total Quality {number}", hours(number), "LAN", f"{start:%d-%m-%Y}", f"{end:%d-%m-%Y}",
                   "Aula", it.nip)  # fmt: skip
    sheet.data(
        "x", "Total Quality 0", 1.5, "LAN", f"{days(0)[0]:%d-%m-%Y}", "", "", staff[0].nip, fault="row.duplicate"
    )
    sheet.data("x", "Diklat", 1.5, "LAN", "2025", "", "", staff[0].nip, fault="date.unreadable")
    return sheet


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("lay_out", "writer"),
    [(recap, "xlsx"), (course_history, "xlsx"), (course_history, "koma"), (course_history, "tab")],
)
def test_trainings(
    smartpns: Program, tmp_path: Path, lay_out: Callable[[Sequence[Person]], Layout], writer: str, size: int
) -> None:
    staff = people(size)
    roll = [["NIP", "Nama"], *([it.nip, it.name] for it in staff)]
    smartpns("import", write_xlsx(tmp_path / "pegawai.xlsx", roll))
    sheet = lay_out(staff)
    check(smartpns, sheet, WRITERS[writer](tmp_path / "diklat.xlsx", sheet.rows), "trainings")
    stored = {row["nip"]: row for row in smartpns.rows("trainings")}
    for number, it in enumerate(staff):
        start, end = days(number)
        row = stored[it.nip]
        assert (row["name"], row["jp"], row["organiser"]) == (f"Total Quality {number}", hours(number), "LAN")
        assert (row["start"], row["end"]) == (start.isoformat(), end.isoformat())


LEVELS = (("Magister (S2)", "S-2"), ("D-III", "Diploma III/Sarjana Muda"), ("S-1", "S-1/Sarjana"))
FUNDINGS = (("APBD", "APBD"), ("Beasiswa LPDP", "SPONSOR"), ("Biaya Sendiri", "MANDIRI"))


def need_cells(number: int) -> list[Cell]:
    """Programme, post, heads in 2026 and 2027, their sum, funding and amount of a line."""
    return [f"Program {number}", "Penata", float(number % 3), "2 orang", number % 3 + 2.0, FUNDINGS[number % 3][0],
            _rupiah(number)]  # fmt: skip


def _rupiah(number: int) -> str:
    """So many millions as offices write them: Rp 1.250.000.000,-."""
    return f"Rp {(number + 1) * 1_000_000:,}".replace(",", ".") + ",-"


def plan_form(numbers: Sequence[int]) -> Layout:
    """One agency's form: the agency and the years above, sections by level."""
    sheet = Layout()
    sheet.beside("title", "RENCANA KEBUTUHAN TUGAS BELAJAR TAHUN 2026 s.d. 2030")
    sheet.beside("title", "Nama OPD", "", ": Dinas Pendidikan")
    sheet.beside(
        "heading", "No", "Jurusan", "Jabatan yang Dituju", "Tahun", "", "Jumlah", "Sumber Dana", "Biaya APBD (Rp)"
    )
    sheet.beside("heading", "", "", "", "2026", "2027", "", "", "")
    for level, (spelled, _) in enumerate(LEVELS):
        sheet.beside("section", spelled)
        for number in numbers:
            if number % 3 == level:
                sheet.data(number, *need_cells(number))
        sheet.beside("total", "Sub Total", "", "", 1, 2, 3)
    sheet.beside("total", "JUMLAH", "", "", 3, 6, 9)
    return sheet


def plans_of_all(numbers: Sequence[int]) -> Layout:
    """Agencies as sections, levels as sections inside them."""
    sheet = Layout()
    sheet.beside("heading", "No", "Program Studi", "Jabatan Sasaran", "2026", "2027", "Jml", "Pembiayaan", "Biaya APBD")
    for agency in ("Dinas Pendidikan", "Dinas Kesehatan"):
        sheet.beside("section", agency)
        for level, (spelled, _) in enumerate(LEVELS):
            sheet.beside("section", spelled)
            for number in numbers:
                if number % 3 == level and number % 2 == (agency == "Dinas Kesehatan"):
                    sheet.data(number, *need_cells(number))
    return sheet


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lay_out", [plan_form, plans_of_all])
def test_study_needs(smartpns: Program, tmp_path: Path, lay_out: Callable[[Sequence[int]], Layout], size: int) -> None:
    sheet = lay_out(range(size))
    check(smartpns, sheet, write_xlsx(tmp_path / "usulan.xlsx", sheet.rows), "study-needs")
    stored = {row["programme"]: row for row in smartpns.rows("study-needs")}
    for number in range(size):
        row = stored[f"Program {number}"]
        assert row["level"] == LEVELS[number % 3][1]
        assert row["heads"] == {"2026": number % 3, "2027": 2}
        assert (row["funding"], row["amount_apbd"]) == (FUNDINGS[number % 3][1], (number + 1) * 1_000_000)
        assert row["agency"] == AGENCIES[number % 2 if lay_out is plans_of_all else 0]
        assert row["period"] == ("2026-2030" if lay_out is plan_form else "2026-2027")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("writer", ["xlsx", "tab"])
def test_agencies(smartpns: Program, tmp_path: Path, writer: str, size: int) -> None:
    sheet = Layout()
    sheet.beside("title", "DAFTAR PERANGKAT DAERAH DAN UNIT KERJA")
    sheet.beside("heading", "No", "Nama Unit", "Kode Unit", "Keterangan", "Diatasan ID")
    sheet.beside("number", "1", "2", "3", "4", "5")
    for number in range(size):
        name = f"Dinas {number // 5}" if number % 5 == 0 else "Sekretariat" if number % 5 == 1 else f"Seksi {number}"
        parent = "" if number % 5 == 0 else f"{number - number % 5:04}"
        sheet.data(str(number + 1), name, f"{number:04}", "-", parent)
    sheet.data("0", "", "9999", "-", "", fault="name.missing")
    sheet.data("0", "Dinas Ganda", "0000", "-", "", fault="row.duplicate")
    check(smartpns, sheet, WRITERS[writer](tmp_path / "unit.xlsx", sheet.rows), "agencies")
    stored = {row["code"]: row for row in smartpns.rows("agencies")}
    assert len(stored) == size
    for number in range(size):
        row = stored[f"{number:04}"]
        assert (row["parent_code"] or "") == ("" if number % 5 == 0 else f"{number - number % 5:04}")
        assert row["kind"] == ("agency" if number % 5 == 0 else "unit")
