"""Sentences about what is wrong with posts, their standards and quotas, and with competencies."""

from __future__ import annotations

SENTENCES = {
    "position.taken": "Jabatan {value} dengan jenis dan eselon itu sudah ada. Pakai yang ada, atau ubah namanya.",
    "position.version_taken": "Pada tanggal itu sudah ada versi standar. Ubah versi itu, atau pakai tanggal yang lain.",
    "position.item_unnamed": "Ada syarat tanpa nama. Isi namanya, atau hapus barisnya.",
    "quota.taken": (
        "Kebutuhan jabatan ini di unit itu pada tanggal tersebut sudah tercatat. Ubah yang ada, atau pakai tanggal "
        "yang lain."
    ),
    "competency.taken": "Kompetensi {value} sudah ada dalam daftar. Pakai yang ada, atau ubah namanya.",
}
"""By code; `value` is what was typed in quotation marks."""
