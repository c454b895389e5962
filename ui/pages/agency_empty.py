"""What stands in the place of the tree: nothing there yet, or nothing that matches."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from smartpns_desktop.words.figures import show_number
from ui.texts import tr
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from ui.context import Context

_SAMPLE = 420
"""People of the city of examples: enough to try everything, made in a few seconds."""


def nothing_yet(context: Context, parent: QWidget, bring: Callable[[], None], new: Callable[[], None]) -> EmptyState:
    """No agency at all: the next steps."""
    return EmptyState(
        "buildings",
        tr("Belum ada perangkat daerah"),
        tr("Impor daftar pegawai: perangkat daerah dan unitnya ikut terbentuk. Satu per satu juga dapat."),
        _action(parent, tr("Impor dari Excel"), bring),
        _action(parent, tr("Catat perangkat daerah"), new),
        links=(_action(parent, tr("Coba dengan data contoh"), lambda: _fill(context)),),
        keys=((tr("Ctrl+N"), tr("baru")), (tr("F1"), tr("bantuan halaman ini"))),
    )


def nothing_found(parent: QWidget, clear: Callable[[], None]) -> EmptyState:
    """No node matches the words."""
    return EmptyState(
        "magnifying-glass",
        tr("Tidak ada yang cocok"),
        tr("Coba potongan nama yang lebih pendek, atau tampilkan juga yang sudah ditutup."),
        secondary=_action(parent, tr("Hapus saringan"), clear),
    )


def _action(parent: QWidget, text: str, act: Callable[[], None]) -> QAction:
    action = QAction(text, parent)
    action.triggered.connect(act)
    return action


def _fill(context: Context) -> None:
    demo = context.app.demo
    context.write(
        tr("Membuat data contoh"),
        lambda watch: demo.fill(_SAMPLE, watch=watch),
        lambda result: tr("Kota contoh dibuat: {count} pegawai", count=show_number(result.employees)),
    )
