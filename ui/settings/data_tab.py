"""Where the data are, what that means for whoever works here, and the way to them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from smartpns_desktop.words.data_places import MEANING, PLACES, SYNCHRONISED
from smartpns_desktop.words.figures import show_number
from smartpns_desktop.words.sentences import listed
from ui.shell.help import show_help
from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.buttons import button
from ui.widgets.labels import label, on_plane, wrapped

if TYPE_CHECKING:
    from ui.context import Context
    from ui.widgets.labels import Label

_NOBODY = "–"


class DataTab(QWidget):
    """Facts about the data folder, whoever else has it open, and what helps when a computer is changed."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        on_plane(self, "surface")
        self._context = context
        self.place, self.meaning, self.folder, self.bytes, self.others = (_fact() for _ in range(5))
        self.warning = wrapped("", colour_token="bad")
        self.opened = button(tr("Buka folder data"), icon="folder-open")
        self.moving = button(tr("Pindah ke komputer baru…"), icon="question")
        self.opened.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(context.app.data_dir))))
        self.moving.clicked.connect(lambda: show_help("moving", self))
        self._lay_out()

    def _lay_out(self) -> None:
        facts = QFormLayout()
        facts.setHorizontalSpacing(24)
        for name, told in (
            (tr("Letak data"), self.place),
            (tr("Artinya"), self.meaning),
            (tr("Folder data"), self.folder),
            (tr("Ukuran"), self.bytes),
            (tr("Juga dibuka oleh"), self.others),
        ):
            facts.addRow(label(name, Role.SMALL, "text2"), told)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.opened)
        buttons.addWidget(self.moving)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addLayout(facts)
        layout.addWidget(self.warning)
        layout.addLayout(buttons)
        layout.addStretch(1)

    def reload(self) -> None:
        """Look again at the folder and at who has it open."""
        folder = self._context.app.data_dir
        self._context.operations.read(lambda: _look(folder), self._show, owner=self, slot="data")

    def _show(self, found: tuple[str, bool, int, Sequence[str]]) -> None:
        place, synchronised, size, others = found
        self.place.setText(PLACES[place].capitalize())
        self.meaning.setText(MEANING[place])
        self.folder.setText(str(self._context.app.data_dir))
        self.bytes.setText(tr("{size} MB", size=show_number(round(size / 1_000_000, 1))))
        self.others.setText(listed(others) or _NOBODY)
        self.warning.setText(SYNCHRONISED if synchronised else "")
        self.warning.setVisible(synchronised)


def _look(folder: Path) -> tuple[str, bool, int, Sequence[str]]:
    from smartpns_desktop.services.data_places import STORE, is_synchronised, place_of
    from ui.single_instance import others_with_window

    return place_of(folder).value, is_synchronised(folder), (folder / STORE).stat().st_size, others_with_window(folder)


def _fact() -> Label:
    told = wrapped("")
    told.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return told
