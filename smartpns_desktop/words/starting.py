"""What a user is told before anything else of the program has loaded; nothing is imported here."""

OLD_WINDOWS = (
    "SmartPNS memerlukan Windows 10 versi 1809 atau yang lebih baru, jadi tidak dapat dibuka di komputer ini. "
    "Pasang pembaruan Windows, atau pakai komputer lain; data tidak diubah."
)
MISSING_FILE = "Berkas program {path} tidak ada, jadi SmartPNS tidak dapat dibuka."
ALTERED_FILE = "Berkas program {path} rusak atau tidak lengkap, jadi SmartPNS tidak dapat dibuka."
FURTHER_FILES = "Selain itu {count} berkas lain."
REPAIR = (
    "Jalankan lagi pemasang SmartPNS; data tetap ada. "
    "Bila berkas itu hilang lagi, minta petugas TI mengeluarkannya dari karantina antivirus."
)
