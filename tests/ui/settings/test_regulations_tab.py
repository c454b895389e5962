"""Regulations under Pengaturan: codes in words, and the facets behind a button where there is little room."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from smartpns_desktop.services.lists import ListQuery
from tests.ui.driving import press, show
from ui.main_window import MainWindow
from ui.pages.settings_page import SettingsPage
from ui.settings.regulations_tab import RegulationsTab


@pytest.fixture
def tab(active: MainWindow) -> RegulationsTab:
    """The tab of regulations in front."""
    page = show(active, "settings", "regulations")
    assert isinstance(page, SettingsPage)
    return page.regulations


def test_the_kind_of_a_competency_is_told_in_words(tab: RegulationsTab, active: MainWindow) -> None:
    value = next(column for column in tab.list.kind.columns if column.field == "value")
    where = (("table", "competencies"),)
    rows = active.context.app.lists.rows("regulations", ListQuery(where=where))[1]
    assert {value.text(row) for row in rows} == {"Manajerial", "Sosial kultural"}


def test_the_facets_give_way_and_come_back_at_the_button(tab: RegulationsTab, active: MainWindow) -> None:
    active.resize(1366, 688)
    QApplication.processEvents()
    assert (tab.list.facets.isVisible(), tab.filter.isVisible()) == (True, False)
    active.resize(911, 459)
    QApplication.processEvents()
    assert (tab.list.facets.isVisible(), tab.filter.isVisible()) == (False, True)
    tab.filter.click()
    assert tab.list.facets.isVisible()
    tab.filter.click()
    press(active, "Ctrl+F")
    assert tab.list.facets.words.hasFocus()
