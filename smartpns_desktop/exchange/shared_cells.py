"""Cells that hold two things at once, as printed lists have them: a name above its NIP, a place before a day."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from smartpns_desktop.domain import nip as nips
from smartpns_desktop.exchange.cells import shown

BOTH_NIPS = "nip+previous_nip"
_PAIRS: Mapping[str, tuple[str, str]] = {
    "name+nip": ("name", "nip"),
    "person+nip": ("person", "nip"),
    "birth_place+birth_date": ("birth_place", "birth_date"),
    "grade+grade_date": ("grade", "grade_date"),
    "post+post_date": ("post", "post_date"),
    BOTH_NIPS: ("nip", "previous_nip"),
}
"""What one column may hold, by the name of both: a text, and beside it an id or a day."""
_PLACE_AND_DAY = frozenset(
    "tempat tanggal lahir|tempat tgl lahir|tempat dan tanggal lahir|tempat dan tgl lahir|tempat lahir tanggal lahir|"
    "tempat lahir tgl lahir|tmp tgl lahir|ttl|tanggal tempat lahir".split("|")
)
_NEW_AND_OLD = frozenset(
    "nip baru nip lama|nip lama nip baru|nip baru lama|nip lama baru|nip baru dan lama|nip lama dan baru|"
    "nip baru dan nip lama|nip lama dan nip baru|nip nip lama|nip lama nip".split("|")
)
_ID = re.compile(r"(?<!\d)'?\d(?:[\s.'’-]{0,2}\d){8,}")
_ID_LABEL = re.compile(r"\bN\.?\s?I\.?\s?P\.?(?:\s?PPPK)?\b\s*[.:]*|\bN\.?I\.?\s?PPPK\b\s*[.:]*", re.IGNORECASE)
_DAY = re.compile(
    r"(?<![\d/])(?:\d{1,2}\s*[-/. ]\s*(?:\d{1,2}|[A-Za-z]{3,9}\.?)\s*[-/. ]\s*\d{2,4}|\d{4}-\d{1,2}-\d{1,2})(?!\d)"
)
_DAY_LABEL = re.compile(r"\bTMT\b\s*[.:]*|\bTgl\b\.?", re.IGNORECASE)
_MOST_WORDS = 12
"""Words of a heading that names two fields; a remark of a hundred would be cut in as many ways."""
_EDGES = " \t\r\n,;:/|-–"
_EMPTY_BRACKETS = re.compile(r"\(\s*\)")


def pair_of(key: str, known: Mapping[str, str]) -> str:
    """The name of the two fields that a heading of these words names at once, "" where it names no such pair.

    A heading that names one field twice (SKPD / Unit Kerja) means that field.

    `known` are the fields by the words of their own headings.
    """
    if key in _PLACE_AND_DAY:
        return "birth_place+birth_date" if "birth_date" in known.values() else ""
    if key in _NEW_AND_OLD:
        return BOTH_NIPS if "nip" in known.values() else ""
    words = key.split()
    if len(words) > _MOST_WORDS:
        return ""
    # TMT Gol is the day of the grade alone, Gol / TMT both.
    for cut in range(1, len(words)) if words[:1] != ["tmt"] else ():
        behind = words[cut + 1 :] if words[cut] == "dan" else words[cut:]
        one = known.get(" ".join(words[:cut]), "")
        other = known.get(" ".join(behind)) or (f"{one}_date" if behind == ["tmt"] else "")
        found = next((name for name, fields in _PAIRS.items() if {one, other} == set(fields)), "")
        if found or (one and one == other):
            return found or one
    return ""


def fields_of(name: str) -> tuple[str, ...]:
    """The fields of which a column of that name tells: two of "name+nip", one of "name"."""
    return _PAIRS.get(name, (name,))


def name_of(fields: Sequence[str]) -> str:
    """The name of what a column tells of these fields."""
    return next((name for name, both in _PAIRS.items() if set(both) == set(fields)), fields[0])


def pairs_among(fields: frozenset[str]) -> list[str]:
    """Names of the pairs that a kind with these fields can have in one column."""
    return [name for name, both in _PAIRS.items() if fields.issuperset(both)]


def part_of(cell: object, field: str) -> object:
    """What a shared cell says of one of its two fields, "" where it does not say it."""
    if field in ("nip", "previous_nip"):
        return _id_in(cell) if field == "nip" else _previous_id_in(cell)
    if field.endswith("_date"):
        return _day_in(cell)
    if isinstance(cell, (float, int, date)):
        return ""
    text = shown(cell)
    if field in ("name", "person"):
        text = _ID_LABEL.sub(" ", _ID.sub(" ", text))
    else:
        text = _DAY_LABEL.sub(" ", _DAY.sub(" ", text))
    return " ".join(_EMPTY_BRACKETS.sub(" ", text).split()).strip(_EDGES)


def _id_in(cell: object) -> object:
    """The id of a cell, a longer one before a shorter: NIP before NIP lama; of two alike none is taken."""
    if not isinstance(cell, str):
        return cell
    if sound := nips.beside_others(cell):
        return sound[0]
    found = sorted({match[0] for match in _ID.finditer(cell)}, key=_digits, reverse=True)
    is_plain = len(found) == 1 or (len(found) > 1 and _digits(found[0]) > _digits(found[1]))
    return found[0] if is_plain else cell if found else ""


def _previous_id_in(cell: object) -> object:
    """The number that stands beside a sound NIP, as it is written where it is none of nine digits; "" for none."""
    sound = nips.beside_others(cell) if isinstance(cell, str) else None
    if sound is None or not _digits(sound[1]):
        return ""
    return nips.previous_in(sound[1]) or " ".join(_ID_LABEL.sub(" ", sound[1]).split()).strip(_EDGES)


def tells_both_nips(cell: object) -> bool:
    """Whether a cell holds somebody's NIP and the one of nine digits that he had before, and no other number."""
    sound = nips.beside_others(cell) if isinstance(cell, str) and len(cell) > nips.LENGTH else None
    return sound is not None and nips.previous_in(sound[1]) is not None


def _day_in(cell: object) -> object:
    if not isinstance(cell, str):
        return cell
    days = [match[0] for match in _DAY.finditer(cell)]
    return days[0] if len(days) == 1 else ""


def _digits(text: str) -> int:
    return sum(map(str.isdigit, text))
