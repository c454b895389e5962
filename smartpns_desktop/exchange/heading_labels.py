"""The texts that stand over a column, from the upper row of a heading to the lower, and what they say together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from smartpns_desktop.exchange.headings import heading_key, heading_text

Parts = tuple[str, ...]
"""The texts over one column, the upper first; () where it has no heading."""

OTHERS = frozenset(
    "anak anggaran ayah atasan awal bawahan dana digantikan eks existing ibu istri keluarga lama lawan mantan mertua "
    "orangtua ortu pagu pasangan pejabat penandatangan pengganti penilai pertama realisasi saudara sebelum sebelumnya "
    "semula suami terdahulu tersedia tertanggung wali".split()
)
"""Words by which a heading speaks of somebody or something else than the same heading without them."""
_FRAMES = frozenset(
    "asn biodata cpns daftar dan data diri identitas jumlah kebutuhan kegiatan kepegawaian orang pegawai pelaksanaan "
    "periode personal peserta pns pppk pribadi profil rencana tahun tanggal umum utama waktu yang".split()
)
"""Words over a group of columns that say nothing of any one of them."""
_BARE = frozenset(
    "bln bulan gol golongan id instansi jabatan jam jenis jml jumlah ket keterangan kode lulus nama nip no nomor ruang "
    "status tahun tanggal tempat tgl thn tingkat tmt uraian unit".split()
)
"""Words that mean something else under every group heading: Nama below Atasan, TMT below Pangkat."""
_NUMBERING = re.compile(r"^\(?(?:\d{1,2}|[ivx]{1,4}|[a-z])[.)]\s*(?=\S)", re.IGNORECASE)
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*|\*+")


def parts_of(heading: Sequence[Sequence[object]]) -> list[Parts]:
    """For each column the texts over it.

    A merged cell keeps its text in the first column; it reaches on over columns that have a text below and none of
    their own beside it.
    """
    texts = [[heading_text(cell) for cell in row] for row in heading]
    width = max(map(len, texts))
    texts = [row + [""] * (width - len(row)) for row in texts]
    for level in range(len(texts) - 1):
        _spread(texts, level)
    return [_stack([row[place] for row in texts]) for place in range(width)]


def _spread(texts: list[list[str]], level: int) -> None:
    carried = ""
    for place, own in enumerate(texts[level]):
        has_below = any(row[place] for row in texts[level + 1 :])
        begins_above = level > 0 and texts[level - 1][place] != (texts[level - 1][place - 1] if place else "")
        if own or begins_above:
            carried = own if has_below else ""
        elif not has_below:
            carried = ""
        texts[level][place] = own or carried


def _stack(texts: Sequence[str]) -> Parts:
    filled = [text for text in texts if text]
    return tuple(filled[:1] + [text for above, text in pairwise(filled) if text != above])


def whole(parts: Parts) -> str:
    """The sender's heading in one line: Tanggal Mulai for Mulai below Tanggal."""
    return " ".join(parts)


def readings(parts: Parts) -> Iterator[str]:
    """The headings that the parts may form, the fullest first: Tanggal Mulai, Mulai Tanggal, Mulai.

    An upper text is left out only where the lower one means the same without it, or is named in it (NIP below
    Nama / NIP).
    """
    for first in range(len(parts)):
        rest = parts[first:]
        if first and not _can_stand_alone(parts[:first], rest):
            continue
        yield " ".join(rest)
        if len(rest) > 1:
            yield " ".join(reversed(rest))
    if len(parts) > 2:
        yield f"{parts[0]} {parts[-1]}"
        yield f"{parts[-1]} {parts[0]}"


def _can_stand_alone(above: Parts, rest: Parts) -> bool:
    dropped = set(heading_key(" ".join(above)).split())
    if dropped & OTHERS:
        return False
    kept = set(heading_key(" ".join(rest)).split())
    return dropped <= _FRAMES or kept < dropped or not kept <= _BARE


def keys_of(text: str) -> Iterator[str]:
    """The words of a heading; then without its number in front; then without what it says in brackets."""
    key = heading_key(text)
    yield key
    bare = _NUMBERING.sub("", text)
    if bare != text:
        yield heading_key(bare)
    plain = _ASIDE.sub(" ", bare)
    asides = set(key.split()) - set(heading_key(plain).split())
    if plain != bare and not asides & OTHERS:
        yield heading_key(plain)
