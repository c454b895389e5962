"""How the office and its region are named, and the labels of the fields that tell them."""

from __future__ import annotations

import re

REGION_KINDS = {"city": "Kota", "regency": "Kabupaten", "province": "Provinsi"}
"""The word before the name of a region, by its kind."""

_KIND_OF_WORD = {
    "kota": "city", "pemkot": "city", "kotamadya": "city", "kabupaten": "regency", "kab": "regency",
    "pemkab": "regency", "provinsi": "province", "propinsi": "province", "prov": "province", "pemprov": "province",
}  # fmt: skip
_PLACE = rf"(?:pemerintah (?:daerah )?)?(?P<word>{'|'.join(_KIND_OF_WORD)})(?:\.| |$) ?(?P<name>.*)"

FIELDS = {
    "office": "Nama kantor",
    "region": "Nama daerah",
    "region_kind": "Jenis daerah",
    "province": "Provinsi",
}
"""Labels of the fields of an office's profile."""


def place(region_kind: str, region: str) -> str:
    """A region as people call it, Kota Nusa Jaya; nothing where it has no name."""
    return f"{REGION_KINDS[region_kind]} {region}" if region else ""


def split_place(text: str) -> tuple[str, str]:
    """A region as people write it ("Kota Samudra", "Pemkab Nusa", "Kab.Nusa"): its kind and its bare name.

    The kind is "" where no word before the name tells it: Kotawaringin and Kotabaru are names.
    """
    found = re.fullmatch(_PLACE, " ".join(text.split()), re.IGNORECASE)
    if found is None:
        return "", " ".join(text.split())
    return _KIND_OF_WORD[found["word"].casefold()], found["name"]
