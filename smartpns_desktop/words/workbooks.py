"""What our own workbooks say to those who fill or read them: templates, reports, units of size limits."""

from __future__ import annotations

LIMITS = {
    "file": "{number} MB",
    "content": "{number} MB setelah dibuka",
    "parts": "{number} bagian",
    "rows": "{number} baris",
    "cells": "{number} sel",
    "characters": "{number} karakter dalam satu sel",
}
"""How a size limit is said, by what it measures."""

GUIDE_SHEET = "Petunjuk"
CODES_SHEET = "Kode"
"""Names of the sheets beside the one to be filled in."""

GUIDE_TITLE = "Petunjuk pengisian: {title}"
GUIDE_AGENCY = "Perangkat daerah: {agency}"
GUIDE_NOTES = (
    "Isi data di bawah judul kolom lembar “{title}”. Kolom boleh dipindahkan, ditambah, atau dibiarkan kosong.",
    "Kolom berwarna wajib diisi. Baris yang kosong dilewati. NIP dan NIK ditulis sebagai teks, lengkap.",
    "Contoh pengisian ada di kolom “Contoh” di bawah ini, tidak perlu disalin.",
)
GUIDE_DATE = "Dibuat {date}."
GUIDE_KNOWN = "Data yang sudah tercatat telah diisikan: perbaiki yang keliru, tambahkan yang belum ada."
GUIDE_BEGUN = "Baris yang sudah dimulai tinggal dilengkapi; yang tidak dilengkapi dilewati."
GUIDE_OWNED = "Baris tanpa perangkat daerah dicatat pada {agency}."
GUIDE_HEADINGS = ("Kolom", "Wajib", "Cara mengisi", "Contoh")
REQUIRED = "ya"
OPTIONAL = "tidak"
REQUIRED_NOTE = "Wajib diisi."
CHOOSE = "Pilih dari daftar."
REMARK_HELP = "Penjelasan bagi Anda; tidak dibaca saat berkas ini kembali."
MENDING = "YANG PERLU DIPERBAIKI"
"""Heading of the column that says what is to be mended in a row."""
HOW_TO_FILL = {
    "text": "Teks.",
    "lines": "Teks; tiap butir dipisah titik koma atau baris baru.",
    "id": "Angka sebagai teks, tanpa spasi.",
    "date": "Tanggal: hari-bulan-tahun, misalnya 25-04-1985.",
    "number": "Angka; desimal dengan koma.",
    "score": "Angka; desimal dengan koma.",
    "integer": "Bilangan bulat.",
    "year": "Tahun, empat angka.",
    "money": "Rupiah, tanpa “Rp” dan tanpa desimal.",
    "year_count": "Jumlah orang pada tahun itu.",
}
"""How to fill a column whose table gives no sentence of its own, by the kind of its cells."""

NOT_LISTED_TITLE = "Tidak ada dalam daftar"
NOT_LISTED = "Nilai ini tidak ada dalam daftar kode. Tetap pakai?"

PRINTED = "Dicetak {date}"
PAGE = "Halaman {page} dari {pages}"
REPORT_SHEET = "Laporan"
"""Name of a report's sheet where its title gives none."""
