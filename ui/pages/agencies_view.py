"""Layout of the page of agencies: header, the strip that narrows the tree, tree, footer, and the panel beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QMenu, QStackedWidget, QVBoxLayout, QWidget

from ui.lists.list_footer import ListFooter
from ui.pages.agency_tree_view import AgencyTreeView
from ui.texts import tr
from ui.widgets.buttons import button, icon_button, menu_button
from ui.widgets.labels import on_plane
from ui.widgets.page_header import PageHeader

_STRIP = 44
_SEARCH = 320
_SEARCH_LEAST = 160


class AgenciesView(QWidget):
    """The parts of the page in their places; the tree may give way to an empty state."""

    def __init__(self, title: str, tree: AgencyTreeView, detail: QWidget, export_menu: QMenu) -> None:
        super().__init__()
        self.header = PageHeader(title)
        self.new_button = self.header.add_button(button(tr("Baru"), icon="plus", kind="primary"))
        self.new_button.setToolTip(tr("Perangkat daerah atau unit baru (Ctrl+N)"))
        self.import_button = self.header.add_button(button(tr("Impor"), icon="download-simple"))
        self.export_button = self.header.add(menu_button(tr("Ekspor"), "export", export_menu))
        self.print_button = self.header.add_button(button(tr("Cetak"), icon="printer"))
        self.compliance_button = button(tr("Kepatuhan"), icon="checks", kind="ghost")
        self.compliance_button.setToolTip(tr("Data yang diminta, yang belum masuk, dan yang terlambat"))
        self.header.add_quiet(self.compliance_button)
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("Saring pohon ini…"))
        self.words.setAccessibleName(tr("Saring pohon ini (Ctrl+F)"))
        self.words.setClearButtonEnabled(True)
        self.words.setMaxLength(200)
        self.words.setMinimumWidth(_SEARCH_LEAST)
        self.words.setMaximumWidth(_SEARCH)
        self.with_closed = QCheckBox(tr("Tampilkan yang ditutup"))
        self.open_all = icon_button("arrows-out", tr("Bentangkan semua"))
        self.close_all = icon_button("arrows-in", tr("Lipat semua"))
        self.tree, self.detail = tree, detail
        self.footer = ListFooter()
        self.middle = QStackedWidget()
        self.middle.addWidget(tree)
        self.strip = self._strip()
        self.below_header = QVBoxLayout()
        self._lay_out()
        self.setFocusProxy(tree)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.strip)
        left.addWidget(self.middle, 1)
        left.addWidget(self.footer)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addLayout(left, 1)
        body.addWidget(self.detail)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addLayout(self.below_header)
        layout.addLayout(body, 1)

    def _strip(self) -> QFrame:
        strip = QFrame()
        on_plane(strip, "surface2", "bottom")
        strip.setFixedHeight(_STRIP)
        row = QHBoxLayout(strip)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(12)
        row.addWidget(self.words, 1)
        row.addWidget(self.with_closed)
        row.addStretch(1)
        row.addWidget(self.open_all)
        row.addWidget(self.close_all)
        return strip
