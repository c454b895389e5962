"""Sizes of screens and letters, dark and light, another year, all while pages are open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHeaderView, QPushButton

from tests.ui.driving import (
    banner,
    form_of,
    in_front,
    show,
    until,
)
from ui.context import Target
from ui.main_window import MainWindow
from ui.pages.table import places
from ui.theme.theme import theme
from ui.theme.tokens import DARK, LIGHT
from ui.waiting import settle
from ui.widgets.long_link import LongLink

PAGES = [place.name for place in places()]
_CLOSE = 2
"""Pixels that a button may be smaller than it would like: its padding gives way before its words."""


def cut(window: MainWindow) -> list[str]:
    """Buttons and headings whose words need more room than they have."""
    page = in_front(window)
    small = [
        f"{it.text()} {it.sizeHint().width()} > {it.width()}"
        for it in page.findChildren(QPushButton)
        if it.isVisible() and not isinstance(it, LongLink) and it.width() + _CLOSE < it.sizeHint().width()
    ]
    for header in page.findChildren(QHeaderView):
        if header.isVisible() and header.orientation() == Qt.Orientation.Horizontal:
            small += [
                f"{header.model().headerData(place, Qt.Orientation.Horizontal)}"
                for place in range(header.count())
                if not header.isSectionHidden(place)
                and header.sectionSize(place) + 1 < header.fontMetrics().horizontalAdvance(
                    str(header.model().headerData(place, Qt.Orientation.Horizontal) or ""))
            ]  # fmt: skip
    return small


@pytest.mark.parametrize("points", [9.75, 12.0])
@pytest.mark.parametrize(("width", "height"), [(3840, 2160), (1366, 688), (911, 459)])
def test_nothing_is_cut_and_nothing_pushes_the_window_apart(
    window: MainWindow, width: int, height: int, points: float
) -> None:
    theme().set_text_size(points)
    try:
        for name in PAGES:
            window.resize(width, height)
            show(window, name)
            hint = window.minimumSizeHint()
            assert (hint.width() <= width, hint.height() <= height) == (True, True), (name, hint)
            assert until(lambda: not cut(window)), (name, cut(window))
    finally:
        theme().set_text_size(9.75)


def test_dark_and_light_may_change_while_pages_are_open(window: MainWindow) -> None:
    form_of(window)
    for tokens in (DARK, LIGHT, DARK):
        theme().apply(QApplication.instance(), tokens)
        settle(window.context.operations)
        ground = window.grab().toImage().pixelColor(window.width() // 2, window.height() - 60)
        assert (ground.lightness() < 128) is (tokens is DARK)
    theme().apply(QApplication.instance(), LIGHT)


def test_the_year_may_change_while_lists_are_read(window: MainWindow) -> None:
    year = window.context.year
    for name in PAGES:
        window.go(Target(name))
        for other in (year - 1, year - 3, year):
            window.context.set_year(other)
    settle(window.context.operations)
    assert banner(window) == ""
    assert window.view.top.year.text() == f"Tahun {year}"
