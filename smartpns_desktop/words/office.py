"""How the office and its region are named, and the labels of the fields that tell them."""

from __future__ import annotations

REGION_KINDS = {"city": "Kota", "regency": "Kabupaten", "province": "Provinsi"}
"""The word before the name of a region, by its kind."""

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
