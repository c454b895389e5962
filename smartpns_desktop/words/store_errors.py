"""Why the store, the window or a printer cannot be used, and what the user can do about it."""

from __future__ import annotations

from smartpns_desktop.words.starting import REPAIR

SENTENCES = {
    "store.locked": (
        "Data sedang dipakai oleh program SmartPNS yang lain. "
        "Tunggu sampai selesai atau tutup program itu, lalu coba lagi."
    ),
    "store.read_only": (
        "Data hanya dapat dibaca, tidak dapat diubah. Minta hak tulis atas foldernya, atau pindahkan datanya."
    ),
    "store.damaged": "Berkas data {path} rusak. Jangan dihapus; pulihkan data dari cadangan terakhir.",
    "store.newer": (
        "Data ini disimpan oleh SmartPNS versi yang lebih baru dan tidak diubah. "
        "Perbarui program ini, lalu buka kembali."
    ),
    "store.unreachable": (
        "Folder data tidak dapat dijangkau. Periksa apakah media atau jaringannya masih tersambung, lalu coba lagi."
    ),
    "store.missing": (
        "Di folder {path} belum ada data SmartPNS. Pilih folder data yang benar, "
        "atau buka SmartPNS sekali untuk membuatnya."
    ),
    "store.not_ours": "Berkas {path} bukan data SmartPNS dan tidak diubah. Pilih folder data yang lain.",
    "disk.full": ("Ruang penyimpanan penuh, jadi tidak ada yang disimpan. Kosongkan sebagian ruang, lalu coba lagi."),
    "folder.not_writable": (
        "Folder {path} tidak dapat ditulisi. Pilih folder lain, atau minta hak tulis atas folder itu."
    ),
    "backup.differs": (
        "Isi cadangan {path} tidak sama dengan datanya, jadi cadangan itu tidak dipakai. "
        "Buat cadangan lagi, sebaiknya di media lain."
    ),
    "restore.not_a_backup": (
        "Berkas {path} bukan cadangan SmartPNS yang utuh. Pilih cadangan lain; data yang ada tidak diubah."
    ),
    "demo.not_empty": (
        "Data contoh hanya dapat dibuat selagi data masih kosong. Pakai folder data yang lain untuk mencobanya."
    ),
    "window.no_display": (
        "Tidak ada layar untuk membuka jendela SmartPNS. "
        "Jalankan dari desktop, atau pakai baris perintah (lihat smartpns --help)."
    ),
    "window.no_library": (
        "Jendela SmartPNS tidak dapat dibuka karena pustaka tampilan sistem belum lengkap. "
        "Pasang pustaka itu, atau pakai baris perintah (lihat smartpns --help)."
    ),
    "window.broken_library": f"Berkas program {{path}} tidak dapat dimuat, jadi jendela tidak dapat dibuka. {REPAIR}",
    "printer.refused": (
        "Pencetak itu menolak; mungkin mati, tercabut, atau sudah dihapus dari komputer ini. "
        "Periksa pencetaknya, atau simpan sebagai PDF."
    ),
    "store.elsewhere": (
        "Data ini sedang dibuka di komputer lain ({names}), jadi tidak dibuka di sini. Tutup SmartPNS di sana dahulu; "
        "data hanya boleh dibuka dari satu komputer."
    ),
    "exchange.not_yet": (
        "Berkas {path} adalah berkas pertukaran SmartPNS, yang belum dapat dibaca oleh versi ini. "
        "Perbarui SmartPNS, atau minta pengirim mengekspor ke Excel."
    ),
}

FULLER = {
    "store.locked": (
        "Data sedang ditulisi oleh SmartPNS di akun {names}, jadi perubahan Anda belum disimpan. "
        "Tunggu sampai selesai, lalu simpan lagi."
    ),
    "store.read_only": (
        "Folder data {path} tidak dapat ditulisi. Minta hak tulis atas folder itu, atau pindahkan datanya."
    ),
    "window.no_library": (
        "Jendela SmartPNS tidak dapat dibuka karena {names} belum terpasang. "
        "Pasang pustaka itu, atau pakai baris perintah (lihat smartpns --help)."
    ),
}
