"""The sidebar: where one can go, in three groups, as a rail of icons where the window is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.texts import tr
from ui.theme.fonts import Role, font
from ui.theme.icons import pixmap
from ui.theme.theme import theme
from ui.widgets.labels import hairline, label, on_plane, wrapped
from ui.widgets.scrolled import scrolled

WIDE, RAIL = 192, 56
_ROW, _RAIL_ROW = 32, 28
_ICON = 18
_FAR = 1000
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Home: -_FAR, Qt.Key.Key_End: _FAR}
"""How many rows the keys go on."""


@dataclass(frozen=True, slots=True)
class Place:
    """One row of the sidebar: the page's name, its words, its icon, and the group it stands in."""

    name: str
    title: str
    icon: str
    group: int = 0


class _Row(QAbstractButton):
    """A row that paints itself: icon and word; `stepped` asks for a row further on."""

    stepped = Signal(int)

    def __init__(self, place: Place, parent: QWidget) -> None:
        super().__init__(parent)
        self.place, self.rail = place, False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setText(place.title)
        self.setAccessibleName(place.title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme().changed.connect(self.update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from row to row; the page opens with Enter, since leaving one may ask something."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(RAIL, _RAIL_ROW) if self.rail else QSize(WIDE, _ROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self.height()
        pill = QRect(8, 1, self.width() - 16, height - 2)
        self._paint_ground(painter, pill)
        active = self.isChecked()
        colour = tokens.accent if active else tokens.text2
        ratio = self.devicePixelRatioF()
        left = (self.width() - _ICON) // 2 if self.rail else 20
        painter.drawPixmap(left, (height - _ICON) // 2, pixmap(self.place.icon, colour, _ICON, ratio))
        if not self.rail:
            painter.setFont(font(Role.BODY_STRONG if active else Role.BODY))
            painter.setPen(QColor(tokens.text if active else tokens.text2))
            room = QRect(46, 0, self.width() - 58, height)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.place.title)

    def _paint_ground(self, painter: QPainter, pill: QRect) -> None:
        tokens = theme().tokens
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(QColor(tokens.sel if self.isChecked() else tokens.line))
            painter.drawRoundedRect(pill, 4, 4)
        if self.isChecked():
            painter.setBrush(QColor(tokens.accent))
            painter.drawRect(pill.left(), pill.top() + 6, 3, pill.height() - 12)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(QColor(tokens.accent))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRoundedRect(pill.adjusted(1, 1, -1, -1), 4, 4)


class Sidebar(QFrame):
    """Emits `chosen` with the name of the page that was clicked."""

    chosen = Signal(str)

    def __init__(self, places: Sequence[Place], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        on_plane(self, "bg", "right")
        self._rows: dict[str, _Row] = {}
        self.brand = label(tr("SmartPNS"), Role.SECTION)
        self.mark = label("", Role.SECTION)
        self.mark.setFixedSize(24, 24)
        self.office = wrapped("", Role.TINY, "text2")
        self._lay_out(places)
        self.set_rail(on=False)
        theme().changed.connect(self._paint_mark)
        self._paint_mark()

    def _lay_out(self, places: Sequence[Place]) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 8, 12)
        head.setSpacing(10)
        head.addWidget(self.mark)
        head.addWidget(self.brand, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 4, 8, 10)
        foot.addWidget(self.office)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(scrolled(self._make_rows(places)), 1)
        layout.addLayout(foot)

    def _make_rows(self, places: Sequence[Place]) -> QWidget:
        inner = QWidget()
        on_plane(inner, "bg")
        body = QVBoxLayout(inner)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        group = 0
        for place in places:
            if place.group != group:
                group = place.group
                body.addWidget(_rule())
            row = _Row(place, inner)
            row.clicked.connect(lambda _on=False, name=place.name: self.chosen.emit(name))
            row.stepped.connect(lambda step, name=place.name: self._step(name, step))
            self._rows[place.name] = row
            body.addWidget(row)
        body.addStretch(1)
        return inner

    def _step(self, name: str, step: int) -> None:
        rows = list(self._rows.values())
        place = list(self._rows).index(name) + step
        rows[max(0, min(place, len(rows) - 1))].setFocus(Qt.FocusReason.TabFocusReason)

    def row(self, name: str) -> QAbstractButton:
        """The row of a page."""
        return self._rows[name]

    def show_place(self, name: str) -> None:
        """Mark the page that is shown."""
        if name in self._rows:
            self._rows[name].setChecked(True)

    def set_rail(self, *, on: bool) -> None:
        """Icons alone, with their words as tool tips, or icons with words."""
        self.setFixedWidth(RAIL if on else WIDE)
        self.brand.setVisible(not on)
        self.office.setVisible(not on)
        for row in self._rows.values():
            row.rail = on
            row.setToolTip(row.place.title if on else "")
            row.updateGeometry()
            row.update()

    def _paint_mark(self) -> None:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(QSize(24, 24) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme().tokens.accent))
        painter.drawRoundedRect(0, 0, 24, 24, 5, 5)
        painter.setBrush(QColor(theme().tokens.on_accent))
        for left, height in ((5, 6), (10, 10), (15, 13)):
            painter.drawRect(left, 18 - height, 4, height)
        painter.end()
        self.mark.setPixmap(picture)


def _rule() -> QWidget:
    rule = QWidget()
    layout = QVBoxLayout(rule)
    layout.setContentsMargins(16, 8, 16, 8)
    layout.addWidget(hairline())
    return rule
