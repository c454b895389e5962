"""What agencies answer for as lists: submissions with their state, targets, commitments, and the board of all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, Text, and_, case, cast, func, literal, null, or_, select, union

from db.queries.facets import newest_first
from db.queries.listing import Join, Listing, View
from db.tables.agency_duties import (
    SUBMISSION_STATES,
    agency_commitments,
    agency_contacts,
    agency_submissions,
    agency_targets,
    submission_calls,
)
from db.tables.employees import employees
from db.tables.journal import change_sets, import_batches
from db.tables.organisation import agencies, agency_names
from db.tables.study_needs import study_plans
from db.tables.types import IsoDate

_NOT_YET, _PARTLY, _SENT, _TAKEN = SUBMISSION_STATES
_PER_CALL = 1_000_000
"""More than there are agencies: a call and an agency together are one key."""


def asked_agencies() -> ColumnElement[bool]:
    """Agencies of whom something is asked: those at the top of the tree."""
    return agencies.c.parent_id.is_(None) & (agencies.c.kind == "agency")


def _imports() -> Subquery:
    """The newest import of its kind that an agency sent since a call: call_id, agency_id, change_set_id."""
    called = _called()
    came = (
        select(
            submission_calls.c.id.label("call_id"),
            called.c.agency_id,
            func.max(import_batches.c.change_set_id).label("change_set_id"),
        )
        .select_from(import_batches)
        .join(called, called.c.said == func.lower(func.trim(import_batches.c.sender)))
        .join(change_sets, change_sets.c.id == import_batches.c.change_set_id)
        .join(submission_calls, submission_calls.c.kind == import_batches.c.kind)
        .where(
            cast(change_sets.c.started_at, Text) >= cast(submission_calls.c.opened_on, Text),
            import_batches.c.change_set_id.not_in(_undone()),
        )
    )
    return came.group_by(submission_calls.c.id, called.c.agency_id).subquery("came")


def _called() -> Subquery:
    """What senders may call an agency: its names, its short name, its code, in small letters."""
    own = (agencies.c.name, agencies.c.short_name, agencies.c.code, agencies.c.name_key)
    said = [select(agencies.c.id.label("agency_id"), func.lower(name).label("said")) for name in own]
    once = select(agency_names.c.agency_id, func.lower(agency_names.c.name))
    return union(*said, once).subquery("called")


def _undone() -> Select[Any]:
    """Change sets of whose turns the newest took them back."""
    turn = change_sets.alias("turn")
    newest = select(func.max(turn.c.id)).where(turn.c.undoes_id.is_not(None)).group_by(turn.c.undoes_id)
    return select(change_sets.c.undoes_id).where(change_sets.c.id.in_(newest), change_sets.c.kind == "undo")


def _plan() -> ColumnElement[Any]:
    """What the plan of study needs that covers the year of a call says, for calls for study needs."""
    said = case(
        {"DIASISTENSI": _PARTLY, "DIAJUKAN": _SENT, "DIVERIFIKASI": _TAKEN, "DISAHKAN": _TAKEN},
        value=study_plans.c.state,
        else_=_NOT_YET,
    )
    statement = select(said).where(
        submission_calls.c.kind == "study-needs",
        study_plans.c.agency_id == agencies.c.id,
        study_plans.c.first_year <= submission_calls.c.year,
        study_plans.c.last_year >= submission_calls.c.year,
    )
    return (
        statement.order_by(study_plans.c.first_year.desc())
        .limit(1)
        .correlate(submission_calls, agencies)
        .scalar_subquery()
    )


def _rank(state: ColumnElement[Any]) -> ColumnElement[int]:
    return case({name: place for place, name in enumerate(SUBMISSION_STATES)}, value=state, else_=0)


def _submissions(view: View) -> Subquery:
    """Each call with each agency of whom it is asked: an agency that stood while the call was open."""
    calls, stated = submission_calls.c, agency_submissions.c
    came, sending = _imports(), change_sets.alias("sending")
    sent = case((import_batches.c.rejected_count > 0, _PARTLY), (came.c.change_set_id.is_not(None), _TAKEN))
    sent_on = func.substr(cast(sending.c.started_at, Text), 1, 10)
    ranks = func.max(_rank(sent), _rank(_plan()))
    derived = case(dict(enumerate(SUBMISSION_STATES)), value=ranks)
    state = func.coalesce(stated.state, derived)
    day = func.coalesce(cast(stated.submitted_on, Text), case((stated.state.is_(None), sent_on)))
    missing = state.in_((_NOT_YET, _PARTLY))
    on = view.on.isoformat()
    timing = case(
        (and_(missing, cast(calls.deadline, Text) < on), "late"),
        (missing, "awaited"),
        (day > cast(calls.deadline, Text), "sent_late"),
        else_="in_time",
    )
    there = and_(
        asked_agencies(),
        or_(agencies.c.opened_on.is_(None), agencies.c.opened_on <= calls.deadline),
        or_(agencies.c.closed_on.is_(None), agencies.c.closed_on > calls.opened_on),
    )
    beside = (agency_submissions.c.call_id == calls.id) & (agency_submissions.c.agency_id == agencies.c.id)
    sent_here = (came.c.call_id == calls.id) & (came.c.agency_id == agencies.c.id)
    source = submission_calls.join(agencies, there).outerjoin(agency_submissions, beside).outerjoin(came, sent_here)
    source = source.outerjoin(import_batches, import_batches.c.change_set_id == came.c.change_set_id)
    source = source.outerjoin(sending, sending.c.id == came.c.change_set_id)
    columns = {
        "key": calls.id * _PER_CALL + agencies.c.id, "call_id": calls.id, "agency_id": agencies.c.id,
        "agency_code": agencies.c.code, "agency": agencies.c.name, "agency_short": agencies.c.short_name,
        "kind": calls.kind, "period": calls.period, "year": calls.year, "opened_on": calls.opened_on,
        "deadline": calls.deadline, "state": state, "timing": timing, "missing": missing,
        "submitted_on": cast(day, IsoDate), "stated": stated.state.is_not(None), "note": stated.note,
    }  # fmt: skip
    labelled = [column.label(name) for name, column in columns.items()]
    return select(*labelled).select_from(source).subquery("submissions")


def call_and_agency(key: int) -> tuple[int, int]:
    """Keys of the call and the agency that a row of the list of submissions stands for."""
    return divmod(key, _PER_CALL)


def _submissions_listing(view: View) -> Listing:
    rows = _submissions(view)
    fields = {column.name: column for column in rows.c if column.name != "key"}
    return Listing(
        base=rows,
        key=rows.c.key,
        fields=fields,
        searched=(rows.c.agency, rows.c.agency_short, rows.c.agency_code, rows.c.period, rows.c.note),
        order=(rows.c.deadline, rows.c.agency, rows.c.key),
        ranks={"state": _rank(rows.c.state)},
        natural={"year": newest_first},
    )


def _compliance_listing(view: View) -> Listing:
    """Every agency at the top that stands, with what is asked of it in the year and what of that is missing."""
    contact, person = agency_contacts.alias("contact"), employees.alias("person")
    return Listing(
        base=agencies,
        key=agencies.c.id,
        joins=[
            Join(contact, (contact.c.agency_id == agencies.c.id) & (contact.c.role == "in_charge")),
            Join(person, person.c.id == contact.c.employee_id),
        ],
        fields={
            "code": agencies.c.code,
            "agency": agencies.c.name,
            "agency_id": agencies.c.id,
            "short_name": agencies.c.short_name,
            "year": literal(view.year),
            **_numbers(view),
            "in_charge": func.coalesce(person.c.name, contact.c.name),
            "phone": func.coalesce(contact.c.phone, person.c.phone),
        },
        searched=(agencies.c.name, agencies.c.short_name, agencies.c.code),
        where=[
            asked_agencies(),
            or_(agencies.c.closed_on.is_(None), agencies.c.closed_on > view.on),
            or_(agencies.c.opened_on.is_(None), agencies.c.opened_on <= view.on),
        ],
        order=(agencies.c.name, agencies.c.id),
    )


def _numbers(view: View) -> Mapping[str, ColumnElement[Any]]:
    """What was asked of an agency in the year, by what became of it; its targets of the year, and its commitments."""
    rows = _submissions(view)
    own = (rows.c.agency_id == agencies.c.id) & (rows.c.year == view.year)
    of_year = (agency_targets.c.agency_id == agencies.c.id) & (agency_targets.c.year == view.year)
    signed = agency_commitments.c.agency_id == agencies.c.id
    newest = select(func.max(agency_commitments.c.signed_on, type_=IsoDate)).where(signed).correlate(agencies)
    asked, missing = _number_of(rows, own), _number_of(rows, own & rows.c.missing)
    return {
        "asked": asked,
        "received": _number_of(rows, own & ~rows.c.missing),
        "missing": missing,
        "late": _number_of(rows, own & (rows.c.timing == "late")),
        "targets": _number_of(agency_targets, of_year),
        "commitments": _number_of(agency_commitments, signed),
        "committed_on": newest.scalar_subquery(),
        "complete": case((missing > 0, "no"), (asked == 0, null()), else_="yes"),
    }


def _number_of(table: Any, own: ColumnElement[bool]) -> ColumnElement[int]:
    return select(func.count()).select_from(table).where(own).correlate(agencies).scalar_subquery()


def _targets_listing(_view: View) -> Listing:
    own = agency_targets.c
    fields = {"year": own.year, "kind": own.kind, "value": own.value, "note": own.note}
    return _of_agency(agency_targets, fields, (own.year.desc(), own.kind), newest="year")


def _commitments_listing(_view: View) -> Listing:
    own = agency_commitments.c
    fields = {name: own[name] for name in ("signed_on", "subject", "signer", "number")}
    return _of_agency(agency_commitments, fields, (own.signed_on.desc(),))


def _of_agency(
    table: Any, own: Mapping[str, ColumnElement[Any]], order: tuple[ColumnElement[Any], ...], newest: str = ""
) -> Listing:
    return Listing(
        base=table,
        key=table.c.id,
        joins=[Join(agencies, agencies.c.id == table.c.agency_id, always=True)],
        fields={"agency_code": agencies.c.code, "agency": agencies.c.name, "agency_id": agencies.c.id, **own},
        searched=(agencies.c.name, agencies.c.short_name, agencies.c.code),
        order=(agencies.c.name, *order, table.c.id),
        natural={newest: newest_first} if newest else {},
    )


def _calls_listing(_view: View) -> Listing:
    own = submission_calls.c
    fields = {name: own[name] for name in ("kind", "period", "year", "opened_on", "deadline", "note")}
    return Listing(submission_calls, own.id, fields, (own.period, own.note), (own.deadline.desc(), own.id))


LISTINGS: Mapping[str, Callable[[View], Listing]] = {
    "agency-compliance": _compliance_listing,
    "agency-submissions": _submissions_listing,
    "agency-targets": _targets_listing,
    "agency-commitments": _commitments_listing,
    "submission-calls": _calls_listing,
}
"""How the list of each kind is made."""
