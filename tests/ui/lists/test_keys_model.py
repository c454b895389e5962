"""Keys first: records come a page at a time, when somebody looks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from ui.lists.columns import Align, Record, ViewColumn
from ui.lists.keys_model import PAGE, KeysModel

COLUMNS = (
    ViewColumn("name", "Nama", 100, lambda it: it["name"]),
    ViewColumn("jp", "JP", 50, lambda it: str(it["jp"]), align=Align.RIGHT),
)
Then = Callable[[Sequence[Record]], None]


class Store:
    """Answers when told to, and remembers what was asked."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []
        self._waiting: list[tuple[list[int], Then]] = []
        self.gone: set[int] = set()

    def fetch(self, keys: Sequence[int], then: Then) -> None:
        self.asked.append(list(keys))
        self._waiting.append((list(keys), then))

    def answer(self) -> None:
        for keys, then in self._waiting:
            then([{"key": key, "name": f"pegawai {key}", "jp": key % 40} for key in keys if key not in self.gone])
        self._waiting.clear()


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def model(qapp: QApplication, store: Store) -> KeysModel:
    made = KeysModel(COLUMNS, store.fetch, qapp)
    # Kept by the model, so that it watches as long as the model lives.
    made.watching = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)  # type: ignore[attr-defined]
    return made


def text(model: KeysModel, row: int, column: int = 0) -> object:
    return model.index(row, column).data()


def test_a_cell_far_down_fetches_its_page_alone(model: KeysModel, store: Store, qapp: QApplication) -> None:
    model.show_keys(range(10_000))
    qapp.processEvents()
    store.answer()
    store.asked.clear()
    assert text(model, 7_123) is None
    qapp.processEvents()
    store.answer()
    assert text(model, 7_123) == "pegawai 7123"
    (keys,) = store.asked
    assert len(keys) == PAGE
    assert 7_123 in keys


def test_select_all_fetches_nothing(model: KeysModel, store: Store, qapp: QApplication) -> None:
    model.show_keys(range(10_000))
    qapp.processEvents()
    store.answer()
    store.asked.clear()
    assert all(model.flags(model.index(row, 0)) & Qt.ItemFlag.ItemIsSelectable for row in range(0, 10_000, 500))
    qapp.processEvents()
    assert store.asked == []


def test_pages_scrolled_past_are_not_fetched(model: KeysModel, store: Store, qapp: QApplication) -> None:
    model.show_keys(range(20_000))
    qapp.processEvents()
    store.answer()
    store.asked.clear()
    for row in range(0, 20_000, PAGE):
        model.record(row)
    qapp.processEvents()
    assert sum(len(keys) for keys in store.asked) <= 4 * PAGE
    assert 19_999 in {key for keys in store.asked for key in keys}


def test_a_late_answer_to_older_keys_is_dropped(model: KeysModel, store: Store, qapp: QApplication) -> None:
    model.show_keys([1, 2, 3])
    text(model, 0)
    qapp.processEvents()
    model.show_keys([7, 8])
    store.answer()
    assert text(model, 0) is None
    qapp.processEvents()
    store.answer()
    assert text(model, 0) == "pegawai 7"


def test_a_row_that_is_gone_leaves_a_gap_and_no_shift(model: KeysModel, store: Store, qapp: QApplication) -> None:
    store.gone = {2}
    model.show_keys([1, 2, 3])
    text(model, 0)
    qapp.processEvents()
    store.answer()
    assert [text(model, row) for row in range(3)] == ["pegawai 1", None, "pegawai 3"]


def test_forgetting_reads_the_same_rows_again(model: KeysModel, store: Store, qapp: QApplication) -> None:
    model.show_keys([1, 2])
    text(model, 0)
    qapp.processEvents()
    store.answer()
    store.asked.clear()
    model.forget()
    assert text(model, 1) is None
    qapp.processEvents()
    assert store.asked == [[1, 2]]


def test_memory_stays_small_while_all_is_looked_at(store: Store, qapp: QApplication) -> None:
    model = KeysModel(COLUMNS, store.fetch, qapp)  # the tester would look at every row again with every page
    model.show_keys(range(200 * PAGE))
    for row in range(0, 200 * PAGE, PAGE):
        model.record(row)
        qapp.processEvents()
        store.answer()
    assert sum(model.record(row) is not None for row in range(0, 200 * PAGE, PAGE)) <= 48


def test_the_sorted_headings_are_marked_in_their_order(model: KeysModel) -> None:
    def headings() -> list[object]:
        return [model.headerData(place, Qt.Orientation.Horizontal) for place in range(2)]

    assert headings() == ["Nama", "JP"]
    model.show_sort({"jp": (0, True)})
    assert headings() == ["Nama", "JP ▼"]
    model.show_sort({"jp": (0, True), "name": (1, False)})
    assert headings() == ["Nama ▲2", "JP ▼1"]
