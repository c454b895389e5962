"""The regulations behind the numbers: value, source, status, and the day from which each holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from smartpns_desktop.words.labels import REGULATION_TABLES, show_date_text
from ui.lists.columns import Facet, ListKind, Record, State, ViewColumn
from ui.lists.list_pane import ListPane
from ui.texts import tr

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
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)


def _regulations() -> ListKind:
    columns = (
        ViewColumn("description", tr("Uraian"), 300, _said, stretch=True),
        ViewColumn("value", tr("Nilai"), 110, lambda it: str(it["value"] or "").replace(".", ",")),
        ViewColumn("unit", tr("Satuan"), 120, lambda it: it["unit"] or ""),
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


def _state(record: Record) -> State:
    told = record["status"] or ""
    word, kind, icon = _STATES.get(told, (told.capitalize(), "text2", "info"))
    return State(tr(word), kind, icon)
