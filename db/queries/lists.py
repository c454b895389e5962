"""Every kind of thing that can be listed, and how."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy import Table, Text, cast, func, literal, select, union_all

from db.database import Reader
from db.queries import employee_list
from db.queries.listing import Listing
from db.tables import reference
from db.tables.employees import employees
from db.tables.journal import change_sets, import_batches
from db.tables.organisation import agencies, agency_names, positions, study_programmes
from db.tables.study_needs import study_need_heads, study_needs, study_plans
from db.tables.trainings import trainings


def listing_of(kind: str, on: date, *, as_of: bool) -> Listing | None:
    """The list of a kind on a day, `None` for a kind we do not have."""
    if kind == "employees":
        return employee_list.listing(on, as_of=as_of)
    make = _LISTINGS.get(kind)
    return make() if make else None


def kinds() -> list[str]:
    """All kinds that can be listed."""
    return ["employees", *_LISTINGS]


def _agencies() -> Listing:
    parent = agencies.alias("parent")
    return Listing(
        source=agencies.outerjoin(parent, parent.c.id == agencies.c.parent_id),
        key=agencies.c.id,
        fields={
            "code": agencies.c.code,
            "name": agencies.c.name,
            "short_name": agencies.c.short_name,
            "kind": agencies.c.kind,
            "parent_code": parent.c.code,
            "parent": parent.c.name,
            "closed_on": agencies.c.closed_on,
        },
        searched=(agencies.c.name, agencies.c.short_name, agencies.c.code),
        order=(
            func.coalesce(parent.c.name, agencies.c.name),
            agencies.c.parent_id.isnot(None),
            agencies.c.name,
        ),
        enrich=_add_former_names,
    )


def _add_former_names(reader: Reader, rows: list[dict[str, Any]], keys: list[int]) -> None:
    names: dict[int, list[str]] = defaultdict(list)
    statement = select(agency_names.c.agency_id, agency_names.c.name).where(agency_names.c.agency_id.in_(keys))
    for row in reader.connection.execute(statement.order_by(agency_names.c.id)):
        names[row.agency_id].append(row.name)
    for record, key in zip(rows, keys, strict=True):
        record["former_names"] = names.get(key, [])


def _positions() -> Listing:
    kinds_of_post, levels = reference.position_kinds, reference.functional_levels
    return Listing(
        source=positions.outerjoin(kinds_of_post, kinds_of_post.c.code == positions.c.kind_code).outerjoin(
            levels, levels.c.code == positions.c.level_code
        ),
        key=positions.c.id,
        fields={
            "name": positions.c.name,
            "kind": kinds_of_post.c.name,
            "kind_code": positions.c.kind_code,
            "echelon": positions.c.echelon_code,
            "level": levels.c.name,
            "retirement_age": positions.c.retirement_age,
        },
        searched=(positions.c.name,),
        order=(positions.c.name, positions.c.id),
    )


def _programmes() -> Listing:
    levels = reference.education_levels
    return Listing(
        source=study_programmes.outerjoin(levels, levels.c.code == study_programmes.c.level_code),
        key=study_programmes.c.id,
        fields={
            "name": study_programmes.c.name,
            "level": levels.c.name,
            "siasn_id": study_programmes.c.siasn_id,
        },
        searched=(study_programmes.c.name,),
        order=(study_programmes.c.name, study_programmes.c.id),
    )


def _trainings() -> Listing:
    form = reference.training_forms.alias("form")
    newest = reference.training_forms.alias("newest")
    form_key = (
        select(newest.c.id)
        .where(newest.c.code == trainings.c.form_code)
        .order_by(newest.c.effective_from.desc())
        .limit(1)
        .scalar_subquery()
    )
    return Listing(
        source=trainings.join(employees).outerjoin(form, form.c.id == form_key),
        key=trainings.c.id,
        fields={
            "nip": employees.c.nip,
            "person": employees.c.name,
            "name": trainings.c.name,
            "form": form.c.name,
            "form_code": trainings.c.form_code,
            "organiser": trainings.c.organiser,
            "start": trainings.c.start_date,
            "end": trainings.c.end_date,
            "year": trainings.c.year,
            "jp": trainings.c.jp,
            "jp_counted": trainings.c.jp_counted,
            "certificate": trainings.c.certificate_number,
            "certificate_date": trainings.c.certificate_date,
            "source": trainings.c.source,
            "verified": trainings.c.verified,
        },
        searched=(trainings.c.name, trainings.c.certificate_number, employees.c.search_text),
        order=(employees.c.name, trainings.c.start_date, trainings.c.id),
    )


def _study_needs() -> Listing:
    levels = reference.education_levels
    period = cast(study_plans.c.first_year, Text) + literal("-") + cast(study_plans.c.last_year, Text)
    amounts = {name: study_needs.c[name] for name in ("amount_apbn", "amount_apbd", "amount_sponsor", "amount_self")}
    return Listing(
        source=study_needs.join(study_plans)
        .join(agencies, agencies.c.id == study_plans.c.agency_id)
        .join(study_programmes)
        .outerjoin(levels, levels.c.code == study_needs.c.level_code)
        .outerjoin(positions, positions.c.id == study_needs.c.position_id),
        key=study_needs.c.id,
        fields={
            "agency": agencies.c.name,
            "agency_code": agencies.c.code,
            "period": period,
            "plan_status": study_plans.c.state,
            "level": levels.c.name,
            "programme": study_programmes.c.name,
            "field": study_needs.c.field,
            "post": positions.c.name,
            "funding": study_needs.c.funding,
            **amounts,
            "basis": study_needs.c.basis,
            "status": study_needs.c.state,
            "note": study_needs.c.note,
        },
        searched=(study_programmes.c.name, agencies.c.name, study_needs.c.field),
        order=(agencies.c.name, levels.c.ordering.desc(), study_programmes.c.name, study_needs.c.id),
        enrich=_add_heads,
    )


def _add_heads(reader: Reader, rows: list[dict[str, Any]], keys: list[int]) -> None:
    heads: dict[int, dict[str, int]] = defaultdict(dict)
    statement = select(study_need_heads).where(study_need_heads.c.need_id.in_(keys))
    for row in reader.connection.execute(statement.order_by(study_need_heads.c.year)):
        heads[row.need_id][str(row.year)] = row.heads
    for record, key in zip(rows, keys, strict=True):
        record["heads"] = heads.get(key, {})


def _changes() -> Listing:
    return Listing(
        source=change_sets,
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


def _batches() -> Listing:
    later = change_sets.alias("later")
    newest_turn = (
        select(later.c.kind).where(later.c.undoes_id == change_sets.c.id).order_by(later.c.id.desc()).limit(1)
    ).scalar_subquery()
    counts = {name: import_batches.c[f"{name}_count"] for name in ("new", "changed", "same", "rejected")}
    return Listing(
        source=import_batches.join(change_sets),
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
}
"""For each dated table the columns that give code, description, value and unit."""


def _regulations() -> Listing:
    rows = union_all(*(_regulation_rows(reference, number) for number, reference in enumerate(_regulation_tables())))
    table = rows.subquery("regulations")
    fields = ("table", "code", "description", "value", "unit", "effective_from", "source", "status")
    return Listing(
        source=table,
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


def _code_table(table: Table) -> Callable[[], Listing]:
    def make() -> Listing:
        fields = {column.name: column for column in table.c if column.name not in ("id", "uuid")}
        return Listing(table, table.c.id, fields, (table.c.name,), (table.c.id,))

    return make


_LISTINGS: dict[str, Callable[[], Listing]] = {
    "agencies": _agencies,
    "positions": _positions,
    "programmes": _programmes,
    "study-needs": _study_needs,
    "trainings": _trainings,
    "batches": _batches,
    "changes": _changes,
    "regulations": _regulations,
    "grades": _code_table(reference.grades),
    "education-levels": _code_table(reference.education_levels),
    "echelons": _code_table(reference.echelons),
    "position-kinds": _code_table(reference.position_kinds),
    "functional-levels": _code_table(reference.functional_levels),
    "disciplinary-actions": _code_table(reference.disciplinary_actions),
    "siasn-training-kinds": _code_table(reference.siasn_training_kinds),
    "structural-trainings": _code_table(reference.structural_trainings),
}
