"""Templates that offices fill in and send back: of every kind, for everybody or for one agency with what it has."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from db import Database, Reader
from db.queries import employment, organisation, position_standards, reference
from db.queries import listing as queries
from db.queries.listing import Filter
from db.queries.positions import competencies_on
from smartpns_desktop.domain.appointments import Appointment
from smartpns_desktop.domain.disciplinary_actions import DisciplineLevel
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.performance_ratings import Expectation, Rating
from smartpns_desktop.domain.standings import NAMES
from smartpns_desktop.domain.study_needs import Funding, period_of
from smartpns_desktop.exchange.columns_spec import SheetSpec
from smartpns_desktop.exchange.templates import Prefill, write_template
from smartpns_desktop.services.agency_scope import agency_named, agency_tree
from smartpns_desktop.services.exports import keys_of_agency, rows_of, spec_of
from smartpns_desktop.services.listings import listing as listing_of
from smartpns_desktop.words.labels import AGENCY_KINDS, enum_label

_PERSON = ("nip", "person")
"""The columns of a sheet about people that say whose a row is."""
_BEGUN_NEEDS = 20
"""Rows that are begun for further study needs."""
_PLAN_YEARS = 5


@dataclass(frozen=True, slots=True)
class _Office:
    """The agency that a template is for, and all keys of it and its units."""

    key: int
    name: str
    tree: set[int]


class TemplateService:
    """Writes blank and prefilled workbooks; nothing is written where something fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def write(self, kind: str, out: Path, *, agency: str | int | None = None) -> None:
        """Write the workbook of a kind, with drop-downs and a guide.

        For an agency (code, name or key) it holds what is known: employees and units as they are, the plan of study
        needs in force, and of other kinds a row begun for each of its people. Raises `CannotDo`:
        `argument.unknown_kind`, `agency.unknown`, `file.in_use`, `folder.not_writable`, `disk.full`.
        """
        spec = spec_of(kind)
        with self._database.read() as reader:
            office = None if agency is None or agency == "" else _office(reader, agency)
            prefill = _prefill(reader, spec, office) if office else Prefill()
            choices = choices_of(reader)
        sample = _SAMPLE | _SAMPLES.get(kind, {})
        write_template(out, spec, choices, sample=sample, prefill=prefill, agency=office.name if office else "")


def _office(reader: Reader, agency: str | int) -> _Office:
    if isinstance(agency, str):
        row = agency_named(reader, agency)
    else:
        row = next((it for it in organisation.all_agencies(reader) if it.id == agency), None)
    if row is None:
        raise CannotDo("agency.unknown", agency=agency)
    return _Office(row.id, row.name, agency_tree(reader, row.id))


def _prefill(reader: Reader, spec: SheetSpec, office: _Office) -> Prefill:
    fill = _PREFILLS.get(spec.kind, _people)
    return replace(fill(reader, spec, office), owns_rows="agency" in spec.context)


def _present(reader: Reader, spec: SheetSpec, office: _Office) -> Prefill:
    """What the store holds of the agency, as an export says it; the agency itself is not one of its units."""
    keys = keys_of_agency(reader, spec.kind, office.tree)
    return Prefill(_rows_with(reader, spec, keys - {office.key} if spec.kind == "agencies" else keys))


def _people(reader: Reader, spec: SheetSpec, office: _Office) -> Prefill:
    """A row begun for each person; nothing for kinds that are not about people."""
    fields = tuple(column.field for column in spec.columns if column.field in _PERSON and column.template)
    if "nip" not in fields:
        return Prefill()
    staff = employment.staff_of(reader, sorted(office.tree), date.today())
    return Prefill(begun_fields=fields, begun=[{"nip": row.nip, "person": row.name} for row in staff])


def _needs(reader: Reader, spec: SheetSpec, office: _Office) -> Prefill:
    """The lines of the plans that have not ended, and rows begun for more."""
    this = date.today().year
    keys = keys_of_agency(reader, spec.kind, office.tree)
    lines = [(period_of(str(row["period"])), row) for row in _rows_with(reader, spec, keys)]
    present = [(period, row) for period, row in lines if period and period[1] >= this]
    first, last = max((period for period, _ in present), default=(this, this + _PLAN_YEARS - 1))
    years = {year for period, _ in present for year in range(period[0], period[1] + 1)} | {*range(first, last + 1)}
    return Prefill(
        rows=[row for _, row in present],
        begun_fields=("agency", "period"),
        begun=[{"agency": office.name, "period": f"{first}-{last}"}] * _BEGUN_NEEDS,
        years=sorted(years),
    )


def _posts(reader: Reader, spec: SheetSpec, office: _Office) -> Prefill:
    """The posts of the agency with what they ask; a row for each unit that tells how many people it needs in one."""
    keys = frozenset(keys_of_agency(reader, spec.kind, office.tree))
    places = queries.keys(reader, listing_of(reader, spec.kind), Filter(keys=keys))
    posts = dict(zip(places, _rows_with(reader, spec, keys), strict=True))
    names = {row.id: row.name for row in organisation.all_agencies(reader)}
    latest = {
        (row.position_id, row.agency_id): row
        for row in sorted(position_standards.all_quotas(reader), key=lambda it: it.effective_date or date.min)
        if row.agency_id in office.tree and row.position_id in posts
    }
    told = {
        key: {"agency": names[key[1]], "needed": row.needed, "filled": row.filled} | _one_day(posts[key[0]], row)
        for key, row in sorted(latest.items(), key=lambda it: names[it[0][1]])
    }
    counted = {key: [row for (post, _), row in told.items() if post == key] or [{}] for key in posts}
    return Prefill([{**row, **units} for key, row in posts.items() for units in counted[key]])


def _one_day(post: dict[str, Any], quota: Any) -> dict[str, Any]:
    """The day of a row, of which it has but one: none where post and unit are told since different days."""
    days = {post.get("effective_date"), quota.effective_date} - {None}
    return {"effective_date": days.pop() if len(days) == 1 else None}


def _rows_with(reader: Reader, spec: SheetSpec, keys: Iterable[int]) -> list[dict[str, Any]]:
    fields, rows = rows_of(reader, spec, listing_of(reader, spec.kind), Filter(keys=frozenset(keys)))
    return [dict(zip(fields, row, strict=True)) for row in rows]


_PREFILLS: dict[str, Callable[[Reader, SheetSpec, _Office], Prefill]] = {
    "employees": _present,
    "agencies": _present,
    "study-needs": _needs,
    "positions": _posts,
}
"""How a kind's template is filled for an agency; where nothing is said, a row is begun for each person."""


def choices_of(reader: Reader) -> dict[str, list[str]]:
    """The lists behind the drop-downs, by the name that the columns use."""
    named = {
        name: [row["name"] for row in reference.rows_of(reader, table) if row["name"]]
        for name, table in (
            ("grades", "grades"),
            ("education_levels", "education_levels"),
            ("position_kinds", "position_kinds"),
            ("echelons", "echelons"),
            ("training_forms", "training_forms"),
            ("disciplinary_measures", "disciplinary_measures"),
        )
    }
    return {
        **named,
        "agencies": [row.name for row in organisation.all_agencies(reader) if row.closed_on is None],
        "competencies": list(competencies_on(reader, date.today())),
        "sexes": ["M", "F"],
        "statuses": ["P", "C", "PPPK"],
        "standings": list(NAMES.values()),
        "appointments": [it.value for it in Appointment],
        "fundings": [enum_label(funding) for funding in Funding],
        "ratings": [rating.value for rating in Rating],
        "expectations": [expectation.value for expectation in Expectation],
        "discipline_levels": [level.value.capitalize() for level in DisciplineLevel],
        "agency_kinds": list(AGENCY_KINDS.values()),
        "yes_no": ["Ya", "Tidak"],
    }


_SAMPLE: dict[str, object] = {
    "nip": "199001012015011001",
    "person": "Contoh Pegawai",
    "agency": "Dinas Contoh",
}
_SAMPLES: dict[str, dict[str, object]] = {
    "employees": {
        "name": "Contoh Pegawai",
        "back_title": "S.E.",
        "grade": "III/c",
    },
    "trainings": {"name": "Bimtek Contoh", "jp": 20},
    "grade-history": {"grade": "III/c", "grade_date": date(2023, 4, 1), "decree_number": "800/12/2023"},
    "post-history": {"post": "Analis Kebijakan Ahli Muda", "post_date": date(2023, 4, 1)},
    "education-history": {"education_level": "S-1/Sarjana", "graduation_year": 2012},
    "standing-history": {"standing": "Aktif", "standing_date": date(2015, 1, 1)},
    "ip-asn": {
        "qualification": 15,
        "competence": 22.5,
        "performance": 25,
        "discipline": 5,
        "total": 67.5,
        "year": 2025,
    },
    "performance-ratings": {
        "year": 2025,
        "rating": "Baik",
        "result": "Sesuai Ekspektasi",
        "behaviour": "Sesuai Ekspektasi",
    },
    "disciplinary-actions": {"level": "Ringan", "measure": "Teguran tertulis", "effective_date": date(2026, 1, 12)},
    "certificates": {
        "name": "Pengadaan Barang/Jasa Tingkat Dasar",
        "issuer": "LKPP",
        "issued_on": date(2024, 5, 2),
        "valid_until": date(2027, 5, 1),
    },
    "competency-assessments": {
        "competency": "Integritas",
        "level": "3",
        "assessed_on": date(2025, 8, 20),
        "assessor": "UPT Penilaian Kompetensi",
    },
    "contracts": {"effective_date": date(2025, 3, 1), "until": date(2030, 2, 28)},
    "study-needs": {
        "level": "S-2",
        "programme": "Magister Contoh",
        "funding": "APBD",
    },
    "positions": {"name": "Analis Kebijakan Ahli Muda", "kind": "Fungsional", "position_class": 9, "needed": 2},
    "agencies": {"code": "1.01", "name": "Dinas Contoh", "short_name": "Discontoh"},
}
"""What the guide's example shows: of any kind, and of one."""
