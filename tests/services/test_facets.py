"""Counts beside values, sums and orders of lists, held against counting the rows by hand."""

from __future__ import annotations

import shutil
import string
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smartpns_desktop.app import STORE, App, open_app
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.demo.service import REFERENCE_DAY
from smartpns_desktop.services.lists import FacetValue, ListQuery, Sort

YEAR = REFERENCE_DAY.year
FIELDS = {
    "employees": "root_agency root_agency_short jp_band grade_group kind sex age_band standing education_level".split(),
    "trainings": "year form verified source root_agency".split(),
    "study-needs": "agency level funding status period".split(),
}
SORTED = {
    "employees": "nip name birth_date agency root_agency sex jp jp_counted age post_date graduation_date".split(),
    "trainings": "person year jp start certificate organiser verified".split(),
    "study-needs": "agency level period amount_apbd funding".split(),
}
FOLD = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)

Row = dict[str, Any]


class City:
    """A city that no test changes, and all its rows by kind."""

    def __init__(self, app: App) -> None:
        self.app, self.lists = app, app.lists
        self.keys = {kind: list(app.lists.keys(kind, ListQuery(year=YEAR))) for kind in FIELDS}
        self.rows = {kind: app.lists.by_keys(kind, keys, year=YEAR) for kind, keys in self.keys.items()}

    def matching(self, kind: str, query: ListQuery, *, but: str = "") -> list[Row]:
        """The rows that match, looked through one by one; what is wanted of one field may be left out."""
        wanted: dict[str, list[str]] = defaultdict(list)
        for name, value in query.where:
            wanted[name].append(folded(value))
        wanted.pop(but, None)
        found = set(self.lists.keys(kind, ListQuery(query.search)))
        return [
            row
            for key, row in zip(self.keys[kind], self.rows[kind], strict=True)
            if key in found and all(folded(row[name]) in values for name, values in wanted.items())
        ]


def folded(value: object) -> str:
    return "" if value is None else str(value).translate(FOLD)


@pytest.fixture(scope="module")
def city(fresh_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[City]:
    """A hundred people with their trainings, and the plans of the agencies."""
    folder = tmp_path_factory.mktemp("city")
    shutil.copyfile(fresh_store, folder / STORE)
    app = open_app(folder, "penguji")
    app.demo.fill(100)
    yield City(app)
    app.close()


def queries(data: st.DataObject, city: City) -> tuple[str, ListQuery]:
    kind = data.draw(st.sampled_from(list(FIELDS)))
    field = st.sampled_from(FIELDS[kind])
    values = {name: sorted({str(row[name] or "") for row in city.rows[kind]}) for name in FIELDS[kind]}
    pairs = st.builds(
        lambda name, place: (name, [*values[name], "tidak ada"][place % (len(values[name]) + 1)]),
        field,
        st.integers(0, 50),
    )
    where = data.draw(st.lists(pairs, max_size=4))
    return kind, ListQuery(data.draw(st.sampled_from(["", "a", "an s", "kes"])), tuple(where), year=YEAR)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_facets_count_what_a_further_choice_would_show(city: City, data: st.DataObject) -> None:
    kind, query = queries(data, city)
    fields = data.draw(st.lists(st.sampled_from(FIELDS[kind]), min_size=1, max_size=5, unique=True))
    found = city.lists.facets(kind, query, fields)
    assert list(found) == fields
    for name, values in found.items():
        by_hand = Counter(folded(row[name]) for row in city.matching(kind, query, but=name))
        assert {folded(it.value): it.count for it in values} == by_hand
        assert len(values) == len(by_hand)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_keys_counts_and_sums_are_those_of_the_rows_that_match(city: City, data: st.DataObject) -> None:
    kind, query = queries(data, city)
    rows = city.matching(kind, query)
    keys = city.lists.keys(kind, query)
    assert [row["key"] for row in rows] == list(keys)
    assert city.lists.count(kind, query) == len(rows)
    number = {"study-needs": "amount_apbd"}.get(kind, "jp_counted")
    total = pytest.approx(sum(row[number] or 0 for row in rows))
    assert city.lists.totals(kind, query, [number]) == {number: total}
    assert city.lists.totals(kind, keys, [number], year=YEAR) == {number: total}


@pytest.mark.parametrize(("kind", "field"), [(kind, field) for kind, fields in SORTED.items() for field in fields])
@pytest.mark.parametrize("descending", [False, True])
def test_a_sort_goes_before_the_own_order_and_what_is_not_told_stands_last(
    city: City, kind: str, field: str, descending: bool
) -> None:
    keys = city.lists.keys(kind, ListQuery(sort=(Sort(field, descending),), year=YEAR))
    rows = dict(zip(city.keys[kind], city.rows[kind], strict=True))
    told = [key for key in city.keys[kind] if rows[key][field] not in (None, "")]
    expected = sorted(told, key=lambda key: sorting(kind, field, rows[key][field]), reverse=descending)
    if descending:
        expected = stable(expected, lambda key: sorting(kind, field, rows[key][field]), city.keys[kind])
    assert list(keys) == expected + [key for key in city.keys[kind] if key not in set(told)]


def sorting(kind: str, field: str, value: Any) -> Any:
    """How a value sorts: numbers by size, the list's own columns as they are, other texts whatever their case."""
    if isinstance(value, int | float):
        return value
    if (kind, field) == ("study-needs", "level"):
        return value
    own = {"employees": ("name", "nip"), "trainings": ("person", "start"), "study-needs": ("agency",)}
    return str(value) if field in own[kind] else folded(value)


def stable(keys: Sequence[int], value: Any, own: Sequence[int]) -> list[int]:
    """Equal values in the list's own order, whichever way the values go."""
    places = {key: place for place, key in enumerate(own)}
    values = list(dict.fromkeys(map(value, keys)))
    return sorted(keys, key=lambda key: (values.index(value(key)), places[key]))


def test_a_second_sort_settles_what_the_first_leaves_open(city: City) -> None:
    rows = city.lists.rows("employees", ListQuery(sort=(Sort("sex"), Sort("birth_date", descending=True))))[1]
    expected = sorted(rows, key=lambda row: row["birth_date"], reverse=True)
    expected.sort(key=lambda row: row["sex"])
    assert [(row["sex"], row["birth_date"]) for row in rows] == [(row["sex"], row["birth_date"]) for row in expected]


def test_grades_levels_and_bands_sort_as_they_rank(city: City) -> None:
    def values(field: str) -> list[str]:
        rows = city.lists.rows("employees", ListQuery(sort=(Sort(field),), year=YEAR))[1]
        return list(dict.fromkeys(row[field] for row in rows if row[field] is not None))

    assert values("jp_band") == ["none", "below", "met"]
    bands = ["<30", "30-39", "40-49", "50+"]
    assert values("age_band") == [band for band in bands if band in values("age_band")]
    levels = values("education_level")
    assert levels.index("SLTA") < levels.index("S-1/Sarjana") < levels.index("S-2")


def test_values_with_an_order_of_their_own_stand_in_it(city: City) -> None:
    facets = city.lists.facets("employees", ListQuery(year=YEAR), ["grade_group", "jp_band", "kind"])
    assert [it.value for it in facets["grade_group"]] == ["II", "III", "IV", "PPPK"]
    assert [it.value for it in facets["jp_band"]] == ["none", "below", "met", ""]
    counts = [it.count for it in facets["kind"]]
    assert counts == sorted(counts, reverse=True)
    years = [it.value for it in city.lists.facets("trainings", ListQuery(), ["year"])["year"]]
    assert years == sorted(years, reverse=True)


def test_jp_of_a_year_are_the_sums_of_that_years_trainings(city: City) -> None:
    for year in (YEAR, YEAR - 1):
        sums: dict[str, float] = defaultdict(float)
        for row in city.rows["trainings"]:
            if row["year"] == year:
                sums[row["nip"]] += row["jp_counted"] or 0
        for row in city.lists.by_keys("employees", city.keys["employees"], year=year):
            assert row["jp_counted"] == pytest.approx(sums[row["nip"]])
            band = "none" if not sums[row["nip"]] else "met" if sums[row["nip"]] >= 20 else "below"
            assert row["jp_band"] == (None if row["kind"] == "PPPK" else band)


def test_a_year_before_the_rule_asks_for_no_jp(city: City) -> None:
    rows = city.lists.by_keys("employees", city.keys["employees"], year=1990)
    assert {(row["jp_counted"], row["jp_band"]) for row in rows} == {(0.0, None)}


def test_the_root_is_the_agency_at_the_top(city: City) -> None:
    agencies = {row["name"]: row for row in city.lists.rows("agencies", ListQuery())[1]}
    for row in city.rows["employees"]:
        top = agencies[row["agency"]]
        while top["parent"] is not None:
            top = agencies[top["parent"]]
        assert (row["root_agency"], row["root_agency_short"]) == (top["name"], top["short_name"] or top["name"])


def test_spellings_that_a_filter_takes_for_one_are_counted_as_one(app: App, city: City) -> None:
    for number, religion in enumerate(("Islam", "ISLAM", "islam", "Islam")):
        app.employees.add({"nip": city.rows["employees"][number]["nip"], "name": "Budi", "religion": religion})
    assert app.lists.facets("employees", ListQuery(), ["religion"])["religion"] == (FacetValue("Islam", 4),)
    assert app.lists.count("employees", ListQuery(where=(("religion", "Islam"),))) == 4


@pytest.mark.parametrize(
    "ask",
    [
        lambda lists: lists.facets("employees", ListQuery(), ["golongan"]),
        lambda lists: lists.totals("employees", ListQuery(), ["golongan"]),
        lambda lists: lists.keys("employees", ListQuery(sort=(Sort("golongan"),))),
        lambda lists: lists.facets("employees", ListQuery(where=(("golongan", "I"),)), ["sex"]),
    ],
)
def test_fields_that_we_do_not_have_are_refused(city: City, ask: Any) -> None:
    with pytest.raises(CannotDo) as raised:
        ask(city.lists)
    assert (raised.value.code, raised.value.facts["field"]) == ("argument.unknown_field", "golongan")
