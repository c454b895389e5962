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

_CERTIFICATES = {
    **_OF_A_PERSON,
    "name": "Nama sertifikat",
    "number": "Nomor sertifikat",
    "issuer": "Penerbit",
    "issued_on": "Tanggal terbit",
    "valid_until": "Berlaku sampai",
    "validity": "Masa berlaku",
    "field": "Bidang atau kompetensi",
    "training": "Pelatihan",
    "training_id": "Pelatihan",
}

_ASSESSMENTS = {
    **_OF_A_PERSON,
    "competency": "Kompetensi",
    "level": "Level",
    "level_of": "Level kompetensi di judul kolom",
    "assessed_on": "Tanggal penilaian",
    "assessor": "Penilai",
    "number": "Nomor laporan",
}

_CONTRACTS = {
    **_OF_A_PERSON,
    "effective_date": "Mulai kontrak",
    "until": "Akhir kontrak",
    "number": "Nomor kontrak",
    "decree_number": "Nomor SK",
    "decree_date": "Tanggal SK",
    "in_force": "Sedang berlaku",
}

_ATTACHMENTS = {
    "name": "Nama berkas",
    "format": "Jenis berkas",
    "size": "Ukuran (byte)",
    "sha256": "Sidik isi",
    "subject": "Jenis data",
    "subject_id": "Data",
}

_DUE = {
    **_OF_A_PERSON,
    "kind": "Jenis",
    "date": "Tanggal",
    "days_left": "Sisa hari",
    "window": "Waktu",
    "year": "Tahun",
    "detail": "Keterangan",
    "to_do": "Yang perlu dilakukan",
    "employee_id": "Kunci pegawai",
    "employee_kind": "Jenis ASN",
}

_ABSENCES = {
    **_OF_A_PERSON,
    "decision": "Keputusan",
    "standing": "Kedudukan hukum",
    "service": "Kedudukan",
    "noticed_on": "Diketahui tanggal",
    "file": "Berkas",
    "file_name": "Berkas",
    "list_of": "Daftar milik",
    "agency_id": "Daftar milik",
    "effective_date": "Berlaku mulai",
    "decree_number": "Nomor SK",
    "decree_date": "Tanggal SK",
    "note": "Catatan",
    "named_on": "Tercantum lagi",
    "employee_id": "Kunci pegawai",
    "year": "Tahun",
}

_FINDINGS = {
    "nip": "NIP",
    "person": "Nama pegawai",
    "check": "Pemeriksaan",
    "dimension": "Dimensi",
    "verdict": "Keadaan",
    "agency_key": "Nomor unit",
    "employee": "Nomor pegawai",
    "day": "Tanggal",
    "is_open": "Tidak dapat dinilai",
}

_GAPS = {
    **_OF_A_PERSON,
    "position_kind_name": "Jenis jabatan",
    "requirement_kind": "Jenis syarat",
    "requirement": "Syarat",
    "verdict": "Keadaan",
    "mandatory": "Wajib",
    "employee_id": "Kunci pegawai",
}

_COMPETENCIES = {
    "code": "Kode",
    "name": "Kompetensi",
    "kind": "Jenis",
    "effective_from": "Berlaku mulai",
    "source": "Dasar",
    "status": "Status",
}

LABELS: dict[str, dict[str, str]] = {
    "gaps": _GAPS,
    "data-findings": _FINDINGS,
    "due": _DUE,
    "absences": _ABSENCES,
    "ip-asn": _INDEX,
    "performance-ratings": _RATINGS,
    "disciplinary-actions": _ACTIONS,
    "certificates": _CERTIFICATES,
    "competency-assessments": _ASSESSMENTS,
    "contracts": _CONTRACTS,
    "competencies": _COMPETENCIES,
    "attachments": _ATTACHMENTS,
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
    "in_force": "Sedang berlaku",
    "needed": "Kebutuhan (ABK)",
    "stated_need": "Kebutuhan (K)",
    "filled": "Bezetting",
    "gap": "Selisih",
    "agency": "Unit kerja",
    "agency_code": "Kode unit kerja",
    "has_standard": "Ada standar",
    "holders": "Pemegang",
    "quota": "Kebutuhan",
    "staffing": "Keterisian",
    "mandatory": "Wajib",
    "validity": "Masa berlaku (bulan)",
    "training_kind": "Jenis pelatihan",
    "months": "Lama (bulan)",
    "post_level": "Jenjang jabatan",
    "competency_kind": "Jenis kompetensi",
    "ordering": "Urutan",
    "next_position_id": "Jabatan berikutnya",
    "items": "Syarat",
    "note": "Keterangan",
}
"""Labels of what a post asks, and of how many people a unit needs in it."""

REQUIREMENT_KINDS = {
    "education": "Tingkat pendidikan",
    "programme": "Program studi",
    "training": "Pelatihan",
    "certificate": "Sertifikat",
    "experience": "Pengalaman",
    "competency": "Kompetensi",
}
"""What a post asks, by kind."""

VERDICTS = {
    "met": "Terpenuhi",
    "soon": "Segera berakhir",
    "unclear": "Belum dapat dinilai",
    "expired": "Kedaluwarsa",
    "missing": "Belum dipenuhi",
}
"""How one thing that is asked stands."""

STAFFINGS = {
    "vacant": "Kosong",
    "short": "Kurang",
    "full": "Terisi penuh",
    "over": "Lebih",
    "unstated": "Belum dihitung",
}
"""How many hold a post, held against how many are needed."""

ECHELONS = {
    "10": "I", "11": "I.a", "12": "I.b", "21": "II.a", "22": "II.b", "31": "III.a", "32": "III.b", "41": "IV.a",
    "42": "IV.b", "51": "V.a", "52": "V.b", "99": "Non-eselon",
}  # fmt: skip
"""BKN's codes of echelons as they are read (RULES.md 1.5)."""

TRAINING_KINDS = {"structural": "Struktural", "functional": "Fungsional", "technical": "Teknis"}
COMPETENCY_KINDS = {"technical": "Teknis", "managerial": "Manajerial", "sociocultural": "Sosial kultural"}
POST_LEVEL_NAMES = {
    "JPT": "Pimpinan tinggi",
    "ADM": "Administrator",
    "PWS": "Pengawas",
    "PT": "Ahli pertama",
    "MU": "Ahli muda",
    "MA": "Ahli madya",
    "UT": "Ahli utama",
    "PM": "Pemula",
    "TR": "Terampil",
    "MH": "Mahir",
    "PY": "Penyelia",
    "PEL": "Pelaksana",
    "SERVICE": "Masa kerja",
}
"""Levels of posts in which experience is asked."""
