"""A store or a backup that was opened like a document: what it is, and what can be done with it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, Signal
from PySide6.QtWidgets import QWidget

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.words.figures import show_date, show_number
from ui.context import Target
from ui.settings.restoring import restore
from ui.texts import tr
from ui.widgets.dialogs import choose

if TYPE_CHECKING:
    from smartpns_desktop.services.store_files import StoreGlance
    from ui.context import Context


class StoreFiles(QObject):
    """Asks what is meant: another folder's store is no sheet to import. `left` tells that nothing was wanted."""

    left = Signal()

    def __init__(self, context: Context, window: QWidget, may_leave: Callable[[], bool]) -> None:
        super().__init__(window)
        self._context, self._window, self._may_leave = context, window, may_leave

    def take(self, file: Path) -> bool:
        """Whether a file is one of the program's own; if so it is opened."""
        from smartpns_desktop.domain.updates import ENDING as UPDATE_ENDING
        from smartpns_desktop.services.store_files import ENDING, EXCHANGE_ENDING, glance

        ending, context = file.suffix.lower(), self._context
        if ending == EXCHANGE_ENDING:
            context.refuse(CannotDo("exchange.not_yet", path=file.name))
        elif ending == UPDATE_ENDING:
            context.go(Target("settings", act="updates", file=file))
        elif ending == ENDING and file.exists() and file.samefile(context.app.database.path):
            context.told.emit(tr("Berkas ini adalah data yang sedang terbuka"), None)
        elif ending == ENDING:
            context.operations.read(lambda: glance(file), self._ask, owner=self, failed=self._refuse)
        return ending in (ENDING, EXCHANGE_ENDING, UPDATE_ENDING)

    def _refuse(self, error: BaseException) -> None:
        self._context.refuse(error)
        self.left.emit()

    def _ask(self, found: StoreGlance) -> None:
        acts = [tr("Pulihkan ke sini"), *([tr("Buka foldernya")] if found.has_folder else ())]
        title = tr("Apa yang dilakukan dengan {name}?", name=found.path.name)
        answer = choose(self._window, title, _told(found, self._context.app.data_dir), acts)
        if answer == 1 and self._may_leave():
            restore(self._context, found.path)
        elif answer == 2:
            QProcess.startDetached(*_program_on(found.path.parent))
        else:
            self.left.emit()


def _told(found: StoreGlance, data_dir: Path) -> str:
    office = found.office or tr("Kantor belum diisi")
    sentences = [
        tr("{office}: {count} pegawai, terakhir diubah {changed}, revisi data {revision}.", office=office,
           count=show_number(found.people), changed=f"{show_date(found.changed.date())} {found.changed:%H.%M}",
           revision=found.revision),
        tr("Memulihkan mengganti seluruh data di {folder} dengan isi berkas ini. "
           "Data sekarang dicadangkan lebih dahulu.", folder=data_dir),
    ]  # fmt: skip
    if found.missing:
        sentences.append(_lacking(found))
    if found.has_folder:
        sentences.append(tr("Membuka foldernya menampilkan data itu di jendela lain; data di sini tidak berubah."))
    return "\n\n".join(sentences)


def _lacking(found: StoreGlance) -> str:
    return tr(
        "{missing} dari {attached} berkas lampirannya tidak ada di sebelahnya. "
        "Salin juga folder attachments dari tempat asalnya, lalu buka lagi berkas ini.",
        missing=show_number(found.missing),
        attached=show_number(found.attached),
    )


def _program_on(folder: Path) -> tuple[str, list[str]]:
    """The program and the arguments that open a window on another data folder."""
    source = [] if hasattr(sys, "frozen") else ["-m", "smartpns_desktop"]
    return sys.executable, [*source, "--data-dir", str(folder)]
