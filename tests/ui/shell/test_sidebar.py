"""The sidebar: wide or a rail, what waits, and what screen readers hear."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from ui.main_window import MainWindow
from ui.pages.table import places
from ui.shell.sidebar import RAIL, WIDE


def test_a_narrow_window_has_a_rail_with_tool_tips(window: MainWindow) -> None:
    sidebar = window.view.sidebar
    for width, wide in ((1366, True), (911, False), (1366, True)):
        window.resize(width, 459)
        QApplication.sendPostedEvents(None, 0)
        assert sidebar.width() == (WIDE if wide else RAIL)
        for place in places():
            assert sidebar.row(place.name).toolTip() == ("" if wide else place.title)
            assert sidebar.row(place.name).accessibleName() == place.title
