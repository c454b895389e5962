"""Workbooks in which agencies mend their data, from the pages of the data's health."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from smartpns_desktop.words.figures import show_number
from ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.context import Context


_RATINGS = "performance-ratings"


def mending_menu(context: Context, parent: QWidget, agency: Callable[[], str]) -> QMenu:
    """Two workbooks to mend in: people's data as they stand, and missing ratings; `agency` is asked when it is due."""
    menu = QMenu(parent)
    menu.addAction(tr("Data pegawai yang perlu diperbaiki…"), lambda: export_people(context, parent, agency()))
    menu.addAction(tr("Templat SKP untuk diisi…"), lambda: export_ratings(context, parent, agency()))
    return menu


def export_people(context: Context, parent: QWidget, agency: str) -> None:
    """The people in whose data something is to be mended, each with what and how; it comes back through Impor."""
    out = _ask_file(parent, tr("Perbaikan data {agency}", agency=agency or tr("semua")))
    if out is None:
        return
    service = context.app.mending

    def told(count: int) -> str:
        if not count:
            return tr("Tidak ada pegawai yang datanya perlu diperbaiki; {file} kosong", file=out.name)
        return tr("{count} pegawai ditulis ke {file}; setelah diperbaiki, impor kembali", count=show_number(count),
                  file=out.name)  # fmt: skip

    context.write(tr("Mengekspor"), lambda _watch: service.write(out, agency or None), told)


def export_ratings(context: Context, parent: QWidget, agency: str) -> None:
    """The blank workbook of performance ratings, with a row begun for each person of the agency."""
    out = _ask_file(parent, tr("SKP {agency}", agency=agency or tr("semua")))
    if out is not None:
        templates = context.app.templates
        context.write(
            tr("Membuat templat"),
            lambda _watch: templates.write(_RATINGS, out, agency=agency or None),
            lambda _none: tr("Templat disimpan: {file}", file=out.name),
        )


def _ask_file(parent: QWidget, proposed: str) -> Path | None:
    start = str(Path.home() / f"{proposed.replace('/', '-')}.xlsx")
    name, _ = QFileDialog.getSaveFileName(parent, tr("Ekspor"), start, tr("Buku kerja Excel (*.xlsx)"))
    return Path(name).with_suffix(".xlsx") if name else None
