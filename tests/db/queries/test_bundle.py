"""New rows that refer to each other before they have keys, and rows that are only made when they are written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from db import ChangeSetHeader, Database
from db.queries.bundle import Bundle, Row, write_bundle
from db.tables import metadata

HEADER = ChangeSetHeader("import", "penguji", "Percobaan")
PEOPLE = ("198503122010012001", "198503122010012002", "198503122010012003")


def person(nip: str) -> Row:
    return {"nip": nip, "name": f"Pegawai {nip[-1]}", "kind": "PNS"}


def notes(database: Database) -> dict[str, str]:
    """The former NIP that was written for each person."""
    employees, former = metadata.tables["employees"], metadata.tables["former_nips"]
    statement = select(employees.c.nip, former.c.nip).join(former, former.c.employee_id == employees.c.id)
    with database.read() as reader:
        return dict(map(tuple, reader.connection.execute(statement)))


def test_rows_made_later_keep_their_places_among_those_added_before_and_after(database: Database) -> None:
    bundle, made = Bundle(), []

    def people() -> Iterator[Row]:
        made.append(True)
        return map(person, PEOPLE[1:])

    keys = [bundle.add("employees", person(PEOPLE[0])), *bundle.add_later("employees", 2, people)]
    keys.append(bundle.add("employees", person("198503122010012004")))
    formers = [f"19850312201001900{place}" for place in range(4)]
    pairs = list(zip(keys, formers, strict=True))
    bundle.add_later("former_nips", 4, lambda: ({"employee_id": key, "nip": nip} for key, nip in pairs))
    assert (bundle.size, bundle.tables, made) == (8, {"employees", "former_nips"}, [])

    with database.write(HEADER) as writer:
        write_bundle(writer, bundle, lambda _done, _total: None)
    assert notes(database) == dict(zip([*PEOPLE, "198503122010012004"], formers, strict=True))


def test_no_rows_made_later_touch_no_table() -> None:
    bundle = Bundle()
    assert list(bundle.add_later("employees", 0, list)) == []
    assert (bundle.size, bundle.tables) == (0, set())


def test_a_row_that_is_made_later_cannot_be_changed_before() -> None:
    bundle = Bundle()
    (key,) = bundle.add_later("employees", 1, lambda: [person(PEOPLE[0])])
    with pytest.raises(AttributeError):
        bundle.change("employees", key, {"name": "Lain"})
    assert [it["name"] for it in bundle.new_rows("employees")] == ["Pegawai 1"]


def test_what_rows_are_made_of_goes_with_them() -> None:
    bundle, people = Bundle(), list(PEOPLE)
    bundle.add_later("employees", len(people), lambda: map(person, people), people)
    bundle.change("employees", 7, {"name": "Lain"})
    bundle.let_go()
    assert (people, bundle.size, bundle.new_rows("employees")) == ([], 0, [])


def test_a_long_table_tells_how_far_it_is_and_can_be_stopped(database: Database) -> None:
    bundle, told = Bundle(), list[tuple[int, int]]()
    bundle.add_later("employees", 4_500, lambda: (person(f"19850312201001{number:04}") for number in range(4_500)))

    def step(done: int, total: int) -> None:
        told.append((done, total))
        if done > 2_000:
            raise KeyError

    with pytest.raises(KeyError), database.write(HEADER) as writer:
        write_bundle(writer, bundle, step)
    assert told == [(2_000, 4_500), (4_000, 4_500)]
    with database.read() as reader:
        assert reader.connection.execute(select(metadata.tables["employees"])).all() == []
