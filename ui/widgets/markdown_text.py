"""Text in Markdown to be read, with headings as the rest of the program has them."""

from __future__ import annotations

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser

from ui.theme.fonts import Role, font


class MarkdownText(QTextBrowser):
    """A quiet page of text; a link is only told by `anchorClicked`, nothing opens by itself."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)

    def show_markdown(self, text: str) -> None:
        """Show another text from its beginning."""
        self.setMarkdown(text)
        self._size_headings()

    def _size_headings(self) -> None:
        """Qt's own would shout."""
        block = self.document().begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            if level:
                look = QTextCharFormat()
                look.setFont(font(Role.TITLE if level == 1 else Role.SECTION))
                cursor = QTextCursor(block)
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                cursor.setCharFormat(look)
            block = block.next()
