"""What a search leaves of the tree of agencies, and which people belong to a node."""

from __future__ import annotations

import pytest

from tests.ui.pages.agency_nodes import city, node
from ui.pages.agency_tree import Counts, People, counts, lineage, narrowed, people_of, walk


def left(words: str, *, with_closed: bool = False) -> list[int]:
    return [it.key for it in walk(narrowed(city(), words, with_closed=with_closed).nodes)]


@pytest.mark.parametrize(
    ("words", "with_closed", "keys"),
    [
        ("", True, [1, 2, 3, 4, 5, 6, 7, 8]),
        ("", False, [1, 2, 3, 4, 5, 6, 7]),  # 6 is closed and holds 7, which is open
        ("pelayanan", False, [1, 2]),
        ("TATA usaha", False, [1, 3, 4, 6, 7]),
        ("poli gigi", False, [1, 3, 5]),
        ("puskesmas b", False, [1, 6, 7]),
        ("dinkes", False, [1, 2, 3, 4, 5, 6, 7]),  # what is below a match stays with it
        ("5.00", False, [1, 3, 5]),
        ("penerangan", True, [8]),
        ("penerangan", False, []),
        ("zzz", True, []),
    ],
)
def test_a_search_leaves_matches_with_what_is_above_and_below(words: str, with_closed: bool, keys: list[int]) -> None:
    assert left(words, with_closed=with_closed) == keys


def test_a_search_knows_its_matches_and_the_way_to_them() -> None:
    found = narrowed(city(), "tata usaha", with_closed=False)
    assert (found.hits, found.above) == ({4, 7}, {1, 3, 6})
    assert narrowed(city(), "", with_closed=True).hits == frozenset()


def test_counts_tell_open_and_closed_apart() -> None:
    assert counts(city()) == Counts(tops=1, units=5, closed=2, people=31)
    assert counts(()) == Counts(0, 0, 0, 0)


def test_every_node_knows_what_is_above_it() -> None:
    line = lineage(city())
    assert [it.key for it in line.above[5]] == [1, 3]
    assert line.top(5).key == line.top(1).key == 1


def test_people_of_an_agency_are_all_below_it() -> None:
    health = city()[0]
    assert people_of(health, health) == People((("root_agency_short", "Dinkes"),), 26)
    assert people_of(node(9, "Dinas Sosial", people=2), node(9, "Dinas Sosial", people=2)).where == (
        ("root_agency_short", "Dinas Sosial"),
    )


def test_people_of_a_unit_come_with_its_namesakes_and_are_counted_so() -> None:
    health = city()[0]
    branch = health.units[1]
    found = people_of(branch, health)
    names = ("Puskesmas A", "Tata Usaha", "Poli Gigi")
    assert found.where == (("root_agency_short", "Dinkes"), *(("agency", name) for name in names))
    assert found.count == 10 + 3 + 2 + 1  # the last one is at Puskesmas B
    assert people_of(health.units[0], health) == People(
        (("root_agency_short", "Dinkes"), ("agency", "Bidang Pelayanan")), 4
    )
