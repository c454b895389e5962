"""Why something about posts and their standards cannot be carried out, and what the user can do about it."""

from __future__ import annotations

SENTENCES = {
    "position.in_use": (
        "Jabatan itu tidak dihapus karena masih dipakai. Pindahkan pemegangnya, atau gabungkan ke jabatan lain."
    ),
    "position.own_step": "Jalur karier tidak dapat menuju jabatan itu sendiri. Pilih jabatan berikutnya yang lain.",
    "position.unknown": "Jabatan itu tidak ditemukan. Pakai nama lengkapnya.",
    "position.ambiguous": "Beberapa jabatan bernama sama. Pilih jabatannya di layar Jabatan.",
    "position.none_held": "Pegawai itu tidak memegang jabatan pada tanggal tersebut. Pilih jabatan yang dibandingkan.",
    "competency.shipped": "Kompetensi itu dari peraturan dan tidak diubah di sini. Tambahkan kompetensi yang lain.",
    "position.same": "Jabatan itu tidak dapat digabungkan ke dirinya sendiri. Pilih jabatan yang lain.",
}
"""By code."""

FULLER = {
    "position.in_use": (
        "Jabatan {post} tidak dihapus karena masih dipakai: {people} pegawai memegang atau pernah memegangnya "
        "({names}), {needs} kebutuhan studi. Pindahkan pemegangnya, atau gabungkan ke jabatan lain."
    ),
    "competency.shipped": (
        "Kompetensi {name} dari peraturan dan tidak diubah di sini. Tambahkan kompetensi yang lain."
    ),
    "position.own_step": "Jalur karier {post} tidak dapat menuju dirinya sendiri. Pilih jabatan berikutnya yang lain.",
    "position.unknown": "Jabatan {post} tidak ditemukan. Pakai nama lengkapnya.",
    "position.ambiguous": "Ada {count} jabatan bernama {post}. Pilih jabatannya di layar Jabatan.",
}
"""By code, where the facts are known."""
