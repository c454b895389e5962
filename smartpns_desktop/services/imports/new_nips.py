"""Rows with a NIP that nobody has while the rest of them tells a known person: a question, never a guess."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from db import Reader
from db.queries import duplicates
from db.queries.bundle import Bundle
from smartpns_desktop.domain import nip
from smartpns_desktop.exchange.cells import shown
from smartpns_desktop.exchange.lexicon import CREATE
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.services.imports.known_people import KnownPeople, Person

_MOST = 3
"""People who are proposed for a row."""


def settle(
    lines: Lines, new: Sequence[int], people: KnownPeople, reader: Reader, bundle: Bundle
) -> Mapping[int, Person]:
    """Of the lines whose NIP is `new` to the store those of known people, by line.

    A line is asked about where its NIK, its former NIP, or its name and day of birth are a known person's. He or she
    is taken only where somebody said so for this line; "another person" is kept for good, so that nobody is asked
    about these two again. Without an answer the line is refused (`person.same`), whatever else is allowed to be mended.
    """
    if not new or not people:
        return {}
    apart = duplicates.different(reader)
    claimed = {str(it): lines.rows[line] for line, it in enumerate(lines.column("nip"))}
    found: dict[int, Person] = {}
    for line in new:
        number = str(lines.column("nip")[line])
        meant = [it for it in _alike(lines, line, people) if _pair(number, it.nip) not in apart]
        person = _answered(lines, line, meant, people, bundle) if meant else None
        if person is not None and claimed.setdefault(person.nip, lines.rows[line]) != lines.rows[line]:
            lines.object(line, "row.duplicate", "nip", number, first_row=str(claimed[person.nip]))
        elif person is not None:
            found[line] = person
    return found


def _alike(lines: Lines, line: int, people: KnownPeople) -> Sequence[Person]:
    """Known people whom the line probably means, by what tells most surely."""
    number, identity, former, name, born = (
        lines.column(it)[line] for it in ("nip", "nik", "previous_nip", "name", "birth_date")
    )
    known = people.with_nips([former] if former else [])
    day = born or nip.parts(str(number)).birth_date
    return people.with_nik(identity) or list(known.values()) or people.born(name, day)


def _answered(lines: Lines, line: int, meant: Sequence[Person], people: KnownPeople, bundle: Bundle) -> Person | None:
    """The person whom somebody named for the line; else it is refused, or taken as another's, and told."""
    number, name = (lines.column(it)[line] for it in ("nip", "name"))
    asked = f"{shown(number)} · {shown(name or '')}"
    facts = {"asked": asked, "people": " ".join(str(it.key) for it in meant[:_MOST]), "stored": meant[0].label}
    answer = lines.lexicon.whom(asked)
    person = people.by_key(answer)
    if person is not None:
        lines.object(line, "person.new_nip", "nip", number, **{**facts, "stored": person.label})
    elif answer == CREATE:
        lines.object(line, "person.another", "nip", number, **facts)
        for other in meant:
            bundle.add("different_people", dict(zip(("nip", "other_nip"), _pair(str(number), other.nip), strict=True)))
    else:
        lines.object(line, "person.same", "nip", number, **facts)
    return person


def _pair(one: str, other: str) -> tuple[str, str]:
    """Two NIPs as they are kept in `different_people`."""
    return (one, other) if one < other else (other, one)
