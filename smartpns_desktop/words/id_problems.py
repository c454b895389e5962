"""Sentences about what is wrong with NIP, NIK and other numbers that stand for somebody."""

from __future__ import annotations

SENTENCES = {
    "nip.damaged": (
        "NIP {value} tidak utuh: Excel hanya menyimpan 15 angka pertama, jadi tiga angka terakhirnya hilang. "
        "Isi kembali NIP dari sumbernya dalam kolom berformat teks."
    ),
    "nip.rounded": ("Tiga angka terakhir NIP {value} mungkin hasil pembulatan Excel. Cocokkan dengan SK pegawai."),
    "nip.repaired": "NIP {value} tidak utuh dan diperbaiki. Cocokkan dengan SK pegawai.",
    "nip.not_18_digits": ("NIP {value} tidak sah: NIP terdiri atas 18 angka, tanpa huruf. Perbaiki sesuai SK pegawai."),
    "nip.impossible": "NIP {value} tidak mungkin benar. Cocokkan dengan SK pegawai, lalu perbaiki.",
    "nip.birth_date_differs": (
        "Tanggal lahir tidak sama dengan delapan angka pertama NIP. Periksa keduanya pada SK pegawai."
    ),
    "nip.sex_differs": "Jenis kelamin tidak sama dengan angka ke-15 NIP. Periksa keduanya pada SK pegawai.",
    "nip.start_differs": (
        "TMT CPNS atau PPPK tidak sama dengan waktu pengangkatan dalam NIP. Periksa keduanya pada SK pengangkatan."
    ),
    "nip.kind_differs": (
        "Status kepegawaian tidak sesuai dengan bentuk NIP. Pastikan apakah pegawai ini PNS atau PPPK."
    ),
    "nip.missing": "NIP belum diisi. Isi 18 angka NIP sesuai SK pegawai.",
    "nip.taken": "NIP {value} sudah dipakai pegawai lain. Buka data pegawai itu, atau perbaiki NIP-nya.",
    "nip.former": "NIP {value} adalah NIP lama pegawai yang datanya sudah digabungkan. Perbarui NIP dalam berkas ini.",
    "nik.damaged": (
        "NIK {value} tidak utuh: Excel hanya menyimpan 15 angka pertama, jadi angka terakhirnya hilang. "
        "Isi kembali NIK dari KTP dalam kolom berformat teks."
    ),
    "nik.twice": "NIK {value} sudah tertulis di baris lain dengan NIP yang lain. Periksa keduanya.",
    "nik.not_16_digits": ("NIK {value} tidak sah: NIK terdiri atas 16 angka, tanpa huruf. Perbaiki sesuai KTP."),
    "nik.impossible": "NIK {value} tidak mungkin benar. Cocokkan dengan KTP, lalu perbaiki.",
    "nik.birth_date_differs": ("Tanggal lahir dalam NIK tidak sama dengan tanggal lahir pegawai. Cocokkan dengan KTP."),
    "nik.sex_differs": ("Jenis kelamin menurut NIK tidak sama dengan jenis kelamin pegawai. Cocokkan dengan KTP."),
    "id.damaged": (
        "Nomor {value} tidak utuh: Excel hanya menyimpan 15 angka pertama. "
        "Isi kembali nomornya dari sumbernya dalam kolom berformat teks."
    ),
}
"""By code; `value` is what was typed in quotation marks."""
