"""What is missing in a person's record, why it matters, and what mends it."""

from __future__ import annotations

MISSING_FIELDS = {
    "nik": "NIK dipakai mencocokkan data dengan Dukcapil dan SIASN. Isi sesuai KTP.",
    "birth_date": "Tanggal lahir menentukan batas usia pensiun. Isi sesuai SK pengangkatan.",
    "sex": "Jenis kelamin diminta SIASN. Isi sesuai KTP.",
    "phone": "Nomor HP diminta SIASN untuk menghubungi pegawai.",
    "email": "Surel pribadi diminta SIASN untuk menghubungi pegawai.",
    "cpns_date": "TMT ini awal masa kerja. Isi sesuai SK pengangkatan.",
    "pns_date": "TMT PNS diminta SIASN bagi yang sudah diangkat. Isi sesuai SK PNS.",
    "back_title": "Pendidikannya diploma ke atas, tetapi gelarnya belum diisi.",
}
"""By field of the record."""

MISSING_HISTORIES = {
    "grade": "Golongan belum ada. Tambahkan pangkat terakhir dengan TMT sesuai SK.",
    "post": "Jabatan dan unit kerja belum ada. Tambahkan jabatan yang sekarang dengan TMT sesuai SK.",
    "education": "Pendidikan belum ada. Tambahkan ijazah terakhir.",
    "standing": "Kedudukan hukum belum ada. Tambahkan, misalnya Aktif.",
}
"""By history without a row that holds today."""

UNDATED = "TMT belum diketahui, jadi urutan riwayat tidak pasti. Isi sesuai SK."
TRAINING_UNDATED = "Tanggal pelatihan belum diisi, jadi JP-nya tidak masuk hitungan tahun mana pun."
TRAINING_UNVERIFIED = "Sertifikat belum diperiksa. Buka, cocokkan, lalu centang terverifikasi."
