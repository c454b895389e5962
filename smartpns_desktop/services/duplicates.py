"""Finding employees who were probably recorded twice, and remembering whom a person judged to be two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from operator import attrgetter
from threading import Lock

from db import Database, Reader
from db.queries import batches, employees
from db.queries import duplicates as queries
from smartpns_desktop.domain import nip
from smartpns_desktop.domain.duplicates import Identity, Sign, identity, score, signs, stays_first
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange.likeness import likeness
from smartpns_desktop.exchange.sheets import let_go
from smartpns_desktop.services.changes import Changes
from smartpns_desktop.services.collector import collector_at_rest
from smartpns_desktop.services.edits import Edit, Editor
from smartpns_desktop.words.reasons import reason

_SHARED_BY = 5
"""People with one NIK above which the NIK is taken for a stand-in that somebody typed for many."""

_Meeting = Callable[[Identity], str]
"""What two records have in common where they meet; "" where a record tells nothing."""


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


@collector_at_rest()
def _search(reader: Reader) -> tuple[Pair, ...]:
    people = [identity(*row) for row in queries.everybody(reader)]
    judged, shared = queries.different(reader), _shared(people)
    found = [
        (*stays_first(one, other), signed)
        for one, other in _candidates(people, shared)
        if (signed := signs(one, other, likeness, shared))
        and (min(one.nip, other.nip), max(one.nip, other.nip)) not in judged
    ]
    let_go(people)
    names = employees.names_by_nip(reader, sorted({it.nip for keep, goes, _ in found for it in (keep, goes)}))
    pairs = [Pair(_named(keep, names), _named(goes, names), score(signed), signed) for keep, goes, signed in found]
    return tuple(sorted(pairs, key=lambda it: (-it.score, it.keep.name, it.keep.nip, it.other.nip)))


def _named(person: Identity, names: Mapping[str, tuple[int, str]]) -> Recorded:
    return Recorded(person.key, person.nip, names[person.nip][1])


def _shared(people: Iterable[Identity]) -> frozenset[str]:
    bearers: dict[str, int] = defaultdict(int)
    for person in people:
        bearers[person.nik] += 1
    return frozenset(number for number, count in bearers.items() if count > _SHARED_BY)


def _candidates(people: Sequence[Identity], shared: frozenset[str]) -> Iterator[tuple[Identity, Identity]]:
    """Pairs worth a look, each once: everybody with everybody would be billions.

    Two records may meet by one NIK, one birth, one name, or the later digits of the NIP.
    """
    meetings: tuple[_Meeting, ...] = (
        lambda it: "" if it.nik in shared else it.nik,
        attrgetter("birth"),
        attrgetter("name"),
        lambda it: it.nip[8:] + "".join(sorted(word[0] for word in it.words)),
    )
    for place, meeting in enumerate(meetings):
        for one, other in _meeting_by(meeting, people):
            if not any((own := earlier(one)) and own == earlier(other) for earlier in meetings[:place]):
                yield one, other


def _meeting_by(meeting: _Meeting, people: Iterable[Identity]) -> Iterator[tuple[Identity, Identity]]:
    groups: dict[str, list[Identity]] = defaultdict(list)
    for person in people:
        if told := meeting(person):
            groups[told].append(person)
    while groups:
        # One by one: while all are freed at once, no other thread goes on.
        yield from combinations(groups.popitem()[1], 2)
