"""Rows by the thousand arrive as rows one by one would: in their order, converted, each with its journal entry."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from db import ChangeSetHeader, Database, journal
from db.queries import writing
from db.queries.bundle import Bundle, write_bundle
from db.tables.employees import employees, grade_history
from db.tables.journal import journal as entries
from db.tables.trainings import trainings

HEADER = ChangeSetHeader("edit", "penguji", "Banyak baris")


def person(number: int) -> dict[str, Any]:
    return {"nip": f"{number:018}", "name": f"Pegawai {number}", "kind": "PNS", "birth_date": None}


def stored(database: Database, *columns: Any) -> list[Any]:
    with database.read() as reader:
        return [tuple(row) for row in reader.connection.execute(select(*columns).order_by(columns[0]))]


@pytest.mark.parametrize("count", [1, 19, 20, 2_000, 2_001, 4_001])
def test_rows_keep_their_order_and_get_uuids_of_their_own(database: Database, count: int) -> None:
    people = [person(number * 7919 % count) for number in range(count)]
    with database.write(HEADER) as writer:
        assert writing.insert_rows(writer, "employees", people) == count
    rows = stored(database, employees.c.id, employees.c.nip, employees.c.uuid)
    assert [nip for _, nip, _ in rows] == [row["nip"] for row in people]
    assert len({uuid for _, _, uuid in rows}) == count
    journalled = stored(database, entries.c.row_id, entries.c.operation, entries.c.change_set_id)
    assert [entry[:2] for entry in journalled if entry[2] == writer.change_set_id] == [
        (key, "insert") for key, _, _ in rows
    ]
    with database.read() as reader:
        assert journal.verify(reader.connection) == []


def test_nothing_is_added_of_nothing(database: Database) -> None:
    with database.write(HEADER) as writer:
        assert writing.insert_rows(writer, "employees", []) == 0


def test_values_are_converted_as_in_single_rows(database: Database) -> None:
    """Dates, an unknown day, flags and numbers: equal values of several types stay what their column makes of them."""
    days = [None, date(2024, 2, 29), date(1, 1, 2)]
    with database.write(HEADER) as writer:
        key = writing.insert_one(writer, "employees", person(1))
        grades = [
            {"employee_id": key, "effective_date": day, "grade_code": "33", "service_years": years}
            for years, day in enumerate(days + [date(2000, 1, 1) + timedelta(days=day) for day in range(30)])
        ]
        writing.insert_rows(writer, "grade_history", grades)
        courses = [
            {"employee_id": key, "name": "A", "name_key": "a", "verified": flag, "jp": hours, "start_date": day}
            for flag, hours, day in [(True, 1.0, None), (False, None, days[1]), (True, 0.1 + 0.2, days[1])] * 10
        ]
        writing.insert_rows(writer, "trainings", courses)
    found = stored(database, grade_history.c.service_years, grade_history.c.effective_date)
    assert [day for _, day in found[:3]] == days
    assert found[3] == (3, date(2000, 1, 1))
    columns = (trainings.c.id, trainings.c.verified, trainings.c.jp, trainings.c.start_date)
    assert [row[1:] for row in stored(database, *columns)][:3] == [
        (True, 1.0, None),
        (False, None, days[1]),
        (True, 0.3, days[1]),
    ]


def test_a_refused_row_takes_its_change_set_with_it(database: Database) -> None:
    people = [person(number) for number in range(50)]
    with pytest.raises(IntegrityError), database.write(HEADER) as writer:
        writing.insert_rows(writer, "employees", [*people, person(7)])
    assert stored(database, employees.c.id) == []
    with database.write(HEADER) as writer:
        writing.insert_rows(writer, "employees", people)
    assert len(stored(database, employees.c.id)) == 50


def test_new_rows_refer_to_new_rows_by_the_thousand(database: Database) -> None:
    bundle = Bundle()
    for number in range(2_500):
        key = bundle.add("employees", person(number))
        row = {"employee_id": key, "effective_date": date(2020, 1, 1), "grade_code": "31", "service_years": number}
        bundle.add("grade_history", row)
    with database.write(HEADER) as writer:
        keys = write_bundle(writer, bundle, lambda _done, _total: None)
    numbers = stored(database, grade_history.c.employee_id, grade_history.c.service_years)
    assert numbers == list(zip(keys["employees"], range(2_500), strict=True))
    assert [row[0] for row in stored(database, employees.c.id)] == keys["employees"]
