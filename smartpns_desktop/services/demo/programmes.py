"""The programmes of study that the city's people have behind them: level, title, and what each leads to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme of study: BKN's level code, the title it gives (before the name if `front`), its field."""

    name: str
    level: str
    title: str = ""
    front: bool = False
    field: str = ""


SCHOOL_LEVELS = frozenset({"15", "17"})
DIPLOMA, APPLIED, BACHELOR, PROFESSION, MASTER, DOCTOR = "30", "35", "40", "42", "45", "50"

_SOCIAL, _LAW, _ECONOMY, _TECHNICAL = "Ilmu Sosial", "Ilmu Hukum", "Ilmu Ekonomi", "Ilmu Teknik"
_COMPUTING, _HEALTH, _LAND, _TEACHING = "Ilmu Komputer", "Ilmu Kesehatan", "Ilmu Pertanian", "Ilmu Pendidikan"

PROGRAMMES = {
    "sma": Programme("SMA IPA", "15"),
    "sma_ips": Programme("SMA IPS", "15"),
    "smk": Programme("SMK Administrasi Perkantoran", "17"),
    "smk_tkj": Programme("SMK Teknik Komputer dan Jaringan", "17"),
    "d3_admin": Programme("D-III Administrasi Perkantoran", DIPLOMA, "A.Md.", field=_SOCIAL),
    "d3_accounts": Programme("D-III Akuntansi", DIPLOMA, "A.Md.Ak.", field=_ECONOMY),
    "d3_computing": Programme("D-III Manajemen Informatika", DIPLOMA, "A.Md.Kom.", field=_COMPUTING),
    "d3_civil": Programme("D-III Teknik Sipil", DIPLOMA, "A.Md.T.", field=_TECHNICAL),
    "d3_nursing": Programme("D-III Keperawatan", DIPLOMA, "A.Md.Kep.", field=_HEALTH),
    "d3_midwife": Programme("D-III Kebidanan", DIPLOMA, "A.Md.Keb.", field=_HEALTH),
    "d3_lab": Programme("D-III Teknologi Laboratorium Medis", DIPLOMA, "A.Md.Kes.", field=_HEALTH),
    "d3_archives": Programme("D-III Kearsipan", DIPLOMA, "A.Md.", field=_SOCIAL),
    "d3_traffic": Programme("D-III Lalu Lintas dan Angkutan Jalan", DIPLOMA, "A.Md.LLAJ.", field=_TECHNICAL),
    "d4_government": Programme("D-IV Ilmu Pemerintahan", APPLIED, "S.STP.", field=_SOCIAL),
    "s1_government": Programme("S-1 Ilmu Pemerintahan", BACHELOR, "S.I.P.", field=_SOCIAL),
    "s1_admin": Programme("S-1 Administrasi Publik", BACHELOR, "S.A.P.", field=_SOCIAL),
    "s1_communication": Programme("S-1 Ilmu Komunikasi", BACHELOR, "S.I.Kom.", field=_SOCIAL),
    "s1_welfare": Programme("S-1 Kesejahteraan Sosial", BACHELOR, "S.Sos.", field=_SOCIAL),
    "s1_library": Programme("S-1 Ilmu Perpustakaan", BACHELOR, "S.IPI.", field=_SOCIAL),
    "s1_psychology": Programme("S-1 Psikologi", BACHELOR, "S.Psi.", field=_SOCIAL),
    "s1_law": Programme("S-1 Ilmu Hukum", BACHELOR, "S.H.", field=_LAW),
    "s1_management": Programme("S-1 Manajemen", BACHELOR, "S.M.", field=_ECONOMY),
    "s1_accounts": Programme("S-1 Akuntansi", BACHELOR, "S.Ak.", field=_ECONOMY),
    "s1_economics": Programme("S-1 Ekonomi Pembangunan", BACHELOR, "S.E.", field=_ECONOMY),
    "s1_statistics": Programme("S-1 Statistika", BACHELOR, "S.Stat.", field=_COMPUTING),
    "s1_computing": Programme("S-1 Teknik Informatika", BACHELOR, "S.Kom.", field=_COMPUTING),
    "s1_systems": Programme("S-1 Sistem Informasi", BACHELOR, "S.Kom.", field=_COMPUTING),
    "s1_civil": Programme("S-1 Teknik Sipil", BACHELOR, "S.T.", field=_TECHNICAL),
    "s1_architecture": Programme("S-1 Arsitektur", BACHELOR, "S.Ars.", field=_TECHNICAL),
    "s1_planning": Programme("S-1 Perencanaan Wilayah dan Kota", BACHELOR, "S.P.W.K.", field=_TECHNICAL),
    "s1_environment": Programme("S-1 Teknik Lingkungan", BACHELOR, "S.T.", field=_TECHNICAL),
    "s1_farming": Programme("S-1 Agroteknologi", BACHELOR, "S.P.", field=_LAND),
    "s1_livestock": Programme("S-1 Peternakan", BACHELOR, "S.Pt.", field=_LAND),
    "s1_public_health": Programme("S-1 Kesehatan Masyarakat", BACHELOR, "S.K.M.", field=_HEALTH),
    "s1_nutrition": Programme("S-1 Gizi", BACHELOR, "S.Gz.", field=_HEALTH),
    "s1_nursing": Programme("S-1 Keperawatan", BACHELOR, "S.Kep.", field=_HEALTH),
    "s1_medicine": Programme("S-1 Kedokteran", BACHELOR, "", field=_HEALTH),
    "s1_pharmacy": Programme("S-1 Farmasi", BACHELOR, "S.Farm.", field=_HEALTH),
    "s1_primary": Programme("S-1 Pendidikan Guru Sekolah Dasar", BACHELOR, "S.Pd.", field=_TEACHING),
    "s1_maths": Programme("S-1 Pendidikan Matematika", BACHELOR, "S.Pd.", field=_TEACHING),
    "s1_language": Programme("S-1 Pendidikan Bahasa Indonesia", BACHELOR, "S.Pd.", field=_TEACHING),
    "s1_sports": Programme("S-1 Pendidikan Jasmani", BACHELOR, "S.Pd.", field=_TEACHING),
    "doctor": Programme("Profesi Dokter", PROFESSION, "dr.", front=True, field=_HEALTH),
    "ners": Programme("Profesi Ners", PROFESSION, "Ners", field=_HEALTH),
    "pharmacist": Programme("Profesi Apoteker", PROFESSION, "apt.", front=True, field=_HEALTH),
    "s2_management": Programme("S-2 Manajemen", MASTER, "M.M.", field=_ECONOMY),
    "s2_accounts": Programme("S-2 Akuntansi", MASTER, "M.Ak.", field=_ECONOMY),
    "s2_admin": Programme("S-2 Administrasi Publik", MASTER, "M.A.P.", field=_SOCIAL),
    "s2_law": Programme("S-2 Ilmu Hukum", MASTER, "M.H.", field=_LAW),
    "s2_computing": Programme("S-2 Ilmu Komputer", MASTER, "M.Kom.", field=_COMPUTING),
    "s2_civil": Programme("S-2 Teknik Sipil", MASTER, "M.T.", field=_TECHNICAL),
    "s2_planning": Programme("S-2 Perencanaan Wilayah dan Kota", MASTER, "M.P.W.K.", field=_TECHNICAL),
    "s2_environment": Programme("S-2 Ilmu Lingkungan", MASTER, "M.Ling.", field=_TECHNICAL),
    "s2_farming": Programme("S-2 Agribisnis", MASTER, "M.P.", field=_LAND),
    "s2_public_health": Programme("S-2 Kesehatan Masyarakat", MASTER, "M.K.M.", field=_HEALTH),
    "s2_nursing": Programme("S-2 Keperawatan", MASTER, "M.Kep.", field=_HEALTH),
    "s2_teaching": Programme("S-2 Manajemen Pendidikan", MASTER, "M.Pd.", field=_TEACHING),
    "s3_admin": Programme("S-3 Administrasi Publik", DOCTOR, "Dr.", front=True, field=_SOCIAL),
    "s3_teaching": Programme("S-3 Manajemen Pendidikan", DOCTOR, "Dr.", front=True, field=_TEACHING),
}

NAMES = list(PROGRAMMES)
PLACE = {name: place for place, name in enumerate(NAMES)}
"""Where each programme stands in the rows that are written."""

BEFORE = {"doctor": "s1_medicine", "ners": "s1_nursing", "pharmacist": "s1_pharmacy"}
"""What has to be studied before a profession."""

_MASTER_OF_FIELD = {
    _SOCIAL: ("s2_admin", "s2_management", "s2_law"),
    _LAW: ("s2_law",),
    _ECONOMY: ("s2_management", "s2_accounts"),
    _COMPUTING: ("s2_computing",),
    _TECHNICAL: ("s2_civil", "s2_planning", "s2_environment"),
    _HEALTH: ("s2_public_health",),
    _LAND: ("s2_farming", "s2_environment"),
    _TEACHING: ("s2_teaching",),
}


def masters_after(name: str) -> tuple[str, ...]:
    """Masters' programmes open to someone of this programme: those of its own field."""
    return ("s2_nursing",) if name == "ners" else _MASTER_OF_FIELD[PROGRAMMES[name].field]


def titles(names: list[str]) -> tuple[str | None, str | None]:
    """Titles before and behind the name for what someone has studied, in the order of the studies."""
    studied = [PROGRAMMES[name] for name in names]
    front = [it.title for it in reversed(studied) if it.front and it.title]
    back = [it.title for it in studied if not it.front and it.title]
    return " ".join(front) or None, ", ".join(back) or None
