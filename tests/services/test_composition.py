"""The make-up of the people in service: each number is the count of the rows that it opens."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from smartpns_desktop.app import STORE, App, open_app
from smartpns_desktop.domain.employment import IN_SERVICE
from smartpns_desktop.services.composition import BELOW, CHARTS, MET, NONE, Where
from smartpns_desktop.services.employee_states import History
from smartpns_desktop.services.lists import ListQuery

YEAR = 2026
LAST_YEAR = date(2025, 6, 30)


@pytest.fixture(scope="module")
def city_store(fresh_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store with a small invented city."""
    folder = tmp_path_factory.mktemp("city")
    shutil.copyfile(fresh_store, folder / STORE)
    app = open_app(folder, "penguji")
    app.demo.fill(80, today=date(YEAR, 11, 22))
    app.close()
    return folder / STORE


@pytest.fixture
def city(city_store: Path, tmp_path: Path) -> Iterator[App]:
    """The program on that city."""
    shutil.copyfile(city_store, tmp_path / STORE)
    app = open_app(tmp_path, "penguji")
    yield app
    app.close()


def listed(app: App, where: Where, as_of: date | None = None) -> int:
    return app.lists.count("employees", ListQuery(where=where, as_of=as_of, year=YEAR))


def scopes(app: App) -> list[Where]:
    """Everybody, the agency with most units, one of its units, and two of them."""
    agency = max(
        app.composition.places(), key=lambda it: len(app.composition.coverage(YEAR, (("root_agency", it),)).rows)
    )
    whole = (("root_agency", agency),)
    one, two, three, *_ = (row.place for row in app.composition.coverage(YEAR, whole).rows)
    return [(), whole, (*whole, ("agency", one)), (*whole, ("agency", two), ("agency", three))]


@pytest.mark.parametrize("as_of", [None, LAST_YEAR])
def test_every_part_of_every_chart_is_the_count_of_its_rows(city: App, as_of: date | None) -> None:
    for scope in scopes(city):
        found = city.composition.composition(scope, as_of)
        assert found.people == listed(city, found.where, as_of) > 0
        assert [it.field for it in found.charts] == [*CHARTS, "agency" if scope else "root_agency"]
        for chart in found.charts:
            assert sum(part.count for part in chart.parts) == found.people
            for part in chart.parts:
                assert part.count == listed(city, part.where, as_of), (chart.field, part.value)


@pytest.mark.parametrize("as_of", [None, LAST_YEAR])
def test_every_number_of_the_coverage_is_the_count_of_its_rows(city: App, as_of: date | None) -> None:
    for scope in scopes(city):
        found = city.composition.coverage(YEAR, scope, as_of)
        for row in (found.total, *found.rows):
            assert row.people == listed(city, row.where, as_of)
            for count, bands in ((row.none, (NONE,)), (row.below, (BELOW,)), (row.met, (MET,)), (row.exempt, ("",))):
                assert count == listed(city, row.band(*bands), as_of), row.place
            assert row.none + row.below == listed(city, row.band(NONE, BELOW), as_of)
        assert sum(row.people for row in found.rows) == found.total.people


def test_people_without_an_agency_and_without_data_are_counted_too(app: App) -> None:
    app.employees.add({"nip": "198503122010012001", "name": "Siti Aminah"})
    app.employees.add({"nip": "199001012021211001", "name": "Budi Santoso"})
    found = app.composition.composition()
    assert found.people == 2
    parts = {chart.field: [(part.value, part.count) for part in chart.parts] for chart in found.charts}
    assert parts["root_agency"] == parts["education_level"] == [("", 2)]
    coverage = app.composition.coverage(YEAR)
    assert [(row.place, row.none, row.below, row.met, row.exempt) for row in coverage.rows] == [("", 1, 0, 0, 1)]
    assert coverage.total.share == 0.0


def test_levels_of_education_and_ages_stand_in_their_own_order(city: App) -> None:
    found = city.composition.composition().charts
    charts = {chart.field: [part.value for part in chart.parts if part.value] for chart in found}
    rows = city.lists.rows("education-levels", ListQuery())[1]
    levels = [row["name"] for row in sorted(rows, key=lambda it: it["code"])]
    assert charts["education_level"] == [it for it in levels if it in charts["education_level"]]
    assert charts["age_band"] == [it for it in ("<30", "30-39", "40-49", "50+") if it in charts["age_band"]]


def test_who_has_left_is_not_counted(city: App) -> None:
    before = city.composition.composition().people
    key = city.lists.keys("employees", ListQuery(where=IN_SERVICE))[0]
    city.employees.add_state(key, History.STANDING, date.today(), {"standing": "Pensiun"})
    assert city.composition.composition().people == before - 1


def test_jp_move_somebody_from_one_number_to_the_other(app: App) -> None:
    key, _ = app.employees.add({"nip": "198503122010012001", "name": "Siti Aminah"})
    for jp, expected in ((8, (0, 1, 0)), (12, (0, 0, 1))):
        app.trainings.add({"employee_id": key, "name": f"Bimtek {jp}", "jp": jp, "start_date": date(YEAR, 3, 2),
                           "end_date": date(YEAR, 3, 3)})  # fmt: skip
        total = app.composition.coverage(YEAR).total
        assert (total.none, total.below, total.met) == expected
    assert total.share == 100.0
