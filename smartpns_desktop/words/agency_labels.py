"""Indonesian words for agencies and what they answer for: labels of fields, kinds of targets, states of submissions."""

from __future__ import annotations

from smartpns_desktop.domain.agency_duties import ContactRole, SubmissionState, TargetKind, Timing

_AGENCIES = {
    "code": "Kode",
    "name": "Nama",
    "agency": "Nama perangkat daerah",
    "short_name": "Singkatan",
    "kind": "Jenis",
    "agency_kind": "Jenis",
    "parent": "Induk",
    "parent_code": "Kode induk",
    "former_names": "Nama lama",
    "echelon": "Eselon",
    "head": "Pimpinan",
    "used_until": "Dipakai sampai",
    "closed_on": "Ditutup",
    "opened_on": "Berdiri sejak",
    "successor_id": "Penerus",
    "effective_date": "Berlaku mulai",
    "employees": "Jumlah pegawai",
    "plan_state": "Status rencana",
}

_OF_AN_AGENCY = {
    "agency": "Perangkat daerah",
    "agency_code": "Kode",
    "agency_id": "Nomor perangkat daerah",
    "agency_short": "Singkatan",
    "year": "Tahun",
    "note": "Keterangan",
}

_CALLS = {
    "kind": "Data yang diminta",
    "period": "Periode",
    "year": "Tahun",
    "opened_on": "Diminta mulai",
    "deadline": "Batas waktu",
    "note": "Keterangan",
}

LABELS: dict[str, dict[str, str]] = {
    "agencies": _AGENCIES,
    "agency-submissions": {
        **_OF_AN_AGENCY,
        **_CALLS,
        "call_id": "Permintaan",
        "state": "Status",
        "status": "Status",
        "timing": "Ketepatan",
        "missing": "Belum lengkap",
        "submitted_on": "Diajukan",
        "stated": "Dinyatakan petugas",
    },
    "agency-compliance": {
        **_OF_AN_AGENCY,
        "code": "Kode",
        "short_name": "Singkatan",
        "asked": "Diminta",
        "received": "Masuk",
        "missing": "Belum lengkap",
        "late": "Terlambat",
        "targets": "Target",
        "commitments": "Komitmen",
        "committed_on": "Komitmen terakhir",
        "in_charge": "Penanggung jawab",
        "phone": "Nomor HP",
        "complete": "Lengkap",
    },
    "agency-targets": {**_OF_AN_AGENCY, "kind": "Target", "value": "Nilai target"},
    "agency-commitments": {
        **_OF_AN_AGENCY,
        "signed_on": "Ditandatangani",
        "subject": "Isi komitmen",
        "signer": "Penanda tangan",
        "number": "Nomor",
    },
    "agency-contacts": {
        **_OF_AN_AGENCY,
        "role": "Peran",
        "employee_id": "Pegawai",
        "name": "Nama",
        "phone": "Nomor HP",
        "email": "Surel",
    },
    "submission-calls": _CALLS,
}
"""Labels by kind of data and field."""

KINDS = {
    "agency-compliance": "Kepatuhan Perangkat Daerah",
    "agency-submissions": "Pengajuan Perangkat Daerah",
    "agency-targets": "Target Perangkat Daerah",
    "agency-commitments": "Komitmen Perangkat Daerah",
    "agency-contacts": "Pimpinan dan Penanggung Jawab",
    "submission-calls": "Permintaan Data",
}
"""What the lists are called."""

ROLES = {ContactRole.HEAD.value: "Pimpinan", ContactRole.IN_CHARGE.value: "Penanggung jawab data"}
TARGETS = {
    TargetKind.JP_MET_SHARE.value: "Pegawai memenuhi JP (%)",
    TargetKind.JP_MEAN.value: "Rata-rata JP per pegawai",
    TargetKind.PEOPLE_TRAINED.value: "Pegawai yang dikembangkan (orang)",
    TargetKind.STUDY_PLACES.value: "Tempat tugas belajar (orang)",
}
STATES = {
    SubmissionState.BELUM.value: "Belum",
    SubmissionState.SEBAGIAN.value: "Sebagian",
    SubmissionState.DIAJUKAN.value: "Diajukan",
    SubmissionState.DITERIMA.value: "Diterima",
}
TIMINGS = {
    Timing.LATE.value: "Terlambat",
    Timing.AWAITED.value: "Ditunggu",
    Timing.SENT_LATE.value: "Masuk terlambat",
    Timing.IN_TIME.value: "Tepat waktu",
}
COMPLETE = {"yes": "Lengkap", "no": "Belum lengkap"}
