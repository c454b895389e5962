"""The functional and general posts of the city: who may hold them, and at which level with which grade."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from smartpns_desktop.domain.positions import FUNCTIONAL, GENERAL

NO_ECHELON = "99"

EXPERT_LEVELS = ((9, "Ahli Pertama"), (11, "Ahli Muda"), (13, "Ahli Madya"))
SKILLED_LEVELS = ((5, "Terampil"), (9, "Mahir"), (11, "Penyelia"))
"""From which place among the grades (`domain.grades.order`) each level is held (PermenPANRB 13/2019)."""

Level = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Family:
    """Posts of one calling: its name and levels, the programmes that lead to it, the share of women in it.

    A general post has no level: its `levels` hold one entry with an empty name.
    """

    name: str
    kind: str
    levels: tuple[Level, ...]
    programmes: tuple[str, ...]
    women: float = 0.5

    def post_at(self, order: int) -> str:
        """The post's name for someone whose grade stands at this place."""
        fitting = [level for lowest, level in self.levels if lowest <= order] or [self.levels[0][1]]
        return f"{self.name} {fitting[-1]}".strip()

    def posts(self) -> Iterator[str]:
        """All posts of the family, lowest first."""
        return (f"{self.name} {level}".strip() for _, level in self.levels)


def _expert(name: str, programmes: str, women: float = 0.5) -> Family:
    return Family(name, FUNCTIONAL, EXPERT_LEVELS, tuple(programmes.split()), women)


def _skilled(name: str, programmes: str, women: float = 0.5) -> Family:
    return Family(name, FUNCTIONAL, SKILLED_LEVELS, tuple(programmes.split()), women)


def _general(name: str, programmes: str) -> Family:
    return Family(name, GENERAL, ((0, ""),), tuple(programmes.split()))


_CLERKS = "sma sma_ips smk smk_tkj"
_OFFICE = "s1_government s1_admin s1_law s1_management s1_economics s1_accounts"

FAMILIES = {
    "teacher_primary": _expert("Guru Kelas", "s1_primary", 0.75),
    "teacher": _expert("Guru Mata Pelajaran", "s1_maths s1_language s1_sports", 0.62),
    "nurse": _skilled("Perawat", "d3_nursing", 0.72),
    "nurse_expert": _expert("Perawat", "ners", 0.7),
    "midwife": _skilled("Bidan", "d3_midwife", 1.0),
    "doctor": _expert("Dokter", "doctor", 0.55),
    "pharmacist": _expert("Apoteker", "pharmacist", 0.7),
    "nutritionist": _expert("Nutrisionis", "s1_nutrition", 0.85),
    "health_worker": _expert("Tenaga Promosi Kesehatan dan Ilmu Perilaku", "s1_public_health", 0.65),
    "lab": _skilled("Pranata Laboratorium Kesehatan", "d3_lab", 0.6),
    "computing": _expert("Pranata Komputer", "s1_computing s1_systems", 0.35),
    "computing_skilled": _skilled("Pranata Komputer", "d3_computing", 0.35),
    "statistics": _expert("Statistisi", "s1_statistics"),
    "archivist": _skilled("Arsiparis", "d3_archives d3_admin", 0.6),
    "librarian": _expert("Pustakawan", "s1_library", 0.65),
    "auditor": _expert("Auditor", "s1_accounts s1_economics s1_law"),
    "planner": _expert("Perencana", "s1_planning s1_economics s1_admin"),
    "policy": _expert("Analis Kebijakan", _OFFICE),
    "staffing": _expert("Analis Sumber Daya Manusia Aparatur", "s1_psychology s1_admin s1_law", 0.58),
    "finance": _expert("Analis Keuangan Pusat dan Daerah", "s1_accounts s1_economics s1_management", 0.6),
    "procurement": _expert("Pengelola Pengadaan Barang/Jasa", "s1_civil s1_law s1_management", 0.35),
    "relations": _expert("Pranata Hubungan Masyarakat", "s1_communication", 0.55),
    "law": _expert("Perancang Peraturan Perundang-undangan", "s1_law"),
    "building": _expert("Penata Bangunan Gedung dan Kawasan Permukiman", "s1_architecture s1_civil", 0.3),
    "roads": _expert("Pembina Jasa Konstruksi", "s1_civil", 0.25),
    "environment": _expert("Pengendali Dampak Lingkungan", "s1_environment"),
    "farming": _expert("Penyuluh Pertanian", "s1_farming s1_livestock", 0.42),
    "social_worker": _expert("Pekerja Sosial", "s1_welfare", 0.6),
    "family_planning": _expert("Penyuluh Keluarga Berencana", "s1_welfare s1_public_health", 0.7),
    "labour": _expert("Mediator Hubungan Industrial", "s1_law s1_admin"),
    "licences": _expert("Penata Perizinan", "s1_law s1_management s1_admin"),
    "police": _skilled("Polisi Pamong Praja", _CLERKS, 0.14),
    "fire": _skilled("Pemadam Kebakaran", _CLERKS, 0.04),
    "traffic": _skilled("Penguji Kendaraan Bermotor", "d3_traffic", 0.1),
    "village": _expert("Penggerak Swadaya Masyarakat", "s1_welfare s1_government"),
    "tourism": _expert("Adyatama Kepariwisataan dan Ekonomi Kreatif", "s1_communication s1_management"),
    "office": _general("Penelaah Teknis Kebijakan", _OFFICE),
    "data": _general("Pengolah Data dan Informasi", "d3_admin d3_accounts d3_computing"),
    "clerk": _general("Pengadministrasi Perkantoran", _CLERKS),
}

CONTRACT_POSTS = {
    "office": "Penata Layanan Operasional",
    "data": "Pengelola Layanan Operasional",
    "clerk": "Operator Layanan Operasional",
}
"""What a PPPK is called in a general post (KepmenPANRB 11/2024)."""

Post = tuple[str, str, str]
"""Name, kind and echelon: what makes a post one of its own."""


def functional_and_general() -> Iterator[Post]:
    """Every post that is no manager's, each once."""
    for family in FAMILIES.values():
        for name in family.posts():
            yield name, family.kind, NO_ECHELON
    for name in CONTRACT_POSTS.values():
        yield name, GENERAL, NO_ECHELON
