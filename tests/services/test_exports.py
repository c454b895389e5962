"""Exports of what a list shows or of what was chosen in it, in its order, and as the importer reads it back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from smartpns_desktop.app import App
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange.columns import SPECS
from smartpns_desktop.services.lists import ListQuery, Sort
from tests.conftest import Fill, SheetWriter
from tests.services.imports.outcomes import counts

FIELDS = {
    "employees": "nip",
    "trainings": "name",
    "study-needs": "programme",
    "agencies": "name",
    "grade-history": "grade",
    "post-history": "post",
    "education-history": "education",
    "standing-history": "nip",
}
QUERIES = {
    "employees": ListQuery("a", where=(("kind", "PNS"), ("kind", "CPNS")), sort=(Sort("birth_date", descending=True),)),
    "trainings": ListQuery(where=(("year", "2026"), ("year", "2025")), sort=(Sort("jp"), Sort("certificate"))),
    "study-needs": ListQuery(where=(("funding", "APBD"), ("funding", "APBN")), sort=(Sort("programme"),)),
    "grade-history": ListQuery(where=(("grade", "III/a"), ("grade", "III/b")), sort=(Sort("grade_date"),)),
    "post-history": ListQuery("dinas", sort=(Sort("post"),)),
    "education-history": ListQuery(where=(("education_level", "S-1/Sarjana"),), sort=(Sort("school"),)),
    "standing-history": ListQuery("an i", where=(("standing", "Aktif"),)),
    "agencies": ListQuery("dinas", sort=(Sort("code", descending=True),)),
}


def fill_city(app: App, _sheet: SheetWriter) -> None:
    app.demo.fill(60)


@pytest.fixture
def city(filled_app: Callable[[Fill], App]) -> App:
    """Sixty people."""
    return filled_app(fill_city)


def title_of(kind: str) -> str:
    return SPECS[kind].column(FIELDS[kind]).heading


def exported(path: Path, title: str) -> list[str]:
    """The cells under a title in an exported workbook."""
    rows = [list(row) for row in load_workbook(path).worksheets[0].iter_rows(values_only=True)]
    head = next(number for number, row in enumerate(rows) if title in row)
    place = rows[head].index(title)
    return [str(row[place]) for row in rows[head + 1 :] if row[place] is not None]


@pytest.mark.parametrize("kind", QUERIES)
def test_what_is_filtered_is_written_in_its_order_and_read_back_as_the_same(
    city: App, tmp_path: Path, kind: str
) -> None:
    out, query = tmp_path / "out.xlsx", QUERIES[kind]
    count, rows = city.lists.rows(kind, query)
    assert 0 < count < city.lists.count(kind, ListQuery())
    assert city.exports.export(kind, out, query=query) == count
    assert exported(out, title_of(kind)) == [row[FIELDS[kind]] for row in rows]
    assert counts(city.imports.plan(out)) == {"same": count}


@pytest.mark.parametrize("kind", QUERIES)
def test_what_is_chosen_is_written_in_the_order_of_the_list(city: App, tmp_path: Path, kind: str) -> None:
    out, query = tmp_path / "out.xlsx", QUERIES[kind]
    chosen = list(city.lists.keys(kind, query))[1::2]
    assert city.exports.export(kind, out, query=query, keys=chosen[::-1]) == len(chosen)
    assert exported(out, title_of(kind)) == [row[FIELDS[kind]] for row in city.lists.by_keys(kind, chosen)]
    assert city.exports.export(kind, out, keys=chosen) == len(chosen)
    assert city.exports.export(kind, out, keys=[]) == 0


def test_what_narrows_otherwise_still_narrows(city: App, tmp_path: Path) -> None:
    query = ListQuery(where=(("verified", "ya"),))
    both = ListQuery(where=(("verified", "ya"), ("year", "2026")))
    assert city.exports.export("trainings", tmp_path / "out.xlsx", year=2026, query=query) == city.lists.count(
        "trainings", both
    )


def test_a_query_that_cannot_be_asked_writes_nothing(city: App, tmp_path: Path) -> None:
    with pytest.raises(CannotDo) as raised:
        city.exports.export("employees", tmp_path / "out.xlsx", query=ListQuery(where=(("golongan", "I"),)))
    assert raised.value.code == "argument.unknown_field"
    assert not (tmp_path / "out.xlsx").exists()
