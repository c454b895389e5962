"""The files attached to a row: listed, opened, added by dialog or by drop, and taken off."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.texts import tr
from ui.widgets.attachment_list_view import AttachmentListView
from ui.widgets.attachments_opened import open_copy
from ui.widgets.dialogs import ask_destructive
from ui.widgets.line import Line

if TYPE_CHECKING:
    from smartpns_desktop.services.attachments import Attachment
    from smartpns_desktop.services.changes import Changes
    from ui.context import Context

_ICONS = {"pdf": "file-pdf"}
_KINDS = "*.pdf *.jpg *.jpeg *.png *.docx *.xlsx *.odt *.ods *.doc *.xls"


class AttachmentList(QWidget):
    """Shows the files of one row of a table, and changes them at once; before there is a row they wait in `pending`.

    `changed` tells that `pending` has other files.
    """

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._subject, self._key = "", 0
        self._found: Sequence[Attachment] = ()
        self.pending: list[Path] = []
        self.add = QAction(tr("Lampirkan berkas"), self)
        self.open = QAction(tr("Buka"), self)
        self.remove = QAction(tr("Lepas"), self)
        self.view = AttachmentListView(self, self.add, self.open, self.remove)
        self.add.triggered.connect(self._ask)
        self.open.triggered.connect(self._open)
        self.remove.triggered.connect(self._remove)
        self.view.list.opened.connect(lambda _thing: self._open())
        self.view.list.chosen.connect(self._on_chosen)
        self.setAcceptDrops(True)
        self.setFocusProxy(self.view.list)
        context.changed.connect(self._on_changes)
        self._show(())

    def show_of(self, subject: str, key: int) -> None:
        """Show the files of a row of a table."""
        self._subject, self._key, self.pending = subject, key, []
        service = self._context.app.attachments
        self._context.operations.read(lambda: service.of(subject, key), self._show, owner=self, slot="attachments")

    def begin(self) -> None:
        """Begin for a row that is yet to be stored."""
        self._subject, self._key, self.pending = "", 0, []
        self._show(())

    def add_files(self, files: Sequence[Path]) -> None:
        """Attach files to the row, or keep them for it until it is stored; refused ones are told."""
        for file in files:
            if self._key:
                self._attach(file)
            else:
                self._keep(file)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped here."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A dropped file is attached, not imported."""
        event.acceptProposedAction()
        self.add_files([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def _attach(self, file: Path) -> None:
        service, subject, key = self._context.app.attachments, self._subject, self._key
        self._context.write(
            tr("Melampirkan {name}", name=file.name),
            lambda _watch: service.attach(subject, key, file),
            lambda _changes: tr("{name} dilampirkan", name=file.name),
        )

    def _keep(self, file: Path) -> None:
        """It waits from now on, so that a save right after takes it; one that is refused is let go again."""
        if file in self.pending:
            return
        service = self._context.app.attachments
        self._set_pending([*self.pending, file])

        def refuse(error: BaseException) -> None:
            self._set_pending([it for it in self.pending if it != file])
            self._context.refuse(error)

        self._context.operations.read(
            lambda: service.check(file), lambda _sound: None, owner=self, slot=str(file), failed=refuse
        )

    def _set_pending(self, files: list[Path]) -> None:
        self.pending = files
        self._show_pending()
        self.changed.emit()

    def _ask(self) -> None:
        kinds = tr("Dokumen dan foto ({kinds})", kinds=_KINDS)
        names, _ = QFileDialog.getOpenFileNames(self, tr("Pilih berkas untuk dilampirkan"), str(Path.home()), kinds)
        self.add_files([Path(name) for name in names])

    def _open(self) -> None:
        thing = self.view.list.current_thing()
        if isinstance(thing, int):
            open_copy(self._context, thing, self)

    def _remove(self) -> None:
        thing, line = self.view.list.current_thing(), self.view.list.current_line()
        if isinstance(thing, Path):
            self._set_pending([it for it in self.pending if it != thing])
        elif isinstance(thing, int) and line is not None:
            title, service = tr("Lepas lampiran {name}?", name=line.title), self._context.app.attachments
            body = tr("Berkasnya tidak lagi terlampir pada data ini. Dapat diurungkan dengan Ctrl+Z.")
            if ask_destructive(self, title, body, tr("Lepas lampiran")):
                self._context.write(
                    tr("Melepas lampiran"), lambda _watch: service.detach(thing), lambda _done: tr("Lampiran dilepas")
                )

    def _on_changes(self, changes: Changes) -> None:
        if self._key and changes.attachments:
            self.show_of(self._subject, self._key)

    def _on_chosen(self, thing: object) -> None:
        self.open.setEnabled(isinstance(thing, int))
        self.remove.setEnabled(thing is not None)

    def _show(self, found: Sequence[Attachment]) -> None:
        self._found = found
        self.view.show_lines([_line(it) for it in found])

    def _show_pending(self) -> None:
        waits = tr("Dilampirkan saat disimpan")
        self.view.show_lines([Line(it.name, note=waits, icon="file", thing=it) for it in self.pending])


def _line(it: Attachment) -> Line:
    size = tr("{size} KB", size=max(1, round(it.size / 1024)))
    note: Any = size if it.is_there else tr("Berkasnya tidak ada lagi; pulihkan dari cadangan.")
    return Line(it.name, note=note, icon=_ICONS.get(it.format, "file"), colour="text2" if it.is_there else "bad",
                thing=it.id)  # fmt: skip
