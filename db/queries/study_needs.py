"""Statements on study plans, their lines and the heads per year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import func, select

from db.database import Reader
from db.queries.writing import where_in
from db.tables.organisation import agencies, positions, study_programmes
from db.tables.reference import education_levels
from db.tables.study_needs import study_need_heads, study_needs, study_plans


def all_plans(reader: Reader) -> list[Any]:
    """Every plan: id, agency_id, first_year, last_year, state."""
    return list(reader.connection.execute(select(study_plans)).all())


def lines_of(reader: Reader, plan_keys: Sequence[int]) -> Iterator[Any]:
    """All lines of these plans."""
    return where_in(reader, select(study_needs), study_needs.c.plan_id, plan_keys)


def heads_of(reader: Reader, need_keys: Sequence[int]) -> Iterator[Any]:
    """Id, need_id, year and heads of these lines."""
    return where_in(reader, select(study_need_heads), study_need_heads.c.need_id, need_keys)


def plan_rows(reader: Reader) -> list[Any]:
    """Every plan by agency and first year, with the name of its `agency` and how many `lines` and `heads` it has."""
    line = study_needs.c.plan_id == study_plans.c.id
    lines = select(func.count()).select_from(study_needs).where(line).scalar_subquery()
    heads = (
        select(func.coalesce(func.sum(study_need_heads.c.heads), 0))
        .select_from(study_need_heads.join(study_needs))
        .where(line)
        .scalar_subquery()
    )
    columns = (study_plans, agencies.c.name.label("agency"), lines.label("lines"), heads.label("heads"))
    statement = select(*columns).select_from(study_plans.join(agencies))
    return list(reader.connection.execute(statement.order_by(agencies.c.name, study_plans.c.first_year)))


def plan_of(reader: Reader, key: int) -> Any | None:
    """One plan with the name of its `agency`, `None` where there is none."""
    columns = (study_plans, agencies.c.name.label("agency"))
    statement = select(*columns).select_from(study_plans.join(agencies)).where(study_plans.c.id == key)
    return reader.connection.execute(statement).one_or_none()


def line_of(reader: Reader, key: int) -> Any | None:
    """One line with the name of its `programme`, `None` where there is none."""
    columns = (study_needs, study_programmes.c.name.label("programme"))
    statement = select(*columns).select_from(study_needs.join(study_programmes)).where(study_needs.c.id == key)
    return reader.connection.execute(statement).one_or_none()


def line_rows(reader: Reader, plan_key: int) -> list[Any]:
    """The lines of a plan, highest level first, with the names of `level`, `programme` and `post`."""
    source = (
        study_needs.join(study_programmes, study_programmes.c.id == study_needs.c.programme_id)
        .outerjoin(education_levels, education_levels.c.code == study_needs.c.level_code)
        .outerjoin(positions, positions.c.id == study_needs.c.position_id)
    )
    names = (
        education_levels.c.name.label("level"),
        study_programmes.c.name.label("programme"),
        positions.c.name.label("post"),
    )
    statement = select(study_needs, *names).select_from(source).where(study_needs.c.plan_id == plan_key)
    order = (education_levels.c.ordering.desc(), study_programmes.c.name, study_needs.c.id)
    return list(reader.connection.execute(statement.order_by(*order)))
