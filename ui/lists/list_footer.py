"""The line under a list: how many rows, their sums, how many are chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.buttons import button
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.labels import label, on_plane

_HEIGHT = 28


class ListFooter(QFrame):
    """Count first, then sums; the choice on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        on_plane(self, "surface2", "top")
        self.setFixedHeight(_HEIGHT)
        self.count = label("", Role.SMALL_STRONG)
        self.sums = ElidedLabel("", Role.SMALL, "text2")
        self.chosen = label("", Role.SMALL, "text2")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 0)
        layout.setSpacing(8)
        layout.addWidget(self.count)
        layout.addWidget(self.sums)
        layout.addStretch(1)
        layout.addWidget(self.chosen)
        self.many = button(tr("Ubah massal…"), kind="link")
        self.many.setToolTip(tr("Satu isian pada baris yang dipilih, atau pada semua yang disaring (Ctrl+M)"))
        self.many.hide()
        layout.addWidget(self.many)

    def offer_many(self, act: Callable[[], None]) -> None:
        """Show the button that changes many rows at once."""
        self.many.clicked.connect(act)
        self.many.show()
