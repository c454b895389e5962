"""Lists: keys in order, records by key, words and fields that narrow, and the state of a past day."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from datetime import date

import pytest

from db.queries.listing import PAGE
from smartpns_desktop.app import App
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.lists import ListQuery
from tests.conftest import Cell, Fill, SheetWriter
from tests.services.imports.outcomes import imported, nip

SITI, BUDI, JOSE, PERSEN = nip(1), nip(2), nip(3, born="19900417", since="201903", sex=1), nip(4)
HEADING = ["NIP", "Gelar Depan", "Nama", "NIK", "Golongan", "TMT Golongan", "TMT CPNS", "Unit Kerja", "Status"]
ROWS: list[list[Cell]] = [
    [SITI, None, "Siti Nurhaliza Aminah", "6474015203850001", "III/b", "01-04-2018", "01-01-2010", "Dinas A", "P"],
    [BUDI, "dr.", "BUDI", None, "III/a", "01-04-2020", "13-03-2019", "Dinas B", "C"],
    [JOSE, None, "JOSÉ Ñame", None, "IX", "01-01-2021", "01-03-2019", "Dinas A", "PPPK"],
    [PERSEN, None, "Per_sen 100%", None, None, None, None, None, None],
]


def fill_office(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet([HEADING, *ROWS], "people.xlsx"))
    courses: list[list[Cell]] = [
        ["NIP", "Nama Pelatihan", "Mulai", "JP", "Terverifikasi"],
        [SITI, "Seminar Arsip", date(2026, 3, 2), 4.5, "Ya"],
        [BUDI, "Bimtek Siti Nurbaya", date(2025, 3, 2), 20, "Tidak"],
    ]
    imported(app, sheet(courses, "trainings.xlsx"))
    form: list[list[Cell]] = [
        ["Perangkat Daerah", "Periode", "Jenjang", "Program Studi", "2026", "2027"],
        ["Dinas A", "2026-2030", "S-2", "Magister Kearsipan", 2, 3],
    ]
    imported(app, sheet(form, "needs.xlsx"))


@pytest.fixture
def office(filled_app: Callable[[Fill], App]) -> App:
    """Four people, two trainings, one need."""
    return filled_app(fill_office)


def names(app: App, search: str = "", **where: str) -> list[str]:
    return [row["name"] for row in app.lists.rows("employees", ListQuery(search, tuple(where.items())))[1]]


def test_keys_stand_in_the_order_of_the_list_and_records_in_that_of_the_keys(office: App) -> None:
    keys = office.lists.keys("employees", ListQuery())
    expected = sorted(str(row[2]) for row in ROWS)
    assert [row["name"] for row in office.lists.by_keys("employees", keys)] == expected
    assert [row["name"] for row in office.lists.by_keys("employees", keys[::-1])] == expected[::-1]
    assert office.lists.keys("employees", ListQuery(), limit=2) == keys[:2]
    assert office.lists.by_keys("employees", [keys[0], 999]) == office.lists.by_keys("employees", keys[:1])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("siti", ["Siti Nurhaliza Aminah"]),
        ("AMINAH siti", ["Siti Nurhaliza Aminah"]),
        ("siti budi", []),
        (SITI, ["Siti Nurhaliza Aminah"]),
        ("19850312 201001 2 001", ["Siti Nurhaliza Aminah"]),
        ("0312201001", ["BUDI", "Per_sen 100%", "Siti Nurhaliza Aminah"]),
        ("6474015203850001", ["Siti Nurhaliza Aminah"]),
        ("JOSÉ", ["JOSÉ Ñame"]),
        ("Ñame", ["JOSÉ Ñame"]),
        ("%", ["Per_sen 100%"]),
        ("_", ["Per_sen 100%"]),
        ("100%", ["Per_sen 100%"]),
        ("'", []),
        ("/", []),
        ("", ["BUDI", "JOSÉ Ñame", "Per_sen 100%", "Siti Nurhaliza Aminah"]),
        ("   ", ["BUDI", "JOSÉ Ñame", "Per_sen 100%", "Siti Nurhaliza Aminah"]),
    ],
)
def test_a_search_finds_every_word_whatever_its_case(office: App, words: str, found: list[str]) -> None:
    assert names(office, words) == found
    assert office.lists.count("employees", ListQuery(words)) == len(found)


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ({"kind": "pppk"}, ["JOSÉ Ñame"]),
        ({"grade": "III/b"}, ["Siti Nurhaliza Aminah"]),
        ({"agency": "DINAS A"}, ["JOSÉ Ñame", "Siti Nurhaliza Aminah"]),
        ({"agency": "DINAS A", "kind": "PNS"}, ["Siti Nurhaliza Aminah"]),
        ({"agency": ""}, ["Per_sen 100%"]),
        ({"birth_date": "1990-04-17"}, []),
        ({"cpns_date": "2019-03-13"}, ["BUDI"]),
        ({"name": "100"}, []),
    ],
)
def test_fields_equal_what_was_typed(office: App, where: dict[str, str], found: list[str]) -> None:
    assert names(office, **where) == found


@pytest.mark.parametrize(
    ("where", "count"),
    [
        ({"jp": "4.5"}, 1),
        ({"jp": "4,5"}, 1),
        ({"jp": "20"}, 1),
        ({"year": "2026"}, 1),
        ({"verified": "ya"}, 1),
        ({"verified": "false"}, 1),
        ({"start": "2026-03-02"}, 1),
        ({"nip": SITI}, 1),
        ({"jp": "banyak"}, 0),
    ],
)
def test_numbers_and_flags_equal_what_was_typed(office: App, where: dict[str, str], count: int) -> None:
    assert office.lists.count("trainings", ListQuery(where=tuple(where.items()))) == count


def test_a_past_day_shows_who_was_there_and_as_what(office: App) -> None:
    def told(day: date) -> list[tuple[str, str, str | None]]:
        rows = office.lists.rows("employees", ListQuery(as_of=day))[1]
        return [(row["name"], row["kind"], row["grade"]) for row in rows]

    unknown = ("Per_sen 100%", "PNS", None)
    assert told(date(2012, 1, 1)) == [unknown, ("Siti Nurhaliza Aminah", "PNS", None)]
    assert told(date(2020, 6, 1)) == [
        ("BUDI", "CPNS", "III/a"),
        ("JOSÉ Ñame", "PPPK", None),
        unknown,
        ("Siti Nurhaliza Aminah", "PNS", "III/b"),
    ]


def test_more_than_a_page_comes_whole_and_in_order(app: App, sheet: SheetWriter) -> None:
    count = PAGE + 3
    people: list[list[Cell]] = [[nip(number), f"P{number:04}"] for number in range(1, count + 1)]
    imported(app, sheet([["NIP", "Nama"], *people]))
    total, rows = app.lists.rows("employees", ListQuery())
    assert (total, [row["name"] for row in rows]) == (count, [f"P{number:04}" for number in range(1, count + 1)])


def test_heads_and_former_names_are_lists_themselves(office: App, sheet: SheetWriter) -> None:
    (need,) = office.lists.rows("study-needs", ListQuery())[1]
    assert need["heads"] == {"2026": 2, "2027": 3}
    imported(office, sheet([["Kode", "Nama Unit", "Nama Lama"], ["1", "Dinas A", "Kantor A; Badan A"]], "units.xlsx"))
    rows = office.lists.rows("agencies", ListQuery("dinas"))[1]
    assert {row["name"]: row["former_names"] for row in rows} == {"Dinas A": ["Kantor A", "Badan A"], "Dinas B": []}


def test_what_we_do_not_have_is_refused_with_what_we_have(app: App) -> None:
    with pytest.raises(CannotDo) as raised:
        app.lists.rows("pegawai", ListQuery())
    assert raised.value.code == "argument.unknown_kind"
    assert "employees" in raised.value.facts["known"]
    with pytest.raises(CannotDo) as raised:
        app.lists.rows("employees", ListQuery(where=(("golongan", "III/a"),)))
    assert (raised.value.code, raised.value.facts["field"]) == ("argument.unknown_field", "golongan")
    assert "grade" in raised.value.facts["known"]


def test_values_of_one_field_are_alternatives_and_different_fields_must_all_hold(office: App) -> None:
    def found(*where: tuple[str, str]) -> list[str]:
        return [row["name"] for row in office.lists.rows("employees", ListQuery(where=where))[1]]

    assert found(("kind", "PPPK"), ("kind", "cpns")) == ["BUDI", "JOSÉ Ñame"]
    assert found(("kind", "PPPK"), ("kind", "CPNS"), ("agency", "Dinas A")) == ["JOSÉ Ñame"]
    assert found(("agency", ""), ("agency", "Dinas B")) == ["BUDI", "Per_sen 100%"]


def test_keys_take_eight_bytes_each(office: App) -> None:
    keys = office.lists.keys("employees", ListQuery())
    assert isinstance(keys, array)
    assert keys.itemsize == 8


def test_as_many_keys_as_one_likes_can_be_chosen(office: App) -> None:
    keys = office.lists.keys("trainings", ListQuery())
    beyond = [*keys, *range(10**6, 10**6 + 40_000)]
    assert (
        office.lists.totals("trainings", beyond, ["jp"])
        == office.lists.totals("trainings", keys, ["jp"])
        == {"jp": 24.5}
    )
    assert office.lists.totals("trainings", keys[:0], ["jp"]) == {"jp": 0.0}
