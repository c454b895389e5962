"""How tests drive the page of agencies: standing on a node, typing into a form, saving it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from smartpns_desktop.services.agencies import AgencyNode
from tests.ui.driving import DISCARD
from ui.forms.form_page import FormPage
from ui.pages.agencies_page import AgenciesPage
from ui.pages.agency_tree import walk
from ui.waiting import settle

Key = Qt.Key
DO_IT = DISCARD
"""The place of the deed in a destructive question."""


def press(widget: QWidget, *keys: Qt.Key, ctrl: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    for key in keys:
        QTest.keyClick(widget, key, modifier)


def done(page: AgenciesPage) -> None:
    settle(page.context.operations)


def named(page: AgenciesPage, name: str) -> AgencyNode:
    return next(node for node in walk(page.context.app.agencies.tree()) if node.name == name)


def stand_on(page: AgenciesPage, name: str) -> AgencyNode:
    node = named(page, name)
    page.tree.go_to(node.key)
    return node


def current(page: AgenciesPage) -> str:
    node = page.tree.current_node()
    return node.name if node else ""


def shown(page: AgenciesPage) -> list[str]:
    """Names of the rows that can be seen, from top to bottom."""
    names, index = [], page.model.index(0, 0)
    while index.isValid():
        names.append(index.data())
        index = page.tree.indexBelow(index)
    return names


def form_of(page: AgenciesPage) -> FormPage:
    done(page)
    form = page.currentWidget()
    assert isinstance(form, FormPage)
    return form


def type_into(form: FormPage, field: str, text: str) -> None:
    editor = form.form.rows[field].editor
    editor.setFocus()
    inner = QApplication.focusWidget() or editor
    QTest.keyClick(inner, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(inner, text)


def save(page: AgenciesPage) -> None:
    QTest.keyClick(page.currentWidget(), Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    done(page)
