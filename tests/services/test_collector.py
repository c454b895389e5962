"""The garbage collector rests inside, and is afterwards as it was before."""

from __future__ import annotations

import gc

import pytest

from smartpns_desktop.services.collector import collector_at_rest


@collector_at_rest()
def is_on() -> bool:
    return gc.isenabled()


def test_it_rests_and_wakes_again() -> None:
    assert gc.isenabled()
    assert not is_on()
    assert gc.isenabled()


def test_it_wakes_after_a_failure_too() -> None:
    with pytest.raises(ValueError, match="x"), collector_at_rest():
        raise ValueError("x")
    assert gc.isenabled()


def test_one_inside_another_leaves_it_resting() -> None:
    with collector_at_rest():
        assert not is_on()
        assert not gc.isenabled()
    assert gc.isenabled()
