"""How the history of a thing names the rows it tells of, and what it says where something is no longer known."""

from __future__ import annotations

THINGS = {
    "employees": "Pegawai",
    "grade_history": "Riwayat golongan",
    "post_history": "Riwayat jabatan",
    "education_history": "Riwayat pendidikan",
    "standing_history": "Riwayat kedudukan hukum",
    "performance_ratings": "Penilaian kinerja",
    "disciplinary_actions": "Hukuman disiplin",
    "professionalism_index": "IP ASN",
    "certificates": "Sertifikat",
    "competency_assessments": "Hasil penilaian kompetensi",
    "contracts": "Perjanjian kerja",
    "attachments": "Lampiran",
    "trainings": "Pelatihan",
    "absences": "Tidak ada dalam daftar",
    "former_nips": "NIP lama",
    "data_findings": "Hasil pemeriksaan data",
    "person_gaps": "Kesenjangan terhadap jabatan",
    "different_people": "Orang yang berbeda",
    "agencies": "Perangkat daerah",
    "agency_names": "Nama lama",
    "agency_codes": "Kode lama",
    "agency_parents": "Induk lama",
    "agency_successors": "Penerus",
    "agency_contacts": "Pimpinan dan penanggung jawab",
    "agency_targets": "Target",
    "agency_commitments": "Komitmen",
    "agency_submissions": "Pengajuan",
    "submission_calls": "Permintaan data",
    "positions": "Jabatan",
    "position_standards": "Standar jabatan",
    "position_quotas": "Kebutuhan jabatan",
    "standard_requirements": "Syarat jabatan",
    "competencies": "Kompetensi",
    "career_steps": "Jalur karier",
    "study_programmes": "Program studi",
    "study_plans": "Rencana kebutuhan studi",
    "study_needs": "Kebutuhan studi",
    "study_need_heads": "Jumlah orang",
}
"""What a row of a table is called."""

UNKNOWN = "(tidak diketahui lagi)"
"""Stands for a value whose record was destroyed on purpose."""


def gone(key: int) -> str:
    """A thing that no longer stands and whose name nobody kept."""
    return f"#{key}"
