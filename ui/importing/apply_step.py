"""The last step: what the import did, and what can be done next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from smartpns_desktop.words import notices
from smartpns_desktop.words.figures import show_number
from smartpns_desktop.words.labels import kind_label
from ui.importing.draft import PAGES, Draft
from ui.importing.kept import kept_sentences
from ui.importing.step import Step
from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.buttons import button
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label, on_plane, wrapped

if TYPE_CHECKING:
    from smartpns_desktop.services.imports.service import ImportResult
    from smartpns_desktop.services.undo import UndoResult


class ApplyStep(Step):
    """Tells the counts of what was stored; `undo_wanted`, `list_wanted` (page, act), `another_wanted` lead on."""

    undo_wanted = Signal()
    list_wanted = Signal(str, str)
    another_wanted = Signal()

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        self._icon = IconLabel("hourglass", "accent", 32, ground="accent_soft", side=72)
        self.title = label("", Role.TITLE)
        self.body = wrapped("", Role.BODY, "text2")
        self._facts = QGridLayout()
        self.undo = button(tr("Urungkan impor ini"), icon="arrow-counter-clockwise")
        self.list = button("", icon="list-bullets")
        self.absent = button("", icon="warning-circle")
        self.another = button(tr("Impor berkas lain"), icon="download-simple")
        self._lay_out()
        self.undo.clicked.connect(self.undo_wanted)
        self.list.clicked.connect(lambda: self.list_wanted.emit(PAGES[self.draft.kind], ""))
        self.absent.clicked.connect(lambda: self.list_wanted.emit("employees", "absent"))
        self.another.clicked.connect(self.another_wanted)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        told = QVBoxLayout()
        told.setSpacing(4)
        told.addStretch(1)
        told.addWidget(self.title)
        told.addWidget(self.body)
        told.addStretch(1)
        head.addLayout(told, 1)
        self._facts.setHorizontalSpacing(16)
        self._facts.setVerticalSpacing(6)
        self._facts.setColumnStretch(1, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for made in (self.undo, self.list, self.absent, self.another):
            buttons.addWidget(made)
        buttons.addStretch(1)
        inner = QWidget()
        on_plane(inner, "surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(32, 24, 32, 16)
        column.setSpacing(16)
        column.addLayout(head)
        column.addLayout(buttons)
        column.addLayout(self._facts)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(_scrolling(inner))

    def enter(self) -> None:
        result = self.draft.result
        for made in (self.undo, self.list, self.another):
            made.setVisible(result is not None)
        self.absent.setVisible(result is not None and result.absent > 0)
        if result is None:
            self._icon.set_icon("hourglass", "accent")
            self.title.setText(tr("Menerapkan…"))
            self.body.setText(tr("Kemajuannya ada di bilah status. Bila dibatalkan, tidak ada yang disimpan."))
            self._fill(())
        else:
            self._show(result)

    def next_text(self) -> str:
        return tr("Selesai")

    def next_icon(self) -> str:
        return "check"

    def blocked(self) -> str:
        return "" if self.draft.result else tr("Sedang diterapkan…")

    def show_undone(self, back: UndoResult) -> None:
        """The import was taken back, but for what stays."""
        self._icon.set_icon("arrow-counter-clockwise", "accent")
        self.title.setText(tr("Impor ini sudah diurungkan"))
        self.body.setText("\n".join(kept_sentences(back)))
        self._fill(())
        self.undo.hide()
        self.absent.hide()

    def _show(self, result: ImportResult) -> None:
        self._icon.set_icon("check-circle", "ok")
        written = result.new + result.changed
        done = tr("{count} baris diterapkan", count=show_number(written))
        self.title.setText(noted_text(result.absent) if result.absent and not written else done)
        look = self.draft.look
        name = look.name if look else ""
        stored = tr("{file} sudah tersimpan sebagai satu impor yang dapat diurungkan kapan saja.", file=name)
        self.body.setText(stored)
        page = PAGES.get(self.draft.kind, "")
        self.list.setVisible(bool(page))
        self.list.setText(tr("Lihat {kind}", kind=kind_label(page).lower()) if page else "")
        self.undo.setVisible(result.batch is not None)
        self.absent.setText(tr("{count} tidak ada dalam daftar", count=show_number(result.absent)))
        self._fill(facts_of(result))

    def _fill(self, facts: tuple[tuple[str, str], ...]) -> None:
        while (item := self._facts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for row, (number, words) in enumerate(facts):
            told = wrapped(words, Role.BODY)
            counted = label(number, Role.BODY_STRONG)
            counted.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(counted, row, 0)
            self._facts.addWidget(told, row, 1)


def _scrolling(inner: QWidget) -> QScrollArea:
    """What is long scrolls where the window is low."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    return area


def noted_text(absent: int) -> str:
    """What a complete list did in which no row was new."""
    return tr("{count} pegawai dicatat untuk diputuskan", count=show_number(absent))


def facts_of(result: ImportResult) -> tuple[tuple[str, str], ...]:
    """Numbers and what they count; what is nought is not said."""
    counts = (
        (result.new, tr("baris baru")),
        (result.changed, tr("baris berubah")),
        (result.same, tr("baris sudah sama, tidak disentuh")),
        (result.rejected, tr("baris salah, tidak disimpan")),
        (result.left_out, tr("baris tidak diikutkan")),
        (result.absent, tr("pegawai bertugas tidak ada dalam daftar ini; putuskan satu per satu atau sekaligus")),
    )
    told = [(show_number(count), words) for count, words in counts if count]
    return (*told, *(("", notices.say(it)) for it in result.created))
