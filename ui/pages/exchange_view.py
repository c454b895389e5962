"""Layout of the page Pertukaran: its header, the list of earlier imports, and the panel beside it."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ui.lists.list_pane import ListPane
from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.badge import Badge
from ui.widgets.buttons import action_button, button, menu_button
from ui.widgets.detail_panel import DetailPanel
from ui.widgets.labels import label
from ui.widgets.page_header import PageHeader


class ExchangeView(QWidget):
    """The main view of the page."""

    def __init__(
        self, title: str, batches: ListPane, export: QMenu, templates: QMenu, acts: tuple[QAction, ...]
    ) -> None:
        super().__init__()
        self.header = PageHeader(title)
        self.acts = QWidget()
        row = QHBoxLayout(self.acts)
        row.setContentsMargins(0, 0, 0, 0)
        for act in acts:
            row.addWidget(action_button(act, "ghost"))
        self.header.add(self.acts)
        self.import_button = self.header.add_button(button(tr("Impor"), icon="download-simple", kind="primary"))
        self.import_button.setToolTip(tr("Impor berkas (Ctrl+O), atau seret berkasnya ke jendela ini"))
        self.export_button = self.header.add_button(menu_button(tr("Ekspor"), "export", export))
        self.template_button = self.header.add_button(menu_button(tr("Templat"), "file-plus", templates))
        self.detail = BatchPanel(acts)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(batches, 1)
        body.addWidget(self.detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(body, 1)
        self.setFocusProxy(batches)

    def give_way(self, *, narrow: bool, empty: bool) -> None:
        """Where the window is narrow the panel gives way to the list, and its acts move up into the header."""
        self.detail.setVisible(not narrow and not empty)
        self.acts.setVisible(narrow and not empty)


class BatchPanel(DetailPanel):
    """One earlier import: what it was, what it did, what stays of it, and the way to take it back."""

    def __init__(self, acts: tuple[QAction, ...]) -> None:
        super().__init__()
        self.state = Badge("")
        self.kept = label("", Role.SMALL, "text2")
        self.kept.setWordWrap(True)
        self.body.addWidget(self.state)
        self.body.addWidget(self.kept)
        self.add_rule()
        for act in acts:
            self.add_button(action_button(act))
