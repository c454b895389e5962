"""What is missing in a person's record, why it matters, and what mends it."""

from __future__ import annotations

MISSING_HISTORIES = {
    "grade": "Golongan belum ada. Tambahkan pangkat terakhir dengan TMT sesuai SK.",
    "standing": "Kedudukan hukum belum ada. Tambahkan, misalnya Aktif.",
}
"""By history without a row that holds today; posts and educations are asked for by the checks of `data_quality`."""

UNDATED = "TMT belum diketahui, jadi urutan riwayat tidak pasti. Isi sesuai SK."
TRAINING_UNDATED = "Tanggal pelatihan belum diisi, jadi JP-nya tidak masuk hitungan tahun mana pun."
TRAINING_UNVERIFIED = "Sertifikat belum diperiksa. Buka, cocokkan, lalu centang terverifikasi."
