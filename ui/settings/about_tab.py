"""What this program is: version, licence, and under whose name changes are recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from smartpns_desktop import __version__
from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.labels import label, on_plane

if TYPE_CHECKING:
    from ui.context import Context


class AboutTab(QWidget):
    """Facts to read out on the telephone."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        on_plane(self, "surface")
        facts = QFormLayout()
        facts.setHorizontalSpacing(24)
        rows = (
            (tr("Versi"), __version__),
            (tr("Dicatat atas nama"), context.app.actor),
            (tr("Jaringan"), tr("Tidak dipakai. Semua data tinggal di komputer ini.")),
            (tr("Bahasa"), tr("Indonesia")),
            (tr("Lisensi"), tr("MIT; ikon Phosphor (MIT), Qt (LGPL)")),
        )
        for name, value in rows:
            told = label(value)
            told.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            told.setWordWrap(True)
            facts.addRow(label(name, Role.SMALL, "text2"), told)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addWidget(label(tr("SmartPNS Desktop"), Role.TITLE))
        layout.addLayout(facts)
        layout.addStretch(1)
