"""Counts beside values once a list is ready for words, against those that the store counts itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Engine, event

from smartpns_desktop.app import App
from smartpns_desktop.services.lists import ListQuery, ListService

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
