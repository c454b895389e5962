"""What the steps of the wizard read in the background: the file, a sheet, its columns, and the plan made of it all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from smartpns_desktop.words.figures import show_number
from ui.texts import tr

if TYPE_CHECKING:
    from smartpns_desktop.services.imports.columns import SheetColumns
    from smartpns_desktop.services.imports.looking import FileLook
    from smartpns_desktop.services.imports.plan import ImportPlan
    from smartpns_desktop.services.imports.questions import Question
    from smartpns_desktop.services.imports.review import Review
    from smartpns_desktop.services.watch import Watch
    from ui.context import Context
    from ui.importing.draft import Draft
    from ui.importing.work import Work


class Reading(QObject):
    """Reads into the draft.

    `looked` when another sheet is there, `understood` when its columns are, `unclear` why they are not, `planned`
    when the plan of the present choices is there.
    """

    looked = Signal()
    understood = Signal()
    unclear = Signal(object)
    planned = Signal()
    senders_known = Signal(object)

    def __init__(self, context: Context, draft: Draft, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._draft, self._work = context, draft, work
        self._asked: tuple[Path, str | None] = (Path(), None)
        self._password = ""

    def file(self, name: str | Path, sheet: str | None = None, password: str = "") -> None:
        """Read a file, or another sheet of it; what was read before stays where that fails."""
        imports, path, sender = self._context.app.imports, Path(name), self._draft.sender.strip()
        self._asked = path, sheet
        of = tr("{file}, lembar {sheet}", file=path.name, sheet=sheet) if sheet else path.name
        self._work.do(
            tr("Membaca {file}", file=of),
            lambda watch: imports.look(path, watch, sheet=sheet, sender=sender, password=password),
            lambda look: self._take(look, password),
            lambda: self.file(path, sheet, password),
        )

    def unlock(self, password: str) -> None:
        """Read the file that asked for its password."""
        self.file(*self._asked, password)

    def sheet(self, name: str) -> None:
        """Read another sheet of the same file."""
        look = self._draft.look
        if look is not None and name != look.sheet:
            self.file(look.path, name, self._password)

    def columns(self) -> None:
        """What the columns mean if the table is what the clerk says; short, so that no step waits for it."""
        draft, imports = self._draft, self._context.app.imports
        draft.take_columns(None)
        look, kind, row, sender = draft.look, draft.kind, draft.header_row, draft.sender.strip()
        if look is not None and kind:
            self._context.operations.read(
                lambda: imports.columns_of(look, kind, row, sender=sender),
                self._understand,
                owner=self,
                slot="columns",
                failed=self._misunderstand,
            )

    def plan(self) -> None:
        """Judge every row by the choices that hold now, and note what is to be asked about them."""
        draft, imports = self._draft, self._context.app.imports
        look, choices = draft.look, draft.choices()
        if look is None:
            return

        def work(watch: Watch) -> tuple[ImportPlan, tuple[Question, ...], Review]:
            made = imports.plan_of(look, choices, watch)
            return made, imports.questions_of(made), imports.review(made)

        def take(made: tuple[ImportPlan, tuple[Question, ...], Review]) -> None:
            draft.take_plan(*made)
            self.planned.emit()

        self._work.do(tr("Memeriksa baris"), work, take, self.plan)

    def write_rejected(self, out: Path) -> None:
        """Write the sender's refused rows with the reasons; those of a protected file with its password."""
        plan, imports, password = self._draft.plan, self._context.app.imports, self._password
        if plan is None:
            return

        def told(count: int) -> None:
            sentence = tr("{count} baris salah disimpan ke {file}", count=show_number(count), file=out.name)
            locked = tr(", dengan kata sandi berkas aslinya") if password else ""
            self._context.told.emit(sentence + locked, None)

        self._work.do(
            tr("Menyimpan baris yang salah"),
            lambda watch: imports.write_rejected(plan, out, watch, password),
            told,
            lambda: self.write_rejected(out),
            writes=True,
        )

    def senders(self) -> None:
        """Names of senders of earlier imports, and the agencies whose complete list a file may be."""
        app = self._context.app

        def read() -> tuple[list[str], tuple[tuple[str, str], ...]]:
            tops = (it for it in app.agencies.tree() if it.closed_on is None)
            return app.imports.senders(), tuple((it.code or it.name, it.name) for it in tops)

        def take(found: tuple[list[str], tuple[tuple[str, str], ...]]) -> None:
            senders, self._draft.agencies = found
            self.senders_known.emit(senders)

        self._context.operations.read(read, take, owner=self, slot="senders")

    def _take(self, look: FileLook, password: str) -> None:
        # Known for as long as the wizard is open on that file, for its other sheets; kept nowhere.
        self._password = password
        self._draft.take_look(look)
        self.looked.emit()
        self.columns()

    def _understand(self, columns: SheetColumns) -> None:
        self._draft.take_columns(columns)
        self._draft.header_row = columns.header_row
        self.understood.emit()

    def _misunderstand(self, error: BaseException) -> None:
        told = self._work.known(error)
        if told is not None:
            self.unclear.emit(told)
