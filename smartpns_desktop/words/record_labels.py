"""Indonesian labels of the fields of what is recorded of people and asked by posts, by the fields' code names."""

from __future__ import annotations

_OF_A_PERSON = {
    "nip": "NIP",
    "person": "Nama pegawai",
    "nik": "NIK",
    "birth_date": "Tanggal lahir",
    "post": "Jabatan",
    "grade": "Golongan",
}

_INDEX = {
    **_OF_A_PERSON,
    "qualification": "Kualifikasi",
    "competence": "Kompetensi",
    "performance": "Kinerja",
    "discipline": "Disiplin",
    "total": "Jumlah",
    "year": "Tahun",
    "category": "Kategori",
    "source": "Sumber",
    "updated": "Diperbarui",
    "updated_on": "Diperbarui",
}

_RATINGS = {
    **_OF_A_PERSON,
    "year": "Tahun",
    "rating": "Predikat kinerja",
    "value": "Nilai kinerja",
    "stated_rating": "Predikat",
    "stated_final": "Nilai prestasi kerja",
    "stated_value": "Nilai SKP",
    "stated_figure": "Nilai",
    "result": "Hasil kerja",
    "behaviour": "Perilaku kerja",
    "assessor_nip": "NIP penilai",
    "assessor": "Nama penilai",
}

_ACTIONS = {
    **_OF_A_PERSON,
    "level": "Tingkat hukuman",
    "measure": "Jenis hukuman",
    "effective_date": "TMT hukuman",
    "until": "Akhir hukuman",
    "duration": "Masa hukuman",
    "duration_years": "Masa hukuman (tahun)",
    "duration_months": "Masa hukuman (bulan)",
    "decree_number": "Nomor SK",
    "decree_date": "Tanggal SK",
    "reason": "Alasan hukuman",
    "in_force": "Sedang berlaku",
}

LABELS: dict[str, dict[str, str]] = {
    "ip-asn": _INDEX,
    "performance-ratings": _RATINGS,
    "disciplinary-actions": _ACTIONS,
}
"""Labels by kind of record and field."""

ASKED = {
    "position_class": "Kelas jabatan",
    "job_family": "Rumpun jabatan",
    "education_level": "Syarat pendidikan",
    "education_code": "Syarat pendidikan",
    "stated_education": "Pendidikan",
    "programmes": "Syarat jurusan",
    "stated_programmes": "Jurusan",
    "trainings": "Diklat wajib",
    "experience": "Pengalaman",
    "competencies": "Kompetensi",
    "effective_date": "Berlaku mulai",
    "needed": "Kebutuhan (ABK)",
    "stated_need": "Kebutuhan (K)",
    "filled": "Bezetting",
    "gap": "Selisih",
    "agency": "Unit kerja",
    "agency_code": "Kode unit kerja",
}
"""Labels of what a post asks, and of how many people a unit needs in it."""
