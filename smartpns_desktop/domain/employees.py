"""Employees: their kinds and sexes, and how offices spell them."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from smartpns_desktop.domain.folding import fold

PPPK_CODES = frozenset(f"2{digit}" for digit in range(1, 10))
"""Digits 13–14 of an NI PPPK, where an NIP of a PNS has the month (RULES.md 1.1)."""


class EmployeeKind(StrEnum):
    """Legal status of a civil servant (ASN)."""

    PNS = "PNS"
    CPNS = "CPNS"
    PPPK = "PPPK"


class Sex(StrEnum):
    """Sex as SIASN codes it."""

    M = "M"
    F = "F"


_MALE = frozenset("m l 1 01 lk laki lakilaki lelaki pria male".split())
_FEMALE = frozenset("f p 2 02 w pr perempuan wanita female".split())


@lru_cache(maxsize=1024)
def sex_of(text: str) -> Sex | None:
    """The sex meant by M/F, L/P, Laki-laki/Perempuan, Pria/Wanita or digit 15 of an NIP; None if unknown.

    A lone P is perempuan: Indonesian sheets write L/P, never P for pria. L/P unmarked, as on a form, tells nothing.
    """
    words = set(fold(text).split())
    if words and words <= _MALE:
        return Sex.M
    return Sex.F if words and words <= _FEMALE else None


def kind_of(status_text: str, employment_text: str, nip: str) -> EmployeeKind:
    """The legal status told by SIASN's columns STATUS CPNS PNS and JENIS PEGAWAI NAMA.

    Words come first, so that an NIP that tells otherwise shows as `nip.kind_differs`; only where both
    columns are silent the NIP decides.
    """
    told = kind_told(status_text, employment_text)
    if told is not None:
        return told
    return EmployeeKind.PPPK if nip[12:14] in PPPK_CODES else EmployeeKind.PNS


_NO_ASN = re.compile(r"\b(?:non|bukan|honorer|thl|tkk|ptt|gtt|outsourcing|pjlp|kontrak|mantan)\b")
_KINDS = (
    (EmployeeKind.PPPK, re.compile(r"\b(?:pppk|p3k|pppkpw|p3kpw|perjanjian kerja)\b")),
    (EmployeeKind.CPNS, re.compile(r"^c\b|\bcpns|\bcalon p")),
    (EmployeeKind.PNS, re.compile(r"\bpns|\bpegawai negeri")),
)


@lru_cache(maxsize=1024)
def is_no_asn(text: str) -> bool:
    """Whether a status is that of somebody who is no civil servant: Non ASN, Honorer, Tenaga Kontrak."""
    return _NO_ASN.search(fold(text)) is not None


@lru_cache(maxsize=1024)
def kind_told(status_text: str, employment_text: str) -> EmployeeKind | None:
    """The legal status that the two columns tell in words; None where they tell none, or that of no ASN (Non ASN)."""
    both = fold(f"{status_text} {employment_text}")
    if is_no_asn(both):
        return None
    told = next((kind for kind, words in _KINDS if words.search(both)), None)
    return EmployeeKind.PNS if told is None and fold(status_text) == "p" else told
