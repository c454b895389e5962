"""Painting a row of the tree of agencies, with fonts and colours at hand (LOOK.md, grid)."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter

from ui.lists.columns import Align, State, ViewColumn
from ui.pages.agency_model import AgencyModel, record_of
from ui.theme.fonts import Role, font, metrics
from ui.theme.icons import paint_icon, pixmap
from ui.theme.theme import theme

_ICON = 14
SIGN = _ICON + 6
"""Width of a state's icon with the gap behind it."""
_CENTRED = Qt.AlignmentFlag.AlignVCenter


class AgencyCells:
    """Paints ground, sign and cells; a node that matches the search is written strong."""

    def __init__(self, model: AgencyModel) -> None:
        self._model = model
        self.renew()

    def renew(self) -> None:
        """Take fonts and colours from the theme again."""
        tokens = theme().tokens
        names = ("hover", "sel", "line", "text", "text2", "text3", "accent")
        self._colours = {name: QColor(getattr(tokens, name)) for name in names}

    def paint_ground(self, painter: QPainter, row: QRect, *, selected: bool, hovered: bool) -> None:
        """Selection with its mark at the far left, or the row under the mouse; a hairline below."""
        if selected:
            painter.fillRect(row, self._colours["sel"])
            painter.fillRect(row.left(), row.top(), 3, row.height() - 1, self._colours["accent"])
        elif hovered:
            painter.fillRect(row, self._colours["hover"])
        painter.fillRect(row.left(), row.bottom(), row.width(), 1, self._colours["line"])

    def paint_sign(self, painter: QPainter, rect: QRect, *, opened: bool) -> None:
        """The sign that opens a node out or folds it in."""
        paint_icon(painter, rect, "caret-down" if opened else "caret-right", "text2", _ICON)

    def paint_focus(self, painter: QPainter, rect: QRect) -> None:
        """Where the keyboard is."""
        painter.setPen(self._colours["accent"])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0, 0, -1, -2))
        painter.drawRect(rect.adjusted(1, 1, -2, -3))

    def paint_cell(self, painter: QPainter, rect: QRect, index: QModelIndex, place: int) -> None:
        """A text or a state."""
        node, column = self._model.node(index), self._model.columns[place]
        record = record_of(node)
        if column.state is not None:
            self._state(painter, rect, column.state(record))
            return
        strong = place == 0 and node.key in self._model.hits
        colour = "text" if node.closed_on is None else "text2"
        self._text(painter, rect, column.text(record), column, Role.BODY_STRONG if strong else Role.BODY, colour)

    def _text(self, painter: QPainter, rect: QRect, text: str, column: ViewColumn, role: Role, colour: str) -> None:
        painter.setFont(font(role))
        painter.setPen(self._colours[colour])
        if column.elided and metrics(role).horizontalAdvance(text) > rect.width():
            text = metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        side = Qt.AlignmentFlag.AlignRight if column.align is Align.RIGHT else Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, side | _CENTRED | Qt.TextFlag.TextSingleLine, text)

    def _state(self, painter: QPainter, rect: QRect, state: State) -> None:
        if not state.word:
            return
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(
            rect.left(), rect.center().y() - _ICON // 2 + 1, pixmap(state.icon, state.kind, _ICON, ratio)
        )
        painter.setFont(font(Role.BODY))
        painter.setPen(self._colours["text2"])
        painter.drawText(rect.adjusted(SIGN, 0, 0, 0), Qt.AlignmentFlag.AlignLeft | _CENTRED, state.word)
