"""Legal standings of civil servants (kedudukan hukum): what the words of a record mean, whatever their spelling."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from smartpns_desktop.domain.folding import fold


class Standing(StrEnum):
    """What a standing means for service and counting (PP 11/2017 and PP 17/2020; SIASN's kedudukan hukum)."""

    ACTIVE = "active"
    STUDY = "study"
    """On a study assignment: in service, away from the post."""
    UNPAID_LEAVE = "unpaid_leave"
    """CLTN, at most three years and one more (PP 11/2017 art. 326 and 327)."""
    SUSPENDED = "suspended"
    PRE_RETIREMENT = "pre_retirement"
    """MPP, at most the last year before the retirement age."""
    RETIRED = "retired"
    DIED = "died"
    MOVED_OUT = "moved_out"
    DISMISSED = "dismissed"
    ARCHIVED = "archived"
    """No longer here, and nobody knows why."""


FINAL = frozenset({Standing.RETIRED, Standing.DIED, Standing.MOVED_OUT, Standing.DISMISSED, Standing.ARCHIVED})
"""Standings that end the service here: who has one is in no headcount from its first day on, and nothing that only
people in service get can begin after it."""

NAMES = {
    Standing.ACTIVE: "Aktif",
    Standing.STUDY: "Tugas Belajar",
    Standing.UNPAID_LEAVE: "Cuti di Luar Tanggungan Negara",
    Standing.SUSPENDED: "Pemberhentian Sementara",
    Standing.PRE_RETIREMENT: "Masa Persiapan Pensiun",
    Standing.RETIRED: "Pensiun",
    Standing.DIED: "Meninggal Dunia",
    Standing.MOVED_OUT: "Pindah Instansi",
    Standing.DISMISSED: "Diberhentikan",
    Standing.ARCHIVED: "Diarsipkan",
}
"""How a record calls each."""

_WORDS = (
    (None, r"\b(?:tidak|belum|non) ?aktif\b|\btidak lagi aktif\b|\bbatal\b"),
    (Standing.DIED, r"\bmeninggal\b|\bwafat\b|\balmarhum\w*\b|\btewas\b|\bpensiun (?:janda|duda|yatim)\b"),
    (Standing.ACTIVE, r"\b(?:aktif|bekerja) kembali\b|\bpengaktifan\b|\b(?:mutasi|pindah) masuk\b"),
    (Standing.PRE_RETIREMENT, r"\bmpp\b|\b(?:persiapan|bebas tugas) pensiun\b|\bbelum mencapai tmt pensiun\b"),
    (Standing.DISMISSED, r"\btanpa hak pensiun\b|\btidak dengan hormat\b|\bptdh\b|\btidak atas permintaan\b"),
    (Standing.UNPAID_LEAVE, r"\bcltn\b|\b(?:di ?)?luar tanggungan\b"),
    (Standing.SUSPENDED, r"\bsementara\b|\bpenerima uang tunggu\b|\buang tunggu\b"),
    (Standing.RETIRED, r"\bpensiun(?:an)?\b|\bbup\b|\bpurna ?(?:tugas|bakti)\b|\bbatas usia\b"),
    (Standing.MOVED_OUT, r"\bpindah\b|\bmutasi (?:ke ?luar|antar)\b|\bmutasi\b.*\b(?:keluar|luar)\b"),
    (Standing.STUDY, r"\btugas belajar\b|\btubel\b"),
    (Standing.DISMISSED, r"\bdiberhentikan\b|\bpemberhentian\b|\bberhenti\b|\bmengundurkan diri\b|\bputus kontrak\b"),
    (Standing.ARCHIVED, r"\bdiarsipkan\b|\barsip\b"),
    (Standing.ACTIVE, r"\baktif\b"),
)
"""The words of each, the first that fits; more telling ones stand before those they contain."""


_BESIDE = frozenset("asn bekerja cpns di diluar hukum kedudukan negara p3k pegawai pns pppk sebagai status".split())
"""Words beside a standing that say no more than it."""
_BARE = {
    Standing.ACTIVE: "aktif",
    Standing.STUDY: "tugas belajar tubel",
    Standing.UNPAID_LEAVE: "cltn cuti luar tanggungan",
    Standing.PRE_RETIREMENT: "mpp masa persiapan pensiun",
    Standing.RETIRED: "pensiun",
    Standing.DIED: "meninggal dunia wafat",
    Standing.SUSPENDED: "pemberhentian diberhentikan sementara",
    Standing.MOVED_OUT: "pindah instansi",
}
"""The words of a standing of which nothing else is told."""


def plain_name(text: str) -> str | None:
    """How a record calls the standing that a text names, where it says no more than that (PNS Aktif, CLTN); what says
    more (Pensiun BUP) as it is written; None for one that nobody knows."""
    standing = standing_of(text)
    if standing is None:
        return None
    more = set(fold(text).split()) - _BESIDE - set(_BARE.get(standing, "").split())
    return text if more or standing not in _BARE else NAMES[standing]


@lru_cache(maxsize=1024)
def standing_of(text: str) -> Standing | None:
    """The standing that a text names in any spelling (CLTN, Diberhentikan dengan hormat karena BUP), else None."""
    name = fold(text)
    return next((standing for standing, words in _WORDS if re.search(words, name)), None)
