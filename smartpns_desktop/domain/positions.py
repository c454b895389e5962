"""Posts: their kind, echelon, functional level and the group whose retirement age holds."""

from __future__ import annotations

import re
from functools import lru_cache

from smartpns_desktop.domain.folding import fold

STRUCTURAL, FUNCTIONAL, DOUBLE, GENERAL = "1", "2", "3", "4"
"""SIASN's kinds of post: struktural, fungsional tertentu, rangkap, fungsional umum (RULES.md 1.5)."""

HIGH_LEADERS = frozenset({"10", "11", "12", "21", "22"})
"""Echelons whose holders are pimpinan tinggi (JPT)."""

_LEVELS = (
    ("ahli pertama", "PT"),
    ("ahli muda", "MU"),
    ("ahli madya", "MA"),
    ("ahli utama", "UT"),
    ("pelaksana pemula", "PM"),
    ("pelaksana lanjutan", "MH"),
    ("pemula", "PM"),
    ("terampil", "TR"),
    ("mahir", "MH"),
    ("penyelia", "PY"),
    ("pelaksana", "TR"),
    ("pertama", "PT"),
    ("muda", "MU"),
    ("madya", "MA"),
    ("utama", "UT"),
)
_TODAY = {"PM": "pemula", "TR": "terampil", "MH": "mahir", "PY": "penyelia", "PT": "ahli pertama", "MU": "ahli muda",
          "MA": "ahli madya", "UT": "ahli utama"}  # fmt: skip
"""How a level is called today (PermenPANRB 13/2019)."""
_MANAGERS = frozenset(
    "kepala sekretaris inspektur direktur deputi wakil asisten camat lurah jpt pimpinan pejabat".split()
)


@lru_cache(maxsize=4096)
def functional_level(post_name: str) -> str | None:
    """SIASN's code of the functional level that ends a post's name (PermenPANRB 13/2019), else None.

    Keterampilan: PM pemula, TR terampil, MH mahir, PY penyelia; keahlian: PT ahli pertama, MU ahli muda, MA
    ahli madya, UT ahli utama. Older names count too (Pelaksana Lanjutan, Arsiparis Madya); managers such as
    Sekretaris Utama have no functional level.
    """
    name = fold(post_name)
    if name.split(" ", 1)[0] in _MANAGERS:
        return None
    for ending, code in _LEVELS:
        if name.endswith(f" {ending}"):
            return code
    return None


_SHORT = {
    "kepala subbagian": r"(?:ka ?|kepala )sub ?b?ag(?:ian)?",
    "kepala subbidang": r"(?:ka ?|kepala )sub ?b?id(?:ang)?",
    "kepala seksi": r"kasie?|ka ?sie?|ka seksi|kepala sie",
    "kepala bidang": r"kabid|ka bid(?:ang)?|kepala bid",
    "kepala bagian": r"kabag|ka bag(?:ian)?|kepala bag",
    "kepala dinas": r"kadis|kadin|ka din(?:as)?|ka dis",
    "kepala badan": r"kaban|ka badan",
    "kepala uptd": r"ka ?uptd?|kepala upt",
    "kepala puskesmas": r"kapus|ka puskesmas",
    "kepala sekolah": r"kepsek|ka sekolah",
    "sekretaris kecamatan": "sekcam",
    "sekretaris kelurahan": "seklur",
    "sumber daya manusia aparatur": "sdma|sdm aparatur",
    "sumber daya manusia": "sdm",
    "hubungan masyarakat": "humas",
    "pengadaan barang jasa": "pbj",
    "kepala": "ka",
}
"""Words of posts' names and how offices shorten them."""
_SHORTENED = re.compile("|".join(rf"(?P<w{place}>\b(?:{words})\b)" for place, words in enumerate(_SHORT.values())))
_FULL = tuple(_SHORT)
_GROUP = re.compile(r"^(?:jf[tu]?|jabatan (?:fungsional|pelaksana|struktural)) (?=\w)")
_LEVEL_FIRST = re.compile(r"^(ahli (?:pertama|muda|madya|utama)) (?=\w)")


def spelled_out(post_name: str) -> str:
    """The folded name, its shortened words in full and its level in today's words at the end.

    Kasubag Umum is kepala subbagian umum; Ahli Muda - Perencana and Perencana Muda are perencana ahli muda.
    """
    name = _GROUP.sub("", " ".join(it for it in fold(post_name).split() if it != "dan"))
    name = _SHORTENED.sub(lambda match: _FULL[int(str(match.lastgroup)[1:])], name)
    first = _LEVEL_FIRST.match(name)
    if first and functional_level(name) is None:
        name = f"{name[first.end() :]} {first[1]}"
    level = functional_level(name)
    if level is None:
        return name
    ending = next(ending for ending, _ in _LEVELS if name.endswith(f" {ending}"))
    return f"{name.removesuffix(f' {ending}')} {_TODAY[level]}"


@lru_cache(maxsize=16_384)
def plain(post_name: str) -> str:
    """A key that the spellings of one post share: `spelled_out` without spaces."""
    return spelled_out(post_name).replace(" ", "")


_KINDS = re.compile(
    r"(?P<k3>\brangkap\b)"
    r"|(?P<k4>\bfungsional umum\b|\bpelaksana\b|\bjfu\b)"
    r"|(?P<k2>\bfungsional\b|\bjft?\b)"
    r"|(?P<k1>\bstruktural\b|\beselon\b|(?<!non )\bmanajerial\b|\bpimpinan tinggi\b|\bjpt\b"
    r"|\badministrator\b|\bpengawas\b)"
)


@lru_cache(maxsize=1024)
def kind_from(text: str) -> str | None:
    """SIASN's code 1 to 4 of a kind of post, from its code or its name in any spelling; None if unknown."""
    name = fold(text)
    if name in (STRUCTURAL, FUNCTIONAL, DOUBLE, GENERAL):
        return name
    match = _KINDS.search(name)
    return match.lastgroup[1:] if match and match.lastgroup else None


_ECHELON = re.compile(r"(?:eselon |es )?(iv|v|i{1,3}|[1-5]) ?([ab])")
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}
_ECHELON_CODES = frozenset("10 11 12 21 22 31 32 41 42 51 52 99".split())


@lru_cache(maxsize=1024)
def echelon_from(text: str) -> str | None:
    """BKN's code of an echelon from the code, II.b, IIb, Eselon II/b or Non Eselon; None if it is none."""
    name = fold(text)
    if name in _ECHELON_CODES:
        return name
    if name.startswith("non"):
        return "99"
    match = _ECHELON.fullmatch(name)
    return f"{_ROMAN.get(match[1], match[1])}{'ab'.index(match[2]) + 1}" if match else None


_GROUP_OF_LEVEL = {
    **dict.fromkeys(("PM", "TR", "MH", "PY"), "JF Keterampilan"),
    **dict.fromkeys(("PT", "MU"), "JF Ahli Pertama/Muda"),
    "MA": "JF Ahli Madya",
    "UT": "JF Ahli Utama",
}


def retirement_group(kind: str | None, echelon: str | None, level: str | None, post_name: str = "") -> str:
    """The group of posts whose retirement age (BUP) holds, as the regulation table names it.

    JPT by echelon, functional posts by level, everyone else with the administrators (UU 20/2023; PP 11/2017
    art. 239–240; RULES.md 1.6). A teacher (guru) is a group of its own but at ahli utama. A post's own
    retirement age overrides its group's.
    """
    if echelon in HIGH_LEADERS and kind in (None, STRUCTURAL, DOUBLE):
        return "JPT Utama/Madya/Pratama"
    if kind in (FUNCTIONAL, DOUBLE):
        if fold(post_name).split(" ", 1)[0] == "guru" and level != "UT":
            return "Guru"
        if level in _GROUP_OF_LEVEL:
            return _GROUP_OF_LEVEL[level]
    return "Administrator/Pengawas/Pelaksana"
