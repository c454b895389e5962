"""The regulations behind the numbers: value, source, status, and the day from which each holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartpns_desktop.words.figures import show_date_text
from smartpns_desktop.words.labels import REGULATION_TABLES, show_value
from ui.lists.columns import Facet, ListKind, Record, State, ViewColumn
from ui.lists.list_pane import ListPane
from ui.pages.page import NARROW
from ui.texts import tr
from ui.widgets.buttons import button

if TYPE_CHECKING:
    from ui.context import Context

_STATES = {
    "terkonfirmasi": ("Terkonfirmasi", "ok", "check-circle"),
    "bawaan": ("Bawaan, periksa", "warn", "clock"),
}


class RegulationsTab(QWidget):
    """A list to look things up in; calculations take the row that holds on their day."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.list = ListPane(context, _regulations())
        self.filter = button(tr("Saring"), icon="funnel")
        self.filter.clicked.connect(lambda: self.list.facets.setVisible(not self.list.facets.isVisible()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.bar = QWidget()
        bar = QHBoxLayout(self.bar)
        bar.setContentsMargins(16, 8, 16, 8)
        bar.addStretch(1)
        bar.addWidget(self.filter)
        layout.addWidget(self.bar)
        layout.addWidget(self.list, 1)

    def search(self) -> None:
        """Put the cursor where the list is filtered."""
        self.list.facets.show()
        self.list.facets.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is narrow the facets give way, as on other lists."""
        super().resizeEvent(event)
        narrow = self.window().width() < NARROW
        if narrow != self.bar.property("narrow"):
            self.bar.setProperty("narrow", narrow)
            self.bar.setVisible(narrow)
            self.list.facets.setVisible(not narrow)


def _regulations() -> ListKind:
    columns = (
        ViewColumn("description", tr("Uraian"), 240, _said, stretch=True),
        ViewColumn("value", tr("Nilai"), 110, _value),
        ViewColumn("unit", tr("Satuan"), 120, lambda it: it["unit"] or "", spare=True),
        ViewColumn("effective_from", tr("Berlaku mulai"), 108, lambda it: show_date_text(str(it["effective_from"]))),
        ViewColumn("source", tr("Dasar"), 200, lambda it: it["source"] or ""),
        ViewColumn("status", tr("Status"), 140, lambda it: it["status"] or "", state=_state),
        ViewColumn("code", tr("Kode"), 140, lambda it: it["code"], hidden=True),
    )
    facets = (
        Facet("table", tr("Kelompok"), lambda value: REGULATION_TABLES.get(value, value)),
        Facet("status", tr("Status"), str.capitalize),
    )
    return ListKind("regulations", tr("ketentuan"), columns, facets)


def _said(record: Record) -> str:
    return str(record["description"] or record["code"])


def _value(record: Record) -> str:
    """A number in the Indonesian way; of a competency its kind."""
    value = str(record["value"] or "")
    return show_value(record["table"], "kind", value) if record["table"] == "competencies" else value.replace(".", ",")


def _state(record: Record) -> State:
    told = record["status"] or ""
    word, kind, icon = _STATES.get(told, (told.capitalize(), "text2", "info"))
    return State(tr(word), kind, icon)
