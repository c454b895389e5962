"""The model of the tree of agencies, under Qt's own tester."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from tests.ui.pages.agency_nodes import city
from ui.pages.agency_model import AgencyModel, agency_columns
from ui.pages.agency_tree import Narrowed, narrowed


@pytest.fixture
def model(qapp: QApplication) -> Iterator[AgencyModel]:
    made = AgencyModel(agency_columns(), qapp)
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield made
    del tester


def texts(model: AgencyModel, parent: QModelIndex | None = None) -> list[str]:
    above = parent or QModelIndex()
    return [model.index(row, 0, above).data() for row in range(model.rowCount(above))]


def test_the_tree_is_told_level_by_level(model: AgencyModel) -> None:
    model.show_nodes(Narrowed(city()))
    assert texts(model) == ["Dinas Kesehatan", "Dinas Komunikasi"]
    assert texts(model, model.index_of(1)) == ["Bidang Pelayanan", "Puskesmas A", "Puskesmas B"]
    assert texts(model, model.index_of(5)) == []
    deep = model.index_of(5)
    assert (deep.parent().data(), deep.parent().parent().data()) == ("Puskesmas A", "Dinas Kesehatan")
    assert not deep.parent().parent().parent().isValid()
    assert model.keys_in_order() == [1, 2, 3, 4, 5, 6, 7, 8]
    assert (model.depth(1), model.depth(5)) == (0, 2)


def test_cells_say_what_the_columns_tell(model: AgencyModel) -> None:
    model.show_nodes(Narrowed(city()))
    row = [model.index_of(1, place).data() for place in range(model.columnCount())]
    assert row == ["Dinas Kesehatan", "Dinkes", "1.00", "6", "26", ""]
    assert model.index_of(2, 4).data() == ""  # nothing below: the column before says it
    assert model.index_of(8, 5).data() == "Ditutup 1 Jan 2026"
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    assert model.index_of(1, 3).data(Qt.ItemDataRole.TextAlignmentRole) == int(right)
    headings = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())]
    assert headings == ["Nama", "Singkatan", "Kode", "Pegawai", "Dengan unit", "Keadaan"]


def test_another_tree_takes_the_place_of_the_first(model: AgencyModel) -> None:
    model.show_nodes(Narrowed(city()))
    model.show_nodes(narrowed(city(), "gigi", with_closed=False))
    assert model.keys_in_order() == [1, 3, 5]
    assert not model.index_of(8).isValid()
    assert model.hits == {5}
    model.show_nodes(Narrowed(()))
    assert model.rowCount() == 0
    assert not model.has_closed
