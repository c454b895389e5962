"""What holds for each employee today, derived from the histories and brought up to date when it is next read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Select, delete, insert, select, union

from db import journal as chain
from db.database import Reader
from db.queries import settings
from db.queries.employees import in_force
from db.tables.employees import (
    education_history,
    employee_current,
    employees,
    grade_history,
    post_history,
    standing_history,
)
from db.tables.journal import change_sets, journal, journalled_tables_table

_STAMP = "employee_current"
_HISTORIES = {
    "grade_id": grade_history,
    "post_id": post_history,
    "education_id": education_history,
    "standing_id": standing_history,
}
# Rows that come to a person from another one's record are journalled as the other's; a former NIP comes with them.
_WATCHED = ("employees", *(history.name for history in _HISTORIES.values()), "former_nips")


@dataclass(frozen=True, slots=True)
class _Stamp:
    """For which day the table was derived, and up to which change set."""

    day: date
    change_set: int

    @classmethod
    def read(cls, text: str) -> _Stamp:
        day, change_set = text.split()
        return cls(date.fromisoformat(day), int(change_set))

    def __str__(self) -> str:
        return f"{self.day.isoformat()} {self.change_set}"


def holds(reader: Reader, on: date) -> bool:
    """Whether the table tells what holds on that day, up to the newest change set."""
    return settings.get(reader, _STAMP) == str(_Stamp(on, chain.head(reader.connection)[0]))


def refresh(writer: Reader, on: date) -> None:
    """Derive what change sets and the passing of days have altered since, or all where that cannot be told."""
    if holds(writer, on):
        return
    touched = _touched(writer, on)
    gone = delete(employee_current)
    if touched is not None:
        gone = gone.where(employee_current.c.employee_id.in_(touched))
    writer.connection.execute(gone)
    names = [column.name for column in employee_current.c]
    writer.connection.execute(insert(employee_current).from_select(names, _derived(on, touched)))
    settings.put(writer, _STAMP, str(_Stamp(on, chain.head(writer.connection)[0])))


def _touched(reader: Reader, on: date) -> CompoundSelect[tuple[int]] | None:
    """Keys of those who may have another state than when the table was derived; `None` where it tells nothing."""
    stamp = settings.get(reader, _STAMP)
    if stamp is None:
        return None
    known = _Stamp.read(stamp)
    last = select(change_sets.c.last_entry).where(change_sets.c.id == known.change_set)
    entry = reader.connection.execute(last).scalar()
    if entry is None and known.change_set:
        return None
    edited = (
        select(journal.c.subject_id)
        .join(journalled_tables_table, journalled_tables_table.c.id == journal.c.table_id)
        .where(journal.c.id > (entry or 0), journalled_tables_table.c.name.in_(_WATCHED))
    )
    first, final = sorted((known.day, on))
    began = (
        select(history.c.employee_id).where(history.c.effective_date > first, history.c.effective_date <= final)
        for history in _HISTORIES.values()
    )
    ended = select(standing_history.c.employee_id).where(
        standing_history.c.until >= first, standing_history.c.until < final
    )
    return union(edited, *began, ended)


def _derived(on: date, touched: CompoundSelect[tuple[int]] | None) -> Select[Any]:
    """The rows of the table as the histories give them, of those who were touched or of all."""
    keys = (in_force(history, on).label(name) for name, history in _HISTORIES.items())
    chosen = select(employees, *keys)
    people = (chosen if touched is None else chosen.where(employees.c.id.in_(touched))).subquery("people")
    source = people.outerjoin(grade_history, grade_history.c.id == people.c.grade_id)
    source = source.outerjoin(post_history, post_history.c.id == people.c.post_id)
    source = source.outerjoin(standing_history, standing_history.c.id == people.c.standing_id)
    told: dict[str, ColumnElement[Any]] = {
        "employee_id": people.c.id,
        "grade_code": grade_history.c.grade_code,
        "agency_id": post_history.c.agency_id,
        "standing_code": standing_history.c.code,
    }
    names = (column.name for column in employee_current.c)
    return select(*(told[name] if name in told else people.c[name] for name in names)).select_from(source)
