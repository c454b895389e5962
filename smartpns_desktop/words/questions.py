"""What an import asks its clerk about a sheet, and what can be answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from smartpns_desktop.words.figures import show_date
from smartpns_desktop.words.labels import field_label
from smartpns_desktop.words.sentences import listed, quoted

SENTENCES = {
    "date.order": (
        "{rows} tanggal pada kolom {heading} dapat dibaca dengan dua cara, misalnya {first}. Mana yang benar?"
    ),
    "agency.unknown": "Perangkat daerah {first} belum dikenal ({rows} baris). Mana yang dimaksud?",
    "agency.ambiguous": "Nama {first} dipakai lebih dari satu unit ({rows} baris). Pilih unit yang dimaksud.",
    "post.unknown": "Jabatan {first} belum dikenal ({rows} baris). Mana yang dimaksud?",
    "programme.unknown": "Program studi {first} belum dikenal ({rows} baris). Mana yang dimaksud?",
    "sex.unknown": "Jenis kelamin {first} tidak dikenal ({rows} baris). Pilih yang dimaksud.",
    "religion.unknown": "Agama {first} tidak dikenal ({rows} baris). Pilih yang dimaksud.",
    "marital_status.unknown": "Status perkawinan {first} tidak dikenal ({rows} baris). Pilih yang dimaksud.",
    "standing.unknown": "Kedudukan hukum {first} tidak dikenal ({rows} baris). Pilih yang dimaksud.",
    "competency.unknown": "Kompetensi {first} belum dikenal ({rows} baris). Mana yang dimaksud?",
    "funding.unknown": "Sumber biaya {first} tidak dikenal ({rows} baris). Pilih sumbernya.",
    "whom.damaged": "NIP ini tidak utuh ({rows} baris): {first}. Pegawai inikah yang dimaksud?",
    "whom.unknown": "Pegawai ini belum pasti siapa ({rows} baris): {first}. Pilih yang dimaksud.",
    "whom.same": "Pegawai ini ber-NIP baru, tetapi tampaknya sudah terdata: {first}. Siapa yang dimaksud?",
    "form.unknown": "Bentuk pengembangan kompetensi {first} tidak dikenal ({rows} baris). Pilih bentuknya.",
    "grade.unknown": "Golongan {first} tidak dikenal ({rows} baris). Pilih golongannya.",
    "education.unknown": "Jenjang pendidikan {first} tidak dikenal ({rows} baris). Pilih jenjangnya.",
    "agencies.created": "{count} perangkat daerah atau unit belum dikenal dan akan dibuat: {names}.",
    "positions.created": "{count} jabatan belum dikenal dan akan dibuat: {names}.",
    "programmes.created": "{count} program studi belum dikenal dan akan dibuat: {names}.",
}
"""By code; `first` is the first spelling in quotation marks, `names` are all of them, `count` how many they are."""

CREATE = "Buat sebagai data baru"
LEAVE = "Biarkan kosong"
WHOM = "Pegawai yang dimaksud"
ANOTHER = "Orang lain; catat sebagai pegawai baru"
SAME_PERSON = "{label} (NIP-nya diganti, NIP lama disimpan)"
NOBODY = "Bukan; tolak barisnya"
ORDERS = {"dmy": "{day} (hari lebih dahulu)", "mdy": "{day} (bulan lebih dahulu)"}
"""How a date is read by each order."""


def say(code: str, heading: str, spellings: Sequence[str], rows: int) -> str:
    """An Indonesian sentence that asks. KeyError for a code without one."""
    first = quoted(spellings[0]) if spellings else ""
    return SENTENCES[code].format(
        rows=rows, heading=quoted(heading), first=first, names=listed(spellings), count=len(spellings)
    )


def group(kind: str, field: str) -> str:
    """What the questions about a field of a kind of data stand under."""
    return WHOM if field == "whom" else field_label(kind, field)


def show_order(order: str, day: date) -> str:
    """A day as one order of day and month reads it."""
    return ORDERS[order].format(day=show_date(day))
