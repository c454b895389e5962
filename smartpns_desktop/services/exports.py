"""Workbooks out: every kind in the headings that the importer reads back, and blank templates with drop-downs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from db import Database, Reader
from db.queries import batches, employees, organisation, reference, trainings
from db.queries import listing as queries
from db.queries.listing import Filter, Listing
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.names import fold
from smartpns_desktop.domain.study_needs import Funding, NeedState, period_of
from smartpns_desktop.exchange.columns import SPECS
from smartpns_desktop.exchange.columns_spec import CellKind, SheetSpec
from smartpns_desktop.exchange.templates import write_template
from smartpns_desktop.exchange.writing import write_table
from smartpns_desktop.services.listings import listing as listing_of
from smartpns_desktop.services.lists import ListQuery, asked
from smartpns_desktop.services.watch import Watch
from smartpns_desktop.words.labels import AGENCY_KINDS, enum_label

_TABLES = {
    "employees": {"employees", "grade_history", "post_history", "education_history", "standing_history"},
    "trainings": {"trainings"},
    "study-needs": {"study_needs", "study_need_heads"},
    "agencies": {"agencies", "agency_names"},
}
"""Tables whose changes make a row of a kind newer than a batch."""

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
        spec = _spec_of(kind)
        with asked(self._database, kind, query or ListQuery()) as (reader, listing, asked_for):
            wanted = _filter(reader, asked_for, kind, agency, year, since, keys)
            total = queries.count(reader, listing, wanted)
            fields, rows = _rows(reader, spec, listing, wanted)
            return write_table(out, spec, fields, rows, progress=lambda done: watch.step(done, total))

    def template(self, kind: str, out: Path, *, agency: str | None = None) -> None:
        """Write a blank workbook for a kind, with drop-downs from a code sheet and instructions."""
        spec = _spec_of(kind)
        with self._database.read() as reader:
            name = _agency_name(reader, agency) if agency else ""
            choices = _choices(reader)
        write_template(out, spec, choices, sample=_SAMPLES[kind], agency=name)


def _spec_of(kind: str) -> SheetSpec:
    if kind not in SPECS:
        raise CannotDo("argument.unknown_kind", kind=kind, known=", ".join(SPECS))
    return SPECS[kind]


def _rows(
    reader: Reader, spec: SheetSpec, listing: Listing, wanted: Filter
) -> tuple[list[str], Iterator[Sequence[Any]]]:
    """Fields and rows of a kind; where a field is a list itself, it is spread over columns first."""
    if listing.enrich is None:
        fields = [column.field for column in spec.columns]
        return fields, _spoken(spec, queries.stream(reader, listing, wanted, fields))
    records = list(queries.records(reader, listing, queries.keys(reader, listing, wanted)))
    years = sorted({year for record in records for year in record.get("heads", {})})
    fields = [
        field
        for column in spec.columns
        for field in ([f"heads_{year}" for year in years] if column.kind is CellKind.YEAR_COUNT else [column.field])
    ]
    return fields, ([_spread(record, field) for field in fields] for record in records)


def _spoken(spec: SheetSpec, rows: Iterator[Sequence[Any]]) -> Iterator[Sequence[Any]]:
    """Rows as they are, but for yes and no in words."""
    flags = [place for place, column in enumerate(spec.columns) if column.choices == "yes_no"]
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
    agency: str | None,
    year: int | None,
    since: int | None,
    keys: Sequence[int] | None,
) -> Filter:
    chosen = [] if keys is None else [set(keys)]
    if agency:
        chosen.append(_keys_of_agency(reader, kind, _agency_tree(reader, agency)))
    if since is not None:
        if batches.change_set(reader, since) is None:
            raise CannotDo("batch.unknown", batch=since)
        chosen.append(batches.touched_keys_since(reader, since, _TABLES[kind]))
    if year is not None and kind == "study-needs":
        chosen.append(_needs_of_year(reader, year))
    years = (("year", str(year)),) if year is not None and kind == "trainings" else ()
    both = frozenset(set.intersection(*chosen)) if chosen else None
    return replace(wanted, equals=(*wanted.equals, *years), keys=both)


def _keys_of_agency(reader: Reader, kind: str, tree: set[int]) -> set[int]:
    if kind == "agencies":
        return tree
    if kind == "study-needs":
        names = {row.name for row in organisation.all_agencies(reader) if row.id in tree}
        listing = listing_of(reader, kind)
        keys = queries.keys(reader, listing, Filter())
        records = queries.records(reader, listing, keys)
        return {key for key, record in zip(keys, records, strict=True) if record["agency"] in names}
    staff = [row.id for row in employees.staff_of(reader, sorted(tree), date.today())]
    if kind == "employees":
        return set(staff)
    owners = set(staff)
    return {row[0] for row in trainings.of_employees(reader, (), staff) if row[1] in owners}


def _needs_of_year(reader: Reader, year: int) -> set[int]:
    listing = listing_of(reader, "study-needs")
    keys = queries.keys(reader, listing, Filter())
    spans = (period_of(record["period"]) or (0, 0) for record in queries.records(reader, listing, keys))
    return {key for key, (first, last) in zip(keys, spans, strict=True) if first <= year <= last}


def _find_agency(reader: Reader, text: str) -> Any:
    rows = organisation.all_agencies(reader)
    tests: tuple[Callable[[Any], bool], ...] = (
        lambda row: row.code == text,
        lambda row: row.name_key == fold(text),
        lambda row: fold(row.short_name or "") == fold(text),
    )
    for test in tests:
        for row in rows:
            if test(row):
                return row
    raise CannotDo("agency.unknown", agency=text)


def _agency_name(reader: Reader, text: str) -> str:
    return str(_find_agency(reader, text).name)


def _agency_tree(reader: Reader, text: str) -> set[int]:
    """An agency and all units below it."""
    tree = {_find_agency(reader, text).id}
    rows = organisation.all_agencies(reader)
    while True:
        below = {row.id for row in rows if row.parent_id in tree} - tree
        if not below:
            return tree
        tree |= below


def _choices(reader: Reader) -> dict[str, list[str]]:
    """The lists behind the drop-downs, by the name that the columns use."""
    named = {
        name: [row["name"] for row in reference.rows_of(reader, table) if row["name"]]
        for name, table in (
            ("grades", "grades"),
            ("education_levels", "education_levels"),
            ("position_kinds", "position_kinds"),
            ("echelons", "echelons"),
            ("training_forms", "training_forms"),
        )
    }
    return {
        **named,
        "agencies": [row.name for row in organisation.all_agencies(reader) if row.closed_on is None],
        "sexes": ["M", "F"],
        "statuses": ["P", "C", "PPPK"],
        "standings": [
            "Aktif",
            "Cuti di Luar Tanggungan Negara",
            "Pemberhentian Sementara",
            "Tugas Belajar",
            "Pensiun",
        ],
        "fundings": [enum_label(funding) for funding in Funding],
        "agency_kinds": list(AGENCY_KINDS.values()),
        "yes_no": ["Ya", "Tidak"],
    }


_SAMPLES: dict[str, dict[str, object]] = {
    "employees": {
        "nip": "199001012015011001",
        "name": "Contoh Pegawai",
        "back_title": "S.E.",
        "grade": "III/c",
    },
    "trainings": {"nip": "199001012015011001", "person": "Contoh Pegawai", "name": "Bimtek Contoh", "jp": 20},
    "study-needs": {
        "agency": "Dinas Contoh",
        "level": "S-2",
        "programme": "Magister Contoh",
        "funding": "APBD",
    },
    "agencies": {"code": "1.01", "name": "Dinas Contoh", "short_name": "Discontoh"},
}
"""What the sample row of each template shows."""
