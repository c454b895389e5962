"""Lists of requirements as text: what sheets write in one cell is read item by item, and items are written back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from smartpns_desktop.domain.cell_lists import items, split_at, tidy_item
from smartpns_desktop.domain.folding import fold
from smartpns_desktop.domain.requirements import (
    LEVELS,
    LISTS,
    SERVICE,
    CompetencyKind,
    Known,
    Requirement,
    RequirementKind,
    TrainingKind,
)

_ATTRIBUTES = re.compile(r"\s*\(([^()]*)\)$")


def parsed(list_name: str, text: str | None, known: Known) -> tuple[Requirement, ...]:
    """The items of one list of a standard (`LISTS`); what cannot be taken apart stays whole in the item's name.

    Items stand on lines, behind semicolons, or numbered (1. … 2. …); programmes behind commas too, and competencies
    where each is known or tells its level. Behind an item's name brackets may tell more: (wajib, berlaku 3 tahun),
    (level 3), (2 tahun, pengawas); brackets that tell anything else are part of the name.
    """
    if not text:
        return ()
    read = _READERS[list_name]
    return tuple(item for piece in _pieces(list_name, text, known) for item in read(piece, known))


def written(requirements: Sequence[Requirement], known: Known) -> dict[str, str | None]:
    """The lists of a standard as a sheet has them; `parsed` gives the same items back."""
    return {
        name: "; ".join(_item(name, it, known) for it in requirements if it.kind in kinds) or None
        for name, kinds in LISTS.items()
    }


def _pieces(list_name: str, text: str, known: Known) -> list[str]:
    names = items(text)
    if len(names) == 1 and _may_be_commas(list_name, names[0], known):
        return [name for name in map(tidy_item, split_at(names[0], ",")) if name]
    return names


def _may_be_commas(list_name: str, text: str, known: Known) -> bool:
    pieces = split_at(text, ",")
    if list_name == "programmes":
        return len(pieces) > 1
    if list_name != "competencies" or len(pieces) < 2:
        return False
    found = [item for piece in pieces for item in _competency(piece, known)]
    return all(it.level is not None or fold(it.name) in known for it in found)


# Reading an item

_Values = dict[str, object]
_Tell = Callable[[str], _Values | None]


def _told(piece: str, tell: _Tell) -> tuple[str, _Values]:
    """The item's name, and what brackets behind it tell; they are part of the name where one word means nothing."""
    match = _ATTRIBUTES.search(piece)
    if match is None or not piece[: match.start()].strip():
        return piece, {}
    found = [tell(fold(part)) for part in match[1].split(",")]
    if any(it is None for it in found):
        return piece, {}
    return piece[: match.start()].strip(), {name: value for it in found if it for name, value in it.items()}


def _programme(piece: str, _known: Known) -> Iterator[Requirement]:
    yield Requirement(RequirementKind.PROGRAMME, piece)


_SPAN = re.compile(r"(\d{1,3}) (tahun|thn|th|bulan|bln)")
_ONLY_SPAN = re.compile(rf"(?:(?:masa )?berlaku(?: selama)? |setiap |tiap )?{_SPAN.pattern}")
_CERTIFICATE = re.compile(r"(?:bersertifikat|sertifikat|sertifikasi|certified)\b")
_MANDATORY = {"wajib": True, "disyaratkan": False}
_TRAINING_KINDS = {
    "struktural": TrainingKind.STRUCTURAL,
    "fungsional": TrainingKind.FUNCTIONAL,
    "teknis": TrainingKind.TECHNICAL,
}
_KIND_TOLD = (
    (TrainingKind.STRUCTURAL, re.compile(r"\b(?:struktural|kepemimpinan|pim|diklatpim|pk[anp]|spama|spamen|adum)\b")),
    (TrainingKind.FUNCTIONAL, re.compile(r"\bfungsional\b")),
    (TrainingKind.TECHNICAL, re.compile(r"\bteknis\b")),
)


def kind_of_training(name: str) -> TrainingKind | None:
    """What a training prepares for where its name tells it: kepemimpinan, fungsional, teknis."""
    folded = fold(name)
    return next((kind for kind, words in _KIND_TOLD if words.search(folded)), None)


def _training(piece: str, _known: Known) -> Iterator[Requirement]:
    name, more = _told(piece, _of_training)
    if _CERTIFICATE.match(fold(name)):
        more = {field: value for field, value in more.items() if field != "training_kind"}
        yield Requirement(RequirementKind.CERTIFICATE, name, **more)  # type: ignore[arg-type]
    else:
        yield Requirement(RequirementKind.TRAINING, name, **({"training_kind": kind_of_training(name)} | more))  # type: ignore[arg-type]


def _of_training(word: str) -> _Values | None:
    if word in _MANDATORY:
        return {"mandatory": _MANDATORY[word]}
    if word in _TRAINING_KINDS:
        return {"training_kind": _TRAINING_KINDS[word]}
    span = _ONLY_SPAN.fullmatch(word)
    return {"validity": _months(span)} if span else None


def _months(span: re.Match[str]) -> int:
    return int(span[1]) * (12 if span[2].startswith("t") else 1)


_LEVEL_NAMES = (
    ("JPT", r"pimpinan tinggi|jpt|eselon (?:ii|2)(?: ?[ab])?"),
    ("ADM", r"administrator|eselon (?:iii|3)(?: ?[ab])?"),
    ("PWS", r"pengawas|eselon (?:iv|4)(?: ?[ab])?"),
    ("PT", r"ahli pertama"),
    ("MU", r"ahli muda"),
    ("MA", r"ahli madya"),
    ("UT", r"ahli utama"),
    ("PM", r"pemula"),
    ("TR", r"terampil"),
    ("MH", r"mahir"),
    ("PY", r"penyelia"),
    ("PEL", r"pelaksana"),
)
_LEVEL_TOLD = re.compile("|".join(rf"(?P<{code}>\b(?:{words})\b)" for code, words in _LEVEL_NAMES))
_FILLERS = frozenset(
    "memiliki mempunyai dengan pengalaman masa kerja sebagai pns asn pegawai minimal paling singkat sedikit kurang "
    "sekurang kurangnya selama".split()
)
"""Words beside a span of years that ask for no post in particular."""
POST_LEVELS: tuple[str, ...] = (*(code for code, _ in _LEVEL_NAMES), SERVICE)
"""Codes of the levels of posts in which experience can be asked."""


def _experience(piece: str, _known: Known) -> Iterator[Requirement]:
    name, more = _told(piece, _of_experience)
    yield replace(_plain_experience(name), **more)  # type: ignore[arg-type]


def _plain_experience(name: str) -> Requirement:
    """What the words of an item tell by themselves."""
    folded = re.sub(
        r"\b(\d{1,3}) (?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)\b", r"\1", fold(name)
    )
    spans = list(_SPAN.finditer(folded))
    levels = {str(it.lastgroup) for it in _LEVEL_TOLD.finditer(folded)}
    in_general = _FILLERS.issuperset(_SPAN.sub(" ", folded).split())
    level = SERVICE if in_general else levels.pop() if len(levels) == 1 else None
    months = _months(spans[0]) if len(spans) == 1 else None
    return Requirement(RequirementKind.EXPERIENCE, name, months=months, post_level=level if months else None)


def _of_experience(word: str) -> _Values | None:
    span = _SPAN.fullmatch(word)
    if span:
        return {"months": _months(span)}
    if word == "masa kerja":
        return {"post_level": SERVICE}
    level = _LEVEL_TOLD.fullmatch(word)
    return {"post_level": level.lastgroup} if level else None


_COMPETENCY_KINDS = {
    "teknis": CompetencyKind.TECHNICAL,
    "manajerial": CompetencyKind.MANAGERIAL,
    "sosio kultural": CompetencyKind.SOCIOCULTURAL,
    "sosiokultural": CompetencyKind.SOCIOCULTURAL,
    "sosial kultural": CompetencyKind.SOCIOCULTURAL,
}
_LEVEL = re.compile(r"(?:(?:level|tingkat|lv|lvl) ?)?([1-5])")
_LEVEL_BEHIND = re.compile(r"\s*(?:[:=–-]\s*(?:level|tingkat)?\s*|\s(?:level|tingkat)\s+)([1-5])$", re.IGNORECASE)


def _competency(piece: str, known: Known) -> Iterator[Requirement]:
    name, more = _told(piece.strip(), _of_competency)
    behind = _LEVEL_BEHIND.search(name)
    if "level" not in more and behind and name[: behind.start()].strip():
        name, more = name[: behind.start()].strip(), {**more, "level": int(behind[1])}
    values = {"competency_kind": known.get(fold(name)), **more}
    yield Requirement(RequirementKind.COMPETENCY, name, **values)  # type: ignore[arg-type]


def _of_competency(word: str) -> _Values | None:
    if word in _COMPETENCY_KINDS:
        return {"competency_kind": _COMPETENCY_KINDS[word]}
    level = _LEVEL.fullmatch(word)
    return {"level": int(level[1])} if level and int(level[1]) in LEVELS else None


_READERS: Mapping[str, Callable[[str, Known], Iterable[Requirement]]] = {
    "programmes": _programme,
    "trainings": _training,
    "experience": _experience,
    "competencies": _competency,
}

# Writing an item

_LEVEL_WORDS = {
    "JPT": "pimpinan tinggi",
    "ADM": "administrator",
    "PWS": "pengawas",
    "PT": "ahli pertama",
    "MU": "ahli muda",
    "MA": "ahli madya",
    "UT": "ahli utama",
    "PM": "pemula",
    "TR": "terampil",
    "MH": "mahir",
    "PY": "penyelia",
    "PEL": "pelaksana",
    SERVICE: "masa kerja",
}


def _item(list_name: str, item: Requirement, known: Known) -> str:
    """The name, and in brackets what it does not tell by itself."""
    name = tidy_item(item.name)
    plain = next(iter(_READERS[list_name](name, known)), None)
    told = ", ".join(_attributes(item, plain)) if plain is not None else ""
    return f"{name} ({told})" if told else name


def _attributes(item: Requirement, plain: Requirement) -> Iterator[str]:
    if item.mandatory and not plain.mandatory:
        yield "wajib"
    for name, write in _WRITERS.items():
        told = getattr(item, name)
        if told is not None and told != getattr(plain, name):
            yield write(told)


def _span(months: int) -> str:
    return f"{months} bulan" if months % 12 else f"{months // 12} tahun"


def _word_of(words: Mapping[str, str], meant: str) -> str:
    return next(word for word, kind in words.items() if kind == meant)


_WRITERS: Mapping[str, Callable[[Any], str]] = {
    "validity": lambda months: f"berlaku {_span(months)}",
    "training_kind": partial(_word_of, _TRAINING_KINDS),
    "months": _span,
    "post_level": _LEVEL_WORDS.__getitem__,
    "competency_kind": partial(_word_of, _COMPETENCY_KINDS),
    "level": "level {}".format,
}
"""How what an item says besides its name is written, in this order."""
