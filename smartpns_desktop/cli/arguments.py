"""The arguments that each command takes, with their help in Indonesian."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from smartpns_desktop.cli.values import count_of, day_of, equation_of, sort_of, year_of
from smartpns_desktop.domain.absences import Decision

_SHEETS = (
    "employees, grade-history, post-history, education-history, standing-history, performance-ratings, "
    "disciplinary-actions, certificates, competency-assessments, contracts, ip-asn, trainings, study-needs, agencies, "
    "atau positions"
)
"""Kinds of sheets, as the help names them."""
_AS_OF: dict[str, Any] = {
    "type": day_of,
    "metavar": "TANGGAL",
    "help": "keadaan pada tanggal itu (tahun-bulan-hari)",
}
_WHERE: dict[str, Any] = {
    "action": "append",
    "default": [],
    "type": equation_of,
    "metavar": "FIELD=NILAI",
    "help": "hanya yang nilainya sama",
}
_LIMIT: dict[str, Any] = {"type": count_of, "metavar": "N", "help": "paling banyak N baris"}
_DECISIONS = tuple(decision.value for decision in Decision)


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
    add("--as-of", **_AS_OF)
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
    add("--where", **_WHERE)
    add(
        "--sort", action="append", default=[], type=sort_of, metavar="FIELD", help="urutan; --sort=-FIELD dari terbesar"
    )
    add("--as-of", **_AS_OF)
    add("--limit", **_LIMIT)


def _add_due(commands: Any) -> None:
    add = commands.add_parser("due", help="menampilkan yang jatuh tempo: pensiun, kontrak, sertifikat, …").add_argument
    add("--until", type=day_of, metavar="TANGGAL", help="sampai tanggal itu (bila kosong: lima tahun ke depan)")
    add("--as-of", **_AS_OF)
    add("--where", **_WHERE)
    add("--limit", **_LIMIT)


def _add_absence(commands: Any) -> None:
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
    add("--as-of", **_AS_OF)


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
    add("--as-of", **_AS_OF)


def _add_care(commands: Any) -> None:
    commands.add_parser("check", help="memeriksa keutuhan berkas data dan jurnal (isi datanya: health)")
    add = commands.add_parser(
        "health", help="menilai isi data pegawai dengan 27 pemeriksaan (keutuhan: check)"
    ).add_argument
    add("--as-of", **_AS_OF)
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


ADD: tuple[Callable[[Any], None], ...] = (
    _add_import,
    _add_undo,
    _add_people,
    _add_attach,
    _add_search,
    _add_list,
    _add_due,
    _add_absence,
    _add_export,
    _add_template,
    _add_report,
    _add_care,
)
"""What adds the commands to the parser, in the order in which its help tells them."""
