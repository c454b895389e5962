"""Pages and acts of the window by name, with the words by which somebody looks for them."""

from __future__ import annotations

from typing import NamedTuple


class Command(NamedTuple):
    """A page of the window, or an act on one; `words` are other words for it."""

    name: str
    page: str
    act: str = ""
    words: tuple[str, ...] = ()


COMMANDS = (
    Command("Beranda", "home", words=("halaman utama", "dasbor", "dashboard", "tugas hari ini")),
    Command("Komposisi pegawai", "home", "composition", ("grafik", "statistik", "jumlah pegawai")),
    Command("Cakupan JP", "home", "coverage", ("capaian JP", "20 JP")),
    Command("Pegawai", "employees", words=("daftar pegawai", "ASN", "PNS", "PPPK")),
    Command("Pegawai baru", "employees", "new", ("tambah pegawai", "catat pegawai")),
    Command("Data ganda", "employees", "duplicates", ("duplikat", "gabung pegawai")),
    Command("Jatuh tempo", "employees", "due", ("pensiun", "BUP", "kontrak berakhir", "sertifikat habis", "pengingat")),
    Command("Tidak ada dalam daftar", "employees", "absent", ("pegawai hilang", "tidak dilaporkan")),
    Command("Perangkat Daerah", "agencies", words=("OPD", "unit kerja", "organisasi", "SOTK")),
    Command("Perangkat daerah baru", "agencies", "new", ("tambah OPD", "unit kerja baru")),
    Command("Kepatuhan perangkat daerah", "agencies", "compliance", ("pengajuan", "target", "komitmen")),
    Command("Jabatan", "positions", words=("formasi", "standar jabatan", "peta jabatan", "anjab")),
    Command("Jabatan baru", "positions", "new", ("tambah jabatan",)),
    Command("Kebutuhan jabatan", "positions", "quotas", ("kuota", "ABK", "bezetting", "jumlah yang dibutuhkan")),
    Command("Daftar kompetensi", "positions", "competencies", ("kamus kompetensi", "manajerial", "sosial kultural")),
    Command("Kesenjangan kompetensi", "positions", "gaps", ("gap", "syarat jabatan belum terpenuhi")),
    Command("Kesehatan Data", "data-health", words=("mutu data", "kualitas data", "kelengkapan", "27 pemeriksaan")),
    Command("Semua temuan data", "data-health", "findings", ("data yang perlu diperbaiki", "kesalahan data")),
    Command("Kebutuhan Studi", "study-needs", words=("tugas belajar", "rencana studi")),
    Command("Pelatihan", "trainings", words=("diklat", "bangkom", "pengembangan kompetensi", "JP")),
    Command("Pelatihan baru", "trainings", "new", ("catat pelatihan", "tambah diklat")),
    Command("Pertukaran", "exchange", words=("impor", "riwayat impor", "berkas masuk")),
    Command("Impor berkas", "exchange", "import", ("baca Excel", "unggah", "masukkan data", "buka berkas")),
    Command("Pengaturan", "settings", "office", ("setelan", "opsi", "instansi", "kantor")),
    Command("Regulasi", "settings", "regulations", ("peraturan", "dasar hukum", "parameter")),
    Command("Pembaruan", "settings", "updates", ("perbarui program", "versi baru", "yang baru", "update")),
    Command("Tentang program", "settings", "about", ("versi", "lisensi")),
    Command("Cadangan", "settings", "backups", ("cadangkan", "backup", "pulihkan", "periksa data")),
    Command("Cetak", "", "print", ("printer", "cetak daftar ini")),
    Command("Ekspor", "", "export", ("simpan ke Excel", "unduh daftar ini")),
    Command("Bantuan", "", "help", ("panduan", "petunjuk", "tombol")),
)
