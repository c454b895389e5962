"""What the checks found of a day, kept until something changes: rows of one person and one check, and their counts."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Column, ColumnElement, MetaData, Select, Table, case, delete, func, insert, literal, select

from db.database import Reader
from db.queries import settings
from db.queries.agency_roots import places, roots
from db.queries.data_quality import SLOTS
from db.queries.facets import in_order_of
from db.queries.listing import Join, Listing, View
from db.tables.data_quality import data_findings
from db.tables.employees import employees

DIMENSIONS = {
    "COM": "kelengkapan",
    "TIM": "ketepatan waktu",
    "ACC": "ketepatan isi",
    "CON": "kesesuaian",
}
"""Dimensions by the beginning of the checks' codes."""

STATES = ("found", "open")
"""Whether a check found a fault or could not be judged."""

_KEPT = "data_findings"
_DAYS = 3
"""So many days are kept side by side."""

_ours = Table(
    "findings_here",
    MetaData(),
    *(Column(column.name, column.type, primary_key=column.primary_key) for column in data_findings.c),
    prefixes=["TEMPORARY"],
)
"""What was found of one day, on this connection alone, where the store must not or cannot be written to."""


def holds(reader: Reader, on: date, stamp: str) -> bool:
    """Whether what is kept of a day was found in the state of the store that the stamp names."""
    return [on.isoformat(), stamp] in _kept(reader)


def keep(reader: Reader, on: date, stamp: str, statement: Select[Any]) -> None:
    """Keep the findings that the statement gives of a day, in a writing transaction; the oldest looks are forgotten."""
    day = on.isoformat()
    kept = [*([held, of] for held, of in _kept(reader) if held != day and of == stamp), [day, stamp]][-_DAYS:]
    others = [held for held, _ in kept if held != day]
    reader.connection.execute(delete(data_findings).where(data_findings.c.day.not_in(others)))
    _fill(reader, data_findings, on, statement)
    settings.put(reader, _KEPT, json.dumps(kept))


def keep_here(reader: Reader, on: date, statement: Select[Any]) -> None:
    """Keep the findings for this connection, outside the store."""
    _ours.drop(reader.connection, checkfirst=True)
    _ours.create(reader.connection)
    _fill(reader, _ours, on, statement)


def _kept(reader: Reader) -> list[list[str]]:
    """Days and stamps of what is kept, the latest look last."""
    return list(json.loads(settings.get(reader, _KEPT) or "[]"))


def _fill(reader: Reader, target: Table, on: date, statement: Select[Any]) -> None:
    found = statement.subquery("found")
    told = {
        "day": literal(on.isoformat()),
        "key": found.c.employee_id * SLOTS + found.c.number,
        **{name: found.c[name] for name in ("employee_id", "agency_id", "check_code", "is_open")},
    }
    columns = [told[column.name].label(column.name) for column in target.c]
    names = [column.name for column in target.c]
    reader.connection.execute(insert(target).from_select(names, select(*columns)))


def counts(reader: Reader, on: date, *, kept: bool) -> Sequence[Any]:
    """How many findings each agency or unit has: `agency_id`, `check_code` ("" counts people), `is_open`, `count`."""
    table = data_findings if kept else _ours
    columns = (table.c.agency_id, table.c.check_code, table.c.is_open)
    statement = select(*columns, func.count().label("count")).where(table.c.day == on).group_by(*columns)
    return reader.connection.execute(statement).all()


def agencies_on(reader: Reader, on: date) -> dict[int, Any]:
    """All agencies and units by key, with the name and the place in the tree of a day."""
    return {row.id: row for row in reader.connection.execute(select(places(on)))}


def people_with(
    reader: Reader, on: date, codes: Sequence[str], agency_keys: Collection[int] | None, *, kept: bool
) -> list[Any]:
    """Rows of `employee_id`, `check_code` and `is_open` of the people of these agencies (`None`: all), by person."""
    own = (data_findings if kept else _ours).c
    statement = select(own.employee_id, own.check_code, own.is_open).where(own.day == on, own.check_code.in_(codes))
    if agency_keys is not None:
        statement = statement.where(own.agency_id.in_(sorted(agency_keys)))
    return list(reader.connection.execute(statement.order_by(own.key)))


def listing(view: View) -> Listing:
    """Findings person by person; `view.current` says that they are kept in the store."""
    table = data_findings if view.current else _ours
    rows = select(table).where(table.c.day == view.on, table.c.check_code != "").subquery("findings")
    place = places(view.on if view.as_of else None)
    tops = roots(place)
    family = func.substr(rows.c.check_code, 1, 3)
    fields: dict[str, ColumnElement[Any]] = {
        "nip": employees.c.nip,
        "person": employees.c.name,
        "check": rows.c.check_code,
        "dimension": case(DIMENSIONS, value=family),
        "verdict": case((rows.c.is_open, "open"), else_="found"),
        "agency": place.c.name,
        "agency_code": place.c.code,
        "agency_key": rows.c.agency_id,
        "root_agency": tops.c.name,
        "root_agency_short": tops.c.short_name,
        "employee": rows.c.employee_id,
    }
    return Listing(
        base=rows,
        joins=[
            Join(employees, employees.c.id == rows.c.employee_id, always=True),
            Join(place, place.c.id == rows.c.agency_id),
            Join(tops, tops.c.agency_id == rows.c.agency_id),
        ],
        key=rows.c.key,
        fields=fields,
        searched=(employees.c.search_text, place.c.name),
        order=(employees.c.name, employees.c.nip, rows.c.key),
        natural={"dimension": in_order_of(tuple(DIMENSIONS.values())), "verdict": in_order_of(STATES)},
    )
