"""What the user should know about a whole file or a whole undo: what comes into being, what is left alone."""

from __future__ import annotations

from smartpns_desktop.domain.problems import Notice
from smartpns_desktop.words.sentences import listed

SENTENCES = {
    "agencies.created": ("{count} perangkat daerah atau unit belum dikenal dan dicatat sebagai data baru{names}."),
    "positions.created": "{count} jabatan belum dikenal dan dicatat sebagai data baru{names}.",
    "positions.varied": "{count} jabatan bernama sama dicatat dengan jenis atau eselon yang lain{names}.",
    "programmes.created": "{count} program studi belum dikenal dan dicatat sebagai data baru{names}.",
    "agencies.read_as": "{count} ejaan perangkat daerah dibaca sebagai nama yang sudah dikenal{names}.",
    "positions.read_as": "{count} ejaan jabatan dibaca sebagai nama yang sudah dikenal{names}.",
    "programmes.read_as": "{count} ejaan program studi dibaca sebagai nama yang sudah dikenal{names}.",
    "spellings.taken": "{count} ejaan yang belum dikenal dibaca menurut usulan yang paling mirip{names}.",
    "employees.absent": (
        "{count} pegawai yang masih bertugas tidak ada dalam daftar lengkap ini dan perlu diputuskan{names}."
    ),
    "employees.missing": ("{count} pegawai yang sudah terdata tidak ada dalam berkas ini dan tidak dihapus{names}."),
    "nip.repaired": "{count} NIP yang tidak utuh diperbaiki{names}. Cocokkan dengan SK pegawai.",
    "rows.hidden": "{count} baris tersembunyi ikut dibaca{names}. Pastikan baris itu memang hendak diimpor.",
    "rows.unfilled": "{count} baris templat belum diisi dan dilewati{names}.",
    "columns.hidden": ("{count} kolom tersembunyi ikut dibaca{names}. Pastikan isinya memang hendak diimpor."),
    "columns.unknown": "{count} kolom tidak dikenal dan tidak dibaca{names}.",
    "columns.unkept": "{count} kolom dikenal, tetapi isinya tidak disimpan{names}.",
    "columns.unheaded": "{count} kolom tanpa judul berisi data dan tidak dibaca{names}.",
    "rows.left_out": "{count} baris tersembunyi dilewati atas pilihan Anda{names}.",
    "columns.left_out": "{count} kolom tersembunyi tidak dibaca atas pilihan Anda{names}.",
    "columns.proposed": "{count} judul kolom ditafsirkan menurut kemiripannya{names}. Periksa artinya.",
    "columns.noted": "{count} kolom yang tidak dikenal disimpan sebagai catatan{names}.",
    "records.two_lines": "{count} data menempati dua baris (NIP di bawah nama) dan dibaca sebagai satu{names}.",
    "tables.other": "{count} baris tabel lain di lembar yang sama tidak dibaca{names}.",
    "cells.merged": (
        "{count} gabungan sel hanya dibaca dari sel pertamanya{names}. Pastikan judul dan datanya terbaca benar."
    ),
    "dates.counted": (
        "{count} tanggal akhir dihitung dari tanggal mulai dan lamanya{names}. Cocokkan beberapa dengan dokumennya."
    ),
    "heads.missing": (
        "{count} baris tidak menyebut jumlah orang per tahun, karena kolom tahunnya tidak ditemukan{names}."
    ),
    "year.shared": "{count} baris tidak menyebut tahun; yang dipakai tahun pada judul atau nama berkas{names}.",
    "sheet.others": "{count} lembar lain dalam berkas ini tidak dibaca{names}.",
    "plan.questions": ("{count} pertanyaan belum dijawab{names}. Baris yang bersangkutan ditolak sampai dijawab."),
    "import.needs_yes": "{count} usulan menunggu persetujuan{names}. Tambahkan --yes untuk menyetujuinya.",
    "unmerge.edited": "{count} data tetap seperti sekarang karena sudah diubah sesudah penggabungan{names}.",
    "unmerge.deleted": "{count} data tidak kembali karena sudah dihapus sesudah penggabungan{names}.",
    "unmerge.added": "{count} data yang dicatat sesudah penggabungan tetap pada pegawai yang dipertahankan{names}.",
    "undo.kept_edited": "{count} data dipertahankan karena sudah diubah sesudahnya{names}.",
    "undo.kept_conflict": "{count} data dipertahankan karena nilainya kini dipakai data lain{names}.",
    "undo.kept_referred": "{count} data dipertahankan karena dipakai oleh data lain{names}.",
}
"""By code; `count` is how many, `names` a colon and the names in a row, or nothing where there are none."""

FACTS = frozenset({"count", "names"})
"""What a sentence may ask for."""


def say(notice: Notice) -> str:
    """Indonesian sentences. KeyError for a code without a sentence.

    The fact `count` counts; without it the names do.
    """
    count = notice.facts.get("count") or str(len(notice.names) or "Sejumlah")
    names = f": {listed(notice.names)}" if notice.names else ""
    return SENTENCES[notice.code].format(count=count, names=names)
