"""Every page, and what lies on one, at the sizes of office screens: nothing that is told is cut off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHeaderView, QLabel, QPushButton, QRadioButton, QWidget

from smartpns_desktop.services.lists import ListQuery
from tests.ui.driving import in_front, show, until
from ui.context import Target
from ui.lists.cell_delegate import PAD
from ui.lists.grid_view import GridView
from ui.main_window import MainWindow
from ui.pages.agencies_page import AgenciesPage
from ui.pages.agency_forms import FORMS
from ui.pages.agency_tree import walk
from ui.pages.person_page import PersonPage
from ui.pages.table import places
from ui.people.record_acts import ACTS
from ui.theme.theme import theme
from ui.waiting import settle
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.long_link import LongLink

Place = Callable[[MainWindow], object]
_NEAR = 2
"""Pixels that a button may be smaller than it would like: its padding gives way before its words."""


def person(window: MainWindow, tab: int) -> PersonPage:
    show(window, "employees")
    window.go(Target("employees", key=window.context.app.lists.keys("employees", ListQuery())[0]))
    settle(window.context.operations)
    found = in_front(window).currentWidget()
    assert isinstance(found, PersonPage)
    found.view.tabs.setCurrentIndex(tab)
    return found


def record(window: MainWindow, place: int) -> None:
    person(window, 1).adds[list(ACTS)[place]].trigger()


def agency(window: MainWindow) -> AgenciesPage:
    page = show(window, "agencies")
    assert isinstance(page, AgenciesPage)
    page.tree.go_to(next(walk(window.context.app.agencies.tree())).key)
    return page


def agency_tab(window: MainWindow, tab: int) -> None:
    page = agency(window)
    page.open_key(next(walk(window.context.app.agencies.tree())).key)
    settle(window.context.operations)
    page.currentWidget().tabs.setCurrentIndex(tab)  # type: ignore[union-attr]


def agency_form(window: MainWindow, act: str) -> None:
    agency(window).acts.wanted.emit(act)


ON_PAGES: dict[str, list[Place]] = {
    "pages": [partial(show, name=place.name) for place in places()],
    "new": [partial(show, name=name, act="new") for name in ("employees", "positions", "study-needs", "trainings")],
    "laid": [
        partial(show, name=name, act=act)
        for name, act in (
            ("home", "composition"),
            ("home", "coverage"),
            ("employees", "due"),
            ("employees", "absent"),
            ("employees", "duplicates"),
            ("agencies", "compliance"),
            ("positions", "gaps"),
            ("exchange", "import"),
        )
    ],
    "settings": [
        partial(show, name="settings", act=act)
        for act in ("office", "regulations", "backups", "data", "updates", "about")
    ],
    "person": [partial(person, tab=tab) for tab in range(6)],
    "records": [partial(record, place=place) for place in range(len(ACTS))],
    "agency": [partial(agency_tab, tab=tab) for tab in range(6)],
    "agency forms": [partial(agency_form, act=act) for act in FORMS],
}
SCREENS = [(1366, 688, 9.75), (1366, 688, 12.0), (911, 459, 9.75), (911, 459, 12.0)]


def cut(window: MainWindow) -> list[str]:
    """What is told and not seen whole, wherever it does not end in … by itself."""
    seen = (it for it in window.findChildren(QWidget) if it.isVisible() and not it.visibleRegion().isEmpty())
    return [
        told for it in seen if it.window() is window for told in (*_of_labels(it), *_of_buttons(it), *_of_grids(it))
    ]


def _of_labels(widget: QWidget) -> Iterator[str]:
    if not isinstance(widget, QLabel) or isinstance(widget, ElidedLabel) or not widget.text():
        return
    if widget.wordWrap():
        if widget.heightForWidth(widget.width()) > widget.height() + 1:
            yield f"too low: {widget.text()}"
    elif widget.sizeHint().width() > widget.width() + 1:
        yield f"too narrow: {widget.text()}"


def _of_buttons(widget: QWidget) -> Iterator[str]:
    shown = isinstance(widget, QPushButton | QCheckBox | QRadioButton) and not isinstance(widget, LongLink)
    if shown and widget.width() + _NEAR < widget.sizeHint().width():
        yield f"too narrow: {widget.text()}"  # type: ignore[attr-defined]


def _of_grids(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QHeaderView) and widget.orientation() == Qt.Orientation.Horizontal:
        for place in range(widget.count()):
            title = str(widget.model().headerData(place, Qt.Orientation.Horizontal) or "")
            needed = widget.fontMetrics().horizontalAdvance(title) + 2 * PAD
            if not widget.isSectionHidden(place) and widget.sectionSize(place) < needed:
                yield f"heading too narrow: {title}"
    if isinstance(widget, GridView) and widget.horizontalScrollBar().maximum() > 0:
        yield f"columns run over the edge by {widget.horizontalScrollBar().maximum()}"


@pytest.mark.parametrize("places_", ON_PAGES.values(), ids=ON_PAGES)
def test_nothing_that_is_told_is_cut_off(window: MainWindow, places_: list[Place]) -> None:
    found = []
    try:
        for width, height, points in SCREENS:
            theme().set_text_size(points)
            for place in places_:
                window.resize(width, height)
                place(window)
                settle(window.context.operations)
                if not until(lambda: not cut(window), 400):
                    found.append((width, points, place, cut(window)))
    finally:
        theme().set_text_size(9.75)
    assert found == []
