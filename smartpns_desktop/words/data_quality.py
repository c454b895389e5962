"""What the checks of the data are called, what mends their findings, and why one cannot be judged."""

from __future__ import annotations

from typing import NamedTuple

from smartpns_desktop.domain.data_quality import Dimension


class CheckWords(NamedTuple):
    """Short title, what to do about a finding, and what is missing where the check cannot be judged."""

    title: str
    advice: str
    missing: str = ""


_POST_MISSING = "Jabatan atau jenis jabatannya belum diketahui. Lengkapi jabatan yang sekarang."
_LEARNED_MISSING = "Jabatan, pendidikan, atau syarat pendidikan jabatannya belum diketahui. Lengkapi lebih dulu."
_CPNS_MISSING = "TMT CPNS/PPPK belum diisi. Isi sesuai SK pengangkatan."

CHECKS = {
    "COM_1": CheckWords(
        "Belum ada SKP dua tahun terakhir",
        "Tambahkan SKP tahun ini atau salah satu dari dua tahun sebelumnya, atau impor daftar penilaian kinerja.",
    ),
    "COM_2": CheckWords(
        "Jabatan kosong atau jenjangnya tidak dikenal",
        "Tambahkan jabatan yang sekarang dengan nama lengkap dan TMT sesuai SK.",
        "Jabatannya ada, tetapi jenis jabatannya belum diketahui. Lengkapi jenis jabatan itu.",
    ),
    "COM_3": CheckWords("Pendidikan kosong", "Tambahkan ijazah terakhir."),
    "COM_4": CheckWords("TMT PNS kosong", "Isi TMT PNS sesuai SK PNS."),
    "COM_5": CheckWords(
        "Gelar kosong padahal berpendidikan tinggi",
        "Isi gelar depan atau gelar belakang sesuai ijazah.",
        "Gelar dan pendidikannya belum diisi, jadi belum jelas apakah ia bergelar. Lengkapi pendidikannya.",
    ),
    "COM_6": CheckWords("Surel kosong atau salah bentuk", "Isi surel pribadi, misalnya nama@surel.example."),
    "COM_7": CheckWords("Nomor HP kosong", "Isi nomor telepon genggam yang aktif."),
    "TIM_1": CheckWords(
        "Unit kerjanya sudah ditutup",
        "Tambahkan jabatan di unit penggantinya dengan TMT sesuai SK, atau pindahkan bersama unitnya.",
        "Unit kerjanya belum diketahui. Lengkapi jabatan yang sekarang beserta unitnya.",
    ),
    "TIM_2": CheckWords(
        "Calon pejabat fungsional lebih dari dua tahun",
        "Tambahkan jabatan fungsionalnya bila sudah diangkat, atau usulkan pengangkatannya.",
        _POST_MISSING,
    ),
    "TIM_3": CheckWords(
        "Masih CPNS lebih dari satu tahun", "Isi TMT PNS dan ubah jenis ASN menjadi PNS sesuai SK PNS."
    ),
    "TIM_4": CheckWords(
        "Jabatan struktural diduduki lebih dari satu orang",
        "Periksa siapa pejabatnya sekarang; tambahkan jabatan baru bagi yang sudah pindah.",
        "Jabatan, jenis jabatan, atau unit kerjanya belum cukup jelas, misalnya Kepala Bidang tanpa nama bidangnya.",
    ),
    "TIM_5": CheckWords(
        "Sudah mencapai batas usia pensiun",
        "Catat kedudukan hukum Pensiun dengan TMT sesuai SK, atau betulkan jabatan dan tanggal lahirnya.",
        "Jabatannya belum diketahui, padahal umurnya sudah mencapai batas usia pensiun terendah.",
    ),
    "TIM_6": CheckWords(
        "CLTN sudah berakhir",
        "Catat kedudukan hukum berikutnya, misalnya aktif kembali, dengan TMT sesuai SK.",
        "Tanggal berakhirnya CLTN belum diisi. Lengkapi di riwayat kedudukan hukum.",
    ),
    "ACC_1": CheckWords(
        "TMT CPNS sesudah TMT PNS",
        "Cocokkan TMT CPNS dan TMT PNS dengan SK-nya.",
        "TMT CPNS atau TMT PNS belum diisi.",
    ),
    "ACC_2": CheckWords(
        "Jenis pegawai tidak cocok dengan tempat kerjanya",
        "Betulkan jenis pegawai: DPK/DPB hanya bagi yang bekerja di luar instansi asalnya.",
        "Jenis pegawainya tidak menyebut asal instansi, atau unit kerjanya belum diketahui.",
    ),
    "ACC_3": CheckWords(
        "Masa kerja belum dua tahun di jabatan struktural",
        "Periksa TMT CPNS dan jabatannya; betulkan yang tidak sesuai SK.",
        _POST_MISSING,
    ),
    "ACC_4": CheckWords(
        "Kedudukan hukum bukan untuk PPPK",
        "Betulkan kedudukan hukumnya: CLTN, tugas belajar, dan MPP hanya bagi PNS.",
        "Kedudukan hukumnya belum diisi.",
    ),
    "ACC_5": CheckWords("NIK kosong atau tidak sah", "Isi NIK 16 angka sesuai KTP."),
    "ACC_6": CheckWords(
        "Pendidikan di bawah syarat jabatan struktural",
        "Tambahkan ijazah yang lebih tinggi bila ada, atau periksa jabatannya.",
        _LEARNED_MISSING,
    ),
    "ACC_7": CheckWords(
        "Tahun pengangkatan dalam NI PPPK tidak mungkin", "Cocokkan NI PPPK dengan SK pengangkatannya."
    ),
    "ACC_8": CheckWords(
        "Pendidikan di bawah syarat jabatan fungsional",
        "Tambahkan ijazah yang lebih tinggi bila ada, atau periksa jenjang jabatannya.",
        _LEARNED_MISSING,
    ),
    "ACC_9": CheckWords(
        "Jabatan pelaksana bernama jabatan fungsional",
        "Pilih nama jabatan pelaksana yang benar, atau betulkan jenis jabatannya.",
        _POST_MISSING,
    ),
    "ACC_10": CheckWords(
        "Pangkat di bawah syarat jabatan pimpinan",
        "Tambahkan kenaikan pangkat terakhir bila belum tercatat, atau periksa eselon jabatannya.",
        "Jabatan, eselon, atau golongannya belum diketahui. Lengkapi lebih dulu.",
    ),
    "CON_1": CheckWords("TMT CPNS berbeda dari NIP", "Cocokkan TMT CPNS dan NIP dengan SK CPNS.", _CPNS_MISSING),
    "CON_2": CheckWords(
        "Tanggal lahir berbeda dari NIP",
        "Cocokkan tanggal lahir dan NIP dengan SK pengangkatan.",
        "Tanggal lahir belum diisi.",
    ),
    "CON_3": CheckWords(
        "Jenis kelamin berbeda dari NIP", "Cocokkan jenis kelamin dengan KTP.", "Jenis kelamin belum diisi."
    ),
    "CON_4": CheckWords(
        "Tahun TMT PPPK berbeda dari NI PPPK", "Cocokkan TMT PPPK dan NI PPPK dengan SK pengangkatan.", _CPNS_MISSING
    ),
}
"""By code of the check."""

DIMENSIONS = {
    Dimension.COMPLETENESS: "Kelengkapan",
    Dimension.TIMELINESS: "Ketepatan waktu",
    Dimension.ACCURACY: "Ketepatan isi",
    Dimension.CONSISTENCY: "Kesesuaian",
}

STATES = {"found": "Perlu diperbaiki", "open": "Tidak dapat dinilai"}
"""Whether a check found a fault, or lacks the data to judge by."""


def title(code: str) -> str:
    """What a check is called; the code itself for one that we do not know."""
    words = CHECKS.get(code)
    return words.title if words else code


def advice(code: str, *, is_open: bool) -> str:
    """What to do. KeyError for a check that we do not know."""
    words = CHECKS[code]
    return words.missing or words.advice if is_open else words.advice
