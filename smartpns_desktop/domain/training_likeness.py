"""Whether a training or certificate that somebody has is the one that is asked for, whatever its name is dressed in."""

from __future__ import annotations

import re
from functools import lru_cache

from smartpns_desktop.domain.folding import fold

_RANKS = (("4", "iv|4"), ("3", "iii|3"), ("2", "ii|2"), ("1", "i|1"))
_OF_ADMINISTRATOR = r"\bpka\b|\bkepemimpinan administrator\b|\bspama\b|\bsepadya\b"
_OF_SUPERVISOR = r"\bpkp\b|\bkepemimpinan pengawas\b|\bsepala\b|\badum\b"
_NAMED = {"4": _OF_SUPERVISOR, "3": _OF_ADMINISTRATOR, "2": r"\bspamen\b|\bsespa(?:nas)?\b", "1": r"\bs(?:es)?pati\b"}
_LEADERSHIP = tuple(
    (
        f" kepemimpinan kepemimpinan{rank} ",
        re.compile(
            rf"(?:\bdiklat ?pim|\bpim|\bkepemimpinan(?: nasional)?|\bpkn)(?: tk| tingkat)? (?:{words})\b|{_NAMED[rank]}"
        ),
    )
    for rank, words in _RANKS
)
"""Leadership trainings by the rank of today's and former names: PKP and PIM IV, PKA and PIM III, PKN II and PIM II, PKN
I and PIM I (RULES.md 6.1, latihanStruktural)."""

_GENERIC = frozenset(
    "pelatihan diklat pendidikan dan kursus training program kegiatan peserta bagi untuk di ke dari tentang dalam "
    "rangka angkatan tahun sertifikat sertifikasi bersertifikat jabatan teknis bimbingan bimtek bintek workshop "
    "lokakarya seminar webinar sosialisasi tingkat tk jenjang oleh pada dengan serta atau yang".split()
)
_LISTENING = re.compile(r"\b(?:seminar|webinar|sosialisasi|konferensi|sarasehan|simposium|diseminasi|talk ?show)\b")
_SHORT = ((re.compile(r"\bjf\b"), "fungsional"), (re.compile(r"\b(?:diklat ?)?pim\b"), "kepemimpinan"))


@lru_cache(maxsize=65_536)
def core(name: str) -> frozenset[str]:
    """The words that make a training what it is, empty where none do (Diklat teknis); takes folded names too."""
    text = fold(name)
    for token, words in _LEADERSHIP:
        text = words.sub(token, text)
    for short, whole in _SHORT:
        text = short.sub(whole, text)
    return frozenset(word for word in text.split() if word not in _GENERIC and not word.isdigit())


@lru_cache(maxsize=65_536)
def is_listening(name: str) -> bool:
    """Whether a name tells a seminar or the like: it teaches something, but is no training (PerLAN 10/2018)."""
    return _LISTENING.search(fold(name)) is not None


@lru_cache(maxsize=262_144)
def answers(asked: str, held: str) -> bool:
    """Whether what is held is what is asked: all words that matter of the asked name stand in the held one.

    PKA, Diklat PIM III and Pelatihan Kepemimpinan Administrator are one training; a seminar answers only what asks
    for a seminar.
    """
    wanted = core(asked)
    return bool(wanted) and wanted <= core(held) and (is_listening(asked) or not is_listening(held))
