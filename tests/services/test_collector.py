"""The garbage collector rests inside, is afterwards as it was before, and spares what is alive then."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from smartpns_desktop.services.collector import collector_at_rest, look_rarely


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


class Ring:
    """Refers to itself, so that counting references never frees it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def _unsparing() -> Iterator[None]:
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("_unsparing")
def test_what_lives_afterwards_is_not_looked_through_again() -> None:
    with collector_at_rest():
        rows = [[number] for number in range(10)]
    looked_through = set(map(id, gc.get_objects()))
    assert not looked_through & set(map(id, rows))


@pytest.mark.usefixtures("_unsparing")
def test_garbage_from_before_is_not_spared() -> None:
    gone = weakref.ref(Ring())
    with collector_at_rest():
        assert gone() is None


def test_full_looks_become_rarer_and_small_ones_do_not() -> None:
    before = gc.get_threshold()
    try:
        look_rarely()
        assert gc.get_threshold()[:2] == before[:2]
        assert gc.get_threshold()[2] > before[2]
    finally:
        gc.set_threshold(*before)
