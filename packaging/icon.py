"""Draws the program's icon and the installer's picture: `python packaging/icon.py`, after a change of their look."""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

ROOT = Path(__file__).resolve().parent.parent
ICON = ROOT / "resources" / "icons" / "smartpns.ico"
BANNER = ROOT / "packaging" / "windows" / "installer.bmp"
# The mark on a grid of 24: the tile's corners, the bars' width, foot and heights.
GRID, ROUND, WIDTH, BOTTOM, HEIGHTS = 24, 5, 4, 18, (6, 10, 13)
# What Windows shows: in lists and title bars at 100 to 200 %, on the taskbar, on the desktop, and large (as PNG).
SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
PACKED = 256
# The picture beside the last page of setup, at 200 %: its size, the mark's place and side, the name's line and height.
BANNER_SIZE, MARK, NAME = (328, 628), (54, 110, 220), (305, 46)


def main() -> int:
    """Draw every size into one file, and the picture into its own."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sys.path.insert(0, str(ROOT))
    application = QGuiApplication([])
    pictures = [(side, packed(drawn(side)) if side >= PACKED else bitmap(drawn(side))) for side in SIZES]
    banner().save(str(BANNER))
    application.quit()
    ICON.write_bytes(container(pictures))
    return 0


def drawn(side: int) -> QImage:
    """The mark that stands in the window's sidebar, in a square of `side` pixels, its bars on whole pixels."""
    from ui.theme.tokens import LIGHT

    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(LIGHT.accent))
    painter.drawRoundedRect(QRectF(0, 0, side, side), side * ROUND / GRID, side * ROUND / GRID)
    painter.setBrush(QColor(LIGHT.on_accent))
    width, gap = round(side * WIDTH / GRID), max(1, side // GRID)
    left, bottom = (side - 3 * width - 2 * gap) // 2, round(side * BOTTOM / GRID)
    for place, height in enumerate(HEIGHTS):
        tall = round(side * height / GRID)
        painter.drawRect(left + place * (width + gap), bottom - tall, width, tall)
    painter.end()
    return image


def banner() -> QImage:
    """The mark and the name in white on the accent colour, in few colours, as it is not compressed."""
    from ui.theme.tokens import LIGHT

    left, top, side = MARK
    line, height = NAME
    image = QImage(*BANNER_SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.accent))
    painter = QPainter(image)
    painter.drawImage(left, top, drawn(side))
    font = QFont("Noto Sans", weight=QFont.Weight.DemiBold)
    font.setPixelSize(height)
    painter.setFont(font)
    painter.setPen(QColor(LIGHT.on_accent))
    painter.drawText(0, line, image.width(), 2 * height, Qt.AlignmentFlag.AlignHCenter, "SmartPNS")
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Indexed8, Qt.ImageConversionFlag.AvoidDither)


def packed(image: QImage) -> bytes:
    """The picture as PNG."""
    buffer = QBuffer()
    image.save(buffer, "PNG")  # type: ignore[call-overload] # Qt takes the name as text
    return bytes(buffer.data().data())


def bitmap(image: QImage) -> bytes:
    """The picture as Windows keeps small icons: rows of BGRA from below, then an empty mask."""
    side = image.width()
    header = struct.pack("<IiiHHIIiiII", 40, side, 2 * side, 1, 32, 0, 0, 0, 0, 0, 0)
    pixels = bytes(image.constBits())
    rows = b"".join(pixels[row * side * 4 : (row + 1) * side * 4] for row in reversed(range(side)))
    return header + rows + bytes((side + 31) // 32 * 4 * side)


def container(pictures: list[tuple[int, bytes]]) -> bytes:
    """An .ico file of pictures with their sides."""
    place = 6 + 16 * len(pictures)
    entries = []
    for side, data in pictures:
        entries.append(struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(data), place))
        place += len(data)
    return struct.pack("<HHH", 0, 1, len(pictures)) + b"".join(entries) + b"".join(data for _, data in pictures)


if __name__ == "__main__":
    sys.exit(main())
