"""Statements that count what is missing or doubtful in the data."""

from __future__ import annotations

from sqlalchemy import ColumnElement, func, or_, select

from db import journal
from db.database import Reader
from db.journal import Fault
from db.migrate import table_ids
from db.sqlite import connection as sqlite
from db.sqlite.triggers import expected_triggers, standing_triggers
from db.tables.employees import education_history, employees, grade_history, post_history
from db.tables.trainings import trainings


def store_faults(reader: Reader) -> list[str]:
    """What SQLite's own integrity check finds."""
    return sqlite.integrity_faults(reader.connection)


def broken_references(reader: Reader) -> list[str]:
    """Rows that point at nothing."""
    return sqlite.broken_references(reader.connection)


def journal_faults(reader: Reader) -> list[Fault]:
    """Where the journal is not as the program wrote it."""
    return journal.verify(reader.connection)


def damaged_triggers(reader: Reader) -> list[str]:
    """Journal triggers that are missing or not as the program made them."""
    standing = standing_triggers(reader.connection)
    expected = expected_triggers(table_ids(reader.connection))
    return sorted(name for name in expected if standing.get(name) != expected[name])


def data_counts(reader: Reader) -> dict[str, int]:
    """Employees and trainings in all, and how many lack what SIASN's quality checks ask for (RULES.md 1.8)."""
    counts = {"employees": _count(reader), "trainings": _trainings(reader)}
    for name, condition in _DOUBTS.items():
        counts[name] = _count(reader, condition)
    for name, history in (
        ("no_grade", grade_history),
        ("no_post", post_history),
        ("no_education", education_history),
    ):
        counts[name] = _count(reader, ~select(history.c.id).where(history.c.employee_id == employees.c.id).exists())
    return counts


_DOUBTS: dict[str, ColumnElement[bool]] = {
    "no_nik": or_(employees.c.nik.is_(None), func.length(employees.c.nik) != 16),
    "no_pns_date": (employees.c.kind == "PNS") & employees.c.pns_date.is_(None),
    "no_email": employees.c.email.is_(None),
    "no_phone": employees.c.phone.is_(None),
    "pns_before_cpns": employees.c.pns_date < employees.c.cpns_date,
}


def _count(reader: Reader, *conditions: ColumnElement[bool]) -> int:
    statement = select(func.count()).select_from(employees).where(*conditions)
    return int(reader.connection.execute(statement).scalar_one())


def _trainings(reader: Reader) -> int:
    return int(reader.connection.execute(select(func.count()).select_from(trainings)).scalar_one())
