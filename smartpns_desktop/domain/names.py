"""Names of people: academic titles apart from the name."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name and the titles that were written before and behind it, as written."""

    name: str
    front_title: str = ""
    back_title: str = ""


_FRONT_TITLES = {
    "prof": "Prof.",
    "dr": "Dr.",
    "drs": "Drs.",
    "dra": "Dra.",
    "drg": "drg.",
    "drh": "drh.",
    "ir": "Ir.",
    "h": "H.",
    "hj": "Hj.",
    "kh": "K.H.",
    "k.h": "K.H.",
    "apt": "apt.",
    "ns": "Ns.",
    "bd": "Bd.",
    "pdt": "Pdt.",
    "pdm": "Pdm.",
    "ps": "Ps.",
    "ust": "Ust.",
    "tgk": "Tgk.",
}
_FRONT_WORDS = "|".join(re.escape(word) for word in sorted(_FRONT_TITLES, key=len, reverse=True))
_FRONT = re.compile(rf"({_FRONT_WORDS})(?:\.\s*|\s+)(?=\w)", re.IGNORECASE)
_WHOLE_FRONT = re.compile(rf"(?!ns\b|apt\b|bd\b)(?:(?:{_FRONT_WORDS})(?:\.\s*|\s+|$))+", re.IGNORECASE)
"""Titles that stand before a name even where they were written behind it; Ns. and apt. are written on either side."""

_SUBJECTS = (
    "ag ak akun an ap ars bio c d ds e ed ei eng farm fil gz h hum hut i ikom ip k keb kep kes kh kl km kn "
    "ing kom log m mat md med min mp n og p par pd pdi pg ph phil pi pol psi pt pwk s sc si sn sos sp st stat stp sy "
    "t th tp tr ing ked"
)
_OF = "|".join(sorted(_SUBJECTS.split(), key=len, reverse=True))
_DOTTED = re.compile(
    rf"(?:(?:S|M|A|D|B|Sp|Ph|LL|Amd|Dipl)(?:\.(?:{_OF}))+|M\.B\.A|M\.A|B\.A|Sp\.[A-Z]{{1,3}})"
    r"\.?(?:\([A-Z.]{1,6}\))?\.?",
    re.IGNORECASE,
)
_UNDOTTED = frozenset(
    "SE SH ST SS SP SIP SAP SKM SKep SKom SSos SPd SPdI SAg SSi SFarm SPsi SPt SHut STP SSTP SST SGz SKeb "
    "MM MT MH MSi MPd MPdI MKes MKom MAP MPH MEng MSc MKn MHum MAg AMd AMdKep AMdKeb Ners PhD "
    "SIKom SIP STr SKed SKG SAk SSn SDs SEI SHI SThI SFilI STh SPdSD SAN SPWK MSE MSEI MHI MMPd MPSDM MBA MPsi MFarm "
    "MKeb MKep MIKom MIP MTr MTP MEc MAk MSA MSM MPol MPP AMa AMdKom AMdGz AMdFarm AMdRad AMdAK AMdPK AMKeb AMK "
    "Amd AMd Spd Ssi Msi Lc CGAE CGAA CFrA QIA QGIA CRMP CRMO CGRM CPHCM CHRP CHRM CPSp CPOf CIISA".split()
)
"""Degrees and certificates that are written without points."""
_LOWERED = frozenset(title.lower() for title in _UNDOTTED if len(title) > 3)
"""Those that are so long that they are no name, whatever their case."""
_SHOUTED = frozenset(title.upper() for title in _UNDOTTED)
_SPACED = re.compile(r"\b([SM]|A)\.\s+(?=(?:Kom|Sos|Pd|Si|Kes|Kep|Keb|Ag|Hum|Farm|Psi|Md|Kn|AP|IP|KM)\b)")


def split_titles(text: str) -> PersonName:
    """The name, the titles before it and those behind it: "dr. Omar Melani, S.T., M.T.".

    R., Rr. and the like are part of the name.

    Behind the first comma everything is a title; without one only abbreviations that are known to be
    degrees (Siti Aminah S.Kom). At least one word stays as the name.
    """
    head, _, tail = " ".join(text.split()).strip(" ,;").partition(",")
    front, name = _split_front(head.strip())
    name, back = _split_back(name)
    for piece in filter(None, (piece.strip() for piece in tail.split(","))):
        (front if _WHOLE_FRONT.fullmatch(piece) else back).append(piece)
    return PersonName(name, " ".join(front), ", ".join(back))


def _split_front(head: str) -> tuple[list[str], str]:
    found = []
    while match := _FRONT.match(head):
        found.append(_spelled(match[1]))
        head = head[match.end() :]
    return found, head


def _spelled(title: str) -> str:
    """A front title with its dot; one that was shouted gets its usual capitals (DRS is Drs.)."""
    if len(title) > 1 and title.isupper():
        return _FRONT_TITLES[title.lower()]
    return f"{title}."


def _split_back(name: str) -> tuple[str, list[str]]:
    words, shouted = _SPACED.sub(r"\1.", name).split(), name.isupper()
    back: list[str] = []
    while len(words) > 1 and _is_degree(words[-1], shouted=shouted):
        back.insert(0, words.pop())
    return (" ".join(words), back) if back else (name, back)


def _is_degree(word: str, *, shouted: bool) -> bool:
    if "." in word.rstrip("."):
        return _DOTTED.fullmatch(word) is not None
    bare = word.rstrip(".")
    return bare in (_SHOUTED if shouted else _UNDOTTED) or bare.lower() in _LOWERED


def full_name(name: str, front: str | None, back: str | None) -> str:
    """The name with its titles as official letters write it: dr. Omar Melani, S.T., M.T."""
    titled = f"{front} {name}" if front else name
    return f"{titled}, {back}" if back else titled


def is_shouting(text: str) -> bool:
    """True for text in capitals alone, as SIASN exports names."""
    return text.isupper()
