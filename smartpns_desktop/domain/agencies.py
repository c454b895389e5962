"""Names of agencies and of the units inside them, and what such a name tells by itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from smartpns_desktop.domain.dates import MONTHS
from smartpns_desktop.domain.folding import fold

_ALONE = re.compile(
    r"(?:badan|dinas|inspektorat|kantor|kecamatan|rsud|rumah sakit|satuan|satpol|"
    r"sekretariat (?:daerah|dprd|dewan|kota|kabupaten)|setda|setwan|kec|din|dis)\b"
)
_IN_TITLE = re.compile(
    r"\b(?:kebutuhan|usulan|rencana|daftar|data|rekap\w*|tugas belajar)\b.*?"
    r"\b((?:badan|dinas|inspektorat|kantor|kecamatan|rsud|satuan|sekretariat (?:daerah|dprd))\b.*?)"
    r"(?= (?:periode|tahun|thn|ta|tw|triwulan|semester|bulan|kota|kabupaten|kab|provinsi|pemerintah|\d+)\b|$)"
)
_INNER = re.compile(
    r"(?:bagian|bidang|kelompok|sekretariat|seksi|sub|subag|subbag|subbagian|subbid|subbidang|urusan|bid|bag)\b"
)
_PLACES = re.compile(
    r"(?:balai|cabang|desa|gudang|instalasi|kelurahan|klinik|kel|korwil|laboratorium|museum|paud|pasar|perpustakaan|pos|"
    r"puskesmas|pustu|sanggar|sd|sdn|sekolah|sma|sman|smk|smkn|smp|smpn|taman|terminal|tk|unit|upt|uptb|uptd)\b"
)
_NUMBERING = re.compile(r"^(?:[a-z]|[ivx]+|\d+) (?=\w)")
_OTHER_GROUPS = re.compile(
    r"\b(?:asn|non asn|c?pns|pppk|p3k|honor\w*|kontrak|thl|tkk|ptt|pegawai|tenaga|golongan|gol|pangkat|eselon|jabatan|"
    r"struktural|fungsional|pelaksana|pejabat|pimpinan|staf|laki|perempuan|pria|wanita|guru|dokter|perawat|bidan|"
    r"jumlah|total|hal|halaman|lembar|lanjutan|sambungan|pindahan|lampiran|catatan|keterangan|tahun|bulan|periode|"
    rf"semester|triwulan|jenjang|nihil|kosong|{'|'.join(word for word in MONTHS if len(word) > 3)})\b|\d"
)
"""Words of what heads a group of rows besides agencies: kinds of staff, pages, months, remarks."""


_SHORT = {
    "kecamatan": "kec",
    "kelurahan": "kel",
    "dinas": "dis|din",
    "badan": "bdn",
    "bidang": "bid",
    "bagian": "bag|bgn",
    "subbagian": r"(?:sub|subb) ?(?:bag|bagian|ag)",
    "subbidang": r"sub ?(?:bid|bidang)",
    "sekretariat dprd": r"setwan|(?:set|sekr|sekret|sekretariat) (?:dprd|dewan(?: perwakilan rakyat daerah)?)",
    "sekretariat daerah": "setda",
    "sekretariat": "sekr|sekret",
    "inspektorat": "itda|inspektorat daerah",
    "upt": r"uptd|uptb|upt (?:daerah|dinas|badan)|unit pelaksana teknis(?: (?:daerah|dinas|badan))?",
    "puskesmas": "pusat kesehatan masyarakat",
    "rsud": r"(?:rumah sakit|rs) umum daerah|rsu daerah",
    "sd negeri": "sdn|sd n|sekolah dasar negeri",
    "smp negeri": "smpn|smp n|sekolah menengah pertama negeri",
    "sma negeri": "sman|sma n|sekolah menengah atas negeri",
    "smk negeri": "smkn|smk n|sekolah menengah kejuruan negeri",
    "tk negeri": "tkn|tk n|taman kanak kanak negeri",
    "satuan polisi pamong praja": r"sat(?:uan)? ?pol(?:isi)? pp|satpol ?pp",
    "pekerjaan umum penataan ruang": "pupr|pu pr",
    "pekerjaan umum": "pu",
    "komunikasi informatika": "kominfo",
    "kependudukan pencatatan sipil": "dukcapil",
    "pendidikan kebudayaan": "dikbud",
    "pelayanan terpadu satu pintu": "ptsp",
    "penelitian pengembangan": "litbang",
    "sumber daya manusia": "sdm",
    "kesejahteraan rakyat": "kesra",
    "keluarga berencana": "kb",
    "usaha kecil menengah": "ukm",
}
"""Words of agencies' names and how offices shorten them; each has one meaning among offices."""
_SHORTENED = re.compile("|".join(rf"(?P<w{place}>\b(?:{words})\b)" for place, words in enumerate(_SHORT.values())))
_FULL = tuple(_SHORT)
_JOINING = frozenset({"dan", "serta"})
_OPERATED = re.compile(r"^upt (?=(?:puskesmas|rsud|sd|smp|sma|smk|tk) )")
_REGION = re.compile(r"^(?P<rest>.+?) (?:pemerintah )?(?:kota|kabupaten|kab) (?P<region>(?!dan )[a-z]+(?: [a-z]+)?)$")
_WITH_PLACE = frozenset({"kecamatan", "kelurahan", "desa", "sekretariat"})
"""Words that are no name without the place behind them."""
_CUTS = re.compile(r"\s*(?:[,;/|\n]|\s[-–—]+\s|\bpada\b)\s*", re.IGNORECASE)


def spelled_out(name: str) -> str:
    """The folded name with its shortened words in full and without joining ones: Kec. Utara is kecamatan utara."""
    text = _bare(name) if names_agency(name) else fold(name)
    words = " ".join(it for it in text.split() if it not in _JOINING)
    full = _SHORTENED.sub(lambda match: _FULL[int(str(match.lastgroup)[1:])], words)
    return " ".join(str(int(it)) if it.isascii() and it.isdigit() else it for it in full.split())


def region_told(name: str) -> str:
    """The city or regency, folded, that ends a name: bontang in Dinas Pendidikan Kota Bontang; "" where none does."""
    match = _REGION.match(spelled_out(name))
    return match["region"] if match and match["rest"] not in _WITH_PLACE else ""


@lru_cache(maxsize=65_536)
def plain(name: str, region: str = "") -> str:
    """A key that spellings of one name share: shortened words in full, own region, joining words and spaces dropped.

    `region` is the folded name of the office's own city or regency; that of another one stays part of the name.
    """
    text = _OPERATED.sub("", spelled_out(name))
    if region:
        shorter = re.sub(rf"(?: (?:pemerintah )?(?:kota|kabupaten|kab))? {re.escape(region)}$", "", text)
        text = shorter if shorter not in _WITH_PLACE else text
    return text.replace(" ", "")


def path_told(name: str, is_whole: Callable[[str], bool] | None = None) -> tuple[str, ...]:
    """A unit and the agencies around it that one cell names, outermost first; the name alone where it tells none.

    Bidang A - Dinas B, Dinas B, Bidang A and Dinas B / Bidang A are ("Dinas B", "Bidang A"). `is_whole` tells
    agencies that are known by names that do not show it (Bappeda).
    """
    parts = [" ".join(part.split()) for part in _CUTS.split(name)]
    if len(parts) < 2:
        return (name,)
    alone = [stands_alone(part) or (is_whole is not None and is_whole(part)) for part in parts]
    if sum(alone) != 1 or not (alone[0] or alone[-1]):
        return (name,)
    units = parts[1:] if alone[0] else parts[-2::-1]
    if not all(map(names_agency, units)):
        return (name,)
    return (parts[0] if alone[0] else parts[-1], *sorted(units, key=_is_lowest))


def _is_lowest(name: str) -> bool:
    return spelled_out(name).startswith(("sub", "seksi", "urusan"))


def stands_alone(name: str) -> bool:
    """Whether a name is that of a whole agency (Dinas …, Badan …), which no other agency contains."""
    return _ALONE.match(_bare(name)) is not None


def told_in_title(title: str) -> str:
    """The whole agency that a title names behind what it is about (Usulan Kebutuhan Tugas Belajar Dinas Kesehatan
    Periode 2026-2030), "" where it names none; what begins a title is a letterhead."""
    match = _IN_TITLE.search(fold(title))
    return match[1] if match else ""


def is_inner(name: str) -> bool:
    """Whether many agencies have a unit of that name (Sekretariat, Bidang …, Seksi …)."""
    return _INNER.match(_bare(name)) is not None and not stands_alone(name)


def names_agency(text: str) -> bool:
    """Whether a text reads like the name of an agency or unit, and not like a grade, a group or a remark."""
    return stands_alone(text) or is_inner(text) or _PLACES.match(_bare(text)) is not None


def may_name_agency(text: str) -> bool:
    """Whether a text that heads a group of rows as agencies' names do can be one too (BAPPERIDA): it names no kind of
    staff, no page and no month."""
    folded = _bare(text)
    return any(map(str.isalpha, folded)) and _OTHER_GROUPS.search(folded) is None


def _bare(name: str) -> str:
    """The folded name without the number or letter in front of a section."""
    return _NUMBERING.sub("", fold(name))
