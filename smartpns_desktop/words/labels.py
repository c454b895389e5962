"""Indonesian labels of kinds, fields and stored codes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum

from smartpns_desktop.domain.appointments import Appointment
from smartpns_desktop.domain.employees import EmployeeKind, Sex
from smartpns_desktop.domain.problems import Severity
from smartpns_desktop.domain.regulations import Method
from smartpns_desktop.domain.study_needs import Funding, NeedState, PlanState
from smartpns_desktop.words import absences, agency_labels, data_quality, due, record_labels
from smartpns_desktop.words.field_labels import FIELDS
from smartpns_desktop.words.figures import show_date, show_date_text, show_number

KINDS = {
    **agency_labels.KINDS,
    "employees": "Pegawai",
    "agencies": "Perangkat Daerah",
    "positions": "Jabatan",
    "position-quotas": "Kebutuhan Jabatan",
    "gaps": "Kesenjangan Kompetensi",
    "programmes": "Program Studi",
    "study-needs": "Kebutuhan Studi",
    "trainings": "Pelatihan",
    "organisers": "Penyelenggara Pelatihan",
    "commands": "Halaman dan Perintah",
    "grade-history": "Riwayat Pangkat",
    "post-history": "Riwayat Jabatan",
    "education-history": "Riwayat Pendidikan",
    "standing-history": "Riwayat Kedudukan Hukum",
    "ip-asn": "IP ASN",
    "batches": "Impor",
    "due": "Jatuh Tempo",
    "absences": "Tidak Ada dalam Daftar",
    "changes": "Perubahan",
    "regulations": "Regulasi",
    "grades": "Golongan",
    "education-levels": "Tingkat Pendidikan",
    "echelons": "Eselon",
    "position-kinds": "Jenis Jabatan",
    "functional-levels": "Jenjang Jabatan Fungsional",
    "performance-ratings": "Penilaian Kinerja (SKP)",
    "disciplinary-actions": "Hukuman Disiplin",
    "data-findings": "Temuan Data",
    "certificates": "Sertifikat",
    "competencies": "Kompetensi",
    "competency-assessments": "Hasil Penilaian Kompetensi",
    "contracts": "Perjanjian Kerja",
    "attachments": "Lampiran",
    "disciplinary-measures": "Jenis Hukuman Disiplin",
    "siasn-training-kinds": "Jenis Diklat SIASN",
    "structural-trainings": "Latihan Struktural",
}
"""Kinds of data by the command line's word."""

_ENUMS: dict[type[StrEnum], dict[str, str]] = {
    EmployeeKind: {"PNS": "PNS", "CPNS": "CPNS", "PPPK": "PPPK"},
    Sex: {"M": "Laki-laki", "F": "Perempuan"},
    Severity: {"reject": "Ditolak", "warn": "Perlu diperiksa"},
    Appointment: {
        "definitif": "Definitif",
        "Plt.": "Plt. (pelaksana tugas)",
        "Plh.": "Plh. (pelaksana harian)",
        "Pj.": "Pj. (penjabat)",
    },
    Funding: {
        "APBN": "APBN",
        "APBD": "APBD",
        "SPONSOR": "Beasiswa/sponsor",
        "MANDIRI": "Mandiri",
        "COST_SHARING": "Biaya bersama (cost sharing)",
    },
    NeedState: {"DIAJUKAN": "Diajukan", "DIVERIFIKASI": "Diverifikasi", "DITOLAK": "Ditolak"},
    PlanState: {
        "BELUM": "Belum disusun",
        "DIASISTENSI": "Diasistensi",
        "DIAJUKAN": "Diajukan",
        "DIVERIFIKASI": "Diverifikasi",
        "DISAHKAN": "Disahkan",
    },
    Method: {
        "sesuai_jp": "Sesuai JP",
        "per_hari": "Per hari",
        "per_kali": "Per kali",
        "per_semester": "Per semester",
    },
}

CHANGE_KINDS = {
    "edit": "Suntingan",
    "import": "Impor",
    "demo": "Data contoh",
    "merge": "Penggabungan",
    "undo": "Pengurungan",
    "redo": "Pengulangan",
    "reference": "Data acuan",
}
"""What a change set was made by."""

OPERATIONS = {"insert": "Ditambahkan", "update": "Diubah", "delete": "Dihapus"}
"""What a journal entry did to its row."""

SERVICES = {"active": "Bertugas", "away": "CLTN/nonaktif", "left": "Tidak bertugas"}
"""How somebody stands to the service: CLTN, suspension and MPP are not at work, and counted all the same."""

AGENCY_KINDS = {"agency": "Perangkat daerah", "unit": "Unit kerja"}
"""What a node of the tree of organisations is."""

REGULATION_TABLES = {
    "regulation_parameters": "Ketentuan umum",
    "training_forms": "Bentuk pengembangan kompetensi",
    "retirement_ages": "Batas usia pensiun",
    "normative_study_periods": "Masa studi normatif",
    "index_categories": "Kategori IP ASN",
    "index_scores": "Skor IP ASN",
    "data_quality_checks": "Kualitas data",
    "competencies": "Kompetensi manajerial dan sosial kultural",
}
"""Groups of dated regulations, by the tables that hold them."""


_STORED = {
    ("", "agency_id"): "agency",
    ("", "position_id"): "post",
    ("", "programme_id"): "programme",
    ("", "level_code"): "level",
    ("", "parent_id"): "parent",
    ("", "grade_code"): "grade",
    ("", "form_code"): "form",
    ("", "state"): "status",
    ("employees", "programme_id"): "education",
    ("employees", "level_code"): "education_level",
    ("data-findings", "check_code"): "check",
    ("gaps", "kind"): "requirement_kind",
    ("gaps", "name"): "requirement",
}
"""Fields that are stored as keys or codes, and those that tell their names."""


def kind_label(kind: str) -> str:
    """The label of a kind of data; the kind itself where it has none."""
    return KINDS.get(kind, kind)


_OF_ALL = {"found": "Hasil pencarian", "former_name": "Nama lama", "former_nip": "NIP lama"}
"""What a search adds to the fields of any kind."""


PARTS_OF_A_DAY = {"month": "bulan", "year": "tahun"}
"""What columns are called that tell of a day beside its number."""


def field_label(kind: str, field: str) -> str:
    """The label of a field of a kind of data, also by the name under which it is stored; else the name itself."""
    if field in _OF_ALL:
        return _OF_ALL[field]
    if field.startswith("heads_"):
        return field.removeprefix("heads_")
    whole, _, part = field.partition(":")
    if part in PARTS_OF_A_DAY:
        return f"{field_label(kind, whole)} ({PARTS_OF_A_DAY[part]})"
    known = FIELDS.get(kind, {})
    name, _, year = field.rpartition("_")
    if name in known and year.isdigit():
        return f"{field_label(kind, name)} {year}"
    return known.get(_STORED.get((kind, field), _STORED.get(("", field), field)), field)


def enum_label(member: StrEnum) -> str:
    """The label of a member of an enum that is stored; KeyError for an enum without labels."""
    return _ENUMS[type(member)][member.value]


def show_value(kind: str, field: str, value: object) -> str:
    """A field's value as people read it: codes in words, days, moments, numbers and lists in the Indonesian way."""
    if value is None or value == "":
        return ""
    told = _STORED.get((kind, field), _STORED.get(("", field), field))
    wording = _WORDINGS.get((kind, told), {})
    if str(value) in wording:
        return wording[str(value)]
    if isinstance(value, datetime):
        moment = value.astimezone()
        return f"{show_date(moment.date())} {moment:%H.%M}"
    if isinstance(value, date):
        return show_date(value)
    if isinstance(value, float):
        return show_number(value)
    if isinstance(value, Mapping):
        return "  ".join(f"{name}: {item}" for name, item in value.items())
    return "; ".join(map(str, value)) if isinstance(value, list) else show_date_text(str(value))


_YES_NO = {"True": "ya", "False": "tidak"}
_WORDINGS: dict[tuple[str, str], Mapping[str, str]] = {
    ("agency-submissions", "kind"): KINDS,
    ("submission-calls", "kind"): KINDS,
    ("agency-submissions", "state"): agency_labels.STATES,
    ("agency-submissions", "status"): agency_labels.STATES,
    ("agency-submissions", "timing"): agency_labels.TIMINGS,
    ("agency-submissions", "missing"): _YES_NO,
    ("agency-submissions", "stated"): _YES_NO,
    ("agency-compliance", "complete"): agency_labels.COMPLETE,
    ("agency-targets", "kind"): agency_labels.TARGETS,
    ("agency-contacts", "role"): agency_labels.ROLES,
    ("employees", "sex"): _ENUMS[Sex],
    **dict.fromkeys((("employees", "appointment"), ("post-history", "appointment")), _ENUMS[Appointment]),
    ("study-needs", "funding"): _ENUMS[Funding],
    ("study-needs", "status"): _ENUMS[NeedState],
    ("study-needs", "plan_status"): _ENUMS[PlanState],
    ("agencies", "kind"): AGENCY_KINDS,
    ("gaps", "requirement_kind"): record_labels.REQUIREMENT_KINDS,
    ("gaps", "verdict"): record_labels.VERDICTS,
    ("gaps", "mandatory"): _YES_NO,
    ("positions", "echelon"): record_labels.ECHELONS,
    ("positions", "staffing"): record_labels.STAFFINGS,
    ("positions", "has_standard"): _YES_NO,
    ("positions", "mandatory"): _YES_NO,
    ("positions", "training_kind"): record_labels.TRAINING_KINDS,
    ("positions", "competency_kind"): record_labels.COMPETENCY_KINDS,
    ("competencies", "kind"): record_labels.COMPETENCY_KINDS,
    ("batches", "kind"): KINDS,
    ("employees", "service"): SERVICES,
    ("due", "kind"): due.KINDS,
    ("due", "window"): due.WINDOWS,
    ("absences", "decision"): absences.STATES,
    ("absences", "service"): SERVICES,
    ("batches", "undone"): _YES_NO,
    ("changes", "kind"): CHANGE_KINDS,
    ("trainings", "verified"): _YES_NO,
    ("data-findings", "check"): {code: it.title for code, it in data_quality.CHECKS.items()},
    ("data-findings", "verdict"): data_quality.STATES,
    ("data-findings", "is_open"): _YES_NO,
    ("data-findings", "dimension"): {it.value: said for it, said in data_quality.DIMENSIONS.items()},
    ("disciplinary-actions", "in_force"): _YES_NO,
    ("contracts", "in_force"): _YES_NO,
    ("position-quotas", "in_force"): _YES_NO,
    ("certificates", "validity"): {"valid": "Berlaku", "expired": "Habis masa berlaku"},
    ("disciplinary-actions", "level"): {"ringan": "Ringan", "sedang": "Sedang", "berat": "Berat"},
}
"""Stored codes and their words, by kind of data and field."""


def show_sex_text(text: str) -> str:
    """SIASN's M and F as laki-laki and perempuan; other text unchanged."""
    return {"M": "laki-laki", "F": "perempuan"}.get(text, text)
