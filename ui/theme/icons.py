"""Icons by their Phosphor name, sharp at every scale and coloured by the theme that holds when they are painted."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache

from ui.theme.icon_font import painted, signs
from ui.theme.theme import theme


def icon(name: str, colour: str | None = None, size: int = 16) -> QIcon:
    """An icon that follows the theme by itself.

    `colour` is a token's name or `#RRGGBB`, without it the text's; `size` is the usual one in logical pixels.
    An unknown name gives an empty icon: a missing picture must never stop a page.
    """
    return QIcon(_Engine(name, colour or "text", size)) if name in signs() else QIcon()


def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """One icon of `size` logical pixels for a device ratio, for use while painting; cached by Qt."""
    value = theme().tokens.of(colour)
    key = f"{name}/{value}/{size}/{ratio}"
    found = QPixmap()
    if not QPixmapCache.find(key, found):
        found = painted(name, value, size, ratio)
        QPixmapCache.insert(key, found)
    return found


def paint_icon(painter: QPainter, rect: QRect, name: str, colour: str, size: int = 16) -> None:
    """Paint an icon into the middle of a rectangle, at the painter's own device ratio."""
    left, top = rect.x() + (rect.width() - size) // 2, rect.y() + (rect.height() - size) // 2
    painter.drawPixmap(left, top, pixmap(name, colour, size, painter.device().devicePixelRatioF()))


class _Engine(QIconEngine):
    """Paints one name and asks the theme for the colour each time."""

    def __init__(self, name: str, colour: str, size: int) -> None:
        super().__init__()
        self._name, self._colour, self._size = name, colour, size

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        """Qt asks in device pixels and sets the ratio itself."""
        return pixmap(self._name, self._coloured(mode), min(size.width(), size.height()))

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        paint_icon(painter, rect, self._name, self._coloured(mode), min(rect.width(), rect.height()))

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._colour, self._size)

    def iconName(self) -> str:
        return self._name

    def actualSize(self, size: QSize, _mode: QIcon.Mode, _state: QIcon.State) -> QSize:
        """Never larger than meant, wherever the icon is shown."""
        return size.boundedTo(QSize(self._size, self._size))

    def _coloured(self, mode: QIcon.Mode) -> str:
        return "dis" if mode == QIcon.Mode.Disabled else self._colour
