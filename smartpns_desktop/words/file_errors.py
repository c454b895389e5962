"""Why a file cannot be taken, be it one to import or one to attach, and what the user can do about it."""

from __future__ import annotations

SENTENCES = {
    "file.missing": "Berkas {path} tidak ditemukan. Periksa nama berkas dan foldernya.",
    "file.empty": "Berkas {path} kosong. Minta pengirim mengirim ulang berkasnya.",
    "file.unreadable": "Berkas {path} tidak dapat dibaca. Salin berkas itu ke folder lain, lalu coba lagi.",
    "file.not_a_workbook": ("Berkas {path} bukan buku kerja. Pakai berkas .xlsx, .xlsb, .xls, .ods, atau .csv."),
    "file.truncated": ("Berkas {path} rusak atau terpotong. Salin atau unduh ulang berkas itu dari sumbernya."),
    "file.too_large": ("Berkas {path} terlalu besar. Bagi menjadi beberapa berkas, lalu impor satu per satu."),
    "file.encrypted": (
        "Berkas {path} dilindungi kata sandi. Berikan kata sandinya, atau simpan ulang tanpa kata sandi."
    ),
    "file.password_wrong": (
        "Kata sandi untuk berkas {path} tidak cocok. Periksa huruf besar dan kecilnya, lalu coba lagi."
    ),
    "record.taken": "Pegawai ini sudah punya {name} yang sama. Ubah yang sudah ada.",
    "attachment.too_large": (
        "Berkas {path} terlalu besar untuk dilampirkan. Perkecil, misalnya dengan memindai ulang, lalu coba lagi."
    ),
    "attachment.format": (
        "Jenis berkas {path} tidak dapat dilampirkan. "
        "Pakai PDF, foto (JPG, PNG), atau dokumen Word dan Excel tanpa makro dan tanpa kata sandi."
    ),
    "attachment.not_one": "Yang cocok harus tepat satu data. Tambahkan --where, misalnya nip=… dan TMT-nya.",
    "attachment.missing": "Berkas lampiran {path} tidak ada lagi di folder data. Pulihkan dari cadangan.",
    "attachment.altered": "Berkas lampiran {path} rusak atau diubah di luar program. Pulihkan dari cadangan.",
    "password.empty": "Berkas kata sandi {path} kosong. Tulis kata sandinya di baris pertama berkas itu.",
    "file.in_use": ("Berkas {path} sedang dipakai program lain. Tutup berkas itu, misalnya di Excel, lalu coba lagi."),
    "file.html_as_xls": (
        "Berkas {path} sebenarnya halaman web tanpa tabel, bukan buku kerja. "
        "Mungkin sesi unduhnya sudah berakhir; masuk kembali ke aplikasinya, lalu unduh ulang."
    ),
    "file.unsupported": "Jenis berkas {path} belum didukung. Simpan sebagai .xlsx, lalu coba lagi.",
    "sheet.missing": "Lembar {sheet} tidak ada dalam berkas ini. Periksa nama lembarnya.",
    "sheet.empty": "Lembar {sheet} tidak berisi data. Pilih lembar lain.",
    "heading.missing": (
        "Baris judul kolom pada lembar {sheet} tidak ditemukan. "
        "Pastikan ada baris judul, misalnya NIP dan Nama, di atas datanya."
    ),
    "kind.unknown": (
        "Jenis data pada lembar {sheet} tidak dapat dikenali. Sebutkan jenisnya, misalnya pegawai atau pelatihan."
    ),
    "kind.mismatch": (
        "Isi berkas ini tidak sesuai dengan jenis data yang dipilih. Pilih jenis data atau berkas yang sesuai."
    ),
    "columns.missing": ("Kolom wajib belum lengkap. Tambahkan kolom itu, atau pasangkan dengan kolom yang tersedia."),
    "columns.twice": "Dua kolom dipasangkan dengan isian yang sama. Lepaskan salah satunya.",
    "heading.empty": "Baris yang ditunjuk sebagai judul kolom itu kosong. Tunjuk baris lain.",
}
"""By code."""

FULLER = {
    "attachment.not_one": (
        "Yang cocok harus tepat satu data, sedangkan ini {count}. Tambahkan --where, misalnya nip=… dan TMT-nya."
    ),
    "attachment.too_large": (
        "Berkas {path} terlalu besar untuk dilampirkan; batasnya {limit}. "
        "Perkecil, misalnya dengan memindai ulang, lalu coba lagi."
    ),
}
"""By code, used where all facts are known."""
