"""The garbage collector rests inside, is afterwards as it was before, and spares what is alive then."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from threading import Thread

import pytest

from smartpns_desktop.services.collector import collector_at_rest, look, look_rarely


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


def enough() -> list[list[int]]:
    """So much that is young that the collector wants to look."""
    return [[] for _ in range(gc.get_threshold()[0] + 1)]


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


@pytest.mark.usefixtures("_unsparing")
def test_a_look_collects_what_is_due_and_nothing_while_a_use_case_rests() -> None:
    gc.disable()
    try:
        with collector_at_rest():
            spared, many = weakref.ref(Ring()), enough()
            look()
            assert spared() is not None
        gone, more = weakref.ref(Ring()), enough()
        look()
        assert (spared() is not None, gone()) == (True, None)
        assert len(many) == len(more)
    finally:
        gc.enable()


@pytest.mark.usefixtures("_unsparing")
def test_garbage_is_left_alone_in_a_thread_of_the_background() -> None:
    """A widget that is freed there takes the program with it."""
    left = weakref.ref(Ring())
    seen: list[bool] = []

    def work() -> None:
        with collector_at_rest():
            seen.append(left() is not None)

    thread = Thread(target=work)
    thread.start()
    thread.join()
    assert seen == [True]


def test_full_looks_become_rarer_and_small_ones_do_not() -> None:
    before = gc.get_threshold()
    try:
        look_rarely()
        assert gc.get_threshold()[:2] == before[:2]
        assert gc.get_threshold()[2] > before[2]
    finally:
        gc.set_threshold(*before)
