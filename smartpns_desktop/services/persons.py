"""Everything that is known of one person, read at one moment; and the colleagues in the same unit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from db import Database, Reader
from db.queries import attachments, persons
from db.queries import listing as queries
from db.queries.record_lists import TABLES
from smartpns_desktop.domain.appointments import Appointment
from smartpns_desktop.domain.employee_records import FIELDS
from smartpns_desktop.domain.employee_records import problems as problems_of
from smartpns_desktop.domain.employment import IN_SERVICE, Service
from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.domain.professionalism_index import maxima
from smartpns_desktop.domain.regulations import RegulationsInForce
from smartpns_desktop.domain.retirement import RetiringPost, pension_date, retirement_age
from smartpns_desktop.domain.smart_asn import ATTRIBUTES, attribute_of
from smartpns_desktop.services import listings
from smartpns_desktop.services.employees import EmployeeRecord, record_of
from smartpns_desktop.services.lists import ListQuery, ListService
from smartpns_desktop.services.reference import regulations
from smartpns_desktop.services.training_credit import YearSummary, year_summary

Row = Mapping[str, Any]
"""A row of a list by code name, with its `key`."""

FORMER_NIPS = "former-nips"
"""What the NIPs that a person bore before are called among the records: `nip`, and since when (`at`) they are known."""


@dataclass(frozen=True, slots=True)
class Pension:
    """The retirement age (BUP) of a person's present post in years, and the first day of the pension (RULES.md 1.6)."""

    age: int
    day: date


@dataclass(frozen=True, slots=True)
class WholePerson:
    """A record with its trainings (newest first), the JP of a year of work, what is wrong with it, and the `records`.

    Those are the rows of `performance-ratings`, `ip-asn`, `disciplinary-actions` and so on by kind; `on` is the day
    whose state is told. `index` is the latest IP ASN, `index_maxima` are the most points of each of its parts by the
    regulation of its year. `smart_asn` is the newest assessment of each attribute, `None` where nobody has assessed
    it yet. `pension` is `None` for somebody who has left, or whose birth date nobody knows. `files`
    counts those attached to rows, by table and key.
    """

    on: date
    record: EmployeeRecord
    trainings: tuple[Row, ...]
    year: YearSummary
    problems: tuple[Problem, ...]
    records: Mapping[str, tuple[Row, ...]]
    index: Row | None
    index_maxima: Mapping[str, float]
    smart_asn: Mapping[str, Row | None]
    pension: Pension | None
    files: Mapping[tuple[str, int], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Team:
    """The people in service in one unit, and their JP of a year: `mean` of one person, how many reached the minimum."""

    unit: str
    people: int
    mean: float
    met: int
    short: int


class PersonService:
    """Reads what the page of a person and its prints show."""

    def __init__(self, database: Database) -> None:
        self._database, self._lists = database, ListService(database)

    def whole(self, key: int, year: int, as_of: date | None = None) -> WholePerson:
        """Everything of a person, the JP being those of a year, and what holds on a day (`None`: today).

        What came later is told too. Raises `CannotDo("record.missing")`.
        """
        on = as_of or date.today()
        with self._database.read() as reader:
            behind = listings.is_behind(reader, "employees", as_of)
        if behind:
            listings.bring_up_to_date(self._database)
        with self._database.read() as reader:
            rules = regulations(reader)
            record, records = record_of(reader, key, as_of, rules), _records(reader, key, as_of)
            latest = _latest(records, on)
            return WholePerson(
                on,
                record,
                tuple(sorted(_rows(reader, "trainings", "trainings", key), key=_age, reverse=True)),
                record.year if year == record.year.year else year_summary(reader, rules, key, record.kind, year),
                problems_of({name: getattr(record, name) for name in FIELDS}),
                records,
                latest,
                maxima(rules.on(date(latest["year"], 12, 31))) if latest else {},
                _smart_asn(records, on),
                _pension(reader, record, rules.on(on)),
                attachments.counts_of(reader, key),
            )

    def team(self, unit: str, year: int) -> Team:
        """The JP of the people in a unit (its name, not what lies below it)."""
        query = ListQuery(where=(("agency", unit), *IN_SERVICE), year=year)
        bands = {it.value: it.count for it in self._lists.facets("employees", query, ["jp_band"])["jp_band"]}
        people = sum(bands.values())
        counted = self._lists.totals("employees", query, ["jp_counted"])["jp_counted"]
        short = bands.get("none", 0) + bands.get("below", 0)
        return Team(unit, people, counted / people if people else 0.0, bands.get("met", 0), short)


def _latest(records: Mapping[str, tuple[Row, ...]], on: date) -> Row | None:
    """The IP ASN of the latest year until a day; of several sources the one that was updated last."""
    rows = [row for row in records.get("ip-asn", ()) if row["year"] <= on.year]
    return max(rows, key=lambda it: (it["year"], it["updated"] or date.min), default=None)


def _smart_asn(records: Mapping[str, tuple[Row, ...]], on: date) -> dict[str, Row | None]:
    """What was found of each attribute last until a day; of one day the higher level, as a gap takes it."""
    found: dict[str, Row | None] = dict.fromkeys(ATTRIBUTES)
    known = (row for row in records.get("competency-assessments", ()) if row["assessed_on"] <= on)
    for row in sorted(known, key=lambda it: (it["assessed_on"], it["level"])):
        attribute = attribute_of(row["competency"])
        if attribute is not None:
            found[attribute] = row
    return found


def _records(reader: Reader, key: int, as_of: date | None) -> dict[str, tuple[Row, ...]]:
    found = {kind: tuple(_rows(reader, kind, table.name, key, as_of)) for kind, table in TABLES.items()}
    former = ({"key": row.key, "nip": row.nip, "at": row.at} for row in persons.former_nips_of(reader, key))
    return {**found, FORMER_NIPS: tuple(former)}


def _pension(reader: Reader, record: EmployeeRecord, rules: RegulationsInForce) -> Pension | None:
    if record.birth_date is None or record.current.get("service") == Service.LEFT:
        return None
    own = (it for it in record.posts if it.in_force and it.appointment is Appointment.OWN)
    held = next((post.position_id for post in own), None)
    post = persons.post_of(reader, held) if held is not None else None
    age = retirement_age(RetiringPost(*post) if post is not None else RetiringPost(""), rules)
    return None if age is None else Pension(age, pension_date(record.birth_date, age))


def _rows(reader: Reader, kind: str, table: str, key: int, as_of: date | None = None) -> list[dict[str, Any]]:
    """A person's rows of a kind, those that are still to hold too."""
    keys = persons.keys_of(reader, table, key)
    return list(queries.records(reader, listings.listing(reader, kind, as_of), keys, keyed=True)) if keys else []


def _age(row: Row) -> tuple[Any, ...]:
    day = row["end"] or row["start"]
    return row["year"] or 0, day.isoformat() if day else "", row["key"]
