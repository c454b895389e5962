"""The first page's figures: small offices counted by hand, and the report and the lists, which must say the same."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from db import Writer
from db.queries import writing
from smartpns_desktop.app import App
from smartpns_desktop.domain.employees import EmployeeKind
from smartpns_desktop.domain.employment import IN_SERVICE
from smartpns_desktop.domain.study_needs import PlanState
from smartpns_desktop.services.lists import ListQuery
from smartpns_desktop.services.tasks import Task
from smartpns_desktop.words.reports import WITHOUT_AGENCY
from tests.conftest import SheetWriter
from tests.services.edit_checks import edit
from tests.services.imports.outcomes import imported, nip

YEAR = date.today().year - 1
"""A year that is over, so that no figure depends on the day of the test."""


def agency(writer: Writer, name: str, **fields: Any) -> int:
    row = {"name": name, "name_key": name.lower(), "kind": "agency", **fields}
    return writing.insert_one(writer, "agencies", row)


def person(writer: Writer, number: int, kind: str, agency_key: int | None, **fields: Any) -> int:
    row = {"nip": nip(number), "name": f"Orang {number}", "kind": kind, "birth_date": date(1985, 3, 12), **fields}
    key = writing.insert_one(writer, "employees", row)
    writing.insert_one(writer, "grade_history", {"employee_id": key, "effective_date": None, "grade_code": "33"})
    if agency_key is not None:
        post = {"employee_id": key, "effective_date": None, "agency_id": agency_key}
        writing.insert_one(writer, "post_history", post)
    return key


def training(writer: Writer, employee: int, end: date, counted: float, *, verified: bool = True) -> int:
    row = {"employee_id": employee, "name": "Bimtek", "name_key": "bimtek", "end_date": end, "year": end.year}
    row |= {"jp": counted + 1, "jp_counted": counted, "verified": verified}
    return writing.insert_one(writer, "trainings", row)


@pytest.fixture
def office(app: App) -> App:
    """Six people of three agencies and none; 20, 15.5, 30, 0, 24 and 0 JP in the year."""
    with edit(app) as writer:
        health = agency(writer, "Dinas Kesehatan", short_name="Dinkes")
        ward = agency(writer, "Puskesmas", parent_id=health, kind="unit")
        roads = agency(writer, "Dinas PU")
        agency(writer, "Dinas Lama", closed_on=date(2020, 1, 1))
        people = [
            person(writer, 1, "PNS", health),
            person(writer, 2, "CPNS", ward),
            person(writer, 3, "PPPK", ward),
            person(writer, 4, "PNS", roads),
            person(writer, 5, "PNS", None),
            person(writer, 6, "PPPK", roads, birth_date=None),
        ]
        training(writer, people[0], date(YEAR, 1, 31), 12)
        training(writer, people[0], date(YEAR, 2, 1), 8, verified=False)
        training(writer, people[1], date(YEAR, 2, 28), 15.5)
        training(writer, people[2], date(YEAR, 12, 31), 30)
        training(writer, people[4], date(YEAR, 6, 1), 24)
        training(writer, people[3], date(YEAR - 1, 12, 31), 99)
    return app


def test_people_and_their_hours_are_counted(office: App) -> None:
    """Of four with a minimum of 20 JP two have reached it; two PPPK are asked for none."""
    found = office.dashboard.figures(YEAR)
    assert found.people == {EmployeeKind.PNS: 3, EmployeeKind.CPNS: 1, EmployeeKind.PPPK: 2}
    jp = found.jp
    assert (jp.people, jp.counted, jp.met, jp.short, jp.none) == (6, 89.5, 2, 2, 2)
    assert jp.mean == pytest.approx(89.5 / 6)
    assert (jp.share_met, found.minimum) == (50, 20)
    assert (found.trainings, found.unverified) == (5, 1)


def test_units_count_with_the_agency_above_them(office: App) -> None:
    told = [
        (it.name, it.short_name, it.jp.people, it.jp.counted, it.jp.met, it.jp.short, it.jp.none)
        for it in office.dashboard.figures(YEAR).agencies
    ]
    assert told == [
        ("Dinas Kesehatan", "Dinkes", 3, 65.5, 1, 1, 0),
        ("Dinas PU", "Dinas PU", 2, 0, 0, 1, 2),
        (WITHOUT_AGENCY, WITHOUT_AGENCY, 1, 24, 1, 0, 0),
    ]


def test_the_mean_grows_month_by_month(office: App) -> None:
    """12 JP end in January, 23.5 in February, 24 in June, 30 in December; six people."""
    course = office.dashboard.figures(YEAR).course
    assert course == pytest.approx([total / 6 for total in (12, *[35.5] * 4, *[59.5] * 6, 89.5)])
    assert course[-1] == pytest.approx(office.dashboard.figures(YEAR).jp.mean)


def test_months_that_have_not_begun_have_no_mean(office: App) -> None:
    today = date.today()
    told = [mean is not None for mean in office.dashboard.figures(today.year).course]
    assert told == [month <= today.month for month in range(1, 13)]
    assert set(office.dashboard.figures(today.year + 1).course) == {None}


def test_an_empty_store_asks_for_people_and_nothing_else(app: App) -> None:
    found = app.dashboard.figures(YEAR)
    assert (found.jp.people, found.jp.mean, found.agencies, found.plans) == (0, 0, (), None)
    assert [(it.code, it.target.page, it.target.act) for it in app.dashboard.summary(YEAR).tasks] == [
        ("employees.missing", "exchange", "import")
    ]
    assert set(app.dashboard.figures(YEAR).course) == {None}


def plan(writer: Writer, agency_key: int, first: int, state: str, heads: tuple[int, ...]) -> None:
    row = {"agency_id": agency_key, "first_year": first, "last_year": first + 4, "state": state}
    key = writing.insert_one(writer, "study_plans", row)
    programme = writing.insert_one(writer, "study_programmes", {"name": f"Prodi {key}", "name_key": f"prodi {key}"})
    need = {"plan_id": key, "programme_id": programme, "state": "DIAJUKAN"}
    line = writing.insert_one(writer, "study_needs", need)
    for place, count in enumerate(heads):
        writing.insert_one(writer, "study_need_heads", {"need_id": line, "year": first + place, "heads": count})


def test_plans_are_those_of_the_newest_period(office: App) -> None:
    keys = office.lists.keys("agencies", ListQuery())
    names = [row["name"] for row in office.lists.by_keys("agencies", keys)]
    by_name = dict(zip(names, keys, strict=True))
    with edit(office) as writer:
        plan(writer, by_name["Dinas Kesehatan"], YEAR - 4, "DISAHKAN", (9,))
        plan(writer, by_name["Dinas Kesehatan"], YEAR + 1, "DIAJUKAN", (2, 3))
        plan(writer, by_name["Dinas PU"], YEAR + 2, "BELUM", (7,))
    found = office.dashboard.figures(YEAR)
    assert found.plans is not None
    assert (found.plans.first_year, found.plans.last_year) == (YEAR + 1, YEAR + 5)
    assert {state: count for state, count in found.plans.states.items() if count} == {PlanState.DIAJUKAN: 1}
    assert (found.plans.lines, found.plans.heads, found.unplanned) == (1, 5, 1)
    assert office.dashboard.figures(YEAR - 6).plans is None
    assert office.dashboard.figures(YEAR - 6).unplanned == 0


def tasks(app: App, year: int = YEAR) -> dict[str, Task]:
    return {task.code: task for task in app.dashboard.summary(year).tasks}


def test_tasks_say_how_many_rows_wait(office: App) -> None:
    assert {code: task.count for code, task in tasks(office).items()} == {
        "backup.never": 1,
        "due.probation": 1,
        "trainings.unverified": 1,
        "jp.none": 2,
        "plans.missing": 2,
        "employees.without_agency": 1,
        "employees.without_birth_date": 1,
    }


@pytest.mark.parametrize("year", [YEAR, YEAR + 1])
def test_a_task_leads_to_as_many_rows_as_it_counts(office: App, year: int) -> None:
    """In the running year, and in one that is over, whose people are those of its last day."""
    with edit(office) as writer:
        key = office.lists.keys("employees", ListQuery())[0]
        training(writer, key, date(YEAR + 1, 1, 2), 3, verified=False)
        writing.insert_one(writer, "employees", {"nip": nip(9), "name": "Baru", "kind": "PNS"})
    checked = 0
    for task in office.dashboard.summary(year).tasks:
        if task.target.where:
            kind = {"due": "due", "absent": "absences"}.get(task.target.act, task.target.page)
            query = ListQuery(where=task.target.where, as_of=task.target.as_of)
            assert office.lists.count(kind, query) == task.count, task
            checked += 1
    assert checked == 6


def test_a_backup_clears_its_task(office: App) -> None:
    assert office.backups.last() is None
    office.backups.backup()
    last = office.backups.last()
    assert last is not None
    assert last.date() == date.today()
    assert last.tzinfo is not None
    assert not {"backup.never", "backup.old"} & set(tasks(office))


def test_rejected_rows_of_the_last_import_that_stands_are_told(app: App, sheet: SheetWriter) -> None:
    assert app.dashboard.last_import() is None
    imported(app, sheet([["NIP", "Nama"], [nip(1), "Siti"], ["12", "Budi"], [nip(3), None]], "pegawai.xlsx"))
    task = tasks(app)["import.rejected"]
    assert (task.count, task.facts, task.kind) == (2, {"file": "pegawai.xlsx", "rows": "3"}, "bad")
    last = app.dashboard.last_import()
    assert last is not None
    assert last.date() == date.today()
    assert task.target.key is not None
    app.undo.undo(task.target.key)
    assert app.dashboard.last_import() is None
    app.undo.redo(task.target.key)
    imported(app, sheet([["NIP", "Nama"], [nip(4), "Wati"]]))
    assert "import.rejected" not in tasks(app)


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_the_report_says_the_same_of_the_invented_city(app: App, year: int) -> None:
    """People, JP credited, mean, met, short and without: of each agency and in all."""
    app.demo.fill(300)
    report, found = app.reports.make("jp", year=year), app.dashboard.figures(year)

    def line(name: str, jp: Any) -> list[Any]:
        return [name, jp.people, jp.counted, jp.mean, jp.met, jp.short, jp.none, jp.share_met]

    told = [[row[0], row[1], row[3], *row[5:]] for row in (*report.rows, report.totals)]
    assert told == [*sorted(line(it.name, it.jp) for it in found.agencies), line(report.totals[0], found.jp)]
    assert found.jp.counted > 0
    then = date(year, 12, 31)
    here = ListQuery(where=IN_SERVICE) if then >= date.today() else ListQuery(as_of=then)
    assert sum(found.people.values()) == found.jp.people == app.lists.count("employees", here) < 300


def test_it_makes_no_difference_whether_the_present_state_stands_derived(app: App) -> None:
    """While somebody writes it cannot be derived, and the histories are asked."""
    app.demo.fill(60)
    year = date.today().year
    fresh = app.dashboard.figures(year)
    with app.database.maintain() as writer:
        writer.connection.exec_driver_sql("DELETE FROM employee_current")
        writer.connection.exec_driver_sql("DELETE FROM settings WHERE key = 'employee_current'")
        writer.connection.exec_driver_sql("DELETE FROM settings WHERE key LIKE 'figures.%'")
    with app.database.maintain():
        assert app.dashboard.figures(year) == fresh
    assert app.dashboard.figures(year) == fresh
