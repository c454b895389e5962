"""One page after the other: title, repeated headings, rows, and the line at the foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPainter, QPen

from smartpns_desktop.words.figures import show_date
from ui.printing.columns import PADDING
from ui.printing.printout import Printout
from ui.printing.text_fit import TextFit
from ui.texts import tr
from ui.theme.tokens import LIGHT

_BODY, _HEAD, _TITLE, _FOOT = 8.5, 8.5, 13.0, 7.5
"""Sizes of the print in points."""
_ROW_GAP = 4.0
"""Points between the texts of two rows."""


def print_fit(device: QPagedPaintDevice) -> TextFit:
    """Measures the texts of rows on a device."""
    return _fit(_BODY, device)


def _fit(points: float, device: QPagedPaintDevice, *, strong: bool = False) -> TextFit:
    font = QFont()
    font.setPointSizeF(points)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    font.setFeature(QFont.Tag("tnum"), 1)
    return TextFit(font, device)


class PagePainter:
    """Paints rows and begins a new page where one is full; everything inside is in the device's units."""

    def __init__(
        self, painter: QPainter, device: QPagedPaintDevice, printout: Printout, widths: Sequence[float]
    ) -> None:
        self._painter, self._device, self._printout = painter, device, printout
        self._unit = device.logicalDpiX() / 72
        self._widths = widths
        self._body, self._head = print_fit(device), _fit(_HEAD, device, strong=True)
        self._title, self._foot = _fit(_TITLE, device, strong=True), _fit(_FOOT, device)
        self._width, self._height = float(device.width()), float(device.height())
        self._bottom = self._height - self._foot.metrics.height() - 6 * self._unit
        self._page, self._rows, self._y = 1, 0, 0.0
        self._begin_page()

    def add_row(self, row: Sequence[str]) -> None:
        """Paint a row, on the next page where this one is full."""
        cells = list(self._broken(row, self._body))
        height = self._height_of(cells, self._body)
        if self._y + height > self._bottom:
            self._device.newPage()
            self._page += 1
            self._begin_page()
        self._paint_row(cells, self._body, LIGHT.text)
        self._y += height
        self._rule(LIGHT.line, 0.4)
        self._rows += 1

    def finish(self) -> int:
        """Say so where there was no row; the number of pages."""
        if not self._rows:
            self._y += self._body.metrics.height()
            self._text(tr("Tidak ada data."), self._body, LIGHT.text2, QPointF(0, self._y))
        return self._page

    def _begin_page(self) -> None:
        self._y = 0.0
        if self._page == 1:
            self._paint_title()
        heads = list(self._broken([column.title for column in self._printout.columns], self._head))
        self._paint_row(heads, self._head, LIGHT.text2)
        self._y += self._height_of(heads, self._head)
        self._rule(LIGHT.edge, 0.8)
        self._paint_foot()

    def _paint_title(self) -> None:
        lines = (
            (self._printout.office, self._foot, LIGHT.text2),
            (self._printout.title, self._title, LIGHT.text),
            (self._printout.subtitle, self._body, LIGHT.text2),
        )
        for text, fit, colour in lines:
            for line in fit.lines(text, self._width) if text else ():
                self._text(line, fit, colour, QPointF(0, self._y + fit.metrics.ascent()))
                self._y += fit.metrics.height()
        self._y += 8 * self._unit

    def _paint_foot(self) -> None:
        base = self._height - self._foot.metrics.descent()
        told = tr("Dicetak {date}", date=show_date(self._printout.printed))
        page = tr("Halaman {number}", number=self._page)
        self._text(told, self._foot, LIGHT.text2, QPointF(0, base))
        self._text(page, self._foot, LIGHT.text2, QPointF(self._width - self._foot.width(page), base))
        if self._page > 1:
            (title, *_) = self._foot.lines(self._printout.title, self._width / 2)
            self._text(title, self._foot, LIGHT.text2, QPointF((self._width - self._foot.width(title)) / 2, base))

    def _broken(self, row: Sequence[str], fit: TextFit) -> Iterator[tuple[str, ...]]:
        for column, text, width in zip(self._printout.columns, row, self._widths, strict=True):
            whole = column.whole and fit is self._body
            yield (" ".join(text.split()),) if whole else fit.lines(text, width - PADDING * self._unit)

    def _height_of(self, cells: Sequence[Sequence[str]], fit: TextFit) -> float:
        return max(map(len, cells)) * fit.metrics.height() + _ROW_GAP * self._unit

    def _paint_row(self, cells: Sequence[Sequence[str]], fit: TextFit, colour: str) -> None:
        left, gap = 0.0, PADDING * self._unit
        for column, lines, width in zip(self._printout.columns, cells, self._widths, strict=True):
            base = self._y + _ROW_GAP / 2 * self._unit + fit.metrics.ascent()
            for line in lines:
                indent = max(0.0, width - gap - fit.width(line)) if column.right else 0.0
                self._text(line, fit, colour, QPointF(left + indent, base), width - gap)
                base += fit.metrics.height()
            left += width

    def _text(self, text: str, fit: TextFit, colour: str, base: QPointF, room: float = 0.0) -> None:
        """A text from a point on; one that is wider than its room is squeezed, for it must not be cut."""
        self._painter.setFont(fit.font)
        self._painter.setPen(QColor(colour))
        if not room or fit.width(text) <= room:
            self._painter.drawText(base, text)
            return
        self._painter.save()
        self._painter.translate(base)
        self._painter.scale(room / fit.width(text), 1.0)
        self._painter.drawText(QPointF(0, 0), text)
        self._painter.restore()

    def _rule(self, colour: str, points: float) -> None:
        self._painter.setPen(QPen(QColor(colour), points * self._unit))
        self._painter.drawLine(QLineF(0, self._y, self._width, self._y))
