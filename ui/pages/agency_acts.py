"""What may be done to an agency or unit: the actions of its menu, and which of them make sense for one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ui.texts import tr
from ui.theme.icons import icon
from ui.widgets.dialogs import ask_destructive

if TYPE_CHECKING:
    from smartpns_desktop.services.agencies import AgencyNode
    from ui.context import Context

_ACTS = (
    ("edit", "Ubah…", "pencil-simple", "F2"),
    ("add_below", "Unit baru di bawahnya…", "plus", ""),
    ("rename", "Ganti nama…", "text-t", ""),
    ("move", "Pindahkan…", "arrow-elbow-down-right", ""),
    ("merge", "Gabungkan…", "stack", ""),
    ("split", "Pecah…", "git-branch", ""),
    ("close", "Tutup…", "lock", ""),
    ("reopen", "Buka kembali", "lock-open", ""),
    ("remove", "Hapus…", "trash", "Delete"),
)
"""Name, words, icon and key; the keys hold while the tree has the focus."""


class AgencyActs(QObject):
    """The actions on the node with the cursor; `wanted` names the one that was chosen."""

    wanted = Signal(str)

    def __init__(self, tree: QWidget) -> None:
        super().__init__(tree)
        self.actions: Mapping[str, QAction] = {name: self._make(tree, *row) for name, *row in _ACTS}
        self.menu = QMenu(tree)
        self.menu.addActions([action for name, action in self.actions.items() if name != "edit"])
        self.menu.insertSeparator(self.actions["remove"])
        tree.addActions(list(self.actions.values()))
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for name, action in self.actions.items():
            action.triggered.connect(lambda _on=False, name=name: self.wanted.emit(name))

    def _make(self, tree: QWidget, text: str, picture: str, key: str) -> QAction:
        action = QAction(icon(picture), tr(text), tree)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        return action

    def fit(self, node: AgencyNode | None) -> None:
        """Allow what makes sense for a node: a closed one is opened again, and takes nothing in."""
        is_open = node is not None and node.closed_on is None
        for name, action in self.actions.items():
            action.setEnabled(node is not None)
            if name in ("add_below", "merge", "split", "close"):
                action.setEnabled(is_open)
        self.actions["close"].setVisible(node is None or is_open)
        self.actions["reopen"].setVisible(not self.actions["close"].isVisible())


def remove(context: Context, node: AgencyNode, parent: QWidget) -> None:
    """Delete a node, after a question; one that is in use stays, and the banner says what holds it."""
    body = tr(
        "Hanya yang tidak dipakai pegawai, rencana, atau unit lain yang dapat dihapus. Dapat diurungkan dengan Ctrl+Z."
    )
    if ask_destructive(parent, tr("Hapus {name}?", name=node.name), body, tr("Hapus")):
        service = context.app.agencies
        context.write(
            tr("Menghapus"),
            lambda _watch: service.delete(node.key),
            lambda _changes: tr("{name} dihapus", name=node.name),
        )


def reopen(context: Context, node: AgencyNode) -> None:
    """Take a closing back."""
    service = context.app.agencies
    context.write(
        tr("Membuka kembali"),
        lambda _watch: service.reopen(node.key),
        lambda _changes: tr("{name} dibuka kembali", name=node.name),
    )
