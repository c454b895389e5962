"""A text document on paper or in a PDF: profiles and other pages that are no list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QTextDocument,
)

from smartpns_desktop.domain.errors import CannotDo, Outcome
from smartpns_desktop.words.figures import show_date, show_number
from ui.printing.pagination import Page, divide
from ui.printing.print_dialog import PrintDialog
from ui.printing.printout import Paper
from ui.printing.table_print import pdf_writer
from ui.texts import tr
from ui.theme.fonts import FAMILIES
from ui.theme.tokens import LIGHT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import Context

_MARGIN = 15.0
"""Millimetres at every edge."""

_FOOT = 7.5
"""Points of the line at the foot."""

Html = Callable[[], str]
"""Makes the document; called in the background."""


def ask_and_print(context: Context, title: str, html: Html, parent: QWidget) -> None:
    """Ask for printer and paper, then print, or write the PDF that was asked for instead."""
    dialog = PrintDialog(title, parent)
    if not dialog.exec():
        return
    paper = dialog.paper
    if dialog.pdf is not None:
        write_pdf(context, title, html, dialog.pdf, paper)
    elif dialog.printer is not None:
        printer = dialog.printer
        context.write(
            tr("Mencetak"),
            lambda _watch: print_document(printer, html(), paper, title),
            lambda pages: tr("{count} halaman dicetak", count=show_number(pages)),
        )


def write_pdf(context: Context, title: str, html: Html, out: Path, paper: Paper = Paper.A4) -> None:
    """Write a PDF in the background."""

    def work(_watch: object) -> int:
        with pdf_writer(out, title) as writer:
            return print_document(writer, html(), paper, title)

    context.write(
        tr("Menulis PDF"), work, lambda pages: tr("{count} halaman: {file}", count=show_number(pages), file=out.name)
    )


def print_document(device: QPagedPaintDevice, html: str, paper: Paper, title: str = "") -> int:
    """Print HTML upright, each page with its number, and return how many there are. Runs in any thread.

    A row of a table that does not fit on a page begins on the next. Raises CannotDo("printer.refused").
    """
    size = QPageSize(QSizeF(*paper.value), QPageSize.Unit.Millimeter, paper.name, QPageSize.SizeMatchPolicy.ExactMatch)
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    portrait = QPageLayout.Orientation.Portrait
    device.setPageLayout(QPageLayout(size, portrait, margins, QPageLayout.Unit.Millimeter))
    foot = _foot_height(device)
    document = QTextDocument()
    document.documentLayout().setPaintDevice(device)
    document.setDocumentMargin(0)
    document.setDefaultFont(QFont(FAMILIES))
    document.setHtml(html)
    document.setTextWidth(device.width())
    pages = divide(document, device.height() - foot)
    painter = QPainter()
    if not painter.begin(device):
        raise CannotDo("printer.refused", Outcome.FORBIDDEN)
    try:
        for number, page in enumerate(pages, start=1):
            if number > 1:
                device.newPage()
            _paint_page(painter, document, page)
            _paint_foot(painter, device, (number, len(pages)), title)
    finally:
        painter.end()
    return len(pages)


def _paint_page(painter: QPainter, document: QTextDocument, page: Page) -> None:
    at, width = 0.0, document.textWidth()
    for top, bottom in filter(None, (page.head, (page.top, page.bottom))):
        painter.save()
        painter.translate(0, at - top)
        painter.setClipRect(QRectF(0, top, width, bottom - top))
        document.drawContents(painter, QRectF(0, top, width, bottom - top))
        painter.restore()
        at += bottom - top


def _foot_font() -> QFont:
    font = QFont(FAMILIES)
    font.setPointSizeF(_FOOT)
    return font


def _foot_height(device: QPagedPaintDevice) -> float:
    return 2 * QFontMetricsF(_foot_font(), device).height()


def _paint_foot(painter: QPainter, device: QPagedPaintDevice, pages: tuple[int, int], title: str) -> None:
    """What the document is, when it was printed, and which of its pages this is."""
    line = QRectF(0, 0, device.width(), device.height())
    bottom = Qt.AlignmentFlag.AlignBottom
    told = tr("Dicetak {date}", date=show_date(date.today()))
    painter.save()
    painter.setFont(_foot_font())
    painter.setPen(QColor(LIGHT.text2))
    painter.drawText(line, bottom | Qt.AlignmentFlag.AlignLeft, " · ".join(filter(None, (title, told))))
    number = tr("Halaman {number} dari {count}", number=pages[0], count=pages[1])
    painter.drawText(line, bottom | Qt.AlignmentFlag.AlignRight, number)
    painter.restore()
