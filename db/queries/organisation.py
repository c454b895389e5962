"""Statements on agencies and units, posts and programmes of study."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from db.database import Reader
from db.tables.organisation import agencies, agency_names, positions, study_programmes


def all_agencies(reader: Reader) -> list[Any]:
    """Every agency and unit: id, parent_id, code, name, name_key, short_name, kind, closed_on."""
    return list(reader.connection.execute(select(agencies).order_by(agencies.c.id)).all())


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
