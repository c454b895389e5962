"""What is wrong with an event in a person's life, by its days: before birth, after retirement, out of order."""

from __future__ import annotations

from smartpns_desktop.domain.standings import NAMES, Standing

SENTENCES = {
    "event.before_birth": "Tanggal ini tidak sesudah tanggal lahir pegawai. Periksa pada SK atau ijazah.",
    "event.before_cpns": "TMT golongan ini mendahului TMT CPNS/PPPK. Periksa keduanya pada SK.",
    "event.before_entry": "Pada waktu itu pegawai ini belum mulai bertugas. Periksa tanggal ini, atau TMT masuknya.",
    "event.ends_before_start": "Hari terakhir {value} mendahului hari pertamanya. Periksa kedua tanggal itu.",
    "event.in_future": "Tanggal {value} masih jauh di depan. Periksa tahunnya pada SK.",
    "event.after_end": "Pada waktu itu pegawai ini sudah tidak bertugas. Periksa tanggal ini, atau kedudukan hukumnya.",
    "event.late": "Tanggal ini sesudah masa tugas pegawai ini berakhir. Pastikan benar demikian.",
    "event.missing_day": "Hari pertamanya belum diisi. Lengkapi sesuai SK.",
    "decree.after_effective": "Tanggal SK {value} sesudah tanggal mulai berlakunya. Pastikan benar berlaku surut.",
    "education.too_young": "Menurut tanggal lahirnya, pegawai ini lulus saat masih anak-anak. Periksa pada ijazah.",
    "education.as_infant": (
        "Menurut tanggal lahirnya, pegawai ini belum bersekolah pada waktu itu. Periksa tahun lulus dan tanggal lahir."
    ),
    "rating.before_entry": "Tahun {value} mendahului tahun masuknya pegawai ini. Periksa tahun penilaiannya.",
    "rating.nothing_told": "Predikat atau nilai belum diisi. Isi salah satunya.",
    "post.two_at_once": "Pegawai ini menjadi punya dua jabatan definitif sekaligus. Periksa kedua masa jabatannya.",
    "post.overlaps": "Masa jabatan ini bertumpang tindih dengan jabatan definitif lain. Periksa kedua tanggalnya.",
    "birth.after_event": "Tanggal lahir ini tidak mendahului riwayat yang sudah ada. Periksa keduanya.",
    "start.after_event": "TMT CPNS/PPPK ini sesudah TMT golongan yang sudah ada. Periksa keduanya pada SK.",
    "contract.overlaps": "Masa kontrak ini bertumpang tindih dengan kontrak lain. Periksa kedua tanggalnya.",
    "person.gone": (
        "Pegawai ini tercatat sudah tidak bertugas, tetapi masih ada dalam daftar lengkap. Pastikan mana yang benar."
    ),
    "post.acting": (
        "{value} hanya tugas sementara: dicatat di samping jabatan definitif, yang tetap. Pastikan jabatan "
        "definitifnya."
    ),
}
"""By code."""

FULLER = {
    "event.before_birth": (
        "Tanggal ini tidak sesudah tanggal lahir pegawai, yaitu {expected}. Periksa pada SK atau ijazah."
    ),
    "event.before_cpns": "TMT golongan ini mendahului TMT CPNS/PPPK, yaitu {expected}. Periksa keduanya pada SK.",
    "event.before_entry": (
        "Pegawai ini baru mulai bertugas pada {expected}. Periksa tanggal ini, atau TMT masuknya pada SK."
    ),
    "event.after_end": (
        "Pegawai ini sudah {stored} sejak {expected}. Periksa tanggal ini, atau kedudukan hukumnya pada SK."
    ),
    "event.late": "Tanggal ini sesudah pegawai ini {stored} pada {expected}. Pastikan benar demikian.",
    "decree.after_effective": (
        "Tanggal SK {value} sesudah tanggal mulai berlakunya, yaitu {expected}. Pastikan benar berlaku surut."
    ),
    "education.too_young": (
        "Menurut tanggal lahirnya, pegawai ini lulus sebelum berumur {expected} tahun. Periksa pada ijazah."
    ),
    "rating.before_entry": (
        "Tahun {value} mendahului tahun masuknya pegawai ini, yaitu {expected}. Periksa tahun penilaiannya."
    ),
    "post.two_at_once": (
        "Pegawai ini sudah punya jabatan definitif yang masih berlaku: {stored}. Akhiri dahulu, atau pilih Plt., Plh., "
        "atau Pj."
    ),
    "post.overlaps": (
        "Masa jabatan ini bertumpang tindih dengan jabatan definitif lain: {stored}. Periksa kedua tanggalnya."
    ),
    "birth.after_event": "Tanggal lahir ini tidak mendahului {stored}. Periksa keduanya.",
    "start.after_event": "TMT CPNS/PPPK ini sesudah {stored}. Periksa keduanya pada SK.",
    "contract.overlaps": "Masa kontrak ini bertumpang tindih dengan kontrak {stored}. Periksa kedua tanggalnya.",
    "person.gone": (
        "Pegawai ini tercatat {stored} sejak {expected}, tetapi masih ada dalam daftar lengkap. Pastikan mana yang "
        "benar: hapus barisnya, atau perbaiki kedudukan hukumnya."
    ),
}
"""By code, used where all facts are known."""

ENDINGS = frozenset({"event.after_end", "event.late", "person.gone"})
"""Codes whose fact `stored` is the code of the standing that ended the service."""


def ending(code: str) -> str:
    """The standing that ended somebody's service, within a sentence."""
    return NAMES[Standing(code)].lower() if code in set(Standing) else code
