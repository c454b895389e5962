"""The help of a page (F1): what it is for, the steps, and its keys, from `resources/help/`."""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.texts import tr
from ui.widgets.buttons import button
from ui.widgets.markdown_text import MarkdownText

_SIZE = (560, 520)


def help_text(page: str) -> str:
    """The help of a page in Markdown, and below it what holds everywhere."""
    folder = files("resources") / "help"
    found = [file for file in (folder / f"{page}.md", folder / "program.md") if file.is_file()]
    if not found:
        return tr("Bantuan tidak ditemukan. Pasang ulang program untuk mengembalikannya.")
    return "\n".join(file.read_text(encoding="utf-8") for file in found)


def show_help(page: str, parent: QWidget) -> QDialog:
    """Show the help of a page; its links lead to other pages, by the names of their files."""
    text = MarkdownText(tr("Bantuan halaman ini"))
    text.anchorClicked.connect(lambda link: text.show_markdown(help_text(link.toString())))
    text.show_markdown(help_text(page))
    return beside_work(tr("Bantuan"), text, parent)


def beside_work(title: str, text: MarkdownText, parent: QWidget) -> QDialog:
    """Show a text beside the work; it stays open while one goes on."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.resize(*_SIZE)
    close = button(tr("Tutup"))
    close.clicked.connect(dialog.close)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(16, 16, 16, 12)
    layout.addWidget(text, 1)
    layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
    dialog.show()
    return dialog
