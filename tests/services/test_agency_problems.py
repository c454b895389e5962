"""What is told about an agency or unit while it is typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.words.problems import say as say_problem

DAY = date(2026, 5, 1)


@dataclass(frozen=True)
class City:
    """Dinas A with the unit Aplikasi, and Dinas B."""

    a: int
    apps: int
    b: int


@pytest.fixture
def city(app: App) -> City:
    a, _ = app.agencies.add({"name": "Dinas A", "code": "A"})
    apps, _ = app.agencies.add({"name": "Bidang Aplikasi", "parent_id": a})
    b, _ = app.agencies.add({"name": "Dinas B", "code": "B"})
    return City(a, apps, b)


@pytest.mark.parametrize(
    ("values", "of", "told"),
    [
        ({"name": "Dinas C", "code": "C"}, None, []),
        ({"code": "A"}, None, [("name.missing", "name"), ("agency.code_taken", "code")]),
        ({"name": "DINAS  b"}, None, [("agency.name_taken", "name")]),
        ({"name": "Bidang Baru", "kind": "seksi"}, None, [("value.not_in_list", "kind")]),
        ({"code": "A"}, "a", []),
        ({"name": "Dinas B"}, "a", [("agency.name_taken", "name")]),
        ({"name": ""}, "a", [("name.missing", "name")]),
        ({"parent_id": "apps"}, "a", [("agency.own_ancestor", "parent_id")]),
        ({"parent_id": "b"}, "a", [("agency.closed", "parent_id")]),
    ],
)
def test_problems_are_told_while_one_types(
    app: App, city: City, values: dict[str, Any], of: str | None, told: list[tuple[str, str]]
) -> None:
    if "parent_id" in values:
        app.agencies.close(city.b, DAY)
        values = {"parent_id": getattr(city, values["parent_id"])}
    found = app.agencies.problems(values, getattr(city, of) if of else None)
    assert [(problem.code, problem.column) for problem in found] == told
    assert all(say_problem(problem) for problem in found)


def test_problems_of_a_merge_are_told_while_one_types(app: App, city: City) -> None:
    def told(into: int | None) -> list[tuple[str, str]]:
        return [(it.code, it.value) for it in app.agencies.merge_problems(city.a, into)]

    assert told(None) == told(city.b) == []
    assert told(city.apps) == [("agency.merge_inside", "Dinas A")]
    app.agencies.close(city.b, DAY)
    assert told(city.b) == [("agency.closed", "Dinas B")]
