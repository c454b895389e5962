"""A text document on paper or in a PDF: profiles and other pages that are no list."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QFont, QPagedPaintDevice, QPageLayout, QPageSize, QTextDocument

from smartpns_desktop.words.labels import show_number
from ui.printing.print_dialog import PrintDialog
from ui.printing.printout import Paper
from ui.printing.table_print import pdf_writer
from ui.texts import tr
from ui.theme.fonts import FAMILIES

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import Context

_MARGIN = 15.0
"""Millimetres at every edge."""

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
            lambda _watch: print_document(printer, html(), paper),
            lambda pages: tr("{count} halaman dicetak", count=show_number(pages)),
        )


def write_pdf(context: Context, title: str, html: Html, out: Path, paper: Paper = Paper.A4) -> None:
    """Write a PDF in the background."""

    def work(_watch: object) -> int:
        with pdf_writer(out, title) as writer:
            return print_document(writer, html(), paper)

    context.write(
        tr("Menulis PDF"), work, lambda pages: tr("{count} halaman: {file}", count=show_number(pages), file=out.name)
    )


def print_document(device: QPagedPaintDevice, html: str, paper: Paper) -> int:
    """Print HTML upright and return the number of pages. Runs in any thread."""
    size = QPageSize(QSizeF(*paper.value), QPageSize.Unit.Millimeter, paper.name, QPageSize.SizeMatchPolicy.ExactMatch)
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    portrait = QPageLayout.Orientation.Portrait
    device.setPageLayout(QPageLayout(size, portrait, margins, QPageLayout.Unit.Millimeter))
    document = QTextDocument()
    document.documentLayout().setPaintDevice(device)
    document.setDocumentMargin(0)
    document.setDefaultFont(QFont(FAMILIES))
    document.setHtml(html)
    document.setPageSize(QSizeF(device.width(), device.height()))
    document.print_(device)
    return document.pageCount()
