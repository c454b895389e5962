"""Who is in service on a day, as part of statements on people; what each standing means stands in a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, case, delete, func, insert, literal_column, or_, select

from db.database import Reader
from db.queries import employee_current as derived
from db.queries.writing import where_in
from db.tables.employees import OWN_POST, employee_current, employees, post_history, standing_history, standings


def put_meanings(writer: Reader, services: Mapping[str, str]) -> None:
    """Store what each code of a standing means for service, instead of what was there."""
    writer.connection.execute(delete(standings))
    writer.connection.execute(insert(standings), [{"code": it, "service": told} for it, told in services.items()])


def service(standing_code: ColumnElement[Any]) -> ColumnElement[str]:
    """Whether a standing means active, away or left; one that nobody knows is that of somebody active."""
    return case((_means(standing_code, "left"), "left"), (_means(standing_code, "away"), "away"), else_="active")


def stays(standing_code: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether somebody of that standing is in service."""
    return or_(standing_code.is_(None), ~_means(standing_code, "left"))


def _means(standing_code: ColumnElement[Any], service: str) -> ColumnElement[bool]:
    return standing_code.in_(select(standings.c.code).where(standings.c.service == service))


def appointed() -> ColumnElement[str]:
    """The day from which an employee is one, as ISO text: TMT CPNS or PPPK, else what the NIP tells (RULES.md 1.1).

    The NIP of a PNS tells the month, that of a PPPK the year: their first days stand for them.
    """
    nip = employees.c.nip
    year, month = _part(nip, 9, 4), _part(nip, 13, 2)
    known = case((month.between(_text("01"), _text("12")), month), else_=_text("01"))
    told = year.concat(_text("-")).concat(known).concat(_text("-01"))
    return func.coalesce(employees.c.cpns_date, told)


def _part(text: ColumnElement[Any], start: int, length: int) -> ColumnElement[str]:
    return func.substr(text, literal_column(str(start)), literal_column(str(length)))


def _text(value: str) -> ColumnElement[str]:
    """A text within the statement itself: the index on `appointed` knows no parameters."""
    return literal_column(f"'{value}'")


def there(on: date) -> list[ColumnElement[bool]]:
    """Of a statement on `employees`: appointed by that day, and not gone on it."""
    return [appointed() <= on.isoformat(), employees.c.id.not_in(gone(on))]


def gone(on: date) -> Select[tuple[int]]:
    """Keys of those whose standing of a day says that they are no longer in service."""
    said = standing_history.alias("said")
    return _left(said, on).with_only_columns(said.c.employee_id)


def gone_among(reader: Reader, on: date, keys: Sequence[int]) -> list[Any]:
    """Of these people those who are no longer in service on a day: employee_id, the standing's code and its day."""
    said = standing_history.alias("said")
    columns = (said.c.employee_id, said.c.code, said.c.effective_date)
    rows = where_in(reader, _left(said, on).with_only_columns(*columns), said.c.employee_id, keys)
    return [row for row in rows if row.employee_id in set(keys)]


def _left(said: Any, on: date) -> Select[Any]:
    """Rows of standings that hold on a day and end the service."""
    later = standing_history.alias("later")
    newer = (
        select(later.c.id)
        .where(later.c.employee_id == said.c.employee_id, later.c.effective_date > said.c.effective_date)
        .where(*_holds(later, on))
    )
    return select(said.c.employee_id).where(_means(said.c.code, "left"), *_holds(said, on), ~newer.exists())


def _holds(rows: Any, on: date) -> Sequence[ColumnElement[bool]]:
    return rows.c.effective_date <= on, or_(rows.c.until.is_(None), rows.c.until >= on)


def agency_on(on: date) -> ColumnElement[int | None]:
    """Key of the agency or unit of an employee's own post on a day, out of an index alone."""
    return _held_on("agency_id", on)


def position_on(on: date) -> ColumnElement[int | None]:
    """Key of an employee's own post on a day."""
    return _held_on("position_id", on)


def _held_on(name: str, on: date) -> ColumnElement[int | None]:
    rows = post_history.alias("held")
    return (
        select(rows.c[name])
        .where(rows.c.employee_id == employees.c.id, rows.c.appointment == OWN_POST, rows.c.effective_date <= on)
        .order_by(rows.c.effective_date.desc())
        .limit(1)
        .correlate(employees)
        .scalar_subquery()
    )


def kind_on(on: date) -> ColumnElement[str]:
    """What kind of employee somebody was on a day: before the TMT PNS a civil servant is still a candidate."""
    return case(((employees.c.kind == "PNS") & (employees.c.pns_date > on), "CPNS"), else_=employees.c.kind)


def staff(reader: Reader, on: date) -> Select[Any]:
    """Key (`id`), `kind` and `agency_id` of everybody in service on a day: out of what stands derived if it holds."""
    if not derived.holds(reader, on):
        kind = kind_on(on).label("kind") if on < date.today() else employees.c.kind
        return select(employees.c.id, kind, agency_on(on).label("agency_id")).where(*there(on))
    now = employee_current.c
    to_come = select(employees.c.id).where(appointed() > on.isoformat())
    people = select(now.employee_id.label("id"), now.kind, now.agency_id)
    return people.where(stays(now.standing_code), now.employee_id.not_in(to_come))


def headcounts(reader: Reader, on: date) -> dict[int | None, int]:
    """How many people in service have their post of a day in each agency or unit; `None`: in none."""
    people = staff(reader, on).subquery("people")
    statement = select(people.c.agency_id, func.count()).group_by(people.c.agency_id)
    return {row[0]: row[1] for row in reader.connection.execute(statement)}


def staff_of(
    reader: Reader, agency_keys: Sequence[int], on: date, *, with_gone: bool = False, with_nowhere: bool = False
) -> list[Any]:
    """Id, NIP, name and agency_id of the people whose post on a day is in one of the agencies, by name.

    Those who are no longer in service, or not yet, only `with_gone`; those without an agency only `with_nowhere`.
    """
    held = agency_on(on).label("agency_id")
    people = select(employees.c.id, employees.c.nip, employees.c.name, held)
    found = (people if with_gone else people.where(*there(on))).subquery("found")
    statement = select(found).order_by(found.c.name, found.c.nip)
    wanted: set[int | None] = {*agency_keys, *([None] if with_nowhere else [])}
    rows = where_in(reader, statement, found.c.agency_id, None if with_nowhere else list(agency_keys))
    return [row for row in rows if row.agency_id in wanted]
