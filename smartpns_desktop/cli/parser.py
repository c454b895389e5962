"""The commands' arguments, in Indonesian, and what an unusable call is told."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from smartpns_desktop import __version__
from smartpns_desktop.app import default_data_dir
from smartpns_desktop.cli.window import Window
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.lists import Sort

_SHEETS = (
    "employees, grade-history, post-history, education-history, standing-history, performance-ratings, "
    "disciplinary-actions, ip-asn, trainings, study-needs, agencies, atau positions"
)
"""Kinds of sheets, as the help names them."""


class Call(argparse.Namespace):
    """One parsed call; every command finds its own arguments besides these."""

    command: str | None
    data_dir: Path
    json: bool
    window: Window | None
    files: list[str]


class _Formatter(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "Pemakaian: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks Indonesian and raises instead of ending the program."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(add_help=False, formatter_class=_Formatter, allow_abbrev=False, **settings)
        self._positionals.title, self._optionals.title = "Argumen", "Pilihan"
        self.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")
        self.commands: frozenset[str] = frozenset()

    def error(self, message: str) -> NoReturn:
        raise CannotDo("argument.unusable", detail=_translated(message))

    def read(self, arguments: Sequence[str]) -> Call:
        """Parse one call; files without a command are for the window. Raises `CannotDo("argument.unusable")`."""
        named = not self.commands.isdisjoint(arguments)
        files = [] if named else [it for it in arguments if Path(it).is_file()]
        call = self.parse_args([it for it in arguments if it not in files], Call())
        call.files = files
        return call


_PHRASES = (
    ("unrecognized arguments:", "argumen tidak dikenal:"),
    ("the following arguments are required:", "argumen ini wajib diisi:"),
    ("invalid choice:", "pilihan tidak dikenal:"),
    ("choose from", "pilih salah satu dari"),
    ("expected one argument", "perlu satu nilai"),
    ("invalid count value:", "bukan bilangan bulat dari 0:"),
    ("invalid year value:", "bukan tahun (contoh: 2026):"),
    ("invalid date value:", "bukan tanggal (contoh: 2026-03-12):"),
    ("invalid equation value:", "bukan pasangan FIELD=NILAI:"),
    ("argument ", "argumen "),
)


def _translated(message: str) -> str:
    for english, indonesian in _PHRASES:
        message = message.replace(english, indonesian)
    return message


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _equation(text: str) -> tuple[str, str]:
    field, sign, value = text.partition("=")
    if not sign or not field.strip():
        raise ValueError(text)
    return field.strip().lower(), value.strip()


def _sort(text: str) -> Sort:
    return Sort(text.removeprefix("-").strip().lower(), text.startswith("-"))


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= _DIGITS):
        raise ValueError(text)
    return int(text)


def _year(text: str) -> int:
    if _count(text) not in _YEARS:
        raise ValueError(text)
    return int(text)


_DESCRIPTION = "SmartPNS Desktop: pengembangan kompetensi ASN tanpa jaringan. Tanpa perintah, jendelanya dibuka."
_DIGITS = 9
_YEARS = range(1900, 2101)
_day.__name__, _equation.__name__, _count.__name__, _year.__name__ = "date", "equation", "count", "year"


def make_parser() -> Parser:
    """The whole command line."""
    parser = Parser(prog="smartpns", description=_DESCRIPTION)
    parser.add_argument("--version", action="version", version=f"SmartPNS {__version__}", help="tampilkan versi")
    parser.add_argument("--data-dir", type=Path, default=default_data_dir(), metavar="FOLDER", help="folder data")
    parser.add_argument("--json", action="store_true", help="satu objek JSON di keluaran baku, tanpa teks lain")
    commands = parser.add_subparsers(dest="command", metavar="PERINTAH", title="Perintah")
    for add in (
        _add_import,
        _add_undo,
        _add_people,
        _add_search,
        _add_list,
        _add_export,
        _add_template,
        _add_report,
        _add_care,
    ):
        add(commands)
    parser.commands = frozenset(commands.choices)
    return parser


def _add_import(commands: Any) -> None:
    add = commands.add_parser("import", help="membaca berkas Excel atau CSV ke dalam data").add_argument
    add("file", type=Path, metavar="BERKAS", help="berkas .xlsx, .xlsb, .xls, .ods, .html, atau .csv")
    add(
        "--kind",
        metavar="JENIS",
        help=f"{_SHEETS} (biasanya dikenali sendiri)",
    )
    add("--sheet", metavar="NAMA", help="nama lembar (biasanya dikenali sendiri)")
    add("--sender", default="", metavar="NAMA", help="pengirim berkas")
    add("--password-file", type=Path, metavar="BERKAS", help="kata sandi buku kerja, di baris pertama berkas ini")
    add("--dry-run", action="store_true", help="hanya memeriksa; tidak ada yang disimpan")
    add(
        "--yes",
        action="store_true",
        help="pakai usulan ejaan yang pasti; setuju membuat perangkat daerah, jabatan, dan prodi baru",
    )
    add(
        "--good-rows-only",
        action="store_true",
        help="simpan baris yang benar walaupun ada baris yang ditolak",
    )
    add(
        "--repair-ids",
        action="store_true",
        help="perbaiki NIP yang rusak bila hanya satu pegawai yang cocok dengan 15 angka pertama dan namanya",
    )
    add("--leave-hidden-rows", action="store_true", help="lewati baris yang tersembunyi atau tersaring")
    add("--leave-hidden-columns", action="store_true", help="lewati kolom yang tersembunyi")
    add("--keep-unknown", action="store_true", help="simpan kolom yang tidak dikenal sebagai catatan")
    add("--errors", type=Path, metavar="BERKAS", help="tulis baris yang ditolak beserta alasannya ke berkas .xlsx ini")


def _add_undo(commands: Any) -> None:
    for name, text in (("undo", "mengurungkan impor atau perubahan"), ("redo", "mengulangi yang diurungkan")):
        commands.add_parser(name, help=text).add_argument("batch", type=_count, metavar="NOMOR", help="nomor perubahan")


def _add_people(commands: Any) -> None:
    pairs = commands.add_parser("duplicates", help="mencari pegawai yang mungkin tercatat dua kali")
    pairs.add_argument("--limit", type=_count, metavar="N", help="paling banyak N pasangan")
    add = commands.add_parser("merge", help="menggabungkan dua data dari satu pegawai").add_argument
    add("keep", metavar="NIP_TETAP", help="NIP pegawai yang dipertahankan")
    add("other", metavar="NIP_LAIN", help="NIP pegawai yang digabungkan ke sana")
    add(
        "--take",
        action="append",
        default=[],
        type=_equation,
        metavar="FIELD=keep|other",
        help="isian siapa yang dipakai (bila tidak disebut: yang dipertahankan, kecuali kosong)",
    )
    add("--dry-run", action="store_true", help="hanya memeriksa; tidak ada yang disimpan")
    parted = commands.add_parser("unmerge", help="memisahkan kembali pegawai yang digabungkan")
    parted.add_argument("batch", type=_count, metavar="NOMOR", help="nomor perubahan")
    judged = commands.add_parser("different", help="mencatat bahwa dua NIP adalah dua orang yang berbeda")
    judged.add_argument("nips", nargs=2, metavar="NIP", help="NIP kedua pegawai")


def _add_search(commands: Any) -> None:
    command = commands.add_parser("search", help="mencari di semua jenis data")
    command.add_argument("text", metavar="TEKS", help="potongan nama, NIP, pelatihan, atau sertifikat")


def _add_list(commands: Any) -> None:
    add = commands.add_parser("list", help="menampilkan data").add_argument
    add(
        "kind",
        metavar="JENIS",
        help="employees, agencies, positions, study-needs, trainings, batches, changes, …",
    )
    add("--search", default="", metavar="TEKS", help="hanya yang memuat semua kata ini")
    add(
        "--where",
        action="append",
        default=[],
        type=_equation,
        metavar="FIELD=NILAI",
        help="hanya yang nilainya sama",
    )
    add("--sort", action="append", default=[], type=_sort, metavar="FIELD", help="urutan; --sort=-FIELD dari terbesar")
    add("--as-of", type=_day, metavar="TANGGAL", help="keadaan pada tanggal itu (tahun-bulan-hari)")
    add("--limit", type=_count, metavar="N", help="paling banyak N baris")


def _add_export(commands: Any) -> None:
    add = commands.add_parser("export", help="menulis data ke buku kerja Excel").add_argument
    add("kind", metavar="JENIS", help=_SHEETS)
    add("out", type=Path, metavar="BERKAS", help="berkas .xlsx yang ditulis")
    add("--agency", metavar="KODE", help="hanya perangkat daerah ini beserta unitnya")
    add("--year", type=_year, metavar="TAHUN", help="hanya tahun ini")
    add("--since", type=_count, metavar="NOMOR", help="hanya yang berubah sesudah perubahan bernomor ini")


def _add_template(commands: Any) -> None:
    add = commands.add_parser("template", help="membuat templat Excel kosong dengan daftar pilihan").add_argument
    add("kind", metavar="JENIS", help=_SHEETS)
    add("out", type=Path, metavar="BERKAS", help="berkas .xlsx yang ditulis")
    add("--agency", metavar="KODE", help="perangkat daerah yang akan mengisinya; yang sudah tercatat diisikan")


def _add_report(commands: Any) -> None:
    add = commands.add_parser("report", help="membuat laporan").add_argument
    add(
        "name",
        metavar="NAMA",
        help="employees (pegawai per perangkat daerah) atau jp (JP per perangkat daerah)",
    )
    add("out", type=Path, metavar="BERKAS", help="berkas .xlsx yang ditulis")
    add("--year", type=_year, metavar="TAHUN", help="tahun laporan jp (bila kosong: tahun ini)")


def _add_care(commands: Any) -> None:
    commands.add_parser("check", help="memeriksa keutuhan data dan jurnal")
    backup = commands.add_parser("backup", help="membuat cadangan yang sudah diperiksa")
    backup.add_argument(
        "out", type=Path, nargs="?", metavar="BERKAS", help="tempat cadangan (bila kosong: folder data)"
    )
    restore = commands.add_parser("restore", help="mengembalikan data dari cadangan")
    restore.add_argument("file", type=Path, metavar="BERKAS", help="berkas cadangan")
    demo = commands.add_parser("demo", help="mengisi data kosong dengan kota contoh")
    demo.add_argument("--employees", type=_count, default=400, metavar="N", help="jumlah pegawai contoh")
    proof = commands.add_parser("self-test", help="membuktikan bahwa program terpasang dengan benar")
    proof.add_argument("--out", type=Path, metavar="BERKAS", help="tulis hasilnya juga ke berkas teks ini")
