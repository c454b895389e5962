"""What the headings of a kind come down to, whatever their order, abbreviations and synonyms of its subject."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from smartpns_desktop.exchange.columns_spec import SheetSpec
from smartpns_desktop.exchange.headings import heading_key

Gist = frozenset[str]
"""The words of a heading, each subject under its first name."""

_SPELLED_OUT = {
    "tgl": "tanggal", "tggl": "tanggal", "jml": "jumlah", "jlh": "jumlah", "jmlh": "jumlah", "thn": "tahun",
    "bln": "bulan", "bl": "bulan", "no": "nomor", "nmr": "nomor", "sertipikat": "sertifikat", "pddkn": "pendidikan",
    "th": "tahun", "jab": "jabatan", "gol": "golongan", "ket": "keterangan", "jabat": "jabatan", "tk": "tingkat",
    "tkt": "tingkat", "peg": "pegawai", "pend": "pendidikan", "tmp": "tempat", "tpt": "tempat", "lhr": "lahir",
    "pkt": "pangkat",
}  # fmt: skip
_EMPTY = frozenset("dan atau yang di oleh pada dalam untuk dari the of telah sudah diikuti dilaksanakan".split())
_BARE = frozenset("nama nomor tanggal jumlah jenis tahun bulan kode id status tempat total keterangan".split())
"""Words that alone mean another thing under each subject: they stand for a field only beside a word of their own."""


@lru_cache(maxsize=64)
def known_gists(spec: SheetSpec) -> dict[Gist, str]:
    """The field that each gist means; what would mean two fields means none."""
    found: dict[Gist, set[str]] = {}
    for column in spec.columns:
        for heading in (column.heading, *column.synonyms) if not column.kind.is_yearly else ():
            found.setdefault(_gist(heading_key(heading), spec), set()).add(column.field)
    return {gist: next(iter(fields)) for gist, fields in found.items() if len(fields) == 1 and gist}


def gists_of(key: str, spec: SheetSpec) -> Iterator[Gist]:
    """The gist of a heading's words, then without the kind's own subjects, which every column of it may name."""
    gist, subjects = _gist(key, spec), {subject[0] for subject in spec.subjects}
    bare = gist - subjects
    if bare:
        yield gist
        if bare != gist and not bare <= _BARE:
            yield bare


def _gist(key: str, spec: SheetSpec) -> Gist:
    names = _names(spec)
    words = [_SPELLED_OUT.get(word, word) for word in key.split() if word not in _EMPTY]
    return frozenset(names.get(word, word) for word in words)


@lru_cache(maxsize=64)
def _names(spec: SheetSpec) -> dict[str, str]:
    return {word: subject[0] for subject in spec.subjects for word in subject}
