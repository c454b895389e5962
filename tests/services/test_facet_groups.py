"""Counts beside values of a list made ready for words, or counted in halves, against those of the store in one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from db.queries import facets
from db.queries.facets import Group
from smartpns_desktop.app import App
from smartpns_desktop.services.facet_groups import FacetGroups
from smartpns_desktop.services.lists import PEOPLE, ListQuery, ListService, asked

FIELDS = ("root_agency_short", "service", "jp_band", "grade_group", "kind", "sex")


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    from smartpns_desktop.app import open_app

    app = open_app(tmp_path_factory.mktemp("kota"), "penguji")
    app.demo.fill(300)
    yield app
    app.close()


@contextmanager
def statements() -> Iterator[list[str]]:
    """What the store is asked meanwhile."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_others: object) -> None:
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", note)


@pytest.mark.parametrize("words", ["", "a", "siti", "19", "tidak ada siapa pun"])
@pytest.mark.parametrize("where", [(), (("sex", "F"),), (("kind", "PNS"), ("agency", ""))])
def test_a_ready_list_counts_as_the_store_does(city: App, words: str, where: tuple[tuple[str, str], ...]) -> None:
    ready, plain = ListService(city.database), ListService(city.database)
    ready.make_ready("employees", ListQuery(), FIELDS)
    query = ListQuery(search=words, where=where)
    with statements() as asked:
        counts = ready.facets("employees", query, FIELDS)
    assert not any("GROUP BY" in it for it in asked), "words alone are looked for"
    assert counts == plain.facets("employees", query, FIELDS)


def sexes(lists: ListService) -> dict[str, int]:
    """How many people there are of each sex."""
    return {it.value: it.count for it in lists.facets("employees", ListQuery(), FIELDS)["sex"]}


def test_what_was_ready_is_not_what_stands_after_a_change(city: App) -> None:
    lists = ListService(city.database)
    lists.make_ready("employees", ListQuery(), FIELDS)
    before = sexes(lists)
    (key,) = list(lists.keys("employees", ListQuery(where=(("sex", "F"),)), limit=1))
    city.employees.change(key, {"sex": "M"})
    after = sexes(lists)
    assert (after["F"], after["M"]) == (before["F"] - 1, before["M"] + 1)


def test_lists_of_many_rows_stay_with_the_store(city: App) -> None:
    lists = ListService(city.database)
    with statements() as asked:
        lists.make_ready("trainings", ListQuery(), ("year",))
    assert asked == []


def test_halves_are_counted_as_the_whole(city: App) -> None:
    with asked(city.database, PEOPLE, ListQuery(), FIELDS) as (reader, listing, wanted):
        whole = facets.groups(reader, listing, wanted, FIELDS)
        halves = [facets.groups(reader, half, wanted, FIELDS) for half in facets.halves(reader, listing)]
        at_once = FacetGroups(city.database).of(reader, listing, wanted, FIELDS, "state", halved=True)
    assert all(halves)
    assert sum(count for _values, count in whole) == city.lists.count(PEOPLE, ListQuery())
    assert added(at_once) == added(halves[0] + halves[1]) == added(whole)


def test_both_halves_are_of_one_moment(city: App) -> None:
    with asked(city.database, PEOPLE, ListQuery(), FIELDS) as (reader, listing, wanted):
        before = facets.groups(reader, listing, wanted, FIELDS)
        keys = city.lists.keys(PEOPLE, ListQuery())
        for key in (min(keys), max(keys)):
            city.employees.change(key, {"sex": "F" if city.lists.by_keys(PEOPLE, [key])[0]["sex"] == "M" else "M"})
        seen = FacetGroups(city.database).of(reader, listing, wanted, FIELDS, "state", halved=True)
    assert added(seen) == added(before), "what is written meanwhile is seen in no half"


def test_a_list_without_people_has_no_groups(tmp_path: Path) -> None:
    from smartpns_desktop.app import open_app

    app = open_app(tmp_path, "penguji")
    assert app.lists.facets(PEOPLE, ListQuery(), FIELDS) == dict.fromkeys(FIELDS, ())
    app.close()


def added(groups: Iterable[Group]) -> Counter[tuple[Any, ...]]:
    """How many rows there are of each combination, however often it is told."""
    counts: Counter[tuple[Any, ...]] = Counter()
    for values, count in groups:
        counts[values] += count
    return counts
