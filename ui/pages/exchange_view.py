"""Layout of the page Pertukaran: its header, the list of earlier imports, and the panel beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from ui.lists.list_pane import ListPane
from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.badge import Badge
from ui.widgets.buttons import action_button, button, menu_button
from ui.widgets.labels import hairline, label, on_plane
from ui.widgets.page_header import PageHeader

_WIDTH = 288


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


class BatchPanel(QFrame):
    """One earlier import: what it was, what it did, what stays of it, and the way to take it back."""

    def __init__(self, acts: tuple[QAction, ...]) -> None:
        super().__init__()
        on_plane(self, "surface", "left")
        self.setFixedWidth(_WIDTH)
        self.name = label("", Role.SECTION)
        self.name.setWordWrap(True)
        self.state = Badge("")
        self.facts = QGridLayout()
        self.facts.setHorizontalSpacing(12)
        self.facts.setVerticalSpacing(4)
        self.facts.setColumnStretch(1, 1)
        self.kept = label("", Role.SMALL, "text2")
        self.kept.setWordWrap(True)
        self._lay_out(acts)

    def _lay_out(self, acts: tuple[QAction, ...]) -> None:
        inner = QWidget()
        on_plane(inner, "surface")
        body = QVBoxLayout(inner)
        body.setContentsMargins(16, 14, 16, 14)
        body.setSpacing(6)
        body.addWidget(self.name)
        body.addWidget(self.state)
        body.addWidget(hairline())
        body.addLayout(self.facts)
        body.addWidget(self.kept)
        body.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot = QWidget()
        on_plane(foot, "surface", "top")
        buttons = QHBoxLayout(foot)
        buttons.setContentsMargins(16, 8, 16, 8)
        for act in acts:
            buttons.addWidget(action_button(act))
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addWidget(foot)
