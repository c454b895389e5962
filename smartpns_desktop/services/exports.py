"""Workbooks out: every kind in the headings that the importer reads back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from db import Database, Reader
from db.queries import (
    batches,
    employment,
    history_lists,
    organisation,
    position_standards,
    record_lists,
    trainings,
)
from db.queries import listing as queries
from db.queries import records as record_queries
from db.queries.listing import Filter, Listing
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.study_needs import Funding, NeedState, period_of
from smartpns_desktop.exchange.columns import SPECS
from smartpns_desktop.exchange.columns_spec import CellKind, Column, SheetSpec
from smartpns_desktop.exchange.writing import write_table
from smartpns_desktop.services import listed_sheets
from smartpns_desktop.services.agency_scope import agency_named, agency_tree
from smartpns_desktop.services.listings import listing as listing_of
from smartpns_desktop.services.lists import ListQuery, asked
from smartpns_desktop.services.watch import Watch
from smartpns_desktop.words.labels import AGENCY_KINDS, enum_label

_TABLES = {
    "employees": {
        "employees",
        "grade_history",
        "post_history",
        "education_history",
        "standing_history",
        "former_nips",
    },
    "trainings": {"trainings"},
    "study-needs": {"study_needs", "study_need_heads"},
    "agencies": {"agencies", "agency_names", "agency_codes", "agency_parents", "agency_successors"},
    "positions": {"positions", "position_standards", "standard_requirements", "position_quotas"},
}
"""Tables whose changes make a row of a kind newer than a batch."""

_YEARLY = ("trainings", "ip-asn", "performance-ratings", "agency-submissions", "agency-targets")
"""Kinds whose rows tell their year."""

_OF_PEOPLE = {**history_lists.TABLES, **record_lists.TABLES}
"""The tables of the kinds whose rows belong to people: histories and records."""

_WORDING: dict[str, Callable[[str], str]] = {
    "funding": lambda value: enum_label(Funding(value)),
    "status": lambda value: enum_label(NeedState(value)),
    "kind": lambda value: AGENCY_KINDS[value],
}
"""Stored codes that a sheet shows in words."""


class ExportService:
    """Writes what the store holds into workbooks; nothing is written where something fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def export(
        self,
        kind: str,
        out: Path,
        *,
        agency: str | None = None,
        year: int | None = None,
        since: int | None = None,
        query: ListQuery | None = None,
        keys: Sequence[int] | None = None,
        watch: Watch | None = None,
    ) -> int:
        """Write a kind to a workbook and return the number of rows.

        `agency` (code or name, units below it included) and `year` narrow it, `since` leaves only what later
        change sets touched. `query` and `keys` leave what a list shows or what was chosen in it, in the order of
        `query` or else of the list itself. Raises `CannotDo`: `argument.*`, `agency.unknown`, `batch.unknown`,
        `file.in_use`, `disk.full`.
        """
        watch = watch or Watch()
        watch.begin("write")
        query = query or ListQuery()
        with asked(self._database, kind, replace(query, year=query.year or year)) as (reader, listing, asked_for):
            spec = SPECS.get(kind) or listed_sheets.sheet_of(kind, listing)
            of_agency = _of_agency(reader, listing, kind, agency, query)
            wanted = _filter(reader, asked_for, kind, of_agency, year, since, keys)
            total = queries.count(reader, listing, wanted)
            fields, rows = rows_of(reader, spec, listing, wanted)
            return write_table(out, spec, fields, rows, progress=lambda done: watch.step(done, total))


def spec_of(kind: str) -> SheetSpec:
    """The columns of a kind; CannotDo("argument.unknown_kind")."""
    if kind not in SPECS:
        raise CannotDo("argument.unknown_kind", kind=kind, known=", ".join(SPECS))
    return SPECS[kind]


def rows_of(
    reader: Reader, spec: SheetSpec, listing: Listing, wanted: Filter
) -> tuple[list[str], Iterator[Sequence[Any]]]:
    """Fields and rows of a kind; where a field is a list itself, it is spread over columns first."""
    if spec.kind not in SPECS:
        return listed_sheets.rows_of(reader, spec.kind, listing, wanted)
    if listing.enrich is None:
        columns = [it for it in spec.columns if not it.only_read and it.field in listing.fields]
        fields = [it.field for it in columns]
        return fields, _spoken(columns, queries.stream(reader, listing, wanted, fields))
    records = list(queries.records(reader, listing, queries.keys(reader, listing, wanted)))
    years = sorted({year for record in records for year in record.get("heads", {})})
    fields = [
        field
        for column in spec.columns
        if not column.only_read
        for field in ([f"heads_{year}" for year in years] if column.kind is CellKind.YEAR_COUNT else [column.field])
    ]
    return fields, ([_spread(record, field) for field in fields] for record in records)


def _spoken(columns: Sequence[Column], rows: Iterator[Sequence[Any]]) -> Iterator[Sequence[Any]]:
    """Rows as they are, but for yes and no in words."""
    flags = [place for place, column in enumerate(columns) if column.choices == "yes_no"]
    if not flags:
        return rows
    return (
        tuple(("Ya" if value else "Tidak") if place in flags else value for place, value in enumerate(row))
        for row in rows
    )


def _spread(record: dict[str, Any], field: str) -> Any:
    if field.startswith("heads_"):
        return record["heads"].get(field.removeprefix("heads_"))
    value = record[field]
    if isinstance(value, list):
        return "; ".join(value)
    wording = _WORDING.get(field)
    return wording(value) if wording and value is not None else value


def _filter(
    reader: Reader,
    wanted: Filter,
    kind: str,
    of_agency: set[int] | None,
    year: int | None,
    since: int | None,
    keys: Sequence[int] | None,
) -> Filter:
    chosen = [set(them) for them in (keys, of_agency, wanted.keys) if them is not None]
    if since is not None:
        if batches.change_set(reader, since) is None:
            raise CannotDo("batch.unknown", batch=since)
        chosen.append(_touched_since(reader, kind, since))
    if year is not None and kind == "study-needs":
        chosen.append(_needs_of_year(reader, year))
    years = (("year", str(year)),) if year is not None and kind in _YEARLY else ()
    both = frozenset(set.intersection(*chosen)) if chosen else None
    return replace(wanted, equals=(*wanted.equals, *years), keys=both)


def _of_agency(
    reader: Reader, listing: Listing, kind: str, agency: str | None, query: ListQuery | None
) -> set[int] | None:
    """Keys of the rows of an agency, on the day of the query; `None` where none was named."""
    if not agency:
        return None
    tree = agency_tree(reader, agency_named(reader, agency).id)
    if kind not in SPECS:
        return listed_sheets.keys_of_agency(reader, listing, tree)
    return keys_of_agency(reader, kind, tree, query.as_of if query else None)


def _touched_since(reader: Reader, kind: str, since: int) -> set[int]:
    """Keys of the rows of a kind that later change sets touched."""
    if kind in _OF_PEOPLE:
        return batches.touched_rows_since(reader, since, _OF_PEOPLE[kind].name)
    if kind not in _TABLES:
        raise CannotDo("argument.unknown_kind", kind=kind, known=", ".join(_TABLES))
    return batches.touched_keys_since(reader, since, _TABLES[kind])


def keys_of_agency(reader: Reader, kind: str, tree: set[int], as_of: date | None = None) -> set[int]:
    """Keys of the rows of a kind that belong to these agencies, on a day or today."""
    if kind == "agencies":
        return tree
    if kind == "positions":
        return position_standards.posts_of(reader, tree)
    if kind == "study-needs":
        names = {row.name for row in organisation.all_agencies(reader) if row.id in tree}
        listing = listing_of(reader, kind)
        keys = queries.keys(reader, listing, Filter())
        records = queries.records(reader, listing, keys)
        return {key for key, record in zip(keys, records, strict=True) if record["agency"] in names}
    people = employment.staff_of(reader, sorted(tree), as_of or date.today(), with_gone=True)
    staff = [row.id for row in people]
    if kind == "employees":
        return set(staff)
    owners = set(staff)
    if kind in _OF_PEOPLE:
        rows = record_queries.of_employees(reader, _OF_PEOPLE[kind].name, (), staff)
    else:
        rows = trainings.of_employees(reader, (), staff)
    return {row[0] for row in rows if row[1] in owners}


def _needs_of_year(reader: Reader, year: int) -> set[int]:
    listing = listing_of(reader, "study-needs")
    keys = queries.keys(reader, listing, Filter())
    spans = (period_of(record["period"]) or (0, 0) for record in queries.records(reader, listing, keys))
    return {key for key, (first, last) in zip(keys, spans, strict=True) if first <= year <= last}
