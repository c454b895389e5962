"""What the user should know about a whole file or a whole undo: what comes into being, what is left alone."""

from __future__ import annotations

from smartpns_desktop.domain.problems import Notice
from smartpns_desktop.words.sentences import listed

SENTENCES = {
    "agencies.created": ("{count} perangkat daerah atau unit belum dikenal dan dicatat sebagai data baru{names}."),
    "positions.created": "{count} jabatan belum dikenal dan dicatat sebagai data baru{names}.",
    "programmes.created": "{count} program studi belum dikenal dan dicatat sebagai data baru{names}.",
    "employees.missing": ("{count} pegawai yang sudah terdata tidak ada dalam berkas ini dan tidak dihapus{names}."),
    "rows.hidden": "{count} baris tersembunyi ikut dibaca{names}. Pastikan baris itu memang hendak diimpor.",
    "columns.hidden": ("{count} kolom tersembunyi ikut dibaca{names}. Pastikan isinya memang hendak diimpor."),
    "columns.unknown": "{count} kolom tidak dikenal dan tidak dibaca{names}.",
    "cells.merged": (
        "{count} gabungan sel hanya dibaca dari sel pertamanya{names}. Pastikan judul dan datanya terbaca benar."
    ),
    "cells.error": "{count} sel berisi galat Excel, misalnya #N/A, dan dibaca sebagai sel kosong{names}.",
    "heads.missing": (
        "{count} baris tidak menyebut jumlah orang per tahun, karena kolom tahunnya tidak ditemukan{names}."
    ),
    "sheet.others": "{count} lembar lain dalam berkas ini tidak dibaca{names}.",
    "plan.questions": ("{count} pertanyaan belum dijawab{names}. Baris yang bersangkutan ditolak sampai dijawab."),
    "import.needs_yes": "{count} usulan menunggu persetujuan{names}. Tambahkan --yes untuk menyetujuinya.",
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
