"""The door to the background: answers come back to the window's thread, unwanted ones do not."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.watch import Watch
from ui.waiting import settle
from ui.workers.operation import Operation, Operations


@pytest.fixture
def operations(qapp: QApplication) -> Iterator[Operations]:
    made = Operations(qapp)
    yield made
    made.close()


@pytest.fixture
def owner(qapp: QApplication) -> QObject:
    return QObject(qapp)


def test_the_work_runs_elsewhere_and_its_answer_comes_home(operations: Operations, owner: QObject) -> None:
    told: list[tuple[int, int]] = []
    operations.read(threading.get_ident, lambda there: told.append((there, threading.get_ident())), owner=owner)
    settle(operations)
    ((there, here),) = told
    assert there != here == threading.get_ident()


def test_a_later_read_of_the_slot_makes_the_earlier_unwanted(operations: Operations, owner: QObject) -> None:
    go, told = threading.Event(), list[str]()
    operations.read(lambda: go.wait(5) and "early", told.append, owner=owner, slot="keys")
    operations.read(lambda: "late", told.append, owner=owner, slot="keys")
    operations.read(lambda: "other", told.append, owner=owner, slot="facets")
    go.set()
    settle(operations)
    assert sorted(told) == ["late", "other"]


def test_nobody_is_called_whose_widget_is_gone(operations: Operations, qapp: QApplication) -> None:
    gone, told, go = QObject(), list[str](), threading.Event()
    operations.read(lambda: go.wait(5) and "too late", told.append, owner=gone)
    import shiboken6

    shiboken6.delete(gone)
    go.set()
    settle(operations)
    assert told == []
    assert qapp is not None


def test_operations_run_one_after_the_other(operations: Operations) -> None:
    inside, most, done = [0], [0], list[int]()

    def work(number: int) -> int:
        inside[0] += 1
        most[0] = max(most[0], inside[0])
        threading.Event().wait(0.01)
        inside[0] -= 1
        return number

    for number in range(4):
        operations.run("uji", lambda _watch, number=number: work(number), done.append)
    assert len(operations.running) == 4
    settle(operations)
    assert (done, most[0], operations.running) == ([0, 1, 2, 3], 1, ())


def test_progress_is_polled_and_cancelling_stops_the_work(operations: Operations) -> None:
    seen: list[tuple[str, float | None]] = []
    failed: list[BaseException] = []

    def note(operation: Operation) -> None:
        seen.append((operation.title, operation.share))
        operation.cancel()

    def work(watch: Watch) -> None:
        for done in range(100_000):
            watch.step(done, 100_000)
            threading.Event().wait(0.001)

    operations.progressed.connect(note)
    operations.run("Mengimpor", work, lambda _done: pytest.fail("was cancelled"), failed=failed.append)
    settle(operations)
    assert seen[0][0] == "Mengimpor"
    assert seen[0][1] is not None
    assert isinstance(failed[0], CannotDo)
    assert failed[0].code == "cancelled"


def test_an_error_that_nobody_takes_is_told(operations: Operations, owner: QObject) -> None:
    told: list[BaseException] = []
    operations.failed.connect(told.append)
    operations.read(lambda: 1 // 0, lambda _never: None, owner=owner)
    settle(operations)
    assert isinstance(told[0], ZeroDivisionError)


def test_after_closing_nothing_is_delivered_and_the_work_is_asked_to_stop(qapp: QApplication) -> None:
    operations, told = Operations(qapp), list[object]()
    begun = threading.Event()

    def work(watch: Watch) -> None:
        begun.set()
        while True:
            watch.step(0, 1)
            threading.Event().wait(0.001)

    operations.run("uji", work, told.append, failed=told.append)
    assert begun.wait(5)
    operations.close()
    qapp.processEvents()
    assert told == []


def test_what_nobody_waits_for_comes_after_the_slow_work_and_unsettles_nothing(operations: Operations) -> None:
    go, order, over = threading.Event(), list[str](), threading.Event()

    def work(_watch: Watch) -> None:
        go.wait(5)
        order.append("work")

    def finish() -> None:
        order.append("afterwards")
        over.set()

    operations.run("uji", work, lambda _done: None)
    operations.afterwards(finish)
    go.set()
    settle(operations)
    assert over.wait(5)
    assert order == ["work", "afterwards"]
    operations.afterwards(over.clear)
    assert operations.is_settled
