"""The first step: a file is chosen, and what stands in it is shown and corrected."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

from smartpns_desktop.words import notices
from smartpns_desktop.words.errors import say
from smartpns_desktop.words.figures import show_number
from smartpns_desktop.words.labels import kind_label
from ui.importing.draft import KINDS, Draft
from ui.importing.file_view import FileView, notice_line
from ui.importing.files import short_name
from ui.importing.full_list import FullListChoice
from ui.importing.step import Step
from ui.texts import tr
from ui.theme.fonts import Role, metrics

if TYPE_CHECKING:
    from smartpns_desktop.domain.errors import CannotDo
    from smartpns_desktop.services.imports.looking import FileLook

_NAME, _NARROWEST, _WIDEST = 420, 56, 220
"""Pixels at most for the file's name, and for a column of the sheet."""
_NOTHING, _SHEET, _ASKED = range(3)
"""Pages of the step."""
_PROTECTED = ("file.encrypted", "file.password_wrong")
_LOOKED = 16
_BELOW = 3
_NOTICES = 3
"""Lines of notices that are shown; the sheet below is worth more than a fourth."""


class FileStep(Step):
    """Shows the sheet as it is; `table_changed` when kind, heading or sender are others now."""

    file_wanted = Signal()
    sheet_wanted = Signal(str)
    password_given = Signal(str)
    table_changed = Signal()

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        choose = QAction(tr("Pilih berkas…"), self)
        choose.setShortcut(QKeySequence.StandardKey.Open)
        choose.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        choose.triggered.connect(self.file_wanted)
        self.addAction(choose)
        self.full_list = FullListChoice(draft)
        self.view = FileView(self, choose, self.full_list)
        self._problem: CannotDo | None = None
        self._asks = False
        self._shown: FileLook | None = None
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            move = QAction(self)
            move.setShortcut(QKeySequence(keys))
            move.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            move.triggered.connect(lambda _on=False, by=by: self._move_heading((self.draft.header_row or 0) + by))
            self.addAction(move)
        self._connect()

    def _connect(self) -> None:
        view = self.view
        view.other.clicked.connect(self.file_wanted)
        view.password.other.clicked.connect(self.file_wanted)
        view.password.open.clicked.connect(self._give_password)
        view.password.field.returnPressed.connect(self._give_password)
        view.sheet.activated.connect(lambda place: self.sheet_wanted.emit(view.sheet.itemData(place)))
        view.kind.activated.connect(self._choose_kind)
        view.row.valueChanged.connect(self._move_heading)
        view.grid.clicked.connect(lambda index: self._move_heading(index.row() + 1))
        view.grid.verticalHeader().sectionClicked.connect(lambda row: self._move_heading(row + 1))
        view.hidden.toggled.connect(self._leave_hidden)
        view.hidden_columns.toggled.connect(self._leave_hidden_columns)
        view.sender.activated.connect(lambda _place: self._name_sender())
        editor = view.sender.lineEdit()
        if editor is not None:
            editor.editingFinished.connect(self._name_sender)

    def enter(self) -> None:
        self._asks = False
        self.view.password.field.clear()
        self.show_state()

    def ask_password(self, refusal: CannotDo) -> bool:
        """Ask for the password of the file that was refused for want of it; whether that is why."""
        self._asks = refusal.code in _PROTECTED and "format" not in refusal.facts
        if self._asks:
            question = self.view.password
            question.title.setText(tr("Berkas {file} dilindungi kata sandi.", file=short_name(refusal.facts["path"])))
            question.show_wrong(say(refusal) if refusal.code == "file.password_wrong" else "")
            question.field.selectAll()
        return self._asks

    def _give_password(self) -> None:
        if self.view.password.field.text():
            self.password_given.emit(self.view.password.field.text())

    def take_focus(self) -> None:
        if self._asks:
            self.view.password.field.setFocus()
            return
        (self.view.grid if self.draft.look is not None else self.view.choose).setFocus()

    def show_state(self) -> None:
        """Show the file that the draft holds, or ask for one."""
        look = self.draft.look
        self.view.pages.setCurrentIndex(_ASKED if self._asks else _NOTHING if look is None else _SHEET)
        if look is not None and not self._asks:
            if look is not self._shown:
                self._shown = look
                self._show_rows(look)
            self._fill(look)
            self.show_table()

    def _show_rows(self, look: FileLook) -> None:
        grid = self.view.grid
        grid.clearSpans()
        self.view.model.show_rows(look.top)
        for place, width in enumerate(column_widths(look.top, max(0, look.first_row - 1))):
            grid.setColumnWidth(place, width)
        for row, cells in enumerate(look.top[: max(0, look.first_row - 1)]):
            ends = [place for place, text in enumerate(cells) if text] + [self.view.model.columnCount()]
            for place, end in pairwise(ends):
                # A title runs over the empty cells beside it, as in the workbook; Qt refuses a span of one cell.
                if end > place + 1:
                    grid.setSpan(row, place, 1, end - place)

    def _fill(self, look: FileLook) -> None:
        view = self.view
        shown = metrics(Role.SECTION).elidedText(look.name, Qt.TextElideMode.ElideMiddle, _NAME)
        view.name.setText(shown)
        view.name.setToolTip(look.name)
        rows = tr("{count} baris", count=show_number(look.rows))
        view.facts.setText(f"{look.format.upper()} · {_size(look.size)} · {rows}")
        fields = (view.sheet, view.kind, view.row, view.hidden, view.hidden_columns, view.sender)
        blocked = [QSignalBlocker(it) for it in fields]
        self._fill_choices(look)
        self.full_list.show_state()
        view.row.setRange(1, max(1, len(look.top)))
        view.sender.setEditText(self.draft.sender)
        self._fill_hidden(look)
        del blocked
        self._fill_notices(look)

    def _fill_hidden(self, look: FileLook) -> None:
        view, counts = self.view, {it.code: it.facts.get("count") for it in look.notices}
        rows, columns = counts.get("rows.hidden"), counts.get("columns.hidden")
        view.hidden.setChecked(self.draft.leave_hidden)
        view.hidden.setVisible(rows is not None)
        view.hidden.setText(tr("Lewati {count} baris tersembunyi", count=rows or 0))
        view.hidden_columns.setChecked(self.draft.leave_hidden_columns)
        view.hidden_columns.setVisible(columns is not None)
        view.hidden_columns.setText(tr("Lewati {count} kolom tersembunyi", count=columns or 0))

    def _fill_choices(self, look: FileLook) -> None:
        view = self.view
        view.sheet.clear()
        for sheet in look.sheets:
            of = tr("tidak terbaca") if sheet.rows is None else tr("{count} baris", count=show_number(sheet.rows))
            hidden = "" if sheet.visible else tr(", tersembunyi")
            view.sheet.addItem(f"{sheet.name} ({of}{hidden})", sheet.name)
        view.sheet.setCurrentIndex(view.sheet.findData(look.sheet))
        view.kind.clear()
        view.kind.setPlaceholderText(tr("Pilih jenis data"))
        for kind in (*look.kinds, *(it for it in KINDS if it not in look.kinds)):
            view.kind.addItem(kind_label(kind), kind)
        view.kind.setCurrentIndex(view.kind.findData(self.draft.kind))

    def _fill_notices(self, look: FileLook) -> None:
        while (item := self.view.notices.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for notice in look.notices[:_NOTICES]:
            hidden = notice.code.endswith(".hidden")
            line = notice_line(notices.say(notice), *(("eye-slash", "warn") if hidden else ()))
            self.view.notices.addWidget(line)
        self.view.notices.addStretch(1)

    def show_table(self) -> None:
        """Mark the heading where it stands now."""
        columns, row = self.draft.columns, self.draft.header_row or 0
        first, last = (columns.first_row, columns.header_row) if columns else (row, row)
        view = self.view
        view.model.mark_heading(first, last)
        blocked = QSignalBlocker(view.row)
        view.row.setValue(last or 1)
        del blocked
        where = tr("baris {first}–{last}", first=first, last=last) if first != last else tr("baris {last}", last=last)
        move = tr("Klik nomor baris lain, atau tekan Alt+↑ dan Alt+↓, untuk memindahkannya.")
        view.legend.setText(f"{tr('Judul kolom: {where}.', where=where)} {move}" if last else _no_heading())
        if last:
            self._show_heading(first, last)
        self.show_problem(None)

    def _show_heading(self, first: int, last: int) -> None:
        """Scroll so that the heading and some rows below it are seen, the titles above where there is room."""
        grid = self.view.grid
        fits = (last + _BELOW) * grid.verticalHeader().defaultSectionSize() <= grid.viewport().height()
        grid.scrollTo(self.view.model.index(0 if fits else first - 1, 0), grid.ScrollHint.PositionAtTop)

    def show_problem(self, problem: CannotDo | None) -> None:
        """Why the sheet cannot be read as it is described now."""
        self._problem = problem
        self.view.problem.setVisible(problem is not None or self._lacks_kind())
        if problem is not None:
            fact, _, advice = say(problem).partition(". ")
            self.view.problem.set_text("warn", fact.rstrip(".") + ".", advice)
        elif self._lacks_kind():
            self.view.problem.set_text("warn", tr("Jenis datanya belum dikenali."), tr("Pilih jenisnya di atas."))

    def offer_senders(self, names: Sequence[str]) -> None:
        """Senders of earlier imports, to choose from."""
        blocked = QSignalBlocker(self.view.sender)
        self.view.sender.clear()
        self.view.sender.addItems(list(names))
        self.full_list.offer(self.draft.agencies)
        self.view.sender.setEditText(self.draft.sender)
        del blocked

    def blocked(self) -> str:
        if self._asks:
            return tr("Ketik kata sandi berkas, lalu tekan Buka.")
        if self.draft.look is None:
            return tr("Pilih berkasnya lebih dahulu.")
        if not self.draft.kind:
            return tr("Pilih jenis datanya.")
        if self._problem is not None:
            return tr("Perbaiki letak judul kolom atau jenis datanya.")
        return "" if self.draft.columns else tr("Membaca judul kolom…")

    def note(self) -> str:
        columns = self.draft.columns
        if columns is None:
            return ""
        known = sum(1 for it in columns.columns if it.field)
        return tr("{known} dari {count} kolom dikenali", known=known, count=len(columns.columns))

    def _lacks_kind(self) -> bool:
        return self.draft.look is not None and not self.draft.kind

    def _choose_kind(self, place: int) -> None:
        kind = self.view.kind.itemData(place)
        if kind != self.draft.kind:
            # Where one kind's heading stands, another's need not.
            self.draft.kind, self.draft.header_row = kind, None
            self.full_list.show_state()
            self.table_changed.emit()

    def _move_heading(self, row: int) -> None:
        look = self.draft.look
        if look is not None and 1 <= row <= len(look.top) and row != self.draft.header_row:
            self.draft.header_row = row
            self.draft.take_columns(None)
            self.show_table()
            self.table_changed.emit()

    def _leave_hidden(self, on: bool) -> None:
        self.draft.leave_hidden = on
        self.draft.forget_plan()

    def _leave_hidden_columns(self, on: bool) -> None:
        self.draft.leave_hidden_columns = on
        self.draft.forget_plan()

    def _name_sender(self) -> None:
        sender = self.view.sender.currentText().strip()
        if sender != self.draft.sender:
            self.draft.sender = sender
            self.table_changed.emit()


def column_widths(rows: Sequence[Sequence[str]], titles: int) -> list[int]:
    """Pixels for each column, by its first texts below the titles; long ones are cut."""
    of, looked = metrics(Role.BODY_STRONG), rows[titles : titles + _LOOKED]
    texts = zip(*looked, strict=True) if looked else ()
    widest = (max(map(len, column)) for column in texts)
    return [min(_WIDEST, max(_NARROWEST, round(letters * of.averageCharWidth() * 1.15) + 20)) for letters in widest]


def _no_heading() -> str:
    return tr("Judul kolom belum ditemukan. Klik nomor barisnya, atau tekan Alt+↓.")


def _size(octets: int) -> str:
    """Kilobytes or megabytes, as the system's folders show them."""
    return f"{show_number(round(octets / 1e6, 1))} MB" if octets >= 1e6 else f"{show_number(max(1, octets // 1000))} KB"
