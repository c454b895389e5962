"""A year's JP counted by the organisation and the people as they were at its end, or on another day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from db import Writer
from db.queries import writing
from smartpns_desktop.app import App
from smartpns_desktop.domain.employment import IN_SERVICE
from smartpns_desktop.services.employee_states import History
from smartpns_desktop.services.jp_figures import jp_of_year, roots_of
from smartpns_desktop.services.lists import ListQuery
from tests.services.edit_checks import edit
from tests.services.imports.outcomes import nip

END = date(2024, 12, 31)
LATER = date(2025, 3, 1)


def person(writer: Writer, number: int, agency: int) -> int:
    row = {"nip": nip(number), "name": f"Orang {number}", "kind": "PNS", "sex": "F"}
    key = writing.insert_one(writer, "employees", row)
    writing.insert_one(writer, "post_history", {"employee_id": key, "effective_date": None, "agency_id": agency})
    return key


def trained(writer: Writer, person: int, day: date, jp: float) -> None:
    row = {"employee_id": person, "name": f"Bimtek {day}", "name_key": f"bimtek {day}", "end_date": day}
    row |= {"year": day.year, "jp": jp, "jp_counted": jp, "verified": True}
    writing.insert_one(writer, "trainings", row)


def city(app: App) -> dict[str, int]:
    """Dinas A with Bidang A1 below it, Dinas B; one person in each, with 30, 10 and 20 JP of 2024."""
    keys: dict[str, int] = {}
    for name, parent in (("Dinas A", None), ("Dinas B", None), ("Bidang A1", "Dinas A")):
        keys[name] = app.agencies.add({"name": name, "parent_id": None if parent is None else keys[parent]})[0]
    with edit(app) as writer:
        for number, (name, jp) in enumerate((("Dinas A", 30), ("Bidang A1", 10), ("Dinas B", 20)), 1):
            keys[f"orang {number}"] = person(writer, number, keys[name])
            trained(writer, keys[f"orang {number}"], date(2024, 5, number), jp)
    return keys


def report(app: App, year: int, as_of: date | None = None) -> dict[str, tuple[int, float]]:
    """People and counted JP by the names that the report bears."""
    return {str(row[0]): (row[1], row[3]) for row in app.reports.make("jp", year=year, as_of=as_of).rows}


def listed(app: App, on: date) -> Mapping[str, int]:
    """People by agency as the list of employees of a day counts them."""
    found = app.lists.facets("employees", ListQuery(where=IN_SERVICE, as_of=on), ("root_agency",))
    return {it.value: it.count for it in found["root_agency"] if it.value}


def test_a_year_that_is_over_keeps_names_and_places_of_its_end(app: App) -> None:
    """Renames, moves and mergers of later days tell nothing about it."""
    keys = city(app)
    before = report(app, 2024)
    assert before == {"Dinas A": (2, 40.0), "Dinas B": (1, 20.0)}
    app.agencies.move(keys["Bidang A1"], keys["Dinas B"], LATER)
    app.agencies.rename(keys["Dinas A"], "Badan A", LATER)
    app.employees.add_state(keys["orang 1"], History.POST, LATER, {"agency_id": keys["Dinas B"]})
    assert report(app, 2024) == before == report(app, 2024, END)
    assert {name: people for name, (people, _) in before.items()} == listed(app, END)
    now = {name: people for name, (people, _) in report(app, 2025).items()}
    assert now == {"Dinas B": 3} == listed(app, date(2025, 12, 31))


def test_the_figures_of_a_year_name_the_agencies_as_they_were(app: App) -> None:
    """The first page's agencies lead into a list that bears the same names."""
    keys = city(app)
    app.agencies.merge(keys["Dinas A"], keys["Dinas B"], LATER)
    told = {it.name: it.jp.people for it in app.dashboard.figures(2024).agencies}
    assert told == {"Dinas A": 2, "Dinas B": 1} == listed(app, END)
    assert {it.name: it.jp.people for it in app.dashboard.figures(2025).agencies} == {"Dinas B": 3}


def test_the_report_of_employees_bears_the_names_of_its_day(app: App) -> None:
    keys = city(app)
    app.agencies.rename(keys["Dinas A"], "Badan A", LATER)
    assert [row[0] for row in app.reports.make("employees", year=2024, as_of=END).rows] == ["Dinas A", "Dinas B"]
    assert [row[0] for row in app.reports.make("employees", year=2026).rows] == ["Badan A", "Dinas B"]


def test_agencies_that_once_hung_below_each_other_are_climbed_once(app: App) -> None:
    """Histories may say so; each then counts for the last one above it."""
    keys = city(app)
    one, other = keys["Dinas A"], keys["Dinas B"]
    with edit(app) as writer:
        for agency, parent in ((one, other), (other, one)):
            row = {"agency_id": agency, "parent_id": parent, "used_until": LATER}
            writing.insert_one(writer, "agency_parents", row)
    with app.database.read() as reader:
        tops = roots_of(reader, END)
        assert {tops[one].id, tops[other].id} <= {one, other}
        assert jp_of_year(reader, 2024).total.people == 3
        assert roots_of(reader, date.today())[one].id == one
