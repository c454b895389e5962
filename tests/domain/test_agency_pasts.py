"""Agencies that came after one that is closed: who stands in its place, and through which others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from smartpns_desktop.domain.agency_pasts import heirs, way

A, B, C, D, E = range(1, 6)
CHAIN: Mapping[int, Sequence[int]] = {A: [B], B: [C, D], C: [E]}


@pytest.mark.parametrize(
    ("closed", "to", "expected"),
    [
        ({A}, B, (B,)),
        ({A, B}, C, (B, C)),
        ({A, B}, D, (B, D)),
        ({A, B, C}, E, (B, C, E)),
        ({A}, C, ()),
        (set(), B, ()),
        ({A, B}, A, ()),
    ],
)
def test_the_way_from_one_agency_to_the_one_that_stands_in_its_place(
    closed: set[int], to: int, expected: tuple[int, ...]
) -> None:
    assert way(A, to, CHAIN, closed) == expected


def test_every_heir_is_reached_even_where_agencies_succeed_each_other_in_a_ring() -> None:
    ring = {A: [B], B: [A, C]}
    assert heirs(A, ring, {A, B}) == (C,)
    assert way(A, C, ring, {A, B}) == (B, C)
    assert way(A, D, ring, {A, B}) == ()
