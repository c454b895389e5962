"""Painting the lines of a list: ground, columns, one or two lines of text, old and new values."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme.fonts import Role, font
from ui.theme.icons import pixmap
from ui.theme.theme import theme
from ui.widgets.line import Line

_SIDE, _GAP, _ICON, _PART = 16, 12, 16, 24
_FIELD = 0.32
"""Share of the width that names of fields may take before their values."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class LinePainter(QStyledItemDelegate):
    """Paints `Line`s; its fonts and colours are taken from the theme once, not line by line."""

    def __init__(self, view: QListView, *, lead: str, state: str, right: str) -> None:
        super().__init__(view)
        self._widest = (lead, state, right)
        theme().changed.connect(self._renew)
        self._renew()

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line: Line = index.data(Qt.ItemDataRole.UserRole)
        body = self._metrics[Role.BODY].height()
        if line.is_heading:
            return QSize(200, body + 18)
        return QSize(200, body + self._metrics[Role.SMALL].height() + 13 if line.note else body + 9)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """From the left: lead, icon, text; from the right: number, state."""
        line: Line = index.data(Qt.ItemDataRole.UserRole)
        rect: QRect = option.rect
        self._ground(painter, rect, option.state, line)
        inner = rect.adjusted(_SIDE, 0, -_SIDE, -1)
        if line.is_heading:
            self._heading(painter, inner, line)
        else:
            inner = self._left(painter, self._right(painter, inner, line), line)
            (self._change if line.changes else self._text)(painter, inner, line)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._colours["accent"])
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -1, -2))
            painter.drawRect(rect.adjusted(1, 1, -2, -3))

    def _renew(self) -> None:
        tokens = theme().tokens
        names = "surface2 hover sel line text text2 text3 accent ok warn bad".split()
        self._colours = {name: QColor(tokens.of(name)) for name in names}
        roles = (Role.BODY, Role.BODY_STRONG, Role.SMALL, Role.SMALL_STRONG)
        self._fonts = {role: font(role) for role in roles}
        self._metrics = {role: QFontMetrics(made) for role, made in self._fonts.items()}
        self._struck = {role: _struck(made) for role, made in self._fonts.items()}
        body, small = self._metrics[Role.BODY], self._metrics[Role.SMALL]
        lead, state, right = self._widest
        self._lead_width = body.horizontalAdvance(lead) + _GAP if lead else 0
        self._state_width = small.horizontalAdvance(state) + _ICON + 6 + _GAP if state else 0
        self._right_width = body.horizontalAdvance(right) + _GAP if right else 0

    def _ground(self, painter: QPainter, rect: QRect, state: Any, line: Line) -> None:
        colours = self._colours
        if line.is_heading:
            painter.fillRect(rect, colours["surface2"])
        elif state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colours["sel"])
            painter.fillRect(rect.left(), rect.top(), 3, rect.height() - 1, colours["accent"])
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colours["hover"])
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colours["line"])

    def _heading(self, painter: QPainter, rect: QRect, line: Line) -> None:
        self._write(painter, rect, line.right, Role.BODY, "text2", _RIGHT)
        self._write(painter, rect, line.title, Role.BODY_STRONG, "text")

    def _right(self, painter: QPainter, rect: QRect, line: Line) -> QRect:
        """Paint the columns at the right and return what is left of the line."""
        self._write(painter, rect, line.right, Role.BODY, "text", _RIGHT)
        rect = rect.adjusted(0, 0, -self._right_width, 0)
        if line.state is not None:
            place = QRect(rect.right() - self._state_width + _GAP + 1, rect.top(), self._state_width, rect.height())
            self._icon(painter, place, line.state.icon, line.state.kind, 14)
            self._write(painter, place.adjusted(_ICON + 4, 0, 0, 0), line.state.word, Role.SMALL, line.state.kind)
        return rect.adjusted(0, 0, -self._state_width, 0)

    def _left(self, painter: QPainter, rect: QRect, line: Line) -> QRect:
        """Paint lead and icon and return what is left of the line."""
        if self._lead_width:
            place = QRect(rect.left(), rect.top(), self._lead_width, rect.height())
            self._write(painter, place, line.lead, Role.BODY, "text2")
            rect = rect.adjusted(self._lead_width, 0, 0, 0)
        rect = rect.adjusted(_PART if line.is_part else 0, 0, 0, 0)
        self._icon(painter, rect, line.icon, line.colour, _ICON)
        return rect.adjusted(_ICON + 10, 0, 0, 0)

    def _text(self, painter: QPainter, rect: QRect, line: Line) -> None:
        colour = "text3" if line.is_struck else "text"
        if not line.note:
            self._write(painter, rect, line.title, Role.BODY, colour, struck=line.is_struck)
            return
        role = Role.BODY if line.is_part else Role.BODY_STRONG
        middle = rect.top() + 5 + self._metrics[Role.BODY].height()
        above, below = QRect(rect), QRect(rect)
        above.setTop(rect.top() + 4)
        above.setBottom(middle)
        below.setTop(middle)
        below.setBottom(rect.bottom() - 4)
        self._write(painter, above, line.title, role, colour, struck=line.is_struck)
        self._write(painter, below, line.note, Role.SMALL, "text3" if line.is_struck else "text2")

    def _change(self, painter: QPainter, rect: QRect, line: Line) -> None:
        """The name of a field, what it said before, and what it says since."""
        room = round(rect.width() * _FIELD)
        self._write(painter, QRect(rect.left(), rect.top(), room - _GAP, rect.height()), line.title, Role.BODY, "text2")
        values = rect.adjusted(room, 0, 0, 0)
        if line.old or not line.new:
            half = values.width() // 2 if line.new else values.width()
            place = QRect(values.left(), values.top(), half - 3 * _GAP, values.height())
            used = self._write(painter, place, line.old or "—", Role.BODY, "text3", struck=bool(line.old))
            values = values.adjusted(used + 8, 0, 0, 0)
            self._icon(painter, values, "arrow-right", "text3", 14)
            values = values.adjusted(_ICON + 6, 0, 0, 0)
        role, colour = (Role.BODY, "text3") if line.is_struck else (Role.BODY_STRONG, "accent")
        self._write(painter, values, line.new or "—", role, colour, struck=line.is_struck and bool(line.new))

    def _icon(self, painter: QPainter, rect: QRect, name: str, colour: str, size: int) -> None:
        if name:
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(rect.left(), rect.center().y() - size // 2 + 1, pixmap(name, colour, size, ratio))

    def _write(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        role: Role,
        colour: str,
        side: Qt.AlignmentFlag | Qt.TextFlag = _LEFT,
        *,
        struck: bool = False,
    ) -> int:
        """Write a text, elided where it must be, and return its width."""
        shown = self._metrics[role].elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.setFont(self._struck[role] if struck else self._fonts[role])
        painter.setPen(self._colours.get(colour, self._colours["text2"]))
        painter.drawText(rect, side, shown)
        return self._metrics[role].horizontalAdvance(shown)


def _struck(made: QFont) -> QFont:
    struck = QFont(made)
    struck.setStrikeOut(True)
    return struck
