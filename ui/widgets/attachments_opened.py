"""Opening attached files: a copy under the file's own name, so that nobody works on the kept one."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from ui.context import Context


def open_copy(context: Context, attachment: int, owner: QObject) -> None:
    """Open a copy of an attached file with the system's own program; a missing file is told."""
    service = context.app.attachments

    def show(copy: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))

    context.operations.read(
        lambda: service.copy_to(attachment, Path(tempfile.mkdtemp(prefix="smartpns-"))),
        show,
        owner=owner,
        slot="open",
        failed=context.refuse,
    )
