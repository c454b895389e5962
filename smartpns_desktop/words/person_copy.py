"""Titles and headings of the copy of a person's data."""

from __future__ import annotations

TITLE = "Salinan data pribadi"
LEGAL = "Salinan seluruh data pribadi yang tersimpan, sesuai UU 27/2022 tentang Pelindungan Data Pribadi Pasal 7."
SUMMARY = "Ringkasan"
SUMMARY_HEADINGS = ("Data", "Jumlah")
PERSON = "Nama dan NIP"
SOURCES = "Asal data"
SOURCE_HEADINGS = ("Nomor", "Waktu", "Oleh", "Cara", "Keterangan", "Berkas", "Baris")
TRAIL = "Jejak perubahan"
TRAIL_HEADINGS = ("Nomor", "Waktu", "Oleh", "Data", "Perbuatan", "Isian", "Sebelum", "Sesudah")


def mention(thing: str) -> str:
    """Rows about other people that name this person."""
    return f"Disebut dalam data orang lain: {thing.lower()}"
