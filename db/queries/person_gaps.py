"""What people are known to have, for all at once, and rows of what they lack, kept until something changes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

from sqlalchemy import Column, ColumnElement, MetaData, Table, Text, case, cast, delete, func, insert, literal, select

from db import journal as chain
from db.database import Reader
from db.queries import employment, settings
from db.queries.agency_roots import roots
from db.queries.employee_list import names_beside, people_of
from db.queries.facets import in_order_of
from db.queries.listing import Filter, Join, Listing, View, narrowed
from db.queries.writing import where_in
from db.sqlite.key_sets import among
from db.tables.employees import OWN_POST, education_history, employees, post_history
from db.tables.journal import change_sets, journal, journalled_tables_table
from db.tables.organisation import positions, study_programmes
from db.tables.position_standards import GAP_VERDICTS, person_gaps
from db.tables.records import certificates, competency_assessments
from db.tables.reference import education_levels, position_kinds
from db.tables.trainings import trainings

_STAMP = "person_gaps"
_OF_PEOPLE = (
    "employees",
    "post_history",
    "education_history",
    "standing_history",
    "certificates",
    "competency_assessments",
    "former_nips",
)
"""Tables of whose rows the journal tells the person, who alone may lack something else; a training is its own subject,
and a row of `_OF_POSTS` alters what many lack."""
_OF_POSTS = ("positions", "position_standards", "standard_requirements", "study_programmes", "regulation_parameters")

KINDS = ("education", "programme", "training", "certificate", "experience", "competency")
_MOST_EDITED = 50_000
"""So many trainings edited since are looked at one by one; more are everybody's."""
PLACES = 1_000
"""Keys of one person's rows: more things than that no post asks."""


# What people have


def people(reader: Reader, on: date, keys: Sequence[int] | None) -> Iterator[Any]:
    """Key, day of appointment (ISO text), and key of the own post of those in service on a day who have one."""
    held = post_history.alias("held")
    post = (
        select(held.c.position_id)
        .where(held.c.employee_id == employees.c.id, held.c.appointment == OWN_POST, held.c.effective_date <= on)
        .order_by(held.c.effective_date.desc())
        .limit(1)
        .correlate(employees)
        .scalar_subquery()
    )
    statement = select(employees.c.id, employment.appointed().label("entered"), post.label("position_id"))
    rows = where_in(reader, statement.where(*employment.there(on)), employees.c.id, keys)
    return (row for row in rows if row.position_id is not None)


def entered(reader: Reader, key: int) -> str | None:
    """The day of a person's appointment as ISO text."""
    return reader.connection.execute(select(employment.appointed()).where(employees.c.id == key)).scalar()


def degrees(reader: Reader, keys: Sequence[int] | None) -> Iterator[Any]:
    """employee_id, ISO day of the degree, level_code and the programme's name."""
    own = education_history.c
    columns = (own.employee_id, cast(own.effective_date, Text), own.level_code, study_programmes.c.name)
    source = education_history.outerjoin(study_programmes, study_programmes.c.id == own.programme_id)
    return where_in(reader, select(*columns).select_from(source), own.employee_id, keys)


def posts(reader: Reader, keys: Sequence[int] | None) -> Iterator[Any]:
    """employee_id, ISO day, kind, echelon and level of the own posts."""
    own = post_history.c
    names = ("kind_code", "echelon_code", "level_code")
    columns = (own.employee_id, cast(own.effective_date, Text), *(positions.c[name] for name in names))
    source = post_history.outerjoin(positions, positions.c.id == own.position_id)
    statement = select(*columns).select_from(source).where(own.appointment == OWN_POST)
    return where_in(reader, statement, own.employee_id, keys)


def titles(reader: Reader) -> Iterator[str]:
    """Every name that a training has, once."""
    yield from reader.connection.execute(select(trainings.c.name).distinct()).scalars()


def attended(reader: Reader, keys: Sequence[int] | None, names: Sequence[str] | None) -> Iterator[Any]:
    """employee_id, name, ISO day on which the training ended or began, `None`; of trainings of these names, or all."""
    own = trainings.c
    columns = (own.employee_id, own.name, cast(func.coalesce(own.end_date, own.start_date), Text), literal(None))
    statement = select(*columns) if names is None else select(*columns).where(among(own.name, names))
    return where_in(reader, statement, own.employee_id, keys)


def certified(reader: Reader, keys: Sequence[int] | None) -> Iterator[Any]:
    """employee_id, name, ISO day of the certificate, ISO day on which it ends."""
    own = certificates.c
    columns = (own.employee_id, own.name, cast(own.issued_on, Text), cast(own.valid_until, Text))
    return where_in(reader, select(*columns), own.employee_id, keys)


def assessed(reader: Reader, keys: Sequence[int] | None) -> Iterator[Any]:
    """employee_id, competency, level, ISO day of the assessment."""
    own = competency_assessments.c
    columns = (own.employee_id, own.competency, own.level, cast(own.assessed_on, Text))
    return where_in(reader, select(*columns), own.employee_id, keys)


# What they lack


def holds(reader: Reader, on: date) -> bool:
    """Whether the kept rows tell what is lacking on that day, up to the newest change set."""
    return settings.get(reader, _STAMP) == _stamp(reader, on)


def _stamp(reader: Reader, on: date) -> str:
    return f"{on.isoformat()} {chain.head(reader.connection)[0]}"


def touched(reader: Reader, on: date) -> list[int] | None:
    """Keys of those who may lack something else than when the rows were kept; `None` where all may."""
    day, _, number = (settings.get(reader, _STAMP) or "").partition(" ")
    if day != on.isoformat() or not number.isdigit():
        return None
    last = reader.connection.execute(select(change_sets.c.last_entry).where(change_sets.c.id == int(number))).scalar()
    since = journal.c.id > (last or 0)
    if last is None and int(number):
        return None
    source = journal.join(journalled_tables_table, journalled_tables_table.c.id == journal.c.table_id)
    table = journalled_tables_table.c.name
    of_posts = select(journal.c.id).select_from(source).where(since, table.in_(_OF_POSTS)).limit(1)
    if reader.connection.execute(of_posts).first() is not None:
        return None
    of_people = select(journal.c.subject_id).select_from(source).where(since, table.in_(_OF_PEOPLE)).distinct()
    owners = set(reader.connection.execute(of_people).scalars())
    columns = (journal.c.operation, journal.c.before, trainings.c.employee_id)
    edited = select(*columns).select_from(source.outerjoin(trainings, trainings.c.id == journal.c.row_id))
    rows = reader.connection.execute(edited.where(since, table == trainings.name).limit(_MOST_EDITED + 1)).all()
    if len(rows) > _MOST_EDITED or any(row.operation != "insert" and row.before is None for row in rows):
        return None
    owners.update(row.employee_id for row in rows)
    owners.update(json.loads(row.before).get("employee_id") for row in rows if row.before)
    return sorted(owners - {None})


def keep(writer: Reader, on: date, keys: Sequence[int] | None, rows: Sequence[Mapping[str, Any]]) -> None:
    """Put rows in the place of those of these people (`None`: of all), and note for which day they hold."""
    if keys is None:
        writer.connection.execute(delete(person_gaps))
    for start in range(0, len(keys or ()), 900):
        part = (keys or ())[start : start + 900]
        writer.connection.execute(delete(person_gaps).where(person_gaps.c.employee_id.in_(part)))
    if rows:
        writer.connection.execute(insert(person_gaps), list(rows))
    settings.put(writer, _STAMP, _stamp(writer, on))


@contextmanager
def lent(reader: Reader, rows: Sequence[Mapping[str, Any]]) -> Iterator[None]:
    """Let a reading transaction see these rows in the place of the kept ones: a temporary table hides the other."""
    columns = (Column(column.name, column.type) for column in person_gaps.c)
    temporary = Table(person_gaps.name, MetaData(), *columns, prefixes=["TEMPORARY"])
    temporary.create(reader.connection)
    try:
        if rows:
            reader.connection.execute(insert(temporary), list(rows))
        yield
    finally:
        temporary.drop(reader.connection)


def listing(view: View) -> Listing:
    """What people lack of what their post asks on the day of the view: a row for each person and thing asked."""
    own, held = person_gaps.c, people_of(view)
    tops = roots(held.places)
    return Listing(
        base=person_gaps,
        key=own.id,
        joins=[
            Join(held.base, held.key == own.employee_id, always=True),
            *held.joins,
            *names_beside(held),
            Join(tops, tops.c.agency_id == held.agency_id),
        ],
        fields={
            "nip": held.nip,
            "person": held.name,
            "post": positions.c.name,
            "position_kind_name": position_kinds.c.name,
            "agency": held.places.c.name,
            "agency_code": held.places.c.code,
            "root_agency": tops.c.name,
            "root_agency_short": tops.c.short_name,
            "requirement_kind": own.kind,
            "requirement": _named(),
            "verdict": own.verdict,
            "mandatory": own.mandatory,
            "employee_id": own.employee_id,
        },
        searched=(employees.c.search_text, positions.c.name, own.name),
        order=(held.name, held.nip, own.id),
        natural={"requirement_kind": in_order_of(KINDS), "verdict": in_order_of(GAP_VERDICTS[::-1])},
        asked={"position_id": own.position_id, "agency_id": held.agency_id}.get,
    )


def _named() -> ColumnElement[Any]:
    """What is asked by its name; of education the level's."""
    level = select(education_levels.c.name).where(education_levels.c.code == person_gaps.c.name)
    whole = level.correlate(person_gaps).scalar_subquery()
    return case((person_gaps.c.kind == "education", whole), else_=person_gaps.c.name)


def counts(reader: Reader, listing: Listing, wanted: Filter) -> list[Any]:
    """Kind and name of what is asked, verdict, and how many rows of the list there are of each, most first."""
    columns = [listing.column(name) for name in ("requirement_kind", "requirement", "verdict")]
    statement = narrowed(listing, wanted, [*columns, func.count()]).group_by(*columns)
    return list(reader.connection.execute(statement.order_by(func.count().desc(), *columns)))
