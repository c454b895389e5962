"""Every kind of thing that can be listed, and how."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from sqlalchemy import Table, Text, cast, func, literal, select, union_all

from db.database import Reader
from db.queries import (
    absences,
    agency_duties,
    data_findings,
    development_lists,
    due_lists,
    employee_list,
    history_lists,
    organisation,
    person_gaps,
    position_standards,
    record_lists,
)
from db.queries.agency_roots import places
from db.queries.listing import Join, Listing, View
from db.tables import reference
from db.tables.journal import change_sets, import_batches
from db.tables.organisation import study_programmes


@lru_cache(maxsize=64)
def listing_of(kind: str, view: View) -> Listing | None:
    """The list of a kind as a view shows it, `None` for a kind we do not have."""
    make = _OF_PEOPLE.get(kind) or _LISTINGS.get(kind)
    return make(view) if make else None


def kinds() -> list[str]:
    """All kinds that can be listed."""
    return [*_OF_PEOPLE, *_LISTINGS]


def is_of_people(kind: str) -> bool:
    """Whether a list depends on the state in which people are on a day."""
    return kind in _OF_PEOPLE


def _agencies(view: View) -> Listing:
    """Agencies and units; as of a day those that had come by then, as they were called and placed."""
    own = places(view.on if view.as_of else None)
    parent = own.alias("parent")
    return Listing(
        base=own,
        joins=[Join(parent, parent.c.id == own.c.parent_id)],
        key=own.c.id,
        fields={
            "code": own.c.code,
            "name": own.c.name,
            "short_name": own.c.short_name,
            "kind": own.c.kind,
            "parent_code": parent.c.code,
            "parent": parent.c.name,
            "opened_on": own.c.opened_on,
            "closed_on": own.c.closed_on,
        },
        searched=(own.c.name, own.c.short_name, own.c.code),
        order=(func.coalesce(parent.c.name, own.c.name), own.c.parent_id.isnot(None), own.c.name),
        where=[func.coalesce(own.c.opened_on <= view.on, True)] if view.as_of else [],
        enrich=_add_former_names,
    )


def _add_former_names(reader: Reader, rows: list[dict[str, Any]], keys: list[int]) -> None:
    names = organisation.names_before(reader, keys)
    for record, key in zip(rows, keys, strict=True):
        record["former_names"] = names.get(key, [])


def _programmes(_view: View) -> Listing:
    levels = reference.education_levels
    return Listing(
        base=study_programmes,
        joins=[Join(levels, levels.c.code == study_programmes.c.level_code)],
        key=study_programmes.c.id,
        fields={
            "name": study_programmes.c.name,
            "level": levels.c.name,
            "siasn_id": study_programmes.c.siasn_id,
        },
        searched=(study_programmes.c.name,),
        order=(study_programmes.c.name, study_programmes.c.id),
    )


def _changes(_view: View) -> Listing:
    return Listing(
        base=change_sets,
        key=change_sets.c.id,
        fields={
            "change_set": change_sets.c.id,
            "kind": change_sets.c.kind,
            "reason": change_sets.c.reason,
            "actor": change_sets.c.actor,
            "at": change_sets.c.started_at,
            "file": change_sets.c.file_name,
            "undoes": change_sets.c.undoes_id,
            "entries": change_sets.c.last_entry - change_sets.c.first_entry + 1,
        },
        searched=(change_sets.c.reason, change_sets.c.file_name, change_sets.c.actor),
        order=(change_sets.c.id.desc(),),
    )


def _batches(_view: View) -> Listing:
    later = change_sets.alias("later")
    newest_turn = (
        select(later.c.kind).where(later.c.undoes_id == change_sets.c.id).order_by(later.c.id.desc()).limit(1)
    ).scalar_subquery()
    counts = {name: import_batches.c[f"{name}_count"] for name in ("new", "changed", "same", "rejected")}
    return Listing(
        base=import_batches,
        joins=[Join(change_sets, change_sets.c.id == import_batches.c.change_set_id, always=True)],
        key=import_batches.c.change_set_id,
        fields={
            "batch": import_batches.c.change_set_id,
            "kind": import_batches.c.kind,
            "file": change_sets.c.file_name,
            "sheet": import_batches.c.sheet,
            "sender": import_batches.c.sender,
            "rows": import_batches.c.row_count,
            **counts,
            "actor": change_sets.c.actor,
            "at": change_sets.c.started_at,
            "undone": func.coalesce(newest_turn == "undo", literal(0)),
        },
        searched=(change_sets.c.file_name, import_batches.c.sender),
        order=(import_batches.c.change_set_id.desc(),),
    )


_REGULATIONS: dict[str, tuple[str, str, str, str]] = {
    "regulation_parameters": ("code", "note", "value", "unit"),
    "training_forms": ("code", "name", "national_jp", "method"),
    "retirement_ages": ("position_group", "position_group", "years", ""),
    "normative_study_periods": ("level_code", "level_code", "years", ""),
    "index_categories": ("name", "name", "lowest_score", ""),
    "index_scores": ("dimension", "criterion", "score", "position_group"),
    "data_quality_checks": ("code", "description", "indicator_weight", "dimension"),
    "competencies": ("code", "name", "kind", ""),
}
"""For each dated table the columns that give code, description, value and unit."""


def _regulations(_view: View) -> Listing:
    rows = union_all(*(_regulation_rows(reference, number) for number, reference in enumerate(_regulation_tables())))
    table = rows.subquery("regulations")
    fields = ("table", "code", "description", "value", "unit", "effective_from", "source", "status")
    return Listing(
        base=table,
        key=table.c.key,
        fields={name: table.c[name] for name in fields},
        searched=(table.c.table, table.c.code, table.c.description, table.c.source),
        order=(table.c.table, table.c.code, table.c.effective_from, table.c.key),
    )


def _regulation_tables() -> list[Table]:
    return [getattr(reference, name) for name in _REGULATIONS]


def _regulation_rows(table: Table, number: int) -> Any:
    code, description, value, unit = _REGULATIONS[table.name]
    return select(
        # Keys of several tables side by side.
        (table.c.id * len(_REGULATIONS) + number).label("key"),
        literal(table.name).label("table"),
        table.c[code].label("code"),
        table.c[description].label("description"),
        cast(table.c[value], Text).label("value"),
        (table.c[unit] if unit else literal("")).label("unit"),
        table.c.effective_from.label("effective_from"),
        table.c.source.label("source"),
        table.c.status.label("status"),
    )


def _competencies(_view: View) -> Listing:
    """The reference of competencies, by kind and name."""
    own = reference.competencies.c
    fields = {name: own[name] for name in ("code", "name", "kind", "effective_from", "source", "status")}
    return Listing(reference.competencies, own.id, fields, (own.name, own.code), (own.kind, own.name, own.id))


def _code_table(table: Table) -> Callable[[View], Listing]:
    def make(_view: View) -> Listing:
        fields = {column.name: column for column in table.c if column.name not in ("id", "uuid")}
        return Listing(table, table.c.id, fields, (table.c.name,), (table.c.id,))

    return make


_OF_PEOPLE: dict[str, Callable[[View], Listing]] = {
    "employees": employee_list.listing,
    "trainings": development_lists.trainings_listing,
    **history_lists.LISTINGS,
    **record_lists.LISTINGS,
    "due": due_lists.listing,
    "absences": absences.listing,
    "positions": position_standards.posts_listing,
    "gaps": person_gaps.listing,
}
_LISTINGS: dict[str, Callable[[View], Listing]] = {
    "agencies": _agencies,
    **agency_duties.LISTINGS,
    "position-quotas": position_standards.quotas_listing,
    "data-findings": data_findings.listing,
    "programmes": _programmes,
    "study-needs": development_lists.study_needs_listing,
    "batches": _batches,
    "changes": _changes,
    "regulations": _regulations,
    "competencies": _competencies,
    "grades": _code_table(reference.grades),
    "education-levels": _code_table(reference.education_levels),
    "echelons": _code_table(reference.echelons),
    "position-kinds": _code_table(reference.position_kinds),
    "functional-levels": _code_table(reference.functional_levels),
    "disciplinary-measures": _code_table(reference.disciplinary_measures),
    "siasn-training-kinds": _code_table(reference.siasn_training_kinds),
    "structural-trainings": _code_table(reference.structural_trainings),
}
