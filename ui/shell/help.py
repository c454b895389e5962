"""The help of a page (F1): what it is for, the steps, and its keys, from `resources/help/`."""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from ui.texts import tr
from ui.widgets.buttons import button

_SIZE = (560, 520)


def help_text(page: str) -> str:
    """The help of a page in Markdown; that of the whole program where the page has none."""
    folder = files("resources") / "help"
    found = folder / f"{page}.md"
    try:
        return (found if found.is_file() else folder / "program.md").read_text(encoding="utf-8")
    except OSError:
        return tr("Bantuan tidak ditemukan. Pasang ulang program untuk mengembalikannya.")


def show_help(page: str, parent: QWidget) -> QDialog:
    """Show the help beside the work; it stays open while one goes on."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(tr("Bantuan"))
    dialog.resize(*_SIZE)
    text = QTextBrowser()
    text.setAccessibleName(tr("Bantuan halaman ini"))
    text.setMarkdown(help_text(page))
    text.setFrameShape(QTextBrowser.Shape.NoFrame)
    close = button(tr("Tutup"))
    close.clicked.connect(dialog.close)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(16, 16, 16, 12)
    layout.addWidget(text, 1)
    layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
    dialog.show()
    return dialog
