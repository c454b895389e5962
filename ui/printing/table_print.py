"""A list of any length on paper or in a PDF, painted page by page as its rows come."""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFile, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from smartpns_desktop.domain.errors import CannotDo, Outcome
from ui.printing.columns import divide
from ui.printing.page_painter import PagePainter, print_fit
from ui.printing.printout import Printout

if TYPE_CHECKING:
    from smartpns_desktop.services.watch import Watch

_MARGIN = 12.0
"""Millimetres at every edge; office printers reach no further than 5."""
_POINTS_PER_MM = 72 / 25.4
_TOLD_EVERY = 200
"""Rows between two looks at the wish to stop."""


def print_table(
    device: QPagedPaintDevice, printout: Printout, rows: Iterable[Sequence[str]], watch: Watch, total: int = 0
) -> int:
    """Paint all rows and return the number of pages; each row has a text for every column.

    Sets the page of the device: upright where the columns fit, else on its side. `total` rows are for the
    progress alone. Runs in any thread. Raises CannotDo: "cancelled", "printer.refused" where the device refuses.
    """
    widths = _set_page(device, printout)
    painter = QPainter()
    if not painter.begin(device):
        raise CannotDo("printer.refused", Outcome.FORBIDDEN)
    try:
        pages = PagePainter(painter, device, printout, widths)
        watch.begin("write")
        for done, row in enumerate(rows):
            if done % _TOLD_EVERY == 0:
                watch.step(done, max(total, done))
            pages.add_row(row)
        return pages.finish()
    finally:
        painter.end()


def save_pdf(path: Path, printout: Printout, rows: Iterable[Sequence[str]], watch: Watch, total: int = 0) -> int:
    """Write the rows to a PDF and return the number of pages. Raises CannotDo("cancelled") and as `pdf_writer` does."""
    with pdf_writer(path, printout.title) as writer:
        return print_table(writer, printout, rows, watch, total)


@contextmanager
def pdf_writer(path: Path, title: str) -> Iterator[QPdfWriter]:
    """Something to paint a PDF on; the file comes to be whole or not at all.

    Raises CannotDo: `file.in_use`, `folder.not_writable`, `disk.full`.
    """
    from smartpns_desktop.services.new_files import new_file

    with new_file(path) as draft:
        file = QFile(str(draft))
        if not file.open(QIODevice.OpenModeFlag.WriteOnly):
            raise PermissionError(errno.EACCES, file.errorString())
        try:
            writer = QPdfWriter(file)
            writer.setTitle(title)
            writer.setCreator("SmartPNS")
            yield writer
            # Qt drops what it could not write without a word, and only the file knows.
            if not file.flush() or file.error() != QFile.FileError.NoError:
                raise CannotDo("disk.full", Outcome.FORBIDDEN, path=path.name)
        finally:
            file.close()


def _set_page(device: QPagedPaintDevice, printout: Printout) -> tuple[float, ...]:
    """Choose the page; the widths of the columns in the device's units."""
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    size = QPageSize(QSizeF(*printout.paper.value), QPageSize.Unit.Millimeter, printout.paper.name, exact)
    short, long = ((edge - 2 * _MARGIN) * _POINTS_PER_MM for edge in printout.paper.value)
    unit = device.logicalDpiX() / 72
    fit = print_fit(device)
    division = divide(printout.columns, lambda text: fit.width(text) / unit, short, long)
    way = QPageLayout.Orientation.Landscape if division.landscape else QPageLayout.Orientation.Portrait
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    device.setPageLayout(QPageLayout(size, way, margins, QPageLayout.Unit.Millimeter))
    return tuple(width * unit for width in division.widths)
