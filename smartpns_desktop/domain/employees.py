"""Employees: their kinds and sexes, and how offices spell them."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

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


_MALE = frozenset("m l 1 lk laki lakilaki lelaki pria male".split())
_FEMALE = frozenset("f p 2 w pr perempuan wanita female".split())


@lru_cache(maxsize=1024)
def sex_of(text: str) -> Sex | None:
    """The sex meant by M/F, L/P, Laki-laki/Perempuan, Pria/Wanita or digit 15 of an NIP; None if unknown.

    A lone P is perempuan: Indonesian sheets write L/P, never P for pria.
    """
    word = "".join(letter for letter in text.casefold() if letter.isalnum())
    if word in _MALE:
        return Sex.M
    return Sex.F if word in _FEMALE else None


def kind_of(status_text: str, employment_text: str, nip: str) -> EmployeeKind:
    """The legal status told by SIASN's columns STATUS CPNS PNS and JENIS PEGAWAI NAMA.

    Words come first, so that an NIP that tells otherwise shows as `nip.kind_differs`; only where both
    columns are silent the NIP decides.
    """
    told = _kind_told(status_text, employment_text)
    if told is not None:
        return told
    return EmployeeKind.PPPK if nip[12:14] in PPPK_CODES else EmployeeKind.PNS


@lru_cache(maxsize=1024)
def _kind_told(status_text: str, employment_text: str) -> EmployeeKind | None:
    status, employment = status_text.upper().strip(), employment_text.upper()
    both = f"{status} {employment}"
    if any(word in both for word in ("PPPK", "P3K", "PERJANJIAN KERJA")):
        return EmployeeKind.PPPK
    if status == "C" or any(word in both for word in ("CPNS", "CALON P")):
        return EmployeeKind.CPNS
    if status == "P" or any(word in both for word in ("PNS", "PEGAWAI NEGERI")):
        return EmployeeKind.PNS
    return None
