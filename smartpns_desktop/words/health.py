"""What a check of the store found, in words."""

from __future__ import annotations

from smartpns_desktop.domain.problems import Notice

FINDINGS = {
    "store.fault": "Berkas data rusak: {detail}. Pulihkan dari cadangan terakhir.",
    "reference.fault": "Data menunjuk ke data yang tidak ada: {detail}.",
    "entry.deleted": "Catatan jurnal nomor {entry} (perubahan nomor {change_set}) telah dihapus.",
    "entry.altered": "Catatan jurnal nomor {entry} (perubahan nomor {change_set}) telah diubah.",
    "entry.stray": "Catatan jurnal nomor {entry} disisipkan dari luar program.",
    "change_set.altered": "Perubahan nomor {change_set} tidak cocok dengan rantai jurnal; isinya telah diubah.",
    "change_set.deleted": "Perubahan nomor {change_set} telah dihapus dari jurnal.",
    "trigger.fault": "Pencatat jurnal {detail} hilang atau diubah.",
    "attachment.missing": "Berkas lampiran {detail} tidak ada lagi. Pulihkan dari cadangan, atau lampirkan ulang.",
    "attachment.altered": "Berkas lampiran {detail} rusak atau diubah. Pulihkan dari cadangan, atau lampirkan ulang.",
    "backup.ahead": "Cadangan {detail} memuat perubahan yang tidak ada lagi; ujung jurnal telah dipotong.",
}
"""By code; `entry` and `change_set` are numbers, `detail` what the check itself says."""

DATA = {
    "employees": "Pegawai",
    "trainings": "Pelatihan",
    "no_nik": "NIK kosong atau tidak 16 angka",
    "no_pns_date": "PNS tanpa TMT PNS",
    "no_email": "Surel pribadi kosong",
    "no_phone": "Nomor HP kosong",
    "pns_before_cpns": "TMT PNS sebelum TMT CPNS",
    "no_grade": "Tanpa riwayat golongan",
    "no_post": "Tanpa riwayat jabatan",
    "no_education": "Tanpa riwayat pendidikan",
}
"""What each count of the data's health counts."""


def say(finding: Notice) -> str:
    """One sentence. KeyError for a code without a sentence."""
    return FINDINGS[finding.code].format(**finding.facts)


def all_is_well(change_sets: int) -> str:
    """What is said where nothing was found."""
    return f"Data dan jurnal utuh: {change_sets} perubahan diperiksa."
