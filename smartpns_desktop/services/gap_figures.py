"""Everybody held against the own post on a day, at once; kept in the store for today, reckoned anew for other days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from db import Database, Reader
from db.queries import employee_current, person_gaps, reference
from db.queries import positions as queries
from smartpns_desktop.domain.competencies import Assessment
from smartpns_desktop.domain.experience import Held, levels_of
from smartpns_desktop.domain.gap import SOON, Degree, Facts, Proof, Reason, Standard, Verdict, judge
from smartpns_desktop.domain.histories import DatedRow, in_force
from smartpns_desktop.domain.regulations import Regulations
from smartpns_desktop.domain.requirements import RequirementKind
from smartpns_desktop.domain.training_likeness import answers
from smartpns_desktop.services.collector import collector_at_rest
from smartpns_desktop.services.standard_items import items_by_version

KIND = "gaps"

Row = dict[str, Any]


class Person(NamedTuple):
    """Somebody in service on a day: key, own post, and what is known of them."""

    key: int
    position_id: int
    facts: Facts


@contextmanager
def listed(database: Database, as_of: date | None) -> Iterator[Reader]:
    """A reading transaction in which the list of gaps shows a day, today's where none is given.

    Today's are kept in the store and brought up to date first. Where the store must not or cannot be written to, and
    for other days, they are reckoned for this reading alone: slower, and the same answer.
    """
    on = as_of or date.today()
    if as_of is None and database.derives:
        bring_up_to_date(database)
    with database.read() as reader:
        if as_of is None and person_gaps.holds(reader, on):
            yield reader
            return
        with person_gaps.lent(reader, _all(reader, on)):
            yield reader


def bring_up_to_date(database: Database) -> None:
    """Reckon what has changed since the kept rows were; not where somebody else is writing."""
    today = date.today()
    with database.read() as reader:
        if person_gaps.holds(reader, today):
            return

    def reckon(writer: Reader) -> None:
        employee_current.refresh(writer, today)
        if not person_gaps.holds(writer, today):
            keys = person_gaps.touched(writer, today)
            rows = _all(writer, today) if keys is None else list(found(writer, today, keys))
            person_gaps.keep(writer, today, keys, rows)

    database.derive(reckon)


@collector_at_rest()
def _all(reader: Reader, on: date) -> list[Row]:
    return list(found(reader, on))


def found(reader: Reader, on: date, keys: Sequence[int] | None = None) -> Iterator[Row]:
    """What people (`None`: all) lack on a day, as rows of the list; a competency is nobody's gap before a test.

    What only people can judge is told as unclear.
    """
    whole = standards_on(reader, on)
    untested = {key: _without_competencies(it) for key, it in whole.items()}
    soon = soon_on(reader, on)
    for person in people_on(reader, on, whole, keys):
        standards = whole if person.facts.assessments else untested
        for place, it in enumerate(judge(standards[person.position_id], person.facts, on, soon)):
            if it.verdict is not Verdict.MET and it.reason is not Reason.NOT_ASSESSED:
                yield {
                    "id": person.key * person_gaps.PLACES + place,
                    "employee_id": person.key,
                    "position_id": person.position_id,
                    "kind": str(it.kind),
                    "name": it.name,
                    "mandatory": it.mandatory,
                    "verdict": it.verdict.value,
                }


def _without_competencies(standard: Standard) -> Standard:
    items = (it for it in standard.requirements if it.kind is not RequirementKind.COMPETENCY)
    return Standard(standard.level, tuple(items))


def soon_on(reader: Reader, on: date) -> int:
    """Days before its end in which something expires soon (parameter jabatan.segera_berakhir)."""
    rules = Regulations({"regulation_parameters": reference.rows_of(reader, "regulation_parameters")})
    days = rules.on(on).number("jabatan.segera_berakhir")
    return SOON if days is None else int(days)


def standards_on(reader: Reader, on: date, position_key: int | None = None) -> dict[int, Standard]:
    """What each post (or this one) asks on a day; posts that ask nothing are left out."""
    rows: dict[int, list[DatedRow]] = defaultdict(list)
    for version in queries.versions_of(reader, position_key):
        rows[version.position_id].append(DatedRow(version.id, version.effective_date, (version.education_code,)))
    held = {position: in_force(versions, on) for position, versions in rows.items()}
    keys = None if position_key is None else [it.key for it in held.values() if it is not None]
    items = items_by_version(reader, keys)
    standards = {
        position: Standard(version.values[0], items.get(version.key, ()))  # type: ignore[arg-type]
        for position, version in held.items()
        if version is not None
    }
    return {position: standard for position, standard in standards.items() if not standard.asks_nothing}


def people_on(
    reader: Reader, on: date, standards: Mapping[int, Standard], keys: Sequence[int] | None = None
) -> Iterator[Person]:
    """Those in service on a day (`keys`: of these) whose post asks anything, each with what is known of them."""
    wanted = None if keys is None else set(keys)
    staff = [
        row
        for row in person_gaps.people(reader, on, keys)
        if row.position_id in standards and (wanted is None or row.id in wanted)
    ]
    known = _Known(reader, [standards[key] for key in {row.position_id for row in staff}], keys)
    return (Person(row.id, row.position_id, known.of(row.id, row.entered)) for row in staff)


def facts_of(reader: Reader, key: int, standard: Standard) -> Facts:
    """What is known of one person that concerns a standard, whatever the own post."""
    return _Known(reader, [standard], [key]).of(key, person_gaps.entered(reader, key))


class _Known:
    """What is known of people (`keys`: of these) that concerns any of the standards."""

    def __init__(self, reader: Reader, standards: Sequence[Standard], keys: Sequence[int] | None) -> None:
        counts_posts = _asks(standards, RequirementKind.EXPERIENCE)
        self._degrees = _gathered(person_gaps.degrees(reader, keys), _degree)
        self._posts = _gathered(person_gaps.posts(reader, keys), _held) if counts_posts else {}
        trainings = _Wanted(standards, RequirementKind.TRAINING)
        # Everybody's are a million rows of a few hundred names, hardly any of which is asked for.
        names = [it for it in person_gaps.titles(reader) if trainings.has(it)] if keys is None else None
        self._trainings = trainings.proofs(person_gaps.attended(reader, keys, names))
        certificates = _Wanted(standards, RequirementKind.CERTIFICATE)
        self._certificates = certificates.proofs(person_gaps.certified(reader, keys))
        tests = _asks(standards, RequirementKind.COMPETENCY)
        self._assessments = _gathered(person_gaps.assessed(reader, keys), _assessment) if tests else {}

    def of(self, key: int, entered: str | None) -> Facts:
        """All of one person."""
        return Facts(
            self._degrees.get(key, ()),
            self._trainings.get(key, ()),
            self._certificates.get(key, ()),
            self._posts.get(key, ()),
            _day(entered),
            self._assessments.get(key, ()),
        )


def _asks(standards: Iterable[Standard], kind: RequirementKind) -> bool:
    return any(it.kind is kind for standard in standards for it in standard.requirements)


def _gathered(rows: Iterable[Any], make: Callable[[Any], Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row[0]].append(make(row))
    return found


class _Wanted:
    """Which trainings or certificates any of the standards asks for, by their names."""

    def __init__(self, standards: Iterable[Standard], kind: RequirementKind) -> None:
        self._asked = {it.name for standard in standards for it in standard.requirements if it.kind is kind}
        self._known: dict[str, bool] = {}

    def has(self, name: str) -> bool:
        """Whether one of that name answers anything that is asked."""
        concerns = self._known.get(name)
        if concerns is None:
            concerns = self._known[name] = any(answers(it, name) for it in self._asked)
        return concerns

    def proofs(self, rows: Iterable[Any]) -> dict[int, list[Proof]]:
        """What each person has of it."""
        found: dict[int, list[Proof]] = defaultdict(list)
        for owner, name, day, until in rows if self._asked else ():
            if self.has(name):
                found[owner].append(Proof(name, _day(day), _day(until)))
        return found


def _degree(row: Any) -> Degree:
    return Degree(row[2], row[3], _day(row[1]))


def _assessment(row: Any) -> Assessment:
    return Assessment(row[1], row[2], date.fromisoformat(row[3]))


def _held(row: Any) -> Held:
    return Held(_day(row[1]), levels_of(*row[2:5]))


_UNKNOWN_DAYS = frozenset({None, "", "0001-01-01"})


@lru_cache(maxsize=65_536)
def _day(text: str | None) -> date | None:
    """A day of the store; `None` where nobody knows it, or where the text (of an impossible NIP) is none."""
    if text in _UNKNOWN_DAYS:
        return None
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        return None
