"""Use-cases on what an agency answers for: who leads it and answers for its data, targets, commitments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from db import Database, Reader
from db.queries import agency_leaders, agency_rows, organisation
from smartpns_desktop.domain.agency_duties import ContactRole, Leader, TargetKind, head_of
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.services.agency_results import results_of
from smartpns_desktop.services.attachment_files import KeptFile
from smartpns_desktop.services.changes import Changes
from smartpns_desktop.services.edits import Edit, Editor, differences, refuse_rejected, require, tidied
from smartpns_desktop.words.agency_labels import ROLES
from smartpns_desktop.words.reasons import fields_named, reason
from smartpns_desktop.words.sentences import lower_first

_CONTACT = ("employee_id", "name", "phone", "email")
_COMMITMENT = ("signed_on", "signer", "number", "subject")
_REQUIRED = ("signed_on", "signer", "subject")
_FIRST_YEAR, _LAST_YEAR = 2000, 2100


@dataclass(frozen=True, slots=True)
class Contact:
    """Who leads an agency or answers for its data.

    `key`, `nip` and `post` are of a person of ours. `stated` by somebody; else derived of the highest structural post.
    """

    role: ContactRole
    name: str
    key: int | None = None
    nip: str = ""
    post: str = ""
    phone: str = ""
    email: str = ""
    stated: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """A target of a year beside what was reached; `value` is `None` where none was set."""

    kind: TargetKind
    value: float | None
    result: float
    note: str = ""

    @property
    def is_met(self) -> bool | None:
        """Whether it is reached; `None` where nothing was set."""
        return None if self.value is None else self.result >= self.value


@dataclass(frozen=True, slots=True)
class Commitment:
    """A commitment that the head of an agency signed; its file is attached to it (`agency_commitments`)."""

    key: int
    signed_on: date
    signer: str
    number: str
    subject: str


class AgencyDutyService:
    """Reads and writes what agencies answer for.

    A writing method is one change set, which undo names; it refuses with `CannotDo` and stores nothing then. All raise
    `record.missing` for an agency that is gone.
    """

    def __init__(self, database: Database, actor: str) -> None:
        self._database, self._editor = database, Editor(database, actor)

    def contacts(self, key: int, on: date | None = None) -> Mapping[ContactRole, Contact]:
        """Who leads an agency on a day, and who answers for its data; roles that nobody has are left out.

        Whoever is stated leads it; else the one person in its highest structural post (S2-12).
        """
        with self._database.read() as reader:
            return _contacts(reader, key, on or date.today())

    def set_contact(self, key: int, role: ContactRole, values: Mapping[str, object]) -> Changes:
        """State who leads an agency or answers for its data, by `employee_id` or `name`, with `phone` and `email`.

        Without either nobody is stated any more. Raises `argument.unknown_field`.
        """
        return self._editor.carry_out(lambda reader: _set_contact(reader, key, role, values))

    def targets(self, key: int, year: int) -> tuple[Target, ...]:
        """Every kind of target of a year beside what the agency with all its units reached (S3-5)."""
        with self._database.read() as reader:
            set_ones = {row.kind: row for row in agency_rows.rows(reader, "agency_targets", agency_id=key, year=year)}
            reached = results_of(reader, year).get(key, {})
        return tuple(
            Target(
                kind,
                set_ones[kind.value].value if kind.value in set_ones else None,
                reached.get(kind, 0.0),
                (set_ones[kind.value].note or "") if kind.value in set_ones else "",
            )
            for kind in TargetKind
        )

    def set_targets(self, key: int, year: int, values: Mapping[str, object]) -> Changes:
        """Set the targets of a year by the code of their kind; `None` takes one away.

        Raises `argument.unknown_field`, `argument.bad_value` for a number below 0, a share above 100, an odd year.
        """
        return self._editor.carry_out(lambda reader: _set_targets(reader, key, year, values))

    def commitments(self, key: int) -> tuple[Commitment, ...]:
        """The commitments of an agency, the newest first (S3-24)."""
        with self._database.read() as reader:
            found = agency_rows.rows(reader, "agency_commitments", agency_id=key)
        told = [Commitment(it.id, it.signed_on, it.signer, it.number or "", it.subject) for it in found]
        return tuple(sorted(told, key=lambda it: (it.signed_on, it.key), reverse=True))

    def commitment_problems(self, values: Mapping[str, object]) -> tuple[Problem, ...]:
        """What is wrong with a commitment while it is typed."""
        return tuple(_commitment_problems({**dict.fromkeys(_COMMITMENT), **tidied(values, _COMMITMENT)}))

    def add_commitment(
        self, key: int, values: Mapping[str, object], files: Sequence[KeptFile] = ()
    ) -> tuple[int, Changes]:
        """Record a commitment: `signed_on`, `signer`, `subject` and, where told, `number`; returns its key.

        Raises `record.rejected`.
        """
        table = "agency_commitments"
        return self._editor.add(table, lambda reader: _add_commitment(reader, key, values).with_files(table, files))

    def change_commitment(self, commitment: int, values: Mapping[str, object]) -> Changes:
        """Change fields of a commitment. Raises `record.rejected`."""
        return self._editor.carry_out(lambda reader: _change_commitment(reader, commitment, values))

    def remove_commitment(self, commitment: int) -> Changes:
        """Take a commitment away."""
        return self._editor.carry_out(lambda reader: _remove_commitment(reader, commitment))


def agency_name(reader: Reader, key: int) -> str:
    """The present name of an agency; `record.missing` where it is gone."""
    rows = {row.id: row for row in organisation.all_agencies(reader)}
    return str(require(rows.get(key)).name)


def _contacts(reader: Reader, key: int, on: date) -> Mapping[ContactRole, Contact]:
    found = {}
    leaders = [Leader(row.id, row.echelon_code) for row in agency_leaders.leaders(reader, key, on)]
    head = head_of(leaders)
    if head is not None:
        found[ContactRole.HEAD] = _person(reader, ContactRole.HEAD, head, on, stated=False)
    for row in agency_leaders.contacts(reader, key):
        found[ContactRole(row.role)] = _stated(reader, row, on)
    return found


def _stated(reader: Reader, row: Any, on: date) -> Contact:
    role = ContactRole(row.role)
    if row.employee_id is None:
        return Contact(role, row.name, phone=row.phone or "", email=row.email or "", stated=True)
    contact = _person(reader, role, row.employee_id, on, stated=True)
    told = {"phone": row.phone or contact.phone, "email": row.email or contact.email}
    return Contact(role, contact.name, contact.key, contact.nip, contact.post, **told, stated=True)


def _person(reader: Reader, role: ContactRole, key: int, on: date, *, stated: bool) -> Contact:
    row = require(agency_leaders.person(reader, key, on))
    return Contact(role, row.name, row.id, row.nip, row.post or "", row.phone or "", row.email or "", stated)


def _set_contact(reader: Reader, key: int, role: ContactRole, values: Mapping[str, object]) -> Edit:
    told = {**dict.fromkeys(_CONTACT), **tidied(values, _CONTACT)}
    name, table = agency_name(reader, key), "agency_contacts"
    stored = next(iter(agency_rows.rows(reader, table, agency_id=key, role=role.value)), None)
    if told["employee_id"] is not None:
        told["name"] = None
    edit = Edit(reason("agency.contact", role=lower_first(ROLES[role.value]), name=name))
    if told["employee_id"] is None and told["name"] is None:
        edit.gone[table] = [stored.id] if stored else []
    elif stored is None:
        edit.bundle.add(table, {"agency_id": key, "role": role.value, **told})
    else:
        edit.bundle.change(table, stored.id, differences(told, stored._mapping))
    return edit


def _set_targets(reader: Reader, key: int, year: int, values: Mapping[str, object]) -> Edit:
    table, told = "agency_targets", tidied(values, [kind.value for kind in TargetKind])
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise CannotDo("argument.bad_value", value=year)
    edit = Edit(reason("agency.targets", name=agency_name(reader, key), year=str(year)))
    stored = {row.kind: row for row in agency_rows.rows(reader, table, agency_id=key, year=year)}
    for kind, value in told.items():
        row = stored.get(kind)
        if value is None:
            edit.remove(table, [row.id] if row else [])
            continue
        number = _number(kind, value)
        if row is None:
            edit.bundle.add(table, {"agency_id": key, "year": year, "kind": kind, "value": number, "note": None})
        elif row.value != number:
            edit.bundle.change(table, row.id, {"value": number})
    return edit


def _number(kind: str, value: object) -> float:
    highest = 100.0 if kind == TargetKind.JP_MET_SHARE else float("inf")
    if not isinstance(value, int | float) or not 0 <= value <= highest or value == float("inf"):
        raise CannotDo("argument.bad_value", value=value)
    return float(value)


def _commitment_problems(told: Mapping[str, Any]) -> Sequence[Problem]:
    problems = [Problem("value.missing", column=name) for name in _REQUIRED if told[name] is None]
    if isinstance(told["signed_on"], date) and told["signed_on"] > date.today():
        problems.append(Problem("commitment.in_future", column="signed_on", value=told["signed_on"].isoformat()))
    return problems


def _add_commitment(reader: Reader, key: int, values: Mapping[str, object]) -> Edit:
    told = {**dict.fromkeys(_COMMITMENT), **tidied(values, _COMMITMENT)}
    refuse_rejected("agency-commitments", _commitment_problems(told))
    edit = Edit(reason("agency.commitment_add", name=agency_name(reader, key)))
    edit.bundle.add("agency_commitments", {"agency_id": key, **told})
    return edit


def _change_commitment(reader: Reader, commitment: int, values: Mapping[str, object]) -> Edit:
    row = require(next(iter(agency_rows.rows(reader, "agency_commitments", id=commitment)), None))
    changed = differences(tidied(values, _COMMITMENT), row._mapping)
    refuse_rejected("agency-commitments", _commitment_problems({**row._mapping, **changed}))
    fields = fields_named("agency-commitments", changed)
    edit = Edit(reason("agency.commitment_change", name=agency_name(reader, row.agency_id), fields=fields))
    edit.bundle.change("agency_commitments", commitment, changed)
    return edit


def _remove_commitment(reader: Reader, commitment: int) -> Edit:
    row = require(next(iter(agency_rows.rows(reader, "agency_commitments", id=commitment)), None))
    gone = {"agency_commitments": [commitment]}
    return Edit(reason("agency.commitment_remove", name=agency_name(reader, row.agency_id)), gone=gone)
