"""Why two records are probably one person or are not, and what merging them moves, in words."""

from __future__ import annotations

from collections.abc import Mapping

from smartpns_desktop.domain.duplicates import Sign
from smartpns_desktop.words.sentences import listed
from smartpns_desktop.words.trail import THINGS

SIGNS = {
    Sign.SAME_NIK: "NIK sama",
    Sign.NIP_SLIP: "NIP hanya berbeda satu angka atau tertukar",
    Sign.NIP_STEM: "NIP sama sampai angka ke-14",
    Sign.SAME_NAME: "nama sama",
    Sign.ALIKE_NAME: "nama mirip",
    Sign.SAME_BIRTH: "tanggal lahir sama",
    Sign.STATUS_CHANGED: "beralih antara PPPK dan PNS",
    Sign.OTHER_NIK: "tetapi NIK berbeda",
    Sign.OTHER_NAME: "tetapi nama berbeda",
    Sign.OTHER_BIRTH: "tetapi tanggal lahir berbeda",
}
"""By sign, as they stand in a row."""


def reasons(signs: tuple[Sign, ...]) -> str:
    """The signs of a pair in a row: "NIK sama, nama mirip"."""
    return ", ".join(SIGNS[sign] for sign in signs)


def moved(counts: Mapping[str, int]) -> str:
    """How many rows of what move: "3 riwayat golongan dan 12 pelatihan"; empty where none do."""
    return listed([f"{count} {THINGS.get(table, table).lower()}" for table, count in counts.items()])
