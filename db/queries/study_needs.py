"""Statements on study plans, their lines and the heads per year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import select

from db.database import Reader
from db.queries.writing import where_in
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
