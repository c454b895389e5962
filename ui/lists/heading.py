"""The headings of a list: over the text of their cells, the sorted ones marked."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.lists.cell_delegate import CHECK, PAD
from ui.theme.fonts import Role, font, metrics
from ui.theme.theme import theme

_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)


class Heading(QHeaderView):
    """Paints headings itself, so that the first stands over its text and not over the check boxes."""

    def __init__(self, parent: QWidget, *, with_checks: bool) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.with_checks = with_checks

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Ground, hairline, text."""
        tokens = theme().tokens
        painter.fillRect(rect, QColor(tokens.surface2))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.line))
        inner = rect.adjusted(PAD + (CHECK if self.with_checks and section == 0 else 0), 0, -PAD, 0)
        painter.setFont(font(Role.HEADER))
        painter.setPen(QColor(tokens.text2))
        model = self.model()
        text = str(model.headerData(section, Qt.Orientation.Horizontal, _DISPLAY) or "")
        if section and metrics(Role.HEADER).horizontalAdvance(text) > inner.width():
            # Rather less room around it than a year that cannot be read.
            inner.adjust(1 - PAD, 0, PAD - 1, 0)
        text = metrics(Role.HEADER).elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, model.headerData(section, Qt.Orientation.Horizontal, _ALIGNMENT), text)
