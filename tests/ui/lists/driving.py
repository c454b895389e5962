"""How tests drive a list: boxes of its facets, headings, and the answers to both."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

from ui.lists.facet_group import FacetGroup
from ui.pages.list_page import ListPage
from ui.waiting import settle


def wait(page: ListPage) -> None:
    QTest.qWait(220)
    settle(page.context.operations)


def boxes(page: ListPage, field: str) -> dict[str, QCheckBox]:
    """The boxes of a facet by the value they choose."""
    (group,) = [it for it in page.list.facets.findChildren(FacetGroup) if it.facet.field == field]
    found = [it for it in group.findChildren(QCheckBox) if not it.isHidden()]
    return {str(it.property("value")): it for it in found}


def counts(page: ListPage, field: str) -> dict[str, int]:
    return {
        it.value: it.count
        for it in page.context.app.lists.facets("employees", page.list.query(), [field])[field]
    }  # fmt: skip


def column(page: ListPage, field: str, row: int) -> str:
    place = next(place for place, it in enumerate(page.kind.columns) if it.field == field)
    return str(page.list.model.index(row, place).data() or "")


def click_heading(page: ListPage, field: str, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """As `_on_heading` asks the keyboard, the test holds the key down really."""
    place = next(place for place, it in enumerate(page.kind.columns) if it.field == field)
    header = page.list.grid.horizontalHeader()
    middle = QPoint(header.sectionViewportPosition(place) + header.sectionSize(place) // 2, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, keys, middle)
    wait(page)
