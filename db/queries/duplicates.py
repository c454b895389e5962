"""Statements that find records of one person: what tells everybody, and which pairs were judged to be two people."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from sqlalchemy import Text, select, type_coerce

from db.database import Reader
from db.tables.employees import employees
from db.tables.people_merging import different_people


def everybody(reader: Reader) -> Iterator[Any]:
    """Key, NIP, NIK, name, birth date as ISO text and kind of all employees."""
    columns = [employees.c[name] for name in ("id", "nip", "nik", "name")]
    birth = type_coerce(employees.c.birth_date, Text).label("birth_date")
    found = reader.connection.execute(select(*columns, birth, employees.c.kind).execution_options(yield_per=5_000))
    return chain.from_iterable(found.partitions())


def different(reader: Reader) -> set[tuple[str, str]]:
    """Pairs of NIPs, the smaller first, that were judged to be two people."""
    statement = select(different_people.c.nip, different_people.c.other_nip)
    return {(row.nip, row.other_nip) for row in reader.connection.execute(statement)}
