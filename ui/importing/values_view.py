"""Layout of the third step: how many questions are open, the cards, and what stands there where nothing is asked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from smartpns_desktop.words.figures import show_number
from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label, on_plane, wrapped

_BELOW = 3
"""Parts below the cards: two links and the stretch."""


class ValuesView:
    """Makes the parts of the step and puts them into `step`."""

    def __init__(self, step: QWidget) -> None:
        self.pages = QStackedWidget()
        self.hint = wrapped("", Role.SMALL, "text2")
        self.accept = button(tr("Pakai usulan teratas"), icon="checks")
        self.accept.setToolTip(tr("Menjawab yang belum dijawab dan usulan teratasnya pasti"))
        self.more = button("", kind="link")
        self.remembered = button("", kind="link")
        self.list = QVBoxLayout()
        self.scroll = QScrollArea()
        self.pages.addWidget(
            EmptyState(
                "check-circle",
                tr("Tidak ada pertanyaan"),
                tr("Semua nilai dalam berkas ini sudah dikenal. Lanjut ke pemeriksaan baris."),
            )
        )
        self.pages.addWidget(self._asking())
        whole = QVBoxLayout(step)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)

    def _asking(self) -> QWidget:
        asking = QWidget()
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 8)
        head.addWidget(self.hint, 1)
        head.addWidget(self.accept)
        inner = QWidget()
        on_plane(inner, "surface")
        inner.setLayout(self.list)
        self.list.setContentsMargins(16, 0, 16, 12)
        self.list.setSpacing(8)
        self.list.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.list.addWidget(self.remembered, 0, Qt.AlignmentFlag.AlignLeft)
        self.list.addStretch(1)
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll.setWidget(inner)
        column = QVBoxLayout(asking)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.scroll, 1)
        return asking

    def heading(self, text: str) -> QWidget:
        """A heading above the cards that follow."""
        return label(text, Role.CARD_TITLE, "text2")

    def add(self, part: QWidget) -> None:
        """A card or a heading below those that are there."""
        self.list.insertWidget(self.list.count() - _BELOW, part)

    def show_rest(self, more: int, remembered: int) -> None:
        """How many questions the next portion has, and how many answered ones are not shown."""
        self.more.setVisible(more > 0)
        self.more.setText(tr("Tampilkan {count} lagi", count=show_number(more)))
        self.remembered.setVisible(remembered > 0)
        self.remembered.setText(tr("Lihat {count} yang sudah dijawab dalam impor lalu", count=show_number(remembered)))
