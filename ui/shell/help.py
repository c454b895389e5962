"""The help of a page (F1): what it is for, the steps, and its keys, from `resources/help/`."""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from ui.texts import tr
from ui.theme.fonts import Role, font
from ui.widgets.buttons import button

_SIZE = (560, 520)


def help_text(page: str) -> str:
    """The help of a page in Markdown, and below it what holds everywhere."""
    folder = files("resources") / "help"
    found = [file for file in (folder / f"{page}.md", folder / "program.md") if file.is_file()]
    if not found:
        return tr("Bantuan tidak ditemukan. Pasang ulang program untuk mengembalikannya.")
    return "\n".join(file.read_text(encoding="utf-8") for file in found)


def show_help(page: str, parent: QWidget) -> QDialog:
    """Show the help beside the work; it stays open while one goes on."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(tr("Bantuan"))
    dialog.resize(*_SIZE)
    text = QTextBrowser()
    text.setAccessibleName(tr("Bantuan halaman ini"))
    text.setMarkdown(help_text(page))
    _size_headings(text)
    text.setFrameShape(QTextBrowser.Shape.NoFrame)
    close = button(tr("Tutup"))
    close.clicked.connect(dialog.close)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(16, 16, 16, 12)
    layout.addWidget(text, 1)
    layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
    dialog.show()
    return dialog


def _size_headings(text: QTextBrowser) -> None:
    """Headings as the rest of the program has them; Qt's own would shout."""
    block = text.document().begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        if level:
            look = QTextCharFormat()
            look.setFont(font(Role.TITLE if level == 1 else Role.SECTION))
            cursor = QTextCursor(block)
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.setCharFormat(look)
        block = block.next()
