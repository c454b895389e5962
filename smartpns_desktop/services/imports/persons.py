"""Whom each line of a sheet about people means: found in the store, or the line refused with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from db import Reader
from smartpns_desktop.domain.problems import REJECTING
from smartpns_desktop.exchange.cells import shown
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.services.imports import damaged_nips, owners
from smartpns_desktop.services.imports.known_people import KnownPeople, Person, bare_name, is_another

__all__ = ["Person", "persons_of"]

_MOST = 3
"""People who are proposed for a line."""


class Told(NamedTuple):
    """What a line tells of its person."""

    nip: object
    nik: object
    name: object
    born: object


def persons_of(lines: Lines, reader: Reader) -> dict[int, Person]:
    """The person of each line; the lines of all others are refused.

    By the column `nip`, which may be filled once for several lines; where a line has none, by `nik`, else by `person`
    and `birth_date` together. A name alone is never enough: then those who could be meant are named in the problem's
    facts, for a question. What a person answered for a line (`Lexicon.whom`) stands above all.
    """
    owners.settle(lines)
    people = KnownPeople(reader)
    damaged_nips.settle(lines, people, lines.column("person"))
    told = [*map(Told, *map(lines.column, ("nip", "nik", "person", "birth_date")))]
    known = people.with_nips(it.nip for it in told)
    refused = {it.row for it in lines.problems if it.code.startswith("nip.") and it.code in REJECTING}
    found: dict[int, Person] = {}
    for line, it in enumerate(told):
        if it.nip is not None:
            person = known.get(str(it.nip)) or _asked(lines, line, it, people, "person.unknown", _close(it, people))
        elif lines.rows[line] not in refused:
            code = "nip.not_18_digits" if "nip" in lines.headings else "person.unknown"
            person = without_nip(lines, line, it, people, code)
        else:
            continue
        if person is not None:
            found[line] = person
            if str(it.nip) in known and person.nip != it.nip:
                lines.object(line, "nip.former", "nip", it.nip, stored=person.nip)
            _compare_names(lines, line, it, person, people)
    return found


def without_nip(lines: Lines, line: int, it: Told, people: KnownPeople, code: str) -> Person | None:
    """The person of a line that has no NIP, by NIK or by name and birth date; else the line is refused with the code.

    `person.ambiguous` where several fit.
    """
    for meant in (people.with_nik(it.nik), people.born(it.name, it.born)):
        if len(meant) == 1:
            return meant[0]
        if meant:
            return _asked(lines, line, it, people, "person.ambiguous", meant)
    named = people.named(it.name)
    likely = named or [person for person, _ in people.like(it.name)]
    return _asked(lines, line, it, people, "person.ambiguous" if len(named) > 1 else code, likely)


def _close(it: Told, people: KnownPeople) -> Sequence[Person]:
    """Who is probably meant by a NIP that nobody has: whoever has that NIK, or that name and nearly that NIP."""
    return people.with_nik(it.nik) or people.mistyped(str(it.nip), it.name)


def _asked(lines: Lines, line: int, it: Told, people: KnownPeople, code: str, meant: Sequence[Person]) -> Person | None:
    """The person whom somebody named for such lines; else the line is refused and those who could be meant are told."""
    spelling = " · ".join(shown(part) for part in it if part is not None)
    facts = {"asked": spelling, "people": " ".join(str(who.key) for who in meant[:_MOST])} if meant else {}
    answered = people.by_key(lines.lexicon.whom(spelling))
    column = "nip" if it.nip is not None or code == "nip.not_18_digits" else "person"
    value = shown(getattr(it, "nip" if column == "nip" else "name") or "")
    if answered is not None:
        lines.object(line, "person.told", column, value, stored=answered.label, **facts)
        return answered
    if code == "nip.not_18_digits":
        facts |= {"digits": "0", "part": ""}
    lines.object(line, code, column, value, proposal=meant[0].label if len(meant) == 1 else "", **facts)
    return None


def _compare_names(lines: Lines, line: int, it: Told, person: Person, people: KnownPeople) -> None:
    """Tell a NIP beside another person's name, and whose it probably is."""
    if not it.name or not is_another(it.name, person.name):
        return
    others = people.mistyped(person.nip, it.name) or people.named(it.name)
    proposal = others[0].label if len(others) == 1 and bare_name(it.name) else ""
    lines.object(line, "person.name_differs", "person", it.name, stored=person.name, proposal=proposal)
