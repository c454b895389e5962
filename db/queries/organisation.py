"""Statements on agencies and units, posts and programmes of study."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import CTE, Column, Table, select

from db.database import Reader
from db.queries.agency_roots import places
from db.tables.organisation import (
    agencies,
    agency_codes,
    agency_names,
    agency_parents,
    agency_successors,
    positions,
    study_programmes,
)


def all_agencies(reader: Reader, on: date | None = None) -> list[Any]:
    """Every agency and unit: id, parent_id, code, name, name_key, short_name, kind, closed_on, opened_on.

    `on` a day with the name, code and place of that day (`places`).
    """
    found = places(on)
    return list(reader.connection.execute(select(found).order_by(found.c.id)).all())


def former_names(reader: Reader) -> list[Any]:
    """Every former name: id, agency_id, name, name_key, used_until."""
    columns = (
        agency_names.c.id,
        agency_names.c.agency_id,
        agency_names.c.name,
        agency_names.c.name_key,
        agency_names.c.used_until,
    )
    return list(reader.connection.execute(select(*columns).order_by(agency_names.c.id)).all())


def former_codes(reader: Reader) -> list[Any]:
    """Every former code: id, agency_id, code, used_until."""
    return _rows(reader, agency_codes)


def former_parents(reader: Reader) -> list[Any]:
    """Below what agencies and units stood: id, agency_id, parent_id, used_until."""
    return _rows(reader, agency_parents)


def successions(reader: Reader) -> list[Any]:
    """Which agencies went into which others: id, agency_id, successor_id, effective_date; oldest first."""
    return _rows(reader, agency_successors, agency_successors.c.effective_date)


def _rows(reader: Reader, table: Table, *order: Column[Any]) -> list[Any]:
    return list(reader.connection.execute(select(table).order_by(*order, table.c.id)).all())


def names_before(reader: Reader, keys: Sequence[int]) -> dict[int, list[str]]:
    """By agency the names that it bore, then those of closed agencies that went into it, each once."""
    names: dict[int, list[str]] = defaultdict(list)
    went = _heirs()
    gone = select(went.c.heir, agencies.c.name).join(agencies, agencies.c.id == went.c.agency_id)
    earlier = select(went.c.heir, agency_names.c.name).join(agency_names, agency_names.c.agency_id == went.c.agency_id)
    own = select(agency_names.c.agency_id, agency_names.c.name).order_by(agency_names.c.id)
    for statement in (own, gone.order_by(went.c.agency_id), earlier.order_by(agency_names.c.id)):
        for key, name in reader.connection.execute(statement):
            if name not in names[key]:
                names[key].append(name)
    return {key: names[key] for key in keys if key in names}


def _heirs() -> CTE:
    """Closed agencies (agency_id) and those that came after them (heir), over several steps too."""
    step = agency_successors.join(agencies, agencies.c.id == agency_successors.c.agency_id)
    columns = (agency_successors.c.agency_id, agency_successors.c.successor_id.label("heir"))
    found = select(*columns).select_from(step).where(agencies.c.closed_on.is_not(None)).cte("heirs", recursive=True)
    later, passed = agency_successors.alias("later"), agencies.alias("passed")
    further = (
        select(found.c.agency_id, later.c.successor_id)
        .join(later, later.c.agency_id == found.c.heir)
        .join(passed, (passed.c.id == found.c.heir) & passed.c.closed_on.is_not(None))
    )
    return found.union(further)


def all_positions(reader: Reader) -> Iterator[Any]:
    """Every post: id, name, name_key, kind_code, echelon_code."""
    columns = (
        positions.c.id,
        positions.c.name,
        positions.c.name_key,
        positions.c.kind_code,
        positions.c.echelon_code,
    )
    return iter(reader.connection.execute(select(*columns).order_by(positions.c.id)))


def all_programmes(reader: Reader) -> Iterator[Any]:
    """Every programme of study: id, name, name_key, level_code."""
    columns = (
        study_programmes.c.id,
        study_programmes.c.name,
        study_programmes.c.name_key,
        study_programmes.c.level_code,
    )
    return iter(reader.connection.execute(select(*columns).order_by(study_programmes.c.id)))
