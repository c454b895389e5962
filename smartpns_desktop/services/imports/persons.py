"""Whom each line of a sheet about people means: found in the store, or the line refused with the reason."""

from __future__ import annotations

from dataclasses import dataclass

from db import Reader
from db.queries import employees
from smartpns_desktop.domain.names import fold, split_titles
from smartpns_desktop.exchange.likeness import likeness
from smartpns_desktop.exchange.lines import Lines

_SAME_PERSON = 60
"""Likeness of names, of 100, below which a NIP probably stands beside another person's name."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the store knows: key, NIP and name without titles."""

    key: int
    nip: str
    name: str


def persons_of(lines: Lines, reader: Reader) -> dict[int, Person]:
    """The person of each line, by the columns `nip` and `person`; the lines of all others are refused."""
    nips = sorted({str(it) for it in lines.column("nip") if it})
    known = {number: Person(key, number, name) for number, (key, name) in employees.names_by_nip(reader, nips).items()}
    refused = {problem.row for problem in lines.problems if problem.code.startswith("nip.")}
    found: dict[int, Person] = {}
    for line, (number, written) in enumerate(zip(lines.column("nip"), lines.column("person"), strict=True)):
        person = known.get(str(number))
        if number is None:
            if lines.rows[line] not in refused:
                lines.object(line, "nip.not_18_digits", "nip", "", digits="0", part="")
        elif person is None:
            lines.object(line, "person.unknown", "nip", number)
        else:
            found[line] = person
            if written and _is_another(str(written), person.name):
                lines.object(line, "person.name_differs", "person", written, stored=person.name)
    return found


def _is_another(written: str, stored: str) -> bool:
    bare = fold(split_titles(written).name)
    return bare != fold(stored) and likeness(bare, fold(stored)) < _SAME_PERSON
