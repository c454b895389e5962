"""Putting a backup in the place of the data, wherever in the window that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ui.texts import tr
from ui.widgets.dialogs import ask_destructive

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import Context

KINDS = "SmartPNS (*.smartpns)"
"""Backups, as file dialogs name them."""


def ask_and_restore(parent: QWidget, context: Context, source: Path, then: Callable[[], None] = lambda: None) -> None:
    """Ask first: everything is replaced; the way back is the copy that is kept."""
    body = tr(
        "Data sekarang diganti seluruhnya oleh isi cadangan itu. Data sekarang dicadangkan lebih dahulu, "
        "jadi Anda dapat kembali dengan memulihkan cadangan yang paling baru."
    )
    if ask_destructive(parent, tr("Pulihkan {name}?", name=source.name), body, tr("Ganti dengan cadangan")):
        restore(context, source, then)


def restore(context: Context, source: Path, then: Callable[[], None] = lambda: None) -> None:
    """Restore a backup and let every page read it; `then` is called once it stands."""
    backups = context.app.backups

    def restored(_kept: Path) -> None:
        from smartpns_desktop.services.changes import Changes

        context.changed.emit(Changes.everything())
        context.office_changed.emit()
        then()

    context.write(
        tr("Memulihkan"), lambda watch: backups.restore(source, watch), lambda _kept: tr("Cadangan dipulihkan"),
        restored,
    )  # fmt: skip
