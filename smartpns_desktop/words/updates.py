"""Why an update file is not taken or its setup installs nothing, and what the user can do about it."""

from __future__ import annotations

SENTENCES = {
    "update.not_ours": "Berkas {path} bukan berkas pembaruan SmartPNS. Pilih berkas yang berakhiran .smartpns-update.",
    "update.damaged": "Berkas {path} rusak atau tidak lengkap, jadi tidak dipakai. Salin ulang dari sumbernya.",
    "update.untrusted": (
        "Berkas {path} diubah orang atau bukan dari pembuat SmartPNS, jadi tidak dipakai. Minta berkas yang asli."
    ),
    "update.same": "Versi dalam berkas {path} sudah terpasang di komputer ini. Tidak ada yang perlu diperbarui.",
    "update.older": (
        "Berkas {path} berisi versi yang lebih lama daripada yang terpasang, jadi tidak dipakai. "
        "Minta berkas yang baru."
    ),
    "update.too_far": (
        "Berkas {path} tidak dapat langsung dipasang di atas versi yang ada. Pasang lebih dahulu versi di antaranya."
    ),
    "update.no_key": (
        "SmartPNS ini dibuat tanpa kunci pembaruan, jadi tidak menerima berkas pembaruan. "
        "Jalankan berkas pemasang versi yang baru."
    ),
    "update.not_installed": (
        "Pembaruan hanya dapat dipasang dari SmartPNS yang terpasang di Windows. Di sini berkasnya hanya diperiksa."
    ),
    "update.no_rights": (
        "SmartPNS di komputer ini dipasang oleh petugas TI untuk semua pengguna. "
        "Minta petugas TI memasang versi yang baru."
    ),
    "update.no_room": (
        "Ruang penyimpanan untuk cadangan dan pembaruan tidak cukup. Kosongkan sebagian ruang, lalu coba lagi."
    ),
    "update.not_started": (
        "Pemasang versi yang baru tidak dapat dijalankan, mungkin dicegah antivirus; program dan data tidak berubah. "
        "Hubungi petugas TI."
    ),
}
"""By code."""

FULLER = {
    "update.same": "SmartPNS {after} sudah terpasang di komputer ini. Tidak ada yang perlu diperbarui.",
    "update.older": (
        "Berkas {path} berisi versi {after}, lebih lama daripada {before} yang terpasang, jadi tidak dipakai. "
        "Minta berkas yang baru."
    ),
    "update.too_far": (
        "Berkas {path} berisi versi {after}, yang hanya dapat dipasang di atas versi {limit} atau sesudahnya. "
        "Pasang versi {limit} lebih dahulu."
    ),
    "update.no_room": (
        "Ruang kosong di {path} kurang dari {limit} yang diperlukan untuk cadangan dan pembaruan. "
        "Kosongkan sebagian ruang, lalu coba lagi."
    ),
    "update.not_started": (
        "Pemasang versi {after} tidak dapat dijalankan, mungkin dicegah antivirus; program dan data tidak berubah. "
        "Hubungi petugas TI."
    ),
}
"""By code, used where all facts are known."""

REASONS: dict[int | None, tuple[str, str]] = {
    None: ("pemasangannya tidak selesai", "Tutup SmartPNS di semua akun Windows, lalu coba lagi."),
    1: ("pemasangannya dihentikan", "Coba lagi kapan saja."),
    2: (
        "folder program tidak dapat ditulisi",
        "Periksa antivirus dan ruang disk, lalu coba lagi, atau hubungi petugas TI.",
    ),
    3: (
        "versi yang lebih baru sudah terpasang di komputer ini",
        "Buka SmartPNS dari menu Start, atau hubungi petugas TI.",
    ),
    4: (
        "SmartPNS masih terbuka, atau berkasnya sedang dipakai program lain",
        "Tutup SmartPNS di semua akun Windows, lalu coba lagi.",
    ),
    5: ("ruang disk tidak cukup", "Kosongkan sebagian isi disk, misalnya Recycle Bin, lalu coba lagi."),
    6: ("versi itu memerlukan Windows yang lebih baru", "Minta petugas TI memperbarui Windows."),
}
"""By exit code of the setup, `None` of one that was cut off: why nothing was installed, as the end of a sentence, and
what to do."""
