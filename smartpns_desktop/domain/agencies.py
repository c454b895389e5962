"""Names of agencies and of the units inside them, and what such a name tells by itself."""

from __future__ import annotations

import re

from smartpns_desktop.domain.names import fold

_ALONE = re.compile(
    r"(?:badan|dinas|inspektorat|kantor|kecamatan|rsud|rumah sakit|satuan|satpol|"
    r"sekretariat (?:daerah|dprd|dewan|kota|kabupaten))\b"
)
_INNER = re.compile(
    r"(?:bagian|bidang|kelompok|sekretariat|seksi|sub|subag|subbag|subbagian|subbid|subbidang|urusan)\b"
)
_PLACES = re.compile(
    r"(?:balai|cabang|desa|gudang|instalasi|kelurahan|klinik|korwil|laboratorium|museum|paud|pasar|perpustakaan|pos|"
    r"puskesmas|pustu|sanggar|sd|sdn|sekolah|sma|sman|smk|smkn|smp|smpn|taman|terminal|tk|unit|upt|uptb|uptd)\b"
)
_NUMBERING = re.compile(r"^(?:[a-z]|[ivx]+|\d+) (?=\w)")


def stands_alone(name: str) -> bool:
    """Whether a name is that of a whole agency (Dinas …, Badan …), which no other agency contains."""
    return _ALONE.match(_bare(name)) is not None


def is_inner(name: str) -> bool:
    """Whether many agencies have a unit of that name (Sekretariat, Bidang …, Seksi …)."""
    return _INNER.match(_bare(name)) is not None and not stands_alone(name)


def names_agency(text: str) -> bool:
    """Whether a text reads like the name of an agency or unit, and not like a grade, a group or a remark."""
    return stands_alone(text) or is_inner(text) or _PLACES.match(_bare(text)) is not None


def _bare(name: str) -> str:
    """The folded name without the number or letter in front of a section."""
    return _NUMBERING.sub("", fold(name))
