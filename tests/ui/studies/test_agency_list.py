"""The pane of agencies: its model, what a row says, and how one is chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smartpns_desktop.domain.study_needs import PlanState
from smartpns_desktop.services.study_needs import AgencyPlan, PlanBoard
from ui.studies.agency_list import AgencyList, AgencyModel
from ui.studies.agency_rows import agency_rows, span

ROLE = Qt.ItemDataRole


def board(*states: PlanState) -> PlanBoard:
    agencies = (
        AgencyPlan(key, f"Dinas {key}", f"D{key}" if key > 1 else None, key, state, key, 2 * key)
        for key, state in enumerate(states, start=1)
    )
    return PlanBoard((2026, 2030), ((2026, 2030),), tuple(agencies))


@pytest.fixture
def model() -> AgencyModel:
    made = AgencyModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.show_rows(agency_rows(board(PlanState.BELUM, PlanState.DISAHKAN, PlanState.DIAJUKAN)))
    return made


def test_the_city_stands_before_its_agencies(model: AgencyModel) -> None:
    names = [model.index(row).data() for row in range(model.rowCount())]
    assert names == ["Semua perangkat", "Dinas 1", "D2", "D3"]
    spoken = [model.index(row).data(ROLE.AccessibleTextRole) for row in (0, 2)]
    assert spoken == ["Semua perangkat: 1 dari 3 disahkan, 6 baris", "Dinas 2: Disahkan, 2 baris"]
    assert [(model.row_of(key), model.key(row)) for row, key in ((0, None), (3, 3))] == [(0, None), (3, 3)]
    assert model.row_of(9) == 0
    assert span((2026, 2030)) == "2026–2030"


def test_states_have_a_word_an_icon_and_a_colour() -> None:
    rows = agency_rows(board(*PlanState))[1:]
    assert [it.state.word for it in rows] == ["Belum disusun", "Diasistensi", "Diajukan", "Diverifikasi", "Disahkan"]
    assert [it.state.kind for it in rows] == ["text2", "warn", "accent", "ok", "ok"]
    assert len({it.state.icon for it in rows}) == len(rows)


@pytest.mark.usefixtures("qapp")
def test_keys_and_mouse_choose_an_agency(model: AgencyModel, qtbot: QtBot) -> None:
    pane = AgencyList(model)
    qtbot.addWidget(pane)
    pane.show()
    chosen: list[object] = []
    pane.chosen.connect(chosen.append)
    pane.choose(None)
    assert chosen == []
    QTest.keyClick(pane, Qt.Key.Key_Down)
    place = pane.visualRect(model.index(3)).center()
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen == [1, 3]
    pane.choose(2)
    assert (pane.currentIndex().row(), chosen) == (2, [1, 3])
    QApplication.processEvents()
    assert not pane.grab().isNull()


def test_other_states_of_the_same_agencies_keep_the_choice(model: AgencyModel) -> None:
    pane = AgencyList(model)
    pane.choose(2)
    model.show_rows(agency_rows(board(*[PlanState.DISAHKAN] * 3)))
    assert pane.currentIndex().row() == 2
    model.show_rows(agency_rows(board(PlanState.DISAHKAN)))
    assert model.rowCount() == 2
    pane.deleteLater()
