"""What points at a row, what points at nothing, and what goes with a thing that is removed."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import func, select

from db import ChangeSetHeader, Database
from db.queries import references, writing
from db.tables import metadata

HEADER = ChangeSetHeader("edit", "penguji", "Percobaan")
AGENCY = {"name": "Dinas", "name_key": "dinas", "kind": "agency"}


@pytest.fixture
def keys(database: Database) -> dict[str, int]:
    """An agency with a unit, a plan and two posts of one person; the person has a training."""
    with database.write(HEADER) as writer:

        def add(table: str, **row: Any) -> int:
            return writing.insert_one(writer, table, row)

        agency = add("agencies", **AGENCY, parent_id=None)
        unit = add("agencies", **AGENCY, parent_id=agency)
        add("agency_names", agency_id=agency, name="Kantor", name_key="kantor", used_until=None)
        add("study_plans", agency_id=agency, first_year=2026, last_year=2030, state="BELUM")
        person = add("employees", nip="198503122010012001", name="Siti Aminah", kind="PNS")
        for day in ("2020-01-01", "2022-01-01"):
            add("post_history", employee_id=person, effective_date=day, agency_id=agency)
        training = add("trainings", employee_id=person, name="Seminar", name_key="seminar", verified=False)
    return {"agency": agency, "unit": unit, "person": person, "training": training}


@pytest.mark.parametrize(
    ("table", "name", "counts"),
    [
        ("agencies", "agency", {"agencies": 1, "employees": 1, "study_plans": 1}),
        ("agencies", "unit", {}),
        ("employees", "person", {"trainings": 1}),
        ("trainings", "training", {}),
    ],
)
def test_things_are_counted_not_their_rows(
    database: Database, keys: dict[str, int], table: str, name: str, counts: dict[str, int]
) -> None:
    with database.read() as reader:
        assert references.pointing_at(reader, table, keys[name]) == counts


@pytest.mark.parametrize(
    ("row", "fields"),
    [
        ({"grade_code": "33"}, []),
        ({"grade_code": "99"}, ["grade_code"]),
        ({"grade_code": "33", "employee_id": 4711}, ["employee_id"]),
        ({"employee_id": -1, "grade_code": None}, []),
    ],
)
def test_what_points_at_nothing_is_named(database: Database, row: dict[str, Any], fields: list[str]) -> None:
    with database.read() as reader:
        assert references.dangling(reader, "grade_history", row) == fields


def test_what_belongs_to_a_thing_goes_with_it(database: Database, keys: dict[str, int]) -> None:
    with database.write(HEADER) as writer:
        writing.delete_rows(writer, "trainings", [keys["training"]])
        references.remove(writer, "employees", [keys["person"]])
    with database.read() as reader:
        for table, left in (("employees", 0), ("post_history", 0), ("agencies", 2), ("agency_names", 1)):
            statement = select(func.count()).select_from(metadata.tables[table])
            assert reader.connection.execute(statement).scalar_one() == left
