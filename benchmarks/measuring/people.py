"""Made-up people in any number: the cells of a SIASN profile, and rows of the store."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from xlsxwriter import Workbook

HEADINGS = (
    "NIP BARU", "NAMA", "GELAR DEPAN", "GELAR BELAKANG", "TEMPAT LAHIR NAMA", "TANGGAL LAHIR", "JENIS KELAMIN", "NIK",
    "NOMOR HP", "EMAIL", "STATUS CPNS PNS", "TMT CPNS", "GOL AKHIR NAMA", "TMT GOLONGAN", "JENIS JABATAN NAMA",
    "JABATAN NAMA", "TMT JABATAN", "TINGKAT PENDIDIKAN NAMA", "PENDIDIKAN NAMA", "UNOR NAMA",
)  # fmt: skip
"""Twenty columns of a SIASN profile."""

_GIVEN = "AGUS BUDI CITRA DEWI EKA FITRI GALIH HADI INDAH JOKO KARTIKA LESTARI MAYA NUR PUTRI RINA SITI TONO".split()
_FAMILY = "HIDAYAT KUSUMA LAKSONO MANALU NASUTION PERMADI RAHMAN SAPUTRA SIREGAR TANJUNG WIBOWO YULIANI".split()
_PLACES = "BALIKPAPAN;BANDUNG;BONTANG;MAKASSAR;MEDAN;SAMARINDA;SEMARANG;SURABAYA".split(";")
_GRADES = "II/c;II/d;III/a;III/b;III/c;III/d;IV/a;IV/b".split(";")
_POSTS = (
    ("Fungsional Tertentu", "Guru Ahli Pertama", "S-1/Sarjana", "S-1 PENDIDIKAN MATEMATIKA", "S.Pd."),
    ("Fungsional Tertentu", "Perawat Terampil", "Diploma III/Sarjana Muda", "D-III KEPERAWATAN", "A.Md.Kep."),
    ("Fungsional Tertentu", "Analis Kebijakan Ahli Muda", "S-2", "S-2 ADMINISTRASI PUBLIK", "S.Sos., M.A.P."),
    ("Fungsional Umum", "Pengadministrasi Perkantoran", "SLTA", "SMA IPA", ""),
    ("Fungsional Umum", "Penelaah Teknis Kebijakan", "S-1/Sarjana", "S-1 HUKUM", "S.H."),
)
_AGENCIES = [f"DINAS CONTOH {number:03}" for number in range(1, 201)]


def profiles(count: int, seed: int = 1) -> Iterator[list[str]]:
    """Rows of a SIASN profile under `HEADINGS`, no two with one NIP; dates are dd-mm-yyyy."""
    random = Random(seed)
    for number in range(count):
        born = date(1968, 1, 1) + timedelta(days=number * 7919 % 12_000)
        began = date(born.year + 18 + number % 6, 1 + number % 12, 1)
        since = max(2015, began.year + 1)
        woman, serial = number % 2, number // 12_000 + 1
        kind, post, level, programme, title = random.choice(_POSTS)
        nip = f"{born:%Y%m%d}{began:%Y%m}{1 + woman}{serial:03}"
        nik = f"997101{born.day + 40 * woman:02}{born:%m%y}{number % 9999 + 1:04}"
        name = f"{random.choice(_GIVEN)} {random.choice(_GIVEN)} {random.choice(_FAMILY)}"
        yield [
            nip, name, "dr." if number % 50 == 0 else "", title, random.choice(_PLACES), f"{born:%d-%m-%Y}",
            "F" if woman else "M", nik, f"0840{number:08}", f"pegawai{number}@surel.example", "P", f"{began:%d-%m-%Y}",
            random.choice(_GRADES), f"01-04-{random.randrange(since, 2026)}", kind, post,
            f"01-{random.randrange(1, 13):02}-{random.randrange(since, 2026)}", level, programme,
            random.choice(_AGENCIES),
        ]  # fmt: skip


def write_profiles(path: Path, count: int) -> None:
    """A workbook of so many profiles."""
    with Workbook(str(path), {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet("Data")
        sheet.write_row(0, 0, HEADINGS)
        for number, row in enumerate(profiles(count), start=1):
            for place, cell in enumerate(row):
                if cell:
                    sheet.write_string(number, place, cell)
