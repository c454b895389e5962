"""What of a kind of thing may be changed in many rows at once, and how its values are chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from db import Reader
from db.queries import organisation
from smartpns_desktop.domain.civil_registry import MARITAL_STATUSES, RELIGIONS
from smartpns_desktop.domain.standings import NAMES as STANDINGS
from smartpns_desktop.domain.study_needs import Funding
from smartpns_desktop.services.employee_states import History
from smartpns_desktop.services.reference import regulations
from smartpns_desktop.words.labels import enum_label, field_label


class Entry(StrEnum):
    """How the value of a field is told."""

    LINE = "line"
    TEXT = "text"
    CHOICE = "choice"
    FLAG = "flag"
    DATE = "date"
    SEARCHED = "searched"


@dataclass(frozen=True, slots=True)
class BulkField:
    """One field: as the single edit knows it, and as the list of its kind shows it (`shown`).

    `choices` are key and word of what can be chosen; `searched` is the kind of list in which a value is looked for.
    A field of a `history` holds from a day on, by a decree. `can_be_empty` allows to take its value away.
    """

    name: str
    shown: str
    label: str
    entry: Entry = Entry.LINE
    choices: tuple[tuple[str, str], ...] = ()
    searched: str = ""
    history: History | None = None
    can_be_empty: bool = True


_NAMED = {
    "religion": tuple((name, name) for name in RELIGIONS),
    "marital_status": tuple((name, name) for name in MARITAL_STATUSES),
    "standing": tuple((name, name) for name in STANDINGS.values()),
    "funding": tuple((it.value, enum_label(it)) for it in Funding),
}


def _of(kind: str, name: str, entry: Entry = Entry.LINE, shown: str = "") -> BulkField:
    choices = _NAMED.get(name, ())
    return BulkField(name, shown or name, field_label(kind, shown or name), Entry.CHOICE if choices else entry, choices)


def _employees(kind: str) -> Iterator[BulkField]:
    from_a_day = BulkField("", "", "", Entry.SEARCHED, history=History.POST, can_be_empty=False)
    for name, shown, searched in (("agency_id", "agency", "agencies"), ("position_id", "post", "positions")):
        yield replace(from_a_day, name=name, shown=shown, label=field_label(kind, shown), searched=searched)
    yield replace(_of(kind, "standing"), history=History.STANDING, can_be_empty=False)
    yield _of(kind, "religion")
    yield _of(kind, "marital_status")
    yield _of(kind, "employment_type")
    yield _of(kind, "note", Entry.TEXT)


def _trainings(kind: str) -> Iterator[BulkField]:
    yield _of(kind, "organiser")
    yield replace(_of(kind, "form_code", Entry.CHOICE, "form"))
    yield replace(_of(kind, "verified", Entry.FLAG), can_be_empty=False)
    yield _of(kind, "source")
    yield _of(kind, "note", Entry.TEXT)


def _certificates(kind: str) -> Iterator[BulkField]:
    yield _of(kind, "issuer")
    yield _of(kind, "valid_until", Entry.DATE)
    yield _of(kind, "field")


def _study_needs(kind: str) -> Iterator[BulkField]:
    yield _of(kind, "funding")
    yield _of(kind, "field")
    yield _of(kind, "basis", Entry.TEXT)
    yield _of(kind, "note", Entry.TEXT)


_FIELDS = {
    "employees": _employees,
    "trainings": _trainings,
    "certificates": _certificates,
    "study-needs": _study_needs,
}

KINDS = tuple(_FIELDS)
"""Kinds of which many rows can be changed at once."""


def fields_of(reader: Reader, kind: str) -> tuple[BulkField, ...]:
    """The fields of a kind with their choices of today; none for a kind whose rows are changed one by one."""
    make = _FIELDS.get(kind)
    forms = regulations(reader).on(date.today()).training_forms if kind == "trainings" else {}
    named = tuple((code, form.name) for code, form in forms.items())
    return tuple(replace(it, choices=named) if it.name == "form_code" else it for it in (make(kind) if make else ()))


def said(reader: Reader, field: BulkField, value: object) -> str:
    """A value as people read it."""
    if field.searched:
        found = (
            organisation.all_agencies(reader) if field.searched == "agencies" else organisation.all_positions(reader)
        )
        return next((str(row.name) for row in found if row.id == value), "")
    return dict(field.choices).get(str(value), str(value)) if value is not None else ""
