"""Finding employees who were probably recorded twice, and remembering whom a person judged to be two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from threading import Lock

from db import Database, Reader
from db.queries import batches, employees
from db.queries import duplicates as queries
from smartpns_desktop.domain import nip
from smartpns_desktop.domain.duplicates import Identity, Sign, identity, score, signs, stays_first
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange.likeness import likeness
from smartpns_desktop.services.changes import Changes
from smartpns_desktop.services.edits import Edit, Editor
from smartpns_desktop.words.reasons import reason

_SHARED_BY = 5
"""People with one NIK above which the NIK is taken for a stand-in that somebody typed for many."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """One of two records of a pair."""

    key: int
    nip: str
    name: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that are probably one person: `keep` is proposed to stay. `score` is 1 to 99."""

    keep: Recorded
    other: Recorded
    score: int
    signs: tuple[Sign, ...]


class DuplicateService:
    """Pairs of records, the surest first; what was found is kept until something is written."""

    def __init__(self, database: Database, actor: str) -> None:
        self._database, self._editor = database, Editor(database, actor)
        self._lock = Lock()
        self._found: tuple[int, tuple[Pair, ...]] = (-1, ())

    def pairs(self) -> tuple[Pair, ...]:
        """All pairs that were not judged to be two people."""
        with self._lock, self._database.read() as reader:
            newest = batches.newest(reader)
            if self._found[0] != newest:
                self._found = (newest, _search(reader))
            return self._found[1]

    def judge_different(self, one: str, other: str) -> Changes:
        """Remember that two NIPs are two people. Raises `employee.unknown`, `merge.same_person`."""
        return self._editor.carry_out(lambda reader: _different(reader, one, other))


def person_of(reader: Reader, number: str) -> Recorded:
    """Who has or had a NIP, however it is typed. Raises `employee.unknown`."""
    cleaned = nip.clean(number)
    found = employees.names_by_nip(reader, [cleaned]).get(cleaned)
    if found is None:
        raise CannotDo("employee.unknown", value=number)
    row = employees.by_key(reader, found[0])
    return Recorded(found[0], row.nip if row else cleaned, found[1])


def two_people(reader: Reader, one: str, other: str) -> tuple[Recorded, Recorded]:
    """Who have these NIPs. Raises `employee.unknown`, and `merge.same_person` where both mean one record."""
    first, second = person_of(reader, one), person_of(reader, other)
    if first.key == second.key:
        raise CannotDo("merge.same_person", name=first.name)
    return first, second


def _different(reader: Reader, one: str, other: str) -> Edit:
    people = sorted(two_people(reader, one, other), key=lambda it: it.nip)
    first, second = people
    edit = Edit(reason("employee.different", name=f"{first.name} {first.nip}", other=f"{second.name} {second.nip}"))
    if (first.nip, second.nip) not in queries.different(reader):
        edit.bundle.add("different_people", {"nip": first.nip, "other_nip": second.nip})
    return edit


def _search(reader: Reader) -> tuple[Pair, ...]:
    names: dict[int, str] = {}
    people: list[Identity] = []
    for row in queries.everybody(reader):
        people.append(identity(*row))
        names[row.id] = row.name
    judged, shared = queries.different(reader), _shared(people)
    found = [
        _pair(one, other, signed, names)
        for one, other in _candidates(people, shared)
        if (min(one.nip, other.nip), max(one.nip, other.nip)) not in judged
        and (signed := signs(one, other, likeness, shared))
    ]
    return tuple(sorted(found, key=lambda it: (-it.score, it.keep.name, it.keep.nip, it.other.nip)))


def _pair(one: Identity, other: Identity, signed: tuple[Sign, ...], names: dict[int, str]) -> Pair:
    keep, goes = (Recorded(it.key, it.nip, names[it.key]) for it in stays_first(one, other))
    return Pair(keep, goes, score(signed), signed)


def _shared(people: Iterable[Identity]) -> frozenset[str]:
    bearers: dict[str, int] = defaultdict(int)
    for person in people:
        bearers[person.nik] += 1
    return frozenset(number for number, count in bearers.items() if count > _SHARED_BY)


def _candidates(people: Sequence[Identity], shared: frozenset[str]) -> Iterator[tuple[Identity, Identity]]:
    """Pairs worth a look, each once: everybody with everybody would be billions."""
    blocks: dict[tuple[str, ...], list[Identity]] = defaultdict(list)
    for person in people:
        for block in _blocks(person, shared):
            blocks[block].append(person)
    seen: set[tuple[int, int]] = set()
    for group in blocks.values():
        for one, other in combinations(group, 2):
            pair = (one.key, other.key)
            if pair not in seen:
                seen.add(pair)
                yield one, other


def _blocks(person: Identity, shared: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """Where a person may meet another record: one NIK, one birth, one name, or the later digits of the NIP."""
    if person.nik and person.nik not in shared:
        yield "nik", person.nik
    if person.birth:
        yield "birth", person.birth
    if person.words:
        yield "name", person.name
    yield "end", person.nip[8:], "".join(sorted(word[0] for word in person.words))
