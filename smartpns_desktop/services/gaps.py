"""A person held against a post, and what the people of an agency lack, counted by what is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from db import Database, Reader
from db.queries import employees, person_gaps, reference
from db.queries import positions as queries
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.gap import Finding, Standard, judge
from smartpns_desktop.services.agency_scope import agency_tree
from smartpns_desktop.services.edits import require
from smartpns_desktop.services.gap_figures import KIND, facts_of, soon_on, standards_on
from smartpns_desktop.services.lists import ListQuery, asked


@dataclass(frozen=True, slots=True)
class Gap:
    """A person against a post on a day; no findings where the post asks nothing that is known.

    `levels` are the names of levels of education by code, for the sentences.
    """

    on: date
    position_id: int
    post: str
    is_own: bool
    findings: tuple[Finding, ...]
    levels: Mapping[str, str]

    @property
    def gaps(self) -> tuple[Finding, ...]:
        """What is missing or has expired."""
        return tuple(it for it in self.findings if it.verdict.is_gap)


@dataclass(frozen=True, slots=True)
class GapCount:
    """How many people lack one thing that their posts ask: its kind, its name, and how it stands with them."""

    kind: str
    name: str
    verdict: str
    people: int


def of_person(reader: Reader, key: int, position_key: int | None, on: date) -> Gap:
    """A person held against a post, the own one where none is told. Raises `record.missing`, `position.none_held`."""
    require(employees.by_key(reader, key))
    own = next((row.position_id for row in person_gaps.people(reader, on, [key]) if row.id == key), None)
    wanted = own if position_key is None else position_key
    if wanted is None:
        raise CannotDo("position.none_held")
    post = require(queries.post_of(reader, wanted))
    standard = standards_on(reader, on, wanted).get(wanted, Standard())
    findings = judge(standard, facts_of(reader, key, standard), on, soon_on(reader, on))
    levels = {row["code"]: row["name"] for row in reference.rows_of(reader, "education_levels")}
    return Gap(on, wanted, post.name, wanted == own, findings, levels)


def of_agency(database: Database, agency_key: int | None, on: date | None) -> tuple[GapCount, ...]:
    """What people of an agency with its units lack on a day (`None`: of all, today): numbers of rows of the list."""
    with database.read() as reader:
        units = [] if agency_key is None else sorted(agency_tree(reader, agency_key))
    where = tuple(("agency_id", str(key)) for key in units)
    with asked(database, KIND, ListQuery(where=where, as_of=on)) as (reader, listing, wanted):
        rows = person_gaps.counts(reader, listing, wanted)
    return tuple(GapCount(*row) for row in rows)
