"""The state of a past day: a headcount says what it said then, whatever was recorded since that does not concern it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from db import Writer
from db.queries import employment, writing
from db.queries.employees import history
from smartpns_desktop.app import STORE, App, open_app
from smartpns_desktop.domain.employment import IN_SERVICE, Service
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.standings import Standing
from smartpns_desktop.services.employee_states import History
from smartpns_desktop.services.lists import ListQuery
from tests.services.edit_checks import edit
from tests.services.imports.outcomes import nip
from tests.services.service_rule import StandingSpan, service_on

D = date(2024, 6, 30)
"""The day whose headcount was reported."""
FIELDS = ("root_agency", "service", "kind", "sex", "grade_group", "education_level")
LISTS = ("employees", "post-history", "grade-history", "standing-history", "trainings", "agencies", "position-quotas")


def person(writer: Writer, number: int, agency: int | None, **fields: Any) -> int:
    row = {"nip": nip(number), "name": f"Orang {number}", "kind": "PNS", "sex": "F", **fields}
    key = writing.insert_one(writer, "employees", row)
    if agency is not None:
        writing.insert_one(writer, "post_history", {"employee_id": key, "effective_date": None, "agency_id": agency})
    return key


def standing(writer: Writer, key: int, code: Standing, since: date | None, until: date | None = None) -> None:
    row = {"employee_id": key, "standing": code.value, "code": code.value, "effective_date": since, "until": until}
    writing.insert_one(writer, "standing_history", row)


@dataclass
class Office:
    app: App
    people: list[int] = field(default_factory=list)
    units: list[int] = field(default_factory=list)


def make(app: App) -> Office:
    """Two agencies, one with a unit, and six people; on D one has retired and one is on leave."""
    office = Office(app)
    for name, parent in (("Dinas A", None), ("Dinas B", None), ("Bidang A1", 0)):
        values = {"name": name, "parent_id": None if parent is None else office.units[parent]}
        office.units.append(app.agencies.add(values)[0])
    with edit(app) as writer:
        for number in range(1, 7):
            office.people.append(person(writer, number, office.units[number % 3]))
        standing(writer, office.people[0], Standing.RETIRED, date(2024, 6, 1))
        standing(writer, office.people[1], Standing.UNPAID_LEAVE, date(2024, 1, 1), date(2025, 12, 31))
        standing(writer, office.people[2], Standing.RETIRED, date(2024, 7, 1))
    return office


@pytest.fixture
def office(app: App) -> Office:
    return make(app)


def headcount(app: App, on: date) -> dict[str, Any]:
    """Everything that counts people on a day."""
    query = ListQuery(as_of=on)
    tree = {node.name: (node.people, node.people_in_all) for node in app.agencies.tree(on)}
    return {
        "list": app.lists.count("employees", query),
        "tree": tree,
        "report": [list(map(str, row)) for row in app.reports.make("employees", year=on.year, as_of=on).rows],
        "jp": [list(map(str, row)) for row in app.reports.make("jp", year=on.year, as_of=on).rows],
        "facets": app.lists.facets("employees", query, FIELDS),
    }


def test_who_is_gone_is_in_no_headcount_from_that_day_on(office: Office) -> None:
    def counts(on: date) -> tuple[int, int]:
        found = headcount(office.app, on)
        return found["list"], sum(people for _, people in found["tree"].values())

    assert counts(date(2009, 12, 31)) == (0, 0)
    assert counts(date(2010, 1, 1)) == counts(date(2024, 5, 31)) == (6, 6)
    assert counts(date(2024, 6, 1)) == counts(D) == (5, 5)
    assert counts(date(2024, 7, 1)) == (4, 4)


def test_who_is_on_leave_is_counted_and_marked(office: Office) -> None:
    def marked(on: date) -> dict[str, int]:
        found = office.app.lists.facets("employees", ListQuery(as_of=on), FIELDS)["service"]
        return {it.value: it.count for it in found}

    assert marked(date(2023, 12, 31)) == {"active": 6}
    assert marked(D) == {"active": 4, "away": 1}
    assert marked(date(2026, 1, 1)) == {"active": 4}


def test_today_the_register_keeps_everybody_and_the_headcount_those_in_service(office: Office) -> None:
    lists, today = office.app.lists, ListQuery(as_of=date.today())
    assert lists.count("employees", ListQuery()) == 6
    assert lists.count("employees", ListQuery(where=IN_SERVICE)) == lists.count("employees", today) == 4
    assert sum(node.people_in_all for node in office.app.agencies.tree()) == 4
    assert office.app.dashboard.figures(date.today().year).jp.people == 4
    gone = lists.rows("employees", ListQuery("orang", where=(("service", "left"),)))[1]
    assert [row["standing"] for row in gone] == ["retired", "retired"]


def test_every_count_of_a_day_tells_the_same_number(office: Office) -> None:
    for on in (date(2015, 1, 1), D, date(2024, 7, 1), date.today()):
        found = headcount(office.app, on)
        report = office.app.reports.make("employees", year=on.year, as_of=on)
        assert found["list"] == report.totals[4] == sum(people for _, people in found["tree"].values())
        assert {it.count for it in found["facets"]["sex"]} == {found["list"]}


Act = Callable[[Office, int, int], None]


def _new_person(office: Office, number: int, _days: int) -> None:
    began = D + timedelta(days=1 + _days)
    with edit(office.app) as writer:
        office.people.append(person(writer, 100 + len(office.people), office.units[number % 3], cpns_date=began))


def _moved(office: Office, number: int, days: int) -> None:
    values = {"agency_id": office.units[number % 3]}
    office.app.employees.add_state(office.people[number % 6], History.POST, D + timedelta(days=1 + days), values)


def _left(office: Office, number: int, days: int) -> None:
    key, since = office.people[number % 6], D + timedelta(days=1 + days)
    with edit(office.app) as writer:
        taken = {row[2] for row in _standings(writer, key)}
        if since not in taken:
            standing(writer, key, (Standing.RETIRED, Standing.DIED, Standing.ACTIVE)[number % 3], since)


def _standings(writer: Writer, key: int) -> Sequence[Any]:
    return list(history(writer, "standing_history", ("code",), [key]))


def _promoted(office: Office, number: int, days: int) -> None:
    office.app.employees.add_state(
        office.people[number % 6], History.GRADE, D + timedelta(days=1 + days), {"grade_code": "33"}
    )


def _trained(office: Office, number: int, days: int) -> None:
    day = D + timedelta(days=1 + days)
    row = {"employee_id": office.people[number % 6], "name": f"Bimtek {number} {days}", "end_date": day}
    row |= {"name_key": f"bimtek {number} {days}", "year": day.year, "jp": 5, "jp_counted": 5, "verified": True}
    with edit(office.app) as writer:
        writing.insert_one(writer, "trainings", row)


ACTS: tuple[Act, ...] = (_new_person, _moved, _left, _promoted, _trained)
edits = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 8), st.integers(0, 900)), min_size=1, max_size=8)


@settings(max_examples=8, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(wanted=edits)
def test_what_holds_later_never_changes_the_headcount_of_a_day(
    fresh_store: Path, tmp_path_factory: pytest.TempPathFactory, wanted: Sequence[tuple[Act, int, int]]
) -> None:
    """New people, moves, grades, retirements, returns and trainings of later days."""
    folder = tmp_path_factory.mktemp("beku")
    shutil.copyfile(fresh_store, folder / STORE)
    app = open_app(folder, "penguji")
    try:
        office = make(app)
        reported = headcount(app, D)
        for act, number, days in wanted:
            # Nobody is promoted or moved after the retirement.
            with suppress(CannotDo):
                act(office, number, days)
        assert headcount(app, D) == reported
    finally:
        app.close()


def test_lists_of_a_day_are_as_they_were(office: Office) -> None:
    """Rows and names; an agency that is renamed later bears its old name."""
    app = office.app
    for act, number, days in ((_promoted, 1, 0), (_trained, 1, -30), (_moved, 3, -200)):
        act(office, number, days)

    def shown() -> dict[str, Any]:
        return {kind: app.lists.rows(kind, ListQuery(as_of=D))[1] for kind in LISTS}

    before = shown()
    app.agencies.rename(office.units[0], "Badan A", date(2024, 8, 1))
    app.agencies.add({"name": "Dinas Baru", "opened_on": date(2025, 1, 1)})
    _trained(office, 1, 5)
    _promoted(office, 3, 5)
    after = shown()
    for rows in (*before.values(), *after.values()):
        for row in rows:
            row.pop("former_names", None)
    assert after == before
    assert "Badan A" in {row["name"] for row in app.lists.rows("agencies", ListQuery())[1]}
    assert {row["agency"] for row in before["employees"]} >= {"Dinas A", "Bidang A1"}


def test_an_export_and_a_report_of_a_day_are_written(office: Office, tmp_path: Path) -> None:
    exported = office.app.exports.export("employees", tmp_path / "dulu.xlsx", query=ListQuery(as_of=D))
    assert exported == 5
    of_unit = office.app.exports.export("employees", tmp_path / "unit.xlsx", agency="Dinas A", query=ListQuery(as_of=D))
    assert of_unit == sum(node.people_in_all for node in office.app.agencies.tree(D) if node.name == "Dinas A")
    assert office.app.reports.write("employees", tmp_path / "lapor.xlsx", year=2024, as_of=D) == 2


def in_service(app: App, on: date, spans: Sequence[StandingSpan], **fields: Any) -> bool:
    """Whether somebody of these standings is there on a day, as far as a statement says."""
    with edit(app) as writer:
        savepoint = writer.connection.begin_nested()
        key = person(writer, 77, None, **fields)
        for since, until, code in spans:
            row = {"employee_id": key, "standing": "x", "code": code, "effective_date": since, "until": until}
            writing.insert_one(writer, "standing_history", row)
        found = {row.id for row in writer.connection.execute(employment.staff(writer, on))}
        savepoint.rollback()
    return key in found


@pytest.mark.parametrize(
    ("cpns", "number", "day"),
    [
        (date(2012, 5, 1), "198503122010011001", date(2012, 5, 1)),
        (None, "198503122010011001", date(2010, 1, 1)),
        (None, "198503122015121001", date(2015, 12, 1)),
        (None, "199607122024212002", date(2024, 1, 1)),
    ],
)
def test_the_appointment_is_what_the_record_or_else_the_nip_tells(
    app: App, cpns: date | None, number: str, day: date
) -> None:
    assert in_service(app, day, (), cpns_date=cpns, nip=number)
    assert not in_service(app, day - timedelta(days=1), (), cpns_date=cpns, nip=number)


LEAVE = StandingSpan(date(2020, 3, 1), date(2022, 2, 28), Standing.UNPAID_LEAVE)
RETIRED = StandingSpan(date(2025, 3, 1), None, Standing.RETIRED)
MOVED = StandingSpan(date(2021, 1, 1), None, Standing.MOVED_OUT)
DISMISSED = StandingSpan(date(2021, 1, 1), date(2021, 12, 31), Standing.DISMISSED)
UNKNOWN = StandingSpan(date(2023, 1, 1), None, None)


@pytest.mark.parametrize(
    ("spans", "day", "there"),
    [
        ([LEAVE], date(2021, 1, 1), True),
        ([RETIRED, LEAVE], date(2025, 2, 28), True),
        ([RETIRED, LEAVE], date(2025, 3, 1), False),
        ([MOVED, UNKNOWN], date(2022, 12, 31), False),
        ([MOVED, UNKNOWN], date(2023, 1, 1), True),
        ([DISMISSED], date(2021, 12, 31), False),
        ([DISMISSED], date(2022, 1, 1), True),
    ],
)
def test_the_newest_standing_that_holds_decides(app: App, spans: list[StandingSpan], day: date, there: bool) -> None:
    assert in_service(app, day, spans) is there


SPANS = st.lists(
    st.tuples(
        st.dates(date(2011, 1, 1), date(2026, 12, 31)),
        st.none() | st.integers(1, 2000),
        st.none() | st.sampled_from(Standing),
    ),
    max_size=4,
    unique_by=lambda it: it[0],
)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(spans=SPANS, began=st.none() | st.dates(date(2008, 1, 1), date(2026, 1, 1)), on=st.dates(date(2009, 1, 1)))
def test_the_statement_says_what_the_rule_says(
    office: Office, spans: list[tuple[date, int | None, Standing | None]], began: date | None, on: date
) -> None:
    """For any standings, appointments and days; the NIP of the person tells January 2010."""
    told = [StandingSpan(since, days and since + timedelta(days), code) for since, days, code in spans]
    expected = service_on(began or date(2010, 1, 1), told, on)
    assert in_service(office.app, on, told, cpns_date=began) is (expected in (Service.ACTIVE, Service.AWAY))
