"""The tree of agencies as it stood on a day: names, codes, places, openings and closings."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.services.agencies import AgencyNode
from smartpns_desktop.services.employee_states import History
from tests.services.edit_checks import done, refused
from tests.services.imports.outcomes import nip

DAY = date(2024, 6, 1)
BEFORE = DAY - timedelta(days=1)


def paths(app: App, on: date | None = None) -> dict[str, int]:
    """Every node by its way from the top, with the people in it and below; closed ones in brackets."""
    found = {}

    def walk(nodes: tuple[AgencyNode, ...], above: str) -> None:
        for node in nodes:
            name = f"[{node.name}]" if node.closed_on else node.name
            found[f"{above}{name}"] = node.people_in_all
            walk(node.units, f"{above}{name} > ")

    walk(app.agencies.tree(on), "")
    return found


@pytest.fixture
def unit(app: App) -> tuple[int, int, int]:
    """Dinas A with a unit in which one person has been since 2020, and Dinas B."""
    a, _ = app.agencies.add({"name": "Dinas A", "code": "A"})
    b, _ = app.agencies.add({"name": "Dinas B", "code": "B"})
    key, _ = app.agencies.add({"name": "Bidang Data", "parent_id": a, "code": "A.1"})
    post = (History.POST, date(2020, 1, 1), {"post": "Analis", "agency_id": key})
    app.employees.add({"nip": nip(1), "name": "Siti"}, [post])
    return a, b, key


def test_a_unit_that_moved_stands_where_it_stood(app: App, unit: tuple[int, int, int]) -> None:
    _, b, key = unit
    done(app, lambda: app.agencies.move(key, b, DAY), "Pindahkan Bidang Data ke Dinas B")
    assert paths(app, BEFORE) == {"Dinas A": 1, "Dinas A > Bidang Data": 1, "Dinas B": 0}
    assert paths(app, DAY) == {"Dinas A": 0, "Dinas B": 1, "Dinas B > Bidang Data": 1}
    assert paths(app) == paths(app, DAY)


def test_it_may_move_again_and_back(app: App, unit: tuple[int, int, int]) -> None:
    a, b, key = unit
    app.agencies.move(key, b, DAY)
    app.agencies.move(key, None, date(2025, 1, 1))
    app.agencies.move(key, a, date(2026, 1, 1))
    told = [paths(app, on) for on in (BEFORE, DAY, date(2025, 1, 1), date(2026, 1, 1))]
    assert ["Dinas A > Bidang Data" in it for it in told] == [True, False, False, True]
    assert ["Dinas B > Bidang Data" in it for it in told] == [False, True, False, False]
    assert "Bidang Data" in told[2]


def test_names_and_codes_are_those_of_the_day(app: App, unit: tuple[int, int, int]) -> None:
    a, _, _ = unit
    app.agencies.rename(a, "Dinas Alfa", DAY)
    app.agencies.rename(a, "Dinas A", date(2025, 1, 1))
    app.agencies.rename(a, "Dinas Anggrek", date(2026, 1, 1))
    app.agencies.change(a, {"code": "AA"}, DAY)
    days = (BEFORE, DAY, date(2025, 6, 1), date(2026, 1, 1))
    trees = [{it.key: it for it in app.agencies.tree(on)} for on in days]
    assert [it[a].name for it in trees] == ["Dinas A", "Dinas Alfa", "Dinas A", "Dinas Anggrek"]
    assert [it[a].code for it in trees] == ["A", "AA", "AA", "AA"]


def test_a_closed_agency_stands_up_to_its_closing(app: App, unit: tuple[int, int, int]) -> None:
    app.agencies.close(unit[1], DAY)
    assert "Dinas B" in paths(app, BEFORE)
    assert "[Dinas B]" in paths(app, DAY)


def test_what_began_later_is_not_there_yet(app: App, unit: tuple[int, int, int]) -> None:
    app.agencies.add({"name": "Dinas C", "opened_on": DAY})
    assert ("Dinas C" in paths(app, BEFORE), "Dinas C" in paths(app, DAY)) == (False, True)
    app.agencies.change(unit[2], {"opened_on": date(2021, 1, 1)})
    # Somebody is recorded there before it was: nobody is lost.
    assert paths(app, date(2020, 6, 1))["Dinas A > Bidang Data"] == 1


def test_a_merger_shows_both_before_and_one_after(app: App, unit: tuple[int, int, int]) -> None:
    a, b, _ = unit
    app.agencies.merge(a, b, DAY)
    assert paths(app, BEFORE) == {"Dinas A": 1, "Dinas A > Bidang Data": 1, "Dinas B": 0}
    assert paths(app, DAY) == {"[Dinas A]": 0, "Dinas B": 1, "Dinas B > Bidang Data": 1}


def test_nothing_is_left_before_it_held(app: App, unit: tuple[int, int, int]) -> None:
    a, b, key = unit
    app.agencies.rename(a, "Dinas Alfa", DAY)
    app.agencies.move(key, b, DAY)
    early = {"agency": "Dinas Alfa", "date": DAY.isoformat()}
    refused(app, "agency.too_early", lambda: app.agencies.rename(a, "Dinas C", BEFORE), **early)
    refused(app, "agency.too_early", lambda: app.agencies.move(key, a, BEFORE), agency="Bidang Data")
    new, _ = app.agencies.add({"name": "Dinas Baru", "opened_on": DAY})
    refused(app, "agency.too_early", lambda: app.agencies.close(new, BEFORE), agency="Dinas Baru")
    refused(app, "agency.too_early", lambda: app.agencies.merge(new, b, BEFORE))


def test_several_changes_of_one_day_keep_the_state_before_it(app: App, unit: tuple[int, int, int]) -> None:
    a, b, key = unit
    app.agencies.rename(a, "Dinas Alfa", DAY)
    app.agencies.rename(a, "Dinas Anggrek", DAY)
    app.agencies.move(key, b, DAY)
    app.agencies.move(key, None, DAY)
    assert set(paths(app, BEFORE)) == {"Dinas A", "Dinas A > Bidang Data", "Dinas B"}
    assert set(paths(app, DAY)) == {"Dinas Anggrek", "Bidang Data", "Dinas B"}


def test_history_tells_what_became_of_an_agency(app: App, unit: tuple[int, int, int]) -> None:
    a, b, key = unit
    app.agencies.rename(a, "Dinas Alfa", date(2023, 1, 1))
    app.agencies.move(key, b, DAY)
    app.agencies.merge(a, b, date(2025, 1, 1))
    assert [(it.day, it.text) for it in app.agencies.history(a)] == [
        (date(2025, 1, 1), "Ditutup"),
        (date(2025, 1, 1), "Digabungkan ke Dinas B"),
        (date(2023, 1, 1), "Berganti nama dari Dinas A menjadi Dinas Alfa"),
    ]
    assert [it.text for it in app.agencies.history(key)] == ["Pindah dari Dinas Alfa ke Dinas B"]
    assert [it.text for it in app.agencies.history(b)] == ["Menerima Dinas Alfa"]
