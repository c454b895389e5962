"""The commands' arguments, in Indonesian, and what an unusable call is told."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from smartpns_desktop import __version__
from smartpns_desktop.cli.values import count_of, day_of, equation_of, sort_of, year_of
from smartpns_desktop.cli.window import Window
from smartpns_desktop.domain.absences import Decision
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.data_places import default_data_dir

_SHEETS = (
    "employees, grade-history, post-history, education-history, standing-history, performance-ratings, "
    "disciplinary-actions, certificates, competency-assessments, contracts, ip-asn, trainings, study-needs, agencies, "
    "atau positions"
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
        """Parse one call; files without a command are for the window.

        Raises `CannotDo` (`argument.unusable`, `file.missing` for a file that is no longer where it was).
        """
        named = not self.commands.isdisjoint(arguments)
        files = [] if named else [it for it in arguments if Path(it).is_file()]
        for before, it in zip(("", *arguments), arguments, strict=False):
            free = not named and before != "--data-dir" and not it.startswith("-")
            if free and Path(it).suffix and not Path(it).exists():
                raise CannotDo("file.missing", path=Path(it).name)
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


_DESCRIPTION = "SmartPNS Desktop: pengembangan kompetensi ASN tanpa jaringan. Tanpa perintah, jendelanya dibuka."
_DECISIONS = tuple(decision.value for decision in Decision)


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
        _add_attach,
        _add_search,
        _add_list,
        _add_due,
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
    add("--full-list", action="store_true", help="ini daftar lengkap pegawai; yang tidak ada di dalamnya dicatat")
    add("--agency", metavar="KODE", help="daftar lengkap perangkat daerah ini saja (bersama --full-list)")
    add("--errors", type=Path, metavar="BERKAS", help="tulis baris yang ditolak beserta alasannya ke berkas .xlsx ini")


def _add_undo(commands: Any) -> None:
    for name, text in (("undo", "mengurungkan impor atau perubahan"), ("redo", "mengulangi yang diurungkan")):
        commands.add_parser(name, help=text).add_argument(
            "batch", type=count_of, metavar="NOMOR", help="nomor perubahan"
        )


def _add_people(commands: Any) -> None:
    pairs = commands.add_parser("duplicates", help="mencari pegawai yang mungkin tercatat dua kali")
    pairs.add_argument("--limit", type=count_of, metavar="N", help="paling banyak N pasangan")
    add = commands.add_parser("merge", help="menggabungkan dua data dari satu pegawai").add_argument
    add("keep", metavar="NIP_TETAP", help="NIP pegawai yang dipertahankan")
    add("other", metavar="NIP_LAIN", help="NIP pegawai yang digabungkan ke sana")
    add(
        "--take",
        action="append",
        default=[],
        type=equation_of,
        metavar="FIELD=keep|other",
        help="isian siapa yang dipakai (bila tidak disebut: yang dipertahankan, kecuali kosong)",
    )
    add("--dry-run", action="store_true", help="hanya memeriksa; tidak ada yang disimpan")
    add = commands.add_parser("gap", help="membandingkan seorang pegawai dengan syarat jabatannya").add_argument
    add("nip", metavar="NIP", help="NIP pegawai")
    add("--position", metavar="NAMA", help="jabatan lain, misalnya jabatan berikutnya")
    add("--as-of", type=day_of, metavar="TANGGAL", help="keadaan pada tanggal itu (tahun-bulan-hari)")
    parted = commands.add_parser("unmerge", help="memisahkan kembali pegawai yang digabungkan")
    parted.add_argument("batch", type=count_of, metavar="NOMOR", help="nomor perubahan")
    copied = commands.add_parser("person", help="salinan seluruh data yang tersimpan tentang satu pegawai")
    copied.add_argument("nip", metavar="NIP", help="NIP pegawai, juga yang lama")
    copied.add_argument("--out", type=Path, metavar="BERKAS", help="tulis ke berkas .xlsx atau .json ini")
    judged = commands.add_parser("different", help="mencatat bahwa dua NIP adalah dua orang yang berbeda")
    judged.add_argument("nips", nargs=2, metavar="NIP", help="NIP kedua pegawai")


def _add_attach(commands: Any) -> None:
    add = commands.add_parser("attach", help="melampirkan berkas bukti pada satu data").add_argument
    add("kind", metavar="JENIS", help="employees, grade-history, post-history, certificates, trainings, …")
    add("files_attached", type=Path, nargs="+", metavar="BERKAS", help="berkas PDF, foto, Word, atau Excel")
    add(
        "--where",
        action="append",
        required=True,
        type=equation_of,
        metavar="FIELD=NILAI",
        help="data yang dimaksud, misalnya nip=… dan grade_date=2024-10-01; harus tepat satu",
    )


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
        type=equation_of,
        metavar="FIELD=NILAI",
        help="hanya yang nilainya sama",
    )
    add(
        "--sort", action="append", default=[], type=sort_of, metavar="FIELD", help="urutan; --sort=-FIELD dari terbesar"
    )
    add("--as-of", type=day_of, metavar="TANGGAL", help="keadaan pada tanggal itu (tahun-bulan-hari)")
    add("--limit", type=count_of, metavar="N", help="paling banyak N baris")


def _add_due(commands: Any) -> None:
    add = commands.add_parser("due", help="menampilkan yang jatuh tempo: pensiun, kontrak, sertifikat, …").add_argument
    add("--until", type=day_of, metavar="TANGGAL", help="sampai tanggal itu (bila kosong: lima tahun ke depan)")
    add("--as-of", type=day_of, metavar="TANGGAL", help="keadaan pada tanggal itu (tahun-bulan-hari)")
    add(
        "--where", action="append", default=[], type=equation_of, metavar="FIELD=NILAI", help="hanya yang nilainya sama"
    )
    add("--limit", type=count_of, metavar="N", help="paling banyak N baris")
    add = commands.add_parser("absence", help="memutuskan pegawai yang tidak ada dalam daftar lengkap").add_argument
    add("nips", nargs="+", metavar="NIP", help="NIP pegawai yang diputuskan")
    add("--decision", required=True, choices=_DECISIONS, metavar="KEPUTUSAN", help=", ".join(_DECISIONS))
    add("--date", type=day_of, metavar="TANGGAL", help="mulai berlaku (wajib, kecuali stays)")
    add("--decree", metavar="NOMOR", help="nomor SK")
    add("--decree-date", type=day_of, metavar="TANGGAL", help="tanggal SK")
    add("--note", metavar="TEKS", help="catatan")


def _add_export(commands: Any) -> None:
    add = commands.add_parser("export", help="menulis data ke buku kerja Excel").add_argument
    add("kind", metavar="JENIS", help=f"{_SHEETS}; data-findings: pegawai yang datanya perlu diperbaiki")
    add("out", type=Path, metavar="BERKAS", help="berkas .xlsx yang ditulis")
    add("--agency", metavar="KODE", help="hanya perangkat daerah ini beserta unitnya")
    add("--year", type=year_of, metavar="TAHUN", help="hanya tahun ini")
    add("--since", type=count_of, metavar="NOMOR", help="hanya yang berubah sesudah perubahan bernomor ini")
    add("--as-of", type=day_of, metavar="TANGGAL", help="keadaan pada tanggal itu (tahun-bulan-hari)")


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
    add("--year", type=year_of, metavar="TAHUN", help="tahun laporan jp (bila kosong: tahun ini)")
    add("--as-of", type=day_of, metavar="TANGGAL", help="keadaan pada tanggal itu (tahun-bulan-hari)")


def _add_care(commands: Any) -> None:
    commands.add_parser("check", help="memeriksa keutuhan berkas data dan jurnal (isi datanya: health)")
    add = commands.add_parser(
        "health", help="menilai isi data pegawai dengan 27 pemeriksaan (keutuhan: check)"
    ).add_argument
    add("--as-of", type=day_of, metavar="TANGGAL", help="keadaan pada tanggal itu (tahun-bulan-hari)")
    add("--agency", metavar="KODE", help="hanya perangkat daerah ini beserta unitnya")
    add("--keep", action="store_true", help="simpan angkanya untuk melihat perkembangan")
    backup = commands.add_parser("backup", help="membuat cadangan yang sudah diperiksa")
    backup.add_argument(
        "out", type=Path, nargs="?", metavar="BERKAS", help="tempat cadangan (bila kosong: folder data)"
    )
    restore = commands.add_parser("restore", help="mengembalikan data dari cadangan")
    restore.add_argument("file", type=Path, metavar="BERKAS", help="berkas cadangan")
    update = commands.add_parser("update", help="memperbarui program dari berkas pembaruan, tanpa jaringan")
    update.add_argument("file", type=Path, metavar="BERKAS", help="berkas .smartpns-update, misalnya di USB")
    update.add_argument("--check", action="store_true", help="hanya memeriksa; tidak ada yang dipasang")
    demo = commands.add_parser("demo", help="mengisi data kosong dengan kota contoh")
    demo.add_argument("--employees", type=count_of, default=400, metavar="N", help="jumlah pegawai contoh")
    proof = commands.add_parser("self-test", help="membuktikan bahwa program terpasang dengan benar")
    proof.add_argument("--out", type=Path, metavar="BERKAS", help="tulis hasilnya juga ke berkas teks ini")
