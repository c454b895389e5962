"""What the places are called in which the data can live, and what each means."""

from __future__ import annotations

PLACES = {"portable": "portabel", "shared": "bersama", "own": "akun ini", "chosen": "dipilih sendiri"}
"""By `Place`."""

MEANING = {
    "portable": (
        "Data tersimpan di sebelah program dan ikut ke komputer mana pun. Tutup SmartPNS sebelum media dilepas."
    ),
    "shared": (
        "Data dipakai bersama oleh semua akun di komputer ini. "
        "Perubahan akun lain tampak sendiri; yang menyimpan bergiliran."
    ),
    "own": "Data hanya untuk akun Anda di komputer ini.",
    "chosen": "Folder ini dipilih saat SmartPNS dibuka (--data-dir).",
}
"""By `Place`."""

SYNCHRONISED = (
    "Folder ini disinkronkan oleh OneDrive. Data dapat rusak bila disalin selagi dipakai. "
    "Pindahkan foldernya ke luar OneDrive."
)
