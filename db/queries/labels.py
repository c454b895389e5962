"""How a row is called before people, by table and key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, FromClause, String, cast, literal, select

from db.database import Reader
from db.queries.writing import where_in
from db.tables import metadata
from db.tables.employees import employees
from db.tables.organisation import agencies, study_programmes
from db.tables.people_merging import different_people
from db.tables.study_needs import study_needs, study_plans
from db.tables.trainings import trainings


def labels_of(reader: Reader, table: str, keys: Sequence[int]) -> dict[int, str]:
    """A name for each of these rows that still stands."""
    source, label = _naming(table)
    key = metadata.tables[table].c.id
    statement = select(key.label("key"), label.label("label")).select_from(source)
    wanted = set(keys)
    return {row.key: row.label for row in where_in(reader, statement, key, list(keys)) if row.key in wanted}


def _naming(table: str) -> tuple[FromClause, ColumnElement[Any]]:
    if table == "employees":
        return employees, employees.c.nip + literal(" ") + employees.c.name
    if table == "trainings":
        return trainings.join(employees), employees.c.nip + literal(" ") + trainings.c.name
    if table == "study_plans":
        return study_plans.join(agencies), agencies.c.name + literal(" ") + cast(study_plans.c.first_year, String)
    if table == "study_needs":
        return study_needs.join(study_programmes), study_programmes.c.name + literal("")
    if table == "different_people":
        return different_people, different_people.c.nip + literal(" ") + different_people.c.other_nip
    target = metadata.tables[table]
    if table == "submission_calls":
        return target, target.c.kind + literal(" ") + target.c.period
    return target, target.c.name if "name" in target.c else cast(target.c.id, String)
