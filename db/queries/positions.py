"""Statements on single posts: versions of what they ask, item by item, quotas, holders, and where they lead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, select

from db.database import Reader, Writer
from db.queries import employment, writing
from db.queries.employees import in_force
from db.tables.employees import employees, post_history
from db.tables.organisation import agencies, positions
from db.tables.position_standards import career_steps, position_quotas, position_standards, standard_requirements
from db.tables.records import competency_assessments
from db.tables.reference import competencies, education_levels, functional_levels, position_kinds
from db.tables.study_needs import study_needs


def post_of(reader: Reader, key: int) -> Any | None:
    """A post with the names of its kind and level, `None` where it is gone."""
    source = positions.outerjoin(position_kinds, position_kinds.c.code == positions.c.kind_code)
    source = source.outerjoin(functional_levels, functional_levels.c.code == positions.c.level_code)
    columns = (*positions.c, position_kinds.c.name.label("kind"), functional_levels.c.name.label("level"))
    return reader.connection.execute(select(*columns).select_from(source).where(positions.c.id == key)).one_or_none()


def versions_of(reader: Reader, key: int | None = None) -> list[Any]:
    """Versions of what a post asks (`None`: all posts), the newest first, each with the name of its education level."""
    source = position_standards.outerjoin(
        education_levels, education_levels.c.code == position_standards.c.education_code
    )
    statement = select(*position_standards.c, education_levels.c.name.label("education")).select_from(source)
    if key is not None:
        statement = statement.where(position_standards.c.position_id == key)
    return list(reader.connection.execute(statement.order_by(position_standards.c.effective_date.desc())))


def version_of(reader: Reader, standard_key: int) -> Any | None:
    """One version, `None` where it is gone."""
    statement = select(position_standards).where(position_standards.c.id == standard_key)
    return reader.connection.execute(statement).one_or_none()


def items_of(reader: Reader, standard_keys: Sequence[int] | None = None) -> Iterator[Any]:
    """The items that versions ask (`None`: all versions; at least: a superset may come), each version's in order."""
    rows = standard_requirements.c
    statement = select(standard_requirements).order_by(rows.standard_id, rows.ordering)
    return writing.where_in(reader, statement, rows.standard_id, standard_keys)


def competencies_on(reader: Reader, on: date) -> dict[str, str]:
    """The kind of each competency of the reference by its name, as in force on a day."""
    rows = competencies.c
    statement = select(rows.name, rows.kind).where(rows.effective_from <= on).order_by(rows.effective_from)
    return {row.name: row.kind for row in reader.connection.execute(statement)}


def competency_names(reader: Reader, on: date, *, assessed: bool = True) -> list[str]:
    """Each competency once: those of the reference as in force on a day, then those that posts ask, by name; with
    those that only people were `assessed` in, of whom there may be very many."""
    named, found = standard_requirements.c, competency_assessments.c
    asked = select(named.name).where(named.kind == "competency").distinct()
    statement = asked.union(select(found.competency)) if assessed else asked
    return list(dict.fromkeys((*competencies_on(reader, on), *sorted(reader.connection.execute(statement).scalars()))))


def quotas_of(reader: Reader, key: int, on: date) -> list[Any]:
    """How many people units need and have in a post, as last told by a day, by the unit's name."""
    rows = position_quotas.c
    columns = (rows.agency_id, agencies.c.name.label("agency"), rows.effective_date, rows.needed, rows.filled)
    source = position_quotas.join(agencies, agencies.c.id == rows.agency_id)
    statement = select(*columns).select_from(source).where(rows.position_id == key, rows.effective_date <= on)
    found = reader.connection.execute(statement.order_by(agencies.c.name, rows.effective_date))
    newest = {row.agency_id: row for row in found}
    return list(newest.values())


def steps_of(reader: Reader, key: int | None = None) -> list[Any]:
    """Steps of careers from a post (`None`: from all): position_id, next_position_id, name of the next post, note."""
    own = career_steps.c
    columns = (own.id, own.position_id, own.next_position_id, positions.c.name, own.note)
    statement = select(*columns).join(positions, positions.c.id == own.next_position_id).order_by(positions.c.name)
    if key is not None:
        statement = statement.where(own.position_id == key)
    return list(reader.connection.execute(statement))


def steps_to(reader: Reader, key: int) -> list[int]:
    """Keys of the steps that lead to a post."""
    statement = select(career_steps.c.id).where(career_steps.c.next_position_id == key)
    return list(reader.connection.execute(statement).scalars())


def posts_above(reader: Reader, key: int, echelon_digit: str) -> list[Any]:
    """Posts of an echelon's group in the agencies, units above and below included, where a post is held or needed.

    The whole tree below the top counts: a career leads on within the agency first.
    """
    if not echelon_digit:
        return []
    roots_of = _tops(reader)
    here = {roots_of.get(it) for it in _places(reader, [key]).get(key, ())}
    wanted = positions.c.echelon_code.startswith(echelon_digit) & (positions.c.echelon_code != "99")
    rows = list(
        reader.connection.execute(select(positions.c.id, positions.c.name).where(wanted).order_by(positions.c.name))
    )
    places = _places(reader, [row.id for row in rows])
    return [row for row in rows if here.intersection(roots_of.get(it) for it in places.get(row.id, ()))]


def _places(reader: Reader, keys: Sequence[int]) -> dict[int, set[int]]:
    """Agencies and units in which posts are held, were held or are needed."""
    found: dict[int, set[int]] = {}
    for table in (post_history, position_quotas):
        columns = (table.c.position_id, table.c.agency_id)
        statement = select(*columns).where(table.c.agency_id.is_not(None)).distinct()
        for row in writing.where_in(reader, statement, table.c.position_id, keys):
            found.setdefault(row.position_id, set()).add(row.agency_id)
    return found


def _tops(reader: Reader) -> dict[int, int]:
    """For each agency and unit the agency at the top above it."""
    above = {row.id: row.parent_id for row in reader.connection.execute(select(agencies.c.id, agencies.c.parent_id))}
    tops = {}
    for key in above:
        top = key
        while above.get(top) is not None:
            top = above[top]
        tops[key] = top
    return tops


def holders_of(reader: Reader, key: int, on: date, limit: int) -> tuple[int, list[str]]:
    """How many people in service hold a post on a day, and the first names."""
    joined = employees.join(post_history, post_history.c.id == in_force(post_history, on))
    found = select(employees.c.name).select_from(joined).where(post_history.c.position_id == key, *employment.there(on))
    count = reader.connection.execute(select(func.count()).select_from(found.subquery())).scalar_one()
    return count, list(reader.connection.execute(found.order_by(employees.c.name).limit(limit)).scalars())


def ever_held(reader: Reader, key: int, limit: int) -> tuple[int, list[str]]:
    """How many people hold, held or will hold a post, and the first names."""
    found = select(employees.c.name).join(post_history, post_history.c.employee_id == employees.c.id)
    found = found.where(post_history.c.position_id == key).group_by(employees.c.id)
    count = reader.connection.execute(select(func.count()).select_from(found.subquery())).scalar_one()
    return count, list(reader.connection.execute(found.order_by(employees.c.name).limit(limit)).scalars())


def rows_about(reader: Reader, table: str, key: int) -> list[Any]:
    """Rows of a table that belong to a post or point at it by its `position_id`."""
    target = writing.table_named(table)
    return list(reader.connection.execute(select(target).where(target.c.position_id == key).order_by(target.c.id)))


def hand_over(writer: Writer, key: int, into: int) -> None:
    """Let everybody who holds or held a post, and every study need for it, have another one."""
    for table in (post_history, study_needs):
        keys = writer.connection.execute(select(table.c.id).where(table.c.position_id == key)).scalars()
        writing.update_rows(writer, table.name, [(row, {"position_id": into}) for row in keys])
