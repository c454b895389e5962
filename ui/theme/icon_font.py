"""The icon font that ships: which signs it has, and one sign painted as a picture."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QPainterPath, QPixmap

FAMILY = "SmartPNS Phosphor"


@lru_cache(maxsize=1)
def signs() -> dict[str, str]:
    """The character in the font for every Phosphor name there is; nothing if the file is gone or spoilt."""
    try:
        table = json.loads(files("resources").joinpath("icons/phosphor.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {name: chr(int(code, 16)) for name, code in table.items()}


def painted(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """A sign of `size` logical pixels in `#RRGGBB` for screens of this device ratio; clear if the name is unknown."""
    side = round(size * ratio)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(_outline(name, side), QColor(colour))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def _outline(name: str, side: int) -> QPainterPath:
    """The sign's outline in a square of `side`; all signs stand on its lower edge."""
    path = QPainterPath()
    if name in signs() and _font_is_there():
        drawn = QFont(FAMILY)
        drawn.setPixelSize(side)
        drawn.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
        path.addText(0, side, drawn, signs()[name])
    return path


@lru_cache(maxsize=1)
def _font_is_there() -> bool:
    if QFontDatabase.hasFamily(FAMILY):
        return True
    try:
        data = files("resources").joinpath("icons/phosphor.ttf").read_bytes()
    except OSError:
        return False
    return QFontDatabase.addApplicationFontFromData(data) >= 0
