"""A page that is a list, with its people read."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from tests.ui.driving import show
from ui.main_window import MainWindow
from ui.pages.list_page import ListPage


@pytest.fixture
def page(active: MainWindow) -> ListPage:
    """The page of employees with its 60 people."""
    found = show(active, "employees")
    assert isinstance(found, ListPage)
    QAbstractItemModelTester(found.list.model, QAbstractItemModelTester.FailureReportingMode.Fatal, found)
    return found
