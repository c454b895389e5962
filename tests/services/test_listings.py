"""Lists of people read what is derived where it holds, and the histories where it cannot be derived."""

from __future__ import annotations

import threading
from datetime import date
from typing import Any

import pytest

from db import ChangeSetHeader, Database
from db.queries import employee_current
from db.queries.listing import Listing
from db.tables.employees import employee_current as table
from smartpns_desktop.app import App, open_app
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services import listings
from smartpns_desktop.services.employee_states import History
from smartpns_desktop.services.lists import ListQuery, Sort, asked
from tests.conftest import SheetWriter
from tests.contents import content_digest
from tests.services.imports.outcomes import imported, nip

HEADING = ["NIP", "Nama", "Golongan", "TMT Golongan", "Unit Kerja"]
EVERYBODY = ListQuery(sort=(Sort("grade"), Sort("agency")))


def holds(database: Database) -> bool:
    with database.read() as reader:
        return employee_current.holds(reader, date.today())


def shown(app: App) -> list[dict[str, Any]]:
    return app.lists.rows("employees", EVERYBODY)[1]


def from_histories(app: App) -> list[dict[str, Any]]:
    """What the same store shows to a program that may not derive anything, after a change made all derived rows old."""
    other = open_app(app.data_dir, "penguji", derives=False)
    try:
        key = other.agencies.add({"name": f"Kantor {app.lists.count('agencies', ListQuery())}"})
        assert not holds(other.database)
        assert key
        return shown(other)
    finally:
        other.close()


@pytest.fixture
def office(app: App, sheet: SheetWriter) -> App:
    """Three people in two agencies."""
    rows = [
        [nip(1), "Siti", "III/b", "01-04-2018", "Dinas A"],
        [nip(2), "Budi", "IV/a", "01-04-2020", "Dinas B"],
        [nip(3), "Ani", None, None, None],
    ]
    imported(app, sheet([HEADING, *rows]))
    return app


def test_reading_a_list_derives_what_an_import_left_behind(office: App) -> None:
    assert not holds(office.database)
    assert [row["name"] for row in shown(office)] == ["Siti", "Budi", "Ani"]
    assert holds(office.database)


def test_every_way_of_changing_shows_at_once(office: App, sheet: SheetWriter) -> None:
    (siti,) = office.lists.keys("employees", ListQuery("siti"))
    shown(office)
    office.employees.add_state(siti, History.GRADE, date(2024, 4, 1), {"grade_code": "42"})
    assert shown(office) == from_histories(office)
    assert next(row["grade"] for row in shown(office) if row["name"] == "Siti") == "IV/b"
    turn = next(it for it in office.undo.turns() if "Kantor" not in it.reason)
    office.undo.undo(turn.number)
    assert next(row["grade"] for row in shown(office) if row["name"] == "Siti") == "III/b"
    office.undo.redo(turn.number)
    assert shown(office) == from_histories(office)
    imported(office, sheet([HEADING, [nip(3), "Ani", "II/c", "01-04-2022", "Dinas A"]], "more.xlsx"))
    assert shown(office) == from_histories(office)


def test_a_restored_store_shows_its_own_state(office: App) -> None:
    (siti,) = office.lists.keys("employees", ListQuery("siti"))
    before = shown(office)
    backup = office.backups.backup()
    office.employees.change(siti, {"name": "Siti Aminah"})
    assert shown(office) != before
    office.backups.restore(backup)
    assert shown(office) == before == from_histories(office)


def test_while_another_writes_the_histories_answer(office: App) -> None:
    expected = ["Siti", "Budi", "Ani"]
    with office.database.write(ChangeSetHeader("edit", "penguji", "Lama")):
        found: list[str] = []
        reader = threading.Thread(target=lambda: found.extend(row["name"] for row in shown(office)))
        reader.start()
        reader.join()
        assert found == expected
    assert not holds(office.database)
    assert [row["name"] for row in shown(office)] == expected


def test_a_query_that_is_refused_and_a_past_day_write_nothing(office: App) -> None:
    before = content_digest(office.database.path)
    with pytest.raises(CannotDo):
        office.lists.rows("employees", ListQuery(where=(("golongan", "I"),)))
    office.lists.rows("employees", ListQuery(as_of=date(2019, 1, 1)))
    office.lists.rows("agencies", ListQuery())
    assert content_digest(office.database.path) == before


def test_a_program_that_only_reads_leaves_the_store_as_it_is(office: App) -> None:
    other = open_app(office.data_dir, "penguji", derives=False)
    try:
        before = content_digest(other.database.path)
        assert [row["name"] for row in shown(other)] == ["Siti", "Budi", "Ani"]
        assert content_digest(other.database.path) == before
    finally:
        other.close()


def test_lists_of_people_begin_with_what_is_derived(office: App) -> None:
    def listed(kind: str, as_of: date | None = None) -> Listing:
        with asked(office.database, kind, ListQuery(as_of=as_of)) as (_, found, _wanted):
            return found

    assert listed("employees").base is table
    assert table in {join.table for join in listed("trainings").joins}
    assert listed("employees", date(2019, 1, 1)).base is not table


def test_an_unknown_kind_is_refused(office: App) -> None:
    with office.database.read() as reader, pytest.raises(CannotDo) as raised:
        listings.listing(reader, "pegawai")
    assert raised.value.code == "argument.unknown_kind"
