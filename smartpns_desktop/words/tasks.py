"""What the first page asks one to do: a title, why it matters, and what the link beside it is called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TaskWords:
    """The three texts of a task; title and hint may ask for `count` and for the task's facts."""

    title: str
    hint: str
    act: str


TASKS = {
    "employees.missing": TaskWords(
        "Belum ada data pegawai", "Mulailah dengan mengimpor daftar pegawai dari SIASN atau Excel.", "Impor"
    ),
    "import.rejected": TaskWords(
        "{count} baris ditolak pada impor terakhir", "{file}, {rows} baris. Perbaiki baris itu, lalu impor lagi.",
        "Lihat",
    ),
    "backup.ahead": TaskWords(
        "{count} cadangan memuat perubahan yang tidak ada di sini",
        "Data ini mungkin salinan lama. Periksa sebelum melanjutkan pekerjaan.", "Periksa",
    ),
    "backup.never": TaskWords("Data belum pernah dicadangkan", "Simpan satu cadangan agar data aman.", "Cadangkan"),
    "backup.old": TaskWords(
        "Cadangan terakhir {count} hari yang lalu", "Buat cadangan baru agar data aman.", "Cadangkan"
    ),
    "due.retirement": TaskWords(
        "{count} pegawai mencapai BUP dalam setahun, atau sudah lewat",
        "Usulkan pensiunnya dan siapkan penggantinya.", "Lihat",
    ),
    "due.probation": TaskWords(
        "{count} CPNS genap setahun", "Usulkan pengangkatan menjadi PNS, atau lengkapi TMT PNS-nya.", "Lihat"
    ),
    "due.contract": TaskWords(
        "{count} kontrak PPPK berakhir dalam 90 hari", "Nilai kinerjanya, lalu perpanjang atau akhiri.", "Lihat"
    ),
    "due.certificate": TaskWords(
        "{count} sertifikat habis berlaku dalam 90 hari", "Jadwalkan perpanjangannya.", "Lihat"
    ),
    "due.leave": TaskWords(
        "{count} cuti atau penugasan berakhir dalam 90 hari", "CLTN, tugas belajar, atau nonaktif sementara.", "Lihat"
    ),
    "due.acting": TaskWords(
        "{count} tugas Plt./Plh. berakhir dalam 30 hari", "Perpanjang, atau isi jabatannya.", "Lihat"
    ),
    "absences.open": TaskWords(
        "{count} pegawai tidak ada dalam daftar lengkap", "Putuskan: pindah, pensiun, meninggal, atau tetap bertugas.",
        "Putuskan",
    ),
    "plans.submitted": TaskWords(
        "{count} rencana kebutuhan studi menunggu verifikasi", "Periksa usulan yang sudah diajukan.", "Verifikasi"
    ),
    "plans.missing": TaskWords(
        "{count} perangkat daerah belum punya rencana kebutuhan studi", "Ingatkan atau buatkan rencananya.", "Lihat"
    ),
    "trainings.unverified": TaskWords(
        "{count} pelatihan {year} belum diverifikasi", "Cocokkan dengan sertifikatnya.", "Periksa"
    ),
    "health.serious": TaskWords(
        "{count} temuan berat pada data pegawai",
        "NIP, TMT, kedudukan, atau unit yang keliru membuat hitungan lain salah.",
        "Perbaiki",
    ),
    "health.fell": TaskWords(
        "Nilai kesehatan data turun dari {before} ke {after}",
        "Dibandingkan dengan {day}. Lihat pemeriksaan mana yang bertambah.",
        "Lihat",
    ),
    "jp.none": TaskWords(
        "{count} pegawai belum punya JP di tahun {year}", "Rencanakan pelatihan sebelum akhir tahun.", "Lihat"
    ),
    "employees.without_agency": TaskWords(
        "{count} pegawai tanpa perangkat daerah", "Mereka tidak terhitung pada perangkat daerah mana pun.", "Lengkapi"
    ),
    "employees.without_grade": TaskWords(
        "{count} pegawai tanpa golongan", "Golongan diperlukan untuk syarat tugas belajar.", "Lengkapi"
    ),
    "employees.without_birth_date": TaskWords(
        "{count} pegawai tanpa tanggal lahir", "Tanpa tanggal lahir, masa pensiun tidak dapat dihitung.", "Lengkapi"
    ),
}  # fmt: skip
"""By code."""


def say(code: str, count: int, facts: Mapping[str, str]) -> TaskWords:
    """The texts of a task with its number and facts in them. KeyError for a code or a fact that is not there."""
    words, told = TASKS[code], {"count": f"{count:,}".replace(",", "."), **facts}
    return TaskWords(words.title.format(**told), words.hint.format(**told), words.act)
