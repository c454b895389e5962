"""The tab that says what is missing or doubtful in a person's data, each with the way to mend it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ui.people.doubts import Doubt
from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.badge import ink
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label, on_plane
from ui.widgets.scroll_pane import ScrollPane

_ICONS = {"bad": "warning-circle", "warn": "warning", "neutral": "circle-dashed"}
_WIDEST = 880


class DataTab(QWidget):
    """`mend_wanted` carries the `Doubt` whose button was pressed."""

    mend_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        inner = QWidget()
        on_plane(inner, "surface")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        column = QVBoxLayout(inner)
        column.setContentsMargins(14, 8, 14, 14)
        column.addLayout(self._rows)
        column.addStretch(1)
        pane = ScrollPane(inner, tr("Data yang perlu dilengkapi"))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(pane)
        self._stack.addWidget(
            EmptyState("check-circle", tr("Data lengkap"), tr("Tidak ada yang kurang atau meragukan."))
        )
        self.setFocusProxy(pane)

    def show_doubts(self, found: Sequence[Doubt]) -> None:
        """Show what is to be mended."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for doubt in found:
            row = DoubtRow(doubt)
            row.link.clicked.connect(lambda _on=False, doubt=doubt: self.mend_wanted.emit(doubt))
            self._rows.addWidget(row)
        self._stack.setCurrentIndex(0 if found else 1)

    def rows(self) -> list[DoubtRow]:
        """What is shown, from top to bottom."""
        items = (self._rows.itemAt(place) for place in range(self._rows.count()))
        found = (item.widget() for item in items if item is not None)
        return [row for row in found if isinstance(row, DoubtRow)]


class DoubtRow(QWidget):
    """Sign, what is the matter, what to do, and the button that leads there."""

    def __init__(self, doubt: Doubt) -> None:
        super().__init__()
        title, sentence = label(doubt.title, Role.BODY_STRONG), label(doubt.sentence, Role.SMALL, "text2")
        self.link = button(doubt.act, kind="link")
        self.link.setAccessibleName(f"{doubt.act}: {doubt.title}")
        told = QVBoxLayout()
        told.setSpacing(1)
        for text in (title, sentence):
            text.setWordWrap(True)
            told.addWidget(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(10)
        row.addWidget(IconLabel(_ICONS[doubt.weight], ink(doubt.weight)), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(told, 1)
        row.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)
        self.setMaximumWidth(_WIDEST)
