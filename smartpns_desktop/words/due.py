"""What falls due, in words: its kinds, how near it is, and what to do about it."""

from __future__ import annotations

KINDS = {
    "retirement": "Pensiun (BUP)",
    "probation": "CPNS setahun",
    "contract": "Akhir kontrak",
    "certificate": "Akhir sertifikat",
    "leave": "Akhir CLTN, tugas belajar, atau pemberhentian sementara",
    "acting": "Akhir tugas Plt./Plh.",
}
"""By kind of event."""

WINDOWS = {
    "overdue": "Sudah lewat",
    "30": "30 hari ke depan",
    "90": "90 hari ke depan",
    "365": "1 tahun ke depan",
    "later": "Sesudahnya",
}
"""By how near the day is."""

_TO_DO = {
    "retirement": "Usulkan pensiun dan siapkan pengganti",
    "probation": "Usulkan pengangkatan PNS",
    "contract": "Nilai kinerja; perpanjang atau akhiri kontrak",
    "certificate": "Jadwalkan perpanjangan sertifikat",
    "leave": "Usulkan pengaktifan kembali atau perpanjangan",
    "acting": "Perpanjang, atau isi jabatannya",
}
_TOO_LATE = {
    "retirement": "Masih tercatat bertugas: catat pensiunnya atau perbaiki BUP jabatannya",
    "probation": "Lewat setahun: usulkan pengangkatan PNS, atau lengkapi TMT PNS",
    "contract": "Kontrak sudah berakhir: catat perpanjangan atau pemberhentian",
    "certificate": "Sudah tidak berlaku: perpanjang atau ikutkan pelatihan lagi",
    "leave": "Sudah berakhir: catat pengaktifan kembali",
    "acting": "Sudah berakhir: perpanjang, atau catat penggantinya",
}


def to_do(kind: str, days_left: int) -> str:
    """What an office does about an event, by the days that are left (below 0 it is late); KeyError: no such kind."""
    return (_TOO_LATE if days_left < 0 else _TO_DO)[kind]


_ABOUT = {"retirement": "BUP {detail} tahun", "probation": "TMT CPNS {detail}", "contract": "Kontrak {detail}"}


def about(kind: str, detail: str) -> str:
    """What an event is about: "BUP 58 tahun", "TMT CPNS 1 Mar 2025", the certificate's name; days come in words."""
    return _ABOUT.get(kind, "{detail}").format(detail=detail).strip()
